import { type Kysely, sql } from 'kysely'

/** Who has the last word on which kind of fact at which place, and what is held of facts by that. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Changes under the stream of policies, is small, and belongs to no bucket.
  await sql`
    create table authority (
      kind        text        not null check (kind in ('sale', 'receipt', 'return', 'dispatch')),
      location_id text        not null,                  -- empty: everywhere where nothing closer is declared
      source      text        not null,                  -- of events; one that ends with a slash stands for all that begin with it
      in_parts    boolean     not null,                  -- it may tell a fact in several reports: less corrects only once it has said that this is all
      set_by      text        not null,                  -- the client that declared it
      recorded_at timestamptz not null,
      primary key (kind, location_id)
    )
  `.execute(db)

  // All null for facts for which nobody was ever authoritative: of these the largest of the reporters' totals stands.
  await sql`
    alter table fact
      add column complete   boolean,                     -- whether the first reporter said that this is all it has to tell; null: it did not say. The others' is in others
      add column stands     bigint,                      -- what is posted of it
      add column state      text check (state in ('REPORTED', 'PROVISIONAL', 'CONFIRMED', 'CORRECTED', 'CONTRADICTED')),
      add column authority  text,                        -- the source that was declared when it was told last; null with a state: none any more
      add column changed_at timestamptz                  -- when it was told last
  `.execute(db)
  // Whoever looks for what is contradicted, or for one reference, looks among these only: the other facts, which are nearly all, are in no index but their key.
  await sql`create index fact_by_state on fact (state, changed_at) where state is not null`.execute(db)
  await sql`create index fact_judged_by_reference on fact (reference) where state is not null`.execute(db)
}
