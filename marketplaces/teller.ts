import { setTimeout as sleep } from 'node:timers/promises'
import { CircuitState, ExponentialBackoff, type IBackoff } from 'cockatiel'
import type { Kysely } from 'kysely'
import { type AvailabilityReading, readAvailability } from '../core/availability/read.ts'
import { isDatabaseUnavailable } from '../core/database/errors.ts'
import type { Schema } from '../core/database/schema.ts'
import { Naps } from '../core/jobs/naps.ts'
import type { ListingQueue, Outcome, TakenListing } from '../core/marketplaces/listing-queue.ts'
import type { Marketplace } from '../core/marketplaces/marketplace.ts'
import { shownQuantity } from '../core/marketplaces/shown-quantity.ts'
import { type Breaker, openBreaker } from '../outgoing/breaker.ts'
import {
  type MarketplaceConnector,
  MarketplaceThrottled,
  MarketplaceUnavailable,
  type PushResult,
} from './connector.ts'
import type { OrderReader } from './order-reader.ts'

export interface TellerSettings {
  /** Milliseconds for which a call may last. */
  readonly callMs: number
  /** Milliseconds until a marketplace that does not answer, or does not say when it wants to be asked again, is asked again, at first and at most. */
  readonly retryMsMin: number
  readonly retryMsMax: number
}

export interface TellerLog {
  debug(details: object, message: string): void
  info(details: object, message: string): void
  warn(details: object, message: string): void
}

export interface TellerOptions {
  readonly marketplace: Marketplace
  readonly connector: MarketplaceConnector
  readonly queue: ListingQueue
  readonly db: { readonly lookups: Kysely<Schema> }
  /** Undefined: it is not asked for orders. */
  readonly orders: OrderReader | undefined
  readonly settings: TellerSettings
  /** Whether no other process can have taken over yet. */
  readonly holds: () => boolean
  readonly log: TellerLog
}

/** Listings that are looked at by one statement. */
const LOOK_PAGE = 250
/** Every so many calls take what has waited longest, so that nothing waits for ever behind what is more urgent. */
const OLDEST_EVERY = 4
/** Milliseconds between two looks without being told. */
const POLL_MS = 500
const DATABASE_RETRY_MS = 1_000
/** Milliseconds in which a call that is under way may finish at the end. */
const END_MS = 2_000
/** Milliseconds beyond the longest call after which a listing that was sent by a process that is gone is sent anew. */
const MARGIN_MS = 5_000
/** A marketplace that asks for more patience than this is asked again nevertheless. */
const RETRY_AFTER_MS_MAX = 3_600_000

type Answer<T> =
  | { readonly kind: 'answered'; readonly answer: T }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'silent'; readonly error: MarketplaceUnavailable }
  | { readonly kind: 'fault'; readonly error: unknown }

/**
 * Tells one marketplace, one call after the other: so no two numbers of a listing are ever on their way, unless nobody knows what became of the first. What is sent is read when it is taken as on its way, and whatever is taken later is
 * read later.
 */
export class Teller {
  readonly #options: TellerOptions
  readonly #breaker: Breaker
  readonly #over = new AbortController()
  readonly #naps = new Naps(this.#over.signal)
  /** Ends the call that is under way. */
  readonly #cut = new AbortController()
  readonly #sizeMax: number
  #size: number
  #turn = 0
  #orderTurn = 0
  #failures = 0
  #failingSince: number | undefined
  #lastError: string | undefined
  #toldCondition = ''
  #throttling: IBackoff<unknown> | undefined
  #isFirst = true
  /** What became of what was sent last, as long as the database does not know. */
  #unsettled: readonly Outcome[] = []
  #done: Promise<void> | undefined

  constructor(options: TellerOptions) {
    this.#options = options
    this.#sizeMax = Math.max(1, Math.min(options.marketplace.batchSize, options.connector.can.batch))
    this.#size = this.#sizeMax
    const { retryMsMin: minMs, retryMsMax: maxMs } = options.settings
    this.#breaker = openBreaker(MarketplaceUnavailable, { minMs, maxMs })
  }

  start(): void {
    this.#done = this.#run()
  }

  /** There may be something new. */
  nudge(): void {
    this.#naps.wake()
  }

  /** Resolves when nothing of it goes on. */
  async stop(): Promise<void> {
    this.#over.abort()
    await Promise.race([this.#done, sleep(END_MS)])
    this.#cut.abort()
    await this.#done
  }

  async #run(): Promise<void> {
    while (!this.#over.signal.aborted) {
      try {
        const waitMs = await this.#step()
        if (waitMs > 0) await this.#naps.nap(waitMs)
      } catch (error) {
        // The database: what became of what was sent is written down when it is back.
        const level = isDatabaseUnavailable(error) ? 'debug' : 'warn'
        this.#options.log[level]({ err: error }, 'What a marketplace is to be told could not be read or written')
        await this.#naps.rest(DATABASE_RETRY_MS)
      }
    }
  }

  /** Does the next thing, and answers in how many milliseconds there is another. */
  async #step(): Promise<number> {
    const { queue, holds, orders, connector } = this.#options
    if (!holds()) return POLL_MS
    if (this.#isFirst && connector.can.versions) await queue.nothingOnItsWay()
    this.#isFirst = false
    if (this.#unsettled.length > 0) await this.#settle(this.#unsettled)
    const isMore = await this.#look()
    const openMs = (this.#breaker.openUntil() ?? 0) - Date.now()
    if (openMs > 0) return isMore ? 0 : Math.min(openMs, POLL_MS)

    const isOrders = orders !== undefined && (await orders.isDue())
    if (!isOrders && !(await queue.hasDue())) return isMore ? 0 : POLL_MS
    const waitMs = await queue.takeCall()
    if (waitMs > 0) return isMore ? 0 : Math.min(waitMs, POLL_MS)
    // Orders of a backlog take turns with what is to be told.
    if (isOrders && (this.#orderTurn++ % 2 === 0 || !(await queue.hasDue()))) await this.#readOrders(orders)
    else await this.#tell()
    return 0
  }

  /** Looks at what something may have changed, and sorts it by whether the marketplace has another number. True: there may be more of it. */
  async #look(): Promise<boolean> {
    const { queue, marketplace } = this.#options
    const marked = await queue.marked(LOOK_PAGE)
    if (marked.length === 0) return false
    const reading = await this.#read(marked.map(({ sku }) => sku))
    await queue.looked(
      marked.map((one) => ({
        ...one,
        quantity: one.listed ? shownQuantity(reading, one.sku, marketplace.channelId) : 0,
      })),
    )
    return marked.length === LOOK_PAGE
  }

  #read(skus: readonly string[]): Promise<AvailabilityReading> {
    const { db, marketplace } = this.#options
    return readAvailability(db.lookups, skus, [marketplace.channelId])
  }

  async #tell(): Promise<void> {
    const { queue, marketplace, connector, settings, holds } = this.#options
    const size = this.#failures > 0 ? 1 : this.#size
    const sendingMs = settings.callMs + MARGIN_MS
    const isOldest = ++this.#turn % OLDEST_EVERY === 0
    let taken = await queue.take(size, sendingMs, isOldest)
    if (taken.length === 0 && !isOldest) taken = await queue.take(size, sendingMs, true)
    if (taken.length === 0) return

    const asNow = (status: Outcome['status'], waitMs: number) =>
      taken.map(({ sku, version }): Outcome => ({ sku, version, quantity: 0, status, waitMs, message: null }))
    this.#unsettled = asNow('unsent', 0)
    const reading = await this.#read(taken.map(({ sku }) => sku))
    const offers = taken.map(({ sku, name, listed, version }) => {
      return { name, version, quantity: listed ? shownQuantity(reading, sku, marketplace.channelId) : 0 }
    })
    const outcomes = (of: (listing: TakenListing, index: number) => Pick<Outcome, 'status'> & Partial<Outcome>) =>
      this.#settle(
        taken.map((listing, index): Outcome => {
          const { sku, version } = listing
          const quantity = offers[index]?.quantity ?? 0
          return { sku, version, quantity, waitMs: 0, message: null, ...of(listing, index) }
        }),
      )
    // Another may have taken over while this process was held up.
    if (!holds()) return outcomes(() => ({ status: 'unsent' }))

    this.#unsettled = asNow('unknown', settings.callMs)
    const called = await this.#call((signal) => connector.push(offers, signal))
    switch (called.kind) {
      case 'answered':
        this.#size = Math.min(this.#sizeMax, this.#size * 2)
        await outcomes((listing, index) => this.#outcomeOf(listing, called.answer[index]))
        return
      case 'throttled':
        return outcomes(() => ({ status: 'unsent' }))
      case 'silent':
      case 'fault': {
        // The culprit may be among them: fewer at a time, until it stands alone.
        this.#size = Math.ceil(taken.length / 2)
        const isAlone = called.kind === 'fault' && taken.length === 1
        const status = isAlone ? 'failed' : 'unknown'
        const message = messageOf(called.error)
        const atWorkMs = called.kind === 'silent' ? called.error.retryAfterMs : 0
        // So that another is tried next, where this one is to blame.
        const waits = called.kind === 'silent'
        return outcomes(({ attempts }) => {
          return { status, message, waitMs: Math.max(atWorkMs, waits ? this.#backoffMs(attempts) : 0) }
        })
      }
    }
  }

  async #settle(outcomes: readonly Outcome[]): Promise<void> {
    this.#unsettled = outcomes
    await this.#options.queue.settle(outcomes)
    this.#unsettled = []
  }

  #outcomeOf(
    { name, attempts }: TakenListing,
    result: PushResult | undefined,
  ): Pick<Outcome, 'status'> & Partial<Outcome> {
    // A connector that says nothing of it, or of another: nobody knows.
    if (result?.name !== name) return { status: 'unknown', message: 'It was not answered.' }
    switch (result.status) {
      case 'accepted':
        return { status: 'accepted' }
      case 'throttled':
        return {
          status: 'throttled',
          waitMs: Math.min(result.retryAfterMs ?? this.#backoffMs(attempts), RETRY_AFTER_MS_MAX),
        }
      case 'refused':
        this.#options.log.debug({ listing: name, error: result.message }, 'A marketplace refused a listing')
        return { status: 'refused', message: result.message }
    }
  }

  #backoffMs(attempts: number): number {
    const { retryMsMin, retryMsMax } = this.#options.settings
    return Math.min(retryMsMax, retryMsMin * 2 ** Math.min(attempts, 20)) * (0.5 + Math.random() / 2)
  }

  async #readOrders(orders: OrderReader): Promise<void> {
    const called = await this.#call((signal) => orders.ask(signal))
    if (called.kind === 'answered') await orders.record(called.answer)
    if (called.kind === 'silent' || called.kind === 'fault') await orders.failed(messageOf(called.error))
  }

  /** Calls the marketplace by way of the circuit breaker. Throws only for what the database does. */
  async #call<T>(work: (signal: AbortSignal) => Promise<T>): Promise<Answer<T>> {
    const { settings, queue, log } = this.#options
    const signal = AbortSignal.any([this.#cut.signal, AbortSignal.timeout(settings.callMs)])
    let called: Answer<T>
    try {
      called = await this.#breaker.policy.execute(async (): Promise<Answer<T>> => {
        try {
          return { kind: 'answered', answer: await work(signal) }
        } catch (error) {
          if (error instanceof MarketplaceUnavailable) throw error
          if (signal.aborted) {
            throw new MarketplaceUnavailable('It did not answer in time.', {
              cause: error,
              retryAfterMs: settings.callMs,
            })
          }
          if (!(error instanceof MarketplaceThrottled)) return { kind: 'fault', error }
          const { retryAfterMs } = error
          this.#throttling = this.#throttling?.next(undefined) ?? this.#throttled()
          const waitMs = Math.min(retryAfterMs ?? this.#throttling.duration, RETRY_AFTER_MS_MAX)
          await queue.beQuiet(waitMs)
          return { kind: 'throttled' }
        }
      })
    } catch (error) {
      if (!(error instanceof MarketplaceUnavailable)) throw error
      const isNews = this.#failures === 0
      log[isNews ? 'warn' : 'debug']({ err: error }, 'A marketplace does not answer; what it is to be told waits')
      this.#failures++
      this.#failingSince ??= Date.now()
      this.#lastError = error.message
      await this.#tellCondition()
      return { kind: 'silent', error }
    }
    if (called.kind !== 'throttled') this.#throttling = undefined
    if (called.kind === 'fault') {
      log.warn({ err: called.error }, 'A marketplace takes a call for a wrong one, or its connector failed')
    }
    if (this.#failures > 0) log.info({ failures: this.#failures }, 'A marketplace answers again')
    this.#failures = 0
    this.#failingSince = undefined
    this.#lastError = called.kind === 'fault' ? messageOf(called.error) : undefined
    await this.#tellCondition()
    return called
  }

  #throttled(): IBackoff<unknown> {
    const { retryMsMin, retryMsMax } = this.#options.settings
    return new ExponentialBackoff({ initialDelay: retryMsMin, maxDelay: retryMsMax }).next()
  }

  async #tellCondition(): Promise<void> {
    const condition = {
      circuit: CIRCUITS[this.#breaker.policy.state],
      failures: this.#failures,
      failingSince: this.#failingSince,
      nextAttemptAt: this.#breaker.openUntil(),
      lastError: this.#lastError,
    }
    const text = JSON.stringify(condition)
    if (text === this.#toldCondition) return
    const { queue, log } = this.#options
    try {
      await queue.tell(condition)
      this.#toldCondition = text
    } catch (error) {
      log.debug({ err: error }, 'How a marketplace does could not be written down')
    }
  }
}

const CIRCUITS = {
  [CircuitState.Closed]: 'CLOSED',
  [CircuitState.Open]: 'OPEN',
  [CircuitState.HalfOpen]: 'HALF_OPEN',
  [CircuitState.Isolated]: 'OPEN',
} as const

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
