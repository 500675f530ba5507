import { type Kysely, sql } from 'kysely'

/** Webhooks that are told events in place of the results of a document of their own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table webhook add column event_types text[]   -- told as CloudEvents, of these types; none: of all. null: results of the document
  `.execute(db)
}
