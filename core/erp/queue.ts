import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { Leases } from '../jobs/leases.ts'
import { bucketOf } from '../ledger/bucket.ts'
import { newId } from '../ledger/ids.ts'
import { deliveryLease } from './lease-names.ts'
import {
  epochOf,
  type Movement,
  type MovementAccount,
  type MovementKind,
  movementReference,
  readMovementReference,
} from './movement.ts'
import { ERP_MOVEMENT_TYPE } from './refused-movement.ts'
import { sourceOfErp } from './routes.ts'

/** A movement that an ERP is to be told. */
export interface QueuedMovement {
  readonly movement: Movement
  /** How often it was sent, with this time. */
  readonly attempts: number
}

/** One of which nobody knows whether it has arrived. */
export interface SentMovement {
  readonly reference: string
  readonly attempts: number
}

/** What became of a movement. */
export type Settlement = { readonly reference: string; readonly attempts: number } & (
  | { readonly state: 'ACKNOWLEDGED'; readonly erpReference: string }
  | { readonly state: 'IMMATERIAL' }
  | { readonly state: 'REFUSED'; readonly code: string; readonly message: string }
  /** It is not there, and is sent again, `notBeforeMs` from now. */
  | { readonly state: 'QUEUED'; readonly code?: string; readonly message?: string; readonly notBeforeMs: number }
  /** Still nobody knows; it may arrive until so many milliseconds from now. */
  | { readonly state: 'SENT'; readonly notBeforeMs: number }
)

export interface Condition {
  readonly circuit: 'CLOSED' | 'OPEN' | 'HALF_OPEN'
  readonly failures: number
  /** In milliseconds since 1970. */
  readonly failingSince: number | undefined
  readonly nextAttemptAt: number | undefined
  readonly lastError: string | undefined
}

/** SKUs that wait for something and are passed over, at most: with more of them nothing more is begun until some are through. */
const HELD_UP_MAX = 1_000

interface MovementRow {
  readonly bucket: number
  readonly number: number
  readonly epoch: string | null
  readonly attempts: number
  readonly kind: MovementKind
  readonly sku: string
  readonly location_id: string
  readonly from_account: MovementAccount
  readonly to_account: MovementAccount
  readonly quantity: number
  readonly occurred_at: Date
  readonly recorded_at: Date
  readonly document: 'reservation' | 'shipment' | 'return' | null
  readonly document_id: string | null
  readonly reference: string | null
  readonly channel_id: string | null
  readonly reason: string | null
}

/**
 * What one ERP is to be told, as whoever delivers it reads and writes it. A movement is SENT before it is sent: whatever ends the process afterwards, it is known that it may have arrived, and it is looked
 * for before it is sent again. What becomes of it is only written over the attempt that it belongs to, but that it has arrived is true whoever says so.
 */
export class ErpQueue {
  readonly #db: Kysely<Schema>
  readonly #leases: Leases
  readonly systemId: string

  constructor(db: Kysely<Schema>, leases: Leases, systemId: string) {
    this.#db = db
    this.#leases = leases
    this.systemId = systemId
  }

  /**
   * Takes the next movements in the order in which they were recorded, at most so many, as sent; for `unknownMs` the ERP may be at work on them, whatever becomes of this process. Later ones of a SKU
   * of which an earlier one waits, are left. Nothing where this process does not deliver to the ERP any more.
   */
  async take(limit: number, unknownMs: number): Promise<readonly QueuedMovement[]> {
    const { rows } = await sql<MovementRow>`
      with mine as materialized (
        select from erp_lease where name = ${deliveryLease(this.systemId)} and driver = ${this.#leases.process} and driver_until > clock_timestamp()
      ), held_up as materialized (
        select distinct bucket, sku from erp_movement
        where system_id = ${this.systemId} and (state = 'SENT' or (state = 'QUEUED' and not_before > clock_timestamp()))
        limit ${HELD_UP_MAX}
      ), next as materialized (
        select m.bucket, m.number from erp_movement m
        where m.system_id = ${this.systemId} and m.state = 'QUEUED' and exists (select from mine)
          and (select count(*) from held_up) < ${HELD_UP_MAX}
          and not exists (select from held_up h where h.bucket = m.bucket and h.sku = m.sku)
        order by m.recorded_at, m.bucket, m.number limit ${limit}
      ), taken as (
        update erp_movement m
        set state = 'SENT', attempts = m.attempts + 1, not_before = clock_timestamp() + ${unknownMs} * interval '1 ms',
            first_sent_at = coalesce(m.first_sent_at, clock_timestamp())
        from next where m.bucket = next.bucket and m.number = next.number and m.system_id = ${this.systemId} and m.state = 'QUEUED'
        returning m.bucket, m.number, m.attempts
      )
      select j.bucket, j.number, ${epochOf(sql`j.bucket`, sql`j.number`)} as epoch, taken.attempts, j.kind, j.sku, j.location_id, j.from_account, j.to_account, j.quantity, j.occurred_at, j.recorded_at,
             j.document, j.document_id, j.reference, j.channel_id, j.reason
      from taken join journal j on j.bucket = taken.bucket and j.number = taken.number
      order by j.recorded_at, j.bucket, j.number
    `.execute(this.#db)
    return rows.map((row) => ({ movement: movementOf(row), attempts: row.attempts }))
  }

  /** Those of which nobody knows whether they have arrived, and on which the ERP is at work no longer, so that it can be asked; and in how many milliseconds the first of the others can. */
  async unknown(
    limit: number,
  ): Promise<{ readonly due: readonly SentMovement[]; readonly waitMs: number | undefined }> {
    const { rows } = await sql<{
      bucket: number
      number: number
      epoch: string | null
      attempts: number
      wait: number
    }>`
      select bucket, number, ${epochOf(sql`erp_movement.bucket`, sql`erp_movement.number`)} as epoch, attempts, greatest(0, extract(epoch from not_before - clock_timestamp()) * 1000)::float8 as wait
      from erp_movement where system_id = ${this.systemId} and state = 'SENT'
      order by not_before limit ${limit}
    `.execute(this.#db)
    const due = rows
      .filter(({ wait }) => wait === 0)
      .map(({ bucket: stream, number, epoch, attempts }) => {
        return { reference: movementReference({ epoch, stream, number }), attempts }
      })
    return { due, waitMs: rows.find(({ wait }) => wait > 0)?.wait }
  }

  /** Writes down what became of movements; one that is refused goes to the dead letters in the same statement. */
  async settle(settlements: readonly Settlement[]): Promise<void> {
    const found = settlements.flatMap((one) => {
      const name = readMovementReference(one.reference)
      if (name === undefined) return []
      const letterId = newId('dl')
      return [
        {
          ...name,
          attempts: one.attempts,
          state: one.state,
          erpReference: one.state === 'ACKNOWLEDGED' ? one.erpReference : null,
          code: 'code' in one ? (one.code ?? null) : null,
          message: 'message' in one ? storable(one.message ?? null) : null,
          notBeforeMs: 'notBeforeMs' in one ? one.notBeforeMs : null,
          reference: one.reference,
          letterId,
          letterBucket: bucketOf(letterId),
        },
      ]
    })
    if (found.length === 0) return
    await sql`
      with told as materialized (
        select * from unnest(
          ${found.map(({ stream }) => stream)}::smallint[], ${found.map(({ number }) => number)}::bigint[],
          ${found.map(({ attempts }) => attempts)}::integer[], ${found.map(({ state }) => state)}::text[],
          ${found.map(({ erpReference }) => erpReference)}::text[], ${found.map(({ code }) => code)}::text[],
          ${found.map(({ message }) => message)}::text[], ${found.map(({ notBeforeMs }) => notBeforeMs)}::float8[],
          ${found.map(({ reference }) => reference)}::text[], ${found.map(({ letterId }) => letterId)}::text[],
          ${found.map(({ letterBucket }) => letterBucket)}::smallint[]
        ) as t (bucket, number, attempts, state, erp_reference, code, message, wait, reference, letter_id, letter_bucket)
      ), settled as (
        update erp_movement m
        set state = t.state, erp_reference = coalesce(t.erp_reference, m.erp_reference), code = t.code, message = t.message,
            not_before = clock_timestamp() + t.wait * interval '1 ms',
            settled_at = case when t.state in ('ACKNOWLEDGED', 'IMMATERIAL') then clock_timestamp() end
        from told t
        where m.bucket = t.bucket and m.number = t.number and m.system_id = ${this.systemId}
          and case when t.state = 'ACKNOWLEDGED' then m.state in ('QUEUED', 'SENT') else m.state = 'SENT' and m.attempts = t.attempts end
        returning m.bucket, m.number, m.state, m.attempts, m.code, m.message, t.reference, t.letter_id, t.letter_bucket
      ), refused as (
        select s.*, j.sku, j.location_id, j.kind, j.from_account, j.to_account, j.quantity, j.occurred_at, j.source as told_by, j.reference as document_reference
        from settled s join journal j on j.bucket = s.bucket and j.number = s.number
        where s.state = 'REFUSED'
      ), again as (
        update dead_letter d
        set status = 'OPEN', attempts = r.attempts, message = r.code || ': ' || r.message, settled_at = null, settled_by = null
        from refused r
        where d.source = ${sourceOfErp(this.systemId)} and d.event_id = r.reference and d.type = ${ERP_MOVEMENT_TYPE}
        returning d.event_id
      )
      insert into dead_letter (bucket, id, source, event_id, type, code, message, content, attempts, occurred_at, recorded_at)
      select r.letter_bucket, r.letter_id, ${sourceOfErp(this.systemId)}, r.reference, ${ERP_MOVEMENT_TYPE}, 'ERP_REFUSED', r.code || ': ' || r.message,
             jsonb_build_object('systemId', ${this.systemId}::text, 'reference', r.reference, 'sku', r.sku, 'locationId', r.location_id, 'kind', r.kind,
               'from', r.from_account, 'to', r.to_account, 'quantity', r.quantity, 'source', r.told_by, 'documentReference', r.document_reference),
             r.attempts, r.occurred_at, clock_timestamp()
      from refused r
      where not exists (select from again where again.event_id = r.reference)
    `.execute(this.#db)
  }

  /** Whether anything waits. */
  async isIdle(): Promise<boolean> {
    const row = await this.#db
      .selectFrom('erp_movement')
      .select('number')
      .where('system_id', '=', this.systemId)
      .where('state', 'in', ['QUEUED', 'SENT'])
      .limit(1)
      .executeTakeFirst()
    return row === undefined
  }

  /** How the ERP does. */
  async tell(condition: Condition, accepted: boolean): Promise<void> {
    const { circuit, failures, failingSince, nextAttemptAt, lastError = null } = condition
    const [since, next] = [failingSince, nextAttemptAt].map((time) => (time === undefined ? null : new Date(time)))
    await sql`
      insert into erp_condition (system_id, circuit, failures, failing_since, next_attempt_at, last_error, last_accepted_at)
      values (${this.systemId}, ${circuit}, ${failures}, ${since}::timestamptz, ${next}::timestamptz, ${storable(lastError)},
              case when ${accepted}::boolean then clock_timestamp() end)
      on conflict (system_id) do update
      set circuit = excluded.circuit, failures = excluded.failures, failing_since = excluded.failing_since, next_attempt_at = excluded.next_attempt_at,
          last_error = excluded.last_error, last_accepted_at = coalesce(excluded.last_accepted_at, erp_condition.last_accepted_at)
    `.execute(this.#db)
  }
}

const WORDS_MAX = 2_000

/** An ERP's own words may hold what PostgreSQL cannot. */
function storable(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\0', '').toWellFormed().slice(0, WORDS_MAX)
}

function movementOf(row: MovementRow): Movement {
  return {
    reference: movementReference({ epoch: row.epoch, stream: row.bucket, number: row.number }),
    kind: row.kind,
    sku: row.sku,
    locationId: row.location_id,
    from: row.from_account,
    to: row.to_account,
    quantity: row.quantity,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    document: row.document === null || row.document_id === null ? null : { kind: row.document, id: row.document_id },
    documentReference: row.reference,
    channelId: row.channel_id,
    reason: row.reason,
  }
}

export interface SeenInErp {
  readonly reference: string
  readonly erpReference: string
}

/** What was seen in an ERP under a name of ours, and was no answer to anything that this hub has sent it. */
export interface Unrecognised {
  /** Named as this hub names nothing that it has: of numbers that it handed out before it was restored, and lost. For this hub it is news. */
  readonly lost: readonly string[]
  /** The hub has it, and has never queued it for this ERP. */
  readonly untold: readonly string[]
}

/** Movements that were seen in the ERP have arrived, whether the answer to sending them was heard or not. Answers the references of those that are no acknowledgements. */
export async function acknowledge(
  db: Kysely<Schema>,
  systemId: string,
  seen: readonly SeenInErp[],
): Promise<Unrecognised> {
  if (seen.length === 0) return { lost: [], untold: [] }
  const named = seen.flatMap((one) => {
    const name = readMovementReference(one.reference)
    return name === undefined ? [] : [{ ...one, ...name }]
  })
  const { rows } = await sql<{ reference: string; is_ours: boolean; is_queued: boolean }>`
    with seen as materialized (
      select s.*, s.number <= h.number and s.epoch is not distinct from ${epochOf(sql`s.bucket`, sql`s.number`)} as is_ours
      from unnest(
        ${named.map(({ reference }) => reference)}::text[], ${named.map(({ epoch }) => epoch)}::text[], ${named.map(({ stream }) => stream)}::smallint[],
        ${named.map(({ number }) => number)}::bigint[], ${named.map(({ erpReference }) => erpReference)}::text[]
      ) as s (reference, epoch, bucket, number, erp_reference)
      left join bucket_head h on h.bucket = s.bucket
    ), acknowledged as (
      update erp_movement m
      set state = 'ACKNOWLEDGED', erp_reference = s.erp_reference, settled_at = clock_timestamp(), not_before = null, code = null, message = null
      from (select distinct on (bucket, number) * from seen where is_ours) s
      where m.bucket = s.bucket and m.number = s.number and m.system_id = ${systemId} and m.state in ('QUEUED', 'SENT', 'REFUSED')
      returning s.reference
    ), settled as (
      update dead_letter d set status = 'REPLAYED', settled_at = clock_timestamp(), settled_by = ${sourceOfErp(systemId)}
      from acknowledged a
      where d.source = ${sourceOfErp(systemId)} and d.event_id = a.reference and d.status = 'OPEN'
    )
    select s.reference, coalesce(s.is_ours, false) as is_ours,
           -- What was not looked through yet will be queued, sent, and found to be there.
           exists (select from erp_movement m where m.bucket = s.bucket and m.number = s.number and m.system_id = ${systemId})
             or s.number > (select c.number from erp_cursor c where c.bucket = s.bucket)
             -- Settled long ago, and cleared away since.
             or s.number <= (select f.number from erp_forgotten f where f.system_id = ${systemId} and f.bucket = s.bucket) as is_queued
    from seen s
  `.execute(db)
  const lost = new Set(rows.filter(({ is_ours }) => !is_ours).map(({ reference }) => reference))
  const untold = new Set(rows.filter(({ is_ours, is_queued }) => is_ours && !is_queued).map((row) => row.reference))
  const references = seen.map(({ reference }) => reference)
  return {
    lost: references.filter((reference) => lost.has(reference)),
    untold: references.filter((reference) => untold.has(reference)),
  }
}
