import { type Kysely, sql } from 'kysely'

/** Mappings from what other systems post to events, by name and version. A version never changes once it is there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table event_mapping (
      name       text        not null,                 -- in the path that its system posts to
      version    integer     not null check (version >= 1),
      source     text        not null,                 -- CloudEvents source of its events, or the beginning of it
      expression text        not null,                 -- JSONata
      signature  jsonb,                                -- how the system signs; null: it has a key
      examples   jsonb       not null,                 -- what it was tried on: [{ title, payload, events }]
      put_at     timestamptz not null default now(),
      retired_at timestamptz,                          -- since when nothing is mapped by it any more
      primary key (name, version)                      -- also finds the newest of a name
    )
  `.execute(db)
}
