import { type Kysely, sql } from 'kysely'

/**
 * Replays of events: what somebody asked for, how far it is and what became of it. A replay goes through the dead letters in the order in which they were recorded, so that a place in that order
 * is all that has to be remembered for another process to go on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table event_replay (
      id                text        primary key,
      selection         jsonb       not null,             -- which dead letters: times, sources, types, SKUs, reasons
      letters_max       integer,                          -- at most so many; null: all
      events_per_second integer     not null,
      state             text        not null check (state in ('REQUESTED', 'RUNNING', 'DONE', 'CANCELED', 'FAILED')),
      requested_by      text        not null,
      requested_at      timestamptz not null default clock_timestamp(), -- letters that came later are not meant
      started_at        timestamptz,
      ended_at          timestamptz,
      canceled_by       text,
      total             bigint,                           -- letters that there were to try when it was begun; null before
      after_recorded_at timestamptz,                      -- the last letter that was tried: its place
      after_id          text,
      underway          text[],                           -- letters that are being tried: whoever goes on looks what became of them first
      done              bigint      not null default 0,   -- letters that were tried, by what became of them
      accepted          bigint      not null default 0,
      confirmed         bigint      not null default 0,
      parked            bigint      not null default 0,
      duplicate         bigint      not null default 0,
      rejected          bigint      not null default 0,
      message           text                              -- why it failed
    )
  `.execute(db)
  await sql`create index event_replay_by_age on event_replay (requested_at, id)`.execute(db)
  await sql`create index event_replay_to_do on event_replay (requested_at, id) where state in ('REQUESTED', 'RUNNING')`.execute(
    db,
  )

  // Rows stand in the table as they were recorded, so a range of time is a range of pages: an index of some kilobytes finds them, and costs recording an event next to nothing.
  await sql`create index event_by_time on event using brin (recorded_at, occurred_at) with (autosummarize = on)`.execute(
    db,
  )
}
