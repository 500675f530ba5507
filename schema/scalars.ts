import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql'

/** 1 KiB: what a cursor may be long, in UTF-8. */
const CURSOR_BYTES_MAX = 1024

/** A value as a client would recognise it in an error, never longer than a line. */
function shown(value: unknown): string {
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') return String(value)
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

function refuse(scalar: string, expected: string, value: unknown, node?: ValueNode): never {
  throw new GraphQLError(
    `${scalar} must be ${expected}, got ${shown(value)}.`,
    node === undefined ? {} : { nodes: node },
  )
}

const QUANTITY = 'a JSON integer within ±9007199254740991'

function quantity(value: unknown): number {
  // Exact by the language's own measure: no fraction, and no neighbour that would be read as the same number.
  return typeof value === 'number' && Number.isSafeInteger(value) ? value + 0 : refuse('Quantity', QUANTITY, value)
}

/** A whole number of units. Integers only: a float that lost its last digits on the way would be a wrong number of units. */
export const Quantity = new GraphQLScalarType<number, number>({
  name: 'Quantity',
  serialize: (value) => {
    // What PostgreSQL hands out as a bigint is checked as well: outside the safe range it would be rounded silently.
    const number = typeof value === 'bigint' ? Number(value) : value
    return quantity(number)
  },
  parseValue: quantity,
  parseLiteral: (node) => {
    if (node.kind !== Kind.INT) return refuse('Quantity', QUANTITY, literal(node), node)
    const number = Number(node.value)
    return Number.isSafeInteger(number) ? quantity(number) : refuse('Quantity', QUANTITY, node.value, node)
  },
})

const CURSOR = 'a string of 1 to 1,024 bytes'

function cursor(value: unknown): string {
  if (typeof value !== 'string' || value === '' || Buffer.byteLength(value) > CURSOR_BYTES_MAX) {
    return refuse('Cursor', CURSOR, value)
  }
  return value
}

/** A point in the feed, opaque here. */
export const Cursor = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  serialize: cursor,
  parseValue: cursor,
  parseLiteral: (node) =>
    node.kind === Kind.STRING ? cursor(node.value) : refuse('Cursor', CURSOR, literal(node), node),
})

const DATE_TIME = 'a moment as ISO 8601 with a zone, such as 2026-11-23T06:04:00Z'

// RFC 3339: a date, a time with seconds and up to nanoseconds, and a zone. A leap second is a moment that no clock of ours has.
const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/

function dateTime(value: unknown): Date {
  const parts = typeof value === 'string' ? RFC_3339.exec(value) : null
  if (parts === null || typeof value !== 'string') return refuse('DateTime', DATE_TIME, value)

  const date = new Date(value)
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  // JavaScript reads 30 February as 2 March; the day must exist.
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  // The year 0 is none in PostgreSQL, and an offset may lead beyond the last year that has four digits.
  const storable = date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999
  return exists && storable ? date : refuse('DateTime', DATE_TIME, value)
}

function writtenDateTime(value: unknown): string {
  const date = typeof value === 'string' ? dateTime(value) : value
  return date instanceof Date && !Number.isNaN(date.getTime())
    ? date.toISOString()
    : refuse('DateTime', DATE_TIME, value)
}

/** A moment: a Date inside, text in UTC with milliseconds outside. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: writtenDateTime,
  parseValue: dateTime,
  parseLiteral: (node) =>
    node.kind === Kind.STRING ? dateTime(node.value) : refuse('DateTime', DATE_TIME, literal(node), node),
})

function literal(node: ValueNode): unknown {
  return node.kind === Kind.VARIABLE ? `$${node.name.value}` : valueFromASTUntyped(node)
}

/** Any JSON value. In a literal, variables are filled in. */
export const JSONValue = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
})

/** By their names in the schema, to be spread into the resolvers of a subgraph that declares all four. */
export const scalars = { Quantity, Cursor, DateTime, JSON: JSONValue }
