import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { discardRefused, ERP_MOVEMENT_TYPE, replayRefused } from '../erp/refused-movement.ts'
import { bucketOf } from '../ledger/bucket.ts'
import type { EventIdentity, RefusalCode, Submission } from '../ledger/commands.ts'
import { type Preview, type PreviewOptions, preview } from '../ledger/preview.ts'
import { conditionsOf, type EventSelection, isAbout } from './event-selection.ts'
import type { Ingest, Reporter } from './ingest.ts'
import { PAYLOAD_TYPE, payloadResult, replayPayload } from './mapped-payload.ts'
import { type EventResult, toEventResult } from './result.ts'
import { readable } from './unreadable.ts'

/** Letters in one replay, at most. */
export const REPLAY_MAX = 1_000

export interface ReplayRequest {
  /** These letters, or all open ones that match, oldest first, at most `REPLAY_MAX`. */
  readonly which: { readonly ids: readonly string[] } | { readonly filter: EventSelection }
  /** Mended events by the id of their letter. */
  readonly mended?: ReadonlyMap<string, unknown>
  /** Only say what would become of each. Decided against the state as it is now, each letter by itself. */
  readonly dryRun?: boolean
}

export interface ReplayResult extends EventResult {
  readonly deadLetterId: string
}

export interface DeadLetterRefusal {
  readonly code: Extract<RefusalCode, 'INVALID_INPUT' | 'NOT_FOUND' | 'WRONG_STATE'>
  readonly message: string
  /** The letter that it is about. */
  readonly deadLetterId?: string
}

export type Replayed =
  | { readonly status: 'replayed'; readonly results: readonly ReplayResult[] }
  | { readonly status: 'refused'; readonly errors: readonly [DeadLetterRefusal, ...DeadLetterRefusal[]] }

/** A dead letter as far as trying it again needs it. */
export interface Letter {
  readonly id: string
  readonly source: string
  readonly event_id: string
  readonly type: string
  readonly content: unknown
  readonly status: 'OPEN' | 'REPLAYED' | 'DISCARDED'
}

/** Its place in the order in which letters were recorded; the moment as PostgreSQL writes it, which is finer than a Date. */
export interface LetterPlace {
  readonly recordedAt: string
  readonly id: string
}

export type PlacedLetter = Letter & { readonly place: LetterPlace }

/**
 * Tries dead letters again, mended where wanted. A letter that succeeds is settled by the ledger in the same transaction as its effect; one that fails
 * again stays open with its newest reason. Asking again for a letter that was replayed answers DUPLICATE: its effect stands, nothing is done twice.
 * Refused as a whole, in this order: INVALID_INPUT, NOT_FOUND, WRONG_STATE (a letter that was discarded).
 */
export async function replayDeadLetters(ingest: Ingest, request: ReplayRequest, reporter: Reporter): Promise<Replayed> {
  const { which, mended = new Map<string, unknown>(), dryRun = false } = request
  const errors: DeadLetterRefusal[] = []
  if ('ids' in which) {
    if (which.ids.length === 0 || which.ids.length > REPLAY_MAX) {
      errors.push({ code: 'INVALID_INPUT', message: `Give 1 to ${REPLAY_MAX} ids.` })
    }
    for (const id of mended.keys()) {
      if (which.ids.includes(id)) continue
      errors.push({ code: 'INVALID_INPUT', message: `A mended event belongs to one of the ids.`, deadLetterId: id })
    }
  } else if (mended.size > 0) {
    errors.push({ code: 'INVALID_INPUT', message: 'Mended events need the ids of their letters.' })
  }
  if (refused(errors)) return { status: 'refused', errors }

  const letters =
    'ids' in which
      ? await lettersById(ingest, which.ids)
      : await openLetters(ingest, which.filter, { limit: REPLAY_MAX })
  if ('ids' in which) {
    const found = new Map(letters.map((letter) => [letter.id, letter]))
    for (const id of which.ids) {
      const letter = found.get(id)
      if (letter === undefined) {
        errors.push({ code: 'NOT_FOUND', message: `There is no dead letter "${id}".`, deadLetterId: id })
      } else if (letter.status === 'DISCARDED') {
        errors.push({ code: 'WRONG_STATE', message: `Dead letter "${id}" was discarded.`, deadLetterId: id })
      }
    }
    errors.sort((a, b) => a.code.localeCompare(b.code))
  }
  if (refused(errors)) return { status: 'refused', errors }

  const replays = await replaysOf(ingest, letters, reporter, mended)
  const answers = dryRun ? await wouldBecome(ingest, replays) : await tryAgain(ingest, replays, reporter)
  return { status: 'replayed', results: answers }
}

function refused(errors: DeadLetterRefusal[]): errors is [DeadLetterRefusal, ...DeadLetterRefusal[]] {
  return errors.length > 0
}

const COLUMNS = sql`id, source, event_id, type, content, status, recorded_at::text as exact`

type LetterRow = Letter & { readonly exact: string }

function letterOf({ exact, ...letter }: LetterRow): PlacedLetter {
  return { ...letter, place: { recordedAt: exact, id: letter.id } }
}

/** In the order of the ids; those that there are not, are left out. */
export async function lettersById({ options }: Ingest, ids: readonly string[]): Promise<PlacedLetter[]> {
  const { rows } = await sql<LetterRow>`
    select ${COLUMNS} from dead_letter where bucket = any(${[...new Set(ids.map(bucketOf))]}::smallint[]) and id = any(${[...ids]}::text[])
  `.execute(options.db.kysely)
  const byId = new Map(rows.map((row) => [row.id, letterOf(row)]))
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}

/** Which open letters are looked through: those that had been recorded by `upTo` where it is given, from behind the letter `after` on. */
export interface LetterRange {
  readonly after?: LetterPlace | undefined
  readonly upTo?: Date
}

/** Open letters that are meant, oldest first. */
export async function openLetters(
  ingest: Ingest,
  selection: EventSelection,
  { limit, ...range }: LetterRange & { readonly limit: number },
): Promise<PlacedLetter[]> {
  const letters: PlacedLetter[] = []
  for await (const part of partsOf(ingest, selection, range)) {
    const { rows } = await sql<LetterRow>`
      select ${COLUMNS} from dead_letter where ${part} and ${whichLetters(selection)}
      order by recorded_at, id limit ${limit - letters.length}
    `.execute(ingest.options.db.kysely)
    letters.push(...rows.map(letterOf))
    if (letters.length >= limit) break
  }
  return letters
}

/** How many open letters are meant, counted no further than `most`. */
export async function countOpenLetters(
  ingest: Ingest,
  selection: EventSelection,
  { most, signal, ...range }: LetterRange & { readonly most: number; readonly signal: AbortSignal },
): Promise<number> {
  let counted = 0
  for await (const part of partsOf(ingest, selection, range)) {
    signal.throwIfAborted()
    const { rows } = await sql<{ count: number }>`
      select count(*)::float8 as count from dead_letter where ${part} and ${whichLetters(selection)}
    `.execute(ingest.options.db.kysely)
    counted += rows[0]?.count ?? 0
    if (counted >= most) return most
  }
  return counted
}

/**
 * Letters that one statement looks at, at most. How many of them are meant is only known from what they hold, which may be 256 KiB each: however many are open and however few of them are meant, no statement takes so long that
 * PostgreSQL would cancel it.
 */
const LOOKED_AT_MAX = 500

/** Conditions for one part of the open letters after the other, in their order: each is a piece of the index that has so many at most. */
async function* partsOf(
  { options }: Ingest,
  { recordedFrom, recordedBefore }: EventSelection,
  { after, upTo }: LetterRange,
): AsyncGenerator<RawBuilder<SqlBool>> {
  const open = [sql<SqlBool>`status = 'OPEN'`, ...conditionsOf({ recordedFrom, recordedBefore })]
  if (upTo !== undefined) open.push(sql<SqlBool>`recorded_at <= ${upTo}`)
  const placeOf = ({ recordedAt, id }: LetterPlace) => sql`(${recordedAt}::timestamptz, ${id})`
  for (let from = after; ; ) {
    const behind = from === undefined ? [] : [sql<SqlBool>`(recorded_at, id) > ${placeOf(from)}`]
    const left = sql.join<SqlBool>([...open, ...behind], sql` and `)
    const { rows } = await sql<LetterPlace>`
      select recorded_at::text as "recordedAt", id from dead_letter where ${left}
      order by recorded_at, id limit 1 offset ${LOOKED_AT_MAX - 1}
    `.execute(options.db.kysely)
    const [last] = rows
    yield last === undefined ? left : sql<SqlBool>`${left} and (recorded_at, id) <= ${placeOf(last)}`
    if (last === undefined) return
    from = last
  }
}

/** What a selection says of dead letters. */
function whichLetters(selection: EventSelection): RawBuilder<SqlBool> {
  const { codes, skus } = selection
  const conditions = conditionsOf(selection)
  if (codes !== undefined) conditions.push(sql<SqlBool>`code = any(${[...codes]}::text[])`)
  if (skus !== undefined) conditions.push(isAbout(sql`content`, skus))
  return sql.join([sql<SqlBool>`true`, ...conditions], sql` and `)
}

/** An event as it is tried again. */
type Attempt = Submission & { readonly event: EventIdentity }

/** One letter that is tried again. */
export interface Replay {
  readonly letter: Letter
  /** Absent when there is nothing to try, because the letter was replayed before, and where it is no event but a movement that an ERP refused. */
  readonly submission?: Attempt
  /** The event comes under another source or id than the letter was kept under, because that was unreadable. */
  readonly renamed: boolean
  /** What the ERP refused is told again as it is: the journal does not change. */
  readonly mendedInVain?: boolean
  /** It holds the payload of another system, and these are the events that come of it. */
  readonly mapped?: readonly Attempt[]
}

/** One after the other, because payloads are mapped like that as well: a replay has one of them waiting, and not a thousand before those that are posted now. Throws `MappingUnavailable`. */
export async function replaysOf(
  ingest: Ingest,
  letters: readonly Letter[],
  reporter: Reporter,
  mended: ReadonlyMap<string, unknown> = new Map(),
): Promise<Replay[]> {
  const replays: Replay[] = []
  for (const letter of letters) replays.push(await replayOf(ingest, letter, mended.get(letter.id), reporter))
  return replays
}

async function replayOf(ingest: Ingest, letter: Letter, mended: unknown, reporter: Reporter): Promise<Replay> {
  if (letter.status !== 'OPEN') return { letter, renamed: false }
  if (letter.type === PAYLOAD_TYPE) {
    const again = await replayPayload(ingest, letter, mended, reporter)
    if (again.status === 'mapped') {
      return { letter, renamed: false, mapped: again.events.map((event) => ingest.toSubmission(event, reporter)) }
    }
    return { letter, renamed: false, submission: again.submission }
  }
  if (letter.type === ERP_MOVEMENT_TYPE) return { letter, renamed: false, mendedInVain: mended !== undefined }

  const { source, event_id: id } = letter
  const submission = ingest.toSubmission(mended === undefined ? letter.content : mended, reporter)
  const { event, command } = submission
  const sameSource = event.source === source || readable(source) === null
  const sameId = event.id === id || readable(id) === null
  const kept: EventIdentity = { ...event, source, id, retryOf: 'deadLetter' }

  if (command.kind === 'refuseEvent') return { letter, submission: { ...submission, event: kept }, renamed: false }
  if (!sameSource || !sameId) {
    const message = `A mended event keeps the source "${source}" and the id "${id}".`
    const refuse = { kind: 'refuseEvent', code: 'INVALID_EVENT', message } as const
    return { letter, submission: { ...submission, command: refuse, event: kept }, renamed: false }
  }
  const renamed = event.source !== source || event.id !== id
  return { letter, submission: renamed ? submission : { ...submission, event: kept }, renamed }
}

/** Tries them all, in one batch as far as nobody else writes; settles those that succeed. */
export async function tryAgain(
  ingest: Ingest,
  replays: readonly Replay[],
  reporter: Reporter,
): Promise<ReplayResult[]> {
  const { ledger } = ingest.options
  const settled = await Promise.allSettled(
    replays.map(async (replay): Promise<ReplayResult> => {
      const { letter, submission, mapped } = replay
      if (mapped !== undefined) {
        const answers = await ledger.submitAll(mapped, 'bulk')
        return { ...mappedResult(letter, mapped, answers), deadLetterId: letter.id }
      }
      if (submission === undefined) {
        const result = withoutEvent(replay)
        if (result.status === 'ACCEPTED') await replayRefused(ingest.options.db.kysely, letter, reporter.client)
        return result
      }
      const result = toEventResult(submission.event, await ledger.submit(submission, 'bulk'))
      return { ...result, deadLetterId: letter.id }
    }),
  )
  await settle(ingest, replays, settled, reporter)
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

/** What becomes of a letter that holds no event to try. */
function withoutEvent({ letter, mendedInVain = false }: Replay): ReplayResult {
  if (letter.status !== 'OPEN') return replayedBefore(letter)
  const { id: deadLetterId, source, event_id: id } = letter
  if (!mendedInVain) {
    const message = 'It is told to the ERP again.'
    return { deadLetterId, source, id, status: 'ACCEPTED', code: null, message }
  }
  const message = 'What an ERP refused is told again as it is: mend the item, the place or the connector instead.'
  return { deadLetterId, source, id, status: 'REJECTED', code: 'ERP_REFUSED', message }
}

function replayedBefore({ id, source, event_id }: Letter): ReplayResult {
  const message = 'It was replayed before.'
  return {
    deadLetterId: id,
    source: readable(source),
    id: readable(event_id),
    status: 'DUPLICATE',
    code: null,
    message,
  }
}

/**
 * Notes who replayed what succeeded. An event that got its name only by being mended was recorded under that name, refused or not, so its letter has
 * done its duty; should the hub end in between, replaying it again finds the duplicate and settles it.
 */
async function settle(
  ingest: Ingest,
  replays: readonly Replay[],
  results: readonly PromiseSettledResult<ReplayResult>[],
  reporter: Reporter,
): Promise<void> {
  const ids = replays.flatMap(({ letter, renamed }, index) => {
    const result = results[index]
    if (letter.status !== 'OPEN' || letter.type === ERP_MOVEMENT_TYPE || result?.status !== 'fulfilled') return []
    return renamed || result.value.status !== 'REJECTED' ? [letter.id] : []
  })
  if (ids.length === 0) return
  await sql`
    update dead_letter
    set status = 'REPLAYED', settled_at = coalesce(settled_at, now()), settled_by = ${reporter.client}
    where bucket = any(${[...new Set(ids.map(bucketOf))]}::smallint[]) and id = any(${ids}::text[])
      and status <> 'DISCARDED' and settled_by is null
  `.execute(ingest.options.db.kysely)
}

async function wouldBecome(ingest: Ingest, replays: readonly Replay[]): Promise<readonly ReplayResult[]> {
  return (await previewReplays(ingest, replays)).results
}

/** What would become of letters that are tried again, one after the other, and what that would change. */
export async function previewReplays(
  ingest: Ingest,
  replays: readonly Replay[],
  options: PreviewOptions = {},
): Promise<Pick<Preview, 'changes' | 'woken'> & { readonly results: readonly ReplayResult[] }> {
  const submissions = replays.flatMap(attemptsOf)
  if (submissions.length === 0)
    return {
      results: replays.map((replay) =>
        replay.mapped === undefined
          ? withoutEvent(replay)
          : { ...mappedResult(replay.letter, [], []), deadLetterId: replay.letter.id },
      ),
      changes: [],
      woken: [],
    }
  const { decisions, changes, woken } = await preview(ingest.options.db.kysely, submissions, options)
  let next = 0
  const results = replays.map((replay) => {
    const { letter, submission, mapped } = replay
    const outcomes = attemptsOf(replay).flatMap(() => decisions[next++]?.outcome ?? [])
    const [outcome] = outcomes
    if (mapped !== undefined) return { ...mappedResult(letter, mapped, outcomes), deadLetterId: letter.id }
    if (submission === undefined || outcome === undefined) return withoutEvent(replay)
    return { ...toEventResult(submission.event, outcome), deadLetterId: letter.id }
  })
  return { results, changes, woken }
}

/** What is tried for a letter: its event, or those that come of its payload. */
export function attemptsOf({ submission, mapped }: Replay): readonly Attempt[] {
  return mapped ?? (submission === undefined ? [] : [submission])
}

function mappedResult(
  { source, event_id }: Letter,
  mapped: readonly Attempt[],
  answers: readonly Parameters<typeof toEventResult>[1][],
): EventResult {
  const results = mapped.map(({ event }, index) => {
    const answer = answers[index]
    if (answer === undefined) throw new Error('There are fewer answers than events')
    return toEventResult(event, answer)
  })
  return payloadResult(source, event_id, results)
}

export type Discarded =
  | { readonly status: 'discarded' }
  | { readonly status: 'refused'; readonly errors: readonly [DeadLetterRefusal, ...DeadLetterRefusal[]] }

/** Sets an open letter aside for good, for a reason where one is given. Discarding it again changes nothing. Refusals: NOT_FOUND, WRONG_STATE (it was replayed). */
export async function discardDeadLetter(
  { options }: Ingest,
  id: string,
  reporter: Reporter,
  reason: string | null = null,
): Promise<Discarded> {
  const { rows } = await sql<Pick<Letter, 'id' | 'event_id' | 'type' | 'content' | 'status'>>`
    with discarded as (
      update dead_letter
      set status = 'DISCARDED', settled_at = now(), settled_by = ${reporter.client}, settled_reason = ${reason}
      where bucket = ${bucketOf(id)} and id = ${id} and status = 'OPEN'
      returning id, event_id, type, content, status
    )
    select id, event_id, type, content, status from discarded
    union all
    select id, event_id, type, content, status from dead_letter where bucket = ${bucketOf(id)} and id = ${id} and not exists (select from discarded)
  `.execute(options.db.kysely)
  const [letter] = rows
  if (letter === undefined) {
    return {
      status: 'refused',
      errors: [{ code: 'NOT_FOUND', message: `There is no dead letter "${id}".`, deadLetterId: id }],
    }
  }
  if (letter.status === 'REPLAYED') {
    const message = `Dead letter "${id}" was replayed; its event has had its effect.`
    return { status: 'refused', errors: [{ code: 'WRONG_STATE', message, deadLetterId: id }] }
  }
  if (letter.type === ERP_MOVEMENT_TYPE) await discardRefused(options.db.kysely, letter)
  return { status: 'discarded' }
}
