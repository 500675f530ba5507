import {
  availableToFulfil,
  availableToPromise,
  leftInFence,
  offeredBy,
  type PromisedUnits,
  uncappedAvailableToSell,
  uncoveredPromises,
  unpromised,
  type WaitingUnits,
} from '../availability/arithmetic.ts'
import { type ErpRoute, type ErpSystem, sourceOfErp } from '../erp/routes.ts'
import type { BalanceAccount, Balances, StockAccount } from './accounts.ts'
import { FAMILY_OF, hasBalance, STOCK_ACCOUNTS } from './accounts.ts'
import { type Authority, authorityKey } from './authority.ts'
import type { LowStockNote } from './commands.ts'
import { isLater, offsetsOf } from './count-offsets.ts'
import type { Change, Decision, Posting, StockException, View } from './decision.ts'
import type {
  Channel,
  DocumentKind,
  ExpectedSupply,
  Fact,
  FactKind,
  Fence,
  Item,
  LatestCount,
  Location,
  Place,
  Position,
  Reservation,
  ReservationLine,
  ReturnCase,
  Shipment,
  StockCount,
  StockPolicy,
} from './documents.ts'
import { asOfNow, isDue } from './documents.ts'
import { isSameReport } from './facts.ts'
import { isPromise, throughFence } from './fences.ts'
import { lineIdOf, positionId } from './ids.ts'
import { BALANCE_MAX } from './quantity.ts'
import { groupBy } from './rows.ts'
import { isShipmentOpen } from './shipment-status.ts'
import { type Booking, LATE_SECONDS, NOTHING_UNHEARD, type Unheard } from './unheard.ts'
import { inOrderOfFilling, type PromisedLine, type Queue, timeOf, WaitingLines } from './waiting-lines.ts'

/** A balance would leave the range of exact integers. The command is refused, its neighbours are not touched. */
export class BalanceOutOfRange extends Error {
  override readonly name = 'BalanceOutOfRange'
}

/** What follows from a decision needs more than anybody knew it would: the batch is done again with it. */
export class ReadTooLittle extends Error {
  override readonly name = 'ReadTooLittle'
  readonly positions: readonly Place[]
  /** Where more of those who wait have to be read than the first. */
  readonly crowds: readonly Place[]

  constructor({ positions = [], crowds = [] }: { positions?: readonly Place[]; crowds?: readonly Place[] }) {
    super('A decision looks at more than was read for it')
    this.positions = positions
    this.crowds = crowds
  }
}

export function positionKey(sku: string, locationId: string): string {
  return `${sku}\u0000${locationId}`
}

export function factKey(sku: string, locationId: string, reference: string): string {
  return `${sku}\u0000${locationId}\u0000${reference}`
}

export function accountKey(sku: string, locationId: string, account: string): string {
  return `${sku}\u0000${locationId}\u0000${account}`
}

/** Of one ERP, for the same goods at the same place, one route begins at a moment. */
export function routeKey({ systemId, locationId, skuPrefix, validFrom }: ErpRoute): string {
  return JSON.stringify([systemId, locationId, skuPrefix, validFrom.getTime()])
}

const NO_FENCES: readonly Fence[] = []
const NOTHING_TAKEN: readonly WaitingUnits[] = []
const NO_PROMISES: PromisesAt[] = []
const TERMS = ['sellable', 'held', 'committed', 'backordered', 'fenced'] as const

/** Promises for a date at a position in the order in which they are filled, and what covers them. */
interface PromisesAt extends Place {
  readonly free: number
  readonly fences: readonly Fence[]
  readonly supply: readonly ExpectedSupply[]
  readonly promised: readonly PromisedUnits[]
  /** Of whom each is; undefined where they are too many to be looked at one by one: then these are sums by date and channel. */
  readonly lines: readonly PromisedLine[] | undefined
}

type ReservationHead = Omit<Reservation, 'lines'>

const NO_POSTINGS: readonly Posting[] = []
const NO_QUEUES: readonly Queue[] = []

/** What one command did, in the order in which it is to be written. */
export interface Applied {
  readonly postings: readonly Posting[]
  readonly changes: readonly Change[]
  readonly exceptions: readonly StockException[]
}

/**
 * The locked part of the ledger in memory while a batch is decided: filled by `load`, changed only by `apply`, written back by `post`.
 * Pure: the same commands on the same state give the same result.
 */
export class LedgerState implements View {
  readonly now: Date

  readonly items = new Map<string, Item | undefined>()
  readonly locations = new Map<string, Location>()
  readonly channels = new Map<string, Channel>()
  readonly erpSystems = new Map<string, ErpSystem>()
  /** By `routeKey`. */
  readonly erpRoutesByKey = new Map<string, ErpRoute>()
  /** By `authorityKey`. */
  readonly authorities = new Map<string, Authority>()
  readonly positions = new Map<string, Position>()
  readonly safetyStocks = new Map<string, number>()
  /** Where something is set aside: what, in the order in which it is covered. */
  readonly fencesByPosition = new Map<string, readonly Fence[]>()
  /** What is still to come, where something is promised of it or asked for by a date; elsewhere it is not read. */
  readonly supplies = new Map<string, readonly ExpectedSupply[]>()
  readonly heads = new Map<string, ReservationHead>()
  readonly lines = new Map<string, Map<number, ReservationLine>>()
  readonly shipments = new Map<string, Shipment>()
  readonly returns = new Map<string, ReturnCase>()
  /** Documents that were asked for, by id and by reference; what is not in here was never loaded. */
  readonly asked = new Set<string>()
  readonly references = new Map<string, string[]>()
  readonly factsByKey = new Map<string, Fact[]>()
  readonly latestCounts = new Map<string, LatestCount>()
  /** By the key of a booking, as the database had it. */
  readonly unheardByKey = new Map<string, Unheard>()
  /** Net change since a moment, as the database had it: account and moment → quantity. */
  readonly netByMoment = new Map<string, number>()

  // What has changed, to be written.
  readonly dirtyPositions = new Set<string>()
  /** Those whose row gets its id from this batch: it is made, or has none. */
  readonly newIds = new Set<string>()
  readonly dirtyLines = new Set<ReservationLine>()
  readonly newReservations = new Set<string>()
  /** Lines that were added to reservations made before, by their public ids. */
  readonly addedLines = new Set<string>()
  /** Lines of which some units became another line, or that stand at another location now, by their public ids. */
  readonly reshapedLines = new Set<string>()
  readonly dirtyShipments = new Set<string>()
  readonly newShipments = new Set<string>()
  readonly dirtyReturns = new Set<string>()
  readonly newReturns = new Set<string>()
  readonly dirtyItems = new Set<string>()
  readonly dirtyLocations = new Set<string>()
  readonly dirtyChannels = new Set<string>()
  readonly dirtyErpSystems = new Set<string>()
  readonly dirtyErpRoutes = new Set<string>()
  /** Places and kinds for which another source is authoritative now, or none. */
  readonly dirtyAuthorities = new Map<string, Pick<Authority, 'kind' | 'locationId'>>()
  /** By SKU and channel, the last of each. */
  readonly lowStock = new Map<string, LowStockNote>()
  readonly dirtyPolicies = new Set<string>()
  readonly dirtyFences = new Set<string>()
  readonly goneFences = new Map<string, { sku: string; locationId: string; channelId: string }>()
  /** Facts that were told before this batch, by key and kind. */
  readonly storedFacts = new Set<string>()
  /** Key and kind of a fact → all that its reporters have told, the first one first. */
  readonly dirtyFacts = new Map<string, readonly Fact[]>()
  readonly newCounts = new Map<string, StockCount>()

  /** Positions where the first of those who wait were not enough, so that as many were read as one batch fills. */
  readonly crowds = new Set<string>()
  /** Positions where units are free for somebody who was not read. Until they have got them, nothing is to be decided that might take them. */
  readonly fillLeft = new Map<string, Place>()

  /** Lines with something backordered. */
  readonly waiting = new WaitingLines()
  /** Everything posted in this batch so far: later counts of the batch look at it. */
  readonly #posted: { readonly posting: Posting; readonly source: string | null }[] = []
  #source: string | null = null

  /**
   * For a reading, which is to know what will be left and not who gets what: of a crowd that is too large to be read the rest is filled by what waits in sum.
   * Where nothing is to be written.
   */
  readonly fillsBySums: boolean

  constructor(now: Date, { fillsBySums = false }: { readonly fillsBySums?: boolean } = {}) {
    this.now = now
    this.fillsBySums = fillsBySums
  }

  // ── View ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  item(sku: string): Item | undefined {
    if (!this.items.has(sku)) throw new Error(`Item ${sku} was not loaded`)
    return this.items.get(sku)
  }

  location(id: string): Location | undefined {
    return this.locations.get(id)
  }

  channel(id: string): Channel | undefined {
    return this.channels.get(id)
  }

  erpSystem(id: string): ErpSystem | undefined {
    return this.erpSystems.get(id)
  }

  erpRoutes(): readonly ErpRoute[] {
    return [...this.erpRoutesByKey.values()]
  }

  authority(kind: FactKind, locationId: string): Authority | undefined {
    if (this.authorities.size === 0) return undefined
    const here = this.authorities.get(authorityKey({ kind, locationId }))
    return here ?? this.authorities.get(authorityKey({ kind, locationId: null }))
  }

  position(sku: string, locationId: string): Position {
    const position = this.positions.get(positionKey(sku, locationId))
    if (position === undefined) throw new Error(`Position of ${sku} at ${locationId} was not loaded`)
    return position
  }

  /**
   * Notes that an entry has this number. A row that is not there, or has no id, gets one by it; a hold becomes the last of its position. Answers the number of the
   * hold before that, 0 where there is none; null where it is no hold.
   */
  noteNumber({ sku, locationId, kind, from }: Posting, bucket: number, number: number): number | null {
    const position = this.position(sku, locationId)
    // What an order takes of what is free: the entry that all make at once in a sale, and which stands in no index by position.
    const isHold = kind === 'hold' && from === 'unpromised'
    if (!isHold && position.id !== null) return null
    const key = positionKey(sku, locationId)
    if (position.id === null) this.newIds.add(key)
    const { balances } = position
    const id = position.id ?? positionId(bucket, number)
    this.positions.set(key, { sku, locationId, balances, lastHold: isHold ? number : position.lastHold, id })
    return isHold ? position.lastHold : null
  }

  safetyStock(sku: string, locationId: string): number {
    return this.safetyStocks.get(positionKey(sku, locationId)) ?? 0
  }

  fences(sku: string, locationId: string): readonly Fence[] {
    return this.fencesByPosition.get(positionKey(sku, locationId)) ?? NO_FENCES
  }

  reservation(id: string): Reservation | undefined {
    this.#requireAsked(`reservation ${id}`)
    const head = this.heads.get(id)
    if (head === undefined) return undefined
    const lines = [...(this.lines.get(id)?.values() ?? [])].sort((a, b) => a.line - b.line)
    return { ...head, lines }
  }

  shipment(id: string): Shipment | undefined {
    this.#requireAsked(`shipment ${id}`)
    return this.shipments.get(id)
  }

  returnCase(id: string): ReturnCase | undefined {
    this.#requireAsked(`return ${id}`)
    return this.returns.get(id)
  }

  reservationByReference(reference: string, isMeant: (reservation: Reservation) => boolean): Reservation | undefined {
    const found = this.#byReference('reservation', reference)
      .flatMap((id) => this.reservation(id) ?? [])
      .filter(isMeant)
    return oldestOpen(found, (reservation) =>
      reservation.lines.some((line) => line.held + line.committed + line.backordered > 0),
    )
  }

  shipmentByReference(reference: string): Shipment | undefined {
    const found = this.#byReference('shipment', reference).map((id) => this.shipment(id))
    return oldestOpen(found, isShipmentOpen)
  }

  returnByReference(reference: string, isMeant: (returned: ReturnCase) => boolean): ReturnCase | undefined {
    const found = this.#byReference('return', reference)
      .flatMap((id) => this.returnCase(id) ?? [])
      .filter(isMeant)
    return oldestOpen(found, (returned) =>
      returned.lines.some(
        (line) =>
          line.authorized + line.inTransit + line.received + line.inspected + line.quarantined + line.restockApproved >
          0,
      ),
    )
  }

  /** What waits at a position in sum, by channel and by the date for which it was promised. */
  waitingUnits(sku: string, locationId: string): readonly WaitingUnits[] {
    return this.waiting.unitsAt({ sku, locationId })
  }

  facts(sku: string, locationId: string, reference: string, kind: FactKind): readonly Fact[] {
    const facts = this.factsByKey.get(factKey(sku, locationId, reference))
    if (facts === undefined) throw new Error(`Facts of ${sku} at ${locationId} under ${reference} were not loaded`)
    return facts.filter((fact) => fact.kind === kind)
  }

  latestCount(sku: string, locationId: string, account: StockAccount): LatestCount | undefined {
    return this.latestCounts.get(accountKey(sku, locationId, account))
  }

  netSince(sku: string, locationId: string, account: StockAccount, since: Date): number {
    const loaded = this.netByMoment.get(`${accountKey(sku, locationId, account)}\u0000${since.getTime()}`)
    if (loaded === undefined)
      throw new Error(`Movements of ${sku} at ${locationId} since ${since.toISOString()} were not loaded`)
    return this.#posted
      .filter(({ posting }) => posting.sku === sku && posting.locationId === locationId && isLater(posting, since))
      .reduce((sum, { posting }) => sum + effectOn(account, posting), loaded)
  }

  erpOf(source: string): ErpSystem | undefined {
    for (const system of this.erpSystems.values()) if (sourceOfErp(system.id) === source) return system
    return undefined
  }

  unheard(booking: Booking, heardSources: readonly string[]): Unheard {
    const { key, source, sku, locationId, accounts, since, at } = booking
    let { certain, low, high } = this.unheardByKey.get(key) ?? NOTHING_UNHEARD
    // What earlier commands of the batch have posted is told later, or came from the ERP itself.
    for (const { posting, source: by } of this.#posted) {
      if (posting.sku !== sku || posting.locationId !== locationId || posting.occurredAt >= since) continue
      const effect = -accounts.reduce((sum, account) => sum + effectOn(account, posting), 0)
      const isOwn = by !== null && (by === source || heardSources.includes(by))
      if (!isOwn || posting.kind === 'countOffset') certain += effect
      else if (
        posting.kind !== 'count' &&
        posting.occurredAt.getTime() >= Math.min(+at, +since) - LATE_SECONDS * 1_000
      ) {
        low += Math.min(0, effect)
        high += Math.max(0, effect)
      }
    }
    return { certain, low, high }
  }

  /** Available to fulfil for a channel at a loaded position, as decided so far. */
  atf(sku: string, locationId: string, channelId: string): number {
    const key = positionKey(sku, locationId)
    const position = this.positions.get(key) ?? this.position(sku, locationId)
    const fences = this.fencesByPosition.get(key) ?? NO_FENCES
    return availableToFulfil(position.balances, this.safetyStocks.get(key) ?? 0, fences, channelId)
  }

  /**
   * What a channel can have of a SKU at a location by a date, beside what a cart has taken there already. The same function says what is shown for the
   * date (`core/availability/read.ts`).
   */
  offered(sku: string, locationId: string, channelId: string, by: Date, taken = NOTHING_TAKEN): number {
    const key = positionKey(sku, locationId)
    const supply = this.supplies.get(key)
    if (supply === undefined) throw new Error(`What comes of ${sku} at ${locationId} was not loaded`)
    const { atp } = availableToPromise({
      free: unpromised(this.position(sku, locationId).balances, this.safetyStock(sku, locationId)),
      fences: this.fences(sku, locationId),
      waiting: [...this.waitingUnits(sku, locationId), ...taken],
      supply,
      channelId,
      by,
      now: this.now,
    })
    const gone = taken.reduce((sum, units) => (units.by === null ? sum + units.quantity : sum), 0)
    return offeredBy(this.atf(sku, locationId, channelId) - gone, atp)
  }

  /**
   * What a channel could reserve of a SKU at a location: its atf, and where the location counts for the channel's ats no more than that. All of the
   * channel's locations are loaded wherever one of its lines waited before the batch; where one came to wait within it, this throws `ReadTooLittle`.
   */
  #reservable(sku: string, locationId: string, channelId: string): number {
    const atf = this.atf(sku, locationId, channelId)
    const channel = this.channels.get(channelId)
    if (channel === undefined || channel.buffer === 0 || atf <= 0) return atf
    const open = channel.locations.filter((served) => this.locations.get(served.locationId)?.closed !== true)
    if (!open.some((served) => served.locationId === locationId)) return atf
    const missing = open.filter((served) => !this.positions.has(positionKey(sku, served.locationId)))
    if (missing.length > 0) {
      throw new ReadTooLittle({ positions: missing.map((served) => ({ sku, locationId: served.locationId })) })
    }
    const atfs = open.map((served) => this.atf(sku, served.locationId, channelId))
    return Math.min(atf, uncappedAvailableToSell(atfs, channel.buffer))
  }

  /**
   * Further positions that a decision about the loaded ones looks at: a backorder is filled only as far as the channel's buffer allows, which all of the
   * channel's locations make up together.
   */
  missingPositions(): { sku: string; locationId: string }[] {
    const missing = new Map<string, { sku: string; locationId: string }>()
    for (const { sku, locationId, channelId, last } of this.waiting.queues()) {
      const channel = this.channels.get(channelId)
      // Those who were promised nothing for a date stand behind the others.
      if (last?.promisedBy !== null || channel === undefined || channel.buffer === 0) continue
      if (!this.positions.has(positionKey(sku, locationId))) continue
      for (const served of channel.locations) {
        const key = positionKey(sku, served.locationId)
        if (!this.positions.has(key)) missing.set(key, { sku, locationId: served.locationId })
      }
    }
    return [...missing.values()]
  }

  /** Where something is promised for a date, so that it matters what is still to come. */
  promisedPositions(): { sku: string; locationId: string }[] {
    return this.waiting.queues().filter((queue) => this.waiting.isPromisedAt(queue))
  }

  #byReference(kind: string, reference: string): readonly string[] {
    this.#requireAsked(`${kind}s ${reference}`)
    return this.references.get(`${kind}s ${reference}`) ?? []
  }

  #requireAsked(document: string): void {
    if (!this.asked.has(document)) throw new Error(`The ${document} was not loaded`)
  }

  // ── Changing ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * What is done at loaded positions before anything is decided. What time alone ends, ends: lines whose time is over hold nothing any more, and what is left
   * of a fence falls back. And who waits gets what is free by now, also where it became so by what happened elsewhere (stock at another location of a channel
   * with a buffer, a change of the channel): whoever comes later finds those before them served.
   */
  catchUp(): Applied {
    const changes: Change[] = []
    const postings = [...this.fencesByPosition.keys()].flatMap((key) => this.#fallBack(key, changes))
    for (const byNumber of this.lines.values()) {
      for (const line of byNumber.values()) {
        if (!isDue(line, this.now) || !this.positions.has(positionKey(line.sku, line.locationId))) continue
        const expired = asOfNow(line, this.now)
        const posting = {
          sku: line.sku,
          locationId: line.locationId,
          to: 'unpromised' as const,
          kind: 'expire' as const,
          occurredAt: line.expiresAt ?? this.now,
          document: { kind: 'reservation' as const, id: line.reservationId },
          line: line.line,
          channelId: line.channelId,
        }
        const backordered = line.backordered - expired.backordered
        if (line.held > 0) postings.push({ ...posting, from: 'held', quantity: line.held })
        if (backordered > 0) postings.push({ ...posting, from: 'backordered', quantity: backordered })
        // What of it came from a fence goes back there when it is posted.
        this.#putLine({ ...expired, fenced: line.fenced })
      }
    }
    return this.#settle(postings, changes, [], this.positions.keys())
  }

  /** Ends the fences of a position whose time is over, and answers what is to be posted for that. */
  #fallBack(key: string, changes: Change[]): Posting[] {
    const fences = this.fencesByPosition.get(key) ?? NO_FENCES
    const position = this.positions.get(key)
    const over = fences.filter(({ until }) => until !== null && until.getTime() <= this.now.getTime())
    if (over.length === 0 || position === undefined) return []
    const { sku, locationId } = position
    this.#putFences(
      key,
      fences.filter((fence) => !over.includes(fence)),
    )
    return over.flatMap((fence) => {
      const { channelId, until } = fence
      const quantity = leftInFence(fence)
      if (quantity === 0) {
        // Nothing is posted, but whoever follows the SKU may show the fence.
        changes.push({ subject: 'item', subjectId: sku, sku, locationId, action: 'fenceEnded' })
        return []
      }
      const occurredAt = until ?? this.now
      return [{ sku, locationId, from: 'fenced', to: 'unpromised', quantity, kind: 'expire', occurredAt, channelId }]
    })
  }

  /**
   * Makes a decision part of the state, with what follows from it by itself: late deltas are neutralised by the count that came after them,
   * backorders are filled where more became available, and promises that a fact left uncovered are told.
   * Throws `BalanceOutOfRange` before anything is changed. `source`: who told what was decided.
   */
  apply(decision: Decision, source: string | null = null): Applied {
    this.#source = source
    const { policies = [], changes = [] } = decision
    const restated = policies.filter((policy) => this.#isRestated(policy))

    const all: Posting[] = []
    for (const given of decision.postings ?? []) {
      const ahead = given.occurredAt.getTime() > this.now.getTime()
      const posting = ahead ? { ...given, occurredAt: this.now } : given
      all.push(posting)
      if (this.latestCounts.size > 0) all.push(...offsetsOf(posting, this))
    }
    this.#requirePostable(all)
    const promises = this.#promisesTouchedBy(decision, all)

    for (const item of decision.items ?? []) {
      this.items.set(item.sku, item)
      this.dirtyItems.add(item.sku)
    }
    for (const location of decision.locations ?? []) {
      this.locations.set(location.id, location)
      this.dirtyLocations.add(location.id)
    }
    for (const channel of decision.channels ?? []) {
      this.channels.set(channel.id, channel)
      this.dirtyChannels.add(channel.id)
    }
    for (const system of decision.erpSystems ?? []) {
      this.erpSystems.set(system.id, system)
      this.dirtyErpSystems.add(system.id)
    }
    for (const route of decision.erpRoutes ?? []) {
      this.erpRoutesByKey.set(routeKey(route), route)
      this.dirtyErpRoutes.add(routeKey(route))
    }
    for (const { kind, locationId, authority } of decision.authorities ?? []) {
      const key = authorityKey({ kind, locationId })
      if (authority === undefined) this.authorities.delete(key)
      else this.authorities.set(key, authority)
      this.dirtyAuthorities.set(key, { kind, locationId })
    }
    for (const note of decision.lowStock ?? []) this.lowStock.set(JSON.stringify([note.sku, note.channelId]), note)
    for (const policy of policies) {
      const key = positionKey(policy.sku, policy.locationId)
      this.safetyStocks.set(key, policy.safetyStock)
      this.dirtyPolicies.add(key)
      this.#putFences(key, policy.fences)
    }
    for (const reservation of decision.reservations ?? []) this.#putReservation(reservation)
    for (const shipment of decision.shipments ?? []) {
      this.#remember('shipment', shipment, this.shipments.has(shipment.id) ? undefined : this.newShipments)
      this.shipments.set(shipment.id, shipment)
      this.dirtyShipments.add(shipment.id)
      this.#expect(shipment)
    }
    for (const returned of decision.returns ?? []) {
      this.#remember('return', returned, this.returns.has(returned.id) ? undefined : this.newReturns)
      this.returns.set(returned.id, returned)
      this.dirtyReturns.add(returned.id)
    }
    for (const fact of decision.facts ?? []) this.#putFact(fact)
    for (const count of decision.counts ?? []) this.#putCount(count)

    const touched = silentlyTouched(decision, all, changes)
    const applied = this.#settle(
      all,
      touched.length === 0 ? changes : [...changes, ...touched],
      decision.exceptions ?? [],
      restated.map(({ sku, locationId }) => positionKey(sku, locationId)),
    )
    const broken = promises.flatMap((before) => this.#brokenSince(before))
    return broken.length === 0 ? applied : { ...applied, exceptions: [...applied.exceptions, ...broken] }
  }

  /**
   * Promises for a date at positions where they may lose what covers them: by what happens to stock or to supply, by a policy, where held units turn out not
   * to be there, or where what had expired is promised after all. Promising more cannot do that otherwise, as no more is promised than is left beside them.
   */
  #promisesTouchedBy(decision: Decision, postings: readonly Posting[]): PromisesAt[] {
    if (this.supplies.size === 0) return NO_PROMISES
    const keys = new Set<string>()
    for (const { from, to, kind, sku, locationId } of postings) {
      const isLost = from === 'held' && to === 'backordered'
      const isAnew = from === 'unpromised' && kind === 'expire'
      if (FAMILY_OF[from] !== 'demand' || isLost || isAnew) keys.add(positionKey(sku, locationId))
    }
    for (const { sku, locationId } of decision.policies ?? []) keys.add(positionKey(sku, locationId))
    for (const { destinationId, lines } of decision.shipments ?? []) {
      for (const { sku } of lines) keys.add(positionKey(sku, destinationId))
    }
    return [...keys].flatMap((key) => {
      const position = this.positions.get(key)
      if (position === undefined || !this.supplies.has(key)) return []
      const promises = this.#promisesAt(position)
      return promises.promised.length === 0 ? [] : [promises]
    })
  }

  /** Whether more wait at a position than were read, and no more were asked for. */
  isReadInPart(place: Place): boolean {
    return !this.crowds.has(positionKey(place.sku, place.locationId)) && this.waiting.isReadInPart(place)
  }

  #promisesAt({ sku, locationId }: Place): PromisesAt {
    const place = { sku, locationId }
    const lines = this.waiting.promisedAt(place)
    if (lines === undefined && !this.crowds.has(positionKey(sku, locationId))) {
      throw new ReadTooLittle({ crowds: [place] })
    }
    const promised =
      lines?.map(({ channelId, promisedBy: by, backordered: quantity }) => ({ channelId, by, quantity })) ??
      this.waiting.promisedUnitsAt(place)
    return {
      ...place,
      free: unpromised(this.position(sku, locationId).balances, this.safetyStock(sku, locationId)),
      fences: this.fences(sku, locationId),
      supply: this.supplies.get(positionKey(sku, locationId)) ?? [],
      promised,
      lines,
    }
  }

  #brokenSince(before: PromisesAt): StockException[] {
    const after = this.#promisesAt(before)
    const uncovered = uncoveredPromises(after)
    // Mostly all are covered, and what was before need not be looked at.
    if (uncovered.every((quantity) => quantity === 0)) return []
    const uncoveredBefore = uncoveredPromises(before)
    const were = new Map(uncoveredBefore.map((quantity, index) => [nameOfPromise(before, index), quantity]))
    return uncovered.flatMap((quantity, index) => {
      const more = quantity - (were.get(nameOfPromise(after, index)) ?? quantity)
      const by = after.promised[index]?.by.toISOString()
      if (more <= 0 || by === undefined) return []
      const { sku, locationId } = after
      const message = `${more} of ${sku} at ${locationId} are promised for ${by}, but not covered by what is due by then any more.`
      const line = after.lines?.[index]
      const document = line && ({ kind: 'reservation', id: line.reservationId } as const)
      return [{ kind: 'PROMISE_UNCOVERED', sku, locationId, quantity: more, document, message }]
    })
  }

  #isRestated({ sku, locationId, safetyStock, fences }: StockPolicy): boolean {
    const before = this.fences(sku, locationId).filter((fence) => leftInFence(fence) > 0)
    const after = fences.filter((fence) => leftInFence(fence) > 0)
    return (
      safetyStock !== this.safetyStock(sku, locationId) ||
      after.length !== before.length ||
      after.some((fence, place) => {
        const was = before[place]
        return was?.channelId !== fence.channelId || leftInFence(was) !== leftInFence(fence)
      })
    )
  }

  /** Posts, then fills backorders wherever a term of atf or what waits has changed, and at the positions in `restated`. */
  #settle(
    postings: readonly Posting[],
    changes: readonly Change[],
    exceptions: readonly StockException[],
    restated: Iterable<string>,
  ): Applied {
    // Thousands where holds end together.
    const touched = new Map<string, Balances>()
    for (const { sku, locationId } of postings) {
      const key = positionKey(sku, locationId)
      if (!touched.has(key)) touched.set(key, this.position(sku, locationId).balances)
    }
    const entries = this.#postAll(postings)

    let told = exceptions
    for (const [key, before] of touched) {
      const position = this.positions.get(key)
      if (position === undefined) continue
      const { sku, locationId, balances } = position
      const oversold = uncovered(balances) - uncovered(before)
      const missing = belowZero(balances) - belowZero(before)
      if (oversold <= 0 && missing <= 0) continue
      const document = postings.find((posting) => posting.sku === sku && posting.locationId === locationId)?.document
      const tell = (kind: StockException['kind'], quantity: number, what: string) => {
        if (quantity <= 0) return
        const message = `${quantity} of ${sku} at ${locationId} ${what}.`
        told = [...told, { kind, sku, locationId, quantity, document, message }]
      }
      tell('OVERSELL', oversold, 'are promised, but not there')
      tell('NEGATIVE_STOCK', missing, 'have left that the hub did not know of')
    }

    const changed = new Set(restated)
    for (const [key, balances] of touched) if (this.#isChanged(key, balances)) changed.add(key)
    const fills = this.#fill(changed)
    return { postings: fills.length === 0 ? entries : [...entries, ...fills], changes, exceptions: told }
  }

  #isChanged(key: string, before: Balances): boolean {
    const balances = this.positions.get(key)?.balances ?? before
    return TERMS.some((account) => balances[account] !== before[account])
  }

  /** What a shipment brings, where it matters. */
  #expect({ id, destinationId, expectedAt, lines }: Shipment): void {
    if (this.supplies.size === 0) return
    for (const { sku, onOrder, inTransit, lateTold } of lines) {
      const key = positionKey(sku, destinationId)
      const before = this.supplies.get(key)
      if (before === undefined) continue
      const others = before.filter((entry) => entry.shipmentId !== id)
      const entry = { shipmentId: id, onOrder, inTransit, dueAt: expectedAt, lateTold }
      this.supplies.set(key, onOrder + inTransit > 0 ? [...others, entry] : others)
    }
  }

  /**
   * What waits at these positions gets what its channel could reserve there now: first what was promised for a date, the earliest before the others, then by
   * age, so that who stands behind only gets what those before could not have, because it is set aside for another channel or is another channel's
   * buffer. A promise for a date was measured against the buffer when it was made, and is not kept waiting for it again.
   */
  #fill(keys: Iterable<string>): readonly Posting[] {
    const queues: Queue[] = []
    for (const key of keys) for (const queue of this.#waitingWhereFree(key)) queues.push(queue)
    if (queues.length === 0) return NO_POSTINGS

    const fills: Posting[] = []
    const crowds: Place[] = []
    for (const ofSku of groupBy(queues, ({ sku }) => sku).values()) {
      const unknown = this.#fillInTurn(ofSku, fills)
      if (unknown === undefined) continue
      if (this.fillsBySums) {
        if (this.crowds.has(positionKey(unknown.sku, unknown.locationId))) this.#fillBySums(ofSku, fills)
        else crowds.push(unknown)
        continue
      }
      const { sku, locationId } = unknown
      // Once more was read of those who wait, the rest is for the next batches, also where no more was read.
      if (this.crowds.size > 0) this.fillLeft.set(positionKey(sku, locationId), { sku, locationId })
      else crowds.push({ sku, locationId })
    }
    if (crowds.length > 0) throw new ReadTooLittle({ crowds })
    return fills
  }

  /**
   * Fills those who wait for one SKU in their order, and answers where it cannot be told who is next: among those who were not read stands somebody, perhaps, who
   * could have what is free, and nobody behind them gets anything before. What fills one leaves no more for any other, neither of the location nor beside the
   * fences and the buffer; so whoever gets less than they wait for is the last of their channel there. Channels are read each by itself, so that who waits for
   * one is found however many wait in vain for another.
   */
  #fillInTurn(queues: readonly Queue[], fills: Posting[]): Queue | undefined {
    let left = queues
    for (let next = firstOf(left); next !== undefined; next = firstOf(left)) {
      const { queue, isPromised } = next
      const { sku, locationId, channelId, first: line } = queue
      const available = isPromised ? this.atf(sku, locationId, channelId) : this.#reservable(sku, locationId, channelId)
      if (line === undefined && available > 0) return queue
      const quantity = line === undefined ? 0 : Math.min(available, line.backordered)
      if (line === undefined || quantity < line.backordered) left = left.filter((other) => other !== queue)
      if (line === undefined || quantity <= 0) continue
      fills.push(...this.#fillLine(line, quantity))
    }
    return undefined
  }

  #fillLine(line: ReservationLine, quantity: number): readonly Posting[] {
    const firm = line.confirmedAt !== null
    const fill: Posting = {
      sku: line.sku,
      locationId: line.locationId,
      from: 'backordered',
      to: firm ? 'committed' : 'held',
      quantity,
      kind: 'fill',
      occurredAt: this.now,
      document: { kind: 'reservation', id: line.reservationId },
      line: line.line,
      channelId: line.channelId,
    }
    this.#putLine({
      ...line,
      backordered: line.backordered - quantity,
      held: line.held + (firm ? 0 : quantity),
      committed: line.committed + (firm ? quantity : 0),
      version: line.version + 1,
    })
    return this.#postAll([fill])
  }

  /**
   * Goes on for one SKU where it cannot be told whose turn it is: by the dates for which units were promised, as the ledger does, and then what waits for none. At each
   * of these each channel gets as much as it could have if it were the only one: that is what the ledger gives it where one channel waits, and all of them together
   * where nothing is kept from any. Else it is no less, so that whoever comes later finds no more than they can reserve.
   */
  #fillBySums(queues: readonly Queue[], fills: Posting[]): void {
    const waiting = queues.flatMap((queue) =>
      this.waiting.unitsIn(queue).map(({ by, quantity }) => ({ queue, by, quantity })),
    )
    const byDate = groupBy(waiting, ({ by }) => timeOf(by))
    for (const time of [...byDate.keys()].sort((a, b) => a - b)) {
      const most = (byDate.get(time) ?? []).map(({ queue, by, quantity }) => {
        const { sku, locationId, channelId } = queue
        const available =
          by === null ? this.#reservable(sku, locationId, channelId) : this.atf(sku, locationId, channelId)
        return { queue, by, quantity: Math.min(quantity, available) }
      })
      for (const { queue, by, quantity } of most) this.#fillFrom(queue, by, quantity, fills)
    }
  }

  /** Fills so many units in a queue, of what was promised for a date or of the others, or as many as are there for its channel. */
  #fillFrom(queue: Queue, by: Date | null, most: number, fills: Posting[]): void {
    let left = Math.min(most, this.atf(queue.sku, queue.locationId, queue.channelId))
    while (left > 0) {
      const line = queue.first
      const quantity = Math.min(left, line?.backordered ?? this.waiting.unreadIn(queue))
      if (quantity <= 0) break
      fills.push(...(line === undefined ? this.#fillUnread(queue, by, quantity) : this.#fillLine(line, quantity)))
      left -= quantity
    }
  }

  /** Who they are and whether they are confirmed is not known; as if all were, so that nobody is told that they could confirm what will be committed. */
  #fillUnread(queue: Queue, by: Date | null, quantity: number): readonly Posting[] {
    const { sku, locationId, channelId } = queue
    this.waiting.takeUnread(queue, by, quantity)
    const fill = { from: 'backordered', to: 'committed', kind: 'fill', occurredAt: this.now } as const
    return this.#postAll([{ ...fill, sku, locationId, quantity, channelId }])
  }

  /** Who waits at a position where units are free, for whomever, by channel. */
  #waitingWhereFree(key: string): Iterable<Queue> {
    const position = this.positions.get(key)
    if (position === undefined || position.balances.backordered === 0) return NO_QUEUES
    if (unpromised(position.balances, this.safetyStocks.get(key) ?? 0) <= 0) return NO_QUEUES
    return this.waiting.queuesAt(position)
  }

  /** Asserts what holds for every posting before any of them is applied. */
  #requirePostable(postings: readonly Posting[]): void {
    let moved = 0
    let largest = 0
    for (const { sku, locationId, from, to, quantity } of postings) {
      if (FAMILY_OF[from] !== FAMILY_OF[to] || from === to || !(quantity > 0)) {
        throw new Error(`Not a posting: ${quantity} of ${sku} at ${locationId} from ${from} to ${to}`)
      }
      const { balances } = this.position(sku, locationId)
      moved += quantity
      if (hasBalance(from)) largest = Math.max(largest, Math.abs(balances[from]))
      if (hasBalance(to)) largest = Math.max(largest, Math.abs(balances[to]))
    }
    // Nearly always: whatever goes where, no balance comes near the end of the range.
    if (largest + moved <= BALANCE_MAX) return

    const effects = new Map<string, number>()
    for (const posting of postings) {
      for (const account of [posting.from, posting.to]) {
        if (!hasBalance(account)) continue
        const key = accountKey(posting.sku, posting.locationId, account)
        const balance = this.position(posting.sku, posting.locationId).balances[account]
        const next = (effects.get(key) ?? balance) + effectOn(account, posting)
        if (Math.abs(next) > BALANCE_MAX) {
          throw new BalanceOutOfRange(
            `The ${account} balance of ${posting.sku} at ${posting.locationId} would exceed ${BALANCE_MAX}.`,
          )
        }
        effects.set(key, next)
      }
    }
  }

  /** Posts, by way of the channels' fences; answers the entries that this makes. Lines stand as they are after the step already. */
  #postAll(postings: readonly Posting[]): readonly Posting[] {
    let others: Posting[] | undefined
    for (const [index, posting] of postings.entries()) {
      const passed = this.#throughFence(posting)
      if (passed !== undefined) others ??= postings.slice(0, index)
      for (const entry of passed ?? [posting]) {
        this.#post(entry)
        others?.push(entry)
      }
    }
    return others ?? postings
  }

  #post(posting: Posting): void {
    const { sku, locationId, from, to, quantity } = posting
    const position = this.position(sku, locationId)
    const balances: Record<BalanceAccount, number> = { ...position.balances }
    if (hasBalance(from)) balances[from] -= quantity
    if (hasBalance(to)) balances[to] += quantity
    const key = positionKey(sku, locationId)
    this.positions.set(key, { sku, locationId, balances, lastHold: position.lastHold, id: position.id })
    this.dirtyPositions.add(key)
    this.#posted.push({ posting, source: this.#source })
  }

  /** What is to be posted instead; undefined where no fence is concerned. */
  #throughFence(posting: Posting): readonly Posting[] | undefined {
    if (this.fencesByPosition.size === 0 && !isPromise(posting.from)) return undefined
    const { sku, locationId, channelId, document } = posting
    const key = positionKey(sku, locationId)
    const fences = this.fencesByPosition.get(key) ?? NO_FENCES
    const line = document?.kind === 'reservation' ? this.#lineOf(document.id, posting.line) : undefined
    const own = fences.find((fence) => fence.channelId === channelId)
    if (own === undefined && (line === undefined || line.fenced === 0)) return undefined

    const { entries, fence, fenced } = throughFence(posting, own, line)
    if (fence !== undefined && fence !== own) {
      this.#putFences(
        key,
        fences.map((one) => (one === own ? fence : one)),
      )
    }
    if (line !== undefined && line.fenced !== fenced) this.#putLine({ ...line, fenced })
    return entries
  }

  #lineOf(reservationId: string, line: number | undefined): ReservationLine | undefined {
    return line === undefined ? undefined : this.lines.get(reservationId)?.get(line)
  }

  #putFences(key: string, fences: readonly Fence[]): void {
    const before = this.fencesByPosition.get(key) ?? NO_FENCES
    if (before === fences || (before.length === 0 && fences.length === 0)) return
    this.fencesByPosition.set(key, fences)
    this.dirtyFences.add(key)
    const position = this.positions.get(key)
    if (position === undefined) throw new Error(`The position of a fence was not loaded: ${key}`)
    const { sku, locationId } = position
    for (const { channelId } of before) {
      if (fences.some((fence) => fence.channelId === channelId)) continue
      this.goneFences.set(accountKey(sku, locationId, channelId), { sku, locationId, channelId })
    }
    for (const { channelId } of fences) this.goneFences.delete(accountKey(sku, locationId, channelId))
  }

  #putReservation(reservation: Reservation): void {
    const { lines, ...head } = reservation
    if (!this.heads.has(head.id)) {
      this.heads.set(head.id, head)
      this.#remember('reservation', reservation, this.newReservations)
    }
    for (const line of lines) if (this.lines.get(head.id)?.get(line.line) !== line) this.#putLine(line)
  }

  #putLine(line: ReservationLine): void {
    const byNumber = this.lines.get(line.reservationId) ?? new Map<number, ReservationLine>()
    const before = byNumber.get(line.line)
    if (before !== undefined) {
      this.dirtyLines.delete(before)
      if (before.requested !== line.requested || before.locationId !== line.locationId) {
        this.reshapedLines.add(lineIdOf(line.reservationId, line.line))
      }
    } else if (!this.newReservations.has(line.reservationId)) {
      this.addedLines.add(lineIdOf(line.reservationId, line.line))
    }
    byNumber.set(line.line, line)
    this.lines.set(line.reservationId, byNumber)
    this.dirtyLines.add(line)
    this.waiting.replace(before, line)
  }

  /** A line as the database has it; what was decided in this batch stays. */
  putStoredLine(line: ReservationLine): void {
    const byNumber = this.lines.get(line.reservationId) ?? new Map<number, ReservationLine>()
    this.lines.set(line.reservationId, byNumber)
    if (byNumber.has(line.line)) return
    byNumber.set(line.line, line)
    this.waiting.replace(undefined, line)
  }

  #remember(kind: string, document: { id: string; reference: string | null }, made: Set<string> | undefined): void {
    this.asked.add(`${kind} ${document.id}`)
    if (made === undefined) return
    made.add(document.id)
    if (document.reference === null) return
    const known = this.references.get(`${kind}s ${document.reference}`) ?? []
    this.references.set(`${kind}s ${document.reference}`, [...known, document.id])
  }

  /** What was told of a fact before this batch. */
  putStoredFacts(key: string, told: readonly Fact[]): void {
    this.factsByKey.set(key, [...(this.factsByKey.get(key) ?? []), ...told])
    for (const { kind } of told) this.storedFacts.add(`${key}\u0000${kind}`)
  }

  #putFact(fact: Fact): void {
    const key = factKey(fact.sku, fact.locationId, fact.reference)
    const known = this.factsByKey.get(key) ?? []
    const mine = known.findIndex((it) => it.kind === fact.kind && isSameReport(it, fact))
    const told = mine < 0 ? [...known, fact] : known.with(mine, fact)
    // What is held of the fact as a whole is held of all its reports.
    const { kind, verdict } = fact
    const facts = verdict === null ? told : told.map((it) => (it.kind === kind ? { ...it, verdict } : it))
    this.factsByKey.set(key, facts)
    this.dirtyFacts.set(
      `${key}\u0000${fact.kind}`,
      facts.filter((it) => it.kind === fact.kind),
    )
  }

  #putCount(count: StockCount): void {
    const key = accountKey(count.sku, count.locationId, count.account)
    const latest = this.latestCounts.get(key)
    if (latest === undefined || latest.at.getTime() <= count.occurredAt.getTime())
      this.latestCounts.set(key, { at: count.occurredAt, together: count.together })
    this.newCounts.set(`${key}\u0000${count.occurredAt.getTime()}`, count)
  }
}

/**
 * A document is seen from every SKU on its lines. Those that neither a posting nor a change of the decision tells of are told as well, so that whoever
 * follows one of them looks again.
 */
function silentlyTouched(decision: Decision, postings: readonly Posting[], changes: readonly Change[]): Change[] {
  const touched: Change[] = []
  const add = (subject: DocumentKind, documents: readonly { id: string; lines: readonly { sku: string }[] }[] = []) => {
    for (const { id, lines } of documents) {
      const [first, ...others] = new Set(lines.map((line) => line.sku))
      if (first === undefined || others.length === 0) continue
      const told = new Set([
        ...postings.filter((posting) => posting.document?.id === id).map((posting) => posting.sku),
        ...changes.filter((change) => change.subjectId === id).map((change) => change.sku),
      ])
      for (const sku of [first, ...others]) {
        if (!told.has(sku)) touched.push({ subject, subjectId: id, sku, locationId: null, action: 'touched' })
      }
    }
  }
  add('reservation', decision.reservations)
  add('shipment', decision.shipments)
  add('return', decision.returns)
  return touched
}

/** The queue of whoever is next of all, and whether they were promised something for a date. Where who is next is not known, they stand behind those who are. */
function firstOf(queues: readonly Queue[]): { readonly queue: Queue; readonly isPromised: boolean } | undefined {
  let next: { queue: Queue; line: ReservationLine } | undefined
  for (const queue of queues) {
    const line = queue.first ?? queue.readTo
    if (line === undefined) continue
    if (next === undefined || inOrderOfFilling(line, next.line) < 0) next = { queue, line }
  }
  return next === undefined ? undefined : { queue: next.queue, isPromised: next.line.promisedBy !== null }
}

function nameOfPromise({ promised, lines }: PromisesAt, index: number): string {
  const line = lines?.[index]
  if (line !== undefined) return lineIdOf(line.reservationId, line.line)
  const units = promised[index]
  return `${units?.by.getTime()} ${units?.channelId}`
}

/** What a posting adds to the balance of an account. */
export function effectOn(account: BalanceAccount, posting: Pick<Posting, 'from' | 'to' | 'quantity'>): number {
  return (posting.to === account ? posting.quantity : 0) - (posting.from === account ? posting.quantity : 0)
}

/** Promised units that are not there. */
function uncovered(balances: Balances): number {
  return Math.max(0, balances.held + balances.committed - Math.max(0, balances.sellable))
}

/** Units by which physical accounts lie below zero. */
function belowZero(balances: Balances): number {
  return STOCK_ACCOUNTS.reduce((sum, account) => sum + Math.max(0, -balances[account]), 0)
}

/** The oldest open one, else the newest. */
function oldestOpen<D extends { recordedAt: Date }>(
  found: readonly (D | undefined)[],
  isOpen: (document: D) => boolean,
): D | undefined {
  const byAge = found
    .filter((document) => document !== undefined)
    .sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime())
  return byAge.find(isOpen) ?? byAge.at(-1)
}
