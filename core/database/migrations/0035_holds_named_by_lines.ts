import { type Kysely, sql } from 'kysely'

/**
 * The line of a hold names its entry (`reservation_line.hold`), which then need not be entered into the index by document: a twentieth of what PostgreSQL did for a
 * cart. Entries from before, and those of processes that do not do this yet, stay in the index and are read together with these.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reservation_line add column hold bigint`.execute(db)
  await sql`alter table journal add column named_by_line boolean not null default false`.execute(db)
  await sql`
    create index journal_by_document_but_named on journal (document_id) where document_id is not null and not named_by_line
  `.execute(db)
  await sql`drop index journal_by_document`.execute(db)
  await sql`alter index journal_by_document_but_named rename to journal_by_document`.execute(db)
}
