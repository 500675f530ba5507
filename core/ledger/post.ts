import { sql, type Transaction } from 'kysely'
import { integers, texts } from '../database/array-literal.ts'
import type { Schema } from '../database/schema.ts'
import type { FeedChange, FeedMessage } from '../feed/position.ts'
import { bucketOf, bucketOfPair, POLICY_STREAM } from './bucket.ts'
import type { EventIdentity, Submission } from './commands.ts'
import type { Change, Posting, StockException } from './decision.ts'
import type { ReservationLine, ReturnLine, ShipmentLine } from './documents.ts'
import { newId } from './ids.ts'
import type { Applied, LedgerState } from './state.ts'

type Tx = Transaction<Schema>

/** Another transaction wrote the same key or event meanwhile: the batch is done again and then finds the first answer. */
export class Raced extends Error {
  override readonly name = 'Raced'
}

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
  readonly result: string
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
  /** This event was recorded before, as parked or rejected, and is tried again. */
  readonly again: boolean
}

interface NumberedPosting {
  readonly bucket: number
  readonly number: number
  readonly posting: Posting
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
export function number(deeds: readonly Deed[], heads: Map<number, number>) {
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
      postings.push({ bucket, number: next(bucket), posting, submission })
    }
    for (const change of applied.changes) {
      const bucket = streamOf(change)
      changes.push({ bucket, number: next(bucket), change, submission })
    }
    for (const exception of applied.exceptions) {
      const bucket = bucketOf(exception.sku)
      const number = heads.get(bucket) ?? 0
      const seq = exceptions.filter((other) => other.bucket === bucket && other.number === number).length
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
export function messagesOf(epoch: string, numbered: ReturnType<typeof number>): FeedMessage[] {
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
    return { epoch, stream, from: changes[0]?.number ?? 0, to: changes.at(-1)?.number ?? 0, changes }
  })
}

/** Writes everything that a batch did in a handful of set-based statements. */
export async function post(
  tx: Tx,
  state: LedgerState,
  numbered: ReturnType<typeof number>,
  heads: ReadonlyMap<number, number>,
  keys: readonly KeyRecord[],
  events: readonly EventRecord[],
): Promise<void> {
  const { now } = state
  // Keys and events first: when another transaction was faster, nothing else has been written in vain.
  await writeKeys(tx, keys, now)
  await writeEvents(tx, events, now)
  await writeLocations(tx, state)
  await writeChannels(tx, state)
  await writeItems(tx, state)
  await writePolicies(tx, state)
  await writeReservations(tx, state)
  await writeShipments(tx, state)
  await writeReturns(tx, state)
  await writeJournal(tx, numbered.postings, now)
  await writeChanges(tx, numbered.changes, now)
  await writeExceptions(tx, numbered.exceptions, now)
  await writePositions(tx, state)
  await writeFacts(tx, state)
  await writeCounts(tx, state)
  await writeHeads(tx, numbered, heads, now)
}

async function writeKeys(tx: Tx, keys: readonly KeyRecord[], now: Date): Promise<void> {
  if (keys.length === 0) return
  // In one order everywhere, so that two processes that race for the same keys wait instead of deadlocking.
  const sorted = [...keys].sort((a, b) => a.bucket - b.bucket || (a.keyHash < b.keyHash ? -1 : 1))
  const written = await sql`
    /* prepared */ insert into idempotency_key (bucket, key_hash, request_hash, result, recorded_at)
    select bucket, decode(key_hash, 'hex'), decode(request_hash, 'hex'), result::jsonb, ${now}
    from unnest(
      ${integers(sorted.map((key) => key.bucket))}::smallint[], ${texts(sorted.map((key) => key.keyHash))}::text[],
      ${texts(sorted.map((key) => key.requestHash))}::text[], ${texts(sorted.map((key) => key.result))}::text[]
    ) as w (bucket, key_hash, request_hash, result)
    on conflict do nothing
    returning 1
  `.execute(tx)
  if (written.rows.length < sorted.length) throw new Raced('An idempotency key was used elsewhere at the same time')
}

async function writeEvents(tx: Tx, events: readonly EventRecord[], now: Date): Promise<void> {
  const bucket = ({ event }: EventRecord) => bucketOfPair(event.source, event.id)
  const fresh = events
    .filter((record) => !record.again)
    .sort((a, b) => compare(a.event.source, b.event.source) || compare(a.event.id, b.event.id))
  if (fresh.length > 0) {
    const written = await sql`
      /* prepared */ insert into event (bucket, source, id, type, content_hash, status, code, message, sku, location_id,
                         occurred_at, recorded_at, content)
      select bucket, source, id, type, decode(content_hash, 'hex'), status, code, message, sku, location_id,
             occurred_at, ${now}, content::json
      from unnest(
        ${integers(fresh.map(bucket))}::smallint[], ${texts(fresh.map((it) => it.event.source))}::text[],
        ${texts(fresh.map((it) => it.event.id))}::text[], ${texts(fresh.map((it) => it.event.type))}::text[],
        ${texts(fresh.map((it) => it.event.contentHash.toString('hex')))}::text[], ${texts(fresh.map((it) => it.status))}::text[],
        ${texts(fresh.map((it) => it.code))}::text[], ${texts(fresh.map((it) => it.message))}::text[],
        ${texts(fresh.map((it) => it.sku))}::text[], ${texts(fresh.map((it) => it.locationId))}::text[],
        ${texts(fresh.map((it) => it.occurredAt.toISOString()))}::timestamptz[],
        ${texts(fresh.map((it) => it.event.content))}::text[]
      ) as w (bucket, source, id, type, content_hash, status, code, message, sku, location_id, occurred_at, content)
      on conflict do nothing
      returning 1
    `.execute(tx)
    if (written.rows.length < fresh.length) throw new Raced('An event was recorded elsewhere at the same time')
  }
  for (const record of events) if (record.again) await settleAgain(tx, record, bucket(record), now)

  const parked = events.filter(({ status, event }) => status === 'PARKED' && event.retryOf !== 'parked')
  if (parked.length > 0) {
    await tx
      .insertInto('parked_event')
      .values(
        parked.map((record) => ({
          bucket: bucket(record),
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
      ${integers(items.map((item) => bucketOf(item.sku)))}::smallint[], ${texts(items.map((item) => item.sku))}::text[],
      ${texts(items.map((item) => item.title))}::text[], ${texts(items.map((item) => item.unit))}::text[],
      ${texts(items.map((item) => JSON.stringify(item.units)))}::text[]
    ) as w (bucket, sku, title, unit, units)
    on conflict (bucket, sku) do update set title = excluded.title, units = excluded.units, updated_at = excluded.updated_at
  `.execute(tx)
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
      ${integers(policies.map(({ sku }) => bucketOf(sku)))}::smallint[], ${texts(policies.map(({ sku }) => sku))}::text[],
      ${texts(policies.map(({ locationId }) => locationId))}::text[],
      ${integers(policies.map(({ sku, locationId }) => state.safetyStock(sku, locationId)))}::bigint[]
    ) as w (bucket, sku, location_id, safety_stock)
    on conflict (bucket, sku, location_id) do update set safety_stock = excluded.safety_stock, updated_at = excluded.updated_at
  `.execute(tx)
}

async function writeReservations(tx: Tx, state: LedgerState): Promise<void> {
  const made = [...state.newReservations].flatMap((id) => state.heads.get(id) ?? [])
  if (made.length > 0) {
    await sql`
      /* prepared */ insert into reservation (bucket, id, channel_id, reference, client, occurred_at, recorded_at)
      select bucket, id, channel_id, reference, client, occurred_at, ${state.now}
      from unnest(
        ${integers(made.map((head) => bucketOf(head.id)))}::smallint[], ${texts(made.map((head) => head.id))}::text[],
        ${texts(made.map((head) => head.channelId))}::text[], ${texts(made.map((head) => head.reference))}::text[],
        ${texts(made.map((head) => head.client))}::text[], ${texts(made.map((head) => head.occurredAt.toISOString()))}::timestamptz[]
      ) as w (bucket, id, channel_id, reference, client, occurred_at)
    `.execute(tx)
  }

  const isNew = (line: ReservationLine) => state.newReservations.has(line.reservationId)
  const lines = [...state.dirtyLines]
  const fresh = lines.filter(isNew)
  if (fresh.length > 0) {
    await sql`
      /* prepared */ insert into reservation_line (bucket, reservation_id, line, sku, location_id, channel_id, requested, held, committed,
                                    backordered, fulfilled, released, expired, confirmed_at, expires_at, placed_at, version)
      select * from unnest(
        ${integers(fresh.map(({ sku }) => bucketOf(sku)))}::smallint[], ${texts(fresh.map((line) => line.reservationId))}::text[],
        ${integers(fresh.map((line) => line.line))}::smallint[], ${texts(fresh.map((line) => line.sku))}::text[],
        ${texts(fresh.map((line) => line.locationId))}::text[], ${texts(fresh.map((line) => line.channelId))}::text[],
        ${integers(fresh.map((line) => line.requested))}::bigint[], ${integers(fresh.map((line) => line.held))}::bigint[],
        ${integers(fresh.map((line) => line.committed))}::bigint[], ${integers(fresh.map((line) => line.backordered))}::bigint[],
        ${integers(fresh.map((line) => line.fulfilled))}::bigint[], ${integers(fresh.map((line) => line.released))}::bigint[],
        ${integers(fresh.map((line) => line.expired))}::bigint[], ${texts(fresh.map((line) => iso(line.confirmedAt)))}::timestamptz[],
        ${texts(fresh.map((line) => iso(line.expiresAt)))}::timestamptz[], ${texts(fresh.map((line) => iso(line.placedAt)))}::timestamptz[],
        ${integers(fresh.map((line) => line.version))}::int[]
      )
    `.execute(tx)
  }
  const changed = lines.filter((line) => !isNew(line))
  if (changed.length > 0) {
    await sql`
      /* prepared */ update reservation_line l
      set held = w.held, committed = w.committed, backordered = w.backordered, fulfilled = w.fulfilled, released = w.released,
          expired = w.expired, confirmed_at = w.confirmed_at, expires_at = w.expires_at, version = w.version
      from unnest(
        ${integers(changed.map(({ sku }) => bucketOf(sku)))}::smallint[], ${texts(changed.map((line) => line.reservationId))}::text[],
        ${integers(changed.map((line) => line.line))}::smallint[], ${integers(changed.map((line) => line.held))}::bigint[],
        ${integers(changed.map((line) => line.committed))}::bigint[], ${integers(changed.map((line) => line.backordered))}::bigint[],
        ${integers(changed.map((line) => line.fulfilled))}::bigint[], ${integers(changed.map((line) => line.released))}::bigint[],
        ${integers(changed.map((line) => line.expired))}::bigint[], ${texts(changed.map((line) => iso(line.confirmedAt)))}::timestamptz[],
        ${texts(changed.map((line) => iso(line.expiresAt)))}::timestamptz[], ${integers(changed.map((line) => line.version))}::int[]
      ) as w (bucket, reservation_id, line, held, committed, backordered, fulfilled, released, expired,
              confirmed_at, expires_at, version)
      where l.bucket = w.bucket and l.reservation_id = w.reservation_id and l.line = w.line
    `.execute(tx)
  }
}

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
      .values(shipment.lines.map(shipmentLineRow))
      .onConflict((conflict) =>
        conflict.columns(['bucket', 'shipment_id', 'line']).doUpdateSet((row) => ({
          quantity: row.ref('excluded.quantity'),
          dispatched: row.ref('excluded.dispatched'),
          received: row.ref('excluded.received'),
          closed_short: row.ref('excluded.closed_short'),
          on_order: row.ref('excluded.on_order'),
          in_transit: row.ref('excluded.in_transit'),
          version: row.ref('excluded.version'),
        })),
      )
      .execute()
  }
}

function shipmentLineRow(line: ShipmentLine) {
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
  }
}

async function writeReturns(tx: Tx, state: LedgerState): Promise<void> {
  const returns = [...state.dirtyReturns].flatMap((id) => state.returns.get(id) ?? [])
  if (returns.length === 0) return
  await sql`
    /* prepared */ insert into return_case (bucket, id, channel_id, reservation_id, location_id, reference, client, occurred_at, recorded_at, version)
    select * from unnest(
      ${integers(returns.map(({ id }) => bucketOf(id)))}::smallint[], ${texts(returns.map(({ id }) => id))}::text[],
      ${texts(returns.map((it) => it.channelId))}::text[], ${texts(returns.map((it) => it.reservationId))}::text[],
      ${texts(returns.map((it) => it.locationId))}::text[], ${texts(returns.map((it) => it.reference))}::text[],
      ${texts(returns.map((it) => it.client))}::text[], ${texts(returns.map((it) => iso(it.occurredAt)))}::timestamptz[],
      ${texts(returns.map((it) => iso(it.recordedAt)))}::timestamptz[], ${integers(returns.map((it) => it.version))}::int[]
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
      ${integers(lines.map(({ sku }) => bucketOf(sku)))}::smallint[], ${texts(lines.map((line) => line.returnId))}::text[],
      ${integers(column((line) => line.line))}::smallint[], ${texts(lines.map((line) => line.sku))}::text[],
      ${texts(lines.map((line) => line.locationId))}::text[], ${texts(lines.map((line) => line.reason))}::text[],
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

async function writeJournal(tx: Tx, postings: readonly NumberedPosting[], now: Date): Promise<void> {
  if (postings.length === 0) return
  const column = <T>(of: (posting: Posting) => T) => postings.map(({ posting }) => of(posting))
  await sql`
    /* prepared */ insert into journal (bucket, number, sku, location_id, from_account, to_account, quantity, kind, occurred_at, recorded_at,
                         document, document_id, line_id, reference, source, event_id, channel_id, reason)
    select bucket, number, sku, location_id, from_account, to_account, quantity, kind, occurred_at, ${now},
           document, document_id, line_id, reference, source, event_id, channel_id, reason
    from unnest(
      ${integers(postings.map(({ bucket }) => bucket))}::smallint[], ${integers(postings.map((it) => it.number))}::bigint[],
      ${texts(column((it) => it.sku))}::text[], ${texts(column((it) => it.locationId))}::text[],
      ${texts(column((it) => it.from))}::text[], ${texts(column((it) => it.to))}::text[], ${integers(column((it) => it.quantity))}::bigint[],
      ${texts(column((it) => it.kind))}::text[], ${texts(column((it) => it.occurredAt.toISOString()))}::timestamptz[],
      ${texts(column((it) => it.document?.kind ?? null))}::text[], ${texts(column((it) => it.document?.id ?? null))}::text[],
      ${texts(column((it) => it.lineId ?? null))}::text[], ${texts(column((it) => it.reference ?? null))}::text[],
      ${texts(postings.map(({ submission }) => submission?.event?.source ?? submission?.client ?? null))}::text[],
      ${texts(postings.map(({ submission }) => submission?.event?.id ?? null))}::text[],
      ${texts(column((it) => it.channelId ?? null))}::text[], ${texts(column((it) => it.reason ?? null))}::text[]
    ) as w (bucket, number, sku, location_id, from_account, to_account, quantity, kind, occurred_at,
            document, document_id, line_id, reference, source, event_id, channel_id, reason)
  `.execute(tx)
}

async function writeChanges(tx: Tx, changes: readonly NumberedChange[], now: Date): Promise<void> {
  if (changes.length === 0) return
  const column = <T>(of: (change: Change) => T) => changes.map(({ change }) => of(change))
  await sql`
    /* prepared */ insert into change (bucket, number, subject, subject_id, sku, location_id, action, client, occurred_at, recorded_at)
    select bucket, number, subject, subject_id, sku, location_id, action, client, occurred_at, ${now}
    from unnest(
      ${integers(changes.map(({ bucket }) => bucket))}::smallint[], ${integers(changes.map((it) => it.number))}::bigint[],
      ${texts(column((it) => it.subject))}::text[], ${texts(column((it) => it.subjectId))}::text[], ${texts(column((it) => it.sku))}::text[],
      ${texts(column((it) => it.locationId))}::text[], ${texts(column((it) => it.action))}::text[],
      ${texts(changes.map(({ submission }) => submission?.client ?? null))}::text[],
      ${texts(changes.map(({ submission }) => iso(submission?.occurredAt ?? now)))}::timestamptz[]
    ) as w (bucket, number, subject, subject_id, sku, location_id, action, client, occurred_at)
  `.execute(tx)
}

async function writeExceptions(tx: Tx, exceptions: readonly NumberedException[], now: Date): Promise<void> {
  if (exceptions.length === 0) return
  const column = <T>(of: (exception: StockException) => T) => exceptions.map(({ exception }) => of(exception))
  await sql`
    /* prepared */ insert into stock_exception (bucket, number, seq, kind, sku, location_id, quantity, document, document_id, message, recorded_at)
    select bucket, number,
           -- What posts nothing in its bucket stands under the number of somebody else, who may have exceptions as well.
           seq + coalesce((select max(e.seq) + 1 from stock_exception e where e.bucket = w.bucket and e.number = w.number), 0),
           kind, sku, location_id, quantity, document, document_id, message, ${now}
    from unnest(
      ${integers(exceptions.map(({ bucket }) => bucket))}::smallint[], ${integers(exceptions.map((it) => it.number))}::bigint[],
      ${integers(exceptions.map(({ seq }) => seq))}::smallint[], ${texts(column((it) => it.kind))}::text[], ${texts(column((it) => it.sku))}::text[],
      ${texts(column((it) => it.locationId))}::text[], ${integers(column((it) => it.quantity))}::bigint[],
      ${texts(column((it) => it.document?.kind ?? null))}::text[], ${texts(column((it) => it.document?.id ?? null))}::text[],
      ${texts(column((it) => it.message))}::text[]
    ) as w (bucket, number, seq, kind, sku, location_id, quantity, document, document_id, message)
  `.execute(tx)
}

async function writePositions(tx: Tx, state: LedgerState): Promise<void> {
  const positions = [...state.dirtyPositions].flatMap((key) => state.positions.get(key) ?? [])
  if (positions.length === 0) return
  const balance = (account: keyof (typeof positions)[number]['balances']) =>
    positions.map(({ balances }) => balances[account])
  await sql`
    /* prepared */ insert into position (bucket, sku, location_id, sellable, quality_hold, damaged, blocked, held, committed, backordered,
                          fenced, on_order, in_transit, updated_at)
    select bucket, sku, location_id, sellable, quality_hold, damaged, blocked, held, committed, backordered, fenced, on_order,
           in_transit, ${state.now}
    from unnest(
      ${integers(positions.map(({ sku }) => bucketOf(sku)))}::smallint[], ${texts(positions.map(({ sku }) => sku))}::text[],
      ${texts(positions.map(({ locationId }) => locationId))}::text[], ${integers(balance('sellable'))}::bigint[],
      ${integers(balance('qualityHold'))}::bigint[], ${integers(balance('damaged'))}::bigint[], ${integers(balance('blocked'))}::bigint[],
      ${integers(balance('held'))}::bigint[], ${integers(balance('committed'))}::bigint[], ${integers(balance('backordered'))}::bigint[],
      ${integers(balance('fenced'))}::bigint[], ${integers(balance('onOrder'))}::bigint[], ${integers(balance('inTransit'))}::bigint[]
    ) as w (bucket, sku, location_id, sellable, quality_hold, damaged, blocked, held, committed, backordered, fenced, on_order,
            in_transit)
    on conflict (bucket, sku, location_id) do update
    set sellable = excluded.sellable, quality_hold = excluded.quality_hold, damaged = excluded.damaged, blocked = excluded.blocked,
        held = excluded.held, committed = excluded.committed, backordered = excluded.backordered, fenced = excluded.fenced,
        on_order = excluded.on_order, in_transit = excluded.in_transit, updated_at = excluded.updated_at
  `.execute(tx)
}

async function writeFacts(tx: Tx, state: LedgerState): Promise<void> {
  const facts = [...state.dirtyFacts.values()]
  if (facts.length === 0) return
  await sql`
    /* prepared */ insert into fact (bucket, sku, location_id, reference, kind, source, quantity, occurred_at)
    select * from unnest(
      ${integers(facts.map(({ sku }) => bucketOf(sku)))}::smallint[], ${texts(facts.map((fact) => fact.sku))}::text[],
      ${texts(facts.map((fact) => fact.locationId))}::text[], ${texts(facts.map((fact) => fact.reference))}::text[],
      ${texts(facts.map((fact) => fact.kind))}::text[], ${texts(facts.map((fact) => fact.source))}::text[],
      ${integers(facts.map((fact) => fact.quantity))}::bigint[], ${texts(facts.map((fact) => iso(fact.occurredAt)))}::timestamptz[]
    )
    on conflict (bucket, sku, location_id, reference, kind, source) do update set quantity = excluded.quantity
  `.execute(tx)
}

async function writeCounts(tx: Tx, state: LedgerState): Promise<void> {
  const counts = [...state.newCounts.values()]
  if (counts.length === 0) return
  await sql`
    /* prepared */ insert into stock_count (bucket, sku, location_id, account, occurred_at, quantity, recorded_at)
    select bucket, sku, location_id, account, occurred_at, quantity, ${state.now}
    from unnest(
      ${integers(counts.map(({ sku }) => bucketOf(sku)))}::smallint[], ${texts(counts.map((count) => count.sku))}::text[],
      ${texts(counts.map((count) => count.locationId))}::text[], ${texts(counts.map((count) => count.account))}::text[],
      ${texts(counts.map((count) => iso(count.occurredAt)))}::timestamptz[], ${integers(counts.map((count) => count.quantity))}::bigint[]
    ) as w (bucket, sku, location_id, account, occurred_at, quantity)
    on conflict (bucket, sku, location_id, account, occurred_at) do update
    set quantity = excluded.quantity, recorded_at = excluded.recorded_at
  `.execute(tx)
}

async function writeHeads(
  tx: Tx,
  numbered: ReturnType<typeof number>,
  heads: ReadonlyMap<number, number>,
  now: Date,
): Promise<void> {
  const moved = [...new Set([...numbered.postings, ...numbered.changes].map(({ bucket }) => bucket))]
  if (moved.length === 0) return
  await sql`
    /* prepared */ update bucket_head h set number = w.number, recorded_at = ${now}
    from unnest(${integers(moved)}::smallint[], ${integers(moved.map((bucket) => heads.get(bucket) ?? 0))}::bigint[]) as w (bucket, number)
    where h.bucket = w.bucket
  `.execute(tx)
}

function iso(moment: Date | null): string | null {
  return moment === null ? null : moment.toISOString()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
