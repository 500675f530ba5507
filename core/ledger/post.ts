import { sql, type Transaction } from 'kysely'
import { integers, texts as textLiterals } from '../database/array-literal.ts'
import {
  type ArrayParameter,
  bigints,
  hexBytes,
  jsons,
  smallints,
  texts,
  timestamps,
} from '../database/array-parameter.ts'
import type { OtherReporter, Schema } from '../database/schema.ts'
import { rowsOf, runTogether, type Write } from '../database/statement.ts'
import { bitsOf } from '../erp/divergence.ts'
import type { FeedChange, FeedMessage } from '../feed/position.ts'
import type { BalanceAccount } from './accounts.ts'
import { bucketOf, bucketOfPair, POLICY_STREAM, STREAMS } from './bucket.ts'
import type { DocumentRef, EventIdentity, Submission, ToldParcel } from './commands.ts'
import type { Change, Posting, StockException } from './decision.ts'
import type { Fact, Position, ReservationLine, ReturnLine, Shipment, ShipmentLine } from './documents.ts'
import { lineIdOf, newId } from './ids.ts'
import { heldWrites, holdWrites, plainHolds } from './post-holds.ts'
import type { Applied, LedgerState } from './state.ts'

type Tx = Transaction<Schema>

/** What a batch did, command by command, in the order of the decisions. */
export interface Deed {
  /** Absent for what time alone did. */
  readonly submission: Submission | null
  readonly applied: Applied
}

export interface KeyRecord {
  readonly bucket: number
  readonly keyHash: string
  readonly requestHash: string
  /** What most keys stand for: a document that was posted. */
  readonly document: DocumentRef | null
  /** All other outcomes, as JSON. */
  readonly result: string | null
}

export interface EventRecord {
  readonly event: EventIdentity
  readonly status: 'ACCEPTED' | 'CONFIRMED' | 'PARKED' | 'REJECTED'
  readonly code: string | null
  readonly message: string | null
  readonly sku: string | null
  readonly locationId: string | null
  readonly occurredAt: Date
  /** Set when parked: what it waits for. */
  readonly awaits: string | null
  /** What of it was posted while it waits; null: nothing. */
  readonly told: readonly ToldParcel[] | null
  /** This event was recorded before, as parked or rejected, and is tried again. */
  readonly again: boolean
}

export interface NumberedPosting {
  readonly bucket: number
  readonly number: number
  readonly posting: Posting
  /** Of a hold: the number of the hold before it at its position, 0 where there is none. */
  readonly previous: number | null
  readonly submission: Submission | null
}

interface NumberedChange {
  readonly bucket: number
  readonly number: number
  readonly change: Change
  readonly submission: Submission | null
}

interface NumberedException {
  readonly bucket: number
  readonly number: number
  readonly seq: number
  readonly exception: StockException
}

/** Hands out feed numbers to everything that was done, under the locks of the buckets. */
export function number(deeds: readonly Deed[], heads: Map<number, number>, state: LedgerState) {
  const postings: NumberedPosting[] = []
  const changes: NumberedChange[] = []
  const exceptions: NumberedException[] = []
  const next = (bucket: number): number => {
    const last = heads.get(bucket)
    if (last === undefined) throw new Error(`Bucket ${bucket} is not locked`)
    heads.set(bucket, last + 1)
    return last + 1
  }
  for (const { submission, applied } of deeds) {
    for (const posting of applied.postings) {
      const bucket = bucketOf(posting.sku)
      const number = next(bucket)
      const previous = state.noteNumber(posting, bucket, number)
      postings.push({ bucket, number, posting, previous, submission })
    }
    for (const change of applied.changes) {
      const bucket = streamOf(change)
      changes.push({ bucket, number: next(bucket), change, submission })
    }
    for (const exception of applied.exceptions) {
      const bucket = bucketOf(exception.sku)
      const number = heads.get(bucket) ?? 0
      const last = exceptions.findLast((other) => other.bucket === bucket)
      const seq = last?.number === number ? last.seq + 1 : 0
      exceptions.push({ bucket, number, seq, exception })
    }
  }
  return { postings, changes, exceptions }
}

function streamOf({ subject, sku }: Change): number {
  const policy = subject === 'channel' || subject === 'location' || subject === 'stockPolicy'
  return policy || sku === null ? POLICY_STREAM : bucketOf(sku)
}

/** The messages for the bus: one for each stream that moved. */
export function messagesOf(epoch: string, numbered: ReturnType<typeof number>, now: Date): FeedMessage[] {
  const recordedAt = now.getTime()
  const streams = new Map<number, (FeedChange & { number: number })[]>()
  const add = (stream: number, change: FeedChange) => {
    const changes = streams.get(stream)
    if (changes === undefined) streams.set(stream, [change])
    else changes.push(change)
  }
  for (const { bucket, number, posting } of numbered.postings) {
    const subjectId = posting.document?.id ?? null
    add(bucket, { number, subject: 'journal', subjectId, sku: posting.sku, locationId: posting.locationId })
  }
  for (const { bucket, number, change } of numbered.changes) {
    const { subject, subjectId, sku, locationId } = change
    add(bucket, { number, subject, subjectId, sku, locationId })
  }
  return [...streams].map(([stream, changes]) => {
    changes.sort((a, b) => a.number - b.number)
    return { epoch, stream, from: changes[0]?.number ?? 0, to: changes.at(-1)?.number ?? 0, recordedAt, changes }
  })
}

/** What a batch did, numbered and ready to be written. */
export interface Outcomes {
  readonly state: LedgerState
  readonly numbered: ReturnType<typeof number>
  readonly heads: ReadonlyMap<number, number>
  readonly keys: readonly KeyRecord[]
  readonly events: readonly EventRecord[]
  /** Buckets about whose SKUs anything was written, told in the feed or not, and the version that they get by it. */
  readonly written: ReadonlySet<number>
  readonly version: number
}

/** Writes everything that a batch did: what is rare in statements of its own, all the rest in one. */
export async function post(tx: Tx, outcomes: Outcomes): Promise<void> {
  const { state, events } = outcomes
  await writeLocations(tx, state)
  await writeChannels(tx, state)
  await writeErpSystems(tx, state)
  await writeErpRoutes(tx, state)
  await writeAuthorities(tx, state)
  await writeItems(tx, state)
  await writeLowStock(tx, state)
  await writePolicies(tx, state)
  await writeShipments(tx, state)
  await writeReturns(tx, state)
  await writeCounts(tx, state)
  await runTogether(tx, plainWrites(outcomes))
  // After the events themselves: what stands beside one that is known already must not be what tells of it.
  await settleEvents(tx, events, state.now)
}

/** Whether the plain writes are all that there is to write. */
export function isPlain({ state, events }: Outcomes): boolean {
  const rare =
    state.dirtyLocations.size +
    state.dirtyChannels.size +
    state.dirtyErpSystems.size +
    state.dirtyErpRoutes.size +
    state.dirtyAuthorities.size +
    state.dirtyItems.size +
    state.lowStock.size +
    state.dirtyPolicies.size +
    state.dirtyShipments.size +
    state.dirtyReturns.size +
    state.newCounts.size
  return rare === 0 && events.every(({ status, again }) => !again && (status === 'ACCEPTED' || status === 'CONFIRMED'))
}

/** What may be known already goes first: when it is, nothing else has been written in vain. */
export function plainWrites({ state, numbered, heads, keys, events, written, version }: Outcomes): Write[] {
  const { now } = state
  const holds = plainHolds(state, numbered.postings)
  const areAll = holds.length === numbered.postings.length
  const plain = new Set(areAll ? [] : holds.map(({ posting }) => posting))
  const others = areAll ? [] : numbered.postings.filter((posting) => !plain.has(posting))
  const named = areAll ? NONE_NAMED : holdsByLine(state, others)
  return [
    ...factWrites(state),
    ...keyWrites(keys, now),
    ...eventWrites(events, now),
    ...fenceWrites(state),
    ...reservationWrites(state, new Set(holds.map(({ line }) => line)), named),
    ...holdWrites(holds, now),
    ...journalWrites(others, named, now),
    ...changeWrites(numbered.changes, now),
    ...exceptionWrites(numbered.exceptions, now),
    ...positionWrites(state, areAll),
    ...headWrites(written, heads, version, now),
  ]
}

function keyWrites(keys: readonly KeyRecord[], now: Date): Write[] {
  if (keys.length === 0) return []
  // In one order everywhere, so that two processes that race for the same keys wait instead of deadlocking.
  const sorted = [...keys].sort((a, b) => a.bucket - b.bucket || compare(a.keyHash, b.keyHash))
  const values = [
    smallints(sorted, (key) => key.bucket),
    hexBytes(sorted, (key) => key.keyHash),
    hexBytes(sorted, (key) => key.requestHash),
    texts(sorted, (key) => key.document?.kind ?? null),
    texts(sorted, (key) => key.document?.id ?? null),
    jsons(sorted, (key) => key.result),
    now,
  ]
  return [{ text: INSERT_KEYS, values }]
}

const INSERT_KEYS = `insert into idempotency_key (bucket, key_hash, request_hash, document, document_id, result, recorded_at)
  select bucket, key_hash, request_hash, document, document_id, result::jsonb, $7::timestamptz
  from ${rowsOf(`bucket smallint, key_hash bytea, request_hash bytea, document text, document_id text, result json`)}
  where {guard}`

const INSERT_EVENTS = `insert into event (bucket, source, id, type, content_hash, status, code, message, sku, location_id, occurred_at, recorded_at, content, told)
  select bucket, source, id, type, content_hash, status, code, message, sku, location_id, occurred_at, $14::timestamptz, content, told
  from ${rowsOf(`bucket smallint, source text, id text, type text, content_hash bytea, status text, code text, message text, sku text,
      location_id text, occurred_at timestamptz, content json, told json`)}
  where {guard}`

const eventBucket = ({ event }: EventRecord) => bucketOfPair(event.source, event.id)

function eventWrites(events: readonly EventRecord[], now: Date): Write[] {
  const fresh = events
    .filter((record) => !record.again)
    .sort((a, b) => compare(a.event.source, b.event.source) || compare(a.event.id, b.event.id))
  if (fresh.length === 0) return []
  const values = [
    smallints(fresh, eventBucket),
    texts(fresh, ({ event }) => event.source),
    texts(fresh, ({ event }) => event.id),
    texts(fresh, ({ event }) => event.type),
    hexBytes(fresh, ({ event }) => event.contentHash.toString('hex')),
    texts(fresh, (it) => it.status),
    texts(fresh, (it) => it.code),
    texts(fresh, (it) => it.message),
    texts(fresh, (it) => it.sku),
    texts(fresh, (it) => it.locationId),
    timestamps(fresh, (it) => it.occurredAt),
    jsons(fresh, ({ event }) => event.content),
    jsons(fresh, ({ told }) => (told === null ? null : JSON.stringify(told))),
    now,
  ]
  return [{ text: INSERT_EVENTS, values }]
}

/** What hangs on events: those tried again, those that wait, and those that are refused. */
async function settleEvents(tx: Tx, events: readonly EventRecord[], now: Date): Promise<void> {
  for (const record of events) if (record.again) await settleAgain(tx, record, eventBucket(record), now)

  const parked = events.filter(({ status, event }) => status === 'PARKED' && event.retryOf !== 'parked')
  if (parked.length > 0) {
    await tx
      .insertInto('parked_event')
      .values(
        parked.map((record) => ({
          bucket: eventBucket(record),
          source: record.event.source,
          id: record.event.id,
          awaits: record.awaits ?? '',
          until: new Date(now.getTime() + (record.event.parkSeconds ?? DEFAULT_PARK_SECONDS) * 1000),
          occurred_at: record.occurredAt,
          recorded_at: now,
        })),
      )
      .execute()
  }
  const rejected = events.filter((record) => record.status === 'REJECTED' && record.event.retryOf !== 'deadLetter')
  if (rejected.length > 0) {
    await tx
      .insertInto('dead_letter')
      .values(
        rejected.map(({ event, code, message, occurredAt }) => {
          const id = newId('dl', now.getTime())
          return {
            bucket: bucketOf(id),
            id,
            source: event.source,
            event_id: event.id,
            type: event.type,
            code: code ?? 'INVALID_EVENT',
            message: message ?? '',
            content: event.content,
            occurred_at: occurredAt,
            recorded_at: now,
          }
        }),
      )
      .execute()
  }
}

/** Steps without stock wait a day for their predecessor, unless configured otherwise. */
export const DEFAULT_PARK_SECONDS = 86_400

/** An event that lay parked or dead was tried again: its first record is brought up to date. */
async function settleAgain(tx: Tx, record: EventRecord, bucket: number, now: Date): Promise<void> {
  const { event, status, code, message } = record
  if (status === 'PARKED' && event.retryOf === 'parked') return
  await tx
    .updateTable('event')
    .set({
      status,
      code,
      message,
      sku: record.sku,
      location_id: record.locationId,
      content: event.content,
      content_hash: event.contentHash,
      told: record.told === null ? null : JSON.stringify(record.told),
    })
    .where('bucket', '=', bucket)
    .where('source', '=', event.source)
    .where('id', '=', event.id)
    .execute()
  await tx
    .deleteFrom('parked_event')
    .where('bucket', '=', bucket)
    .where('source', '=', event.source)
    .where('id', '=', event.id)
    .execute()
  if (event.retryOf !== 'deadLetter') return
  await tx
    .updateTable('dead_letter')
    .set(
      status === 'REJECTED'
        ? (row) => ({
            attempts: row('attempts', '+', 1),
            code: code ?? 'INVALID_EVENT',
            message: message ?? '',
            content: event.content,
          })
        : { status: 'REPLAYED', settled_at: now },
    )
    .where('source', '=', event.source)
    .where('event_id', '=', event.id)
    .where('status', '=', 'OPEN')
    .execute()
}

async function writeItems(tx: Tx, state: LedgerState): Promise<void> {
  const items = [...state.dirtyItems].map((sku) => state.item(sku)).filter((item) => item !== undefined)
  if (items.length === 0) return
  await sql`
    /* prepared */ insert into item (bucket, sku, title, unit, units, created_at, updated_at)
    select bucket, sku, title, unit, units::jsonb, ${state.now}, ${state.now}
    from unnest(
      ${integers(items.map((item) => bucketOf(item.sku)))}::smallint[], ${textLiterals(items.map((item) => item.sku))}::text[],
      ${textLiterals(items.map((item) => item.title))}::text[], ${textLiterals(items.map((item) => item.unit))}::text[],
      ${textLiterals(items.map((item) => JSON.stringify(item.units)))}::text[]
    ) as w (bucket, sku, title, unit, units)
    on conflict (bucket, sku) do update set title = excluded.title, units = excluded.units, updated_at = excluded.updated_at
  `.execute(tx)
}

async function writeLowStock(tx: Tx, state: LedgerState): Promise<void> {
  const notes = [...state.lowStock.values()]
  const low = notes.filter((note) => note.low)
  const gone = notes.filter((note) => !note.low)
  if (low.length > 0) {
    const rows = low.map(({ sku, channelId }) => ({
      bucket: bucketOf(sku),
      sku,
      channel_id: channelId,
      recorded_at: state.now,
    }))
    await tx
      .insertInto('low_stock')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  if (gone.length > 0) {
    await sql`
      delete from low_stock l
      using unnest(
        ${integers(gone.map(({ sku }) => bucketOf(sku)))}::smallint[], ${textLiterals(gone.map(({ sku }) => sku))}::text[],
        ${textLiterals(gone.map(({ channelId }) => channelId))}::text[]
      ) as w (bucket, sku, channel_id)
      where l.bucket = w.bucket and l.sku = w.sku and l.channel_id = w.channel_id
    `.execute(tx)
  }
}

async function writeLocations(tx: Tx, state: LedgerState): Promise<void> {
  // Few, and a parent has to be there before its children: the order of the decision is kept.
  for (const id of state.dirtyLocations) {
    const location = state.location(id)
    if (location === undefined) continue
    const row = {
      name: location.name,
      kind: location.kind,
      parent_id: location.parentId,
      time_zone: location.timeZone,
      latitude: location.latitude,
      longitude: location.longitude,
      closed: location.closed,
      updated_at: state.now,
    }
    await tx
      .insertInto('location')
      .values({ id, ...row, created_at: state.now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  }
}

async function writeChannels(tx: Tx, state: LedgerState): Promise<void> {
  for (const id of state.dirtyChannels) {
    const channel = state.channel(id)
    if (channel === undefined) continue
    const row = {
      name: channel.name,
      buffer: channel.buffer,
      cap: channel.cap,
      low_stock_threshold: channel.lowStockThreshold,
      low_stock_hysteresis: channel.lowStockHysteresis,
      bands: [...channel.bands],
      allow_backorder: channel.allowBackorder,
      updated_at: state.now,
    }
    await tx
      .insertInto('channel')
      .values({ id, ...row, created_at: state.now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
    await tx.deleteFrom('channel_location').where('channel_id', '=', id).execute()
    if (channel.locations.length === 0) continue
    const served = channel.locations.map(({ locationId, priority }) => ({
      channel_id: id,
      location_id: locationId,
      priority,
    }))
    await tx.insertInto('channel_location').values(served).execute()
  }
}

async function writeErpSystems(tx: Tx, state: LedgerState): Promise<void> {
  for (const id of state.dirtyErpSystems) {
    const system = state.erpSystem(id)
    if (system === undefined) continue
    const row = {
      name: system.name,
      kind: system.kind,
      settings: JSON.stringify(system.settings),
      heard_sources: [...system.heardSources],
      paused: system.paused,
      correct_up_to: system.correctUpTo,
      four_eyes: system.fourEyes,
      reconcile_minutes: system.reconcileMinutes,
      shadow_hours: system.shadowHours,
      updated_at: state.now,
    }
    await tx
      .insertInto('erp_system')
      .values({ id, ...row, created_at: state.now })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  }
}

async function writeErpRoutes(tx: Tx, state: LedgerState): Promise<void> {
  const routes = [...state.dirtyErpRoutes].flatMap((key) => state.erpRoutesByKey.get(key) ?? [])
  if (routes.length === 0) return
  await tx
    .insertInto('erp_route')
    .values(
      routes.map((route) => ({
        system_id: route.systemId,
        location_id: route.locationId ?? '',
        sku_prefix: route.skuPrefix,
        valid_from: route.validFrom,
        mode: route.mode,
        set_by: route.setBy,
        recorded_at: state.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['system_id', 'location_id', 'sku_prefix', 'valid_from']).doUpdateSet((row) => ({
        mode: row.ref('excluded.mode'),
        set_by: row.ref('excluded.set_by'),
        recorded_at: row.ref('excluded.recorded_at'),
      })),
    )
    .execute()
}

async function writeAuthorities(tx: Tx, state: LedgerState): Promise<void> {
  for (const [key, { kind, locationId }] of state.dirtyAuthorities) {
    const place = locationId ?? ''
    await tx.deleteFrom('authority').where('kind', '=', kind).where('location_id', '=', place).execute()
    const authority = state.authorities.get(key)
    if (authority === undefined) continue
    const { source, inParts, setBy, recordedAt } = authority
    const row = { kind, location_id: place, source, in_parts: inParts, set_by: setBy, recorded_at: recordedAt }
    await tx.insertInto('authority').values(row).execute()
  }
}

async function writePolicies(tx: Tx, state: LedgerState): Promise<void> {
  if (state.dirtyPolicies.size === 0) return
  const policies = [...state.dirtyPolicies].flatMap((key) => {
    const position = state.positions.get(key)
    return position === undefined ? [] : [position]
  })
  await sql`
    /* prepared */ insert into stock_policy (bucket, sku, location_id, safety_stock, updated_at)
    select bucket, sku, location_id, safety_stock, ${state.now}
    from unnest(
      ${integers(policies.map(({ sku }) => bucketOf(sku)))}::smallint[], ${textLiterals(policies.map(({ sku }) => sku))}::text[],
      ${textLiterals(policies.map(({ locationId }) => locationId))}::text[],
      ${integers(policies.map(({ sku, locationId }) => state.safetyStock(sku, locationId)))}::bigint[]
    ) as w (bucket, sku, location_id, safety_stock)
    on conflict (bucket, sku, location_id) do update set safety_stock = excluded.safety_stock, updated_at = excluded.updated_at
  `.execute(tx)
}

const DELETE_FENCES = `delete from fence f
  using ${rowsOf(`bucket smallint, sku text, location_id text, channel_id text`)}
  where f.bucket = w.bucket and f.sku = w.sku and f.location_id = w.location_id and f.channel_id = w.channel_id
    and {guard}`

const WRITE_FENCES = `insert into fence (bucket, sku, location_id, channel_id, place, quantity, used, until)
  select * from ${rowsOf(`bucket smallint, sku text, location_id text, channel_id text, place smallint, quantity bigint, used bigint,
      until timestamptz`)}
  where {guard}
  on conflict (bucket, sku, location_id, channel_id) do update
  set place = excluded.place, quantity = excluded.quantity, used = excluded.used, until = excluded.until`

function fenceWrites(state: LedgerState): Write[] {
  const writes: Write[] = []
  const named = (fences: readonly { sku: string; locationId: string; channelId: string }[]) => [
    smallints(fences, ({ sku }) => bucketOf(sku)),
    texts(fences, ({ sku }) => sku),
    texts(fences, ({ locationId }) => locationId),
    texts(fences, ({ channelId }) => channelId),
  ]
  const gone = [...state.goneFences.values()]
  if (gone.length > 0) writes.push({ text: DELETE_FENCES, values: named(gone) })
  const fences = [...state.dirtyFences].flatMap((key) => {
    const position = state.positions.get(key)
    if (position === undefined) return []
    const { sku, locationId } = position
    return state.fences(sku, locationId).map((fence, place) => ({ ...fence, sku, locationId, place }))
  })
  if (fences.length === 0) return writes
  const values = [
    ...named(fences),
    smallints(fences, ({ place }) => place),
    bigints(fences, ({ quantity }) => quantity),
    bigints(fences, ({ used }) => used),
    timestamps(fences, ({ until }) => until),
  ]
  return [...writes, { text: WRITE_FENCES, values }]
}

const INSERT_RESERVATIONS = `insert into reservation (bucket, id, channel_id, reference, client, occurred_at, recorded_at)
  select bucket, id, channel_id, reference, client, occurred_at, $7::timestamptz
  from ${rowsOf(`bucket smallint, id text, channel_id text, reference text, client text, occurred_at timestamptz`)}
  where {guard}`

const INSERT_RESERVATION_LINES = `insert into reservation_line (bucket, reservation_id, line, sku, location_id, channel_id, requested, held, committed,
                                backordered, fulfilled, released, expired, confirmed_at, expires_at, placed_at, version, fenced,
                                recorded_at, hold)
  select * from ${rowsOf(`bucket smallint, reservation_id text, line smallint, sku text, location_id text, channel_id text, requested bigint,
      held bigint, committed bigint, backordered bigint, fulfilled bigint, released bigint, expired bigint,
      confirmed_at timestamptz, expires_at timestamptz, placed_at timestamptz, version bigint, fenced bigint,
      recorded_at timestamptz, hold bigint`)}
  where {guard}`

const INSERT_DATED_LINES = `insert into reservation_line (bucket, reservation_id, line, sku, location_id, channel_id, requested, held, committed,
                                backordered, fulfilled, released, expired, confirmed_at, expires_at, placed_at, version, fenced,
                                recorded_at, hold, promised_by)
  select * from ${rowsOf(`bucket smallint, reservation_id text, line smallint, sku text, location_id text, channel_id text, requested bigint,
      held bigint, committed bigint, backordered bigint, fulfilled bigint, released bigint, expired bigint,
      confirmed_at timestamptz, expires_at timestamptz, placed_at timestamptz, version bigint, fenced bigint,
      recorded_at timestamptz, hold bigint, promised_by timestamptz`)}
  where {guard}`

/** Where also the place and the size of a line have changed, which is seldom. */
const RESHAPE_RESERVATION_LINES = `update reservation_line l
  set location_id = w.location_id, requested = w.requested, held = w.held, committed = w.committed, backordered = w.backordered,
      fulfilled = w.fulfilled, released = w.released, expired = w.expired, confirmed_at = w.confirmed_at, expires_at = w.expires_at,
      version = w.version, fenced = w.fenced
  from ${rowsOf(`bucket smallint, reservation_id text, line smallint, location_id text, requested bigint, held bigint,
      committed bigint, backordered bigint, fulfilled bigint, released bigint, expired bigint, confirmed_at timestamptz,
      expires_at timestamptz, version bigint, fenced bigint`)}
  where l.bucket = w.bucket and l.reservation_id = w.reservation_id and l.line = w.line and {guard}`

const NONE_NAMED: ReadonlyMap<string, number> = new Map()

/** Numbers of the entries that held new lines, by these: who finds them by their lines would find no others. */
function holdsByLine(state: LedgerState, postings: readonly NumberedPosting[]): ReadonlyMap<string, number> {
  const named = new Map<string, number>()
  for (const { number, previous, posting } of postings) {
    const { document, line } = posting
    if (previous === null || document === undefined || line === undefined || !isNewLine(state, document.id, line))
      continue
    named.set(lineIdOf(document.id, line), number)
  }
  return named
}

function isNewLine(state: LedgerState, reservationId: string, line: number): boolean {
  if (state.newReservations.has(reservationId)) return true
  return state.addedLines.size > 0 && state.addedLines.has(lineIdOf(reservationId, line))
}

/** `held`: lines that are written otherwise; `named`: the entries that held the others, as far as these name them. */
function reservationWrites(
  state: LedgerState,
  held: ReadonlySet<ReservationLine>,
  named: ReadonlyMap<string, number>,
): Write[] {
  const writes: Write[] = []
  const made = [...state.newReservations].flatMap((id) => state.heads.get(id) ?? [])
  if (made.length > 0) {
    const values = [
      smallints(made, (head) => bucketOf(head.id)),
      texts(made, (head) => head.id),
      texts(made, (head) => head.channelId),
      texts(made, (head) => head.reference),
      texts(made, (head) => head.client),
      timestamps(made, (head) => head.occurredAt),
      state.now,
    ]
    writes.push({ text: INSERT_RESERVATIONS, values })
  }

  const isNew = ({ reservationId, line }: ReservationLine) => isNewLine(state, reservationId, line)
  const isReshaped = ({ reservationId, line }: ReservationLine) =>
    state.reshapedLines.size > 0 && state.reshapedLines.has(lineIdOf(reservationId, line))
  const lines = [...state.dirtyLines].filter((line) => !held.has(line))
  const added = lines.filter(isNew)
  const addLines = (text: string, fresh: readonly ReservationLine[], more: readonly ArrayParameter[]) => {
    if (fresh.length === 0) return
    const values = [
      smallints(fresh, ({ sku }) => bucketOf(sku)),
      texts(fresh, (line) => line.reservationId),
      smallints(fresh, (line) => line.line),
      texts(fresh, (line) => line.sku),
      texts(fresh, (line) => line.locationId),
      texts(fresh, (line) => line.channelId),
      bigints(fresh, (line) => line.requested),
      bigints(fresh, (line) => line.held),
      bigints(fresh, (line) => line.committed),
      bigints(fresh, (line) => line.backordered),
      bigints(fresh, (line) => line.fulfilled),
      bigints(fresh, (line) => line.released),
      bigints(fresh, (line) => line.expired),
      timestamps(fresh, (line) => line.confirmedAt),
      timestamps(fresh, (line) => line.expiresAt),
      timestamps(fresh, (line) => line.placedAt),
      bigints(fresh, (line) => line.version),
      bigints(fresh, (line) => line.fenced),
      timestamps(fresh, (line) => state.heads.get(line.reservationId)?.recordedAt ?? state.now),
      bigints(fresh, (line) => named.get(lineIdOf(line.reservationId, line.line)) ?? null),
      ...more,
    ]
    writes.push({ text, values })
  }
  // Most are promised for no date, and need not carry a column of nothing.
  const dated = added.filter(({ promisedBy }) => promisedBy !== null)
  addLines(
    INSERT_RESERVATION_LINES,
    dated.length === 0 ? added : added.filter(({ promisedBy }) => promisedBy === null),
    [],
  )
  addLines(INSERT_DATED_LINES, dated, [timestamps(dated, ({ promisedBy }) => promisedBy)])

  const reshaped = lines.filter((line) => !isNew(line) && isReshaped(line))
  if (reshaped.length > 0) {
    const values = [
      smallints(reshaped, ({ sku }) => bucketOf(sku)),
      texts(reshaped, (line) => line.reservationId),
      smallints(reshaped, (line) => line.line),
      texts(reshaped, (line) => line.locationId),
      bigints(reshaped, (line) => line.requested),
      bigints(reshaped, (line) => line.held),
      bigints(reshaped, (line) => line.committed),
      bigints(reshaped, (line) => line.backordered),
      bigints(reshaped, (line) => line.fulfilled),
      bigints(reshaped, (line) => line.released),
      bigints(reshaped, (line) => line.expired),
      timestamps(reshaped, (line) => line.confirmedAt),
      timestamps(reshaped, (line) => line.expiresAt),
      bigints(reshaped, (line) => line.version),
      bigints(reshaped, (line) => line.fenced),
    ]
    writes.push({ text: RESHAPE_RESERVATION_LINES, values })
  }
  const changed = lines.filter((line) => !isNew(line) && !isReshaped(line))
  if (changed.length > 0) {
    const values = [
      smallints(changed, ({ sku }) => bucketOf(sku)),
      texts(changed, (line) => line.reservationId),
      smallints(changed, (line) => line.line),
      bigints(changed, (line) => line.held),
      bigints(changed, (line) => line.committed),
      bigints(changed, (line) => line.backordered),
      bigints(changed, (line) => line.fulfilled),
      bigints(changed, (line) => line.released),
      bigints(changed, (line) => line.expired),
      timestamps(changed, (line) => line.confirmedAt),
      timestamps(changed, (line) => line.expiresAt),
      bigints(changed, (line) => line.version),
      bigints(changed, (line) => line.fenced),
    ]
    writes.push({ text: UPDATE_RESERVATION_LINES, values })
  }
  return writes
}

const UPDATE_RESERVATION_LINES = `update reservation_line l
  set held = w.held, committed = w.committed, backordered = w.backordered, fulfilled = w.fulfilled, released = w.released,
      expired = w.expired, confirmed_at = w.confirmed_at, expires_at = w.expires_at, version = w.version, fenced = w.fenced
  from ${rowsOf(`bucket smallint, reservation_id text, line smallint, held bigint, committed bigint, backordered bigint,
      fulfilled bigint, released bigint, expired bigint, confirmed_at timestamptz, expires_at timestamptz, version bigint,
      fenced bigint`)}
  where l.bucket = w.bucket and l.reservation_id = w.reservation_id and l.line = w.line and {guard}`

async function writeShipments(tx: Tx, state: LedgerState): Promise<void> {
  for (const id of state.dirtyShipments) {
    const shipment = state.shipments.get(id)
    if (shipment === undefined) continue
    const row = {
      kind: shipment.kind,
      origin_id: shipment.originId,
      destination_id: shipment.destinationId,
      supplier: shipment.supplier,
      reference: shipment.reference,
      expected_at: shipment.expectedAt,
      ordered_at: shipment.orderedAt,
      dispatched_at: shipment.dispatchedAt,
      closed_at: shipment.closedAt,
      canceled_at: shipment.canceledAt,
      version: shipment.version,
    }
    await tx
      .insertInto('shipment')
      .values({
        bucket: bucketOf(id),
        id,
        ...row,
        client: shipment.client,
        occurred_at: shipment.occurredAt,
        recorded_at: shipment.recordedAt,
      })
      .onConflict((conflict) => conflict.columns(['bucket', 'id']).doUpdateSet(row))
      .execute()
    await tx
      .insertInto('shipment_line')
      .values(shipment.lines.map((line) => shipmentLineRow(shipment, line)))
      .onConflict((conflict) =>
        conflict.columns(['bucket', 'shipment_id', 'line']).doUpdateSet((row) => ({
          quantity: row.ref('excluded.quantity'),
          dispatched: row.ref('excluded.dispatched'),
          received: row.ref('excluded.received'),
          closed_short: row.ref('excluded.closed_short'),
          on_order: row.ref('excluded.on_order'),
          in_transit: row.ref('excluded.in_transit'),
          expected_at: row.ref('excluded.expected_at'),
          late_told: row.ref('excluded.late_told'),
          version: row.ref('excluded.version'),
        })),
      )
      .execute()
  }
}

function shipmentLineRow(shipment: Shipment, line: ShipmentLine) {
  return {
    bucket: bucketOf(line.sku),
    shipment_id: line.shipmentId,
    line: line.line,
    sku: line.sku,
    quantity: line.quantity,
    dispatched: line.dispatched,
    received: line.received,
    closed_short: line.closedShort,
    on_order: line.onOrder,
    in_transit: line.inTransit,
    version: line.version,
    destination_id: shipment.destinationId,
    expected_at: shipment.expectedAt,
    late_told: line.lateTold,
  }
}

async function writeReturns(tx: Tx, state: LedgerState): Promise<void> {
  const returns = [...state.dirtyReturns].flatMap((id) => state.returns.get(id) ?? [])
  if (returns.length === 0) return
  await sql`
    /* prepared */ insert into return_case (bucket, id, channel_id, reservation_id, location_id, reference, client, occurred_at, recorded_at, version)
    select * from unnest(
      ${integers(returns.map(({ id }) => bucketOf(id)))}::smallint[], ${textLiterals(returns.map(({ id }) => id))}::text[],
      ${textLiterals(returns.map((it) => it.channelId))}::text[], ${textLiterals(returns.map((it) => it.reservationId))}::text[],
      ${textLiterals(returns.map((it) => it.locationId))}::text[], ${textLiterals(returns.map((it) => it.reference))}::text[],
      ${textLiterals(returns.map((it) => it.client))}::text[], ${textLiterals(returns.map((it) => iso(it.occurredAt)))}::timestamptz[],
      ${textLiterals(returns.map((it) => iso(it.recordedAt)))}::timestamptz[], ${integers(returns.map((it) => it.version))}::int[]
    )
    on conflict (bucket, id) do update
    set channel_id = excluded.channel_id, location_id = excluded.location_id, version = excluded.version
  `.execute(tx)
  const lines = returns.flatMap((it) => it.lines)
  const column = (of: (line: ReturnLine) => number) => lines.map(of)
  await sql`
    /* prepared */ insert into return_line (bucket, return_id, line, sku, location_id, reason, quantity, authorized, in_transit, received, inspected,
                             quarantined, restock_approved, restocked, disposed, returned_to_vendor, missing, canceled, version)
    select * from unnest(
      ${integers(lines.map(({ sku }) => bucketOf(sku)))}::smallint[], ${textLiterals(lines.map((line) => line.returnId))}::text[],
      ${integers(column((line) => line.line))}::smallint[], ${textLiterals(lines.map((line) => line.sku))}::text[],
      ${textLiterals(lines.map((line) => line.locationId))}::text[], ${textLiterals(lines.map((line) => line.reason))}::text[],
      ${integers(column((line) => line.quantity))}::bigint[], ${integers(column((line) => line.authorized))}::bigint[],
      ${integers(column((line) => line.inTransit))}::bigint[], ${integers(column((line) => line.received))}::bigint[],
      ${integers(column((line) => line.inspected))}::bigint[], ${integers(column((line) => line.quarantined))}::bigint[],
      ${integers(column((line) => line.restockApproved))}::bigint[], ${integers(column((line) => line.restocked))}::bigint[],
      ${integers(column((line) => line.disposed))}::bigint[], ${integers(column((line) => line.returnedToVendor))}::bigint[],
      ${integers(column((line) => line.missing))}::bigint[], ${integers(column((line) => line.canceled))}::bigint[],
      ${integers(column((line) => line.version))}::int[]
    )
    on conflict (bucket, return_id, line) do update
    set location_id = excluded.location_id, reason = excluded.reason, quantity = excluded.quantity, authorized = excluded.authorized,
        in_transit = excluded.in_transit, received = excluded.received, inspected = excluded.inspected, quarantined = excluded.quarantined,
        restock_approved = excluded.restock_approved, restocked = excluded.restocked, disposed = excluded.disposed,
        returned_to_vendor = excluded.returned_to_vendor, missing = excluded.missing, canceled = excluded.canceled, version = excluded.version
  `.execute(tx)
}

/** `named`: entries that lines name, and which therefore stand in no index by document. */
function journalWrites(postings: readonly NumberedPosting[], named: ReadonlyMap<string, number>, now: Date): Write[] {
  if (postings.length === 0) return []
  const isNamed = ({ number, posting: { document, line } }: NumberedPosting) =>
    named.size > 0 && document !== undefined && line !== undefined && named.get(lineIdOf(document.id, line)) === number
  const values = [
    smallints(postings, (it) => it.bucket),
    bigints(postings, (it) => it.number),
    texts(postings, ({ posting }) => posting.sku),
    texts(postings, ({ posting }) => posting.locationId),
    texts(postings, ({ posting }) => posting.from),
    texts(postings, ({ posting }) => posting.to),
    bigints(postings, ({ posting }) => posting.quantity),
    texts(postings, ({ posting }) => posting.kind),
    timestamps(postings, ({ posting }) => posting.occurredAt),
    texts(postings, ({ posting }) => posting.document?.kind ?? null),
    texts(postings, ({ posting }) => posting.document?.id ?? null),
    smallints(postings, ({ posting }) => posting.line ?? null),
    texts(postings, ({ posting }) => posting.reference ?? null),
    texts(postings, ({ submission }) => submission?.event?.source ?? submission?.client ?? null),
    texts(postings, ({ submission }) => submission?.event?.id ?? null),
    texts(postings, ({ posting }) => posting.channelId ?? null),
    texts(postings, ({ posting }) => posting.reason ?? null),
    bigints(postings, ({ previous }) => previous),
    smallints(postings, (posting) => (isNamed(posting) ? 1 : 0)),
    now,
  ]
  return [{ text: INSERT_JOURNAL, values }]
}

const INSERT_JOURNAL = `insert into journal (bucket, number, sku, location_id, from_account, to_account, quantity, kind, occurred_at, recorded_at,
                       document, document_id, line, reference, source, event_id, channel_id, reason, previous,
                       named_by_line)
  select bucket, number, sku, location_id, from_account, to_account, quantity, kind, occurred_at, $20::timestamptz,
         document, document_id, line, reference, source, event_id, channel_id, reason, previous, named = 1
  from ${rowsOf(`bucket smallint, number bigint, sku text, location_id text, from_account text, to_account text, quantity bigint,
      kind text, occurred_at timestamptz, document text, document_id text, line smallint, reference text, source text,
      event_id text, channel_id text, reason text, previous bigint, named smallint`)}
  where {guard}`

function changeWrites(changes: readonly NumberedChange[], now: Date): Write[] {
  if (changes.length === 0) return []
  const values = [
    smallints(changes, (it) => it.bucket),
    bigints(changes, (it) => it.number),
    texts(changes, ({ change }) => change.subject),
    texts(changes, ({ change }) => change.subjectId),
    texts(changes, ({ change }) => change.sku),
    texts(changes, ({ change }) => change.locationId),
    texts(changes, ({ change }) => change.action),
    texts(changes, ({ submission }) => submission?.client ?? null),
    texts(changes, ({ change }) => change.reason ?? null),
    timestamps(changes, ({ submission }) => submission?.occurredAt ?? now),
    now,
  ]
  return [{ text: INSERT_CHANGES, values }]
}

const INSERT_CHANGES = `insert into change (bucket, number, subject, subject_id, sku, location_id, action, client, reason, occurred_at, recorded_at)
  select bucket, number, subject, subject_id, sku, location_id, action, client, reason, occurred_at, $11::timestamptz
  from ${rowsOf(`bucket smallint, number bigint, subject text, subject_id text, sku text, location_id text, action text, client text,
      reason text, occurred_at timestamptz`)}
  where {guard}`

function exceptionWrites(exceptions: readonly NumberedException[], now: Date): Write[] {
  if (exceptions.length === 0) return []
  const values = [
    smallints(exceptions, ({ bucket }) => bucket),
    bigints(exceptions, (it) => it.number),
    smallints(exceptions, ({ seq }) => seq),
    texts(exceptions, ({ exception }) => exception.kind),
    texts(exceptions, ({ exception }) => exception.sku),
    texts(exceptions, ({ exception }) => exception.locationId),
    bigints(exceptions, ({ exception }) => exception.quantity),
    texts(exceptions, ({ exception }) => exception.document?.kind ?? null),
    texts(exceptions, ({ exception }) => exception.document?.id ?? null),
    texts(exceptions, ({ exception }) => exception.message),
    now,
  ]
  return [{ text: INSERT_EXCEPTIONS, values }]
}

// What posts nothing in its bucket stands under the number of somebody else, who may have exceptions as well.
const INSERT_EXCEPTIONS = `insert into stock_exception (bucket, number, seq, kind, sku, location_id, quantity, document, document_id, message, recorded_at)
  select bucket, number,
         seq + coalesce((select max(e.seq) + 1 from stock_exception e where e.bucket = w.bucket and e.number = w.number), 0),
         kind, sku, location_id, quantity, document, document_id, message, $11::timestamptz
  from ${rowsOf(`bucket smallint, number bigint, seq smallint, kind text, sku text, location_id text, quantity bigint, document text,
      document_id text, message text`)}
  where {guard}`

/** `onlyHolds`: nothing has changed but what is held. */
function positionWrites(state: LedgerState, onlyHolds: boolean): Write[] {
  const fresh: Position[] = []
  const stored: Position[] = []
  for (const key of state.dirtyPositions) {
    const position = state.positions.get(key)
    if (position === undefined) continue
    if (position.id === null) throw new Error(`What changed ${key} has no number`)
    if (state.newIds.has(key)) fresh.push(position)
    else stored.push(position)
  }
  return [
    ...(onlyHolds ? heldWrites(stored, state.now) : storedWrites(stored, state.now)),
    ...freshWrites(fresh, state.now),
  ]
}

const BALANCES = [
  ...['sellable', 'qualityHold', 'damaged', 'blocked'],
  ...['held', 'committed', 'backordered', 'fenced', 'onOrder', 'inTransit'],
] as readonly BalanceAccount[]

const BALANCE_TYPES = `id bigint, sellable bigint, quality_hold bigint, damaged bigint, blocked bigint, held bigint, committed bigint, backordered bigint,
      fenced bigint, on_order bigint, in_transit bigint, last_hold bigint`

function balanceColumns(positions: readonly Position[]): readonly ArrayParameter[] {
  return [
    bigints(positions, ({ id }) => id),
    ...BALANCES.map((account) => bigints(positions, ({ balances }) => balances[account])),
    bigints(positions, ({ lastHold }) => lastHold),
  ]
}

/** Most have a row. An upsert would look for it, lock it, and only then change it. */
function storedWrites(positions: readonly Position[], now: Date): Write[] {
  return positions.length === 0 ? [] : [{ text: UPDATE_POSITIONS, values: [...balanceColumns(positions), now] }]
}

const UPDATE_POSITIONS = `update position p
  set sellable = w.sellable, quality_hold = w.quality_hold, damaged = w.damaged, blocked = w.blocked, held = w.held, committed = w.committed,
      backordered = w.backordered, fenced = w.fenced, on_order = w.on_order, in_transit = w.in_transit, last_hold = w.last_hold,
      updated_at = $13::timestamptz, room = null
  from ${rowsOf(BALANCE_TYPES)}
  where p.id = w.id and {guard}`

function freshWrites(positions: readonly Position[], now: Date): Write[] {
  if (positions.length === 0) return []
  const values = [
    ...balanceColumns(positions),
    smallints(positions, ({ sku }) => bucketOf(sku)),
    texts(positions, ({ sku }) => sku),
    texts(positions, ({ locationId }) => locationId),
    now,
  ]
  return [{ text: UPSERT_POSITIONS, values }]
}

const UPSERT_POSITIONS = `insert into position (id, sellable, quality_hold, damaged, blocked, held, committed, backordered, fenced, on_order, in_transit,
                        last_hold, bucket, sku, location_id, updated_at)
  select id, sellable, quality_hold, damaged, blocked, held, committed, backordered, fenced, on_order, in_transit,
         last_hold, bucket, sku, location_id, $16::timestamptz
  from ${rowsOf(`${BALANCE_TYPES}, bucket smallint, sku text, location_id text`)}
  where {guard}
  on conflict (bucket, sku, location_id) do update
  set id = excluded.id, sellable = excluded.sellable, quality_hold = excluded.quality_hold, damaged = excluded.damaged, blocked = excluded.blocked,
      held = excluded.held, committed = excluded.committed, backordered = excluded.backordered, fenced = excluded.fenced,
      on_order = excluded.on_order, in_transit = excluded.in_transit, last_hold = excluded.last_hold,
      updated_at = excluded.updated_at, room = null`

function factWrites(state: LedgerState): Write[] {
  const fresh: Reported[] = []
  const told: Reported[] = []
  for (const [key, [first, ...others]] of state.dirtyFacts) {
    if (first === undefined) continue
    const reported = { first, others: others.length === 0 ? null : JSON.stringify(others.map(otherReporter)) }
    if (state.storedFacts.has(key)) told.push(reported)
    else fresh.push(reported)
  }
  return [
    ...factWritesOf(fresh, { plain: INSERT_FACTS, judged: INSERT_JUDGED_FACTS }),
    ...factWritesOf(told, { plain: UPDATE_FACTS, judged: UPDATE_JUDGED_FACTS }),
  ]
}

/** Most are sales of which nobody has the last word and which name no order: they need not carry columns of nothing. */
function factWritesOf(facts: readonly Reported[], texts: { readonly plain: string; readonly judged: string }): Write[] {
  if (facts.length === 0) return []
  const isPlain = ({ first: { verdict, complete, channelId, shipped } }: Reported) =>
    verdict === null && complete === null && channelId === null && shipped === null
  const plain = facts.every(isPlain) ? facts : facts.filter(isPlain)
  const judged = plain.length === facts.length ? [] : facts.filter((fact) => !isPlain(fact))
  return [
    ...(plain.length > 0 ? [{ text: texts.plain, values: factColumns(plain) }] : []),
    ...(judged.length > 0 ? [{ text: texts.judged, values: [...factColumns(judged), ...otherColumns(judged)] }] : []),
  ]
}

interface Reported {
  readonly first: Fact
  readonly others: string | null
}

function otherReporter({ source, channelId, quantity, shipped, occurredAt, complete }: Fact): OtherReporter {
  return {
    source,
    quantity,
    occurredAt: occurredAt.toISOString(),
    ...(complete !== null && { complete }),
    ...(channelId !== null && { channelId }),
    ...(shipped !== null && { shipped }),
  }
}

function factColumns(facts: readonly Reported[]): ArrayParameter[] {
  return [
    smallints(facts, ({ first }) => bucketOf(first.sku)),
    texts(facts, ({ first }) => first.sku),
    texts(facts, ({ first }) => first.locationId),
    texts(facts, ({ first }) => first.reference),
    texts(facts, ({ first }) => first.kind),
    texts(facts, ({ first }) => first.source),
    bigints(facts, ({ first }) => first.quantity),
    timestamps(facts, ({ first }) => first.occurredAt),
    jsons(facts, ({ others }) => others),
  ]
}

function otherColumns(facts: readonly Reported[]): ArrayParameter[] {
  return [
    texts(facts, ({ first }) => (first.complete === null ? null : String(first.complete))),
    bigints(facts, ({ first }) => first.verdict?.stands ?? null),
    texts(facts, ({ first }) => first.verdict?.state ?? null),
    texts(facts, ({ first }) => first.verdict?.authority ?? null),
    timestamps(facts, ({ first }) => first.verdict?.changedAt ?? null),
    texts(facts, ({ first }) => first.channelId),
    bigints(facts, ({ first }) => first.shipped),
  ]
}

const FACT_TYPES =
  '$1::smallint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::timestamptz[], $9::json[]'
const FACT_COLUMNS = 'bucket, sku, location_id, reference, kind, source, quantity, occurred_at, others'
const FACTS = `unnest(${FACT_TYPES}) as w (${FACT_COLUMNS})`
const JUDGED_FACTS = `unnest(${FACT_TYPES}, $10::text[], $11::bigint[], $12::text[], $13::text[], $14::timestamptz[],
      $15::text[], $16::bigint[])
    as w (${FACT_COLUMNS}, complete, stands, state, authority, changed_at, channel_id, shipped)`

const INSERT_FACTS = `insert into fact (${FACT_COLUMNS})
  select bucket, sku, location_id, reference, kind, source, quantity, occurred_at, others::jsonb from ${FACTS}
  where {guard}`

const INSERT_JUDGED_FACTS = `insert into fact (${FACT_COLUMNS}, complete, stands, state, authority, changed_at, channel_id, shipped)
  select bucket, sku, location_id, reference, kind, source, quantity, occurred_at, others::jsonb, complete::boolean, stands, state, authority, changed_at, channel_id, shipped
  from ${JUDGED_FACTS}
  where {guard}`

const SAME_FACT =
  'f.bucket = w.bucket and f.sku = w.sku and f.location_id = w.location_id and f.reference = w.reference and f.kind = w.kind'

const UPDATE_FACTS = `update fact f set quantity = w.quantity, occurred_at = w.occurred_at, others = w.others::jsonb
  from ${FACTS}
  where ${SAME_FACT} and {guard}`

const UPDATE_JUDGED_FACTS = `update fact f set quantity = w.quantity, occurred_at = w.occurred_at, others = w.others::jsonb, complete = w.complete::boolean,
      stands = w.stands, state = w.state, authority = w.authority, changed_at = w.changed_at, channel_id = w.channel_id, shipped = w.shipped
  from ${JUDGED_FACTS}
  where ${SAME_FACT} and {guard}`

async function writeCounts(tx: Tx, state: LedgerState): Promise<void> {
  const counts = [...state.newCounts.values()]
  if (counts.length === 0) return
  await sql`
    /* prepared */ insert into stock_count (bucket, sku, location_id, account, occurred_at, quantity, source, together, booked, recorded_at)
    select bucket, sku, location_id, account, occurred_at, quantity, source, together, booked, ${state.now}
    from unnest(
      ${integers(counts.map(({ sku }) => bucketOf(sku)))}::smallint[], ${textLiterals(counts.map((count) => count.sku))}::text[],
      ${textLiterals(counts.map((count) => count.locationId))}::text[], ${textLiterals(counts.map((count) => count.account))}::text[],
      ${textLiterals(counts.map((count) => iso(count.occurredAt)))}::timestamptz[], ${integers(counts.map((count) => count.quantity))}::bigint[],
      ${textLiterals(counts.map((count) => count.source))}::text[], ${integers(counts.map(({ together }) => bitsOf(together)))}::smallint[],
      ${counts.map(({ booked }) => booked)}::bigint[]
    ) as w (bucket, sku, location_id, account, occurred_at, quantity, source, together, booked)
    on conflict (bucket, sku, location_id, account, occurred_at) do update
    set quantity = excluded.quantity, source = excluded.source, together = excluded.together, booked = excluded.booked, recorded_at = excluded.recorded_at
  `.execute(tx)
}

/** Buckets about whose SKUs a batch writes anything at all, told in the feed or not. */
export function writtenBuckets(state: LedgerState, numbered: ReturnType<typeof number>): Set<number> {
  const written = new Set<number>()
  for (const { bucket } of numbered.postings) written.add(bucket)
  for (const { bucket } of numbered.changes) written.add(bucket)
  for (const sku of state.dirtyItems) written.add(bucketOf(sku))
  for (const { sku } of state.lowStock.values()) written.add(bucketOf(sku))
  for (const { sku } of state.dirtyLines) written.add(bucketOf(sku))
  for (const { sku } of state.newCounts.values()) written.add(bucketOf(sku))
  for (const [fact] of state.dirtyFacts.values()) if (fact !== undefined) written.add(bucketOf(fact.sku))
  for (const key of state.dirtyPolicies) {
    const position = state.positions.get(key)
    if (position !== undefined) written.add(bucketOf(position.sku))
  }
  return written
}

function headWrites(
  written: ReadonlySet<number>,
  heads: ReadonlyMap<number, number>,
  version: number,
  now: Date,
): Write[] {
  if (written.size === 0) return []
  const values = [
    smallints([...written], (bucket) => bucket),
    bigints(STREAMS, (stream) => heads.get(stream) ?? 0),
    version,
    now,
  ]
  return [{ text: UPDATE_HEADS, values }]
}

// The number of each stream is found by its place. Joined to the few rows of heads, fifty buckets were compared with fifty.
const UPDATE_HEADS = `update bucket_head set number = ($2::bigint[])[bucket + ${1 - POLICY_STREAM}], version = $3::bigint, recorded_at = $4::timestamptz
  where bucket = any($1::smallint[]) and {guard}`

function iso(moment: Date | null): string | null {
  return moment === null ? null : moment.toISOString()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
