import type { Ending, ToldError } from './ending.ts'
import { OnhandError } from './errors.ts'
import { openLink, type Result, webSocketOr } from './link.ts'
import { type Availability, type Change, Picture, type SnapshotReason } from './picture.ts'
import { retryDelay } from './retry-delay.ts'
import type { StaleReason, Status } from './status.ts'

export interface WatchOptions {
  /** The hub's `/graphql`: `wss://…`, `https://…`, or in a browser a path of the same site. */
  readonly url: string
  /** An API key or JWT; or a function that gives a fresh one, asked before each connection and before a JWT expires. Absent: the hub is open. */
  readonly token?: string | (() => string | Promise<string>)
  /** Id of the channel. */
  readonly channelId: string
  /** 1 to 1,000 SKUs; null or absent: every SKU of the channel. */
  readonly skus?: readonly string[] | null
  /** Further fields of `Availability` to select, as in `item { title } locations { locationId quantity }`. Their type is the type parameter. */
  readonly select?: string
  /** `STATUS_CHANGES`: a SKU is told anew when its `status` is another one, with the quantity of that moment. Absent: whatever changes. */
  readonly onlyWhen?: 'STATUS_CHANGES'
  /** At least so many milliseconds between two states of a SKU, 0 to 3,600,000; the newest comes when they have passed. 0 by default. */
  readonly minIntervalMs?: number
  /** Where there is no global WebSocket (Node 20): the class of the package `ws`. */
  readonly webSocket?: unknown
  /** Milliseconds between two questions whether the hub is there; 10,000 by default. */
  readonly pingMs?: number
  /** Milliseconds without any sign of the hub after which it is given up and dialled anew; 10,000 by default. A dead connection is noticed within this and `pingMs`. */
  readonly silenceMs?: number
  /** Milliseconds after which half of a tick makes the store stale, as does a hub that is so far behind; 5,000 by default. */
  readonly behindMs?: number
  /** Milliseconds before the second try in a row, doubled for each further one, at random between a half and the whole; 500 by default. */
  readonly retryDelayMsMin?: number
  /** Never longer than this; 30,000 milliseconds by default. */
  readonly retryDelayMsMax?: number
}

/**
 * What may be sold through a channel, kept up to date. Reading is synchronous, and what is read without an `await` in between belongs together: no reader sees one half of what the hub told
 * at once.
 */
export interface AvailabilityStore<Item extends Availability = Availability> {
  /** The newest state of a SKU; undefined while nothing is known of it. */
  get(sku: string): Item | undefined
  /** All states by SKU. It is the store's own map, and changes with it. */
  readonly items: ReadonlyMap<string, Item>
  /** Counted up whenever a state or the status changes; equal numbers mean that nothing did. */
  readonly version: number
  /** Another object only where something in it is another. */
  readonly status: Status
  /** The point in the feed up to which everything is here: to give as `atLeast` to a query. */
  readonly cursor: string | undefined
  /** Why the hub could not tell the state of a SKU, by SKU; `items` has the last one that it could. Empty when all is well. */
  readonly problems: ReadonlyMap<string, readonly ToldError[]>
  /** Calls the listener after each change, until the function that is returned is called. */
  subscribe(listener: (change: Change<Item>) => void): () => void
  /** Resolves when the store is live for the first time; rejects when it was closed before. */
  ready(): Promise<void>
  /** Ends it. What is known can still be read. */
  close(): void
}

const FIELDS = 'sku quantity status asOf cursor'

/** Watches what may be sold through a channel. Comes back by itself after every loss of the connection, without missing a change; gives up only where the hub says that there is no use. */
export function watchAvailability<Extra extends object = object>(
  options: WatchOptions,
): AvailabilityStore<Availability & Extra> {
  return new Store<Availability & Extra>(options)
}

class Store<Item extends Availability> implements AvailabilityStore<Item> {
  readonly problems = new Map<string, readonly ToldError[]>()
  version = 0
  status: Status = { state: 'connecting', since: new Date() }
  readonly #options: WatchOptions
  readonly #picture = new Picture<Item>()
  readonly #listeners = new Set<(change: Change<Item>) => void>()
  readonly #ready: Promise<void>
  #settleReady: { resolve(): void; reject(error: OnhandError): void } = { resolve() {}, reject() {} }
  #closeLink: (() => void) | undefined
  #redial: ReturnType<typeof setTimeout> | undefined
  #behind: ReturnType<typeof setTimeout> | undefined
  /** Tries in a row that did not come to a picture. */
  #failures = 0
  /** Why everything is asked for, while there is no cursor. */
  #askedFor: SnapshotReason | undefined = 'first'
  /** What keeps the picture from being known to be right. */
  #loss: { reason: StaleReason; message?: string | undefined } | undefined
  /** Whether everything was told over the present connection. */
  #isSettled = false
  #hasPicture = false
  #isBehind = false
  #isHubBehind = false
  /** Why the hub cannot tell whether anything has changed. */
  #unreadable: string | undefined
  #error: OnhandError | undefined
  #isClosed = false

  constructor(options: WatchOptions) {
    this.#options = { ...options, url: absolute(options.url), webSocket: webSocketOr(options.webSocket) }
    this.#ready = new Promise((resolve, reject) => {
      this.#settleReady = { resolve, reject }
    })
    // Who does not ask is not to be told by an exception.
    this.#ready.catch(() => {})
    this.#dial()
  }

  get items(): ReadonlyMap<string, Item> {
    return this.#picture.items
  }

  get cursor(): string | undefined {
    return this.#picture.cursor
  }

  get(sku: string): Item | undefined {
    return this.#picture.items.get(sku)
  }

  subscribe(listener: (change: Change<Item>) => void): () => void {
    // Of its own, so that who subscribes twice with one function is told twice, and each ends alone.
    const own = (change: Change<Item>) => listener(change)
    this.#listeners.add(own)
    return () => void this.#listeners.delete(own)
  }

  ready(): Promise<void> {
    return this.#ready
  }

  close(): void {
    this.#end(undefined)
  }

  #dial(): void {
    const {
      url,
      token,
      channelId,
      skus = null,
      select = '',
      onlyWhen = null,
      minIntervalMs = null,
      webSocket,
    } = this.#options
    const { pingMs = 10_000, silenceMs = 10_000, behindMs = 5_000 } = this.#options
    const after = this.#picture.cursor ?? null
    this.#closeLink = openLink(
      { url, token, webSocket, pingMs, silenceMs },
      {
        query: `subscription WatchAvailability($channelId: ID!, $skus: [ID!], $after: Cursor, $initial: Boolean, $onlyWhen: AvailabilityCondition, $minIntervalMs: Int) {
  availabilityChanged(channelId: $channelId, skus: $skus, after: $after, initial: $initial, onlyWhen: $onlyWhen, minIntervalMs: $minIntervalMs) { ${FIELDS} ${select} }
}`,
        variables: { channelId, skus, after, initial: after === null, onlyWhen, minIntervalMs },
        // Which events belong together is told only to who asks for it.
        extensions: { onhand: { ticks: true } },
      },
      {
        next: (result) => this.#take(result),
        settled: (cursor) => {
          this.#complete()
          this.#picture.cursor = cursor
        },
        lag: (lagMs) => {
          this.#isHubBehind = lagMs > behindMs
          if (lagMs === 0) this.#unreadable = undefined
          this.#tellStatus()
        },
        over: (ending) => this.#comeBack(ending),
      },
    )
  }

  #take({ data, errors, extensions }: Result): void {
    const { more, snapshot, sku } = remarksIn(extensions)
    const told = Object(data).availabilityChanged
    if (errors !== undefined && told == null && sku === undefined) {
      // It is about everything, until the hub says that it is not behind any more.
      this.#unreadable = errors[0]?.message ?? ''
      this.#tellStatus()
      return
    }
    const { cursor, ...state } = Object(told)
    const item: Item | undefined = told == null ? undefined : state
    this.#picture.gather({ item, cursor, snapshot })
    const named = sku ?? item?.sku
    if (named !== undefined) {
      if (errors !== undefined) this.problems.set(named, errors)
      else this.problems.delete(named)
    }
    if (more !== true) {
      this.#complete()
      return
    }
    this.#behind ??= setTimeout(() => {
      this.#isBehind = true
      this.#tellStatus()
    }, this.#options.behindMs ?? 5_000)
    this.#tellStatus()
  }

  /** Everything was told: what was gathered can be seen, and it is known to be right. */
  #complete(): void {
    clearTimeout(this.#behind)
    this.#behind = undefined
    this.#isBehind = false
    const change = this.#picture.complete(this.#askedFor)
    this.#askedFor = undefined
    this.#loss = undefined
    this.#failures = 0
    this.#isSettled = true
    this.#hasPicture = true
    if (change !== undefined) this.version++
    const hadStatus = this.#renewStatus()
    if (change !== undefined) this.#tell(change)
    if (hadStatus) this.#tell({ kind: 'status' })
    if (this.status.state === 'live') this.#settleReady.resolve()
  }

  #comeBack(ending: Ending): void {
    this.#closeLink = undefined
    clearTimeout(this.#behind)
    this.#behind = undefined
    this.#isBehind = false
    this.#isHubBehind = false
    this.#unreadable = undefined
    this.#isSettled = false
    this.#picture.forget()
    this.problems.clear()
    this.#loss = { reason: ending.reason, message: ending.message }
    if (ending.error !== undefined) {
      this.#end(ending.error)
      return
    }
    if (ending.cursorUnknown === true) {
      this.#picture.cursor = undefined
      this.#askedFor = 'cursor-unknown'
    }
    const { retryDelayMsMin = 500, retryDelayMsMax = 30_000 } = this.#options
    const delayMs = retryDelay(ending, this.#failures, { retryDelayMsMin, retryDelayMsMax })
    this.#failures++
    this.#redial = setTimeout(() => this.#dial(), delayMs)
    this.#tellStatus()
  }

  #end(error: OnhandError | undefined): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#error = error
    clearTimeout(this.#redial)
    clearTimeout(this.#behind)
    this.#closeLink?.()
    this.#tellStatus()
    this.#settleReady.reject(error ?? new OnhandError('CLOSED', 'The store was closed before it was live.'))
  }

  #tellStatus(): void {
    if (this.#renewStatus()) this.#tell({ kind: 'status' })
  }

  /** Whether the status is another one now. */
  #renewStatus(): boolean {
    const before = this.status
    const now = this.#statusNow(before.since)
    if (before.state === now.state && reasonOf(before) === reasonOf(now)) return false
    this.status = before.state === now.state ? now : { ...now, since: new Date() }
    this.version++
    return true
  }

  #statusNow(since: Date): Status {
    if (this.#isClosed) return { state: 'closed', since, ...(this.#error === undefined ? {} : { error: this.#error }) }
    const trouble = this.#loss ?? this.#troubleOfHub()
    if (trouble === undefined) return { state: this.#isSettled ? 'live' : 'connecting', since }
    const { reason, message } = trouble
    const state = this.#hasPicture ? 'stale' : 'connecting'
    return { state, since, reason, ...(message === undefined ? {} : { message }) }
  }

  #troubleOfHub(): { reason: StaleReason; message?: string } | undefined {
    const [problem] = this.problems
    if (problem !== undefined)
      return { reason: 'unreadable', message: `${problem[0]}: ${problem[1][0]?.message ?? ''}` }
    if (this.#unreadable !== undefined) return { reason: 'unreadable', message: this.#unreadable }
    if (this.#isBehind) return { reason: 'behind' }
    return this.#isHubBehind ? { reason: 'hub behind' } : undefined
  }

  #tell(change: Change<Item>): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(change)
      } catch (error) {
        // A listener's mistake is its own: the others are told, and the store goes on.
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }
}

function reasonOf(status: Status): StaleReason | undefined {
  return 'reason' in status ? status.reason : undefined
}

interface Remarks {
  readonly more?: unknown
  readonly snapshot: SnapshotReason | undefined
  readonly sku: string | undefined
}

function remarksIn(extensions: Result['extensions']): Remarks {
  return Object(extensions?.onhand)
}

/** Throws where it is no URL, because nothing would ever come of it. */
function absolute(url: string): string {
  const base: unknown = Object(globalThis).location?.href
  return new URL(url, typeof base === 'string' ? base : undefined).href
}
