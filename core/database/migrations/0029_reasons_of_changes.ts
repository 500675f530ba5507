import { type Kysely, sql } from 'kysely'

/** Why something was done stood in the entries of the journal only, so that what has none (more time for a hold, say) could not say it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table change add column reason text`.execute(db)
}
