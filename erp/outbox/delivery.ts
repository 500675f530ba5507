import { setTimeout as sleep } from 'node:timers/promises'
import { CircuitState } from 'cockatiel'
import type { ErpQueue, QueuedMovement, SentMovement, Settlement } from '../../core/erp/queue.ts'
import { Naps } from '../../core/jobs/naps.ts'
import { type Breaker, openBreaker } from '../../outgoing/breaker.ts'
import { type ErpConnector, ErpUnavailable, type PostResult } from '../connector.ts'

export interface DeliverySettings {
  /** Milliseconds for which a call may last. */
  readonly callMs: number
  /** Milliseconds for which an ERP may still be at work on what it was sent, after nobody waits for its answer any more. Counts where a connector cannot say it, because its process ended. */
  readonly unknownMs: number
  /** Milliseconds until an ERP that does not answer is asked again, at first and at most. */
  readonly retryMsMin: number
  readonly retryMsMax: number
}

export interface DeliveryLog {
  debug(details: object, message: string): void
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export interface DeliveryOptions {
  readonly connector: ErpConnector
  readonly queue: ErpQueue
  readonly settings: DeliverySettings
  /** Whether no other process can have taken over yet. */
  readonly holds: () => boolean
  readonly log: DeliveryLog
}

/** An ERP that refuses a movement for now so many times is not asked again. */
const ATTEMPTS_MAX = 8
/** The same for one at which the connector fails when it is alone. */
const FAULTS_MAX = 3
/** Movements that are looked for at once. */
const FIND_MAX = 200
/** Milliseconds between two looks at the queue without being told. */
const POLL_MS = 1_000
const DATABASE_RETRY_MS = 1_000
/** Milliseconds in which a call that is under way may finish at the end. */
const END_MS = 2_000
/** Milliseconds between two times that are written down at which the ERP took something. */
const ACCEPTED_MS = 1_000

type Answer<T> =
  | { readonly answer: T }
  /** It gave none, and may be at work for so long. */
  | { readonly silent: ErpUnavailable }
  /** The connector failed: nothing is known either. */
  | { readonly fault: unknown }

/**
 * Delivers to one ERP. One batch after the other, because parallel ones would be no faster and movements of a SKU have an order; what nobody knows to have arrived is looked for first. One that the ERP refuses for
 * good is put aside, and those after it go on, as movements commute; one that it refuses for now holds up its SKU. An ERP that does not answer is left alone, longer and longer, then tried with one.
 */
export class Delivery {
  readonly #options: DeliveryOptions
  readonly #breaker: Breaker
  readonly #over = new AbortController()
  readonly #naps = new Naps(this.#over.signal)
  /** Ends the call that is under way. */
  readonly #cut = new AbortController()
  #size: number
  #failures = 0
  #failingSince: number | undefined
  #lastError: string | undefined
  #toldCondition = ''
  #acceptedToldAt = Number.NEGATIVE_INFINITY
  readonly #faults = new Map<string, number>()
  #done: Promise<void> | undefined

  constructor(options: DeliveryOptions) {
    this.#options = options
    this.#size = Math.max(1, options.connector.can.postBatch)
    const { retryMsMin: minMs, retryMsMax: maxMs } = options.settings
    this.#breaker = openBreaker(ErpUnavailable, { minMs, maxMs })
  }

  start(): void {
    this.#done = this.#run()
  }

  /** There may be something new. */
  nudge(): void {
    this.#naps.wake()
  }

  /** Resolves when nothing of it goes on. What was under way and not answered is looked for by whoever delivers next. */
  async stop(): Promise<void> {
    this.#over.abort()
    await Promise.race([this.#done, sleep(END_MS)])
    this.#cut.abort()
    await this.#done
  }

  async #run(): Promise<void> {
    const { log } = this.#options
    while (!this.#over.signal.aborted) {
      try {
        const waitMs = await this.#step()
        if (waitMs > 0) await this.#naps.nap(waitMs)
      } catch (error) {
        // The database: what was sent is SENT there, and will be looked for.
        log.debug({ err: error }, 'What is to be told to an ERP could not be read or written')
        await this.#naps.rest(DATABASE_RETRY_MS)
      }
    }
  }

  /** Does the next thing, and answers in how many milliseconds there is another. */
  async #step(): Promise<number> {
    const { queue, holds, settings } = this.#options
    if (!holds()) return POLL_MS
    const openMs = (this.#breaker.openUntil() ?? 0) - Date.now()
    if (openMs > 0) return openMs

    const { due, waitMs = POLL_MS } = await queue.unknown(FIND_MAX)
    if (due.length > 0) return this.#lookFor(due)

    const size = this.#failures > 0 ? 1 : this.#size
    const taken = await queue.take(size, settings.callMs + settings.unknownMs)
    if (taken.length === 0) return Math.max(1, Math.min(POLL_MS, waitMs))
    await this.#send(taken)
    return 0
  }

  /** Of some movements nobody knows whether they have arrived: those that have are settled, and the others are sent again. */
  async #lookFor(sent: readonly SentMovement[]): Promise<number> {
    const { connector, queue, log } = this.#options
    const again = ({ reference, attempts }: SentMovement): Settlement => {
      return { reference, attempts, state: 'QUEUED', notBeforeMs: 0 }
    }
    // Then posting itself does not enter what is there already.
    if (!connector.can.find) {
      await queue.settle(sent.map(again))
      return 0
    }
    const references = sent.map(({ reference }) => reference)
    const called = await this.#call((signal) => connector.find(references, signal))
    if (!('answer' in called)) return this.#pauseAfter(called)
    const found = new Map(called.answer.map((one) => [one.reference, one]))
    await queue.settle(
      sent.map((one): Settlement => {
        const there = found.get(one.reference)
        if (there?.status !== 'done') return again(one)
        if (there.duplicates.length > 0) {
          const details = { reference: one.reference, erpReferences: [there.erpReference, ...there.duplicates] }
          log.error(details, 'A movement stands in the ERP more than once')
        }
        return { ...one, state: 'ACKNOWLEDGED', erpReference: there.erpReference }
      }),
    )
    // It answers again, though there may be nothing to send it.
    await this.#tell(false)
    return 0
  }

  async #send(taken: readonly QueuedMovement[]): Promise<void> {
    const { connector, queue, settings, log } = this.#options
    const sentOf = ({ movement, attempts }: QueuedMovement): SentMovement => ({
      reference: movement.reference,
      attempts,
    })
    // Another may have taken over while this process was held up; then it looks for these, and sends them.
    if (!this.#options.holds()) return
    const called = await this.#call((signal) =>
      connector.post(
        taken.map(({ movement }) => movement),
        signal,
      ),
    )
    if ('silent' in called) {
      const { retryAfterMs: notBeforeMs } = called.silent
      return queue.settle(taken.map((one): Settlement => ({ ...sentOf(one), state: 'SENT', notBeforeMs })))
    }
    if ('fault' in called) {
      const [only] = taken
      const reference = only?.movement.reference ?? ''
      const faults = (this.#faults.get(reference) ?? 0) + 1
      if (taken.length > 1 || only === undefined || faults < FAULTS_MAX) {
        // The culprit is among them: fewer at a time, until it stands alone.
        if (taken.length > 1) this.#size = Math.ceil(taken.length / 2)
        else this.#faults.set(reference, faults)
        const notBeforeMs = settings.unknownMs
        return queue.settle(taken.map((one): Settlement => ({ ...sentOf(one), state: 'SENT', notBeforeMs })))
      }
      this.#faults.delete(reference)
      log.error({ err: called.fault, reference }, 'The connector fails at a movement; it lies in the dead letters')
      return queue.settle([
        { ...sentOf(only), state: 'REFUSED', code: 'CONNECTOR_FAULT', message: messageOf(called.fault) },
      ])
    }
    const results = new Map(called.answer.map((result) => [result.reference, result]))
    const settlements = taken.map(
      (one): Settlement => settlementOf(sentOf(one), results.get(one.movement.reference), settings),
    )
    await queue.settle(settlements)
    for (const one of settlements) {
      if (one.state !== 'REFUSED') continue
      log.warn(
        { reference: one.reference, code: one.code, error: one.message },
        'An ERP refused a movement; it lies in the dead letters',
      )
    }
    this.#size = Math.min(Math.max(1, connector.can.postBatch), this.#size * 2)
    await this.#tell(settlements.some(({ state }) => state === 'ACKNOWLEDGED'))
  }

  /** Calls the ERP by way of the circuit breaker. Never throws for what the ERP or its connector does. */
  async #call<T>(work: (signal: AbortSignal) => Promise<T>): Promise<Answer<T>> {
    const { settings, log } = this.#options
    const timeUp = AbortSignal.timeout(settings.callMs)
    const signal = AbortSignal.any([this.#cut.signal, timeUp])
    try {
      const answer = await this.#breaker.policy.execute(async (): Promise<Answer<T>> => {
        try {
          return { answer: await work(signal) }
        } catch (error) {
          if (error instanceof ErpUnavailable) throw error
          // It was ended by its own signal: no fault of the connector, and the ERP may be at work on it.
          if (signal.aborted) {
            throw new ErpUnavailable('It did not answer in time.', { cause: error, retryAfterMs: settings.unknownMs })
          }
          return { fault: error }
        }
      })
      if ('fault' in answer) {
        log.warn({ err: answer.fault }, 'The connector of an ERP failed')
        return answer
      }
      if (this.#failures > 0) log.info({ failures: this.#failures }, 'An ERP answers again')
      this.#failures = 0
      this.#failingSince = undefined
      this.#lastError = undefined
      return answer
    } catch (error) {
      if (!(error instanceof ErpUnavailable)) throw error
      log[this.#failures === 0 ? 'warn' : 'debug']({ err: error }, 'An ERP does not answer; what is for it waits')
      this.#failures++
      this.#failingSince ??= Date.now()
      this.#lastError = error.message
      await this.#tell(false)
      return { silent: error }
    }
  }

  #pauseAfter(called: { readonly silent: ErpUnavailable } | { readonly fault: unknown }): number {
    return 'silent' in called ? 0 : POLL_MS
  }

  async #tell(accepted: boolean): Promise<void> {
    const { queue, log } = this.#options
    const circuit = CIRCUITS[this.#breaker.policy.state]
    const condition = {
      circuit,
      failures: this.#failures,
      failingSince: this.#failingSince,
      nextAttemptAt: this.#breaker.openUntil(),
      lastError: this.#lastError,
    }
    const text = JSON.stringify(condition)
    const isNews = text !== this.#toldCondition
    const isLong = accepted && performance.now() - this.#acceptedToldAt >= ACCEPTED_MS
    if (!isNews && !isLong) return
    try {
      await queue.tell(condition, accepted)
      this.#toldCondition = text
      if (accepted) this.#acceptedToldAt = performance.now()
    } catch (error) {
      log.debug({ err: error }, 'How an ERP does could not be written down')
    }
  }
}

const CIRCUITS = {
  [CircuitState.Closed]: 'CLOSED',
  [CircuitState.Open]: 'OPEN',
  [CircuitState.HalfOpen]: 'HALF_OPEN',
  [CircuitState.Isolated]: 'OPEN',
} as const

function settlementOf(
  sent: SentMovement,
  result: PostResult | undefined,
  { unknownMs, retryMsMin, retryMsMax }: DeliverySettings,
): Settlement {
  switch (result?.status) {
    case undefined:
      // A connector that says nothing of it: nobody knows.
      return { ...sent, state: 'SENT', notBeforeMs: unknownMs }
    case 'accepted':
      return { ...sent, state: 'ACKNOWLEDGED', erpReference: result.erpReference }
    case 'immaterial':
      return { ...sent, state: 'IMMATERIAL' }
    case 'refused': {
      const { code, message, permanent } = result
      if (permanent || sent.attempts >= ATTEMPTS_MAX) return { ...sent, state: 'REFUSED', code, message }
      const notBeforeMs = Math.min(retryMsMax, retryMsMin * 2 ** sent.attempts) * (0.5 + Math.random() / 2)
      return { ...sent, state: 'QUEUED', code, message, notBeforeMs }
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
