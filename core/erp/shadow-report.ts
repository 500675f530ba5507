import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { ErpSystem } from './routes.ts'

/** Why nobody can say that an ERP has been right for long enough, in the order in which it matters. */
export const SHADOW_PROBLEMS = [
  'NEVER_COMPARED',
  'DIFFERS',
  'REFUSED',
  'NOT_COMPARED',
  'NOT_READ',
  'TOO_SHORT',
] as const
export type ShadowProblem = (typeof SHADOW_PROBLEMS)[number]

/** For how long an ERP has been right, and whether that is long enough for it to keep the books. */
export interface ShadowReport {
  /** null where it is not right now, or nobody knows. */
  readonly since: Date | null
  /** Whole comparisons without a difference that counts, one after the other without a hole, up to now. */
  readonly comparisons: number
  /** Positions of the last whole comparison. */
  readonly positions: number
  /** Movements that it took in that time. */
  readonly movements: number
  /** Positions that differ now by more than what is taken over by itself, and that nobody ignores. */
  readonly differing: number
  /** Movements that it has refused. */
  readonly refused: number
  readonly lastComparedAt: Date | null
  readonly requiredHours: number
  readonly problems: readonly ShadowProblem[]
}

/** A report looks back for so many hours beyond those that are long enough, which are seven weeks: however often an ERP is compared, the comparisons of all that time are looked at, and none before. */
const LOOKED_BACK_HOURS = 49 * 24
const HOUR_MS = 3_600_000
/** Without a schedule, comparisons may be so far apart. */
const UNSCHEDULED_GAP_MS = 24 * HOUR_MS
/** With one, so many of them may be missed. */
const MISSED_MAX = 3

interface State {
  readonly now: Date
  readonly differing: number
  readonly refused: number
  readonly failing_since: Date | null
  /** The last whole comparison; null where there was none. */
  readonly ended_at: Date | null
  readonly compared: number | null
  readonly beyond: number | null
  /** Those up to now that found nothing, without a hole. */
  readonly right_since: Date | null
  readonly comparisons: number
  readonly told: number
}

/**
 * An ERP is right since the first of its whole comparisons that found no difference beyond `correctUpTo`, if all after it did so as well, and followed each other without a hole: at most three times `reconcileMinutes` apart (an hour
 * at least; a day where it has no schedule). A comparison only ends when the ERP was read past its snapshot, so a hole in the reading is a hole in these.
 */
export async function readShadowReport(db: Kysely<Schema>, system: ErpSystem): Promise<ShadowReport> {
  const { id, correctUpTo, reconcileMinutes, shadowHours } = system
  const gapMs = reconcileMinutes === 0 ? UNSCHEDULED_GAP_MS : Math.max(HOUR_MS, MISSED_MAX * reconcileMinutes * 60_000)
  const lookedBackHours = shadowHours + gapMs / HOUR_MS + LOOKED_BACK_HOURS
  const whole = sql`system_id = ${id} and state = 'DONE' and location_ids is null and skus is null`
  const { rows } = await sql<State>`
    with comparison as materialized (
      select requested_at, started_at, told,
             coalesce(beyond, divergent) > 0 or coalesce(lag(started_at) over (order by requested_at desc), now()) - ended_at > ${gapMs} * interval '1 millisecond' as is_end
      from erp_reconciliation where ${whole} and requested_at > now() - ${lookedBackHours} * interval '1 hour'
    )
    select now() as now, last.ended_at, last.compared, last.beyond, run.right_since, run.comparisons, run.told,
      (select count(*) from erp_divergence where system_id = ${id} and state in ('OPEN', 'HELD', 'PROPOSED') and cause <> 'COUNT_OF_A_DAY' and abs(difference) > ${correctUpTo})::float8 as differing,
      (select count(*) from erp_movement where system_id = ${id} and state = 'REFUSED')::float8 as refused,
      (select failing_since from erp_pull where system_id = ${id}) as failing_since
    from (
      select min(started_at) as right_since, count(*)::float8 as comparisons, coalesce(sum(told), 0)::float8 as told
      from comparison where requested_at > coalesce((select max(requested_at) from comparison where is_end), '-infinity')
    ) run left join (
      select ended_at, compared, coalesce(beyond, divergent) as beyond from erp_reconciliation where ${whole} order by requested_at desc limit 1
    ) last on true
  `.execute(db)
  const [report] = rows
  if (report === undefined) throw new Error('Sums are one row')
  const { now, differing, refused, failing_since, ended_at } = report

  const isLate = ended_at !== null && now.getTime() - ended_at.getTime() > gapMs
  const isUnread = failing_since !== null && now.getTime() - failing_since.getTime() > gapMs
  const differs = differing > 0 || (report.beyond ?? 0) > 0
  const since = differs || refused > 0 || isUnread ? null : report.right_since
  const isShort = since === null || now.getTime() - since.getTime() < shadowHours * HOUR_MS
  const found: Readonly<Record<ShadowProblem, boolean>> = {
    NEVER_COMPARED: ended_at === null,
    DIFFERS: differs,
    REFUSED: refused > 0,
    NOT_COMPARED: isLate,
    NOT_READ: isUnread,
    TOO_SHORT: isShort,
  }
  return {
    since,
    comparisons: since === null ? 0 : report.comparisons,
    positions: report.compared ?? 0,
    movements: since === null ? 0 : report.told,
    differing,
    refused,
    lastComparedAt: ended_at,
    requiredHours: shadowHours,
    problems: SHADOW_PROBLEMS.filter((problem) => found[problem]),
  }
}
