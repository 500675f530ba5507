import { type Kysely, sql } from 'kysely'

/**
 * What an ERP has on its books, compared with what it can know. A snapshot is read into a table of its own, so that comparing takes no more memory than a page, and is gone when it was compared.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table erp_system
      add column correct_up_to     bigint  not null default 0 check (correct_up_to >= 0),  -- larger differences wait for approval; 0: all
      add column four_eyes         boolean not null default false,                        -- what waits is approved by two clients
      add column reconcile_minutes integer not null default 0 check (reconcile_minutes >= 0) -- how often it is compared; 0: when asked
  `.execute(db)

  await sql`
    create table erp_reconciliation (
      id           text        primary key,
      system_id    text        not null,
      location_ids text[],                                -- null: all
      skus         text[],
      state        text        not null check (state in ('REQUESTED', 'RUNNING', 'DONE', 'FAILED')),
      requested_by text        not null,
      requested_at timestamptz not null default clock_timestamp(),
      started_at   timestamptz,
      ended_at     timestamptz,
      compared     bigint      not null default 0,        -- positions
      moving       bigint      not null default 0,        -- that moved while they were read, so that only a range was compared
      divergent    bigint      not null default 0,
      corrected    bigint      not null default 0,
      unreadable   bigint      not null default 0,        -- of which the ERP could not say it in our words
      message      text                                   -- why it failed, or what was not readable
    )
  `.execute(db)
  await sql`create index erp_reconciliation_by_system on erp_reconciliation (system_id, requested_at)`.execute(db)
  await sql`create index erp_reconciliation_to_do on erp_reconciliation (state) where state in ('REQUESTED', 'RUNNING')`.execute(
    db,
  )

  // Read, compared and deleted again: no need to survive a crash of the server.
  await sql`
    create unlogged table erp_snapshot_line (
      run_id      text        not null,
      bucket      smallint    not null,
      sku         text        not null,
      location_id text        not null,
      accounts    smallint    not null,                   -- the accounts it stands for: 1 sellable, 2 qualityHold, 4 damaged, 8 blocked
      quantity    bigint      not null,
      read_from   timestamptz not null,                   -- by our clock: read not before, and not after
      read_until  timestamptz not null,
      primary key (run_id, bucket, sku, location_id, accounts)
    )
  `.execute(db)

  await sql`
    create table erp_divergence (
      id             text        primary key,
      system_id      text        not null,
      bucket         smallint    not null,
      sku            text        not null,
      location_id    text        not null,
      accounts       smallint    not null,
      state          text        not null check (state in ('OPEN', 'HELD', 'PROPOSED', 'IGNORED', 'CORRECTED', 'TOLD', 'GONE')),
      erp_quantity   bigint      not null,                -- what the ERP has
      expected       bigint      not null,                -- what it can know
      difference     bigint      not null,                -- erp_quantity less expected
      cause          text        not null,
      seen           integer     not null,                -- times in a row with the same difference
      first_seen_at  timestamptz not null,
      last_seen_at   timestamptz not null,
      read_at        timestamptz not null,                -- when the ERP was read, by our clock
      last_run       text        not null,
      proposed       text,                                -- what one client has proposed, where two have to agree
      proposed_by    text,
      settled_at     timestamptz,
      trail          jsonb       not null default '[]'    -- what was done, by whom and when
    )
  `.execute(db)
  await sql`
    create unique index erp_divergence_now on erp_divergence (system_id, bucket, sku, location_id, accounts)
    where state in ('OPEN', 'HELD', 'PROPOSED', 'IGNORED')
  `.execute(db)
  await sql`create index erp_divergence_by_age on erp_divergence (first_seen_at, id)`.execute(db)
}
