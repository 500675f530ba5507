import { type Kysely, sql } from 'kysely'

/** What was told of orders: through which channel they were made, and how much of them had been shipped. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Null for what was told before, and for what names neither a channel nor an order: that is compared with all that was told under the reference.
  await sql`
    alter table fact
      add column channel_id text,                        -- of what the first reporter told. The others' is in others, and a source that names several stands there once for each
      add column shipped    bigint                       -- units of that channel's orders that had been shipped under the reference when the first reporter told last of one of them
  `.execute(db)
}
