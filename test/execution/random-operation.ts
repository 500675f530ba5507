import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql'
import type { Chance } from './chance.ts'

export interface RandomOperation {
  readonly source: string
  readonly variables: Readonly<Record<string, unknown>>
}

const DEPTH_MAX = 5
const FIELDS_MAX = 4

/** Names that every object of JavaScript has, and that a client may choose all the same. */
const ODD_ALIASES = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty']

/**
 * An operation with all that GraphQL has: aliases, also the same one twice, fragments in fragments, with and without a type, variables with and without defaults,
 * `@skip` and `@include`, `__typename`, a little introspection. It may break the rule that fields of one response key must agree.
 */
export function randomOperation(schema: GraphQLSchema, chance: Chance): RandomOperation {
  return new Writer(schema, chance).write()
}

/** Values for the variables of an operation. */
export function randomVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  chance: Chance,
): Record<string, unknown> {
  const writer = new Writer(schema, chance)
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, type: node, defaultValue }) => {
      const type = typeFromAST(schema, node)
      if (!isInputType(type) || (defaultValue !== undefined && chance.is(0.5))) return []
      return [[variable.name.value, writer.value(type, 0)] as const]
    }),
  )
}

class Writer {
  readonly #schema: GraphQLSchema
  readonly #chance: Chance
  readonly #definitions: string[] = []
  readonly #variables: Record<string, unknown> = {}
  readonly #fragments: string[] = []

  constructor(schema: GraphQLSchema, chance: Chance) {
    this.#schema = schema
    this.#chance = chance
  }

  write(): RandomOperation {
    const mutation = this.#schema.getMutationType()
    const query = this.#schema.getQueryType()
    const isMutation = mutation != null && this.#chance.is(0.15)
    const root = isMutation ? mutation : query
    if (root == null) throw new Error('The schema has no query.')
    const selection = this.#selection(root, 0)
    const definitions = this.#definitions.length === 0 ? '' : `(${this.#definitions.join(', ')})`
    const source = [`${isMutation ? 'mutation' : 'query'} Random${definitions} ${selection}`, ...this.#fragments].join(
      '\n',
    )
    return { source, variables: this.#variables }
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + this.#chance.below(FIELDS_MAX)
    const parts = Array.from({ length: count }, () => this.#part(type, depth))
    // Something that is always there, so that no selection is empty.
    return `{ ${[...parts, ...(this.#chance.is(0.3) ? ['__typename'] : [])].join(' ')} }`
  }

  #part(type: GraphQLCompositeType, depth: number): string {
    if (depth === 0 && type === this.#schema.getQueryType() && this.#chance.is(0.04)) {
      return this.#chance.pick(['__schema { queryType { name } }', 'again: __type(name: "Query") { name kind }'])
    }
    if (this.#chance.is(0.15)) return this.#fragment(type, depth)
    return this.#field(type, depth)
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const possible = isAbstractType(type) ? [type, ...this.#schema.getPossibleTypes(type)] : [type]
    const condition = this.#chance.pick<GraphQLCompositeType>(possible)
    const directives = this.#directives()
    if (this.#chance.is(0.4) && depth > 0) {
      const name = `F${this.#fragments.length}`
      const index = this.#fragments.push('') - 1
      this.#fragments[index] = `fragment ${name} on ${condition.name} ${this.#selection(condition, depth)}`
      return `...${name}${directives}`
    }
    const bare = condition === type && this.#chance.is(0.3)
    return `...${bare ? '' : ` on ${condition.name}`}${directives} ${this.#selection(condition, depth)}`
  }

  #field(type: GraphQLCompositeType, depth: number): string {
    const fields = 'getFields' in type ? Object.values(type.getFields()) : []
    const allowed = fields.filter((field) => depth < DEPTH_MAX || !isCompositeType(getNamedType(field.type)))
    if (allowed.length === 0 || this.#chance.is(0.05)) return this.#chance.is(0.3) ? 'kind_: __typename' : '__typename'
    const field = this.#chance.pick(allowed)
    const named = getNamedType(field.type)
    const inner = isCompositeType(named) ? ` ${this.#selection(named, depth + 1)}` : ''
    return `${this.#alias()}${field.name}${this.#argumentsOf(field)}${this.#directives()}${inner}`
  }

  #alias(): string {
    if (this.#chance.is(0.02)) return `${this.#chance.pick(ODD_ALIASES)}: `
    return this.#chance.is(0.1) ? `a${this.#chance.below(3)}: ` : ''
  }

  #argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const written = field.args.flatMap((argument) => {
      const required = isNonNullType(argument.type) && argument.defaultValue === undefined
      if (!required && this.#chance.is(0.7)) return []
      const value = this.#chance.is(0.5) ? this.#variable(argument.type) : this.#literal(argument.type, 0)
      return [`${argument.name}: ${value}`]
    })
    return written.length === 0 ? '' : `(${written.join(', ')})`
  }

  #variable(type: GraphQLInputType): string {
    const name = `v${this.#definitions.length}`
    const inner = isNonNullType(type) ? type.ofType : type
    const hasDefault = this.#chance.is(0.2) && !isListType(inner) && !isInputObjectType(inner)
    this.#definitions.push(`$${name}: ${type}${hasDefault ? ` = ${this.#literal(inner, 3)}` : ''}`)
    if (hasDefault && this.#chance.is(0.5)) return `$${name}`
    if (isNonNullType(type) || this.#chance.is(0.8)) this.#variables[name] = this.value(type, 0)
    return `$${name}`
  }

  #directives(): string {
    if (!this.#chance.is(0.08)) return ''
    const name = this.#chance.pick(['skip', 'include'])
    if (this.#chance.is(0.3)) return ` @${name}(if: ${this.#chance.is(0.5)})`
    // A few variables for all of them, so that they come to be the same.
    const variable = `on${this.#chance.below(3)}`
    if (!this.#definitions.some((definition) => definition.startsWith(`$${variable}:`))) {
      const hasDefault = this.#chance.is(0.3)
      this.#definitions.push(`$${variable}: Boolean!${hasDefault ? ` = ${this.#chance.is(0.5)}` : ''}`)
      if (!hasDefault || this.#chance.is(0.5)) this.#variables[variable] = this.#chance.is(0.5)
    }
    return ` @${name}(if: $${variable})`
  }

  #literal(type: GraphQLInputType, depth: number): string {
    if (isNonNullType(type)) return this.#literal(type.ofType, depth)
    if (isListType(type)) return `[${this.#list(() => this.#literal(type.ofType, depth + 1)).join(', ')}]`
    if (isInputObjectType(type)) {
      const fields = this.#fieldsOf(type, depth, (inner) => this.#literal(inner, depth + 1))
      return `{ ${fields.map(([name, value]) => `${name}: ${value}`).join(', ')} }`
    }
    return isEnumType(type) ? String(this.#scalar(type)) : JSON.stringify(this.#scalar(type))
  }

  /** A value of a type, or now and then one of another. */
  value(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, depth)
    if (this.#chance.is(0.02)) return this.#chance.pick([null, 'wrong', -1, [], {}])
    if (isListType(type)) return this.#list(() => this.value(type.ofType, depth + 1))
    if (isInputObjectType(type)) {
      return Object.fromEntries(this.#fieldsOf(type, depth, (inner) => this.value(inner, depth + 1)))
    }
    return this.#scalar(type)
  }

  #list<T>(make: () => T): T[] {
    return Array.from({ length: this.#chance.below(3) }, make)
  }

  #fieldsOf<T>(
    type: Extract<GraphQLInputType, { getFields(): unknown }>,
    depth: number,
    make: (type: GraphQLInputType) => T,
  ): [string, T][] {
    return Object.values(type.getFields()).flatMap((field): [string, T][] => {
      const required = isNonNullType(field.type) && field.defaultValue === undefined
      return required || (depth < 3 && this.#chance.is(0.3)) ? [[field.name, make(field.type)]] : []
    })
  }

  #scalar(type: GraphQLInputType): unknown {
    if (isEnumType(type)) return this.#chance.pick(type.getValues()).name
    switch (String(type)) {
      case 'Int':
      case 'Quantity':
        return this.#chance.below(100)
      case 'Float':
        return this.#chance.below(100) / 4
      case 'Boolean':
        return this.#chance.is(0.5)
      case 'DateTime':
        return '2026-11-23T06:04:00.000Z'
      default:
        return this.#chance.pick(['a', 'b', 'MUG', 'CUP', 'BER', 'web', ''])
    }
  }
}
