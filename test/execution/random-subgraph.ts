import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql'
import type { SubgraphRequest, SubgraphResponse } from '../../gateway/subgraph-call.ts'
import { Chance } from './chance.ts'

/** Keys are few, so that entities come again. */
const TEXTS = ['a', 'b', 'c', '', '7']

/** How often a subgraph that is well misses something. */
const MISSING = 0.08

/**
 * A subgraph that knows nothing and answers everything: values that fit the types, errors and nulls where a subgraph may have them. One that is `unwell` also
 * answers what its own schema forbids. The same question always has the same answer.
 */
export class RandomSubgraph {
  readonly #schema: GraphQLSchema
  readonly #seed: string
  readonly #unwell: boolean

  constructor(sdl: string, options: { seed: number; unwell: boolean }) {
    this.#schema = schemaOf(sdl)
    this.#seed = String(options.seed)
    this.#unwell = options.unwell
  }

  async answer({ query, variables, operationName }: SubgraphRequest): Promise<SubgraphResponse> {
    const seed = `${this.#seed} ${query} ${JSON.stringify(variables)}`
    const chance = new Chance(seed)
    if (chance.is(0.02)) throw new GraphQLError('Nobody answers.', { extensions: { code: 'SERVICE_UNAVAILABLE' } })
    const result = await execute({
      schema: this.#schema,
      document: parse(query),
      variableValues: { ...variables },
      ...(operationName === undefined ? {} : { operationName }),
      contextValue: { seed },
      fieldResolver: resolveField,
      typeResolver: (value) => typeNameOf(value),
    })
    const data: Record<string, unknown> | null = JSON.parse(JSON.stringify(result.data ?? null))
    if (this.#unwell) spoil(data, chance)
    const errors = result.errors?.map((error): GraphQLFormattedError => JSON.parse(JSON.stringify(error)))
    return { data, ...(errors === undefined ? {} : { errors }) }
  }
}

const schemas = new Map<string, GraphQLSchema>()

function schemaOf(sdl: string): GraphQLSchema {
  let schema = schemas.get(sdl)
  if (schema === undefined) {
    schema = buildSubgraphSchema(parse(sdl))
    // These have resolvers of their own, which ask what no subgraph of this kind has.
    delete schema.getQueryType()?.getFields()._entities?.resolve
    const entity = schema.getType('_Entity')
    if (isAbstractType(entity)) entity.resolveType = null
    schemas.set(sdl, schema)
  }
  return schema
}

function typeNameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && '__typename' in value ? String(value.__typename) : ''
}

const resolveField: GraphQLFieldResolver<unknown, { seed: string }> = (_source, args, { seed }, info) => {
  const path: (string | number)[] = []
  for (let at: typeof info.path | undefined = info.path; at !== undefined; at = at.prev) path.unshift(at.key)
  const chance = new Chance(`${seed} ${path.join('.')} ${JSON.stringify(args)}`)
  if (info.fieldName === '_entities') return entities(args.representations, chance)
  if (chance.is(0.02)) throw new GraphQLError('No luck.', { extensions: chance.is(0.5) ? { code: 'UNLUCKY' } : {} })
  return valueFor(info.returnType, info.schema, chance)
}

function entities(representations: unknown, chance: Chance): unknown[] {
  if (!Array.isArray(representations)) return []
  return representations.map((representation) =>
    chance.is(MISSING) ? null : { __typename: typeNameOf(representation) },
  )
}

function valueFor(type: GraphQLOutputType, schema: GraphQLSchema, chance: Chance): unknown {
  if (isNonNullType(type)) return chance.is(0.01) ? null : valueFor(type.ofType, schema, chance)
  if (chance.is(MISSING)) return null
  if (isListType(type)) {
    return Array.from({ length: chance.below(4) }, () => valueFor(type.ofType, schema, chance))
  }
  if (isAbstractType(type)) return { __typename: chance.pick(schema.getPossibleTypes(type)).name }
  if (isObjectType(type)) return { __typename: type.name }
  if (isEnumType(type)) return chance.pick(type.getValues()).value
  switch (type.name) {
    case 'Int':
      return chance.below(1000) - 500
    case 'Float':
      return chance.below(1000) / 8
    case 'Boolean':
      return chance.is(0.5)
    case 'ID':
    case 'String':
      return chance.pick(TEXTS)
    default:
      return chance.pick<unknown>(['x', 0, 12, { any: ['thing'] }])
  }
}

/** Puts into an answer what no subgraph may answer. */
function spoil(value: unknown, chance: Chance): void {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      if (chance.is(0.01)) value[index] = null
      else spoil(entry, chance)
    }
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const luck = chance.next()
    if (key === '_entities' || luck > 0.05) spoil(inner, chance)
    else if (luck > 0.03) Object.assign(value, { [key]: null })
    else if (luck > 0.02) Reflect.deleteProperty(value, key)
    else if (typeof inner !== 'object') Object.assign(value, { [key]: chance.pick<unknown>(['NOT', 0.5, true, 9e20]) })
  }
}
