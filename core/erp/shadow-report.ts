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

/** Comparisons that a report looks back at, at most: of a quarter of an hour each they are those of seven weeks. */
const LOOKED_BACK_MAX = 5_000
const HOUR_MS = 3_600_000
/** Without a schedule, comparisons may be so far apart. */
const UNSCHEDULED_GAP_MS = 24 * HOUR_MS
/** With one, so many of them may be missed. */
const MISSED_MAX = 3

interface Comparison {
  readonly started_at: Date
  readonly ended_at: Date
  readonly compared: number
  readonly beyond: number
  readonly told: number
}

interface Now {
  readonly now: Date
  readonly differing: number
  readonly refused: number
  readonly failing_since: Date | null
}

/**
 * An ERP is right since the first of its whole comparisons that found no difference beyond `correctUpTo`, if all after it did so as well, and followed each other without a hole: at most three times `reconcileMinutes` apart (an hour
 * at least; a day where it has no schedule). A comparison only ends when the ERP was read past its snapshot, so a hole in the reading is a hole in these.
 */
export async function readShadowReport(db: Kysely<Schema>, system: ErpSystem): Promise<ShadowReport> {
  const { id, correctUpTo, reconcileMinutes, shadowHours } = system
  const { rows: comparisons } = await sql<Comparison>`
    select started_at, ended_at, compared, beyond, told from erp_reconciliation
    where system_id = ${id} and state = 'DONE' and location_ids is null and skus is null
    order by requested_at desc limit ${LOOKED_BACK_MAX}
  `.execute(db)
  const { rows } = await sql<Now>`
    select clock_timestamp() as now,
      (select count(*) from erp_divergence where system_id = ${id} and state in ('OPEN', 'HELD', 'PROPOSED') and cause <> 'COUNT_OF_A_DAY' and abs(difference) > ${correctUpTo})::float8 as differing,
      (select count(*) from erp_movement where system_id = ${id} and state = 'REFUSED')::float8 as refused,
      (select failing_since from erp_pull where system_id = ${id}) as failing_since
  `.execute(db)
  const [state] = rows
  if (state === undefined) throw new Error('The database has no clock')
  const { now, differing, refused, failing_since } = state
  const gapMs = reconcileMinutes === 0 ? UNSCHEDULED_GAP_MS : Math.max(HOUR_MS, MISSED_MAX * reconcileMinutes * 60_000)

  const right: Comparison[] = []
  let next = now
  for (const comparison of comparisons) {
    if (comparison.beyond > 0 || next.getTime() - comparison.ended_at.getTime() > gapMs) break
    right.push(comparison)
    next = comparison.started_at
  }
  const [last] = comparisons
  const isLate = last !== undefined && now.getTime() - last.ended_at.getTime() > gapMs
  const isUnread = failing_since !== null && now.getTime() - failing_since.getTime() > gapMs
  const differs = differing > 0 || (last?.beyond ?? 0) > 0
  const since = differs || refused > 0 || isUnread ? null : (right.at(-1)?.started_at ?? null)
  const isShort = since === null || now.getTime() - since.getTime() < shadowHours * HOUR_MS
  const found: Readonly<Record<ShadowProblem, boolean>> = {
    NEVER_COMPARED: last === undefined,
    DIFFERS: differs,
    REFUSED: refused > 0,
    NOT_COMPARED: isLate,
    NOT_READ: isUnread,
    TOO_SHORT: isShort,
  }
  return {
    since,
    comparisons: since === null ? 0 : right.length,
    positions: last?.compared ?? 0,
    movements: since === null ? 0 : right.reduce((sum, { told }) => sum + told, 0),
    differing,
    refused,
    lastComparedAt: last?.ended_at ?? null,
    requiredHours: shadowHours,
    problems: SHADOW_PROBLEMS.filter((problem) => found[problem]),
  }
}
