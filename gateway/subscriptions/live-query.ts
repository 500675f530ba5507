import { randomUUID } from 'node:crypto'
import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import type { Viewer } from '../../core/access/viewer.ts'
import type { Log } from '../context.ts'
import { formatError } from '../errors.ts'
import type { Metrics } from '../metrics.ts'
import type { RunQuery } from '../run-query.ts'
import { DirtySkus, type Mark, type Page } from './dirty-skus.ts'
import { Entry, type Style } from './entry.ts'
import type { Interests } from './interests.ts'
import type { Wrapping } from './outlet.ts'
import { earlier, type Point } from './point.ts'
import { ENTRIES, type LiveSelectionQuery } from './selection.ts'
import type { News, Standing, Subscriber, Surroundings } from './subscriber.ts'
import { Ticker } from './ticker.ts'
import { internalError, withoutPath } from './told-errors.ts'
import { Topics } from './topics.ts'

/** SKUs that one query reads: as many as `availability` takes. */
export const PAGE = 250

/** Milliseconds for which reading may fail before subscribers are told: a restart of a subgraph is no news. */
const ERROR_AFTER_MS = 1_000

const RETRY_MS_MIN = 100
const RETRY_MS_MAX = 5_000

export interface LiveQueryOptions {
  readonly query: LiveSelectionQuery
  readonly channelId: string
  /** One of its access class; what is read is shown to all of that class. */
  readonly viewer: Viewer
  /** The newest point that was taken note of. */
  readonly now: () => Point
  /** Where it says which SKUs its subscribers hear of. */
  readonly interests: Interests<LiveQuery>
  /** Milliseconds since a time on PostgreSQL's clock. */
  readonly ageMs: (recordedAt: number) => number
  readonly runQuery: RunQuery
  /** Every SKU there is. */
  readonly listSkus: (atLeast: string) => Promise<readonly string[]>
  /** A subscriber has closed, and is none any more. */
  readonly onClose: (subscriber: Subscriber) => void
  readonly metrics: Metrics
  readonly log: Log
}

interface EverySku {
  readonly since: Point | undefined
  readonly wanted: Set<Subscriber>
}

/** What became of reading one SKU. */
interface Reading {
  readonly sku: string
  readonly data: Readonly<Record<string, unknown>> | null
  readonly errors: readonly GraphQLFormattedError[]
}

/** A page that is being read. */
interface PageUnderWay {
  readonly page: Page
  readonly startedAt: number
  /** Undefined: reading it went wrong as a whole. Never rejects. */
  readonly readings: Promise<readonly Reading[] | undefined>
}

/**
 * One query for all who select the same fields of the same channel and may see the same. What changes is marked; whatever is marked is read, the oldest
 * first, and told to those who hear of it. While one page is told, the next one is being read.
 */
export class LiveQuery implements Surroundings {
  readonly #options: LiveQueryOptions
  readonly #dirty = new DirtySkus()
  readonly #ticker = new Ticker(() => this.#tick())
  readonly #subscribers = new Set<Subscriber>()
  readonly #topics = new Topics()
  readonly #styles = new Map<string, Style>()
  readonly #wholeChannel = new Set<Subscriber>()
  /** What was told last of each SKU to everybody who hears of it. */
  readonly #told = new Map<string, string>()
  /** Changes and promises that concern every SKU there is, which are not known yet. */
  #everySku: EverySku | undefined
  /** The same, while it is being found out which SKUs there are. */
  #listing: EverySku | undefined
  /** Counted up when the database becomes another one, so that what was being read then is not used. */
  #generation = 0
  #failures = 0

  constructor(options: LiveQueryOptions) {
    this.#options = options
  }

  get channelId(): string {
    return this.#options.channelId
  }

  get size(): number {
    return this.#subscribers.size
  }

  /** The same for subscribers that are told the same in the same words, but for the tails of their messages. */
  styleOf(alias: string, wrapping: Wrapping | undefined): Style {
    const key = JSON.stringify([alias, wrapping?.key])
    const known = this.#styles.get(key)
    if (known !== undefined) return known
    const made = { alias }
    this.#styles.set(key, made)
    return made
  }

  /** Whether somebody has named the SKU, so that it is known to exist. */
  knows(sku: string): boolean {
    return this.#topics.has(sku)
  }

  /** From now on the subscriber hears of every change of these SKUs; of all that there are where none are named. */
  add(subscriber: Subscriber, skus: readonly string[] | null): void {
    const { interests } = this.#options
    this.#subscribers.add(subscriber)
    if (skus === null) {
      this.#wholeChannel.add(subscriber)
      interests.addEverySku(this)
      this.#told.clear()
      return
    }
    subscriber.topics = this.#topics.join(subscriber, skus, (sku) => interests.add(sku, this))
    // What the newcomer knows may differ from what the others were told last.
    for (const sku of skus) this.#told.delete(sku)
  }

  onClose(subscriber: Subscriber): void {
    this.#remove(subscriber)
    this.#options.onClose(subscriber)
  }

  onWritten(events: number): void {
    if (events > 0) this.#options.metrics.events.inc(events)
  }

  #remove(subscriber: Subscriber): void {
    const { interests } = this.#options
    this.#subscribers.delete(subscriber)
    this.#everySku?.wanted.delete(subscriber)
    if (this.#wholeChannel.delete(subscriber) && this.#wholeChannel.size === 0) interests.deleteEverySku(this)
    this.#topics.leave(subscriber, (sku) => {
      interests.delete(sku, this)
      if (this.#wholeChannel.size === 0) this.#told.delete(sku)
    })
  }

  close(): void {
    this.#ticker.close()
  }

  /** What a cursor for this subscriber must not go beyond. */
  standingOf(subscriber: Subscriber): Standing {
    const unread = this.#dirty.floorFor(subscriber)
    const unlisted = subscriber.topics === null ? earlier(this.#everySku?.since, this.#listing?.since) : undefined
    return { now: this.#options.now(), unread: earlier(unread, unlisted) }
  }

  changed(sku: string, since: Point): void {
    if (!this.#isHeard(sku)) return
    this.#dirty.changed(sku, since)
    this.#ticker.wake()
  }

  /** Something changed that bears on every SKU: the channel, a location. */
  allChanged(since: Point): void {
    for (const sku of this.#topics.skus()) this.#dirty.changed(sku, since)
    if (this.#wholeChannel.size > 0) this.#markEverySku({ since, wanted: [] })
    this.#ticker.wake()
  }

  /** The subscriber is told the state of these SKUs, changed or not; of all that it hears when none are named. */
  promise(subscriber: Subscriber, skus: Iterable<string> | undefined): void {
    const named = skus ?? subscriber.topics?.map(({ sku }) => sku)
    if (named === undefined) {
      this.#markEverySku({ since: undefined, wanted: [subscriber] })
    } else {
      const list = [...named]
      subscriber.promise(list)
      for (const sku of list) this.#dirty.wants(sku, subscriber)
    }
    this.#ticker.wake()
  }

  /** The database is another one: everybody is told everything anew. */
  startOver(start: Point): void {
    this.#generation++
    this.#dirty.clear()
    this.#told.clear()
    this.#everySku = undefined
    this.#listing = undefined
    for (const subscriber of this.#subscribers) {
      subscriber.startOver(start)
      this.promise(subscriber, undefined)
    }
  }

  #markEverySku({ since, wanted }: { since: Point | undefined; wanted: Iterable<Subscriber> }): void {
    const known = this.#everySku
    this.#everySku = { since: earlier(known?.since, since), wanted: new Set([...(known?.wanted ?? []), ...wanted]) }
  }

  async #tick(): Promise<void> {
    try {
      await this.#spreadOverEverySku()
      await this.#readPages()
    } catch (error) {
      this.#options.log.error({ err: error }, 'A tick of a live query failed')
    } finally {
      if (this.#dirty.pending) this.#ticker.wake()
      if (this.#dirty.failing || this.#everySku !== undefined) this.#retryLater()
    }
  }

  #retryLater(): void {
    const delayMs = Math.min(RETRY_MS_MAX, RETRY_MS_MIN * 2 ** Math.min(this.#failures, 10)) * (0.5 + Math.random() / 2)
    this.#ticker.wakeIn(delayMs, () => this.#dirty.retry())
  }

  /** Finds out which SKUs "every SKU" is. */
  async #spreadOverEverySku(): Promise<void> {
    const everySku = this.#everySku
    if (everySku === undefined) return
    // What is asked for from now on needs a list that is begun later.
    this.#everySku = undefined
    this.#listing = everySku
    const { now, listSkus, log } = this.#options
    const generation = this.#generation
    let skus: readonly string[] | undefined
    try {
      skus = await listSkus(now().cursor)
    } catch (error) {
      this.#failures++
      log.warn({ err: error }, 'The SKUs of a live query cannot be listed; trying again')
    }
    if (generation !== this.#generation) return
    this.#listing = undefined
    if (skus === undefined) {
      this.#markEverySku(everySku)
      return
    }
    for (const subscriber of everySku.wanted) subscriber.promise(skus)
    for (const sku of skus) {
      if (everySku.since !== undefined) this.#dirty.changed(sku, everySku.since)
      for (const subscriber of everySku.wanted) this.#dirty.wants(sku, subscriber)
    }
  }

  async #readPages(): Promise<void> {
    for (let reading = this.#beginPage(); reading !== undefined; ) {
      const readings = await reading.readings
      // What has become dirty meanwhile is being read while this is told. "Every SKU" has its turn before.
      const next = this.#dirty.pending && this.#everySku === undefined ? this.#beginPage() : undefined
      this.#endPage(reading, readings)
      reading = next
    }
  }

  /** Undefined where there is nothing to be read. */
  #beginPage(): PageUnderWay | undefined {
    if (!this.#dirty.pending) return undefined
    const { now, metrics, log } = this.#options
    const page = this.#dirty.take(PAGE)
    // Nobody may hear of a SKU any more by the time it is read.
    const skus = [...page.marks.keys()].filter((sku) => this.#isHeard(sku))
    const startedAt = performance.now()
    if (skus.length === 0) return { page, startedAt, readings: Promise.resolve([]) }
    const stop = metrics.tickSeconds.startTimer()
    const generation = this.#generation
    const readings = this.#read(skus, now().cursor)
      .catch((error: unknown) => {
        log.error({ err: error }, 'A page of a live query could not be read')
        return undefined
      })
      .then((read) => {
        stop()
        // What was read of another database is nothing to anybody.
        return generation === this.#generation ? read : []
      })
    return { page, startedAt, readings }
  }

  #endPage({ page, startedAt }: PageUnderWay, readings: readonly Reading[] | undefined): void {
    const touched: Subscriber[] = []
    try {
      if (readings === undefined) for (const [sku, mark] of page.marks) this.#dirty.failed(sku, mark)
      else this.#takeIn(readings, page.marks, startedAt, touched)
    } finally {
      this.#dirty.finished(page)
    }
    let written = 0
    for (const subscriber of touched) written += subscriber.tell(page.floor)
    // All that a connection was written goes out together, whatever number of subscriptions it was for.
    for (const subscriber of touched) subscriber.flush()
    this.onWritten(written)
    if (touched.length > 0) this.#tellDelay(page.floor)
  }

  /** How old the oldest change is that was told with a page. */
  #tellDelay(floor: Point | undefined): void {
    const { metrics, channelId, ageMs } = this.#options
    if (floor?.followedAt === undefined) return
    metrics.channelDelaySeconds.observe({ channel: channelId }, ageMs(floor.followedAt) / 1_000)
  }

  #takeIn(
    readings: readonly Reading[],
    marks: ReadonlyMap<string, Mark>,
    startedAt: number,
    touched: Subscriber[],
  ): void {
    let failed = false
    for (const reading of readings) {
      const mark = marks.get(reading.sku)
      if (mark === undefined) continue
      if (reading.errors.length === 0) {
        this.#tell(reading, mark, touched)
      } else {
        failed = true
        this.#tellFailure(reading, { ...mark, failingSince: mark.failingSince ?? startedAt }, touched)
      }
    }
    if (failed) {
      this.#failures++
      this.#options.metrics.tickFailures.inc()
    } else if (!this.#dirty.failing) {
      this.#failures = 0
    }
  }

  #tell(reading: Reading, mark: Mark, touched: Subscriber[]): void {
    const { sku, data } = reading
    if (data === null) {
      // There is no such SKU, or not any more.
      for (const subscriber of mark.wanted) subscriber.nothingOf(sku)
      this.#told.delete(sku)
      return
    }
    const entry = new Entry(data, [], this.#options.query)
    const told = this.#told.get(sku)
    // What nobody was told yet is told to all who hear of it when it has changed; a state that was only asked for is no news to the others, unless
    // it differs from what they know.
    const isNews = told === undefined ? mark.since !== undefined : told !== entry.content
    if (isNews) this.#told.set(sku, entry.content)
    const news: News = { sku, entry, since: mark.since, isFailure: false }
    const tell = (subscriber: Subscriber) => {
      if (subscriber.hear(news)) touched.push(subscriber)
    }
    if (isNews) this.#forHearersOf(sku, tell)
    else for (const subscriber of mark.wanted) tell(subscriber)
  }

  /** The SKU stays dirty. Who hears of it is told once, when it is not just a moment. */
  #tellFailure(reading: Reading, mark: Mark, touched: Subscriber[]): void {
    const { sku, data, errors } = reading
    const isPassing = errors.every(({ extensions }) => extensions?.retryable === true)
    if (isPassing && performance.now() - (mark.failingSince ?? 0) < ERROR_AFTER_MS) {
      this.#dirty.failed(sku, mark)
      return
    }

    const entry = new Entry(data, errors, this.#options.query)
    const isNews = mark.since !== undefined && this.#told.get(sku) !== entry.content
    // Whatever comes after an error is news.
    if (mark.since !== undefined) this.#told.set(sku, entry.content)
    else this.#told.delete(sku)
    const news: News = { sku, entry, since: mark.since, isFailure: true }
    const told = new Map(mark.told)
    const tell = (subscriber: Subscriber) => {
      if (subscriber.closed || told.get(subscriber) === entry.content) return
      if (mark.wanted.has(subscriber)) told.set(subscriber, entry.content)
      if (subscriber.hear(news)) touched.push(subscriber)
    }
    if (isNews) this.#forHearersOf(sku, tell)
    else for (const subscriber of mark.wanted) tell(subscriber)
    this.#dirty.failed(sku, { ...mark, told })
  }

  #isHeard(sku: string): boolean {
    return this.#wholeChannel.size > 0 || this.#topics.has(sku)
  }

  #forHearersOf(sku: string, tell: (subscriber: Subscriber) => void): void {
    for (const subscriber of this.#topics.hearersOf(sku)) tell(subscriber)
    for (const subscriber of this.#wholeChannel) tell(subscriber)
  }

  /** Reads all of them, or all but those for which the query fails as a whole. */
  async #read(skus: readonly string[], atLeast: string): Promise<readonly Reading[]> {
    const { query, channelId, viewer, runQuery } = this.#options
    const requestId = randomUUID()
    const log = this.#options.log.child({ requestId })
    const variables = { ...query.variables, [query.skusVariable]: skus, [query.channelVariable]: channelId }
    let data: Readonly<Record<string, unknown>> | null = null
    let thrown: readonly GraphQLError[]
    try {
      const context = { viewer, requestId, atLeast, signal: undefined, log, transport: 'live-query' } as const
      const result = await runQuery(query, variables, context)
      data = result.data
      thrown = result.errors
    } catch (error) {
      log.error({ err: error }, 'A live query failed')
      thrown = []
    }

    const errors = thrown.map((error) => formatError({ ...error.toJSON() }, error, { requestId, log }))
    const entries = data?.[ENTRIES]
    if (Array.isArray(entries) && entries.length === skus.length) return attribute(skus, entries, errors)

    const isPassing = errors.length > 0 && errors.every(({ extensions }) => extensions?.retryable === true)
    if (skus.length > 1 && !isPassing) {
      // One SKU can spoil the answer for all: halving finds it, and the others are answered.
      const half = skus.length >> 1
      const [left, right] = [
        await this.#read(skus.slice(0, half), atLeast),
        await this.#read(skus.slice(half), atLeast),
      ]
      return [...left, ...right]
    }
    const told = errors.length > 0 ? errors.map(withoutPath) : [internalError(requestId)]
    return skus.map((sku) => ({ sku, data: null, errors: told }))
  }
}

/** Gives each SKU its part of the answer, and its errors; an error that names no SKU concerns all of them. */
function attribute(
  skus: readonly string[],
  entries: readonly unknown[],
  errors: readonly GraphQLFormattedError[],
): readonly Reading[] {
  const own = new Map<number, GraphQLFormattedError[]>()
  const common: GraphQLFormattedError[] = []
  for (const error of errors) {
    const [root, index, ...rest] = error.path ?? []
    if (root !== ENTRIES || typeof index !== 'number') {
      common.push(withoutPath(error))
      continue
    }
    const list = own.get(index) ?? []
    list.push({ ...withoutPath(error), path: rest })
    own.set(index, list)
  }
  return skus.map((sku, index) => {
    const entry: unknown = entries[index]
    return { sku, data: isRecord(entry) ? entry : null, errors: [...(own.get(index) ?? []), ...common] }
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
