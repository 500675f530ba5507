import { randomUUID } from 'node:crypto'
import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import type { Viewer } from '../../core/access/viewer.ts'
import type { CursorCodec } from '../../core/feed/cursor.ts'
import type { FeedPosition } from '../../core/feed/position.ts'
import type { Log } from '../context.ts'
import { formatError } from '../errors.ts'
import { isRecord } from '../is-record.ts'
import type { RunQuery } from '../run-query.ts'
import { ERROR_AFTER_MS, retryDelayMs } from './failing.ts'
import type { ReservationFollower } from './reservation-follower.ts'
import { FOLLOWED, type ReservationSelection, STATE } from './reservation-selection.ts'
import { Ticker } from './ticker.ts'
import { internalError, withoutPath } from './told-errors.ts'

/** States after which a reservation never changes again. */
const ENDS: ReadonlySet<unknown> = new Set(['FULFILLED', 'RELEASED', 'EXPIRED'])

/** A state of a reservation as a follower is told of it: serialised once for all. */
export interface ReservationState {
  /** Equal for states between which no client sees a difference. */
  readonly content: string
  /** The result of one execution of the subscription, as JSON. */
  readonly payload: string
  /** The point before which it was not read. */
  readonly cursor: string
  /** Whether no other state comes after it. */
  readonly isLast: boolean
}

export interface ReservationWatchOptions {
  readonly selection: ReservationSelection
  /** One of its access class; what is read is shown to all of that class. */
  readonly viewer: Viewer
  readonly runQuery: RunQuery
  readonly cursors: CursorCodec
  /** The newest point that the feed has told. */
  readonly now: () => FeedPosition
  /** It could not be read, and is tried again now. */
  readonly onUnreadable: () => void
  /** Nobody follows any more. */
  readonly onUnused: () => void
  readonly log: Log
}

/** One reservation, read again whenever the feed tells of it, for all who select the same of it and may see the same. */
export class ReservationWatch {
  readonly #options: ReservationWatchOptions
  readonly #ticker = new Ticker(() => this.#tick())
  readonly #followers = new Set<ReservationFollower>()
  #failures = 0
  #failingSince = 0

  constructor(options: ReservationWatchOptions) {
    this.#options = options
  }

  /** The follower is told the present state, and every one that is read later. */
  add(follower: ReservationFollower): void {
    this.#followers.add(follower)
    this.changed()
  }

  remove(follower: ReservationFollower): void {
    if (this.#followers.delete(follower) && this.#followers.size === 0) this.#options.onUnused()
  }

  /** It may have another state than the one that was read last. */
  changed(): void {
    this.#ticker.wake()
  }

  /** What could not be read is tried again now. */
  retry(): void {
    this.#ticker.hurry()
  }

  close(): void {
    this.#ticker.close()
  }

  async #tick(): Promise<void> {
    const followers = [...this.#followers]
    if (followers.length === 0) return
    const requestId = randomUUID()
    const log = this.#options.log.child({ requestId })
    const read = await this.#read(requestId, log)
    if (read === 'missing') {
      for (const follower of followers) follower.isMissing(requestId)
    } else if ('errors' in read) {
      if (this.#failures++ === 0) this.#failingSince = performance.now()
      const lasts = performance.now() - this.#failingSince >= ERROR_AFTER_MS
      for (const follower of followers) follower.cannotBeRead(read.errors, lasts)
    } else {
      this.#failures = 0
      for (const follower of followers) follower.tell(read)
    }
    if (this.#failures === 0) return
    this.#ticker.wakeIn(retryDelayMs(this.#failures), this.#options.onUnreadable)
  }

  async #read(
    requestId: string,
    log: Log,
  ): Promise<ReservationState | 'missing' | { readonly errors: readonly GraphQLFormattedError[] }> {
    const { selection, viewer, runQuery, cursors, now } = this.#options
    const { query, alias } = selection
    const cursor = cursors.encode(now())
    let data: Readonly<Record<string, unknown>> | null = null
    let thrown: readonly GraphQLError[] = []
    try {
      const context = { viewer, requestId, atLeast: cursor, signal: undefined, log, transport: 'live-query' } as const
      const result = await runQuery(query, { ...query.variables, [query.idVariable]: selection.id }, context)
      data = result.data
      thrown = result.errors
    } catch (error) {
      log.error({ err: error }, 'A reservation could not be read for its followers')
    }
    const errors = thrown.map((error) => formatError({ ...error.toJSON() }, error, { requestId, log }))
    // What another subgraph will complete in a moment is told when it is complete.
    const passing = errors.filter(({ extensions }) => extensions?.retryable === true)
    if (passing.length > 0) return { errors: passing.map(withoutPath) }
    const state = data?.[STATE]
    const followed = data?.[FOLLOWED]
    if (data !== null && state === null) return 'missing'
    if (!isRecord(state) || !isRecord(followed)) {
      return { errors: errors.length > 0 ? errors.map(withoutPath) : [internalError(requestId)] }
    }
    const own = errors.map((error) => {
      const [, ...path] = error.path ?? []
      return { ...withoutPath(error), path: [alias, ...path] }
    })
    const told = own.length === 0 ? '' : `"errors":${JSON.stringify(own)},`
    const filled = { ...followed, ...Object.fromEntries([...query.cursorKeys].map((key) => [key, cursor])) }
    return {
      content: JSON.stringify([followed, own.map(({ message, path }) => [message, path])]),
      payload: `{${told}"data":{${JSON.stringify(alias)}:${JSON.stringify(filled)}}}`,
      cursor,
      isLast: ENDS.has(state.status),
    }
  }
}
