import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import type { Viewer } from '../../core/access/viewer.ts'
import type { Log } from '../context.ts'
import { formatError } from '../errors.ts'
import { isRecord } from '../is-record.ts'
import type { Metrics } from '../metrics.ts'
import type { RunQuery } from '../run-query.ts'
import { DirtySkus, type Lane, type Page } from './dirty-skus.ts'
import { Entry, type Style } from './entry.ts'
import { ERROR_AFTER_MS, retryDelayMs } from './failing.ts'
import type { Interests } from './interests.ts'
import { type Mark, NOTHING } from './marks.ts'
import type { Wrapping } from './outlet.ts'
import { earlier, type Point } from './point.ts'
import { ENTRIES, type LiveSelectionQuery, type Shaping } from './selection.ts'
import type { News, Standing, Subscriber, Surroundings } from './subscriber.ts'
import { Sweep } from './sweep.ts'
import { Ticker } from './ticker.ts'
import { internalError, unreadable, withoutPath } from './told-errors.ts'
import { Topics } from './topics.ts'
import type { Turns } from './turns.ts'

/** SKUs that one query reads: as many as `availability` takes. */
export const PAGE = 250

/** Of what is read for everybody, so many events are told before others have a turn. */
const TOLD_AT_ONCE = 5_000

/** Who is promised more SKUs at once than this waits for them as everybody does for a policy that concerns them all. */
const PROMISED_AT_ONCE = 1_000

/** In place of a SKU, for what is told of all that somebody follows. */
const EVERY_SKU = ''

export interface LiveQueryOptions {
  readonly query: LiveSelectionQuery
  readonly channelId: string
  readonly shaping: Shaping
  /** One of its access class; what is read is shown to all of that class. */
  readonly viewer: Viewer
  /** The newest point that was taken note of. */
  readonly now: () => Point
  /** Where it says which SKUs its subscribers hear of. */
  readonly interests: Interests<LiveQuery>
  /** Milliseconds since a time on PostgreSQL's clock. */
  readonly ageMs: (recordedAt: number) => number
  readonly runQuery: RunQuery
  /** Every SKU there is, in pages. */
  readonly listSkus: (atLeast: string) => AsyncIterable<readonly string[]>
  /** In which the live queries of this gateway read what has to be read for everybody. */
  readonly bulkTurns: Turns
  /** Something could not be read, and is tried again now. */
  readonly onUnreadable: () => void
  /** A subscriber has closed, and is none any more. */
  readonly onClose: (subscriber: Subscriber) => void
  readonly metrics: Metrics
  readonly log: Log
}

/** What somebody who comes knows of the states that are not told first: what this gateway has noticed, or less, or possibly more. */
export type Knowing = 'what it is told first' | 'no more than was noticed' | 'more'

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
 * One query for all who select the same fields of the same channel, in the same shape, and may see the same. What changes is marked; whatever is marked is
 * read, the oldest first, and told to those who hear of it. While one page is told, the next one is being read. What concerns every SKU, as a policy does, is
 * read in a lane of its own, a page at a time and in turns with the other live queries, so that it keeps nobody waiting who waits for something new.
 */
export class LiveQuery implements Surroundings {
  readonly #options: LiveQueryOptions
  readonly #dirty: DirtySkus
  readonly #tickers: Readonly<Record<Lane, Ticker>> = {
    fresh: new Ticker(() => this.#tick('fresh')),
    bulk: new Ticker(() => this.#tick('bulk')),
  }
  /** Changes and promises that concern every SKU there is. */
  readonly #sweep = new Sweep(() => this.#everySku())
  readonly #subscribers = new Set<Subscriber>()
  readonly #topics = new Topics()
  readonly #styles = new Map<string, Style>()
  readonly #wholeChannel = new Set<Subscriber>()
  /** What was told last of each SKU to everybody who hears of it; of those who want to hear of its status, the status. */
  readonly #told = new Map<string, string>()
  /** Counted up when the database becomes another one, so that what was being read then is not used. */
  #generation = 0
  /** How often in a row what failed was tried again. What fails newly meanwhile does not make it wait longer. */
  #retries = 0
  #restTimer: NodeJS.Timeout | undefined
  /** Whether finding out which SKUs there are has failed, and is tried again in a moment. */
  #sweepWaits = false

  constructor(options: LiveQueryOptions) {
    this.#options = options
    this.#dirty = new DirtySkus(options.shaping.minIntervalMs)
  }

  get channelId(): string {
    return this.#options.channelId
  }

  get size(): number {
    return this.#subscribers.size
  }

  /** The same for subscribers that are told the same in the same words, but for the tails of their messages. */
  styleOf(alias: string, ticks: boolean, wrapping: Wrapping | undefined): Style {
    const key = JSON.stringify([alias, ticks, wrapping?.key])
    const known = this.#styles.get(key)
    if (known !== undefined) return known
    const made = { alias, ticks }
    this.#styles.set(key, made)
    return made
  }

  /** Whether somebody has named the SKU, so that it is known to exist. */
  knows(sku: string): boolean {
    return this.#topics.has(sku)
  }

  /** From now on the subscriber hears of every change of these SKUs; of all that there are where none are named. */
  add(subscriber: Subscriber, skus: readonly string[] | null, knows: Knowing): void {
    const { interests } = this.#options
    this.#subscribers.add(subscriber)
    if (skus === null) {
      this.#wholeChannel.add(subscriber)
      interests.addEverySku(this)
    } else {
      subscriber.topics = this.#topics.join(subscriber, skus, (sku) => interests.add(sku, this))
    }
    if (knows !== 'what it is told first') this.#doubt(skus ?? [...this.#told.keys()], knows)
    if (this.#options.shaping.onlyStatus) this.#getToKnow(skus, knows)
  }

  /** What the newcomer knows may differ from what the others were told last: then whatever comes next is news. */
  #doubt(skus: readonly string[], knows: Knowing): void {
    // Of a status nobody is told twice where that can be avoided: what it was when the newcomer came is known, unless it may have changed since.
    const isSure = this.#options.shaping.onlyStatus && knows === 'no more than was noticed' && !this.#sweep.isDue
    for (const sku of skus) if (!isSure || this.#dirty.has(sku)) this.#told.delete(sku)
  }

  /** A status is news when it changes, so the present one has to be known. */
  #getToKnow(skus: readonly string[] | null, knows: Knowing): void {
    if (knows === 'what it is told first') return
    if (skus === null) {
      if (this.#wholeChannel.size === 1) this.#askForEverySku(undefined)
      return
    }
    if (knows === 'more') return
    for (const sku of skus) if (!this.#told.has(sku) && !this.#dirty.has(sku)) this.#dirty.mustBeKnown(sku)
    this.#wake()
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
    if (this.#wholeChannel.delete(subscriber) && this.#wholeChannel.size === 0) interests.deleteEverySku(this)
    this.#topics.leave(subscriber, (sku) => {
      interests.delete(sku, this)
      if (this.#wholeChannel.size === 0) this.#told.delete(sku)
    })
  }

  close(): void {
    this.#tickers.fresh.close()
    this.#tickers.bulk.close()
    clearTimeout(this.#restTimer)
  }

  /** What a cursor for this subscriber must not go beyond. */
  standingOf(subscriber: Subscriber): Standing {
    return { now: this.#options.now(), unread: earlier(this.#dirty.floorFor(subscriber), this.#sweep.floor) }
  }

  changed(sku: string, since: Point): void {
    if (!this.#isHeard(sku)) return
    this.#dirty.changed(sku, since)
    this.#wake()
  }

  /** Something changed that bears on every SKU: the channel, a location. */
  allChanged(since: Point): void {
    this.#askForEverySku(since)
  }

  /** Of these something may have changed after `since` that the feed cannot read. If it cannot be read here either, whoever hears of them is told so. */
  doubt(mayConcern: (sku: string) => boolean, since: Point): void {
    const mark = { ...NOTHING, since }
    for (const sku of new Set([...this.#topics.skus(), ...this.#told.keys()])) {
      if (mayConcern(sku)) this.#dirty.swept(sku, mark)
    }
    this.#wake()
    if (this.#wholeChannel.size === 0) return
    // Who follows the whole channel hears of SKUs that nobody has heard of yet.
    const entry = new Entry(undefined, null, [unreadable()], this.#options.query)
    const news: News = { sku: EVERY_SKU, entry, since: undefined, isFailure: true }
    const touched = [...this.#wholeChannel].filter((subscriber) => subscriber.hear(news))
    this.#tellTouched(touched, undefined)
  }

  /** The subscriber is told the state of these SKUs, changed or not; of all that it hears when none are named. */
  promise(subscriber: Subscriber, skus: Iterable<string> | undefined): void {
    const named = skus ?? subscriber.topics?.map(({ sku }) => sku)
    if (named === undefined) {
      this.#askForEverySku(undefined, [subscriber])
      return
    }
    const list = [...named]
    subscriber.promise(list)
    const lane = list.length > PROMISED_AT_ONCE ? 'bulk' : 'fresh'
    for (const sku of list) this.#dirty.wants(sku, subscriber, lane)
    this.#wake()
  }

  /** The database is another one: everybody is told everything anew. */
  startOver(start: Point): void {
    this.#generation++
    this.#dirty.clear()
    this.#told.clear()
    this.#sweep.clear()
    for (const subscriber of this.#subscribers) {
      subscriber.startOver(start)
      this.promise(subscriber, undefined)
    }
  }

  #askForEverySku(since: Point | undefined, wanted: Iterable<Subscriber> = []): void {
    this.#sweep.ask(since, wanted)
    this.#wake()
  }

  /** Those that somebody has named, and where somebody follows the whole channel all others as well, as of now. */
  async *#everySku(): AsyncGenerator<readonly string[]> {
    const named = new Set(this.#topics.skus())
    let page: string[] = []
    for (const sku of named) {
      if (page.push(sku) < PAGE) continue
      yield page
      page = []
    }
    if (this.#wholeChannel.size > 0) {
      const { now, listSkus } = this.#options
      for await (const listed of listSkus(now().cursor)) {
        for (const sku of listed) {
          if (named.has(sku) || page.push(sku) < PAGE) continue
          yield page
          page = []
        }
      }
    }
    if (page.length > 0) yield page
  }

  /** Whatever there is to do in either lane begins. */
  #wake(): void {
    if (this.#dirty.isPending('fresh')) this.#tickers.fresh.wake()
    this.#wakeRested()
    if (this.#dirty.isPending('bulk') || this.#sweepIsDue) this.#tickers.bulk.wake()
  }

  /** What has rested is to be read, and what rests has its time. */
  #wakeRested(): void {
    if (this.#restTimer !== undefined || this.#subscribers.size === 0) return
    const dueMs = this.#dirty.wakeRested()
    if (dueMs === undefined) return
    this.#restTimer = setTimeout(() => {
      this.#restTimer = undefined
      this.#wake()
    }, dueMs)
  }

  async #tick(lane: Lane): Promise<void> {
    try {
      if (lane === 'fresh') await this.#readFresh()
      else await this.#readBulk()
    } catch (error) {
      this.#options.log.error({ err: error }, 'A tick of a live query failed')
    } finally {
      if (this.#dirty.failing) this.#retryLater()
      this.#wake()
    }
  }

  /** What could not be read is tried again now, and not only when it would be its time. */
  retry(): void {
    this.#retries = 0
    this.#tickers.bulk.hurry()
  }

  #retryLater(): void {
    this.#tickers.bulk.wakeIn(retryDelayMs(this.#retries), () => {
      this.#retries++
      this.#options.onUnreadable()
      this.#sweepWaits = false
      this.#dirty.retry()
    })
  }

  async #readFresh(): Promise<void> {
    for (let reading = this.#beginPage('fresh'); reading !== undefined; ) {
      const readings = await reading.readings
      // What has become dirty meanwhile is being read while this is told.
      const next = this.#beginPage('fresh')
      this.#endPage(reading, readings)
      reading = next
    }
  }

  get #sweepIsDue(): boolean {
    return this.#sweep.isDue && !this.#sweepWaits
  }

  /** A page at a time, each when it is its turn. */
  async #readBulk(): Promise<void> {
    const { bulkTurns } = this.#options
    while (this.#subscribers.size > 0 && (this.#dirty.isPending('bulk') || this.#sweepIsDue)) {
      await bulkTurns.take()
      try {
        if (!this.#dirty.isPending('bulk') && !(await this.#drawFromSweep())) return
        const reading = this.#beginPage('bulk')
        if (reading !== undefined) await this.#endBulkPage(reading, await reading.readings)
      } finally {
        bulkTurns.pass()
      }
    }
  }

  /** Marks the next page of what concerns every SKU; returns whether there was one. */
  async #drawFromSweep(): Promise<boolean> {
    try {
      return await this.#sweep.draw(({ skus, since, wanted, isLast }) => {
        const open = new Set([...wanted].filter(({ closed }) => !closed))
        for (const subscriber of open) subscriber.promise(skus, isLast)
        const mark = { ...NOTHING, since, wanted: open }
        for (const sku of skus) this.#dirty.swept(sku, mark)
      })
    } catch (error) {
      this.#options.log.warn({ err: error }, 'The SKUs of a live query cannot be listed; trying again')
      this.#sweepWaits = true
      this.#retryLater()
      return false
    }
  }

  /** Undefined where there is nothing to be read. */
  #beginPage(lane: Lane): PageUnderWay | undefined {
    if (!this.#dirty.isPending(lane)) return undefined
    const { now, metrics, log } = this.#options
    const page = this.#dirty.take(lane, PAGE)
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
      this.#finished(page)
    }
    this.#tellTouched(touched, page.floor)
  }

  /** As `endPage`, bit by bit where there is much to tell: what is new has a turn in between. Until its end cursors stay before all of it. */
  async #endBulkPage({ page, startedAt }: PageUnderWay, readings: readonly Reading[] | undefined): Promise<void> {
    const generation = this.#generation
    try {
      if (readings === undefined) for (const [sku, mark] of page.marks) this.#dirty.failed(sku, mark)
      for (let start = 0; readings !== undefined && start < readings.length; ) {
        const touched: Subscriber[] = []
        let end = start
        for (let events = 0; end < readings.length && (events < TOLD_AT_ONCE || end === start); end++) {
          events += this.#topics.hearersOf(readings[end]?.sku ?? '').length + this.#wholeChannel.size
        }
        this.#takeIn(readings.slice(start, end), page.marks, startedAt, touched)
        // The last ones are told when they count as told, so that cursors may pass them.
        if (end === readings.length) this.#finished(page)
        this.#tellTouched(touched, page.floor)
        start = end
        if (start < readings.length) await setImmediate()
        if (generation !== this.#generation) return
      }
    } finally {
      this.#finished(page)
    }
  }

  #finished(page: Page): void {
    this.#dirty.finished(page)
    this.#wake()
  }

  #tellTouched(touched: readonly Subscriber[], floor: Point | undefined): void {
    let written = 0
    for (const subscriber of touched) written += subscriber.tell(floor)
    // All that a connection was written goes out together, whatever number of subscriptions it was for.
    for (const subscriber of touched) subscriber.flush()
    this.onWritten(written)
    if (touched.length > 0) this.#tellDelay(floor)
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
      this.#options.metrics.tickFailures.inc()
    } else if (!this.#dirty.failing) {
      this.#retries = 0
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
    const { query, shaping } = this.#options
    const { status, selected } = taken(data, query.statusKey)
    const entry = new Entry(sku, selected, [], query)
    const content = shaping.onlyStatus ? String(status) : entry.content
    const told = this.#told.get(sku)
    const isResting = this.#dirty.isResting(sku)
    // What nobody was told yet is told to all who hear of it when it has changed; a state that was only asked for is no news to the others, unless
    // it differs from what they know.
    const isNews = !isResting && (told === undefined ? mark.since !== undefined : told !== content)
    const isKnown = isNews || (told === undefined && (shaping.onlyStatus || this.#areAllHearers(sku, mark.wanted)))
    if (isKnown) this.#told.set(sku, content)
    const news: News = { sku, entry, since: mark.since, isFailure: false }
    const tell = (subscriber: Subscriber) => {
      if (subscriber.hear(news)) touched.push(subscriber)
    }
    if (isNews) this.#forHearersOf(sku, tell)
    else for (const subscriber of mark.wanted) tell(subscriber)
    // The others are told when it has rested.
    if (isResting && mark.since !== undefined) this.#dirty.changed(sku, mark.since)
    else if (isNews || mark.wanted.size > 0) this.#dirty.rests(sku)
  }

  /** The SKU stays dirty. Who hears of it is told once, when it is not just a moment. */
  #tellFailure(reading: Reading, mark: Mark, touched: Subscriber[]): void {
    const { sku, data, errors } = reading
    const isPassing = errors.every(({ extensions }) => extensions?.retryable === true)
    if (isPassing && performance.now() - (mark.failingSince ?? 0) < ERROR_AFTER_MS) {
      this.#dirty.failed(sku, mark)
      return
    }

    const { query } = this.#options
    const entry = new Entry(sku, data === null ? null : taken(data, query.statusKey).selected, errors, query)
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

  #areAllHearers(sku: string, wanted: ReadonlySet<Subscriber>): boolean {
    let open = 0
    for (const { closed } of wanted) if (!closed) open++
    return open > 0 && open === this.#topics.countOf(sku) + this.#wholeChannel.size
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

/** The status that the gateway itself has to know, and what the client has selected. */
function taken(data: Readonly<Record<string, unknown>>, statusKey: string | null) {
  if (statusKey === null) return { status: undefined, selected: data }
  const { [statusKey]: status, ...selected } = data
  return { status, selected }
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
