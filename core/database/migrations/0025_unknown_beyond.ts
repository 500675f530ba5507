import { type Kysely, sql } from 'kysely'

/** A comparison that a worker of an older version ends says nothing about how large its differences were: that is not known, and no 0. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table erp_reconciliation
      alter column beyond drop default,
      alter column beyond drop not null                    -- null: not known, and whatever was found counts
  `.execute(db)
  // Those that are under way may be ended by such a worker.
  await sql`update erp_reconciliation set beyond = null where state in ('REQUESTED', 'RUNNING')`.execute(db)
}
