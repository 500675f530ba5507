import { RequestError } from './errors.ts'

/** Relay's connections over key sets: a page begins after the last row of the one before, whatever was inserted meanwhile. */

export const PAGE_DEFAULT = 50
export const PAGE_MAX = 250

export interface PageArgs {
  readonly first?: number | null
  readonly after?: string | null
}

/** How many entries were asked for. BAD_USER_INPUT outside of 1 to 250. */
export function pageSize(first: number | null | undefined, fallback = PAGE_DEFAULT): number {
  const size = first ?? fallback
  if (Number.isInteger(size) && size >= 1 && size <= PAGE_MAX) return size
  throw new RequestError('BAD_USER_INPUT', `first must be 1 to ${PAGE_MAX}, got ${size}.`)
}

/** A condition's list of values. BAD_USER_INPUT beyond 250; null where there is no condition. */
export function anyOf<Value>(name: string, values: readonly Value[] | null | undefined): readonly Value[] | null {
  if (values == null) return null
  if (values.length > PAGE_MAX) {
    throw new RequestError('BAD_USER_INPUT', `${name} holds at most ${PAGE_MAX} values, got ${values.length}.`)
  }
  return values
}

/** Marks a row by the values that order it. Opaque to clients, but no secret: it holds nothing that the row does not show. */
export function rowCursor(order: string, values: readonly string[]): string {
  return Buffer.from(JSON.stringify([order, ...values])).toString('base64url')
}

/** The values of a row's cursor, null at the beginning. BAD_USER_INPUT for what is not a cursor of this connection in this order. */
export function rowAfter(after: string | null | undefined, order: string, count: number): readonly string[] | null {
  if (after == null) return null
  const parts = parse(after)
  const [of, ...values] = parts
  if (of === order && values.length === count && values.every(isStorable)) return values
  throw notACursor()
}

function notACursor(): RequestError {
  return new RequestError(
    'BAD_USER_INPUT',
    'after is not a cursor of this connection in this order. Give an edge cursor of the page before, with the same orderBy.',
  )
}

/** The same for connections in the order of `recorded_at` and id (or what else names a row), whose first value has to be a moment as PostgreSQL writes it. */
export function momentAfter(after: string | null | undefined, order: string, count = 2): readonly string[] | null {
  const values = rowAfter(after, order, count)
  if (values === null || isMoment(values[0] ?? '')) return values
  throw notACursor()
}

// PostgreSQL's own text of a timestamptz, in whatever zone the session has.
const MOMENT = /^((?!0000)\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(\.\d{1,6})?[+-]\d{2}(:\d{2}){0,2}$/

function isMoment(text: string): boolean {
  const [, day, time] = MOMENT.exec(text) ?? []
  if (day === undefined || time === undefined) return false
  const date = new Date(`${day}T${time}Z`)
  // JavaScript reads 30 February as 2 March; the day must exist.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

function parse(after: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
    return Array.isArray(value) && value.every((part): part is string => typeof part === 'string') ? value : []
  } catch {
    return []
  }
}

function isStorable(text: string): boolean {
  return text.length <= 1_024 && !text.includes('\0') && text.isWellFormed()
}

export interface Edge<Node> {
  readonly cursor: string
  readonly node: Node
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[]
  readonly nodes: readonly Node[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

class LazyEdge<Node> implements Edge<Node> {
  readonly node: Node
  readonly #cursor: () => string

  constructor(node: Node, cursor: () => string) {
    this.node = node
    this.#cursor = cursor
  }

  get cursor(): string {
    return this.#cursor()
  }
}

/**
 * A page of rows that were read with a limit of `size + 1`: the one too many tells that there are more. Cursors are made only when they are
 * selected.
 */
export function connectionOf<Row, Node>(
  rows: readonly Row[],
  {
    size,
    after,
    node,
    cursor,
  }: {
    readonly size: number
    readonly after: string | null | undefined
    readonly node: (row: Row) => Node
    readonly cursor: (row: Row, index: number) => string
  },
): Connection<Node> {
  const page = rows.slice(0, size)
  const nodes = page.map((row) => node(row))
  const cursorAt = (index: number): string | null => {
    const row = page[index]
    return row === undefined ? null : cursor(row, index)
  }
  const edges = nodes.map((made, index) => new LazyEdge(made, () => cursorAt(index) ?? ''))
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: after != null,
      get startCursor() {
        return cursorAt(0)
      },
      get endCursor() {
        return cursorAt(page.length - 1)
      },
    },
  }
}
