import { type Kysely, sql } from 'kysely'

/** What was counted together, by somebody who does not tell accounts apart, and what whoever counted has booked for it in its own books: an ERP is told the rest of what the hub concludes from its count. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table stock_count
      add column together smallint,                        -- accounts, as in erp_snapshot_line; null: the account alone
      add column booked   bigint                           -- signed; null: it did not say
  `.execute(db)
}
