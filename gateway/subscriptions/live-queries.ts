import { randomUUID } from 'node:crypto'
import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { accessClass } from '../../core/access/access-class.ts'
import { seesChannel, type Viewer } from '../../core/access/viewer.ts'
import { isAtLeast } from '../../core/feed/compare.ts'
import type { CursorCodec } from '../../core/feed/cursor.ts'
import { InvalidCursor } from '../../core/feed/invalid-cursor.ts'
import type { Feed, FeedBatch, StreamChange, Stuck } from '../../core/feed/listener.ts'
import type { FeedPosition } from '../../core/feed/position.ts'
import type { Log, OperationContext } from '../context.ts'
import { CodedError, ERROR_CODES, type ErrorCode } from '../errors.ts'
import type { Metrics } from '../metrics.ts'
import type { PreparedQuery } from '../run-query.ts'
import type { Supergraph } from '../supergraph.ts'
import { Interests } from './interests.ts'
import { type Knowing, LiveQuery, PAGE } from './live-query.ts'
import type { Outlet, Wrapping } from './outlet.ts'
import { BEFORE_THIS_PROCESS, Point } from './point.ts'
import { prepareQuery } from './root-field.ts'
import { ENTRIES, type LiveSelection, liveSelection } from './selection.ts'
import { SkuLookups } from './sku-lookups.ts'
import { SNAPSHOT_REASONS, type SnapshotReason, Subscriber } from './subscriber.ts'
import { subscriptionRunner } from './subscription-runner.ts'
import { Turns } from './turns.ts'

/** Whoever resumes after more changes than this is told the state of everything: that is less work for both. */
const RESUME_CHANGES_MAX = 50_000
const RESUME_PAGE = 5_000

/** Pages of what concerns every SKU that are under way at once, of all live queries: one is read while another one is told. */
const BULK_AT_ONCE = 2

export interface LiveQueriesOptions {
  readonly supergraph: Pick<Supergraph, 'schema' | 'plan' | 'execute'>
  readonly feed: Feed
  readonly cursors: CursorCodec
  /** Asks what subscriptions need to know and their viewers may not ask: which SKUs there are. */
  readonly viewer: Viewer
  readonly metrics: Metrics
  readonly log: Log
}

/** An operation of type subscription that was parsed, is valid, and passed the guards. */
export interface SubscriptionRequest {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
  readonly context: OperationContext
  /** Resumes here in place of what the argument `after` says. */
  readonly after?: string
  /** Whether the client wants to know which events belong together. */
  readonly ticks?: boolean
  /** How results are written, for transports that `pour` them. */
  readonly wrapping?: Wrapping
}

/** Results of a subscription, as JSON, for whatever transport carries them. */
export interface Subscription {
  /** The next result, once there is one; undefined when the subscription has ended. One call at a time: what is not fetched is conflated. */
  next(): Promise<string | undefined>
  /**
   * In place of `next`, where a wrapping was asked for: from now on results go to the outlet as it takes them, made once for all who are told the same.
   * Resolves when the subscription has ended.
   */
  pour?(outlet: Outlet): Promise<unknown>
  /** Whoever comes back with this cursor misses nothing but what was given to `next` or to the outlet. */
  cursor(): string
  /** The same, when nothing that was promised or belongs to what was given is on its way; else undefined. */
  settled?(): string | undefined
  close(): void
}

export interface LiveQueries {
  /** Resolves when every later change will be told. Throws a `CodedError` for what cannot be subscribed to. */
  subscribe(request: SubscriptionRequest): Promise<Subscription>
  /** Ends all subscriptions. */
  close(): void
}

/** Live queries: what changes in the feed is read again, once for all who may see the same and select the same. */
export function liveQueries(options: LiveQueriesOptions): LiveQueries {
  const { supergraph, feed, cursors, metrics, log } = options
  const { schema } = supergraph
  const runQuery = subscriptionRunner({ supergraph, feed, cursors })
  const queries = new Map<string, LiveQuery>()
  const interests = new Interests<LiveQuery>()
  const subscribers = new Set<Subscriber>()
  const bulkTurns = new Turns(BULK_AT_ONCE)
  const lookups = new SkuLookups(findUnknown)
  let now = new Point(0, feed.position, cursors)

  const endFeed = feed.subscribe({ changes: takeNote, reset: startOver, stuck: doubt, readable: retry })

  function takeNote({ changes, position, recordedAt, by }: FeedBatch): void {
    const since = now
    since.followedAt = recordedAt
    if (recordedAt !== undefined) metrics.noticeSeconds.observe({ by }, feed.ageMs(recordedAt) / 1_000)
    now = new Point(since.order + 1, position, cursors)
    if (queries.size === 0) return
    for (const change of changes) {
      const sku = skuOf(change)
      if (sku !== undefined) {
        for (const query of interests.of(sku)) query.changed(sku, since)
      } else {
        for (const query of queries.values()) if (bearsOn(change, query.channelId)) query.allChanged(since)
      }
    }
  }

  function doubt({ mayConcern }: Stuck): void {
    for (const query of queries.values()) query.doubt(mayConcern, now)
  }

  function retry(): void {
    for (const query of queries.values()) query.retry()
  }

  function startOver(position: FeedPosition): void {
    now = new Point(now.order + 1, position, cursors)
    const start = origin()
    for (const query of queries.values()) query.startOver(start)
  }

  /** Before everything: whoever resumes from here is told everything. */
  function origin(): Point {
    return new Point(BEFORE_THIS_PROCESS, { epoch: now.position.epoch, numbers: new Map() }, cursors)
  }

  function findQuery({ query, channelId, shaping }: LiveSelection, viewer: Viewer) {
    const key = JSON.stringify([channelId, accessClass(viewer), shaping, query.source, query.variables])
    return { key, known: queries.get(key) }
  }

  function queryFor(selection: LiveSelection, viewer: Viewer): LiveQuery {
    const { key, known } = findQuery(selection, viewer)
    if (known !== undefined) return known
    const { query: selected, channelId, shaping } = selection
    const query = new LiveQuery({
      query: selected,
      channelId,
      shaping,
      viewer,
      now: () => now,
      ageMs: feed.ageMs,
      interests,
      runQuery,
      listSkus,
      bulkTurns,
      onUnreadable: feed.look,
      onClose: (subscriber) => {
        if (subscribers.delete(subscriber)) metrics.subscriptions.dec()
        if (query.size > 0) return
        query.close()
        queries.delete(key)
        metrics.liveQueries.set(queries.size)
      },
      metrics,
      log,
    })
    queries.set(key, query)
    metrics.liveQueries.set(queries.size)
    return query
  }

  async function* listSkus(atLeast: string): AsyncGenerator<readonly string[]> {
    const context: OperationContext = {
      viewer: options.viewer,
      requestId: randomUUID(),
      atLeast,
      signal: undefined,
      log,
      transport: 'live-query',
    }
    let after: string | null = null
    do {
      const { data, errors } = await runQuery(LIST_SKUS, { after }, context)
      const page: unknown = data?.items
      if (errors[0] !== undefined || !isPage(page)) throw errors[0] ?? new Error('The list of SKUs is missing.')
      yield page.nodes.map(({ sku }) => sku)
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
  }

  /** The channel is there and to be seen, and so are the SKUs. */
  async function requireKnown(selection: LiveSelection, context: OperationContext): Promise<void> {
    const { skus, channelId } = selection
    if (!seesChannel(context.viewer, channelId)) {
      throw new CodedError('FORBIDDEN', `The channel ${JSON.stringify(channelId)} is not among those of this viewer.`)
    }
    if (skus === null) {
      const { data, errors } = await runQuery(FIND_CHANNEL, { channelId }, context)
      if (errors[0] !== undefined) throw refusal(errors[0].message, errors[0].extensions.code)
      if (data?.channel == null)
        throw new CodedError('BAD_USER_INPUT', `There is no channel ${JSON.stringify(channelId)}.`)
      return
    }
    // What others of the same access class follow is known: a crowd that comes back at once asks nothing of the database.
    const { known } = findQuery(selection, context.viewer)
    const asked = known === undefined ? skus : skus.filter((sku) => !known.knows(sku))
    const unknown = await lookups.unknownOf(asked, channelId, context)
    if (unknown.length === 0) return
    const named = unknown.slice(0, 10).map((sku) => JSON.stringify(sku))
    const more = unknown.length > named.length ? ` and ${unknown.length - named.length} more` : ''
    throw new CodedError('BAD_USER_INPUT', `There is no item with SKU ${named.join(', ')}${more}.`)
  }

  async function findUnknown(skus: readonly string[], channelId: string, context: OperationContext) {
    const unknown = new Set<string>()
    for (let start = 0; start < skus.length; start += PAGE) {
      const page = skus.slice(start, start + PAGE)
      const { data, errors } = await runQuery(FIND_SKUS, { skus: page, channelId }, context)
      if (errors[0] !== undefined) throw refusal(errors[0].message, errors[0].extensions.code)
      const entries = data?.[ENTRIES]
      if (!Array.isArray(entries)) throw new CodedError('INTERNAL_SERVER_ERROR', 'Something went wrong inside the hub.')
      page.forEach((sku, index) => {
        if (entries[index] == null) unknown.add(sku)
      })
    }
    return unknown
  }

  /** What may have changed after a point, for a channel; or why that cannot be told. */
  async function changedAfter(
    after: FeedPosition,
    channelId: string,
  ): Promise<ReadonlySet<string> | 'every SKU' | SnapshotReason> {
    // Whoever was only briefly away has missed nothing.
    if (isAtLeast(after, now.position) && isAtLeast(now.position, after)) return new Set()
    const state = await feed.check(after)
    if (state !== 'ok') return SNAPSHOT_REASONS[state]

    const skus = new Set<string>()
    let position = after
    try {
      for (let read = 0; read < RESUME_CHANGES_MAX; read += RESUME_PAGE) {
        const page = await feed.readSince(position, RESUME_PAGE)
        for (const change of page.changes) {
          const touched = touchedBy(change, channelId)
          if (touched === 'every SKU') return touched
          if (touched !== undefined) skus.add(touched)
        }
        if (page.complete) return skus
        position = page.position
      }
    } catch (error) {
      // Of another epoch or ahead only now: the database was restored meanwhile, or the feed had not noticed it yet.
      if (error instanceof InvalidCursor) return SNAPSHOT_REASONS[error.fault]
      throw error
    }
    return 'every SKU'
  }

  async function beginWith(query: LiveQuery, subscriber: Subscriber, selection: LiveSelection): Promise<void> {
    const after = selection.after === null ? null : decode(selection.after)
    if (after === null) {
      if (!selection.initial) return
      subscriber.beginAt(origin())
      query.promise(subscriber, undefined)
      return
    }
    subscriber.beginAt(new Point(BEFORE_THIS_PROCESS, after, cursors))
    const changed = await changedAfter(after, selection.channelId)
    if (typeof changed === 'object') {
      query.promise(
        subscriber,
        [...changed].filter((sku) => subscriber.hears(sku)),
      )
      return
    }
    if (changed !== 'every SKU') {
      log.info({ reason: changed }, 'A subscriber could not resume and is told everything')
      subscriber.beginAt(origin(), changed)
    }
    query.promise(subscriber, undefined)
  }

  function knowingOf({ after, initial }: LiveSelection): Knowing {
    if (after === null) return initial ? 'what it is told first' : 'no more than was noticed'
    return isAtLeast(now.position, decode(after)) ? 'no more than was noticed' : 'more'
  }

  function decode(cursor: string): FeedPosition {
    const position = cursors.decode(cursor)
    if (position === undefined) throw new CodedError('BAD_USER_INPUT', 'after is not a cursor of this hub.')
    return position
  }

  return {
    async subscribe({ document, operation, variables, context, after, ticks = false, wrapping }) {
      const asked = liveSelection(schema, document, operation, variables)
      const selection = after === undefined ? asked : { ...asked, after }
      if (selection.after !== null) decode(selection.after)
      await requireKnown(selection, context)

      const query = queryFor(selection, context.viewer)
      const subscriber = new Subscriber(query, query.styleOf(selection.alias, ticks, wrapping), wrapping)
      query.add(subscriber, selection.skus, knowingOf(selection))
      subscribers.add(subscriber)
      metrics.subscriptions.inc()
      try {
        await beginWith(query, subscriber, selection)
      } catch (error) {
        subscriber.close()
        if (error instanceof CodedError) throw error
        context.log.warn({ err: error }, 'A subscription could not be resumed')
        throw new CodedError('SERVICE_UNAVAILABLE', 'The hub cannot read what changed at the moment. Try again.')
      }

      return {
        next: async () => {
          const payload = await subscriber.next()
          if (payload !== undefined) metrics.events.inc()
          return payload
        },
        ...(wrapping === undefined ? {} : { pour: (outlet: Outlet) => subscriber.pour(outlet) }),
        cursor: () => subscriber.cursor,
        settled: () => subscriber.settled,
        close: () => subscriber.close(),
      }
    },

    close() {
      endFeed()
      for (const subscriber of [...subscribers]) subscriber.close()
    },
  }
}

/** Which SKUs a change may bear on, for subscriptions to a channel. Too many costs a query, too few a wrong number. */
function touchedBy(change: StreamChange, channelId: string): string | 'every SKU' | undefined {
  return skuOf(change) ?? (bearsOn(change, channelId) ? 'every SKU' : undefined)
}

/** The one SKU that the change may bear on. Undefined: it is about more than one. */
function skuOf({ subject, sku }: StreamChange): string | undefined {
  switch (subject) {
    case 'channel':
    case 'location':
    case 'erpSystem':
    case 'erpRoute':
    case 'authority':
      return undefined
    case 'journal':
    case 'item':
    case 'stockPolicy':
    case 'reservation':
    case 'shipment':
    case 'return':
      return sku ?? undefined
  }
}

/** Whether a change that is about more than one SKU is about those of the channel. To whom the hub tells its movements, and whom it believes, bears on none. */
function bearsOn({ subject, subjectId }: StreamChange, channelId: string): boolean {
  if (subject === 'erpSystem' || subject === 'erpRoute' || subject === 'authority') return false
  return subject !== 'channel' || subjectId === null || subjectId === channelId
}

function refusal(message: string, code: unknown): CodedError {
  const known = ERROR_CODES.find((candidate): candidate is ErrorCode => candidate === code)
  return known === undefined
    ? new CodedError('INTERNAL_SERVER_ERROR', 'Something went wrong inside the hub.')
    : new CodedError(known, message)
}

const LIST_SKUS: PreparedQuery = prepareQuery(
  'query ListSkus($after: String) { items(first: 250, after: $after) { nodes { sku } pageInfo { hasNextPage endCursor } } }',
)
const FIND_CHANNEL: PreparedQuery = prepareQuery(
  'query FindChannel($channelId: ID!) { channel(id: $channelId) { id } }',
)
const FIND_SKUS: PreparedQuery = prepareQuery(
  `query FindSkus($skus: [ID!]!, $channelId: ID!) { ${ENTRIES}: availability(skus: $skus, channelId: $channelId) { sku } }`,
)

interface Page {
  readonly nodes: readonly { readonly sku: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

function isPage(value: unknown): value is Page {
  return (
    typeof value === 'object' && value !== null && 'nodes' in value && Array.isArray(value.nodes) && 'pageInfo' in value
  )
}
