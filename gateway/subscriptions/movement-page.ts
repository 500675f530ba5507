import { randomUUID } from 'node:crypto'
import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import type { Viewer } from '../../core/access/viewer.ts'
import type { FeedPosition } from '../../core/feed/position.ts'
import type { Log } from '../context.ts'
import { formatError } from '../errors.ts'
import type { RunQuery } from '../run-query.ts'
import { JOURNAL, type MovementSelection } from './movement-selection.ts'
import { internalError, withoutPath } from './told-errors.ts'

/** Entries that one query reads: as many as `stockMovements` gives. */
const ENTRIES_MAX = 250

/** One entry of the journal as a follower is told of it: serialised once for all. */
export interface Movement {
  /** The point before it on its page, and the point just after it: they differ in this entry alone. Null: the beginning of the journal. */
  readonly before: string | null
  readonly cursor: string
  /** The result of one execution of the subscription, as JSON. */
  readonly payload: string
}

/** The present as it was when a page began to be read. */
export interface Reached {
  readonly position: FeedPosition
  /** How many changes that concern the stream the feed had told by then. */
  readonly changes: number
}

/** What follows a point in the journal. */
export class MovementPage {
  /** Whether there is more to read after it. */
  readonly more: boolean
  /** When there is no more: everything up to here was read, whatever the page shows of it. */
  readonly reached: Reached
  /** Characters that it keeps in memory. */
  readonly size: number
  #movements: readonly Movement[] | undefined

  constructor(movements: readonly Movement[], more: boolean, reached: Reached) {
    this.#movements = movements
    this.more = more
    this.reached = reached
    this.size = movements.reduce((sum, { payload, cursor }) => sum + payload.length + cursor.length, 100)
  }

  /** Undefined when it was given up to save memory: whoever was still reading it reads it again from where it stands. */
  get movements(): readonly Movement[] | undefined {
    return this.#movements
  }

  giveUp(): void {
    this.#movements = undefined
  }
}

/** A page that could not be read now. */
export class PageFailed extends Error {
  override readonly name = 'PageFailed'
  /** As clients are told; without paths, because no entry is known that they belong to. */
  readonly errors: readonly GraphQLFormattedError[]

  constructor(errors: readonly GraphQLFormattedError[]) {
    super('A page of the journal could not be read.')
    this.errors = errors
  }

  /** Equal for failures between which no client sees a difference. */
  get content(): string {
    return JSON.stringify(this.errors.map(({ message, extensions }) => [message, extensions?.code]))
  }

  /** The result that tells it. */
  get payload(): string {
    return `{"errors":${JSON.stringify(this.errors)},"data":null}`
  }
}

export type ReadMovements = (after: string | null, atLeast: string, reached: Reached) => Promise<MovementPage>

/** Reads pages by the query of a selection, as one viewer of its access class. What it throws is a `PageFailed`. */
export function movementReader(options: {
  readonly selection: MovementSelection
  readonly viewer: Viewer
  readonly runQuery: RunQuery
  readonly onRead: () => void
  readonly log: Log
}): ReadMovements {
  const { selection, viewer, runQuery, onRead } = options
  const { alias, filter, query } = selection
  const wanted = {
    ...(filter.skus === null ? {} : { skus: [...filter.skus] }),
    ...(filter.locationIds === null ? {} : { locationIds: [...filter.locationIds] }),
  }
  let first = ENTRIES_MAX

  return async (after, atLeast, reached) => {
    const requestId = randomUUID()
    const log = options.log.child({ requestId })
    const variables = {
      ...query.variables,
      [query.firstVariable]: first,
      [query.afterVariable]: after,
      [query.filterVariable]: wanted,
    }
    onRead()
    let data: Readonly<Record<string, unknown>> | null = null
    let thrown: readonly GraphQLError[] = []
    try {
      const context = { viewer, requestId, atLeast, signal: undefined, log, transport: 'live-query' } as const
      const result = await runQuery(query, variables, context)
      data = result.data
      thrown = result.errors
    } catch (error) {
      log.error({ err: error }, 'The journal could not be read for subscriptions')
    }
    const errors = thrown.map((error) => formatError({ ...error.toJSON() }, error, { requestId, log }))
    const journal = data?.[JOURNAL]
    // An entry that another subgraph will complete in a moment is told when it is complete: it is told only once.
    const passing = errors.filter(({ extensions }) => extensions?.retryable === true)
    if (passing.length > 0) throw new PageFailed(passing.map(withoutPath))
    if (!isConnection(journal)) {
      // One entry can spoil the page for all: fewer at a time are told until it is alone.
      first = Math.max(1, first >> 1)
      throw new PageFailed(errors.length > 0 ? errors.map(withoutPath) : [internalError(requestId)])
    }
    first = ENTRIES_MAX

    let before = after
    const movements = journal.edges.map(({ cursor, node }, index): Movement => {
      const movement = { before, cursor, payload: payloadOf(alias, node, errorsAt(index, errors, alias)) }
      before = cursor
      return movement
    })
    return new MovementPage(movements, journal.pageInfo.hasNextPage, reached)
  }
}

/** The result that tells an entry. */
function payloadOf(alias: string, node: unknown, errors: readonly GraphQLFormattedError[]): string {
  const told = errors.length === 0 ? '' : `"errors":${JSON.stringify(errors)},`
  return `{${told}"data":{${JSON.stringify(alias)}:${JSON.stringify(node)}}}`
}

function errorsAt(
  index: number,
  errors: readonly GraphQLFormattedError[],
  alias: string,
): readonly GraphQLFormattedError[] {
  if (errors.length === 0) return errors
  return errors.flatMap((error) => {
    const [root, edges, at, , ...rest] = error.path ?? []
    if (root !== JOURNAL || edges !== 'edges' || typeof at !== 'number') return [withoutPath(error)]
    return at === index ? [{ ...withoutPath(error), path: [alias, ...rest] }] : []
  })
}

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[]
  readonly pageInfo: { readonly hasNextPage: boolean }
}

function isConnection(value: unknown): value is Connection {
  return (
    typeof value === 'object' &&
    value !== null &&
    'edges' in value &&
    Array.isArray(value.edges) &&
    'pageInfo' in value &&
    typeof value.pageInfo === 'object'
  )
}
