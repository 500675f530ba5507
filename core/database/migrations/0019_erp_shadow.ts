import { type Kysely, sql } from 'kysely'

/** For how long an ERP has to have been right before it keeps the books, and what each comparison adds to saying so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table erp_system add column shadow_hours integer not null default 168 check (shadow_hours >= 0)
  `.execute(db)
  // Of comparisons from before this nobody knows how large their differences were: whatever was found counts.
  await sql`
    alter table erp_reconciliation
      add column beyond bigint not null default 0,         -- differences larger than what is taken over by itself, and not ignored
      add column told   bigint not null default 0          -- movements that the ERP took since the comparison before
  `.execute(db)
  await sql`update erp_reconciliation set beyond = divergent`.execute(db)
}
