import type { Kysely } from 'kysely'
import { integers, texts } from '../database/array-literal.ts'
import { inSnapshot } from '../database/in-snapshot.ts'
import type { Schema } from '../database/schema.ts'
import { run } from '../database/statement.ts'
import type { FeedPosition } from '../feed/position.ts'
import { bucketOf } from '../ledger/bucket.ts'
import type { ChannelLocation, ExpectedSupply, Fence, Place } from '../ledger/documents.ts'
import { dueLines } from '../ledger/due-lines.ts'
import { fenceOf } from '../ledger/rows.ts'
import { caughtUp } from '../ledger/snapshot.ts'
import type { LedgerState } from '../ledger/state.ts'
import {
  type AvailabilityStatus,
  availabilityStatus,
  availableToFulfil,
  availableToPromise,
  availableToSell,
  coveredFences,
  givenBack,
  isDueBy,
  offeredBy,
  type Promisable,
  setAside,
  uncappedAvailableToSell,
  unpromised,
  type WaitingUnits,
} from './arithmetic.ts'
import { type Band, bandOf, lesserBand, sumOfBands } from './bands.ts'
import { distanceTo, type Point } from './distance.ts'

/** What a channel's arithmetic needs to know of it. */
export interface SellingChannel {
  readonly id: string
  readonly buffer: number
  readonly cap: number | null
  readonly lowStockThreshold: number
  /** Where the bands begin that are told in place of quantities; empty: quantities are told. */
  readonly bands: readonly number[]
  /** What was low stays low until it is so many units above the threshold. */
  readonly lowStockHysteresis: number
  readonly allowBackorder: boolean
  /** By priority, then by id. */
  readonly locations: readonly ChannelLocation[]
}

/** One location's part in ats, in base units. `counted` is max(0, atf), and 0 where it is closed. */
export interface AvailabilityTerm {
  readonly sku: string
  readonly locationId: string
  readonly priority: number
  readonly sellable: number
  /** Without holds whose time is over, swept or not. */
  readonly held: number
  readonly committed: number
  /** Set aside for other channels, as far as it is there. */
  readonly fenced: number
  readonly safetyStock: number
  readonly atf: number
  /** A closed location counts for nothing, whatever it has. */
  readonly closed: boolean
  readonly counted: number
  /** Where a date was asked for: what can be promised for it. */
  readonly promise: PromiseTerm | null
  /** All that is set aside there, for this channel and for others, in the order in which it is covered. */
  readonly fences: readonly CoveredFence[]
}

/** What a location can promise a channel for a date: atp = sellable − held − committed − safetyStock + supplyDue − backordered − fenced. */
export interface PromiseTerm extends Promisable {
  /** All supply that is still to come, by date; what counts at the date that decides, and what does not. */
  readonly supply: readonly (ExpectedSupply & { readonly counts: boolean })[]
  /** All that waits there, by the date for which it was promised, what waits for none first. */
  readonly waiting: readonly Pick<WaitingUnits, 'by' | 'quantity'>[]
}

/** Units set aside for a channel, without what is over. */
export interface CoveredFence extends Fence {
  /** What is left of them, as far as it is there. */
  readonly covered: number
}

/** How ats came about: ats = max(0, min(cap, sum − buffer)). All in base units. */
export interface AvailabilityExplanation {
  readonly sum: number
  readonly buffer: number
  readonly uncapped: number
  readonly cap: number | null
  readonly ats: number
  readonly lowStockThreshold: number
  readonly allowBackorder: boolean
  readonly terms: readonly AvailabilityTerm[]
}

/** What one location can give the channel: at most its atf, and never more than the channel is shown in all. */
export interface AvailabilityAtLocation {
  readonly locationId: string
  readonly quantity: number
  /** Where the channel tells bands: between which numbers the quantity lies. */
  readonly band: Band | null
  /** From the point that was asked from; null without one, and for a location without coordinates. */
  readonly distanceMeters: number | null
}

/** What may be sold of one SKU through one channel; everything in it is from the same reading. */
export interface SkuAvailability {
  readonly sku: string
  readonly channelId: string
  readonly quantity: number
  /** Where the channel tells bands: between which numbers the quantity lies, and nothing that would tell more. */
  readonly band: Band | null
  /** Where the channel tells bands, it follows from them, so that it tells no more than they do; for everybody, so that all see the same. */
  readonly status: AvailabilityStatus
  /** Whether it has to be written down that it is low, or that it is no longer; undefined: what is written down is so, or may be. */
  readonly becomesLow: boolean | undefined
  readonly reading: AvailabilityReading
  /** The locations that were asked for; undefined: all of the channel's. */
  readonly locationIds: ReadonlySet<string> | undefined
  /** Where somebody would fetch it. */
  readonly near: Point | null
  /** For when it is to be promised; null: now. */
  readonly by: Date | null
}

/** What of a channel's locations somebody asks for. */
export interface Whereabouts {
  /** Only these; undefined: all of them. */
  readonly locationIds?: ReadonlySet<string> | undefined
  readonly near?: Point | null | undefined
  readonly by?: Date | null | undefined
}

/** What is read only where it is asked for. */
export interface ReadingOptions {
  /** Coordinates of locations. */
  readonly withPlaces?: boolean
  /** What is still to come. */
  readonly withSupply?: boolean
}

/** Balances of one SKU at one location, as JSON gives them: the shape is fixed by the statement below. */
type PositionRow = readonly [
  item: number,
  locationId: string,
  sellable: number,
  held: number,
  committed: number,
  backordered: number,
]
type WaitingRow = readonly [item: number, locationId: string, channelId: string, by: string | null, quantity: number]
type SupplyRow = readonly [
  item: number,
  locationId: string,
  shipmentId: string,
  onOrder: number,
  inTransit: number,
  dueAt: string | null,
  lateTold: boolean,
]
type AmountRow = readonly [item: number, locationId: string, amount: number]
type DueRow = readonly [item: number, locationId: string, held: number, channelId: string, fenced: number]
type FenceAtRow = readonly [
  item: number,
  locationId: string,
  channelId: string,
  quantity: number,
  used: number,
  until: string | null,
  isOver: boolean,
]
type ChannelRow = readonly [
  id: string,
  buffer: number,
  cap: number | null,
  lowStockThreshold: number,
  allowBackorder: boolean,
  bands: readonly number[],
  lowStockHysteresis: number,
  locations: readonly (readonly [locationId: string, priority: number])[] | null,
]

interface ReadingRow {
  as_of: Date
  epoch: string
  heads: readonly (readonly [stream: number, number: number])[] | null
  channels: readonly ChannelRow[] | null
  /** Those of the channels' locations from which nothing is to be sourced. */
  closed: readonly string[] | null
  /** Where they are, those that have coordinates. */
  places: readonly (readonly [locationId: string, latitude: number, longitude: number])[] | null
  /** Places of the SKUs that exist in the list that was asked. */
  items: readonly number[] | null
  positions: readonly PositionRow[] | null
  policies: readonly AmountRow[] | null
  fences: readonly FenceAtRow[] | null
  low: readonly (readonly [item: number, channelId: string])[] | null
  due: readonly DueRow[] | null
  supply: readonly SupplyRow[] | null
  waiting: readonly WaitingRow[] | null
}

/**
 * Reads what any of these channels may sell of any of these SKUs, in one statement and so from one snapshot: balances, holds whose time is over,
 * policies, the clock and the heads of the feed belong together, and a cursor never claims more than was read. One round trip whatever the
 * number of SKUs; the answer comes as JSON arrays because that is several times cheaper to take in than rows. `lookups` are those of the database.
 * Where somebody waits for what a hold has left whose end nobody has swept yet, it is read once more, with what the ledger would decide of it.
 */
export async function readAvailability(
  lookups: Kysely<Schema>,
  skus: Iterable<string>,
  channelIds: Iterable<string>,
  { withPlaces = false, withSupply = false }: ReadingOptions = {},
): Promise<AvailabilityReading> {
  const wanted = [...new Set(skus)]
  const values = [integers(wanted.map(bucketOf)), texts(wanted), texts([...new Set(channelIds)])]
  const statement = STATEMENTS[withPlaces ? 'places' : 'none'][withSupply ? 'supply' : 'none']
  const readIn = async (db: Kysely<Schema>) => {
    const [row] = await run<ReadingRow>(db, statement, values)
    if (row === undefined) throw new Error('A select without a from clause gave no row.')
    return new AvailabilityReading(row, wanted)
  }
  const reading = await readIn(lookups)
  if (reading.freedForOthers().length === 0) return reading
  return inSnapshot(lookups, async (tx) => {
    const again = await readIn(tx)
    again.catchUp(await caughtUp(lookups, tx, again.freedForOthers(), { at: again.asOf, withSums: withSupply }))
    return again
  })
}

/** Has the statement that most questions need planned on a connection. */
export async function prepareAvailability(lookups: Kysely<Schema>): Promise<void> {
  await readAvailability(lookups, [''], [''])
}

/**
 * Everything is found by its key for each SKU, in a subquery that is not taken apart (`offset 0`): joined plainly, a table is read whole as long as it is
 * small enough to look cheap.
 */
const statementOf = (places: string, supply: string) => `/* prepared */
  with wanted as (
    select w.place, i.bucket, i.sku
    from unnest($1::smallint[], $2::text[]) with ordinality as w (bucket, sku, place)
    cross join lateral (select i.* from item i where i.bucket = w.bucket and i.sku = w.sku offset 0) i
  ),
  asked as (
    select c.* from channel c where c.id = any($3::text[])
  ),
  served as (
    select distinct cl.location_id from channel_location cl join asked c on c.id = cl.channel_id
  )
  select
    statement_timestamp() as as_of,
    (select h.epoch from hub h) as epoch,
    (select json_agg(json_build_array(b.bucket, b.number)) from bucket_head b where b.number > 0) as heads,
    (
      select json_agg(json_build_array(c.id, c.buffer, c.cap, c.low_stock_threshold, c.allow_backorder, c.bands, c.low_stock_hysteresis, (
        select json_agg(json_build_array(cl.location_id, cl.priority) order by cl.priority, cl.location_id collate "C")
        from channel_location cl where cl.channel_id = c.id
      )))
      from asked c
    ) as channels,
    (select json_agg(l.id) from location l where l.closed and l.id in (select s.location_id from served s)) as closed,
    (select json_agg(w.place) from wanted w) as items,
    (
      select json_agg(json_build_array(w.place, p.location_id, p.sellable, p.held, p.committed, p.backordered))
      from wanted w
      cross join lateral (select p.* from position p where p.bucket = w.bucket and p.sku = w.sku offset 0) p
      where p.location_id in (select s.location_id from served s)
    ) as positions,
    (
      select json_agg(json_build_array(w.place, p.location_id, p.safety_stock))
      from wanted w
      cross join lateral (select p.* from stock_policy p where p.bucket = w.bucket and p.sku = w.sku offset 0) p
      where p.safety_stock > 0 and p.location_id in (select s.location_id from served s)
    ) as policies,
    (
      select json_agg(json_build_array(
        w.place, f.location_id, f.channel_id, f.quantity, f.used, f.until, coalesce(f.until <= statement_timestamp(), false)
      ) order by f.place)
      from wanted w
      cross join lateral (select f.* from fence f where f.bucket = w.bucket and f.sku = w.sku offset 0) f
      where f.location_id in (select s.location_id from served s)
    ) as fences,
    (
      select json_agg(json_build_array(w.place, l.channel_id))
      from asked c
      cross join wanted w
      cross join lateral (
        select l.* from low_stock l where l.bucket = w.bucket and l.sku = w.sku and l.channel_id = c.id offset 0
      ) l
      where c.low_stock_hysteresis > 0
    ) as low,
    (
      -- What of a hold came from its channel's fence goes back there with it.
      select json_agg(json_build_array(place, location_id, held, channel_id, fenced))
      from (
        select w.place, l.location_id, l.channel_id, sum(l.held)::bigint as held,
               sum(greatest(l.fenced - l.committed, 0))::bigint as fenced
        from (${dueLines('wanted', 'statement_timestamp()')}) l
        join wanted w on w.bucket = l.bucket and w.sku = l.sku
        where l.held > 0
        group by 1, 2, 3
      ) d
    ) as due,
    ${places},
    ${supply}
`

const PLACES = `(
      select json_agg(json_build_array(l.id, l.latitude, l.longitude))
      from served s join location l on l.id = s.location_id
      where l.latitude is not null and l.longitude is not null
    ) as places`

/** What is still to come, and who waits for it. */
const SUPPLY = `(
      select json_agg(json_build_array(
        w.place, l.destination_id, l.shipment_id, l.on_order, l.in_transit, l.expected_at, l.late_told
      ) order by l.expected_at, l.shipment_id collate "C")
      from wanted w
      cross join lateral (
        select l.* from shipment_line l
        where l.bucket = w.bucket and l.sku = w.sku and (l.on_order > 0 or l.in_transit > 0)
        offset 0
      ) l
      where l.destination_id in (select s.location_id from served s)
    ) as supply,
    (
      select json_agg(json_build_array(place, location_id, channel_id, promised_by, quantity) order by promised_by nulls first)
      from (
        select w.place, l.location_id, l.channel_id, l.promised_by, sum(l.backordered)::bigint as quantity
        from wanted w
        cross join lateral (
          select l.* from reservation_line l where l.bucket = w.bucket and l.sku = w.sku and l.backordered > 0 offset 0
        ) l
        where l.location_id in (select s.location_id from served s)
          -- What has ended by itself waits no more, swept or not.
          and (l.confirmed_at is not null or l.expires_at is null or l.expires_at > statement_timestamp())
        group by 1, 2, 3, 4
      ) waits
    ) as waiting`

const NO_PLACES = 'null as places'
const NO_SUPPLY = 'null as supply, null as waiting'

/** By what is asked for beside the stock: most questions want neither, and are planned for that. */
const STATEMENTS = {
  none: { none: statementOf(NO_PLACES, NO_SUPPLY), supply: statementOf(NO_PLACES, SUPPLY) },
  places: { none: statementOf(PLACES, NO_SUPPLY), supply: statementOf(PLACES, SUPPLY) },
}

/** One reading of balances and policies at one moment, of which availability is worked out SKU by SKU as it is wanted. */
export class AvailabilityReading {
  /** PostgreSQL's clock at the reading. */
  readonly asOf: Date
  /** The point in the feed at the reading: everything up to it is contained, and nothing after it. */
  readonly position: FeedPosition
  readonly #channels = new Map<string, SellingChannel>()
  readonly #closed: ReadonlySet<string>
  readonly #places: ReadonlyMap<string, Point>
  /** By SKU; a SKU that does not exist is absent. */
  readonly #items = new Map<string, ItemReading>()

  constructor(row: ReadingRow, skus: readonly string[]) {
    this.asOf = row.as_of
    this.position = { epoch: row.epoch, numbers: new Map(row.heads ?? []) }
    this.#closed = new Set(row.closed ?? [])
    this.#places = new Map((row.places ?? []).map(([id, latitude, longitude]) => [id, { latitude, longitude }]))
    for (const [
      id,
      buffer,
      cap,
      lowStockThreshold,
      allowBackorder,
      bands,
      lowStockHysteresis,
      locations,
    ] of row.channels ?? []) {
      this.#channels.set(id, {
        id,
        buffer,
        cap,
        lowStockThreshold,
        allowBackorder,
        bands,
        lowStockHysteresis,
        locations: (locations ?? []).map(([locationId, priority]) => ({ locationId, priority })),
      })
    }

    // Places count from 1, as SQL's ordinality does.
    const byPlace: (ItemReading | undefined)[] = []
    for (const place of row.items ?? []) {
      const item: ItemReading = {
        positions: new Map(),
        safetyStock: undefined,
        dueHeld: undefined,
        waiting: undefined,
        low: undefined,
        fences: undefined,
        overFences: undefined,
        supply: undefined,
      }
      byPlace[place] = item
      const sku = skus[place - 1]
      if (sku !== undefined) this.#items.set(sku, item)
    }
    for (const position of row.positions ?? []) byPlace[position[0]]?.positions.set(position[1], position)
    for (const [place, locationId, amount] of row.policies ?? []) {
      const item = byPlace[place]
      if (item === undefined) continue
      item.safetyStock ??= new Map()
      item.safetyStock.set(locationId, amount)
    }
    for (const [place, channelId] of row.low ?? []) {
      const item = byPlace[place]
      if (item === undefined) continue
      item.low ??= new Set()
      item.low.add(channelId)
    }
    for (const [place, locationId, channelId, quantity, used, until, isOver] of row.fences ?? []) {
      const item = byPlace[place]
      if (item === undefined) continue
      if (isOver) {
        item.overFences ??= new Set()
        item.overFences.add(locationId)
        continue
      }
      const fence = [channelId, quantity, used, until] as const
      item.fences ??= new Map()
      item.fences.set(locationId, [...(item.fences.get(locationId) ?? []), fenceOf(fence)])
    }
    for (const [place, locationId, held, channelId, fenced] of row.due ?? []) {
      const item = byPlace[place]
      if (item === undefined) continue
      item.dueHeld ??= new Map()
      item.dueHeld.set(locationId, (item.dueHeld.get(locationId) ?? 0) + held)
      const fences = item.fences?.get(locationId)
      if (fenced > 0 && fences !== undefined) item.fences?.set(locationId, givenBack(fences, channelId, fenced))
    }
    for (const [place, locationId, shipmentId, onOrder, inTransit, due, lateTold] of row.supply ?? []) {
      const item = byPlace[place]
      if (item === undefined) continue
      item.supply ??= new Map()
      append(item.supply, locationId, {
        shipmentId,
        onOrder,
        inTransit,
        dueAt: due === null ? null : new Date(due),
        lateTold,
      })
    }
    for (const [place, locationId, channelId, by, quantity] of row.waiting ?? []) {
      const item = byPlace[place]
      if (item === undefined) continue
      item.waiting ??= new Map()
      append(item.waiting, locationId, { channelId, by: by === null ? null : new Date(by), quantity })
    }
  }

  channel(id: string): SellingChannel | undefined {
    return this.#channels.get(id)
  }

  /** Positions where a hold or a fence is over that was not swept yet, and somebody else waits for what it leaves. */
  freedForOthers(): Place[] {
    const places: Place[] = []
    for (const [sku, { positions, dueHeld, overFences }] of this.#items) {
      for (const [locationId, position] of positions) {
        const isFreed = dueHeld?.has(locationId) === true || overFences?.has(locationId) === true
        if (isFreed && position[BACKORDERED] > 0) places.push({ sku, locationId })
      }
    }
    return places
  }

  /** Takes these positions as the ledger finds them before it decides anything else. */
  catchUp(state: LedgerState): void {
    for (const { sku, locationId, balances } of state.positions.values()) {
      const item = this.#items.get(sku)
      if (item?.positions.has(locationId) !== true) continue
      const { sellable, held, committed, backordered } = balances
      item.positions.set(locationId, [0, locationId, sellable, held, committed, backordered])
      item.dueHeld?.delete(locationId)
      item.overFences?.delete(locationId)
      item.fences ??= new Map()
      item.fences.set(locationId, state.fences(sku, locationId))
      item.waiting?.set(locationId, [...state.waitingUnits(sku, locationId)])
    }
  }

  /**
   * What may be sold of a SKU through a channel; undefined when either does not exist. With `locationIds` what can be reserved at these: the
   * smaller of ats and the sum of what they have. With `by` what can be promised for that date; the reading has to have the supply then.
   */
  of(
    sku: string,
    channelId: string,
    { locationIds, near = null, by = null }: Whereabouts = {},
  ): SkuAvailability | undefined {
    const channel = this.#channels.get(channelId)
    const item = this.#items.get(sku)
    if (channel === undefined || item === undefined) return undefined

    const atfs = channel.locations.map(({ locationId }) => this.#offeredAt(item, locationId, channelId, by))
    const ats = availableToSell(atfs, channel)
    let quantity = ats
    let band = bandIn(channel, ats)
    if (locationIds !== undefined) {
      const there = atfs.filter((_atf, index) => locationIds.has(channel.locations[index]?.locationId ?? ''))
      quantity = Math.min(ats, uncappedAvailableToSell(there, 0))
      // Added up as bands: what several locations have together would tell what each of them has.
      if (band !== null) band = lesserBand(band, sumOfBands(there.map((atf) => bandOf(atf, channel.bands))))
    }
    // The memory is that of the whole channel and of now.
    const wasLow = item.low?.has(channelId) === true
    const isWhole = locationIds === undefined && by === null
    const told = band?.from ?? quantity
    const status = availabilityStatus(told, channel, wasLow && isWhole)
    const becomesLow = isWhole ? changeOfMemory(told, channel, wasLow) : undefined
    return { sku, channelId, quantity, band, status, becomesLow, reading: this, locationIds, near, by }
  }

  /**
   * Where the quantity is: the channel's locations, those with nothing included, by distance where a point was given, and else by priority. Those
   * without coordinates come last, and equally far ones by priority.
   */
  locationsOf({ sku, channelId, quantity, band, locationIds, near, by }: SkuAvailability): AvailabilityAtLocation[] {
    const { channel, item } = this.#get(sku, channelId)
    const locations: AvailabilityAtLocation[] = []
    for (const { locationId } of channel.locations) {
      if (locationIds !== undefined && !locationIds.has(locationId)) continue
      const distanceMeters = distanceTo(near, this.#places.get(locationId))
      const offered = Math.max(0, this.#offeredAt(item, locationId, channelId, by))
      locations.push({
        locationId,
        distanceMeters,
        quantity: Math.min(quantity, offered),
        band: band === null ? null : lesserBand(band, bandOf(offered, channel.bands)),
      })
    }
    if (near === null) return locations
    const far = ({ distanceMeters }: AvailabilityAtLocation) => distanceMeters ?? Number.MAX_SAFE_INTEGER
    return locations.sort((a, b) => far(a) - far(b))
  }

  /** Each term of ats, over all of the channel's locations whichever were asked for. */
  explain({
    sku,
    channelId,
    by = null,
  }: Pick<SkuAvailability, 'sku' | 'channelId'> & Partial<Pick<SkuAvailability, 'by'>>): AvailabilityExplanation {
    const { channel, item } = this.#get(sku, channelId)
    const terms = channel.locations.map(({ locationId, priority }): AvailabilityTerm => {
      const [, , sellable, due, committed] = item.positions.get(locationId) ?? NO_POSITION
      const held = due - (item.dueHeld?.get(locationId) ?? 0)
      const safetyStock = item.safetyStock?.get(locationId) ?? 0
      const fences = item.fences?.get(locationId) ?? NO_FENCES
      const free = unpromised({ sellable, held, committed }, safetyStock)
      const covered = coveredFences(free, fences)
      const atf = atfOf(item, locationId, channelId)
      const closed = this.#closed.has(locationId)
      return {
        sku,
        locationId,
        priority,
        sellable,
        held,
        committed,
        fenced: setAside(free, fences, channelId),
        safetyStock,
        atf,
        closed,
        counted: Math.max(0, this.#offeredAt(item, locationId, channelId, by)),
        promise: by === null ? null : this.#promiseTermAt(item, locationId, channelId, by),
        fences: fences.map((fence, index) => ({ ...fence, covered: covered[index] ?? 0 })),
      }
    })
    const atfs = terms.map((term) => term.counted)
    const { buffer, cap, lowStockThreshold, allowBackorder } = channel
    return {
      sum: uncappedAvailableToSell(atfs, 0),
      buffer,
      uncapped: uncappedAvailableToSell(atfs, buffer),
      cap,
      ats: availableToSell(atfs, channel),
      lowStockThreshold,
      allowBackorder,
      terms,
    }
  }

  /** What a location offers to a channel: its atf, or by a date what it can promise, and nothing where it is closed. */
  #offeredAt(item: ItemReading, locationId: string, channelId: string, by: Date | null): number {
    if (this.#closed.has(locationId)) return 0
    const atf = atfOf(item, locationId, channelId)
    return by === null ? atf : offeredBy(atf, this.#promiseAt(item, locationId, channelId, by).atp)
  }

  #promiseAt(item: ItemReading, locationId: string, channelId: string, by: Date): Promisable {
    const [, , sellable, held, committed] = item.positions.get(locationId) ?? NO_POSITION
    const safetyStock = item.safetyStock?.get(locationId) ?? 0
    return availableToPromise({
      free: unpromised({ sellable, held, committed }, safetyStock, item.dueHeld?.get(locationId)),
      fences: item.fences?.get(locationId) ?? NO_FENCES,
      waiting: item.waiting?.get(locationId) ?? [],
      supply: item.supply?.get(locationId) ?? [],
      channelId,
      by,
      now: this.asOf,
    })
  }

  #promiseTermAt(item: ItemReading, locationId: string, channelId: string, by: Date): PromiseTerm {
    const promisable = this.#promiseAt(item, locationId, channelId, by)
    const supply = item.supply?.get(locationId) ?? []
    // Of all channels together: whose they are is not told.
    const waiting = new Map<number, { by: Date | null; quantity: number }>()
    for (const { by: date, quantity } of item.waiting?.get(locationId) ?? []) {
      const time = date?.getTime() ?? Number.NEGATIVE_INFINITY
      const same = waiting.get(time)
      if (same === undefined) waiting.set(time, { by: date, quantity })
      else same.quantity += quantity
    }
    return {
      ...promisable,
      supply: supply.map((entry) => ({ ...entry, counts: isDueBy(entry, promisable.decidedBy, this.asOf) })),
      waiting: [...waiting].sort(([a], [b]) => a - b).map(([, units]) => units),
    }
  }

  #get(sku: string, channelId: string): { channel: SellingChannel; item: ItemReading } {
    const channel = this.#channels.get(channelId)
    const item = this.#items.get(sku)
    if (channel === undefined || item === undefined)
      throw new Error(`${sku} in ${channelId} is not part of this reading`)
    return { channel, item }
  }
}

function bandIn({ bands }: SellingChannel, quantity: number): Band | null {
  return bands.length === 0 ? null : bandOf(quantity, bands)
}

/** Whether what is remembered of a SKU in a channel has to change. Between the threshold and what lies above it by the hysteresis, what was stays. */
function changeOfMemory(
  ats: number,
  { lowStockThreshold, lowStockHysteresis }: SellingChannel,
  wasLow: boolean,
): boolean | undefined {
  if (lowStockHysteresis === 0) return undefined
  if (ats <= lowStockThreshold) return wasLow ? undefined : true
  return wasLow && ats > lowStockThreshold + lowStockHysteresis ? false : undefined
}

interface ItemReading {
  readonly positions: Map<string, PositionRow>
  safetyStock: Map<string, number> | undefined
  dueHeld: Map<string, number> | undefined
  /** By location; what waits there, by the date for which it was promised. */
  waiting: Map<string, WaitingUnits[]> | undefined
  /** Channels in which it was low. */
  low: Set<string> | undefined
  /** By location; what is still to come, by date. */
  supply: Map<string, ExpectedSupply[]> | undefined
  /** Where fences are over that were not swept yet. */
  overFences: Set<string> | undefined
  /** By location; none that are over. */
  fences: Map<string, readonly Fence[]> | undefined
}

/** There may be thousands under one key. */
function append<T>(lists: Map<string, T[]>, key: string, entry: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [entry])
  else list.push(entry)
}

const NO_POSITION: PositionRow = [0, '', 0, 0, 0, 0]
const BACKORDERED = 5
const NO_FENCES: readonly Fence[] = []

function atfOf(item: ItemReading, locationId: string, channelId: string): number {
  const [, , sellable, held, committed] = item.positions.get(locationId) ?? NO_POSITION
  const safetyStock = item.safetyStock?.get(locationId) ?? 0
  const fences = item.fences?.get(locationId) ?? NO_FENCES
  const dueHeld = item.dueHeld?.get(locationId)
  return availableToFulfil({ sellable, held, committed }, safetyStock, fences, channelId, dueHeld)
}
