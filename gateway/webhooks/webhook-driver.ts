import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { LoadedWebhook, Settlement, WebhookQueue } from '../../core/webhooks/queue.ts'
import { signatureHeaders } from '../../core/webhooks/signature.ts'
import {
  type Delivery,
  type DisabledReason,
  newDeliveryId,
  pingBody,
  type WebhookAttempt,
} from '../../core/webhooks/webhook.ts'
import type { Outgoing, OutgoingAnswer } from '../../outgoing/outgoing.ts'
import type { Log } from '../context.ts'
import type { Metrics } from '../metrics.ts'
import { backoffMs } from './backoff.ts'
import { isEvent } from './canonical-event.ts'
import type { Follow, Followed } from './follow.ts'

export interface DeliverySettings {
  /** Milliseconds in which a receiver has to answer. */
  readonly timeoutMs: number
  /** Milliseconds until the first repetition, and between repetitions at most. */
  readonly retryMsMin: number
  readonly retryMsMax: number
  /** Milliseconds for which a receiver may fail before its webhook is disabled. */
  readonly disableMs: number
}

export interface WebhookDriverOptions {
  readonly webhook: LoadedWebhook
  readonly queue: WebhookQueue
  readonly follow: Follow
  readonly outgoing: Outgoing
  readonly settings: DeliverySettings
  /** Whether no other process can have taken it over yet. */
  readonly holds: () => boolean
  readonly metrics: Metrics
  readonly log: Log
}

/** Entries of the journal that are queued for one webhook at most: what comes after them is read when there is room. */
const QUEUED_MAX = 100

/** A receiver that refuses one delivery so many times is not asked again. */
const REJECTIONS_MAX = 3
/** The same for one that fails at this delivery while it takes others, or pings. */
const ATTEMPTS_MAX = 8
/** A receiver that takes nothing of what it is sent is not sent more. */
const REJECTED_IN_A_ROW_MAX = 100

/** What a receiver says of the message; everything else that is no success it says of itself, and may think better of. */
const REJECTIONS: ReadonlySet<number> = new Set([400, 409, 413, 422])
const GONE = 410

/** A receiver that asks for more patience than this is asked again nevertheless. */
const RETRY_AFTER_MS_MAX = 3_600_000

/** Milliseconds for which a receiver may fail before nothing is kept for it in memory. */
const KEEP_FOLLOWING_MS = 30_000
/** Milliseconds without anything to tell after which the point is written down up to which that is so. */
const IDLE_MS = 60_000
/** Milliseconds in which deliveries that are under way may finish at the end. */
const END_MS = 2_000
const DATABASE_RETRY_MS = 1_000
/** Milliseconds at most until a subscription is asked for again that the hub could not begin. */
const REFUSED_RETRY_MS_MAX = 30_000

interface Message {
  readonly delivery: Delivery
  attempts: number
  /** How often it was refused, and how often it failed while others were taken. */
  rejections: number
  blames: number
  /** When it was tried last, in milliseconds since 1970. */
  triedAt: number | undefined
  /** In milliseconds since 1970. */
  notBefore: number
  lastAttempt: WebhookAttempt | undefined
  isUnderWay: boolean
}

interface Told {
  readonly payload: string
  readonly cursor: string
}

/**
 * Delivers one webhook. What its subscription tells is queued in the database first, together with the point up to which it was read, and then posted, so that whatever ends this process
 * loses nothing and repeats under the same id what it cannot know to have arrived. Of states only as many are queued as can be under way: the others stay in the subscription, which
 * keeps the newest of each SKU. Deliveries of one lane follow each other.
 *
 * A receiver that fails is left alone for longer and longer, then tried with one delivery, and when that succeeds gets all. One that takes others and not this one has it put aside as a dead letter.
 */
export class WebhookDriver {
  readonly #options: WebhookDriverOptions
  readonly #over = new AbortController()
  /** In the order of the queue. */
  #pending: Message[]
  readonly #settlements: Settlement[] = []
  #flushing: Promise<void> | undefined
  #underWay = new Set<Promise<void>>()
  #failures: number
  #failingSince: number | undefined
  #nextAttemptAt: number | undefined
  #lastError: string | undefined
  #lastDeliveredAt: number | undefined
  #rejectedInARow = 0
  #areStates = false
  #timer: NodeJS.Timeout | undefined
  #waiting: (() => void)[] = []
  #done: Promise<void> | undefined

  constructor(options: WebhookDriverOptions) {
    const { webhook } = options
    this.#options = options
    this.#failures = webhook.failures
    this.#failingSince = webhook.failingSince
    this.#nextAttemptAt = webhook.nextAttemptAt
    this.#lastDeliveredAt = webhook.lastDeliveredAt
    this.#pending = webhook.pending.map(messageOf)
  }

  get version(): number {
    return this.#options.webhook.version
  }

  get isOver(): boolean {
    return this.#over.signal.aborted
  }

  get isFailing(): boolean {
    return this.#failures > 0
  }

  /** Milliseconds for which the oldest delivery has waited. */
  get delayMs(): number {
    const [first] = this.#pending
    return first === undefined ? 0 : Math.max(0, Date.now() - first.delivery.recordedAt)
  }

  start(): void {
    if (this.#options.webhook.secrets === undefined) {
      this.#done = this.#disable(
        'SECRET_LOST',
        'Its secret cannot be read any more, because HUB_SECRET has changed. Rotate it, then enable the webhook.',
      )
      return
    }
    this.#done = this.#run()
  }

  /** Resolves when nothing of it goes on. What was under way and not answered is repeated by whoever drives it next. */
  async stop(): Promise<void> {
    this.#end()
    await this.#done
  }

  async #run(): Promise<void> {
    this.#pump()
    try {
      await this.#read()
    } catch (error) {
      this.#options.log.error({ err: error }, 'A webhook stopped')
      this.#end()
    }
    clearTimeout(this.#timer)
    await Promise.race([Promise.all(this.#underWay), sleep(END_MS)])
    this.#cut.abort()
    await Promise.all(this.#underWay)
    await this.#flush()
  }

  /** Ends what is under way. */
  readonly #cut = new AbortController()

  #end(): void {
    if (this.isOver) return
    this.#over.abort()
    this.#wake()
  }

  // What there is to tell.

  async #read(): Promise<void> {
    const { webhook, follow, settings } = this.#options
    let cursor = webhook.cursor
    for (let refusals = 0; !this.isOver; ) {
      await this.#until(() => !this.isFailing && this.#pending.length < QUEUED_MAX)
      if (this.isOver) return
      const followed = await follow(webhook, cursor)
      if ('refused' in followed) {
        if (!followed.refused.mayPass) return this.#disable('DOCUMENT_REFUSED', followed.refused.message)
        refusals++
        await this.#pause(backoffMs(refusals, { minMs: settings.retryMsMin, maxMs: REFUSED_RETRY_MS_MAX }))
        continue
      }
      refusals = 0
      this.#areStates = followed.areStates
      try {
        cursor = await this.#queueAll(followed, cursor)
      } finally {
        followed.end()
      }
    }
  }

  /** Queues what is told until it is to be asked for anew from the cursor that is returned. */
  async #queueAll(followed: Followed, from: string | null): Promise<string | null> {
    const { subscription } = followed
    let cursor = from
    let upcoming: Upcoming | undefined
    let idleAt = Date.now() + IDLE_MS
    while (!this.isOver) {
      await this.#until(() => this.#room > 0 || this.#failsForLong)
      if (this.isOver || this.#failsForLong) return cursor
      upcoming ??= nextOf(subscription)
      const first = await Promise.race([upcoming.told, this.#changed(IDLE_MS)])
      if (first === SOMETHING_ELSE) {
        if (Date.now() < idleAt || followed.areSingle) continue
        // What was handed over meanwhile is known to be by the next turn: a point after it must not be written down before it is queued.
        await nextTurn()
        if (upcoming.isThere) continue
        idleAt = Date.now() + IDLE_MS
        cursor = subscription.cursor()
        if (!(await this.#queue([], followed, cursor))) return cursor
        continue
      }
      upcoming = undefined
      if (first === undefined) {
        // The gateway closes, or what was followed can change no more.
        if (!this.isOver && followed.areSingle) await this.#completed()
        else this.#end()
        return cursor
      }
      const told = [first]
      const room = this.#room
      while (told.length < room) {
        upcoming = nextOf(subscription)
        const more = await Promise.race([upcoming.told, nextTurn(SOMETHING_ELSE)])
        if (more === SOMETHING_ELSE || more === undefined) break
        upcoming = undefined
        told.push(more)
      }
      cursor = told.at(-1)?.cursor ?? cursor
      idleAt = Date.now() + IDLE_MS
      if (!(await this.#queue(told, followed, cursor ?? ''))) return cursor
    }
    return cursor
  }

  /** How many more may be queued. */
  get #room(): number {
    const most = this.#areStates ? 2 * this.#options.webhook.parallel : QUEUED_MAX
    return this.isFailing ? 0 : most - this.#pending.length
  }

  get #failsForLong(): boolean {
    return this.#failingSince !== undefined && this.isFailing && Date.now() - this.#failingSince > KEEP_FOLLOWING_MS
  }

  async #completed(): Promise<void> {
    await this.#until(() => this.#pending.length === 0)
    if (!this.isOver) await this.#disable('COMPLETED', 'What it followed can change no more, and all was delivered.')
  }

  async #queue(told: readonly Told[], { laneOf, bodyOf, areStates }: Followed, cursor: string): Promise<boolean> {
    const { webhook, queue, log } = this.#options
    const made = told.flatMap(({ payload, cursor: own }) => {
      const body = bodyOf(payload)
      if (body === undefined) return []
      const kind = 'RESULT' as const
      return [{ id: newDeliveryId(), kind, lane: laneOf(payload), conflates: areStates, body, cursor: own }]
    })
    for (;;) {
      try {
        if (!(await queue.enqueue(webhook, made, cursor))) {
          this.#end()
          return false
        }
        break
      } catch (error) {
        log.debug({ err: error }, 'Deliveries could not be queued')
        await this.#pause(DATABASE_RETRY_MS)
        if (this.isOver) return false
      }
    }
    const recordedAt = Date.now()
    for (const { cursor: _cursor, conflates, ...one } of made) {
      if (conflates) this.#overtake(one.lane)
      this.#pending.push(messageOf({ ...one, attempts: 0, recordedAt }))
    }
    this.#pump()
    return true
  }

  /** A newer state of the lane comes: what waits there and is not under way is of no use any more. */
  #overtake(lane: string): void {
    if (lane === '') return
    for (const message of this.#pending.filter(
      ({ delivery }) => delivery.lane === lane && delivery.kind === 'RESULT',
    )) {
      if (!message.isUnderWay) this.#settle(message, 'SKIPPED', undefined)
    }
  }

  // What is delivered.

  /** Begins every delivery that is due. */
  #pump(): void {
    if (this.isOver) return
    if (!this.#options.holds()) {
      this.#end()
      return
    }
    const now = Date.now()
    for (const message of this.#pending) {
      if (message.delivery.kind === 'PING' && !message.isUnderWay) this.#begin(message)
    }
    if (this.#pending.length === 0 && this.isFailing) this.#recovered()
    const due = this.#heads().filter(({ notBefore, isUnderWay }) => !isUnderWay && notBefore <= now)
    if (!this.isFailing) {
      const places = this.#options.webhook.parallel - this.#resultsUnderWay
      for (const message of due.slice(0, Math.max(0, places))) this.#begin(message)
    } else if (this.#resultsUnderWay === 0 && now >= (this.#nextAttemptAt ?? 0)) {
      // Of several that failed, the one that failed least often says most about the receiver.
      const [candidate] = this.#heads().sort((a, b) => a.attempts - b.attempts)
      if (candidate !== undefined) this.#begin(candidate)
    }
    this.#wakeWhenDue(now)
  }

  get #resultsUnderWay(): number {
    return this.#pending.filter(({ isUnderWay, delivery }) => isUnderWay && delivery.kind === 'RESULT').length
  }

  /** The first of each lane. */
  #heads(): Message[] {
    const heads = new Map<string, Message>()
    for (const message of this.#pending) {
      const { kind, lane } = message.delivery
      if (kind === 'RESULT' && !heads.has(lane)) heads.set(lane, message)
    }
    return [...heads.values()]
  }

  #wakeWhenDue(now: number): void {
    clearTimeout(this.#timer)
    const times = this.isFailing
      ? [this.#nextAttemptAt ?? now]
      : this.#heads().flatMap(({ notBefore, isUnderWay }) => (isUnderWay || notBefore <= now ? [] : [notBefore]))
    if (times.length === 0 || (this.isFailing && this.#resultsUnderWay > 0)) return
    this.#timer = setTimeout(
      () => {
        this.#pump()
        this.#wake()
      },
      Math.max(1, Math.min(...times) - now),
    )
    this.#timer.unref()
  }

  #begin(message: Message): void {
    message.isUnderWay = true
    const attempted = this.#attempt(message)
      .catch((error: unknown) => {
        this.#options.log.error({ err: error }, 'A delivery broke')
        this.#end()
      })
      .finally(() => this.#underWay.delete(attempted))
    this.#underWay.add(attempted)
  }

  async #attempt(message: Message): Promise<void> {
    const { delivery } = message
    const at = Date.now()
    const { answer, durationMs } = await this.#post(delivery.id, delivery.body)
    // It was cut off: nobody knows.
    if (this.#cut.signal.aborted && answer.kind === 'failed') return
    const error = problemOf(answer)
    message.lastAttempt = {
      at: new Date(at).toISOString(),
      status: answer.kind === 'answered' ? answer.status : null,
      error,
      answer: answer.kind === 'answered' && answer.text !== '' ? answer.text : null,
      durationMs: Math.round(durationMs),
    }
    if (error === null) this.#delivered(message)
    else await this.#failed(message, answer, error, at)
    message.isUnderWay = false
    this.#pump()
    this.#wake()
  }

  async #post(id: string, body: string) {
    const { webhook, outgoing, settings, metrics } = this.#options
    const sentAt = Date.now()
    const started = performance.now()
    const answer = await outgoing.post({
      url: webhook.url,
      headers: {
        // What is queued stays what it was, whatever the webhook asks for since.
        'content-type': isEvent(body) ? 'application/cloudevents+json' : 'application/json',
        'user-agent': 'Onhand-Webhooks',
        'onhand-webhook': encodeURIComponent(webhook.id),
        ...signatureHeaders({ id, sentAt, body }, this.#signing(sentAt)),
      },
      body,
      timeoutMs: settings.timeoutMs,
      signal: this.#cut.signal,
    })
    const durationMs = performance.now() - started
    metrics.webhookSeconds.observe(durationMs / 1_000)
    return { answer, durationMs }
  }

  #signing(now: number): string[] {
    const secrets = this.#options.webhook.secrets ?? []
    return secrets.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now).map(({ secret }) => secret)
  }

  async #takesPings(): Promise<boolean> {
    const { answer } = await this.#post(newDeliveryId(), pingBody(this.#options.webhook.id))
    return problemOf(answer) === null
  }

  #delivered(message: Message): void {
    this.#lastDeliveredAt = Date.now()
    this.#rejectedInARow = 0
    this.#recovered()
    message.attempts++
    this.#settle(message, 'DELIVERED', message.lastAttempt)
  }

  async #failed(message: Message, answer: OutgoingAnswer, error: string, at: number): Promise<void> {
    const { settings, metrics, log } = this.#options
    const { delivery, triedAt } = message
    message.attempts++
    message.triedAt = at
    metrics.webhookDeliveries.inc({ result: 'failed' })
    log.debug({ delivery: delivery.id, attempts: message.attempts, error }, 'A delivery failed')
    if (delivery.kind === 'PING') return this.#giveUp(message)

    const status = answer.kind === 'answered' ? answer.status : undefined
    const askedForMs = Math.min(RETRY_AFTER_MS_MAX, (answer.kind === 'answered' ? answer.retryAfterMs : undefined) ?? 0)
    const isRejection = status !== undefined && REJECTIONS.has(status)
    if (isRejection) message.rejections++
    // What always fails may be at fault itself: a receiver that takes a ping meanwhile is not.
    const tookOthers = triedAt !== undefined && (this.#lastDeliveredAt ?? 0) > triedAt
    const takesPings = !tookOthers && !isRejection && message.attempts >= ATTEMPTS_MAX && (await this.#takesPings())
    const takesOthers = tookOthers || takesPings
    if (takesOthers) message.blames++
    if (message.rejections >= REJECTIONS_MAX || message.blames >= ATTEMPTS_MAX) {
      this.#giveUp(message)
      this.#rejectedInARow++
      if (this.#rejectedInARow >= REJECTED_IN_A_ROW_MAX) {
        await this.#disable(
          'REJECTING',
          `The receiver refused ${this.#rejectedInARow} deliveries in a row, the last one with ${error}.`,
        )
      }
      return
    }
    if (isRejection || takesOthers) {
      // It is there.
      if (isRejection || takesPings) this.#recovered()
      const limits = { minMs: settings.retryMsMin, maxMs: settings.retryMsMax }
      message.notBefore = Date.now() + Math.max(askedForMs, backoffMs(message.attempts, limits))
    } else {
      this.#leaveAlone(error, at, askedForMs)
      message.notBefore = this.#nextAttemptAt ?? 0
    }
    this.#note(message, 'PENDING', message.lastAttempt)
    if (status === GONE) await this.#disable('GONE', 'The receiver answered 410: it wants nothing any more.')
    if (this.#failingSince !== undefined && Date.now() - this.#failingSince >= settings.disableMs) {
      const since = new Date(this.#failingSince).toISOString()
      await this.#disable('FAILING', `It has failed since ${since}, at last: ${error}`)
    }
  }

  /** The receiver fails, whatever it is sent. */
  #leaveAlone(error: string, at: number, askedForMs: number): void {
    const { retryMsMin: minMs, retryMsMax: maxMs } = this.#options.settings
    const now = Date.now()
    const before = this.#nextAttemptAt ?? 0
    this.#failingSince ??= at
    this.#lastError = error
    // Of several that were under way together only the first says something new.
    if (!this.isFailing || now >= before) {
      this.#failures++
      this.#nextAttemptAt = now + Math.max(askedForMs, backoffMs(this.#failures, { minMs, maxMs }))
    } else {
      this.#nextAttemptAt = Math.max(before, now + askedForMs)
    }
  }

  /** The receiver works. */
  #recovered(): void {
    if (!this.isFailing) return
    this.#failures = 0
    this.#failingSince = undefined
    this.#nextAttemptAt = undefined
    this.#lastError = undefined
    for (const message of this.#pending) message.notBefore = 0
  }

  #giveUp(message: Message): void {
    const details = { delivery: message.delivery.id, attempts: message.attempts, error: message.lastAttempt?.error }
    this.#options.log.warn(details, 'A delivery of a webhook became a dead letter')
    this.#settle(message, 'DEAD', message.lastAttempt)
  }

  /** It leaves the queue. */
  #settle(message: Message, status: 'DELIVERED' | 'DEAD' | 'SKIPPED', attempt: WebhookAttempt | undefined): void {
    const index = this.#pending.indexOf(message)
    if (index >= 0) this.#pending.splice(index, 1)
    this.#note(message, status, attempt)
    if (status !== 'SKIPPED')
      this.#options.metrics.webhookDeliveries.inc({ result: status === 'DEAD' ? 'dead' : 'delivered' })
  }

  #note(
    { delivery, attempts, notBefore }: Message,
    status: Settlement['status'],
    attempt: WebhookAttempt | undefined,
  ): void {
    const nextAttemptAt = status === 'PENDING' ? notBefore : undefined
    this.#settlements.push({ id: delivery.id, status, attempts, nextAttemptAt, attempt })
    void this.#flush()
  }

  #flush(): Promise<void> {
    this.#flushing ??= this.#writeDown().finally(() => {
      this.#flushing = undefined
    })
    return this.#flushing
  }

  async #writeDown(): Promise<void> {
    const { queue, webhook, log } = this.#options
    // What is noted in the same turn is written together.
    await nextTurn()
    while (this.#settlements.length > 0) {
      const batch = onceEach(this.#settlements)
      try {
        const isCurrent = await queue.settle(webhook, batch, {
          failures: this.#failures,
          failingSince: this.#failingSince,
          nextAttemptAt: this.#nextAttemptAt,
          lastError: this.#lastError,
          lastDeliveredAt: this.#lastDeliveredAt,
        })
        this.#settlements.splice(0, batch.length)
        if (!isCurrent) this.#end()
      } catch (error) {
        // Whoever drives it after us delivers them again, under the same ids.
        if (this.isOver) return
        log.debug({ err: error }, 'What became of deliveries could not be written down')
        await sleep(DATABASE_RETRY_MS)
      }
    }
  }

  async #disable(reason: DisabledReason, message: string): Promise<void> {
    const { queue, webhook, log, metrics } = this.#options
    while (!this.isOver) {
      try {
        await this.#flush()
        if (await queue.disable(webhook, reason, message)) {
          metrics.webhooksDisabled.inc({ reason })
          log[reason === 'COMPLETED' ? 'info' : 'warn'](
            { client: webhook.owner.client, reason, message },
            'A webhook was disabled',
          )
        }
        break
      } catch (error) {
        log.debug({ err: error }, 'A webhook could not be disabled')
        await this.#pause(DATABASE_RETRY_MS)
      }
    }
    this.#end()
  }

  // Waiting.

  #wake(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const go of waiting) go()
  }

  /** Something has changed, or so many milliseconds have passed. */
  #changed(timeoutMs: number): Promise<typeof SOMETHING_ELSE> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(SOMETHING_ELSE), timeoutMs)
      timer.unref()
      this.#waiting.push(() => {
        clearTimeout(timer)
        resolve(SOMETHING_ELSE)
      })
    })
  }

  async #until(condition: () => boolean): Promise<void> {
    while (!this.isOver && !condition()) await this.#changed(KEEP_FOLLOWING_MS)
  }

  /** So many milliseconds, unless it is over before. */
  async #pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.#over.signal, ref: false }).catch(() => {})
  }
}

const SOMETHING_ELSE = Symbol('something else')

/** The result that is asked for. */
interface Upcoming {
  readonly told: Promise<Told | undefined>
  isThere: boolean
}

function nextOf(subscription: Followed['subscription']): Upcoming {
  const upcoming = { isThere: false }
  const told = subscription.next().then((payload) => {
    upcoming.isThere = true
    // Taken at once: later it would claim what is handed over next.
    return payload === undefined ? undefined : { payload, cursor: subscription.cursor() }
  })
  // Who lets go of it does not want to know how it would have failed.
  told.catch(() => {})
  return Object.assign(upcoming, { told })
}

function messageOf(delivery: Delivery): Message {
  return {
    delivery,
    attempts: delivery.attempts,
    rejections: 0,
    blames: 0,
    triedAt: undefined,
    notBefore: 0,
    lastAttempt: undefined,
    isUnderWay: false,
  }
}

/** Why an answer does not count as delivered; null when it does. */
function problemOf(answer: OutgoingAnswer): string | null {
  if (answer.kind !== 'answered') return answer.message
  if (answer.status >= 200 && answer.status < 300) return null
  if (answer.status >= 300 && answer.status < 400) return `${answer.status}: redirects are not followed`
  return String(answer.status)
}

/** As many from the beginning as are about different deliveries. */
function onceEach(settlements: readonly Settlement[]): Settlement[] {
  const ids = new Set<string>()
  const end = settlements.findIndex(({ id }) => ids.size === ids.add(id).size)
  return settlements.slice(0, end < 0 ? settlements.length : end)
}
