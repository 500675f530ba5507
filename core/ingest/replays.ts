import { type Kysely, type Selectable, sql } from 'kysely'
import type { EventReplayTable, Schema } from '../database/schema.ts'
import { newId } from '../ledger/ids.ts'
import type { LetterPlace } from './dead-letters.ts'
import type { EventSelection } from './event-selection.ts'
import type { Tally } from './result.ts'

/** A replay of events, as it was asked for and as far as it is. */
export type EventReplay = Selectable<EventReplayTable>

/** Letters of a replay that are tried at once, as one batch of the ledger. */
export const REPLAY_CHUNK = 50

export interface ReplayOrder {
  readonly selection: EventSelection
  /** At most so many letters; null: all. */
  readonly lettersMax: number | null
  readonly eventsPerSecond: number
}

/** Writes down what somebody wants replayed, and answers its id. A worker begins it. */
export async function requestReplay(db: Kysely<Schema>, order: ReplayOrder, client: string): Promise<string> {
  const id = newId('rpl')
  await db
    .insertInto('event_replay')
    .values({
      id,
      selection: JSON.stringify(order.selection),
      letters_max: order.lettersMax,
      events_per_second: order.eventsPerSecond,
      state: 'REQUESTED',
      requested_by: client,
    })
    .execute()
  return id
}

/** Ends a replay where it is: what was tried stays as it is. Cancelling it again, or after it has ended, changes nothing. Undefined where there is none. */
export async function cancelReplay(db: Kysely<Schema>, id: string, client: string): Promise<EventReplay | undefined> {
  await sql`
    update event_replay set state = 'CANCELED', canceled_by = ${client}, ended_at = clock_timestamp()
    where id = ${id} and state in ('REQUESTED', 'RUNNING')
  `.execute(db)
  return findReplay(db, id)
}

export async function findReplay(db: Kysely<Schema>, id: string): Promise<EventReplay | undefined> {
  return db.selectFrom('event_replay').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The next that is to be gone on with, and whether it was begun before: by a process that is gone, or by this one. */
export async function nextReplay(db: Kysely<Schema>): Promise<EventReplay | undefined> {
  const { rows } = await sql<EventReplay>`
    update event_replay set state = 'RUNNING', started_at = coalesce(started_at, clock_timestamp())
    where id = (select id from event_replay where state in ('REQUESTED', 'RUNNING') order by requested_at, id limit 1)
      and state in ('REQUESTED', 'RUNNING')
    returning *
  `.execute(db)
  return rows[0]
}

/** Says how many letters there are to try. */
export async function noteTotal(db: Kysely<Schema>, id: string, total: number): Promise<void> {
  await db.updateTable('event_replay').set({ total }).where('id', '=', id).execute()
}

/** Says which letters are tried next. False where the replay is not to go on: it was cancelled, or another process goes on with it. */
export async function beginStep(
  db: Kysely<Schema>,
  { id, done }: Pick<EventReplay, 'id' | 'done'>,
  letters: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    update event_replay set underway = ${[...letters]}::text[]
    where id = ${id} and state = 'RUNNING' and done = ${done} returning id
  `.execute(db)
  return rows.length > 0
}

/** Writes down what became of a step, once: only where it is the one that was begun. Undefined where the replay is not to go on. */
export async function endStep(
  db: Kysely<Schema>,
  { id, done }: Pick<EventReplay, 'id' | 'done'>,
  last: LetterPlace,
  tally: Tally,
): Promise<EventReplay | undefined> {
  const tried = Object.values(tally).reduce((sum, count) => sum + count, 0)
  const { rows } = await sql<EventReplay>`
    update event_replay
    set underway = null, after_recorded_at = ${last.recordedAt}::timestamptz, after_id = ${last.id}, done = done + ${tried}, accepted = accepted + ${tally.ACCEPTED},
        confirmed = confirmed + ${tally.CONFIRMED}, parked = parked + ${tally.PARKED}, duplicate = duplicate + ${tally.DUPLICATE}, rejected = rejected + ${tally.REJECTED}
    where id = ${id} and done = ${done}
    returning *
  `.execute(db)
  return rows[0]?.state === 'RUNNING' ? rows[0] : undefined
}

/** Where a replay is, exactly: a Date would cut off what PostgreSQL keeps of a moment. */
export async function placeOf(db: Kysely<Schema>, id: string): Promise<LetterPlace | undefined> {
  const { rows } = await sql<{ recordedAt: string | null; id: string | null }>`
    select after_recorded_at::text as "recordedAt", after_id as id from event_replay where id = ${id}
  `.execute(db)
  const [row] = rows
  return row === undefined || row.recordedAt === null || row.id === null
    ? undefined
    : { recordedAt: row.recordedAt, id: row.id }
}

export async function endReplay(
  db: Kysely<Schema>,
  id: string,
  state: 'DONE' | 'FAILED',
  message: string | null,
): Promise<void> {
  await sql`
    update event_replay set state = ${state}, message = ${message}, ended_at = clock_timestamp() where id = ${id} and state = 'RUNNING'
  `.execute(db)
}
