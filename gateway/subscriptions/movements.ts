import { accessClass } from '../../core/access/access-class.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import type { CursorCodec } from '../../core/feed/cursor.ts'
import type { Feed, FeedBatch } from '../../core/feed/listener.ts'
import type { Log } from '../context.ts'
import { CodedError } from '../errors.ts'
import type { Metrics } from '../metrics.ts'
import type { Supergraph } from '../supergraph.ts'
import type { Subscription, SubscriptionRequest } from './live-queries.ts'
import { MovementFollower } from './movement-follower.ts'
import { movementReader } from './movement-page.ts'
import { MovementPages } from './movement-pages.ts'
import { type MovementSelection, movementSelection } from './movement-selection.ts'
import { MovementStream } from './movement-stream.ts'
import { SNAPSHOT_REASONS } from './subscriber.ts'
import { subscriptionRunner } from './subscription-runner.ts'

/** Characters of entries that are kept for followers who are behind: of all streams together, of one stream, and of pages that single ones read. */
const STREAMS_SIZE_MAX = 32 * 1024 * 1024
const STREAM_SIZE_MAX = 1024 * 1024
const PAGES_SIZE_MAX = 16 * 1024 * 1024

export interface MovementsOptions {
  readonly supergraph: Pick<Supergraph, 'schema' | 'plan' | 'execute'>
  readonly feed: Feed
  readonly cursors: CursorCodec
  readonly metrics: Metrics
  readonly log: Log
}

/** Subscriptions to the journal. */
export interface Movements {
  /** Resolves when every entry will be told that it asks for. Throws a `CodedError` for what cannot be subscribed to. */
  subscribe(request: SubscriptionRequest): Promise<Subscription>
  close(): void
}

/** Follows the journal: read by cursor through the query of the same name, once for all who select, filter and may see the same. */
export function movements({ supergraph, feed, cursors, metrics, log }: MovementsOptions): Movements {
  const runQuery = subscriptionRunner({ supergraph, feed, cursors })
  const streams = new Map<string, MovementStream>()
  const pages = new MovementPages(PAGES_SIZE_MAX)
  let now = feed.position
  metrics.keepsOfJournal(() => [...streams.values()].reduce((sum, { kept }) => sum + kept, pages.size))

  const endFeed = feed.subscribe({
    changes({ changes, position }: FeedBatch) {
      now = position
      for (const stream of streams.values()) {
        stream.heard(
          changes.some((change) => stream.concerns(change)),
          position,
        )
      }
    },
    reset(position) {
      now = position
      for (const stream of streams.values()) stream.startOver()
    },
    stuck({ mayConcern }) {
      for (const stream of streams.values()) stream.doubt(mayConcern)
    },
    readable() {
      for (const stream of streams.values()) stream.retry()
    },
  })

  function streamFor(selection: MovementSelection, viewer: Viewer): MovementStream {
    const { alias, filter, query } = selection
    const names = [filter.skus, filter.locationIds].map((set) => set && [...set].sort())
    const key = JSON.stringify([alias, names, accessClass(viewer), query.source, query.variables])
    const known = streams.get(key)
    if (known !== undefined) return known
    const made: MovementStream = new MovementStream({
      onUnreadable: feed.look,
      onUnused: () => {
        made.close()
        streams.delete(key)
      },
      filter,
      read: movementReader({ selection, viewer, runQuery, onRead: () => metrics.journalPages.inc(), log }),
      pages,
      cursors,
      now: () => now,
      allowance: () => Math.min(STREAM_SIZE_MAX, STREAMS_SIZE_MAX / streams.size),
      log,
    })
    streams.set(key, made)
    return made
  }

  async function begin(follower: MovementFollower, after: string | null): Promise<void> {
    if (after === null) return follower.beginNow()
    const position = cursors.decode(after)
    if (position === undefined) throw new CodedError('BAD_USER_INPUT', 'after is not a cursor of this hub.')
    const state = await feed.check(position)
    // The database may have become another one while it was asked.
    if (state === 'ok' && position.epoch === now.epoch) return follower.beginAfter(after)
    log.info({ reason: state }, 'A follower of the journal could not resume and is told all of it')
    follower.startOver(SNAPSHOT_REASONS[state === 'ok' ? 'foreign-epoch' : state])
  }

  return {
    async subscribe({ document, operation, variables, context, after }) {
      const selection = movementSelection(supergraph.schema, document, operation, variables)
      const stream = streamFor(selection, context.viewer)
      const follower = new MovementFollower({
        stream,
        cursors,
        now: () => now,
        onClose: (who) => {
          stream.remove(who)
        },
      })
      stream.add(follower)
      try {
        await begin(follower, after ?? selection.after)
      } catch (error) {
        follower.close()
        if (error instanceof CodedError) throw error
        context.log.warn({ err: error }, 'A subscription could not be resumed')
        throw new CodedError('SERVICE_UNAVAILABLE', 'The hub cannot read what changed at the moment. Try again.')
      }
      return follower
    },

    close() {
      endFeed()
      for (const stream of [...streams.values()]) stream.close()
    },
  }
}
