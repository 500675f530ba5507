import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  parse,
  typeFromAST,
  validate,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'

/** Queries kept parsed, validated and compiled. The gateway sends one for each step of a query plan. */
const QUERIES_KEPT = 2_000
/** And no more characters than these of all of them: compiled, each takes about a hundred times as many bytes. */
const CHARACTERS_KEPT = 1024 * 1024

export interface Query {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly operationName: string | undefined
}

/** What cannot be executed: it does not parse, is not valid, or its variables do not fit. */
export class InvalidQuery extends Error {
  override readonly name = 'InvalidQuery'
  readonly errors: readonly unknown[]

  constructor(errors: readonly unknown[]) {
    super('The query cannot be executed.')
    this.errors = errors
  }
}

/** Whether an input type leads back to itself, or to one that does. */
function containsItself(type: GraphQLNamedType | undefined, within: readonly GraphQLNamedType[] = []): boolean {
  if (!isInputObjectType(type)) return false
  if (within.includes(type)) return true
  return Object.values(type.getFields()).some((field) => containsItself(getNamedType(field.type), [...within, type]))
}

interface Known {
  readonly document: DocumentNode
  /** Of all its operations; what stands in fragments counts as `...`. */
  readonly rootFields: readonly string[]
  /** What came for the second time is compiled; null where it cannot be. */
  compiled: CompiledQuery | null | undefined
}

/**
 * Executes queries of a schema. One that comes again is run as it was compiled then (graphql-jit): it is not parsed again, and its variables are looked at once, while
 * they are read. graphql-js executes it the first time, and says what is wrong with variables.
 */
export class Queries {
  readonly #schema: GraphQLSchema
  readonly #known = new LRUCache<string, Known>({
    max: QUERIES_KEPT,
    maxSize: CHARACTERS_KEPT,
    sizeCalculation: (_known, query) => query.length + 1,
  })

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  /** The root fields of a query, by name. Throws `InvalidQuery`. */
  rootFieldsOf(query: string): readonly string[] {
    return (this.#known.get(query) ?? this.#learn(query)).rootFields
  }

  /** Throws `InvalidQuery` before anything was executed. */
  async run({ query, variables, operationName }: Query, contextValue: unknown): Promise<ExecutionResult> {
    const known = this.#known.get(query)
    if (known !== undefined) {
      if (known.compiled === undefined) known.compiled = this.#compile(known.document)
      const { compiled } = known
      if (compiled !== null && (operationName === undefined || operationName === compiled.operationName)) {
        const result = await compiled.query({}, contextValue, variables)
        // Without data nothing was executed: the variables do not fit, or graphql-jit is stricter about them than it should be.
        if ('data' in result) return result
      }
    }
    const { document } = known ?? this.#learn(query)
    const result = await execute({
      schema: this.#schema,
      document,
      rootValue: {},
      contextValue,
      variableValues: variables,
      ...(operationName === undefined ? {} : { operationName }),
    })
    if (result.data === undefined) throw new InvalidQuery(result.errors ?? [])
    return result
  }

  #learn(query: string): Known {
    let document: DocumentNode
    try {
      document = parse(query)
    } catch (error) {
      throw new InvalidQuery([error])
    }
    const errors: readonly GraphQLError[] = validate(this.#schema, document)
    if (errors.length > 0) throw new InvalidQuery(errors)
    const known: Known = { document, rootFields: rootFieldsOf(document), compiled: undefined }
    this.#known.set(query, known)
    return known
  }

  #compile(document: DocumentNode): CompiledQuery | null {
    const [operation, ...others] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return null
    // graphql-jit writes the reading of an input type out in full, which of a type that contains itself never ends.
    const types = operation.variableDefinitions?.map(({ type }) => typeFromAST(this.#schema, type)) ?? []
    if (types.some((type) => containsItself(getNamedType(type)))) return null
    const compiled = compileQuery(this.#schema, document, operation.name?.value)
    return isCompiledQuery(compiled) ? { ...compiled, operationName: operation.name?.value ?? '' } : null
  }
}

function rootFieldsOf({ definitions }: DocumentNode): readonly string[] {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  return operations.flatMap(({ selectionSet }) =>
    selectionSet.selections.map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : '...')),
  )
}
