import fc from 'fast-check'
import type { SourcingStrategy } from '../../core/availability/sourcing.ts'
import { STOCK_ACCOUNTS, type StockAccount } from '../../core/ledger/accounts.ts'
import type {
  Command,
  ConfirmReservation,
  Disposition,
  QuantityOfLine,
  ReleaseReservation,
  Submission,
} from '../../core/ledger/commands.ts'

import { newId } from '../../core/ledger/ids.ts'
import { event, hash } from '../support/ledger.ts'

/** Things that clients do, as small numbers: which SKU, which of the documents so far. `Story` makes commands of them. */
export type Deed =
  | { do: 'count'; place: Place; account: StockAccount; quantity: number; moment: number | null }
  | { do: 'adjust'; place: Place; account: StockAccount; delta: number; moment: number | null }
  | { do: 'reclassify'; place: Place; from: StockAccount; to: StockAccount; quantity: number; moment: number | null }
  | {
      do: 'sale' | 'receipt'
      place: Place
      quantity: number
      reference: Reference | null
      channel: number | null
      moment: number | null
    }
  | {
      do: 'reserve'
      lines: { place: Place; anywhere: boolean; quantity: number; by: number | null }[]
      short: boolean
      channel: number
      how: HowReserved
      where: { sourcing: SourcingStrategy | null; near: number | null }
      moment: number | null
    }
  | { do: 'extend'; reservation: number; short: boolean; version: number | null }
  | {
      do: 'confirm' | 'release' | 'fulfill'
      reservation: number
      byReference: boolean
      part: Part | null
      /** Where an event says that units left. */
      from: number | null
      version: number | null
      moment: number | null
    }
  | { do: 'move'; reservation: number; part: Part; location: number; version: number | null }
  | {
      do: 'each'
      steps: { do: 'confirm' | 'release'; reservation: number; part: Part | null; version: number | null }[]
    }
  | { do: 'safety'; place: Place; quantity: number }
  | { do: 'fence'; place: Place; fences: { quantity: number; short: boolean }[]; turned: boolean }
  | { do: 'channel'; channel: number; buffer: number; allowBackorder: boolean; turned: boolean | null }
  | { do: 'title'; sku: number; title: string }
  | { do: 'sweep'; place: Place }
  | {
      do: 'elsewhere'
      order: number
      channel: number
      lines: { place: Place; anywhere: boolean; quantity: number }[]
      moment: number | null
    }
  | { do: 'unreadable' }
  | { do: 'shut'; location: number; closed: boolean }
  | { do: 'ship'; transfer: boolean; from: number; quantities: number[]; due: number | null }
  | { do: 'dispatch' | 'receive'; shipment: number; part: Part | null; due: number | null; version: number | null }
  | { do: 'close' | 'cancel'; shipment: number; version: number | null }
  | { do: 'reschedule'; shipment: number; due: number | null; version: number | null }
  | { do: 'authorize'; places: Place[]; quantity: number }
  | { do: 'receiveReturn'; returned: number; location: number; version: number | null; inOrder: boolean }
  | { do: 'inspect'; returned: number; passed: boolean; version: number | null; inOrder: boolean }
  | { do: 'approve' | 'restock'; returned: number; version: number | null; inOrder: boolean }
  | { do: 'dispose'; returned: number; disposition: Disposition; version: number | null }

interface Place {
  sku: number
  location: number
}
/** Names that several may use for one sale: those of orders, and others. */
interface Reference {
  ofOrder: boolean
  number: number
}
interface Part {
  line: number
  /** All of it when null. */
  quantity: number | null
}
interface HowReserved {
  asFact: boolean
  confirmed: boolean
  allOrNothing: boolean
}

/** How it is sent: plainly, under a key, as an event; by which writer; and whether it repeats something from before. */
export interface Act {
  deed: Deed
  by: 'nothing' | 'key' | 'event'
  /** Client or source. */
  who: number
  writer: number
  bulk: boolean
  /** Sends an earlier keyed command or event again instead, with the same content or with other. */
  again: { which: number; otherContent: boolean } | null
}

/** What happens at the same time; a pause lets short holds end; what is parked may be tried again or given up, what is dead may be replayed. */
export type Step =
  | { acts: Act[] }
  | { pauseMs: number }
  | { retryParked: number }
  | { giveUpParked: number }
  | { replayDead: number }

const place = fc.record({ sku: fc.nat(1), location: fc.nat(1) })
const account = fc.oneof(
  { weight: 4, arbitrary: fc.constant<StockAccount>('sellable') },
  { weight: 1, arbitrary: fc.constantFrom(...STOCK_ACCOUNTS) },
)
const few = fc.integer({ min: 1, max: 6 })
const past = fc.nat(5)
const moment = fc.option(past)
/** Counted from the newest. */
const which = fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 5)
const somePart = fc.record({ line: fc.constantFrom(1, 1, 2, 2, 3), quantity: fc.option(few, { freq: 3 }) })
const part = fc.option(somePart)
/** Of a document that was read before: often not the one that it has by now. */
const version = weighted<number | null>([4, fc.constant(null)], [1, fc.integer({ min: 1, max: 4 })])
/** Whether a step of a return is the one that comes next, whichever it was: only so it gets as far as the shelf. */
const inOrder = weighted([3, fc.constant(true)], [1, fc.constant(false)])
/** A day on which something is expected, or for which it is promised. */
const day = fc.nat(2)
const date = weighted<number | null>([2, day], [1, fc.constant(null)])
const reference = fc.option(fc.record({ ofOrder: fc.boolean(), number: fc.nat(1) }), { freq: 4 })

function weighted<T>(...of: [weight: number, arbitrary: fc.Arbitrary<T>][]): fc.Arbitrary<T> {
  return fc.oneof(...of.map(([weight, arbitrary]) => ({ weight, arbitrary })))
}

const channel = fc.nat(1)
const saleChannel = fc.option(channel)
const saidFrom = fc.option(fc.nat(1))
const countQuantity = fc.integer({ min: 0, max: 14 })

const order: fc.Arbitrary<Deed> = fc.record({
  do: fc.constant('ship'),
  transfer: weighted([3, fc.constant(false)], [1, fc.constant(true)]),
  from: fc.nat(1),
  quantities: fc.array(few, { minLength: 1, maxLength: 2 }),
  due: date,
})

const deed: fc.Arbitrary<Deed> = weighted<Deed>(
  [3, fc.record({ do: fc.constant('count'), place, account, quantity: countQuantity, moment: past })],
  [3, fc.record({ do: fc.constant('adjust'), place, account, delta: fc.constantFrom(-3, -1, 2, 5), moment })],
  [1, fc.record({ do: fc.constant('reclassify'), place, from: account, to: account, quantity: few, moment })],
  [
    6,
    fc.record({
      do: fc.constantFrom('sale', 'sale', 'receipt'),
      place,
      quantity: few,
      reference,
      channel: saleChannel,
      moment,
    }),
  ],
  [
    8,
    fc.record({
      do: fc.constant('reserve'),
      lines: fc.array(fc.record({ place, anywhere: fc.boolean(), quantity: few, by: date }), {
        minLength: 1,
        maxLength: 3,
      }),
      short: fc.boolean(),
      channel,
      how: fc.record({ asFact: fc.boolean(), confirmed: fc.boolean(), allOrNothing: fc.boolean() }),
      where: fc.record({
        sourcing: fc.constantFrom(null, 'PRIORITY', 'NEAREST', 'FEWEST_PARCELS'),
        near: fc.constantFrom(null, 0, 1),
      }),
      moment,
    }),
  ],
  // What is due by a day is wanted by that day, by several.
  [
    8,
    fc.record({
      do: fc.constant('reserve'),
      lines: fc.array(
        fc.record({
          place,
          anywhere: weighted([3, fc.constant(true)], [1, fc.constant(false)]),
          quantity: few,
          by: day,
        }),
        { minLength: 1, maxLength: 2 },
      ),
      short: weighted([3, fc.constant(false)], [1, fc.constant(true)]),
      channel,
      how: fc.record({ asFact: fc.constant(false), confirmed: fc.constant(false), allOrNothing: fc.constant(false) }),
      where: fc.record({
        sourcing: fc.constantFrom(null, 'PRIORITY', 'NEAREST', 'FEWEST_PARCELS'),
        near: fc.constantFrom(null, 0, 1),
      }),
      moment: fc.constant(null),
    }),
  ],
  [1, fc.record({ do: fc.constant('extend'), reservation: which, short: fc.boolean(), version })],
  [4, fc.record({ do: fc.constant('move'), reservation: which, part: somePart, location: fc.nat(1), version })],
  [
    2,
    fc.record({
      do: fc.constant('each'),
      steps: fc.array(fc.record({ do: fc.constantFrom('confirm', 'release'), reservation: which, part, version }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  ],
  [
    8,
    fc.record({
      do: fc.constantFrom('confirm', 'release', 'fulfill'),
      reservation: which,
      byReference: fc.boolean(),
      part,
      from: saidFrom,
      version,
      moment,
    }),
  ],
  [1, fc.record({ do: fc.constant('safety'), place, quantity: fc.nat(3) })],
  [
    2,
    fc.record({
      do: fc.constant('fence'),
      place,
      fences: fc.array(fc.record({ quantity: few, short: fc.boolean() }), { maxLength: 2 }),
      turned: fc.boolean(),
    }),
  ],
  [
    1,
    fc.record({
      do: fc.constant('channel'),
      channel,
      buffer: fc.constantFrom(0, 0, 2),
      allowBackorder: fc.boolean(),
      turned: fc.constantFrom(null, false, true),
    }),
  ],
  [1, fc.record({ do: fc.constant('title'), sku: fc.nat(1), title: fc.constantFrom('Mug', 'Cup') })],
  [1, fc.record({ do: fc.constant('sweep'), place })],
  [
    3,
    fc.record({
      do: fc.constant('elsewhere'),
      order: fc.nat(1),
      channel,
      lines: fc.array(fc.record({ place, anywhere: fc.boolean(), quantity: few }), { minLength: 1, maxLength: 2 }),
      moment,
    }),
  ],
  [1, fc.record({ do: fc.constant('unreadable') })],
  [
    1,
    fc.record({
      do: fc.constant('shut'),
      location: fc.nat(1),
      closed: weighted([2, fc.constant(false)], [1, fc.constant(true)]),
    }),
  ],
  [4, order],
  [3, fc.record({ do: fc.constantFrom('dispatch', 'receive'), shipment: which, part, due: date, version })],
  [2, fc.record({ do: fc.constantFrom('close', 'cancel'), shipment: which, version })],
  [1, fc.record({ do: fc.constant('reschedule'), shipment: which, due: date, version })],
  [
    1,
    fc.record({
      do: fc.constant('authorize'),
      places: fc.array(place, { minLength: 1, maxLength: 2 }),
      quantity: few,
    }),
  ],
  [2, fc.record({ do: fc.constant('receiveReturn'), returned: which, location: fc.nat(1), version, inOrder })],
  [2, fc.record({ do: fc.constant('inspect'), returned: which, passed: fc.boolean(), version, inOrder })],
  [2, fc.record({ do: fc.constantFrom('approve', 'restock'), returned: which, version, inOrder })],
  [
    1,
    fc.record({
      do: fc.constant('dispose'),
      returned: which,
      disposition: fc.constantFrom<Disposition[]>(
        'IN_TRANSIT',
        'DISPOSE',
        'RETURN_TO_VENDOR',
        'QUARANTINE',
        'RELEASE_FROM_QUARANTINE',
        'MISSING',
        'CANCEL',
      ),
      version,
    }),
  ],
)

const act = (of: fc.Arbitrary<Deed>): fc.Arbitrary<Act> =>
  fc.record({
    deed: of,
    by: fc.constantFrom('nothing', 'key', 'event'),
    who: fc.nat(1),
    writer: fc.nat(1),
    bulk: fc.boolean(),
    again: weighted<Act['again']>(
      [5, fc.constant(null)],
      [1, fc.record({ which, otherContent: weighted([4, fc.constant(false)], [1, fc.constant(true)]) })],
    ),
  })

/** A count of now says what is there after everything that was answered: nothing else happens meanwhile, or the two could not be told apart. */
const countNow = act(
  fc.record({ do: fc.constant('count'), place, account, quantity: countQuantity, moment: fc.constant(null) }),
)

const step: fc.Arbitrary<Step> = weighted<Step>(
  [12, fc.record({ acts: fc.array(act(deed), { minLength: 1, maxLength: 4 }) })],
  [2, fc.record({ acts: fc.tuple(countNow) })],
  [1, fc.record({ retryParked: which })],
  [1, fc.record({ giveUpParked: which })],
  [1, fc.record({ replayDead: which })],
  [1, fc.record({ pauseMs: fc.constantFrom(200, 400, 1_050) })],
)

/** The life of two SKUs at two locations. */
export const sequence: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.array(
      act(
        fc.record({
          do: fc.constant('count'),
          place,
          account: fc.constant('sellable'),
          quantity: countQuantity,
          moment: past,
        }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    fc.array(act(order), { maxLength: 3 }),
    fc.array(step, { minLength: 4, maxLength: 16 }),
  )
  .map(([counts, orders, steps]) => [{ acts: [...counts, ...orders] }, ...steps])

const DAY_ONE = Date.UTC(2026, 0, 1)
export const SHORT_SECONDS = 1
const LONG_SECONDS = 900
/** From its receipt to the shelf. */
const RETURN_STEPS = 4

/** Turns acts into what is submitted, with names of its own, so that many stories share one database. */
export class Story {
  readonly skus: readonly string[]
  /** By longitude; they lie on the equator. */
  readonly longitudes: Readonly<Record<string, number>>
  readonly locations: readonly string[]
  readonly channels: readonly string[]
  readonly reservations: string[] = []
  readonly shipments: string[] = []
  readonly returns: string[] = []
  readonly parked: Submission[] = []
  readonly dead: Submission[] = []
  readonly #name: string
  readonly #sent: { deed: Deed; submission: Submission }[] = []
  /** Steps in their order that were sent for each return. */
  readonly #steps = new Map<string, number>()
  #reserved = 0
  #identities = 0

  constructor(name: string) {
    this.#name = name
    this.skus = [`${name}-A`, `${name}-B`]
    this.longitudes = { [`${name}-BER`]: 10, [`${name}-MUC`]: 20 }
    this.locations = Object.keys(this.longitudes)
    this.channels = [`${name}-web`, `${name}-market`]
  }

  submissionOf({ deed, by, who, again }: Act): Submission {
    const before = again === null ? undefined : pick(this.#sent, again.which)
    if (again !== null && before !== undefined) return this.#again(before, again.otherContent)
    const submission = this.#identified(deed, by, who)
    if (submission.key !== undefined || submission.event !== undefined) this.#sent.push({ deed, submission })
    return submission
  }

  #identified(wanted: Deed, by: Act['by'], who: number): Submission {
    const deed = this.#possible(wanted)
    const command = this.#commandOf(deed)
    // What waits has to be an event, and tells of its own time; what is asked of the hub happens when it does it.
    const asFact = 'asFact' in command && command.asFact === true
    const asked = 'reservation' in command || command.kind === 'reserve'
    const happened = 'moment' in deed && (asFact || !asked) ? deed.moment : null
    const occurredAt = happened === null ? null : new Date(DAY_ONE + happened * 60_000)
    const submission: Submission = { command, client: `client-${who}`, channels: null, occurredAt }
    // An event that cannot be read is nothing but that.
    const isEvent = asFact || command.kind === 'refuseEvent'
    if ((by === 'nothing' && !isEvent) || command.kind === 'expireHolds') return submission
    const id = `${this.#name}-${this.#identities++}`
    const content = { deed, occurredAt }
    // Only a mutation says what it has read, does several things, asks for a date, or moves a line, which may bear one.
    const forDate = command.kind === 'reserve' && !asFact && command.lines.some(({ by }) => by != null)
    const onlyAsked =
      forDate ||
      command.kind === 'each' ||
      command.kind === 'moveReservationLine' ||
      ('expectedVersion' in command && command.expectedVersion != null)
    if ((by === 'key' && !isEvent) || onlyAsked)
      return { ...submission, key: { key: id, requestHash: hash(JSON.stringify(content)) } }
    return { ...submission, event: event(who === 0 ? '/till' : '/erp', id, content) }
  }

  #again({ deed, submission }: { deed: Deed; submission: Submission }, otherContent: boolean): Submission {
    const { command, key, event: sent } = submission
    // A client that asks again makes up another id for the document that it may not have made.
    const repeated = {
      ...submission,
      command: made(command) ? this.#renamed(deed, command) : command,
    }
    if (!otherContent) return repeated
    const other = hash('other content')
    const changed = { ...repeated, command: this.#elsewhere(repeated.command) }
    if (key !== undefined) return { ...changed, key: { ...key, requestHash: other } }
    return sent === undefined ? changed : { ...changed, event: { ...sent, contentHash: other } }
  }

  /** The same about the other SKU, which another bucket guards. */
  #elsewhere(command: Command): Command {
    if (!('sku' in command)) return command
    return { ...command, sku: this.skus.find((sku) => sku !== command.sku) ?? command.sku }
  }

  #renamed(deed: Deed, command: Command): Command {
    if (command.kind === 'reserve') return { ...command, id: newId('rsv') }
    if (command.kind === 'createShipment') return { ...command, id: newId('shp') }
    if (command.kind === 'authorizeReturn') return { ...command, id: newId('ret') }
    if (command.kind === 'confirmReservation' && command.unknown !== undefined) {
      return { ...command, unknown: { ...command.unknown, id: newId('rsv') } }
    }
    throw new Error(`${deed.do} makes no document`)
  }

  /** A step of a document that was never made makes one instead, most of the time: that there is none is soon told. */
  #possible(deed: Deed): Deed {
    if ('reservation' in deed && !('byReference' in deed && deed.byReference) && deed.reservation < 5) {
      if (this.reservations.length > 0) return deed
      const place = { sku: deed.reservation % 2, location: 0 }
      const how = { asFact: false, confirmed: false, allOrNothing: false }
      const where = { sourcing: null, near: null }
      const lines = [{ place, anywhere: true, quantity: 2, by: null }]
      return { do: 'reserve', lines, short: false, channel: 0, how, where, moment: null }
    }
    if ('shipment' in deed && this.shipments.length === 0 && deed.shipment < 5) {
      return { do: 'ship', transfer: deed.do === 'receive', from: 0, quantities: [3, 2], due: 1 }
    }
    if ('returned' in deed && this.returns.length === 0 && deed.returned < 5) {
      return { do: 'authorize', places: [{ sku: 0, location: 0 }], quantity: 2 }
    }
    return 'inOrder' in deed && deed.inOrder ? this.#nextStepOf(deed) : deed
  }

  #nextStepOf(deed: Extract<Deed, { inOrder: boolean }>): Deed {
    const oldest = this.returns.findIndex((id) => (this.#steps.get(id) ?? 0) < RETURN_STEPS)
    const id = this.returns[oldest]
    if (id === undefined) return deed
    const step = this.#steps.get(id) ?? 0
    this.#steps.set(id, step + 1)
    // Counted from the newest.
    const returned = this.returns.length - 1 - oldest
    const common = { returned, version: deed.version, inOrder: true }
    switch (step) {
      case 0:
        return deed.do === 'receiveReturn' ? { ...deed, returned } : { do: 'receiveReturn', location: 0, ...common }
      case 1:
        return deed.do === 'inspect' ? { ...deed, returned } : { do: 'inspect', passed: true, ...common }
      case 2:
        return { do: 'approve', ...common }
      default:
        return { do: 'restock', ...common }
    }
  }

  #at({ sku, location }: Place): { sku: string; locationId: string } {
    return { sku: this.skus[sku] ?? '', locationId: this.locations[location] ?? '' }
  }

  #reference({ ofOrder, number }: Reference): string {
    return `${this.#name}-${ofOrder ? 'order' : 'receipt'}-${number}`
  }

  #commandOf(deed: Deed): Command {
    switch (deed.do) {
      case 'count':
        return { kind: 'countStock', ...this.#at(deed.place), quantity: deed.quantity, account: deed.account }
      case 'adjust':
        return {
          kind: 'adjustStock',
          ...this.#at(deed.place),
          delta: deed.delta,
          account: deed.account,
          reason: 'found or lost',
        }
      case 'reclassify': {
        const { place, from, to, quantity } = deed
        return { kind: 'reclassifyStock', ...this.#at(place), from, to, quantity, reason: null }
      }
      case 'sale':
      case 'receipt': {
        const reference = deed.reference === null ? null : this.#reference(deed.reference)
        // Several who tell of one receipt mean the same goods at the same place.
        const number = deed.reference?.ofOrder === false ? deed.reference.number : undefined
        const place = number === undefined ? deed.place : { sku: number, location: 0 }
        const told = { ...this.#at(place), quantity: deed.quantity, reference }
        if (deed.do === 'receipt') return { kind: 'receiveStock', ...told }
        return { kind: 'recordSale', ...told, channelId: deed.channel === null ? null : this.#channel(deed.channel) }
      }
      case 'reserve': {
        const { lines, short, how, where, channel } = deed
        return {
          kind: 'reserve',
          id: newId('rsv'),
          channelId: this.#channel(channel),
          reference: this.#reference({ ofOrder: true, number: this.#reserved++ }),
          ttlSeconds: short ? SHORT_SECONDS : LONG_SECONDS,
          allOrNothing: how.allOrNothing,
          sourcing: where.sourcing,
          near:
            where.near === null
              ? null
              : { latitude: 0, longitude: this.longitudes[this.locations[where.near] ?? ''] ?? 0 },
          asFact: how.asFact,
          confirmed: how.asFact && how.confirmed,
          lines: lines.map((line) => ({ ...this.#wanted(line), by: dateOf(line.by) })),
        }
      }
      case 'extend':
        return {
          kind: 'extendReservation',
          id: pick(this.reservations, deed.reservation) ?? 'rsv_none',
          ttlSeconds: deed.short ? SHORT_SECONDS : LONG_SECONDS,
          expectedVersion: deed.version,
        }
      case 'move':
        return {
          kind: 'moveReservationLine',
          reservation: { id: pick(this.reservations, deed.reservation) ?? 'rsv_none' },
          line: deed.part.line,
          quantity: deed.part.quantity,
          locationId: this.locations[deed.location] ?? '',
          expectedVersion: deed.version,
        }
      case 'each':
        return {
          kind: 'each',
          commands: deed.steps.map(({ do: what, ...step }) =>
            what === 'confirm'
              ? this.#confirm({ ...step, byReference: false })
              : this.#release({ ...step, byReference: false }),
          ),
        }
      case 'confirm':
      case 'release':
      case 'fulfill':
        return this.#stepOf(deed)
      case 'safety':
        return { kind: 'upsertStockPolicy', ...this.#at(deed.place), safetyStock: deed.quantity }
      case 'fence': {
        const { place, fences, turned } = deed
        const channels = turned ? [...this.channels].reverse() : this.channels
        return {
          kind: 'upsertStockPolicy',
          ...this.#at(place),
          fences: fences.map(({ quantity, short }, index) => ({
            channelId: channels[index] ?? '',
            quantity,
            until: short ? new Date(Date.now() + SHORT_SECONDS * 1000) : null,
          })),
        }
      }
      case 'channel': {
        const { channel, buffer, allowBackorder, turned } = deed
        const order = turned === true ? [...this.locations].reverse() : this.locations
        const locations = turned === null ? null : order.map((locationId) => ({ locationId }))
        return { kind: 'upsertChannel', id: this.#channel(channel), buffer, allowBackorder, locations }
      }
      case 'title':
        return { kind: 'upsertItems', items: [{ sku: this.skus[deed.sku] ?? '', title: deed.title }] }
      case 'sweep':
        return { kind: 'expireHolds', positions: [this.#at(deed.place)] }
      case 'elsewhere': {
        const reference = `${this.#name}-elsewhere-${deed.order}`
        const unknown = {
          id: newId('rsv'),
          channelId: this.#channel(deed.channel),
          reference,
          ttlSeconds: LONG_SECONDS,
          lines: deed.lines.map((line) => this.#wanted(line)),
        }
        return { kind: 'confirmReservation', reservation: { reference }, asFact: true, unknown }
      }
      case 'unreadable':
        return { kind: 'refuseEvent', code: 'INVALID_EVENT', message: 'It cannot be read.' }
      case 'shut': {
        const id = this.locations[deed.location] ?? ''
        return { kind: 'upsertLocations', locations: [{ id, closed: deed.closed }] }
      }
      case 'ship': {
        const { transfer, from, quantities } = deed
        return {
          kind: 'createShipment',
          id: newId('shp'),
          shipmentKind: transfer ? 'TRANSFER' : 'PURCHASE',
          originId: transfer ? (this.locations[from] ?? '') : null,
          destinationId: this.locations[1 - from] ?? '',
          supplier: null,
          reference: null,
          expectedAt: dateOf(deed.due),
          lines: quantities.map((quantity, index) => ({ sku: this.skus[index] ?? '', quantity })),
        }
      }
      case 'dispatch':
      case 'receive': {
        const shipment = { id: pick(this.shipments, deed.shipment) ?? 'shp_none' }
        const lines = deed.part === null ? null : [{ line: 1, quantity: deed.part.quantity ?? 1 }]
        const step = { shipment, lines, expectedVersion: deed.version }
        if (deed.do === 'receive') return { kind: 'receiveShipment', ...step }
        return { kind: 'dispatchShipment', ...step, expectedAt: dateOf(deed.due) }
      }
      case 'close':
      case 'cancel': {
        const shipment = { id: pick(this.shipments, deed.shipment) ?? 'shp_none' }
        const kind = deed.do === 'close' ? 'closeShipment' : 'cancelShipment'
        return { kind, shipment, expectedVersion: deed.version }
      }
      case 'reschedule': {
        const shipment = { id: pick(this.shipments, deed.shipment) ?? 'shp_none' }
        const expectedAt = dateOf(deed.due)
        return { kind: 'rescheduleShipment', shipment, expectedAt, expectedVersion: deed.version }
      }
      case 'authorize':
        return {
          kind: 'authorizeReturn',
          id: newId('ret'),
          channelId: null,
          reservationId: null,
          locationId: null,
          reference: null,
          lines: deed.places.map((place) => ({ sku: this.#at(place).sku, quantity: deed.quantity })),
        }
      case 'receiveReturn':
        return { kind: 'receiveReturn', ...this.#returned(deed), locationId: this.locations[deed.location] ?? '' }
      case 'inspect':
        return { kind: 'inspectReturn', ...this.#returned(deed), outcome: deed.passed ? 'PASSED' : 'QUARANTINED' }
      case 'approve':
        return { kind: 'approveRestock', ...this.#returned(deed) }
      case 'restock':
        return { kind: 'restockReturn', ...this.#returned(deed) }
      case 'dispose':
        return { kind: 'dispositionReturn', ...this.#returned(deed), disposition: deed.disposition, reason: null }
    }
  }

  #wanted({ place, anywhere, quantity }: { place: Place; anywhere: boolean; quantity: number }) {
    const { sku, locationId } = this.#at(place)
    return { sku, locationId: anywhere ? null : locationId, quantity }
  }

  #channel(number: number): string {
    return this.channels[number] ?? ''
  }

  #returned({ returned, version }: { returned: number; version: number | null }) {
    return { return: { id: pick(this.returns, returned) ?? 'ret_none' }, expectedVersion: version }
  }

  #stepOf(deed: Extract<Deed, { reservation: number; byReference: boolean }>): Command {
    switch (deed.do) {
      case 'confirm':
        return this.#confirm(deed)
      case 'release':
        return this.#release(deed)
      case 'fulfill':
        return { kind: 'fulfillReservation', ...this.#named(deed), lines: this.#shipped(deed) }
    }
  }

  #confirm(step: StepOfReservation): ConfirmReservation {
    // An event confirms the whole order.
    const lines = step.byReference ? null : this.#parts(step)
    return { kind: 'confirmReservation', ...this.#named(step), lines }
  }

  #release(step: StepOfReservation): ReleaseReservation {
    return { kind: 'releaseReservation', ...this.#named(step), lines: this.#parts(step) }
  }

  #named({ reservation, byReference, version }: StepOfReservation) {
    const reference = this.#reference({ ofOrder: true, number: reservation % 3 })
    return byReference
      ? { reservation: { reference }, asFact: true }
      : { reservation: { id: pick(this.reservations, reservation) ?? 'rsv_none' }, expectedVersion: version }
  }

  #shipped({ from, ...step }: StepOfReservation & { from: number | null }): QuantityOfLine[] | null {
    const lines = this.#parts(step)
    const locationId = from === null ? undefined : this.locations[from]
    if (locationId === undefined || !step.byReference || lines === null) return lines
    // What nobody has heard of is refused, wherever it left.
    return lines.map((line) => (line.sku === '' ? line : { ...line, locationId }))
  }

  #parts({ byReference, part }: StepOfReservation): QuantityOfLine[] | null {
    if (part === null) return null
    const { line, quantity } = part
    return [byReference ? { sku: this.skus[line - 1] ?? '', quantity } : { line, quantity }]
  }
}

type StepOfReservation = Pick<
  Extract<Deed, { byReference: boolean }>,
  'reservation' | 'byReference' | 'part' | 'version'
>

/** All of them later than anything that happens here. */
function dateOf(number: number | null): Date | null {
  return number === null ? null : new Date(Date.UTC(2098, number, 1))
}

function made(command: Command): boolean {
  const { kind } = command
  if (kind === 'confirmReservation') return command.unknown !== undefined
  return kind === 'reserve' || kind === 'createShipment' || kind === 'authorizeReturn'
}

function pick<T>(from: readonly T[], number: number): T | undefined {
  return from.length === 0 ? undefined : from[from.length - 1 - (number % from.length)]
}
