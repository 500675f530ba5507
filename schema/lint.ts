import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql'
import { accessByField } from './access.ts'

/** One broken rule of the schema's style, with where it is broken. */
export interface Finding {
  readonly at: string
  readonly problem: string
}

const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*$/
const CAMEL_CASE = /^[a-z][A-Za-z0-9]*$/
const UPPER_CASE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/

/** Codes that every mutation may answer with. */
const COMMON_CODES = [
  'INVALID_INPUT',
  'UNKNOWN_SKU',
  'UNKNOWN_LOCATION',
  'UNKNOWN_CHANNEL',
  'IDEMPOTENCY_CONFLICT',
  'WRONG_STATE',
  'NOT_FOUND',
]

/** What stands in payloads beside the object: why not, from when on, how it was chosen, what it would do, and what is odd about it. */
const BESIDE_THE_OBJECT = new Set(['userErrors', 'cursor', 'cart', 'preview', 'warnings'])

/** What an error of a mutation may have beside what all have: the line for which a step of a whole document is refused, which no path in the input names. */
const LINE_OF_THE_ERROR = 'lineId: ID'

/** The only list among the plural root fields that is no connection: it answers in the order asked, for a bounded list of SKUs. */
const PLAIN_ROOT_LISTS = new Set(['availability'])

/** The whole lint of the schema as clients see it: names, descriptions, shapes. */
export function lintApi(api: GraphQLSchema): Finding[] {
  return [...names(api), ...descriptions(api), ...deprecations(api), ...rootFields(api), ...mutations(api)]
}

function ownTypes(api: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(api.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !(isScalarType(type) && isSpecifiedScalarType(type)),
  )
}

/** Every place that has a name: types, fields, arguments, enum values. */
function* places(api: GraphQLSchema): Generator<{
  at: string
  name: string
  case: RegExp
  description: string | null | undefined
  deprecationReason?: string | null | undefined
}> {
  for (const type of ownTypes(api)) {
    yield { at: type.name, name: type.name, case: PASCAL_CASE, description: type.description }

    if (isEnumType(type)) {
      for (const value of type.getValues()) yield { ...value, at: `${type.name}.${value.name}`, case: UPPER_CASE }
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        yield { ...field, at: `${type.name}.${field.name}`, case: CAMEL_CASE }
      }
    }
    if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        yield { ...field, at: `${type.name}.${field.name}`, case: CAMEL_CASE }
        for (const arg of field.args) yield { ...arg, at: `${type.name}.${field.name}(${arg.name}:)`, case: CAMEL_CASE }
      }
    }
  }
}

function names(api: GraphQLSchema): Finding[] {
  return [...places(api)]
    .filter((place) => !place.case.test(place.name))
    .map(({ at }) => ({ at, problem: 'types are PascalCase, fields and arguments camelCase, enum values UPPER_CASE' }))
}

function descriptions(api: GraphQLSchema): Finding[] {
  return [...places(api)]
    .filter((place) => (place.description ?? '').trim() === '')
    .map(({ at }) => ({ at, problem: 'has no description' }))
}

function deprecations(api: GraphQLSchema): Finding[] {
  return [...places(api)]
    .filter(({ deprecationReason: reason }) => typeof reason === 'string' && !/\buse\b.*`/i.test(reason))
    .map(({ at }) => ({
      at,
      problem: 'is deprecated without naming what to use instead: @deprecated(reason: "Use `x`.")',
    }))
}

function rootFields(api: GraphQLSchema): Finding[] {
  const findings: Finding[] = []
  for (const field of Object.values(api.getQueryType()?.getFields() ?? {})) {
    const at = `Query.${field.name}`
    if (isNonNullType(field.type)) {
      findings.push({ at, problem: 'must be nullable, so that its failure leaves its neighbours alone' })
    }
    if (isListType(field.type) && !PLAIN_ROOT_LISTS.has(field.name)) {
      findings.push({ at, problem: 'is a list and must be a connection' })
    }
    if (String(field.type).endsWith('Connection')) {
      const missing = ['first', 'after', 'filter', 'orderBy'].filter(
        (name) => !field.args.some((arg) => arg.name === name),
      )
      if (missing.length > 0) findings.push({ at, problem: `is a connection without ${missing.join(', ')}` })
    }
  }
  for (const type of ownTypes(api)) {
    if (!isObjectType(type) || !type.name.endsWith('Connection')) continue
    const missing = ['edges', 'nodes', 'pageInfo'].filter((name) => type.getFields()[name] === undefined)
    if (missing.length > 0) findings.push({ at: type.name, problem: `is a connection without ${missing.join(', ')}` })
  }
  return findings
}

function mutations(api: GraphQLSchema): Finding[] {
  const findings: Finding[] = []
  for (const field of Object.values(api.getMutationType()?.getFields() ?? {})) {
    const at = `Mutation.${field.name}`
    const base = field.name.charAt(0).toUpperCase() + field.name.slice(1)
    const fail = (problem: string) => findings.push({ at, problem })

    if (field.args.map((arg) => `${arg.name}: ${arg.type}`).join() !== `input: ${base}Input!`) {
      fail(`takes exactly one argument, input: ${base}Input!`)
    }
    const input = api.getType(`${base}Input`)
    if (!isInputObjectType(input) || String(input.getFields().idempotencyKey?.type) !== 'ID!') {
      fail(`${base}Input needs idempotencyKey: ID!`)
    }

    if (String(field.type) !== `${base}Payload`) fail(`answers with a nullable ${base}Payload`)
    const payload = api.getType(`${base}Payload`)
    const fields = isObjectType(payload) ? payload.getFields() : {}
    if (String(fields.userErrors?.type) !== `[${base}UserError!]!`) {
      fail(`${base}Payload needs userErrors: [${base}UserError!]!`)
    }
    if (String(fields.cursor?.type) !== 'Cursor') fail(`${base}Payload needs cursor: Cursor`)
    const objects = Object.values(fields).filter(({ name }) => !BESIDE_THE_OBJECT.has(name))
    if (objects.length !== 1 || objects.some(({ type }) => isNonNullType(type))) {
      fail(`${base}Payload has one object or list beside userErrors and cursor, and it is nullable`)
    }

    const error = api.getType(`${base}UserError`)
    const shape = isObjectType(error)
      ? Object.values(error.getFields())
          .map(({ name, type }) => `${name}: ${type}`)
          .filter((it) => it !== LINE_OF_THE_ERROR)
          .sort()
          .join(', ')
      : ''
    const expected = `code: ${base}ErrorCode!, field: [String!], message: String!, problem: InputProblem, retryable: Boolean!`
    if (shape !== expected) fail(`${base}UserError is { ${expected} }`)
    const codes = api.getType(`${base}ErrorCode`)
    const missing = COMMON_CODES.filter((code) => !isEnumType(codes) || codes.getValue(code) === undefined)
    if (missing.length > 0) fail(`${base}ErrorCode lacks ${missing.join(', ')}`)
  }
  return findings
}

/** Access is said of every root field: a field that nobody thought about is open to nobody. */
export function lintAccess(supergraph: string, api: GraphQLSchema): Finding[] {
  const access = accessByField(supergraph)
  const roots = [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()]
  return roots
    .flatMap((type) => Object.keys(type?.getFields() ?? {}).map((name) => `${type?.name}.${name}`))
    .filter((field) => (access.get(field) ?? []).length === 0)
    .map((at) => ({ at, problem: 'is a root field and needs @access(kinds: …)' }))
}
