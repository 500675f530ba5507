import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { databaseErrorCode, isDatabaseUnavailable } from '../database/errors.ts'
import { bucketOf, bucketOfPair } from '../ledger/bucket.ts'
import { LedgerUnavailable } from '../ledger/ledger.ts'
import { MappingUnavailable } from '../mappings/evaluator.ts'
import { namesIn, readAwaiting } from './awaiting.ts'
import {
  attemptsOf,
  countOpenLetters,
  type Letter,
  lettersById,
  openLetters,
  type PlacedLetter,
  replaysOf,
  tryAgain,
} from './dead-letters.ts'
import { fromKept } from './event-selection.ts'
import type { Ingest, Reporter } from './ingest.ts'
import { PAYLOAD_TYPE } from './mapped-payload.ts'
import {
  beginStep,
  type EventReplay,
  endReplay,
  endStep,
  findReplay,
  nextReplay,
  noteTotal,
  placeOf,
  REPLAY_CHUNK,
} from './replays.ts'
import { type EventStatus, isEventStatus, tallyOf } from './result.ts'

export interface WorkReplaysOptions {
  readonly ingest: Ingest
  readonly signal: AbortSignal
  readonly log: {
    info(details: object, message: string): void
    warn(details: object, message: string): void
  }
}

/** How long a cancelled replay goes on waiting for its time, at most. */
const LOOK_MS = 1_000

/**
 * Does the replays that were asked for, one after the other, each at its pace. In one process at a time; another goes on where one went away: it looks what became of the letters that were under way then, and nothing
 * that has had an effect is tried again, because the ledger itself decides only about events that have had none.
 */
export async function workReplays(options: WorkReplaysOptions): Promise<void> {
  const { ingest, signal, log } = options
  const { kysely } = ingest.options.db
  for (let next = await nextReplay(kysely); next !== undefined; next = await nextReplay(kysely)) {
    const { id } = next
    try {
      await replay(options, next)
      const { state, done, accepted, rejected } = (await findReplay(kysely, id)) ?? next
      log.info({ replay: id, state, done, accepted, rejected }, 'A replay of events has ended')
    } catch (error) {
      // Another process goes on with it, or this one when the database is there again, or what maps payloads.
      signal.throwIfAborted()
      if (error instanceof LedgerUnavailable || error instanceof MappingUnavailable) throw error
      if (isDatabaseUnavailable(error) && !isCanceled(error)) throw error
      log.warn({ err: error, replay: id }, 'A replay of events failed')
      await endReplay(kysely, id, 'FAILED', error instanceof Error ? error.message : String(error))
    }
  }
}

/** Whether PostgreSQL cancelled a statement of the replay: it would do so again, and the replays behind this one are not to wait for it for ever. */
function isCanceled(error: unknown): boolean {
  return databaseErrorCode(error) === '57014'
}

async function replay({ ingest, signal }: WorkReplaysOptions, begun: EventReplay): Promise<void> {
  const { kysely } = ingest.options.db
  const selection = fromKept(begun.selection)
  const reporter: Reporter = { client: begun.requested_by, channels: null }
  // A Date has cut off what PostgreSQL keeps of the moment beyond milliseconds.
  const upTo = new Date(begun.requested_at.getTime() + 1)
  if (begun.total === null) {
    const most = begun.letters_max ?? Number.POSITIVE_INFINITY
    await noteTotal(kysely, begun.id, await countOpenLetters(ingest, selection, { upTo, most, signal }))
  }
  const startedAt = performance.now()
  let tried = 0

  for (let at: EventReplay | undefined = begun; at !== undefined; ) {
    signal.throwIfAborted()
    const left: number = at.letters_max === null ? REPLAY_CHUNK : Math.min(REPLAY_CHUNK, at.letters_max - at.done)
    const after = await placeOf(kysely, at.id)
    const letters: readonly PlacedLetter[] =
      at.underway === null
        ? await openLetters(ingest, selection, { after, upTo, limit: left })
        : await lettersById(ingest, at.underway)
    const last = letters.at(-1)
    if (last === undefined) {
      await endReplay(kysely, at.id, 'DONE', null)
      return
    }
    const ids = letters.map(({ id }) => id)
    if (!(await beginStep(kysely, at, ids))) return
    const results = await step(ingest, letters, reporter)
    at = await endStep(kysely, at, last.place, tallyOf(results))
    tried += letters.length
    if (at !== undefined) await pace(ingest, at, startedAt + (tried / at.events_per_second) * 1_000, signal)
  }
}

/**
 * Tries letters again, and what waits for what they make or move: the ledger wakes it as well, but this is where it is waited for, so that each step finds what those before it have left.
 */
async function step(ingest: Ingest, letters: readonly Letter[], reporter: Reporter): Promise<EventStatus[]> {
  const before = await earlierResults(ingest, letters, reporter)
  const replays = await replaysOf(ingest, letters, reporter)
  const results = await tryAgain(ingest, replays, reporter)
  const tried = replays.flatMap(attemptsOf)
  await wake(ingest, namesIn(tried))
  return results.map(({ deadLetterId, status }) => before.get(deadLetterId) ?? status)
}

async function wake(ingest: Ingest, names: readonly string[]): Promise<void> {
  const parked = await readAwaiting(ingest, names)
  await ingest.options.ledger.submitAll(
    parked.map(({ submission }) => submission),
    'bulk',
  )
}

/** Of letters that are settled, because a process went away after their events were recorded and before that was written down here: what became of them. */
async function earlierResults(
  { options }: Ingest,
  letters: readonly Letter[],
  { client }: Reporter,
): Promise<Map<string, EventStatus>> {
  const settled = letters.filter(({ status }) => status === 'REPLAYED')
  if (settled.length === 0) return new Map()
  await sql`
    update dead_letter set settled_by = ${client}
    where bucket = any(${[...new Set(settled.map(({ id }) => bucketOf(id)))]}::smallint[]) and id = any(${settled.map(({ id }) => id)}::text[]) and settled_by is null
  `.execute(options.db.kysely)
  const { rows } = await sql<{ id: string; status: string | null }>`
    select l.id, e.status
    from unnest(${settled.map(({ id }) => id)}::text[], ${settled.map(({ source }) => source)}::text[], ${settled.map(({ event_id }) => event_id)}::text[]) as l (id, source, event_id)
    left join event e on e.source = l.source and e.id = l.event_id
      and e.bucket = any(${settled.map(({ source, event_id }) => bucketOfPair(source, event_id))}::smallint[])
  `.execute(options.db.kysely)
  // What is no event stays refused under its own name: of a payload, and of a movement that an ERP had refused, it is the settling that says that it was done.
  const payloads = new Set(settled.filter(({ type }) => type === PAYLOAD_TYPE).map(({ id }) => id))
  const statusOf = ({ id, status }: { readonly id: string; readonly status: string | null }): EventStatus =>
    status !== null && isEventStatus(status) && !payloads.has(id) ? status : 'ACCEPTED'
  return new Map(rows.map((row) => [row.id, statusOf(row)]))
}

/** Waits for the time of the next step, unless the replay is cancelled. */
async function pace({ options }: Ingest, { id }: EventReplay, until: number, signal: AbortSignal): Promise<void> {
  for (let left = until - performance.now(); left > 0; left = until - performance.now()) {
    await sleep(Math.min(left, LOOK_MS), undefined, { signal })
    if (left > LOOK_MS && (await findReplay(options.db.kysely, id))?.state !== 'RUNNING') return
  }
}
