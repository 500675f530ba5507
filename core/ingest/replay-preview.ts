import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { BalanceChange } from '../ledger/preview.ts'
import { namesIn, readAwaiting } from './awaiting.ts'
import { attemptsOf, openLetters, previewReplays, type ReplayResult, replaysOf } from './dead-letters.ts'
import { conditionsOf, type EventSelection, isAbout } from './event-selection.ts'
import type { Ingest, Reporter } from './ingest.ts'
import { REPLAY_CHUNK } from './replays.ts'
import { type Tally, tallyOf } from './result.ts'

/** Letters that a dry run looks at, at most: they are read and decided on one snapshot, which may not stay open for long. */
export const DRY_RUN_MAX = 2_000
/** Recorded events that are looked at for how many have had their effect, at most. */
const LOOKED_AT_MAX = 100_000

/** What a replay would do. */
export interface ReplayPreview {
  /** Letters that were looked at, and what would become of them. */
  readonly tally: Tally
  /** Whether these are all that are meant. */
  readonly complete: boolean
  readonly results: readonly ReplayResult[]
  readonly changes: readonly BalanceChange[]
  /** Parked events that would wait no longer, because what they wait for comes. */
  readonly woken: number
  /** Recorded events that are meant and have had their effect already: a replay leaves them alone. */
  readonly settled: number
  /** Whether `settled` counts all of them. */
  readonly settledComplete: boolean
}

/**
 * What a replay would do, if nothing else happened meanwhile: the same letters in the same order and in the same steps, decided as the ledger decides, on one snapshot and without writing.
 * With `lettersMax` beyond `DRY_RUN_MAX`, or without, it says of how many that is so.
 */
export async function previewReplay(
  ingest: Ingest,
  selection: EventSelection,
  lettersMax: number | null,
  reporter: Reporter,
): Promise<ReplayPreview> {
  const limit = Math.min(lettersMax ?? Number.POSITIVE_INFINITY, DRY_RUN_MAX)
  const found = await openLetters(ingest, selection, { limit: limit + 1 })
  const letters = found.slice(0, limit)
  const replays = await replaysOf(ingest, letters, reporter)
  const submissions = replays.flatMap(attemptsOf)
  const parked = await readAwaiting(ingest, namesIn(submissions))
  const { results, changes, woken } = await previewReplays(ingest, replays, { parked, batchSize: REPLAY_CHUNK })
  const { settled, looked } = await countSettled(ingest.options.db.kysely, selection)
  return {
    tally: tallyOf(results.map(({ status }) => status)),
    complete: found.length <= limit || limit === lettersMax,
    results,
    changes,
    woken: woken.length,
    settled,
    settledComplete: looked <= LOOKED_AT_MAX,
  }
}

/** Looks at so many rows and no more, which the index finds by their time; what was refused for some reason has had no effect. */
async function countSettled(db: Kysely<Schema>, selection: EventSelection) {
  const { codes, skus, recordedFrom, recordedBefore, occurredFrom, occurredBefore, sources, types } = selection
  if (codes !== undefined) return { settled: 0, looked: 0 }
  const within = conditionsOf({ recordedFrom, recordedBefore, occurredFrom, occurredBefore })
  const meant = [sql`status in ('ACCEPTED', 'CONFIRMED')`, ...conditionsOf({ sources, types })]
  if (skus !== undefined) meant.push(isAbout(sql`content`, skus))
  const { rows } = await sql<{ settled: number; looked: number }>`
    select count(*) filter (where n <= ${LOOKED_AT_MAX} and ${sql.join(meant, sql` and `)})::float8 as settled, count(*)::float8 as looked
    from (
      select source, type, status, content, row_number() over () as n
      from event where ${sql.join([sql`true`, ...within], sql` and `)} limit ${LOOKED_AT_MAX + 1}
    ) looked
  `.execute(db)
  return rows[0] ?? { settled: 0, looked: 0 }
}
