import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Schema } from '../../../core/database/schema.ts'
import type { PostingKind } from '../../../core/ledger/decision.ts'
import { entriesOfDocuments } from '../../../core/ledger/holds.ts'
import { grouped, nameOfParts } from '../../shared/loader.ts'
import { movementIdOf } from '../../shared/movement-id.ts'
import type { ReservationStepKind } from '../generated/types.ts'

/** Steps of a reservation that are shown: the newest. */
export interface HistoryOf {
  readonly id: string
  readonly first: number
}

/** What one request or event, or time, did of one kind. */
export interface RecordedStep {
  readonly kind: ReservationStepKind
  readonly source: string | null
  readonly eventId: string | null
  readonly reason: string | null
  readonly occurredAt: Date
  readonly recordedAt: Date
  readonly entries: readonly { readonly id: string }[]
}

/** The steps that entries of a reservation belong to; null for those of other documents. What neutralises a late delivery belongs to the delivery. */
const KIND_OF_ENTRY: Readonly<Record<PostingKind, ReservationStepKind | null>> = {
  hold: 'HOLD',
  backorder: 'BACKORDER',
  fill: 'FILL',
  confirm: 'CONFIRM',
  move: 'MOVE',
  fulfill: 'FULFILL',
  countOffset: 'FULFILL',
  release: 'RELEASE',
  expire: 'EXPIRE',
  fence: null,
  sale: null,
  receipt: null,
  order: null,
  dispatch: null,
  close: null,
  cancel: null,
  return: null,
  restock: null,
  dispose: null,
  toVendor: null,
  count: null,
  adjustment: null,
  reclassification: null,
  // Of what was shipped less than was told.
  correction: 'FULFILL',
}

/** What is told of a reservation without an entry of its own. That another line was touched says nothing of it. */
const KIND_OF_CHANGE: Readonly<Record<string, ReservationStepKind>> = { extended: 'EXTEND', confirmed: 'CONFIRM' }

export function nameOfHistory({ id, first }: HistoryOf): string {
  return nameOfParts(id, first)
}

interface Row {
  readonly id: string
  readonly kind: ReservationStepKind
  readonly source: string | null
  readonly event_id: string | null
  readonly reason: string | null
  readonly occurred_at: Date
  readonly recorded_at: Date
  readonly entries: readonly (readonly [bucket: number, number: number])[]
}

/**
 * The newest steps of reservations that the viewer has found: entries of the journal and changes that have none, gathered by who did what when and why. One
 * statement for each number of steps that was asked for, which is one unless a query uses aliases.
 */
export async function readHistories(
  db: Kysely<Schema>,
  wanted: readonly HistoryOf[],
): Promise<ReadonlyMap<string, readonly RecordedStep[]>> {
  const found = new Map<string, readonly RecordedStep[]>()
  for (const alike of grouped(wanted, ({ first }) => String(first)).values()) {
    const [{ first } = { first: 0 }] = alike
    const ids = alike.map(({ id }) => id)
    const { rows } = await sql<Row>`
      select wanted.id, step.*
      from unnest(${ids}::text[]) as wanted (id)
      cross join lateral (
        select kind, source, event_id, reason, recorded_at,
               -- A balance that was counted is set right at the moment of the count, which is not when the units left.
               coalesce(min(occurred_at) filter (where not is_offset), min(occurred_at)) as occurred_at,
               coalesce(json_agg(json_build_array(bucket, number) order by bucket, number) filter (where is_entry), '[]') as entries
        from (
          -- What is promised anew although it had ended was confirmed.
          select case when j.kind = 'expire' and j.to_account in ('committed', 'backordered') then 'CONFIRM' else k.step end as kind,
                 j.source, j.event_id,
                 -- What sets a counted balance right says nothing itself: it belongs to what left.
                 case when j.kind <> 'countOffset' then j.reason
                      else max(j.reason) over (partition by k.step, j.source, j.event_id, j.recorded_at, j.line) end as reason,
                 j.occurred_at, j.recorded_at, j.bucket, j.number, true as is_entry, j.kind = 'countOffset' as is_offset
          from (${entriesOfDocuments((id) => sql`${id} = wanted.id`, sql<SqlBool>`j.document = 'reservation'`)}) j
          join ${kinds(KIND_OF_ENTRY)} as k (kind, step) on k.kind = j.kind
          union all
          select k.step, c.client, null, c.reason, c.occurred_at, c.recorded_at, c.bucket, c.number, false, false
          from change c join ${kinds(KIND_OF_CHANGE)} as k (action, step) on k.action = c.action
          where c.subject_id = wanted.id and c.subject = 'reservation'
        ) told
        group by kind, source, event_id, reason, recorded_at
        -- Steps of one moment are in the order of the feed, where they are about the same goods.
        order by recorded_at desc, min(bucket), min(number) desc
        limit ${first}
      ) step
    `.execute(db)
    for (const [id, steps] of grouped(rows, (row) => row.id)) {
      found.set(nameOfHistory({ id, first }), steps.map(recordedStep))
    }
  }
  return found
}

function kinds(of: Readonly<Record<string, string | null>>) {
  const steps = Object.entries(of).filter(([, step]) => step !== null)
  return sql`unnest(${steps.map(([name]) => name)}::text[], ${steps.map(([, step]) => step)}::text[])`
}

function recordedStep({ kind, source, event_id, reason, occurred_at, recorded_at, entries }: Row): RecordedStep {
  return {
    kind,
    source,
    eventId: event_id,
    reason,
    occurredAt: occurred_at,
    recordedAt: recorded_at,
    entries: entries.map(([bucket, number]) => ({ id: movementIdOf({ bucket, number }) })),
  }
}
