import { type Kysely, type RawBuilder, type Selectable, sql, type Transaction } from 'kysely'
import { integers, texts } from '../database/array-literal.ts'
import { inSnapshot } from '../database/in-snapshot.ts'
import type * as tables from '../database/schema.ts'
import type { Schema } from '../database/schema.ts'
import { accountsIn } from '../erp/divergence.ts'
import type { ErpRoute, ErpSystem } from '../erp/routes.ts'
import { STOCK_ACCOUNTS } from './accounts.ts'
import { type Authority, authorityKey } from './authority.ts'
import { bucketOf, POLICY_STREAM } from './bucket.ts'
import { inOrder } from './decide/catalog.ts'
import type { Channel, Location, Place, Reservation, ReturnCase, Shipment } from './documents.ts'
import { dueLines, oldestDueLines } from './due-lines.ts'
import { IS_NO_HOLD } from './holds.ts'
import type { KnownDocuments, NamedDocument, Needs } from './needs.ts'
import {
  authorityOf,
  balancesOf,
  erpRouteOf,
  erpSystemOf,
  expectedSupplyOf,
  type FenceRow,
  factsOf,
  fenceOf,
  groupBy,
  itemOf,
  locationOf,
  reservationHeadOf,
  reservationLineOf,
  returnCaseOf,
  returnLineOf,
  shipmentLineOf,
  shipmentOf,
} from './rows.ts'
import { accountKey, factKey, LedgerState, positionKey, routeKey } from './state.ts'
import { bookingOf, readUnheard } from './unheard.ts'
import type { Glimpse, Locked, Warm } from './warm.ts'

type Db = Kysely<Schema> | Transaction<Schema>

/** Locations, channels, what is known of ERPs and who is authoritative for what, whole: they are few, every decision may need them, and they change under the stream of policies. */
export interface Policies {
  readonly number: number
  readonly locations: ReadonlyMap<string, Location>
  readonly channels: ReadonlyMap<string, Channel>
  readonly erpSystems: ReadonlyMap<string, ErpSystem>
  readonly erpRoutes: ReadonlyMap<string, ErpRoute>
  readonly authorities: ReadonlyMap<string, Authority>
}

/** Policies as of one moment, without a snapshot: read again where they have changed while they were read, table by table. */
export async function readPolicies(db: Db): Promise<Policies> {
  for (;;) {
    const policies = await loadPolicies(db, await policyNumber(db))
    if (policies.number === (await policyNumber(db))) return policies
  }
}

async function policyNumber(db: Db): Promise<number> {
  const { number } = await db
    .selectFrom('bucket_head')
    .select('number')
    .where('bucket', '=', POLICY_STREAM)
    .executeTakeFirstOrThrow()
  return number
}

/** In a snapshot, whose stream of policies stands at `number`. */
export async function loadPolicies(db: Db, number: number): Promise<Policies> {
  const locations = await db.selectFrom('location').selectAll().execute()
  const channels = await db.selectFrom('channel').selectAll().execute()
  const served = groupBy(await db.selectFrom('channel_location').selectAll().execute(), (row) => row.channel_id)
  const systems = await db.selectFrom('erp_system').selectAll().execute()
  const routes = await db.selectFrom('erp_route').selectAll().execute()
  const authorities = await db.selectFrom('authority').selectAll().execute()
  return {
    number,
    locations: new Map(locations.map((row) => [row.id, locationOf(row)])),
    channels: new Map(channels.map((row) => [row.id, channelOf(row, served.get(row.id) ?? [])])),
    erpSystems: new Map(systems.map((row) => [row.id, erpSystemOf(row)])),
    erpRoutes: new Map(routes.map(erpRouteOf).map((route) => [routeKey(route), route])),
    authorities: new Map(authorities.map(authorityOf).map((authority) => [authorityKey(authority), authority])),
  }
}

export function channelOf(
  row: Selectable<tables.ChannelTable>,
  served: readonly Pick<tables.ChannelLocationTable, 'location_id' | 'priority'>[],
): Channel {
  return {
    id: row.id,
    name: row.name,
    locations: inOrder(served.map(({ location_id, priority }) => ({ locationId: location_id, priority }))),
    buffer: row.buffer,
    cap: row.cap,
    lowStockThreshold: row.low_stock_threshold,
    lowStockHysteresis: row.low_stock_hysteresis,
    bands: row.bands,
    allowBackorder: row.allow_backorder,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** The documents that a batch names, as they stand. */
export interface Documents {
  readonly reservations: ReadonlyMap<string, Reservation>
  readonly shipments: ReadonlyMap<string, Shipment>
  readonly returns: ReadonlyMap<string, ReturnCase>
  readonly references: ReadonlyMap<string, readonly string[]>
  readonly asked: ReadonlySet<string>
}

export const NO_DOCUMENTS: Documents = {
  reservations: new Map(),
  shipments: new Map(),
  returns: new Map(),
  references: new Map(),
  asked: new Set(),
}

export async function loadDocuments(db: Db, names: readonly NamedDocument[]): Promise<Documents> {
  if (names.length === 0) return NO_DOCUMENTS
  const of = (kind: NamedDocument['kind']) => names.filter((name) => name.kind === kind)
  const references = new Map<string, string[]>()
  const reservations = await loadReservations(db, of('reservation'))
  const shipments = await loadShipments(db, of('shipment'))
  const returns = await loadReturns(db, of('return'))

  const asked = new Set<string>()
  for (const { kind, id, reference } of names) {
    if (id !== undefined) asked.add(`${kind} ${id}`)
    if (reference !== undefined) asked.add(`${kind}s ${reference}`)
  }
  const found = [
    ['reservation', reservations],
    ['shipment', shipments],
    ['return', returns],
  ] as const
  for (const [kind, documents] of found) {
    for (const { id, reference } of documents.values()) {
      asked.add(`${kind} ${id}`)
      if (reference === null) continue
      const key = `${kind}s ${reference}`
      const ids = references.get(key)
      if (ids === undefined) references.set(key, [id])
      else ids.push(id)
    }
  }
  return { reservations, shipments, returns, references, asked }
}

function idsIn(names: readonly NamedDocument[]): string[] {
  return [...new Set(names.flatMap((name) => (name.id === undefined ? [] : [name.id])))]
}

function referencesIn(names: readonly NamedDocument[]): string[] {
  return [...new Set(names.flatMap((name) => (name.reference === undefined ? [] : [name.reference])))]
}

async function loadReservations(db: Db, names: readonly NamedDocument[]): Promise<Map<string, Reservation>> {
  if (names.length === 0) return new Map()
  const heads = await headsOf<Selectable<tables.ReservationTable>>(db, 'reservation', names)
  if (heads.length === 0) return new Map()
  const ids = heads.map((head) => head.id)
  const rows = await sql<Selectable<tables.ReservationLineTable>>`
    /* prepared */ select * from reservation_line where reservation_id = any(${texts(ids)}::text[]) order by reservation_id, line
  `.execute(db)
  const lines = groupBy(rows.rows.map(reservationLineOf), (line) => line.reservationId)
  return new Map(heads.map((head) => [head.id, { ...reservationHeadOf(head), lines: lines.get(head.id) ?? [] }]))
}

async function loadShipments(db: Db, names: readonly NamedDocument[]): Promise<Map<string, Shipment>> {
  if (names.length === 0) return new Map()
  const heads = await headsOf<Selectable<tables.ShipmentTable>>(db, 'shipment', names)
  if (heads.length === 0) return new Map()
  const ids = heads.map((head) => head.id)
  const rows = await sql<Selectable<tables.ShipmentLineTable>>`
    /* prepared */ select * from shipment_line where shipment_id = any(${texts(ids)}::text[]) order by shipment_id, line
  `.execute(db)
  const lines = groupBy(rows.rows.map(shipmentLineOf), (line) => line.shipmentId)
  return new Map(heads.map((head) => [head.id, shipmentOf(head, lines.get(head.id) ?? [])]))
}

async function loadReturns(db: Db, names: readonly NamedDocument[]): Promise<Map<string, ReturnCase>> {
  if (names.length === 0) return new Map()
  const heads = await headsOf<Selectable<tables.ReturnCaseTable>>(db, 'return_case', names)
  if (heads.length === 0) return new Map()
  const ids = heads.map((head) => head.id)
  const rows = await sql<Selectable<tables.ReturnLineTable>>`
    /* prepared */ select * from return_line where return_id = any(${texts(ids)}::text[]) order by return_id, line
  `.execute(db)
  const lines = groupBy(rows.rows.map(returnLineOf), (line) => line.returnId)
  return new Map(heads.map((head) => [head.id, returnCaseOf(head, lines.get(head.id) ?? [])]))
}

/**
 * Documents that are read of one reference, at most: the open ones first, the oldest before the others, then the newest, as these are who is meant by it
 * (`oldestOpen` in state.ts). They are looked for among so many of the newest. References are free text of clients: one that says "web" of all its orders means
 * none of them by it, and is not to have its whole history read and its buckets locked.
 */
export const REFERENCED_MAX = 100
const REFERENCED_LOOKED_AT = 1_000

/** Whether something of the document `d` is still to come. */
const IS_OPEN = {
  // Status 3 is the last one of a line of which something is open.
  reservation: 'exists (select from reservation_line l where l.reservation_id = d.id and l.status <= 3)',
  shipment: `d.closed_at is null and exists (
    select from shipment_line l
    where l.shipment_id = d.id and greatest(case when d.canceled_at is null then l.quantity else 0 end, l.dispatched) > l.received
  )`,
  return_case: `exists (
    select from return_line l
    where l.return_id = d.id
      and l.authorized + l.in_transit + l.received + l.inspected + l.quarantined + l.restock_approved > 0
  )`,
}

/** Heads by id within their bucket, and by reference through its index; each once. */
async function headsOf<Row extends { id: string }>(
  db: Db,
  table: 'reservation' | 'shipment' | 'return_case',
  names: readonly NamedDocument[],
): Promise<Row[]> {
  const ids = idsIn(names)
  const references = referencesIn(names)
  const from = sql.table(table)
  const byId =
    ids.length === 0
      ? []
      : (
          await sql<Row>`
            /* prepared */ select d.* from unnest(${integers(ids.map(bucketOf))}::smallint[], ${texts(ids)}::text[]) as w (bucket, id)
            join ${from} d on d.bucket = w.bucket and d.id = w.id
          `.execute(db)
        ).rows
  const byReference =
    references.length === 0
      ? []
      : (
          await sql<Row>`
            /* prepared */ select found.* from unnest(${texts(references)}::text[]) as w (reference)
            cross join lateral (
              select newest.* from (
                select d.*, ${sql.raw(IS_OPEN[table])} as is_open from ${from} d
                where d.reference = w.reference
                order by d.recorded_at desc
                limit ${REFERENCED_LOOKED_AT}
              ) newest
              order by newest.is_open desc, case when newest.is_open then newest.recorded_at end, newest.recorded_at desc
              limit ${REFERENCED_MAX}
            ) found
          `.execute(db)
        ).rows
  return [...new Map([...byId, ...byReference].map((row) => [row.id, row])).values()]
}

export function knownDocuments(documents: Documents, policies: Policies): KnownDocuments {
  const pick = <D>(kind: string, all: ReadonlyMap<string, D>, { id, reference }: NamedDocument): D[] => {
    const ids = [
      ...(id === undefined ? [] : [id]),
      ...(reference === undefined ? [] : (documents.references.get(`${kind}s ${reference}`) ?? [])),
    ]
    return ids.flatMap((it) => {
      const document = all.get(it)
      return document === undefined ? [] : [document]
    })
  }
  return {
    reservations: (name) => pick('reservation', documents.reservations, name),
    shipments: (name) => pick('shipment', documents.shipments, name),
    returns: (name) => pick('return', documents.returns, name),
    channel: (id) => policies.channels.get(id),
  }
}

/** Lines whose time is over that one batch ends at most: writing so many takes a fraction of a second. */
export const DUE_LINES_MAX = 4_000

/**
 * Lines of each channel that are read of those who wait at a position, at most: the first of them, which is enough where nothing becomes free, or as much as a
 * decision mostly frees. Fewer where a batch is about many such positions.
 */
const WAITING_FIRST = 100
const WAITING_FIRST_IN_BATCH = 4_000

/** The same where that is not enough: what one batch fills of them, within some tenths of a second. The others are filled by the next batches. */
export const WAITING_IN_CROWD = 4_000

/** What need not be read, and what only becomes known by reading. */
export interface LoadOptions {
  /**
   * How much of what is due at the positions is read: all of it (default), or up to `DUE_LINES_MAX` lines; `oldest`: as many of the oldest in these buckets, which is enough to end them, and too little to decide anything.
   */
  readonly due?: 'all' | 'limited' | 'oldest'
  /** What this process remembers of the locked buckets. Absent: everything is read. */
  readonly warm?: { readonly memory: Warm; readonly locked: Locked }
  /** Facts are taken to be new; writing them tells when one is not. */
  readonly newFacts?: boolean
  /** Lines that are read of each channel in a crowd, at most; default `WAITING_IN_CROWD`. */
  readonly waitingMax?: number | undefined
}

/** Positions that are read along where a bucket is looked at for the first time: with 64 buckets, all of a shop with up to 32,000. */
const READ_ALONG = 512

/**
 * Reads all that these SKUs and positions need, at one moment and without a lock. Of buckets that are new to the writer it reads more than was asked for:
 * what is sold now will be sold again.
 */
export async function glimpse(
  db: Kysely<Schema>,
  needs: Needs,
  hasSeen: (bucket: number) => boolean,
): Promise<Glimpse> {
  return inSnapshot(db, async (tx) => {
    const { rows } = await sql<{ bucket: number; version: number; number: number; recorded_at: Date; epoch: string }>`
        /* prepared */ select h.bucket, h.version, h.number, h.recorded_at, hub.epoch::text as epoch
        from bucket_head h cross join hub
        where h.bucket = any(${integers([...new Set([...needs.skus].map(bucketOf))])}::smallint[])
      `.execute(tx)
    const unknown = rows.map(({ bucket }) => bucket).filter((bucket) => !hasSeen(bucket))
    if (unknown.length > 0) {
      const along = await sql<{ sku: string; location_id: string }>`
          /* prepared */ select p.sku, p.location_id
          from unnest(${integers(unknown)}::smallint[]) as b (bucket),
            lateral (select sku, location_id from position where bucket = b.bucket limit ${READ_ALONG}) as p
        `.execute(tx)
      for (const row of along.rows) needs.position(row.sku, row.location_id)
    }
    // Nothing is due at the beginning of time: the lines themselves are not asked for.
    const state = new LedgerState(new Date(0))
    await loadItems(tx, state, [...needs.skus])
    const positions = [...needs.positions.values()]
    if (positions.length > 0) {
      await loadPositions(tx, state, positions)
      await loadLatestCounts(tx, state, positions)
    }
    const buckets = rows.map(({ recorded_at, ...row }) => ({ ...row, recordedAt: recorded_at.getTime() }))
    const quiet = await loadEnds(
      tx,
      buckets.map(({ bucket }) => bucket),
    )
    return { state, epoch: rows[0]?.epoch ?? '', buckets, quiet }
  })
}

/** When the first open line of each bucket ends. */
async function loadEnds(tx: Db, buckets: readonly number[]): Promise<Map<number, number>> {
  if (buckets.length === 0) return new Map()
  const { rows } = await sql<{ bucket: number; first: Date | null }>`
    /* prepared */ select b.bucket, (
      select min(l.expires_at) from reservation_line l
      where l.bucket = b.bucket and (l.held > 0 or (l.backordered > 0 and l.confirmed_at is null))
    ) as first
    from unnest(${integers(buckets)}::smallint[]) as b (bucket)
  `.execute(tx)
  return new Map(rows.map(({ bucket, first }) => [bucket, first?.getTime() ?? Number.POSITIVE_INFINITY]))
}

/** Whether a batch looks at more than positions and facts. */
export function needsLock({ moments, supplies, buckets, policies }: Needs): boolean {
  return moments.size > 0 || supplies.size > 0 || buckets.size > 0 || policies
}

/**
 * Fills the state from memory alone. "unknown" where something would have to be read; undefined where time may have changed what is remembered, or where
 * stock that arrives would go to somebody who waits.
 */
export function fillFromMemory(
  state: LedgerState,
  needs: Needs,
  policies: Policies,
  memory: Warm,
  locked: Locked,
): 'filled' | 'unknown' | undefined {
  fillPolicies(state, policies)
  const missing = memory.fill(state, locked, needs)
  if (missing.skus.length > 0 || missing.positions.length > 0) return 'unknown'
  for (const { sku, balances } of state.positions.values()) {
    if (balances.backordered > 0) return undefined
    if (balances.held > 0 && !memory.isQuiet(bucketOf(sku), locked, state.now)) return undefined
  }
  for (const key of needs.facts.keys()) if (!state.factsByKey.has(key)) state.factsByKey.set(key, [])
  return 'filled'
}

function fillPolicies(state: LedgerState, { locations, channels, erpSystems, erpRoutes, authorities }: Policies): void {
  for (const [id, location] of locations) state.locations.set(id, location)
  for (const [id, channel] of channels) state.channels.set(id, channel)
  for (const [id, system] of erpSystems) state.erpSystems.set(id, system)
  for (const [key, route] of erpRoutes) state.erpRoutesByKey.set(key, route)
  for (const [key, authority] of authorities) state.authorities.set(key, authority)
}

export interface Loaded {
  /** Buckets whose open lines were looked through, with the moment at which the first of them ends. */
  readonly quiet: ReadonlyMap<number, number>
  /** More is due than was to be read: what was read may be ended, and nothing may be decided on it. */
  readonly dueIsLeft: boolean
}

/** Fills the state with what the batch needs. The buckets of all its SKUs are locked: nothing of it can change any more. */
export async function load(
  tx: Db,
  state: LedgerState,
  needs: Needs,
  documents: Documents,
  policies: Policies,
  options: LoadOptions = {},
): Promise<Loaded> {
  const { warm, newFacts = false } = options
  fillPolicies(state, policies)
  fillDocuments(state, documents)
  const missing = warm?.memory.fill(state, warm.locked, needs) ?? {
    skus: [...needs.skus],
    positions: [...needs.positions.values()],
  }
  await loadItems(tx, state, missing.skus)
  if (missing.positions.length > 0) {
    await loadPositions(tx, state, missing.positions)
    await loadLatestCounts(tx, state, missing.positions)
  }
  const isQuiet = (bucket: number) => warm?.memory.isQuiet(bucket, warm.locked, state.now) ?? false
  for (const key of needs.crowds.keys()) state.crowds.add(key)
  let open = await loadOpenLines(tx, state, isQuiet, options)
  for (let more = state.missingPositions(); more.length > 0; more = state.missingPositions()) {
    await loadPositions(tx, state, more)
    await loadLatestCounts(tx, state, more)
    open = await loadOpenLines(tx, state, isQuiet, options)
  }
  await loadSupply(tx, state, needs.supplies)
  await loadWaitingUnits(
    tx,
    state,
    [...state.positions.values()].filter((place) => needs.sums.has(place.sku) && !state.waiting.knowsUnits(place)),
  )
  await loadFacts(tx, state, needs.facts, newFacts)
  await loadMovements(tx, state, [...needs.moments.values()])
  const bookings = needs.bookings.flatMap(({ command, source, since }) => {
    const system = state.erpOf(source)
    return system === undefined ? [] : [bookingOf(command, system.id, source, since > state.now ? state.now : since)]
  })
  for (const [key, unheard] of await readUnheard(tx, bookings)) state.unheardByKey.set(key, unheard)
  return open
}

function fillDocuments(state: LedgerState, documents: Documents): void {
  for (const asked of documents.asked) state.asked.add(asked)
  for (const [reference, ids] of documents.references) state.references.set(reference, [...ids])
  for (const [id, { lines, ...head }] of documents.reservations) {
    state.heads.set(id, head)
    for (const line of lines) state.putStoredLine(line)
  }
  for (const [id, shipment] of documents.shipments) state.shipments.set(id, shipment)
  for (const [id, returned] of documents.returns) state.returns.set(id, returned)
}

async function loadItems(tx: Db, state: LedgerState, skus: readonly string[]): Promise<void> {
  if (skus.length === 0) return
  for (const sku of skus) state.items.set(sku, undefined)
  const { rows } = await sql<Selectable<tables.ItemTable>>`
    /* prepared */ select i.* from unnest(${integers(skus.map(bucketOf))}::smallint[], ${texts(skus)}::text[]) as w (bucket, sku)
    join item i on i.bucket = w.bucket and i.sku = w.sku
  `.execute(tx)
  for (const row of rows) state.items.set(row.sku, itemOf(row))
}

async function loadPositions(
  tx: Db,
  state: LedgerState,
  positions: readonly { sku: string; locationId: string }[],
): Promise<void> {
  const buckets = positions.map((position) => bucketOf(position.sku))
  const skus = positions.map((position) => position.sku)
  const locations = positions.map((position) => position.locationId)
  const { rows } = await sql<Selectable<tables.PositionTable> & { safety_stock: number; fences: FenceRow[] | null }>`
    /* prepared */ select w.bucket, w.sku, w.location_id, p.id,
           coalesce(p.sellable, 0) as sellable, coalesce(p.quality_hold, 0) as quality_hold,
           coalesce(p.damaged, 0) as damaged, coalesce(p.blocked, 0) as blocked,
           coalesce(p.held, 0) as held, coalesce(p.committed, 0) as committed,
           coalesce(p.backordered, 0) as backordered, coalesce(p.fenced, 0) as fenced,
           coalesce(p.on_order, 0) as on_order, coalesce(p.in_transit, 0) as in_transit, coalesce(p.last_hold, 0) as last_hold,
           coalesce(s.safety_stock, 0) as safety_stock,
           -- Where there is a fence there is a policy: of most positions nothing more is read.
           case when s.bucket is not null then (
             select json_agg(json_build_array(f.channel_id, f.quantity, f.used, f.until) order by f.place) from fence f
             where f.bucket = s.bucket and f.sku = s.sku and f.location_id = s.location_id
           ) end as fences
    from unnest(${integers(buckets)}::smallint[], ${texts(skus)}::text[], ${texts(locations)}::text[]) as w (bucket, sku, location_id)
    left join position p on p.bucket = w.bucket and p.sku = w.sku and p.location_id = w.location_id
    left join stock_policy s on s.bucket = w.bucket and s.sku = w.sku and s.location_id = w.location_id
  `.execute(tx)
  for (const row of rows) {
    const key = positionKey(row.sku, row.location_id)
    const { sku, location_id: locationId, last_hold: lastHold, id } = row
    state.positions.set(key, { sku, locationId, balances: balancesOf(row), lastHold, id })
    if (row.safety_stock !== 0) state.safetyStocks.set(key, row.safety_stock)
    if (row.fences !== null) state.fencesByPosition.set(key, row.fences.map(fenceOf))
  }
}

/**
 * Lines that the clock or arriving stock may change without being named: those that are due, and those that wait for stock. Buckets where nothing ends
 * yet are passed over.
 */
async function loadOpenLines(
  tx: Db,
  state: LedgerState,
  isQuiet: (bucket: number) => boolean,
  { due = 'all', waitingMax = WAITING_IN_CROWD }: LoadOptions,
): Promise<Loaded> {
  const quiet = new Map<number, number>()
  const holding = [...state.positions.values()].filter(({ balances }) => balances.held > 0 || balances.backordered > 0)
  let dueIsLeft = false
  if (holding.length === 0) return { quiet, dueIsLeft }
  const ending = holding.filter(({ sku }) => !isQuiet(bucketOf(sku)))
  if (ending.length > 0) {
    const buckets = [...new Set(ending.map(({ sku }) => bucketOf(sku)))]
    const found =
      due === 'oldest'
        ? await readOldest(tx, buckets, state.now, Math.ceil(DUE_LINES_MAX / buckets.length))
        : await readDue(tx, ending, state.now, due === 'all' ? null : DUE_LINES_MAX + 1)
    dueIsLeft = due === 'oldest' || (due === 'limited' && found.length > DUE_LINES_MAX)
    for (const row of dueIsLeft ? found.slice(0, DUE_LINES_MAX) : found) {
      if (state.positions.has(positionKey(row.sku, row.location_id))) state.putStoredLine(reservationLineOf(row))
    }
    for (const [bucket, end] of await loadEnds(tx, buckets)) quiet.set(bucket, end)
  }

  await loadWaiting(
    tx,
    state,
    holding.filter(({ balances }) => balances.backordered > 0),
    waitingMax,
  )
  return { quiet, dueIsLeft }
}

/** Of who waits at these positions the first of each channel, in the order in which they are filled, and where there are more. */
async function loadWaiting(tx: Db, state: LedgerState, places: readonly Place[], inCrowd: number): Promise<void> {
  if (places.length === 0) return
  const first = Math.ceil(Math.min(WAITING_FIRST, inCrowd, WAITING_FIRST_IN_BATCH / places.length))
  const mostAt = ({ sku, locationId }: Place) => (state.crowds.has(positionKey(sku, locationId)) ? inCrowd : first)
  const { rows } = await sql<LineRow>`
    /* prepared */ select l.*
    from unnest(
      ${integers(places.map(({ sku }) => bucketOf(sku)))}::smallint[],
      ${texts(places.map(({ sku }) => sku))}::text[],
      ${texts(places.map(({ locationId }) => locationId))}::text[],
      ${integers(places.map(mostAt))}::int[]
    ) as w (bucket, sku, location_id, most)
    cross join channel c
    cross join lateral (
      select l.* from reservation_line l
      where l.bucket = w.bucket and l.sku = w.sku and l.location_id = w.location_id and l.channel_id = c.id and l.backordered > 0
      order by l.promised_by, l.placed_at, l.reservation_id collate "C", l.line
      -- One more, which tells that there are more.
      limit w.most + 1
    ) l
  `.execute(tx)
  const lines = rows.map(reservationLineOf)
  for (const line of lines) state.putStoredLine(line)
  for (const ofQueue of groupBy(lines, (line) => accountKey(line.sku, line.locationId, line.channelId)).values()) {
    const last = ofQueue.at(-1)
    if (last !== undefined && ofQueue.length > mostAt(last)) state.waiting.noteReadTo(last)
  }
}

type LineRow = Selectable<tables.ReservationLineTable>

async function readDue(tx: Db, places: readonly Place[], now: Date, most: number | null): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    /* prepared */ with moment as (select ${now}::timestamptz as now),
    place as (select * from ${unnested(places)} as w (bucket, sku, location_id)),
    wanted as (select distinct bucket, sku from place)
    select * from (${sql.raw(dueLines('wanted', '(select now from moment)'))}) as l
    where (l.bucket, l.sku, l.location_id) in (select * from place)
    limit ${most}
  `.execute(tx)
  return rows
}

async function readOldest(tx: Db, buckets: readonly number[], now: Date, mostOfEach: number): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    /* prepared */ with asked as (
      select ${integers(buckets)}::smallint[] as buckets, ${now}::timestamptz as now, ${mostOfEach}::int as most
    )
    ${sql.raw(oldestDueLines('(select buckets from asked)', '(select now from asked)', '(select most from asked)'))}
  `.execute(tx)
  return rows
}

/** Positions as rows of bucket, SKU and location. */
function unnested(positions: readonly Place[]): RawBuilder<unknown> {
  return sql`unnest(
    ${integers(positions.map(({ sku }) => bucketOf(sku)))}::smallint[],
    ${texts(positions.map(({ sku }) => sku))}::text[],
    ${texts(positions.map(({ locationId }) => locationId))}::text[]
  )`
}

/** What is still to come, where a command asks for it or where something was promised of it: elsewhere nothing is read. */
async function loadSupply(tx: Db, state: LedgerState, asked: Needs['supplies']): Promise<void> {
  const wanted = new Map(asked)
  for (const { sku, locationId } of state.promisedPositions()) {
    wanted.set(positionKey(sku, locationId), { sku, locationId })
  }
  if (wanted.size === 0) return
  const positions = [...wanted.values()]
  for (const key of wanted.keys()) state.supplies.set(key, [])
  const { rows } = await sql<Selectable<tables.ShipmentLineTable>>`
    /* prepared */ select l.*
    from ${unnested(positions)} as w (bucket, sku, location_id)
    join shipment_line l on l.bucket = w.bucket and l.sku = w.sku and l.destination_id = w.location_id
    where l.on_order > 0 or l.in_transit > 0
  `.execute(tx)
  for (const [key, lines] of groupBy(rows, (row) => positionKey(row.sku, row.destination_id))) {
    state.supplies.set(key, lines.map(expectedSupplyOf))
  }
  await loadWaitingUnits(
    tx,
    state,
    positions.filter((place) => !state.waiting.knowsUnits(place)),
  )
}

/** What waits in sum at positions where not all lines were read. */
async function loadWaitingUnits(tx: Db, state: LedgerState, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return
  const { rows } = await sql<{
    sku: string
    location_id: string
    channel_id: string
    promised_by: Date | null
    quantity: number
  }>`
    /* prepared */ select l.sku, l.location_id, l.channel_id, l.promised_by, sum(l.backordered)::bigint as quantity
    from ${unnested(places)} as w (bucket, sku, location_id)
    join reservation_line l on l.bucket = w.bucket and l.sku = w.sku and l.location_id = w.location_id
    where l.backordered > 0
    group by l.sku, l.location_id, l.channel_id, l.promised_by
  `.execute(tx)
  const units = groupBy(rows, (row) => positionKey(row.sku, row.location_id))
  for (const place of places) {
    const waiting = units.get(positionKey(place.sku, place.locationId)) ?? []
    state.waiting.setUnits(
      place,
      waiting.map(({ channel_id, promised_by, quantity }) => ({ channelId: channel_id, by: promised_by, quantity })),
    )
  }
}

async function loadLatestCounts(
  tx: Db,
  state: LedgerState,
  positions: readonly { sku: string; locationId: string }[],
): Promise<void> {
  const { rows } = await sql<
    Pick<Selectable<tables.StockCountTable>, 'sku' | 'location_id' | 'account' | 'occurred_at' | 'together'>
  >`
    /* prepared */ select w.sku, w.location_id, c.account, c.occurred_at, c.together
    from ${unnested(positions)} as w (bucket, sku, location_id)
    cross join unnest(${texts(STOCK_ACCOUNTS)}::text[]) as a (account)
    -- Counts are kept for ever, so that all of a position may be thousands: of each account the first that its index finds.
    cross join lateral (
      select c.* from stock_count c
      where c.bucket = w.bucket and c.sku = w.sku and c.location_id = w.location_id and c.account = a.account
      order by c.occurred_at desc
      limit 1
    ) c
  `.execute(tx)
  for (const { sku, location_id, account, occurred_at: at, together } of rows) {
    const counted = together === null ? [account] : accountsIn(together)
    state.latestCounts.set(accountKey(sku, location_id, account), { at, together: counted })
  }
}

/** Those that are not remembered are read, or taken to be new. */
async function loadFacts(tx: Db, state: LedgerState, needed: Needs['facts'], allNew: boolean): Promise<void> {
  const facts: { sku: string; locationId: string; reference: string }[] = []
  for (const [key, fact] of needed) {
    if (state.factsByKey.has(key) && allNew) continue
    state.factsByKey.set(key, [])
    facts.push(fact)
  }
  if (facts.length === 0 || allNew) return
  const { rows } = await sql<Selectable<tables.FactTable>>`
    /* prepared */ select f.*
    from unnest(
      ${integers(facts.map(({ sku }) => bucketOf(sku)))}::smallint[],
      ${texts(facts.map(({ sku }) => sku))}::text[],
      ${texts(facts.map(({ locationId }) => locationId))}::text[],
      ${texts(facts.map(({ reference }) => reference))}::text[]
    ) as w (bucket, sku, location_id, reference)
    join fact f on f.bucket = w.bucket and f.sku = w.sku and f.location_id = w.location_id and f.reference = w.reference
  `.execute(tx)
  for (const row of rows) {
    const key = factKey(row.sku, row.location_id, row.reference)
    state.putStoredFacts(key, factsOf(row))
  }
}

/** Net change of an account since a moment: what occurred later, or at that very moment and is not itself a count. */
async function loadMovements(
  tx: Db,
  state: LedgerState,
  moments: readonly { sku: string; locationId: string; account: string; since: Date }[],
): Promise<void> {
  if (moments.length === 0) return
  const since = moments.map((moment) => (moment.since.getTime() > state.now.getTime() ? state.now : moment.since))
  const { rows } = await sql<{ index: number; net: number }>`
    /* prepared */ select w.index::int as index,
           sum(case when j.to_account = w.account then j.quantity else 0 end
             - case when j.from_account = w.account then j.quantity else 0 end)::bigint as net
    from unnest(
      ${integers(moments.map(({ sku }) => bucketOf(sku)))}::smallint[],
      ${texts(moments.map(({ sku }) => sku))}::text[],
      ${texts(moments.map(({ locationId }) => locationId))}::text[],
      ${texts(moments.map(({ account }) => account))}::text[],
      ${texts(since.map((moment) => moment.toISOString()))}::timestamptz[]
    ) with ordinality as w (bucket, sku, location_id, account, since, index)
    -- Holds move no stock, and are not in this index.
    join journal j on j.bucket = w.bucket and j.sku = w.sku and j.location_id = w.location_id and j.occurred_at >= w.since and ${IS_NO_HOLD}
    where (j.from_account = w.account or j.to_account = w.account)
      and (j.occurred_at > w.since or j.kind not in ('count', 'countOffset'))
    group by w.index
  `.execute(tx)
  const net = new Map(rows.map((row) => [row.index, row.net]))
  moments.forEach(({ sku, locationId, account }, index) => {
    const moment = since[index] ?? state.now
    state.netByMoment.set(`${accountKey(sku, locationId, account)}\u0000${moment.getTime()}`, net.get(index + 1) ?? 0)
  })
}
