import { accessClass } from '../../core/access/access-class.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import type { CursorCodec } from '../../core/feed/cursor.ts'
import type { Feed } from '../../core/feed/listener.ts'
import type { Log } from '../context.ts'
import type { Supergraph } from '../supergraph.ts'
import type { LiveQueries } from './live-queries.ts'
import { ReservationFollower } from './reservation-follower.ts'
import { type ReservationSelection, reservationSelection } from './reservation-selection.ts'
import { ReservationWatch } from './reservation-watch.ts'
import { subscriptionRunner } from './subscription-runner.ts'

export interface ReservationsOptions {
  readonly supergraph: Pick<Supergraph, 'schema' | 'plan' | 'execute'>
  readonly feed: Feed
  readonly cursors: CursorCodec
  readonly log: Log
}

/** Subscriptions to single reservations: each is read once for all who select the same of it and may see the same. */
export function reservations({ supergraph, feed, cursors, log }: ReservationsOptions): LiveQueries {
  const runQuery = subscriptionRunner({ supergraph, feed, cursors })
  const watches = new Map<string, ReservationWatch>()
  const byId = new Map<string, Set<ReservationWatch>>()
  const followers = new Set<ReservationFollower>()
  let now = feed.position

  const endFeed = feed.subscribe({
    changes({ changes, position }) {
      now = position
      if (watches.size === 0) return
      for (const { subjectId } of changes) {
        // Of a document of another kind with the same id it is only read once more than needed.
        for (const watch of (subjectId === null ? undefined : byId.get(subjectId)) ?? []) watch.changed()
      }
    },
    reset(position) {
      now = position
      for (const watch of watches.values()) watch.changed()
    },
    // Of which SKUs it is is not known here.
    stuck() {
      for (const watch of watches.values()) watch.changed()
    },
    readable() {
      for (const watch of watches.values()) watch.retry()
    },
  })

  function watchFor(selection: ReservationSelection, viewer: Viewer): ReservationWatch {
    const { alias, id, query } = selection
    // Which reservations a storefront may see depends on the client as well.
    const client = viewer.kind === 'storefront' ? viewer.client : null
    const key = JSON.stringify([alias, id, accessClass(viewer), client, query.source, query.variables])
    const known = watches.get(key)
    if (known !== undefined) return known
    const others = byId.get(id) ?? new Set()
    const onUnused = () => {
      made.close()
      watches.delete(key)
      others.delete(made)
      if (others.size === 0) byId.delete(id)
    }
    const made = new ReservationWatch({
      selection,
      viewer,
      runQuery,
      cursors,
      now: () => now,
      onUnreadable: feed.look,
      onUnused,
      log,
    })
    watches.set(key, made)
    byId.set(id, others.add(made))
    return made
  }

  return {
    async subscribe({ document, operation, variables, context }) {
      const selection = reservationSelection(supergraph.schema, document, operation, variables)
      const watch = watchFor(selection, context.viewer)
      const follower = new ReservationFollower({
        origin: () => cursors.encode(now),
        onClose: (who) => {
          followers.delete(who)
          watch.remove(who)
        },
      })
      followers.add(follower)
      watch.add(follower)
      try {
        await follower.begun
      } catch (error) {
        follower.close()
        throw error
      }
      return follower
    },

    close() {
      endFeed()
      for (const follower of [...followers]) follower.close()
    },
  }
}
