import { type Kysely, sql } from 'kysely'

/**
 * Marketplaces that do not subscribe and are told what their channel may sell. What is to be told is never kept: a listing is only marked as one of which the marketplace may have another number than the channel shows,
 * and the number is worked out when it is sent. So what is kept grows with the listings and not with what changes, and whatever is told is the newest there is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table marketplace (
      id                   text        primary key,
      name                 text        not null,
      channel_id           text        not null references channel (id),
      connector            text        not null,             -- what speaks with it, such as http
      settings             jsonb       not null,             -- what the connector needs to know, without secrets
      calls                integer     not null check (calls > 0),        -- at most so many calls
      per_seconds          integer     not null check (per_seconds > 0),  -- in so many seconds
      burst                integer     not null check (burst > 0),        -- of which so many at once
      batch_size           integer     not null check (batch_size > 0),   -- listings in a call
      min_interval_seconds integer     not null check (min_interval_seconds >= 0), -- a listing that was told is left alone for so long, unless it sells out or comes back
      settle_seconds       integer     not null check (settle_seconds >= 0),       -- what was accepted less long ago may not be seen yet
      drift_minutes        integer     not null check (drift_minutes >= 0),        -- how often it is read back; 0: when asked
      orders_seconds       integer     not null check (orders_seconds >= 0),       -- how often it is asked for orders; 0: never
      paused               boolean     not null,             -- nothing is asked of it and nothing sent for now
      version              bigint      not null default 1,   -- raised with every change of the above
      created_at           timestamptz not null default now(),
      updated_at           timestamptz not null default now()
    )
  `.execute(db)

  // How a marketplace does. Whoever calls it takes the call here first, so that its limit holds for all processes together and whichever of them is killed.
  await sql`
    create table marketplace_state (
      marketplace_id       text        primary key references marketplace (id),
      next_call_at         timestamptz not null default 'epoch', -- when the calls that were taken would be over, one after another at the rate (GCRA)
      quiet_until          timestamptz not null default 'epoch', -- it has asked to be left alone until then
      circuit              text        not null default 'CLOSED' check (circuit in ('CLOSED', 'OPEN', 'HALF_OPEN')),
      failures             integer     not null default 0,           -- calls without an answer in a row, since failing_since
      failing_since        timestamptz,
      next_attempt_at      timestamptz,
      last_error           text,
      last_accepted_at     timestamptz,
      calls                bigint      not null default 0,           -- counted since it was made known, as are the following
      throttled            bigint      not null default 0,           -- calls and listings that it has put off
      accepted             bigint      not null default 0,           -- listings
      refused              bigint      not null default 0,           -- listings
      seconds              float8      not null default 0,           -- from the commit to the acknowledgement, the sum over those accepted
      within_second        bigint      not null default 0,
      within_ten_seconds   bigint      not null default 0,
      within_minute        bigint      not null default 0,
      within_ten_minutes   bigint      not null default 0,
      sweep_bucket         smallint,                                 -- every listing after this place is still to be marked; null: none
      sweep_sku            text,
      sweep_at             timestamptz,                              -- why that is so was recorded then
      sweep_again          boolean     not null default false,       -- and once more from the beginning
      sweep_unsure         boolean     not null default false,       -- and nobody knows what the marketplace has
      check_requested_at   timestamptz,                              -- somebody wants it read back
      checked_at           timestamptz,                              -- when it was last read back to the end
      checked              bigint      not null default 0,           -- how many listings were compared then
      orders_watermark     text,                                     -- what to give the connector; null: nothing was read yet
      orders_read_at       timestamptz,
      orders_error         text                                      -- why orders could not be read the last time
    ) with (fillfactor = 50)
  `.execute(db)

  // Up to where the feed was looked through, for all marketplaces together. Filled when the first is made known.
  await sql`
    create table marketplace_cursor (
      bucket smallint primary key,
      epoch  uuid     not null,
      number bigint   not null
    )
  `.execute(db)

  await sql`
    create table marketplace_listing (
      marketplace_id   text        not null references marketplace (id),
      bucket           smallint    not null,
      sku              text        not null,
      name             text        not null,                -- as the marketplace calls it
      listed           boolean     not null,                -- otherwise it is told none
      marked           bigint      not null default 1,      -- counts what may have changed it
      looked           bigint      not null default 0,      -- up to which of these it was looked at
      due              smallint    not null default 0 check (due between 0 and 3), -- to be told: 1 another number, 2 there is some again, 3 there is none any more
      changed_at       timestamptz,                         -- since when the marketplace may have another number
      version          bigint      not null default 0,      -- travels with the number: higher with every sending, also after a restore
      sending_until    timestamptz,                         -- it was sent, and until then it may be on its way
      sure             boolean     not null default false,  -- the marketplace has what it has acknowledged: nothing was sent since of which nobody knows whether it came
      was_sure         boolean     not null default false,  -- before it was sent
      acknowledged     bigint,                              -- what the marketplace accepted last
      acknowledged_at  timestamptz,
      not_before       timestamptz,                         -- the marketplace has put it off until then
      attempts         integer     not null default 0,      -- since it was accepted
      failures         integer     not null default 0,      -- calls with it that failed while others went well, since it was accepted
      failed_at        timestamptz,
      refusal          text,                                -- in the marketplace's own words
      refused_quantity bigint,                              -- it is told nothing but another number, unless somebody asks for it
      refused_at       timestamptz,
      primary key (marketplace_id, bucket, sku)
    ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02)
  `.execute(db)
  await sql`create index marketplace_listing_by_sku on marketplace_listing (bucket, sku)`.execute(db)
  await sql`create unique index marketplace_listing_by_name on marketplace_listing (marketplace_id, name)`.execute(db)
  await sql`create index marketplace_listing_marked on marketplace_listing (marketplace_id, changed_at) where marked > looked`.execute(
    db,
  )
  // What is most urgent, and what has waited longest.
  await sql`create index marketplace_listing_due on marketplace_listing (marketplace_id, due desc, changed_at) where due > 0`.execute(
    db,
  )
  await sql`create index marketplace_listing_oldest on marketplace_listing (marketplace_id, changed_at) where due > 0`.execute(
    db,
  )
  await sql`create index marketplace_listing_refused on marketplace_listing (marketplace_id) where refusal is not null`.execute(
    db,
  )

  // Where a marketplace showed something else than it had acknowledged: the last time of each listing.
  await sql`
    create table marketplace_drift (
      marketplace_id text        not null,
      bucket         smallint    not null,
      sku            text        not null,
      state          text        not null check (state in ('SUSPECTED', 'MENDING', 'MENDED')),
      expected       bigint      not null,                  -- what it had acknowledged
      found          bigint,                                -- what it showed; null: nothing of that name
      version        bigint      not null,                  -- of the listing: what was sent since is another matter
      first_seen_at  timestamptz not null,
      last_seen_at   timestamptz not null,
      settled_at     timestamptz,                           -- since when it shows what it should
      primary key (marketplace_id, bucket, sku)
    )
  `.execute(db)
  await sql`create index marketplace_drift_open on marketplace_drift (marketplace_id, last_seen_at) where state <> 'MENDED'`.execute(
    db,
  )
}
