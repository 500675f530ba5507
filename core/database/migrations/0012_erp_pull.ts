import { type Kysely, sql } from 'kysely'

/**
 * How far each ERP was read. One process at a time reads one: whoever has the lease, at which every statement that writes looks. So the watermark never goes back by a process that was held up.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table erp_pull (
      system_id     text        primary key references erp_system (id),
      watermark     text,                                  -- what to give the connector; null: nothing was read yet
      up_to         timestamptz,                           -- by the ERP's clock: what it had committed by then was recorded
      driver        text,                                  -- the process that reads it, until driver_until unless it says so again
      driver_until  timestamptz,
      read_at       timestamptz,                           -- by our clock: when it was last read to its end
      failures      integer     not null default 0,        -- in a row, since failing_since
      failing_since timestamptz,
      last_error    text
    )
  `.execute(db)
}
