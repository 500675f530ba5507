import type { StockAccount } from '../../core/ledger/accounts.ts'
import { STOCK_ACCOUNTS } from '../../core/ledger/accounts.ts'
import type {
  ConfirmReservation,
  DispatchShipment,
  DocumentName,
  EventRefusalCode,
  Expecting,
  ExtendReservation,
  FulfillReservation,
  MoveReservationLine,
  QuantityOfLine,
  ReceiveShipment,
  RefusalCode,
  ReleaseReservation,
  Reserve,
  Submission,
} from '../../core/ledger/commands.ts'

/**
 * What the ledger promises, written down a second time and as simply as possible: one plain object, one command after the other, no batches, no
 * journal, no offsets. Balances follow from what they mean: a stock balance is the newest count and the deltas since it, a demand balance is the sum of
 * the open lines, a supply balance what shipments still bring. It shares no code with the decisions that it checks.
 */
export interface World {
  readonly titles: Record<string, string>
  readonly safety: Record<string, number>
  /** What is set aside at a place, the first one first. */
  readonly fences: Record<string, SetAside[]>
  readonly channels: Record<string, { locations: string[]; buffer: number; allowBackorder: boolean }>
  readonly closed: Record<string, boolean>
  readonly longitudes: Readonly<Record<string, number>>
  readonly accounts: Record<string, StockBook>
  readonly lines: Line[]
  readonly facts: Record<string, readonly Told[]>
  /** By the name of an event: what left for an order that was not known yet. */
  readonly early: Record<string, readonly Parcel[]>
  readonly answers: Record<string, { content: string; answer: Answer }>
  readonly shipments: Record<string, ShipmentCase>
  readonly returns: Record<string, ReturnCase>
  /** What somebody should look at, in sum: units promised that were not there, and units that left without the hub having known of them. */
  readonly told: Record<string, number>
}

/** Units that only one channel may sell. */
export interface SetAside {
  readonly channel: string
  readonly quantity: number
  readonly until: number | null
  used: number
}

/** What one source has told of a sale or a receipt through one channel, or without naming one. What orders of the channel have shipped is told by nobody. */
interface Told {
  readonly source: string | null
  readonly channel: string | null
  readonly quantity: number
  readonly at: number
}

interface Parcel {
  readonly sku: string
  readonly location: string
  readonly quantity: number
}

/** One stock account of a position. */
interface StockBook {
  count: { at: number; quantity: number } | null
  /** Since the count. */
  deltas: [at: number, quantity: number][]
}

export interface Line {
  readonly reservation: string
  readonly line: number
  readonly sku: string
  location: string
  readonly channel: string
  readonly reference: string | null
  readonly placedAt: number
  /** For when what waits was promised. */
  readonly by: number | null
  expiresAt: number | null
  confirmed: boolean
  /** How often it has changed, from 1. */
  version: number
  /**
   * Of these, the fills by what expired: holds that end at the same time are expired at once, so that one fill may stand for several here, or for none where the
   * filled line is over as well.
   */
  blurred: number
  requested: number
  held: number
  committed: number
  backordered: number
  fulfilled: number
  released: number
  expired: number
  /** Of held and committed, what was set aside for the channel. */
  fenced: number
}

interface ShipmentCase {
  readonly transfer: boolean
  readonly origin: string | null
  readonly destination: string
  over: 'closed' | 'canceled' | null
  /** When it is expected. Always in the future here. */
  due: number | null
  /** How often it has changed, from 1. */
  version: number
  readonly lines: { readonly sku: string; readonly quantity: number; dispatched: number; received: number }[]
}

type ReturnStage =
  | 'authorized'
  | 'inTransit'
  | 'received'
  | 'inspected'
  | 'quarantined'
  | 'restockApproved'
  | 'restocked'
  | 'gone'
const STAGES_AWAITED: readonly ReturnStage[] = ['authorized', 'inTransit']
const STAGES_HERE: readonly ReturnStage[] = ['received', 'inspected', 'quarantined', 'restockApproved']

interface ReturnCase {
  version: number
  readonly lines: ReturnedUnits[]
}

interface ReturnedUnits {
  readonly sku: string
  location: string | null
  readonly units: Partial<Record<ReturnStage, number>>
}

export interface Answer {
  readonly status: 'posted' | 'refused' | 'confirmed' | 'parked' | 'duplicate' | 'each'
  readonly codes?: readonly string[] | undefined
  readonly document?: string | undefined
  /** Of a key that was used before, or the first status of a repeated event. */
  readonly repeats?: string | undefined
  /** The lines of a reservation as they stand after the command. */
  readonly lines?: readonly string[] | undefined
  /** Of several commands under one key: their answers, by place. */
  readonly answers?: Readonly<Record<number, Answer>> | undefined
}

/** What only the hub can say: when it recorded a reservation. */
export interface Recorded {
  /** Orders what happened now: later steps are later. */
  readonly now: number
  /** Milliseconds of a reservation's recordedAt, where the real answer tells. */
  readonly recordedAt: number | undefined
  /** Of each command whether its document was said to be at another version: for those whose version is blurred. */
  readonly wasAnother: readonly boolean[]
}

/** Locations by their longitudes: they lie on the equator, in the order of the channels. */
export function emptyWorld(longitudes: Readonly<Record<string, number>>, channels: readonly string[]): World {
  const locations = Object.keys(longitudes)
  return {
    titles: {},
    safety: {},
    fences: {},
    channels: Object.fromEntries(channels.map((id) => [id, { locations, buffer: 0, allowBackorder: false }])),
    closed: {},
    longitudes,
    accounts: {},
    lines: [],
    facts: {},
    early: {},
    answers: {},
    shipments: {},
    returns: {},
    told: {},
  }
}

/** Answers and what else never changes once it is there are shared. */
export function copyOf(world: World): World {
  const {
    titles,
    safety,
    fences,
    channels,
    closed,
    longitudes,
    accounts,
    lines,
    facts,
    early,
    answers,
    shipments,
    returns,
    told,
  } = world
  return {
    titles: { ...titles },
    safety: { ...safety },
    fences: mapped(fences, (setAside) => setAside.map((one) => ({ ...one }))),
    channels: mapped(channels, (channel) => ({ ...channel })),
    closed: { ...closed },
    longitudes,
    accounts: mapped(accounts, ({ count, deltas }) => ({ count, deltas: [...deltas] })),
    lines: lines.map((line) => ({ ...line })),
    facts: { ...facts },
    early: { ...early },
    answers: { ...answers },
    shipments: mapped(shipments, (shipment) => ({ ...shipment, lines: shipment.lines.map((line) => ({ ...line })) })),
    returns: mapped(returns, ({ version, lines: units }) => ({
      version,
      lines: units.map((line) => ({ ...line, units: { ...line.units } })),
    })),
    told: { ...told },
  }
}

function mapped<V>(record: Readonly<Record<string, V>>, copy: (value: V) => V): Record<string, V> {
  const made: Record<string, V> = {}
  for (const [name, value] of Object.entries(record)) made[name] = copy(value)
  return made
}

// ── Balances ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const at = (sku: string, location: string): string => `${sku} ${location}`

export function stockOf(world: World, sku: string, location: string, account: StockAccount): number {
  const book = world.accounts[`${at(sku, location)} ${account}`]
  if (book === undefined) return 0
  return book.deltas.reduce((sum, [, quantity]) => sum + quantity, book.count?.quantity ?? 0)
}

export function promisesOf(
  world: World,
  sku: string,
  location: string,
): Pick<Line, 'held' | 'committed' | 'backordered'> {
  const promises = { held: 0, committed: 0, backordered: 0 }
  for (const line of world.lines) {
    if (line.sku !== sku || line.location !== location) continue
    promises.held += line.held
    promises.committed += line.committed
    promises.backordered += line.backordered
  }
  return promises
}

/** All that is still to come, or only what is expected by a moment. */
export function supplyOf(
  world: World,
  sku: string,
  location: string,
  by: number | null = null,
): { onOrder: number; inTransit: number } {
  const supply = { onOrder: 0, inTransit: 0 }
  for (const { over, due, destination, transfer, lines } of Object.values(world.shipments)) {
    if (over !== null || destination !== location) continue
    if (by !== null && (due === null || due > by)) continue
    for (const line of lines.filter((it) => it.sku === sku)) {
      const coming = Math.max(0, line.dispatched - line.received)
      supply.inTransit += coming
      if (!transfer) supply.onOrder += stillToCome(line) - coming
    }
  }
  return supply
}

/** What nobody was promised and no policy keeps back. */
function freeAt(world: World, sku: string, location: string): number {
  const { held, committed } = promisesOf(world, sku, location)
  return stockOf(world, sku, location, 'sellable') - held - committed - (world.safety[at(sku, location)] ?? 0)
}

/** Of free units, what a channel can have: each fence takes what those before it leave. */
function availableOf(free: number, fences: readonly SetAside[], channel: string): number {
  let unclaimed = free
  let ofOthers = 0
  for (const fence of fences) {
    const there = Math.max(0, Math.min(leftOf(fence), unclaimed))
    unclaimed -= there
    if (fence.channel !== channel) ofOthers += there
  }
  return free - ofOthers
}

function atf(world: World, sku: string, location: string, channel: string): number {
  return availableOf(freeAt(world, sku, location), world.fences[at(sku, location)] ?? [], channel)
}

/** Units of a cart that are not lines yet: held where there is no date. */
interface Taken {
  readonly sku: string
  readonly location: string
  readonly channel: string
  readonly by: number | null
  readonly quantity: number
}

/**
 * What a channel can be promised: at no date from then on may more have been promised until then than will have come. Who waits for no date was there before;
 * and whoever waits takes from what is set aside for his channel.
 */
function promisable(
  world: World,
  sku: string,
  location: string,
  channel: string,
  by: number,
  cart: readonly Taken[],
): number {
  const waiting: Taken[] = world.lines.map((line) => ({ ...line, quantity: line.backordered }))
  const claims = [...waiting, ...cart].filter((it) => it.sku === sku && it.location === location && it.quantity > 0)
  const dates = [by, ...claims.flatMap((claim) => claim.by ?? [])].filter((date) => date >= by)
  const left = dates.map((date) => {
    const until = claims.filter((claim) => claim.by === null || claim.by <= date)
    const { onOrder, inTransit } = supplyOf(world, sku, location, date)
    const lasting = (world.fences[at(sku, location)] ?? []).filter((fence) => isThereFor(fence, channel, date))
    const fences = lasting.map((fence) => {
      const used = fence.used + sum(until.filter((claim) => claim.channel === fence.channel).map((it) => it.quantity))
      return { ...fence, used }
    })
    const free = freeAt(world, sku, location) + onOrder + inTransit - sum(until.map(({ quantity }) => quantity))
    return availableOf(free, fences, channel)
  })
  return Math.min(...left)
}

/** Units that are set aside for a channel only until some time before a date are nobody's by then, as far as the channel can rely on. */
function isThereFor(fence: SetAside, channel: string, date: number): boolean {
  return fence.channel !== channel || fence.until === null || fence.until > date
}

/** What a cart finds at a location by a date (now where there is none), beside what it has taken there. */
function offered(
  world: World,
  sku: string,
  location: string,
  channel: string,
  by: number | null,
  cart: readonly Taken[] = [],
): number {
  const gone = cart.filter((it) => it.sku === sku && it.location === location && it.by === null)
  const now = atf(world, sku, location, channel) - sum(gone.map(({ quantity }) => quantity))
  return by === null ? now : Math.max(0, now, promisable(world, sku, location, channel, by, cart))
}

/** Who waits at a place, the one who is filled next first: by the date that was promised, then by age. */
function waitingAt(world: World, ...places: readonly string[]): Line[] {
  const date = ({ by }: Line) => by ?? Number.MAX_SAFE_INTEGER
  return world.lines
    .filter((line) => line.backordered > 0 && places.includes(at(line.sku, line.location)))
    .sort(
      (a, b) => date(a) - date(b) || a.placedAt - b.placedAt || order(a.reservation, b.reservation) || a.line - b.line,
    )
}

/** Of each promise for a date at a place, how much of it will not be there by then, if all comes as announced and those before it are served. */
function brokenAt(world: World, place: string): Map<Line, number> {
  const broken = new Map<Line, number>()
  const fences = (world.fences[place] ?? []).map((fence) => ({ ...fence }))
  let taken = 0
  for (const line of waitingAt(world, place)) {
    if (line.by === null) continue
    const { onOrder, inTransit } = supplyOf(world, line.sku, line.location, line.by)
    const free = freeAt(world, line.sku, line.location) + onOrder + inTransit - taken
    const { channel, by } = line
    const lasting = fences.filter((fence) => isThereFor(fence, channel, by))
    const there = Math.max(0, availableOf(free, lasting, channel))
    broken.set(line, Math.max(0, line.backordered - there))
    taken += line.backordered
    for (const fence of fences) if (fence.channel === line.channel) fence.used += line.backordered
  }
  return broken
}

/** What a channel could reserve at a location: closed ones count neither for its buffer nor against it. */
function reservable(world: World, sku: string, location: string, id: string): number {
  const { locations, buffer } = channelIn(world, id)
  const here = atf(world, sku, location, id)
  if (world.closed[location] === true) return Math.max(0, here)
  const open = locations.filter((other) => world.closed[other] !== true)
  const all = sum(open.map((other) => Math.max(0, atf(world, sku, other, id))))
  return Math.max(0, Math.min(here, all - buffer))
}

function channelIn(world: World, id: string): World['channels'][string] {
  const channel = world.channels[id]
  if (channel === undefined) throw new Error(`There is no channel ${id}`)
  return channel
}

function leftOf({ quantity, used }: SetAside): number {
  return Math.max(0, quantity - used)
}

function fenceOf(world: World, place: string, channel: string | null): SetAside | undefined {
  return world.fences[place]?.find((fence) => fence.channel === channel)
}

function uncovered(world: World, sku: string, location: string): number {
  const { held, committed } = promisesOf(world, sku, location)
  return Math.max(0, held + committed - Math.max(0, stockOf(world, sku, location, 'sellable')))
}

function belowZero(world: World, sku: string, location: string): number {
  return sum(STOCK_ACCOUNTS.map((account) => Math.max(0, -stockOf(world, sku, location, account))))
}

function bookOf(world: World, sku: string, location: string, account: StockAccount): StockBook {
  const key = `${at(sku, location)} ${account}`
  const book = world.accounts[key] ?? { count: null, deltas: [] }
  world.accounts[key] = book
  return book
}

/** A delta from before the newest count changes nothing any more. */
function addStock(
  world: World,
  sku: string,
  location: string,
  account: StockAccount,
  quantity: number,
  when: number,
): void {
  const book = bookOf(world, sku, location, account)
  if (quantity !== 0 && (book.count === null || when >= book.count.at)) book.deltas.push([when, quantity])
}

// ── Commands ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Does one command, with what follows from it by itself, and says what has to be answered. */
export function obey(world: World, submission: Submission, recorded: Recorded): Answer {
  const first = firstAnswer(world, submission)
  if (first !== undefined) return first
  // As it stands with what followed: a line that was released may have filled another one.
  const seen = (done: Answer): Answer =>
    done.lines === undefined ? done : { ...done, lines: summaries(world, done.document) }
  const { command } = submission
  const done =
    command.kind === 'each'
      ? command.commands.map((one, index) => {
          const wasAnother = recorded.wasAnother.slice(index, index + 1)
          return change(world, () => act(world, { ...submission, command: one }, { ...recorded, wasAnother }))
        })
      : change(world, () => act(world, submission, recorded))
  const answer: Answer = Array.isArray(done) ? { status: 'each', answers: { ...done.map(seen) } } : seen(done)
  const name = nameOf(submission)
  if (name !== undefined) world.answers[name] = { content: contentOf(submission), answer }
  return answer
}

/**
 * Holds and unconfirmed backorders are over, and so is what was set aside. `everywhere`: it was noticed by a look at all places, where whoever waits longest is served first, wherever
 * that is.
 */
export function expire(
  world: World,
  lines: readonly Pick<Line, 'reservation' | 'line'>[],
  moment: number,
  everywhere = false,
): void {
  change(
    world,
    () => {
      for (const line of lines) {
        const found = world.lines.find((it) => it.reservation === line.reservation && it.line === line.line)
        if (found === undefined) continue
        const backordered = found.confirmed ? 0 : found.backordered
        found.expired += found.held + backordered
        found.held = 0
        found.backordered -= backordered
        found.version++
      }
      for (const [place, fences] of Object.entries(world.fences)) {
        world.fences[place] = fences.filter(({ until }) => until === null || until > moment)
      }
    },
    { blurred: 1, everywhere },
  )
}

export function canExpire(line: Line): boolean {
  return line.expiresAt !== null && (line.held > 0 || (line.backordered > 0 && !line.confirmed))
}

/**
 * Whatever changes what is available fills backorders by age; what is promised and not there any more is told. A channel takes from what is set aside
 * for it first and gives back to it last.
 */
function change<T>(world: World, what: () => T, { blurred = 0, everywhere = false } = {}): T {
  const places = new Set(Object.keys(world.accounts).map((key) => key.split(' ').slice(0, 2).join(' ')))
  for (const line of world.lines) places.add(at(line.sku, line.location))
  for (const key of [...Object.keys(world.safety), ...Object.keys(world.fences)]) places.add(key)
  const look = (place: string) => {
    const [sku = '', location = ''] = place.split(' ')
    const { held, committed, backordered } = promisesOf(world, sku, location)
    const setAside = (world.fences[place] ?? []).filter((fence) => leftOf(fence) > 0)
    const terms = [stockOf(world, sku, location, 'sellable'), held, committed, backordered, world.safety[place] ?? 0]
    return {
      terms: JSON.stringify([...terms, ...setAside.map((fence) => [fence.channel, leftOf(fence)])]),
      uncovered: uncovered(world, sku, location),
      belowZero: belowZero(world, sku, location),
      broken: brokenAt(world, place),
    }
  }
  const before = new Map([...places].map((place) => [place, look(place)]))
  const linesBefore = new Map(world.lines.map((line) => [line, { ...line }]))
  const result = what()

  for (const line of world.lines) settleFence(world, line, linesBefore.get(line))
  for (const key of Object.keys(world.accounts)) places.add(key.split(' ').slice(0, 2).join(' '))
  const changed: string[] = []
  for (const place of places) {
    const was = before.get(place) ?? UNSEEN
    const is = look(place)
    tell(world, `OVERSELL ${place}`, is.uncovered - was.uncovered)
    tell(world, `NEGATIVE_STOCK ${place}`, is.belowZero - was.belowZero)
    if (everywhere || is.terms !== was.terms) changed.push(place)
  }
  for (const line of waitingAt(world, ...changed)) serve(world, line, blurred)
  for (const place of places) {
    const was = before.get(place) ?? UNSEEN
    for (const [line, quantity] of brokenAt(world, place)) {
      tell(world, `PROMISE_UNCOVERED ${place}`, quantity - (was.broken.get(line) ?? quantity))
    }
  }
  return result
}

const UNSEEN = { terms: '', uncovered: 0, belowZero: 0, broken: new Map<Line, number>() }

/** What a line has gained, its channel took from what is set aside for it; what it has lost goes back there, unless it was shipped. */
function settleFence(world: World, line: Line, before: Line | undefined): void {
  let was = before
  if (was !== undefined && was.location !== line.location) {
    giveBack(fenceOf(world, at(was.sku, was.location), was.channel), was.fenced)
    line.fenced = 0
    was = undefined
  }
  const fence = fenceOf(world, at(line.sku, line.location), line.channel)
  const open = line.held + line.committed
  const gained = open - (was === undefined ? 0 : was.held + was.committed)
  if (gained > 0) {
    const taken = fence === undefined ? 0 : Math.min(gained, leftOf(fence))
    line.fenced += taken
    if (fence !== undefined) fence.used += taken
  }
  if (gained < 0 && line.fulfilled > (was?.fulfilled ?? 0)) line.fenced = Math.max(0, line.fenced + gained)
  if (line.fenced > open) {
    giveBack(fence, line.fenced - open)
    line.fenced = open
  }
}

function giveBack(fence: SetAside | undefined, quantity: number): void {
  if (fence !== undefined) fence.used = Math.max(0, fence.used - quantity)
}

function tell(world: World, what: string, quantity: number): void {
  if (quantity > 0) world.told[what] = (world.told[what] ?? 0) + quantity
}

/** A line gets what its channel could reserve; what was promised for a date does not wait for the buffer again. */
function serve(world: World, line: Line, blurred: number): void {
  const quantity = servableOf(world, line)
  if (quantity === 0) return
  line.version++
  line.blurred += blurred
  const was = { ...line }
  line.backordered -= quantity
  if (line.confirmed) line.committed += quantity
  else line.held += quantity
  settleFence(world, line, was)
}

function servableOf(world: World, { sku, location, channel, by, backordered }: Line): number {
  const there =
    by === null ? reservable(world, sku, location, channel) : Math.max(0, atf(world, sku, location, channel))
  return Math.min(there, backordered)
}

/**
 * Of each place the first in the order of filling that could have something: a buffer leaves it, or a location, that something elsewhere has changed. Whoever
 * decides next about the place gives it to them first, as does the sweep.
 */
export function firstServable(world: World): Line[] {
  const first = new Map<string, Line>()
  for (const line of world.lines) {
    const place = at(line.sku, line.location)
    if (line.backordered === 0 || first.has(place)) continue
    const servable = waitingAt(world, place).find((one) => servableOf(world, one) > 0)
    if (servable !== undefined) first.set(place, servable)
  }
  return [...first.values()]
}

/** It gets it now. Of which parts it consists is not known. */
export function serveNow(world: World, { reservation, line }: Pick<Line, 'reservation' | 'line'>): void {
  const found = world.lines.find((it) => it.reservation === reservation && it.line === line)
  if (found !== undefined) serve(world, found, 1)
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Under which name an answer is kept: the key of a client, or the event of a source. */
function nameOf({ client, key, event }: Submission): string | undefined {
  if (key !== undefined) return `key ${client} ${key.key}`
  return event === undefined ? undefined : `event ${event.source} ${event.id}`
}

function contentOf({ key, event }: Submission): string {
  return (key?.requestHash ?? event?.contentHash ?? Buffer.alloc(0)).toString('hex')
}

function firstAnswer(world: World, submission: Submission): Answer | undefined {
  const name = nameOf(submission)
  const known = name === undefined ? undefined : world.answers[name]
  if (known === undefined) return undefined
  const { event } = submission
  if (event === undefined) {
    if (known.content !== contentOf(submission)) {
      return { status: 'refused', codes: ['IDEMPOTENCY_CONFLICT'], repeats: 'yes' }
    }
    return again(known.answer)
  }
  // What waited or was mended is decided anew, as long as it has had no effect.
  if (event.retryOf === 'parked' && known.answer.status === 'parked') return undefined
  if (event.retryOf === 'deadLetter' && known.answer.status === 'refused') return undefined
  if (event.retryOf === undefined && known.content !== contentOf(submission)) {
    return { status: 'refused', codes: ['EVENT_CONFLICT'], repeats: 'yes' }
  }
  return { status: 'duplicate', repeats: known.answer.status }
}

function again({ status, codes, document, answers }: Answer): Answer {
  const repeated =
    answers && Object.fromEntries(Object.entries(answers).map(([place, answer]) => [place, again(answer)]))
  // That a fact was confirmed is no less true the second time, so it is not marked.
  return { status, codes, document, answers: repeated, repeats: status === 'confirmed' ? undefined : 'yes' }
}

const no = (code: RefusalCode | EventRefusalCode): Answer => ({ status: 'refused', codes: [code] })
const POSTED: Answer = { status: 'posted' }

function act(world: World, submission: Submission, recorded: Recorded): Answer {
  const { command } = submission
  const when = submission.occurredAt?.getTime() ?? recorded.now
  switch (command.kind) {
    case 'countStock': {
      const { sku, locationId, account, quantity } = command
      const book = bookOf(world, sku, locationId, account)
      if (book.count !== null && when < book.count.at) return POSTED
      book.count = { at: when, quantity: Number(quantity) }
      book.deltas = book.deltas.filter(([moment]) => moment >= when)
      return POSTED
    }
    case 'adjustStock':
      addStock(world, command.sku, command.locationId, command.account, Number(command.delta), when)
      return POSTED
    case 'reclassifyStock': {
      const { sku, locationId, from, to, quantity } = command
      if (from === to) return no('INVALID_INPUT')
      addStock(world, sku, locationId, from, -quantity, when)
      addStock(world, sku, locationId, to, Number(quantity), when)
      return POSTED
    }
    case 'receiveStock':
    case 'recordSale': {
      const { sku, locationId, reference } = command
      const kind = command.kind === 'recordSale' ? 'sale' : 'receipt'
      const news = report(
        world,
        submission,
        `${at(sku, locationId)} ${reference} ${kind}`,
        'channelId' in command ? command.channelId : null,
        Number(command.quantity),
        when,
      )
      const told = reference === null ? { quantity: Number(command.quantity), when } : news
      addStock(world, sku, locationId, 'sellable', kind === 'sale' ? -told.quantity : told.quantity, told.when)
      const fence = 'channelId' in command ? fenceOf(world, at(sku, locationId), command.channelId) : undefined
      if (fence !== undefined) fence.used += Math.min(told.quantity, leftOf(fence))
      return told.quantity === 0 ? { status: 'confirmed' } : POSTED
    }
    case 'reserve':
      return reserve(world, command, when, recorded)
    case 'extendReservation':
      return extend(world, command, recorded)
    case 'confirmReservation':
      return confirm(world, command, when, recorded)
    case 'releaseReservation':
      return release(world, command, recorded)
    case 'fulfillReservation':
      return fulfill(world, submission, command, when, recorded)
    case 'moveReservationLine':
      return moveLine(world, command, recorded)
    case 'upsertStockPolicy': {
      const place = at(command.sku, command.locationId)
      world.safety[place] = command.safetyStock ?? world.safety[place] ?? 0
      world.fences[place] =
        command.fences?.map(({ channelId: channel, quantity, until }) => {
          const used = fenceOf(world, place, channel)?.used ?? 0
          return { channel, quantity, used, until: until?.getTime() ?? null }
        }) ??
        world.fences[place] ??
        []
      return POSTED
    }
    case 'each':
      throw new Error('Each of several commands is obeyed by itself')
    case 'tellLateSupply':
      throw new Error('Here nothing is late: what becomes of late supply has tests of its own')
    case 'noteLowStock':
    case 'upsertErpSystem':
    case 'setErpRoute':
    case 'setAuthority':
      throw new Error('What is remembered of low stock moves nothing, and has tests of its own')
    case 'expireHolds':
      // Whoever looks finds ended what is over: there is nothing left to do.
      return POSTED
    case 'refuseEvent':
      return no(command.code)
    case 'expireParked':
      return no('PARKED_TOO_LONG')
    case 'upsertItems':
      for (const { sku, title } of command.items) world.titles[sku] = title ?? world.titles[sku] ?? ''
      return POSTED
    case 'upsertChannel': {
      const channel = channelIn(world, command.id)
      channel.locations = command.locations?.map(({ locationId }) => locationId) ?? channel.locations
      channel.buffer = command.buffer ?? channel.buffer
      channel.allowBackorder = command.allowBackorder ?? channel.allowBackorder
      return POSTED
    }
    case 'upsertLocations':
      for (const { id, closed } of command.locations) world.closed[id] = closed ?? world.closed[id] ?? false
      return POSTED
    case 'createShipment': {
      const lines = command.lines.map(({ sku, quantity }) => ({
        sku,
        quantity: Number(quantity),
        dispatched: 0,
        received: 0,
      }))
      const { originId: origin, destinationId: destination } = command
      const due = command.expectedAt?.getTime() ?? null
      const transfer = origin !== null
      world.shipments[command.id] = { transfer, origin, destination, over: null, due, version: 1, lines }
      return { ...POSTED, document: command.id }
    }
    case 'dispatchShipment':
    case 'receiveShipment':
      return move(world, command, when)
    case 'closeShipment':
    case 'cancelShipment': {
      const id = command.shipment.id ?? ''
      const shipment = world.shipments[id]
      if (shipment === undefined) return no('NOT_FOUND')
      if (isOther(shipment, command)) return no('VERSION_CONFLICT')
      const close = command.kind === 'closeShipment'
      if (isOver(shipment) || isDraft(shipment) === close) return no('WRONG_STATE')
      shipment.over = close ? 'closed' : 'canceled'
      shipment.version++
      return { ...POSTED, document: id }
    }
    case 'rescheduleShipment': {
      const id = command.shipment.id ?? ''
      const shipment = world.shipments[id]
      if (shipment === undefined) return no('NOT_FOUND')
      if (isOther(shipment, command)) return no('VERSION_CONFLICT')
      if (isOver(shipment)) return no('WRONG_STATE')
      shipment.due = command.expectedAt?.getTime() ?? null
      shipment.version++
      return { ...POSTED, document: id }
    }
    case 'authorizeReturn': {
      const lines = command.lines.map(({ sku, quantity }) => {
        return { sku, location: command.locationId, units: { authorized: Number(quantity) } }
      })
      world.returns[command.id] = { version: 1, lines }
      return { ...POSTED, document: command.id }
    }
    case 'receiveReturn':
      return step(world, command, STAGES_AWAITED, 'received', when, command.locationId)
    case 'inspectReturn':
      return step(world, command, ['received'], command.outcome === 'PASSED' ? 'inspected' : 'quarantined', when)
    case 'approveRestock':
      return step(world, command, ['inspected'], 'restockApproved', when)
    case 'restockReturn':
      return step(world, command, ['restockApproved'], 'restocked', when)
    case 'dispositionReturn':
      switch (command.disposition) {
        case 'IN_TRANSIT':
          return step(world, command, ['authorized'], 'inTransit', when)
        case 'DISPOSE':
        case 'RETURN_TO_VENDOR':
          return step(world, command, STAGES_HERE, 'gone', when)
        case 'QUARANTINE':
          return step(world, command, ['received', 'inspected', 'restockApproved'], 'quarantined', when)
        case 'RELEASE_FROM_QUARANTINE':
          return step(world, command, ['quarantined'], 'received', when)
        // What never came is not missing here.
        case 'MISSING':
        case 'CANCEL':
          return step(world, command, STAGES_AWAITED, 'gone', when)
      }
  }
}

/** What is new in a report: totals of each source, of which the largest is what has happened, at the time of the first reporter. */
function report(
  world: World,
  submission: Submission,
  fact: string,
  channel: string | null,
  quantity: number,
  when: number,
): { quantity: number; when: number } {
  const source = sourceOf(submission)
  const before = world.facts[fact] ?? []
  const about = before.filter((told) => told.source !== null && isSameSale(told.channel, channel))
  tellMore(world, fact, { source, channel, quantity, at: when })
  return {
    quantity: happened(world.facts[fact] ?? []) - happened(before),
    when: about.some((told) => told.source === source)
      ? when
      : Math.min(...about.map((told) => told.at), ...(about.length === 0 ? [when] : [])),
  }
}

function sourceOf({ event, client }: Submission): string {
  return event?.source ?? `client ${client}`
}

/** Who names no channel may mean any. */
function isSameSale(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other
}

function tellMore(world: World, fact: string, more: Told): void {
  const told = world.facts[fact] ?? []
  const mine = told.find((it) => it.source === more.source && it.channel === more.channel)
  const others = told.filter((it) => it !== mine)
  world.facts[fact] = [...others, { ...more, quantity: (mine?.quantity ?? 0) + more.quantity, at: mine?.at ?? more.at }]
}

/** No less than one source has told alone, and no less than all channels together, since what was sold through one was not sold through another. */
function happened(told: readonly Told[]): number {
  const sources = new Set(told.flatMap(({ source }) => source ?? []))
  const channels = new Set(told.flatMap(({ channel }) => channel ?? []))
  const bySource = [...sources].map((source) => sum(told.filter((it) => it.source === source).map((it) => it.quantity)))
  const byChannel = [...channels].map((channel) =>
    Math.max(...told.filter((it) => it.channel === channel).map((it) => it.quantity)),
  )
  return Math.max(0, ...bySource, sum(byChannel))
}

/**
 * How much leaves the shelf for an order, and how much of the order that means. Who says how much was shipped may repeat what left for the order already, told by somebody else; whatever is not a repetition
 * comes on top of what orders of the channel have shipped. Nothing is taken twice that a sale was told for.
 */
function ship(
  world: World,
  submission: Submission,
  parcel: Pick<Line, 'reservation' | 'reference' | 'channel' | 'sku' | 'location'> & {
    quantity: number
    mayRepeat: boolean
    open: number
    when: number
  },
): { quantity: number; when: number; news: number } {
  const { reservation, sku, location, reference, channel, quantity, mayRepeat, open, when } = parcel
  if (reference === null) return { quantity, when, news: quantity }
  const fact = `${at(sku, location)} ${reference} sale`
  const lines = linesOf(world, { id: reservation }).filter((it) => it.sku === sku && it.location === location)
  const left = sum(lines.map((it) => it.fulfilled))
  const before = world.facts[fact] ?? []
  const orders = before.find((told) => told.source === null && told.channel === channel)?.quantity ?? 0
  const source = sourceOf(submission)
  // What was told before the order was known is told of the order now.
  const early = world.early[nameOf(submission) ?? '']?.filter((it) => it.sku === sku && it.location === location) ?? []
  const waited = sum(early.map((it) => it.quantity))
  if (waited > 0) tellMore(world, fact, { source, channel: null, quantity: -waited, at: when })
  const told = report(world, submission, fact, channel, quantity, when)
  const mine = (world.facts[fact] ?? []).filter((it) => it.source === source && isSameSale(it.channel, channel))
  const news = mayRepeat ? Math.max(0, Math.min(quantity, sum(mine.map((it) => it.quantity)) - left)) : quantity
  const shipped = Math.max(Math.max(orders, left) + Math.min(news, open), left + news)
  tellMore(world, fact, { source: null, channel, quantity: shipped - orders, at: when })
  return { quantity: happened(world.facts[fact] ?? []) - happened(before), when: mayRepeat ? told.when : when, news }
}

// ── Reservations ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function reserve(world: World, command: Reserve, when: number, { now, recordedAt }: Recorded): Answer {
  const channel = channelIn(world, command.channelId)
  const fact = command.asFact === true
  const backorder = channel.allowBackorder || fact
  if (command.sourcing === 'NEAREST' && command.near == null) return no('INVALID_INPUT')
  const isOpen = (location: string) => world.closed[location] !== true
  const open = channel.locations.filter(isOpen)
  const named = command.lines.flatMap(({ locationId }) => locationId ?? [])
  if (!fact && !(named.every(isOpen) && (open.length > 0 || named.length === command.lines.length))) {
    return no('LOCATION_CLOSED')
  }

  // First what is wanted now, then what is wanted by a date, the earliest first: each finds what those before it have left.
  const byOf = ({ by }: Reserve['lines'][number]) => (fact ? null : (by?.getTime() ?? null))
  const cart: Taken[] = []
  const found: Found[] = []
  for (const by of [...new Set(command.lines.map(byOf))].sort((a, b) => (a ?? 0) - (b ?? 0))) {
    const places = [...command.lines.keys()].filter((index) => byOf(command.lines[index] ?? never()) === by)
    const group = places.map((index) => command.lines[index] ?? never())
    const there = (sku: string, location: string) => offered(world, sku, location, command.channelId, by, cart)
    for (const [index, got] of findUnits(world, { ...command, lines: group }, there).entries()) {
      const { sku } = got
      const parts = got.parts.map(({ location, quantity }) => {
        const now = Math.max(0, offered(world, sku, location, command.channelId, null, cart))
        const held = by === null ? quantity : Math.min(quantity, now)
        const taken = { sku, location, channel: command.channelId }
        cart.push({ ...taken, by: null, quantity: held }, { ...taken, by, quantity: quantity - held })
        return { location, held, waiting: quantity - held }
      })
      found[places[index] ?? 0] = { ...got, by, parts }
    }
  }
  const waits = ({ by }: Found) => by === null && backorder
  const short = found.filter((line) => line.missing > 0 && !waits(line) && (command.allOrNothing || line.got === 0))
  if (short.length > 0 && (command.allOrNothing || found.every((line) => line.got === 0 && !waits(line)))) {
    const codes = short.map(({ by }) => (by === null ? 'INSUFFICIENT_STOCK' : 'INSUFFICIENT_SUPPLY'))
    return { status: 'refused', codes: [...new Set(codes)] }
  }

  const lines = found.flatMap(({ sku, by, parts, missing, restAt, ...line }): Line[] => {
    const all = parts.length > 0 ? parts : [{ location: restAt, held: 0, waiting: 0 }]
    return all.map(({ location, held, waiting }, index): Line => {
      const rest = index === all.length - 1 ? missing : 0
      const backordered = waiting + (waits({ sku, by, parts, missing, restAt, ...line }) ? rest : 0)
      return {
        reservation: command.id,
        line: 0,
        sku,
        location,
        channel: command.channelId,
        reference: command.reference,
        placedAt: when === now ? (recordedAt ?? now) : when,
        by: backordered > 0 ? by : null,
        expiresAt: command.confirmed === true ? null : (recordedAt ?? now) + command.ttlSeconds * 1000,
        confirmed: command.confirmed === true,
        version: 1,
        blurred: 0,
        requested: 0,
        held,
        committed: 0,
        backordered,
        fulfilled: 0,
        released: waiting + rest - backordered,
        expired: 0,
        fenced: 0,
      }
    })
  })

  for (const [index, line] of lines.entries()) {
    const { held, backordered, released } = line
    const firm = command.confirmed === true
    const made = { ...line, line: index + 1, requested: held + backordered + released }
    world.lines.push({ ...made, held: firm ? 0 : held, committed: firm ? held : 0 })
    if (command.asFact === true && !channel.allowBackorder) {
      tell(world, `OVERSELL ${at(line.sku, line.location)}`, backordered)
    }
  }
  return reservationAnswer(world, command.id)
}

/** What a line of a cart gets, and where. */
interface Found {
  readonly sku: string
  readonly by: number | null
  readonly got: number
  readonly missing: number
  readonly parts: readonly { readonly location: string; readonly held: number; readonly waiting: number }[]
  /** Where what is missing is written down, when nothing is there. */
  readonly restAt: string
}

/** How much of each line there is, and from where. */
function findUnits(world: World, command: Reserve, there: (sku: string, location: string) => number) {
  const channel = channelIn(world, command.channelId)
  const isOpen = (location: string) => world.closed[location] !== true
  const open = channel.locations.filter(isOpen)

  // How much: what a line names nobody else may take, and whoever comes first comes first.
  const shelves = new Map<string, { at: Record<string, number>; pool: number }>()
  for (const { sku } of command.lines) {
    const at = Object.fromEntries(channel.locations.map((location) => [location, Math.max(0, there(sku, location))]))
    const all = sum(open.map((location) => at[location] ?? 0))
    shelves.set(sku, { at, pool: command.asFact === true ? all : Math.max(0, all - channel.buffer) })
  }
  const wanted = command.lines.map(({ sku, locationId = null, quantity }) => {
    const shelf = shelves.get(sku) ?? { at: {}, pool: 0 }
    const pooled = locationId === null || isOpen(locationId)
    const available = locationId === null ? shelf.pool : (shelf.at[locationId] ?? 0)
    const got = Math.min(Number(quantity), available, pooled ? shelf.pool : available)
    if (pooled) shelf.pool -= got
    if (locationId !== null) shelf.at[locationId] = available - got
    return { sku, locationId, missing: Number(quantity) - got, got }
  })

  // From where: the lines that name nothing, one after the other.
  const free = wanted.filter(({ locationId, got }) => locationId === null && got > 0)
  const used = new Set(wanted.flatMap(({ locationId, got }) => (locationId !== null && got > 0 ? [locationId] : [])))
  let order = inOrder(world, command, open)
  if (command.sourcing === 'FEWEST_PARCELS' && free.length > 0) {
    const needs = (sku: string) => sum(free.map((line) => (line.sku === sku ? line.got : 0)))
    const has = (sku: string, set: readonly string[]) => sum(set.map((location) => shelves.get(sku)?.at[location] ?? 0))
    order =
      subsets(order)
        .filter((set) => [...used].filter(isOpen).every((location) => set.includes(location)))
        .find((set) => free.every(({ sku }) => has(sku, set) >= needs(sku))) ?? []
  }
  const first = free.length > 0 ? order[0] : inOrder(world, command, open)[0]
  return wanted.map(({ sku, locationId, got, missing }) => {
    const at = shelves.get(sku)?.at ?? {}
    const parts: { location: string; quantity: number }[] = []
    if (locationId !== null && got > 0) parts.push({ location: locationId, quantity: got })
    let left = locationId === null ? got : 0
    const whole = order.find((location) => (at[location] ?? 0) >= left)
    for (const location of whole === undefined ? order : [whole]) {
      const taken = Math.min(left, at[location] ?? 0)
      if (taken > 0) parts.push({ location, quantity: taken })
      at[location] = (at[location] ?? 0) - taken
      left -= taken
    }
    return { sku, got, missing, parts, restAt: locationId ?? first ?? channel.locations[0] ?? '' }
  })
}

function never(): never {
  throw new Error('There is no such line')
}

/** In which order locations are asked: by how far they lie to the east or west of the point, all being on the equator, or as the channel has them. */
function inOrder({ longitudes }: World, { sourcing, near }: Reserve, open: readonly string[]): string[] {
  if (near == null || sourcing === 'PRIORITY') return [...open]
  const far = (location: string) => Math.abs((longitudes[location] ?? 0) - near.longitude)
  return [...open].sort((a, b) => far(a) - far(b))
}

/** All subsets, the smallest first, and of those the ones whose first members come first. */
function subsets(of: readonly string[]): string[][] {
  const all = Array.from({ length: 2 ** of.length }, (_, bits) => of.filter((_member, at) => (bits >> at) % 2 === 1))
  const places = (set: readonly string[]) => set.map((member) => String.fromCharCode(of.indexOf(member))).join('')
  return all.sort((a, b) => a.length - b.length || order(places(a), places(b)))
}

/** Of several orders with one reference the oldest is meant that is still open, else the newest. */
function linesOf(world: World, { id, reference }: DocumentName): Line[] {
  if (id != null) return world.lines.filter((line) => line.reservation === id)
  const orders = Object.values(
    Object.groupBy(
      world.lines.filter((line) => line.reference === reference),
      (line) => line.reservation,
    ),
  )
  const isOpen = (lines: readonly Line[] = []) =>
    lines.some((line) => line.held + line.committed + line.backordered > 0)
  return orders.find(isOpen) ?? orders.at(-1) ?? []
}

function reservationAnswer(world: World, id: string): Answer {
  return { ...POSTED, document: id, lines: summaries(world, id) }
}

function summaries(world: World, id: string | undefined): string[] {
  return world.lines.filter((line) => line.reservation === id).map(summary)
}

export function summary(
  line: Omit<
    Line,
    'reservation' | 'channel' | 'reference' | 'placedAt' | 'expiresAt' | 'confirmed' | 'version' | 'blurred'
  >,
): string {
  const { sku, location, requested, held, committed, backordered, fulfilled, released, expired, fenced } = line
  const parts = { requested, held, committed, backordered, fulfilled, released, expired, fenced }
  const said = Object.entries(parts).flatMap(([name, quantity]) => (quantity === 0 ? [] : [`${name} ${quantity}`]))
  const date = line.by === null ? '' : ` for ${new Date(line.by).toISOString()}`
  return `${line.line}: ${sku} at ${location} ${said.join(' ')}${date}`
}

/** Somebody who says what he has read is refused when it is not so any more. */
function isAnother(lines: readonly Line[], { expectedVersion }: Expecting, { wasAnother }: Recorded): boolean {
  if (expectedVersion == null) return false
  const most = 1 + sum(lines.map((line) => line.version - 1))
  const least = most - sum(lines.map((line) => line.blurred))
  if (expectedVersion < least || expectedVersion > most) return true
  return least < most && wasAnother[0] === true
}

/** A line that is not there is told first; what of the lines is open is told only of a reservation that is as it was read. */
function notDone(asked: RefusalCode | Map<Line, number>, isOther: boolean): Answer {
  const codes: RefusalCode[] = asked === 'NOT_FOUND' ? ['NOT_FOUND'] : []
  if (isOther) codes.push('VERSION_CONFLICT')
  else if (asked === 'WRONG_STATE') codes.push('WRONG_STATE')
  return { status: 'refused', codes }
}

function extend(world: World, command: ExtendReservation, recorded: Recorded): Answer {
  const { now, recordedAt } = recorded
  const lines = linesOf(world, command)
  if (lines.length === 0) return no('NOT_FOUND')
  if (isAnother(lines, command, recorded)) return no('VERSION_CONFLICT')
  const open = lines.filter((line) => line.held > 0 || (line.backordered > 0 && !line.confirmed))
  if (open.length === 0) return no('WRONG_STATE')
  for (const line of open) {
    line.expiresAt = (recordedAt ?? now) + command.ttlSeconds * 1000
    line.version++
  }
  return reservationAnswer(world, command.id)
}

/** Some units of a line become a line of their own. */
function split(world: World, line: Line, part: Pick<Line, 'held' | 'committed' | 'backordered'>): Line {
  const quantity = part.held + part.committed + part.backordered
  const last = Math.max(...linesOf(world, { id: line.reservation }).map((other) => other.line))
  const made = {
    ...line,
    ...part,
    line: last + 1,
    requested: quantity,
    fulfilled: 0,
    released: 0,
    expired: 0,
    version: 1,
    fenced: 0,
  }
  world.lines.push(made)
  line.requested -= quantity
  line.held -= part.held
  line.committed -= part.committed
  line.backordered -= part.backordered
  return made
}

function confirm(world: World, command: ConfirmReservation, when: number, recorded: Recorded): Answer {
  const { reservation, asFact, unknown } = command
  const lines = linesOf(world, reservation)
  const id = lines[0]?.reservation
  const order = (): Answer | undefined =>
    unknown &&
    reserve(world, { kind: 'reserve', ...unknown, allOrNothing: false, asFact: true, confirmed: true }, when, recorded)
  if (id === undefined) return asFact === true ? (order() ?? { status: 'parked' }) : no('NOT_FOUND')
  const openOf = (line: Line) => line.held + (line.confirmed ? 0 : line.backordered)
  const quantities = asked(lines, command.lines, openOf)
  const other = isAnother(lines, command, recorded)
  if (other || typeof quantities === 'string') return notDone(quantities, other)
  const isOver = lines.every((line) => openUnits(line) === 0) && lines.some((line) => line.fulfilled > 0)
  const ended = asFact === true && command.lines == null && !isOver ? lines.filter((line) => line.expired > 0) : []
  if (quantities.size === 0) {
    const done = lines.some((line) => line.committed + line.fulfilled > 0 || (line.confirmed && line.backordered > 0))
    if (asFact === true && done && ended.length === 0) return { status: 'confirmed', document: id }
    const made = done ? undefined : order()
    if (made !== undefined) return made
    if (ended.length === 0) return no('WRONG_STATE')
  }
  if ([...quantities].some(([line, quantity]) => quantity > openOf(line))) return no('WRONG_STATE')

  const free = new Map<string, number>()
  const plans = [...quantities].map(([line, quantity]) => {
    const place = at(line.sku, line.location)
    const firm = promisesOf(world, line.sku, line.location).committed
    const there = free.get(place) ?? stockOf(world, line.sku, line.location, 'sellable') - firm
    const fromHeld = Math.min(quantity, line.held)
    const taken = Math.max(0, Math.min(fromHeld, there))
    free.set(place, there - taken)
    return { line, fromHeld, taken, waiting: quantity - fromHeld }
  })
  const backorder = channelIn(world, lines[0]?.channel ?? '').allowBackorder || asFact === true
  if (plans.some(({ fromHeld, taken }) => fromHeld > taken) && !backorder) return no('NO_LONGER_AVAILABLE')
  const rest: Record<string, number> = {}
  const found = ended.map((line): [Line, number] => {
    const place = at(line.sku, line.location)
    const there = rest[place] ?? Math.max(0, atf(world, line.sku, line.location, line.channel))
    const units = Math.min(line.expired, there)
    rest[place] = there - units
    return [line, units]
  })
  for (const { line, fromHeld, taken, waiting } of plans) {
    const missing = fromHeld - taken
    const soft = line.confirmed ? 0 : line.backordered - waiting
    // A line waits firmly or not at all: what goes on waiting unconfirmed stands by itself, if anything else waits.
    if (soft > 0 && waiting + missing > 0) split(world, line, { held: 0, committed: 0, backordered: soft })
    line.held -= fromHeld
    line.committed += taken
    line.backordered += missing
    if (soft === 0 || waiting + missing > 0) {
      line.confirmed = true
      if (line.held === 0) line.expiresAt = null
    }
    line.version++
  }
  for (const [line, units] of found) wantAnew(world, line, units)
  return reservationAnswer(world, id)
}

/** Who made an order elsewhere wants what has expired of it all the same: what is there is his, for the rest he waits. */
function wantAnew(world: World, line: Line, units: number): void {
  line.committed += units
  line.backordered += line.expired - units
  if (!channelIn(world, line.channel).allowBackorder) {
    tell(world, `OVERSELL ${at(line.sku, line.location)}`, line.expired - units)
  }
  line.expired = 0
  line.confirmed = true
  if (line.held === 0) line.expiresAt = null
  line.version++
}

/** What is open of a line goes elsewhere: what waits first, and what is promised only where as much is available. */
function moveLine(world: World, command: MoveReservationLine, recorded: Recorded): Answer {
  const lines = linesOf(world, command.reservation)
  const id = lines[0]?.reservation
  if (id === undefined) return no('NOT_FOUND')
  const line = lines.find((it) => it.line === command.line)
  if (line === undefined) return no('NOT_FOUND')
  if (isAnother(lines, command, recorded)) return no('VERSION_CONFLICT')
  if (world.closed[command.locationId] === true) return no('LOCATION_CLOSED')
  const open = line.held + line.committed + line.backordered
  const quantity = command.quantity ?? open
  if (open === 0 || quantity > open || line.location === command.locationId) return no('WRONG_STATE')

  const backordered = Math.min(quantity, line.backordered)
  const held = Math.min(quantity - backordered, line.held)
  const part = { backordered, held, committed: quantity - backordered - held }
  const free = atf(world, line.sku, command.locationId, line.channel)
  if (part.held + part.committed > Math.max(0, free)) return no('INSUFFICIENT_STOCK')
  if (backordered > 0 && line.by !== null) {
    const can = offered(world, line.sku, command.locationId, line.channel, line.by)
    if (quantity > can) return no('INSUFFICIENT_SUPPLY')
  }
  const moved = quantity === line.requested ? line : split(world, line, part)
  moved.location = command.locationId
  line.version++
  return reservationAnswer(world, id)
}

/** Quantities by line: those asked for, or all that is open. An event names a SKU, which may stand on several lines. */
function asked(
  lines: readonly Line[],
  said: readonly QuantityOfLine[] | null | undefined,
  openOf: (line: Line) => number,
): Map<Line, number> | RefusalCode {
  const quantities = new Map<Line, number>()
  if (said == null) {
    for (const line of lines) if (openOf(line) > 0) quantities.set(line, openOf(line))
    return quantities
  }
  for (const { line: number, sku, locationId, quantity } of said) {
    const isThere = (line: Line) => line.sku === sku && (locationId == null || line.location === locationId)
    const named = lines.filter((line) => (number === undefined ? isThere(line) : line.line === number))
    const last = named.at(-1)
    if (last === undefined) return 'NOT_FOUND'
    if (quantity == null) {
      if (number !== undefined && openOf(last) === 0) return 'WRONG_STATE'
      for (const line of named) if (openOf(line) > 0) quantities.set(line, openOf(line))
      continue
    }
    let left = Number(quantity)
    for (const line of named) {
      const taken = quantities.get(line) ?? 0
      const share = line === last ? left : Math.min(left, Math.max(0, openOf(line) - taken))
      if (share > 0) quantities.set(line, taken + share)
      left -= share
    }
  }
  return quantities
}

function release(world: World, command: ReleaseReservation, recorded: Recorded): Answer {
  const fact = command.asFact === true
  const lines = linesOf(world, command.reservation)
  const id = lines[0]?.reservation
  if (id === undefined) return fact ? { status: 'parked' } : no('NOT_FOUND')
  const openOf = (line: Line) => line.held + line.committed + line.backordered
  const quantities = asked(lines, command.lines, openOf)
  const other = isAnother(lines, command, recorded)
  if (other || typeof quantities === 'string') return notDone(quantities, other)
  if (quantities.size === 0) return fact ? { status: 'confirmed', document: id } : no('WRONG_STATE')
  if (!fact && [...quantities].some(([line, quantity]) => quantity > openOf(line))) return no('WRONG_STATE')
  for (const [line, quantity] of quantities) {
    let left = Math.min(quantity, openOf(line))
    line.released += left
    for (const part of ['backordered', 'held', 'committed'] as const) {
      const taken = Math.min(left, line[part])
      line[part] -= taken
      left -= taken
    }
    line.version++
  }
  return reservationAnswer(world, id)
}

function fulfill(
  world: World,
  submission: Submission,
  command: FulfillReservation,
  when: number,
  recorded: Recorded,
): Answer {
  const fact = command.asFact === true
  const lines = linesOf(world, command.reservation)
  const id = lines[0]?.reservation
  if (id === undefined) return fact ? shipUnknown(world, submission, command, when) : no('NOT_FOUND')
  if (fact) return shipParcels(world, submission, command, lines, when)
  const quantities = asked(lines, command.lines, (line) => line.committed)
  const other = isAnother(lines, command, recorded)
  if (other || typeof quantities === 'string') return notDone(quantities, other)
  if (quantities.size === 0) return no('WRONG_STATE')
  if ([...quantities].some(([line, quantity]) => quantity > line.committed)) return no('WRONG_STATE')
  for (const [line, quantity] of quantities) {
    const sold = ship(world, submission, { ...line, quantity, mayRepeat: false, open: quantity, when })
    addStock(world, line.sku, line.location, 'sellable', -sold.quantity, sold.when)
    take(line, quantity)
  }
  return reservationAnswer(world, id)
}

/** Where everything is said to have left from somewhere it has left, once, however often it is tried again. */
function shipUnknown(
  world: World,
  submission: Submission,
  { reservation, lines }: FulfillReservation,
  when: number,
): Answer {
  const name = nameOf(submission) ?? ''
  const said = (lines ?? []).flatMap(({ sku = '', locationId, quantity }) =>
    locationId == null || quantity == null ? [] : [{ sku, location: locationId, quantity: Number(quantity) }],
  )
  if (world.early[name] !== undefined || said.length === 0 || said.length < (lines?.length ?? 0))
    return { status: 'parked' }
  world.early[name] = said
  for (const { sku, location, quantity } of said) {
    const sold = report(world, submission, `${at(sku, location)} ${reservation.reference} sale`, null, quantity, when)
    addStock(world, sku, location, 'sellable', -sold.quantity, sold.when)
  }
  return { status: 'parked' }
}

function openUnits({ held, committed, backordered }: Line): number {
  return held + committed + backordered
}

/** What was shipped is no promise any more. A line is firm by it only where nothing of it is left that may end. */
function take(line: Line, quantity: number): void {
  let left = quantity
  for (const part of ['committed', 'held', 'backordered'] as const) {
    const taken = Math.min(left, line[part])
    line[part] -= taken
    line.fulfilled += taken
    left -= taken
  }
  if (line.held + line.backordered === 0) line.confirmed = true
  line.version++
}

/** Who tells what left tells from where, or means where it was promised: what the order has elsewhere comes after what it has there. */
function shipParcels(
  world: World,
  submission: Submission,
  command: FulfillReservation,
  lines: readonly Line[],
  when: number,
): Answer {
  const [{ reservation, reference, channel } = never()] = lines
  const said = command.lines ?? null
  const has = (sku: string, location: string) => lines.some((line) => line.sku === sku && line.location === location)
  const strange = (said ?? []).flatMap(({ sku = '', locationId, quantity }) => {
    if (locationId == null || has(sku, locationId)) return []
    const all = sum(lines.map((line) => (line.sku === sku ? openUnits(line) : 0)))
    if (quantity == null && !lines.some((line) => line.sku === sku)) return []
    return [{ sku, location: locationId, quantity: Number(quantity ?? all) }]
  })
  const usual = said?.filter(
    ({ sku = '', locationId }) => !strange.some((it) => it.sku === sku && it.location === locationId),
  )
  const quantities = asked(lines, usual, openUnits)
  if (typeof quantities === 'string') return no(quantities)

  const parcels: Record<string, { sku: string; location: string; quantity: number }> = {}
  const expected = [...quantities].map(([{ sku, location }, quantity]) => ({ sku, location, quantity }))
  for (const one of [...expected, ...strange].filter(({ quantity }) => quantity > 0)) {
    const place = at(one.sku, one.location)
    parcels[place] = { ...one, quantity: one.quantity + (parcels[place]?.quantity ?? 0) }
  }
  let isNews = false
  const versions = new Map(linesOf(world, { id: reservation }).map((line) => [line, line.version]))
  for (const { sku, location, quantity } of Object.values(parcels)) {
    const mine = linesOf(world, { id: reservation }).filter((line) => line.sku === sku)
    const here = mine.filter((line) => line.location === location)
    const elsewhere = mine.filter((line) => parcels[at(sku, line.location)] === undefined)
    const open = sum([...here, ...elsewhere].map(openUnits))
    const mayRepeat = said?.some((it) => it.sku === sku && it.quantity != null) ?? false
    const sold = ship(world, submission, {
      reservation,
      reference,
      channel,
      sku,
      location,
      quantity,
      mayRepeat,
      open,
      when,
    })
    addStock(world, sku, location, 'sellable', -sold.quantity, sold.when)
    isNews ||= sold.quantity !== 0
    let left = sold.news
    for (const line of [...here, ...elsewhere]) {
      const units = Math.min(left, openUnits(line))
      if (units === 0) continue
      left -= units
      isNews = true
      take(line.location === location ? line : goTo(world, line, units, location), units)
    }
  }
  // It is one change of each line, however many parcels it left in; a line that it made is new.
  for (const line of linesOf(world, { id: reservation })) {
    const before = versions.get(line)
    if (before === undefined) line.version = 1
    else if (line.version > before) line.version = before + 1
  }
  return isNews ? reservationAnswer(world, reservation) : { status: 'confirmed', document: reservation }
}

/** Units of a line stand elsewhere, by themselves unless they are all of it: first what is committed. */
function goTo(world: World, line: Line, units: number, location: string): Line {
  const committed = Math.min(units, line.committed)
  const held = Math.min(units - committed, line.held)
  const moved =
    units === line.requested ? line : split(world, line, { committed, held, backordered: units - committed - held })
  // What it had of what is set aside goes back there, and what was promised is taken anew where it left: shipped, it stays taken.
  const fence = fenceOf(world, at(line.sku, location), line.channel)
  if (fence !== undefined) fence.used += Math.min(committed + held, leftOf(fence))
  moved.location = location
  if (moved !== line) line.version++
  return moved
}

// ── Shipments and returns, by mutation ───────────────────────────────────────────────────────────────────────────────────────────

function stillToCome({ quantity, dispatched, received }: ShipmentCase['lines'][number]): number {
  return Math.max(0, Math.max(quantity, dispatched) - received)
}

/** What left: as said, or by having arrived. */
function departed({ quantity, dispatched, received }: ShipmentCase['lines'][number]): number {
  return Math.max(dispatched, Math.min(received, quantity))
}

function isDraft({ lines }: ShipmentCase): boolean {
  return lines.every((line) => line.dispatched + line.received === 0)
}

function isOver(shipment: ShipmentCase): boolean {
  return shipment.over !== null || (!isDraft(shipment) && shipment.lines.every((line) => stillToCome(line) === 0))
}

function move(world: World, command: DispatchShipment | ReceiveShipment, when: number): Answer {
  const id = command.shipment.id ?? ''
  const shipment = world.shipments[id]
  if (shipment === undefined) return no('NOT_FOUND')
  if (isOther(shipment, command)) return no('VERSION_CONFLICT')
  if (isOver(shipment)) return no('WRONG_STATE')
  const dispatch = command.kind === 'dispatchShipment'
  const underWay = shipment.lines.some((line) => line.dispatched > line.received)
  const all = shipment.lines.map((line) => {
    if (dispatch) return Math.max(0, line.quantity - departed(line))
    return underWay ? Math.max(0, line.dispatched - line.received) : stillToCome(line)
  })
  const quantities =
    command.lines == null
      ? all
      : shipment.lines.map((_, index) =>
          sum(command.lines?.flatMap(({ line, quantity }) => (line === index + 1 ? [Number(quantity)] : [])) ?? []),
        )
  if (sum(quantities) === 0 && dispatch) return no('WRONG_STATE')
  if ('expectedAt' in command) shipment.due = command.expectedAt?.getTime() ?? shipment.due
  shipment.version++
  for (const [index, line] of shipment.lines.entries()) {
    const quantity = quantities[index] ?? 0
    const before = departed(line)
    if (dispatch && quantity > 0) line.dispatched = before + quantity
    if (!dispatch) {
      line.received += quantity
      addStock(world, line.sku, shipment.destination, 'sellable', quantity, when)
    }
    if (shipment.transfer) addStock(world, line.sku, shipment.origin ?? '', 'sellable', before - departed(line), when)
  }
  return { ...POSTED, document: id }
}

function isOther({ version }: { version: number }, { expectedVersion }: Expecting): boolean {
  return expectedVersion != null && expectedVersion !== version
}

/** All units of a return that stand in one of these stages go on to the next; units are in qualityHold from receipt to their end. */
function step(
  world: World,
  command: Expecting & { readonly return: DocumentName },
  from: readonly ReturnStage[],
  to: ReturnStage,
  when: number,
  location: string | null = null,
): Answer {
  const { id } = command.return
  const returned = world.returns[id ?? '']
  if (returned === undefined) return no('NOT_FOUND')
  if (isOther(returned, command)) return no('VERSION_CONFLICT')
  const { lines } = returned
  const moved = sum(lines.flatMap(({ units }) => from.map((stage) => units[stage] ?? 0)))
  if (moved === 0) return no('WRONG_STATE')
  returned.version++
  for (const line of lines) {
    const { units, sku } = line
    for (const stage of from) {
      const quantity = units[stage] ?? 0
      if (quantity === 0) continue
      units[stage] = 0
      units[to] = (units[to] ?? 0) + quantity
      line.location = location ?? line.location
      const place = line.location ?? ''
      if (STAGES_HERE.includes(stage)) addStock(world, sku, place, 'qualityHold', -quantity, when)
      if (STAGES_HERE.includes(to)) addStock(world, sku, place, 'qualityHold', quantity, when)
      if (to === 'restocked') addStock(world, sku, place, 'sellable', quantity, when)
    }
  }
  return { ...POSTED, document: id ?? '' }
}

function sum(quantities: readonly number[]): number {
  return quantities.reduce((total, quantity) => total + quantity, 0)
}

/** All balances of a position, as the ledger keeps them. */
export function balancesIn(world: World, sku: string, location: string): Record<string, number> {
  const stock = STOCK_ACCOUNTS.map((account) => [account, stockOf(world, sku, location, account)] as const)
  return {
    ...Object.fromEntries(stock),
    ...promisesOf(world, sku, location),
    ...supplyOf(world, sku, location),
    fenced: sum((world.fences[at(sku, location)] ?? []).map(leftOf)),
  }
}
