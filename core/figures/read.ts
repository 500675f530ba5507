import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { PRIORITY, type Priority } from './priority.ts'

/** Lines of one list at most: those with the most. */
const LINES_MAX = 250
/** Rows that one figure looks at, at most; a figure of more is one of the newest. */
const LOOKED_AT_MAX = 100_000
/** Divergences whose priority is worked out at once. */
const RANKED_MAX = 2_000

/** Of one channel; null: no channel is named. */
export interface RecordingFigures {
  readonly channelId: string | null
  readonly entries: number
  readonly secondsMean: number
  readonly secondsMax: number
  readonly withinSecond: number
  readonly withinTenSeconds: number
  readonly withinMinute: number
  readonly withinTenMinutes: number
  readonly withinHour: number
}

export interface FailureFigures {
  readonly source: string
  readonly type: string
  readonly code: string
  readonly count: number
  readonly open: number
}

export interface FailureSum {
  readonly type: string | null
  readonly code: string
  readonly count: number
}

export interface HourlyFigures {
  readonly figure: string
  readonly label: string
  readonly count: number
  readonly units: number
}

export interface DivergenceFigures {
  readonly systemId: string
  readonly locationId: string
  readonly positions: number
  readonly units: number
}

export interface BacklogFigures {
  readonly systemId: string
  readonly priority: Priority
  readonly count: number
  readonly units: number
  readonly oldestFirstSeenAt: Date
}

export interface RecoveryFigures {
  readonly replays: number
  readonly lettersReplayed: number
  readonly lettersDiscarded: number
  readonly lettersRefusedAgain: number
  readonly movementsRecovered: number
  readonly deliveriesRecovered: number
}

export interface Span {
  readonly from: Date
  readonly until: Date
}

/** From when something happened until it was recorded, by channel. Reads a row for each hour and channel. */
export async function readRecording(db: Kysely<Schema>, { from, until }: Span): Promise<readonly RecordingFigures[]> {
  const { rows } = await sql<RecordingFigures>`
    select nullif(channel_id, '') as "channelId", sum(entries)::float8 as entries, (sum(seconds) / greatest(sum(entries), 1))::float8 as "secondsMean", max(seconds_max) as "secondsMax",
           sum(within_second)::float8 as "withinSecond", sum(within_ten_seconds)::float8 as "withinTenSeconds", sum(within_minute)::float8 as "withinMinute",
           sum(within_ten_minutes)::float8 as "withinTenMinutes", sum(within_hour)::float8 as "withinHour"
    from recording_hour where hour >= date_trunc('hour', ${from}::timestamptz) and hour < ${until}
    group by channel_id order by sum(entries) desc, channel_id limit ${LINES_MAX}
  `.execute(db)
  return rows
}

/** What was added up by the hour, but for adjustments: of these there is a line for each source, and there may be any number. */
export async function readStockErrors(db: Kysely<Schema>, span: Span): Promise<readonly HourlyFigures[]> {
  return readHourly(db, span, sql`figure <> 'ADJUSTMENT'`)
}

async function readHourly(
  db: Kysely<Schema>,
  { from, until }: Span,
  which: RawBuilder<SqlBool>,
): Promise<readonly HourlyFigures[]> {
  const { rows } = await sql<HourlyFigures>`
    select figure, label, sum(count)::float8 as count, sum(units)::float8 as units
    from figure_hour where hour >= date_trunc('hour', ${from}::timestamptz) and hour < ${until} and ${which}
    group by figure, label order by sum(count) desc, figure, label limit ${LINES_MAX}
  `.execute(db)
  return rows
}

/** The sums of what was added up by the hour, whatever it is of: of every figure, one. */
export async function readHourlySums(
  db: Kysely<Schema>,
  { from, until }: Span,
): Promise<readonly Pick<HourlyFigures, 'figure' | 'count'>[]> {
  const { rows } = await sql<Pick<HourlyFigures, 'figure' | 'count'>>`
    select figure, sum(count)::float8 as count
    from figure_hour where hour >= date_trunc('hour', ${from}::timestamptz) and hour < ${until}
    group by figure order by figure
  `.execute(db)
  return rows
}

/** Dead letters of that time, whatever became of them: found by their index, and nothing else is read. */
function lettersOf({ from, until }: Span): RawBuilder<unknown> {
  const of = (status: string) => sql`
    (select source, type, code, status from dead_letter
     where status = ${status} and recorded_at >= ${from} and recorded_at < ${until} order by recorded_at desc limit ${LOOKED_AT_MAX})
  `
  return sql`(${of('OPEN')} union all ${of('REPLAYED')} union all ${of('DISCARDED')}) letters`
}

/** Events that failed, by where they came from, what they were and why. */
export async function readFailures(db: Kysely<Schema>, span: Span): Promise<readonly FailureFigures[]> {
  const { rows } = await sql<FailureFigures>`
    select source, type, code, count(*)::float8 as count, (count(*) filter (where status = 'OPEN'))::float8 as open
    from ${lettersOf(span)}
    group by source, type, code order by count(*) desc, source, type, code limit ${LINES_MAX}
  `.execute(db)
  return rows
}

/** Events that failed, by what they were, of these types, and why: the sums over all sources. Of all other types, of which there may be any number, `type` is null. */
export async function readFailureSums(
  db: Kysely<Schema>,
  span: Span,
  types: readonly string[],
): Promise<readonly FailureSum[]> {
  const { rows } = await sql<FailureSum>`
    select case when type = any(${[...types]}::text[]) then type end as type, code, count(*)::float8 as count
    from ${lettersOf(span)} group by 1, 2 order by 1, 2
  `.execute(db)
  return rows
}

/** What was put right afterwards. */
export async function readRecovery(db: Kysely<Schema>, { from, until }: Span): Promise<RecoveryFigures> {
  const { rows } = await sql<RecoveryFigures>`
    select r.replays, r.refused as "lettersRefusedAgain", l.replayed as "lettersReplayed", l.discarded as "lettersDiscarded", m.recovered as "movementsRecovered", d.recovered as "deliveriesRecovered"
    from (
      select count(*)::float8 as replays, coalesce(sum(rejected), 0)::float8 as refused from event_replay where requested_at >= ${from} and requested_at < ${until}
    ) r, (
      select (count(*) filter (where status = 'REPLAYED'))::float8 as replayed, (count(*) filter (where status = 'DISCARDED'))::float8 as discarded
      from (select status from dead_letter where settled_at >= ${from} and settled_at < ${until} order by settled_at desc limit ${LOOKED_AT_MAX}) s
    ) l, (
      select count(*)::float8 as recovered
      from (select from erp_movement where state = 'ACKNOWLEDGED' and attempts > 1 and settled_at >= ${from} and settled_at < ${until} limit ${LOOKED_AT_MAX}) s
    ) m, (
      select count(*)::float8 as recovered
      from (select from webhook_delivery where status = 'DELIVERED' and attempts > 1 and settled_at >= ${from} and settled_at < ${until} limit ${LOOKED_AT_MAX}) s
    ) d
  `.execute(db)
  const [figures] = rows
  if (figures === undefined) throw new Error('Sums are one row')
  return figures
}

/** What ERPs have otherwise now, by ERP and location. */
export async function readDivergenceSums(db: Kysely<Schema>): Promise<readonly DivergenceFigures[]> {
  const { rows } = await sql<DivergenceFigures>`
    select system_id as "systemId", location_id as "locationId", count(*)::float8 as positions, sum(abs(difference))::float8 as units
    from erp_divergence where state in ('OPEN', 'HELD', 'PROPOSED') and cause <> 'COUNT_OF_A_DAY'
    group by system_id, location_id order by sum(abs(difference)) desc, system_id, location_id limit ${LINES_MAX}
  `.execute(db)
  return rows
}

/** What waits for somebody who decides, or for the next comparison, by ERP and priority: of the oldest so many. */
export async function readBacklog(db: Kysely<Schema>): Promise<readonly BacklogFigures[]> {
  const { rows } = await sql<BacklogFigures>`
    select system_id as "systemId", priority, count(*)::float8 as count, sum(abs(difference))::float8 as units, min(first_seen_at) as "oldestFirstSeenAt"
    from (
      select d.system_id, d.difference, d.first_seen_at, ${PRIORITY} as priority
      from (select * from erp_divergence where state in ('OPEN', 'HELD', 'PROPOSED') and cause <> 'COUNT_OF_A_DAY' order by first_seen_at limit ${RANKED_MAX}) d join erp_system s on s.id = d.system_id
    ) ranked
    group by system_id, priority order by system_id, priority
  `.execute(db)
  return rows
}

/** What people did by hand, by what it was, and of adjustments by who reported them. */
export async function readInterventions(db: Kysely<Schema>, span: Span): Promise<readonly HourlyFigures[]> {
  const adjustments = await readHourly(db, span, sql`figure = 'ADJUSTMENT'`)
  return [...adjustments, ...(await readDecisions(db, span))]
}

/** What people decided, by what it was: never more lines than there are kinds. */
export async function readDecisions(db: Kysely<Schema>, { from, until }: Span): Promise<readonly HourlyFigures[]> {
  const { rows } = await sql<HourlyFigures>`
    select 'DIVERGENCE_' || (note ->> 'what') as figure, '' as label, count(*)::float8 as count, 0::float8 as units
    from (
      -- What was decided then may have been settled at any time after it.
      (select trail from erp_divergence where settled_at >= ${from} order by settled_at limit ${LOOKED_AT_MAX})
      union all
      select trail from erp_divergence where state in ('OPEN', 'HELD', 'PROPOSED', 'IGNORED')
    ) d cross join lateral jsonb_array_elements(d.trail) note
    where note ->> 'by' <> 'hub' and (note ->> 'at')::timestamptz >= ${from} and (note ->> 'at')::timestamptz < ${until}
    group by 1
    union all
    select 'REPLAY', '', count(*)::float8, 0 from event_replay where requested_at >= ${from} and requested_at < ${until} having count(*) > 0
    union all
    select 'LETTER_' || status, '', count(*)::float8, 0
    from (
      select status from dead_letter
      where settled_at >= ${from} and settled_at < ${until} and settled_by is not null and settled_by not like '/erp/%' and settled_by <> 'hub' order by settled_at desc limit ${LOOKED_AT_MAX}
    ) l group by status
    order by 1
  `.execute(db)
  return rows
}

/** Numbers of the journal that are not in the figures of hours yet. */
export async function countUngathered(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select coalesce(sum(h.number - c.number), 0)::float8 as left from figure_cursor c join bucket_head h on h.bucket = c.bucket
  `.execute(db)
  return rows[0]?.left ?? 0
}

/** The priority of each of these divergences. */
export async function readPriorities(
  db: Kysely<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Priority>> {
  const { rows } = await sql<{ id: string; priority: Priority }>`
    select d.id, ${PRIORITY} as priority from erp_divergence d join erp_system s on s.id = d.system_id where d.id = any(${[...ids]}::text[])
  `.execute(db)
  return new Map(rows.map(({ id, priority }) => [id, priority]))
}
