import { type Kysely, sql } from 'kysely'

/**
 * The whole first schema. Every hot row is keyed by the bucket of its own hash, so that the schema can be distributed by bucket as it stands:
 * positions, journal, lines, facts and counts by SKU, documents by id, events by (source, id), idempotency keys by (client, key).
 * Small tables that every decision may read (locations, channels) have no bucket: they are reference tables.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table hub (
      id           smallint primary key default 1 check (id = 1),
      epoch        uuid     not null default gen_random_uuid(), -- changes when the database is restored; part of every cursor
      bucket_count smallint not null,                           -- fixed for the life of the database
      secret       text     not null,                           -- signs and encrypts where HUB_SECRET is not set
      created_at   timestamptz not null default now()
    )
  `.execute(db)

  // The head row of a bucket is the only lock there is. Numbers are handed out under it, inside the transaction, so that
  // commit order is number order and a reader by "number > last" never loses a row. Bucket -1 is the stream of policies.
  // Every batch updates it: with room for many versions beside each row all updates stay on its page (HOT), and whoever takes the lock passes few dead ones,
  // because vacuum comes by count and not by the table's share, which would be a dozen rows.
  await sql`
    create table bucket_head (
      bucket      smallint    primary key,
      number      bigint      not null default 0,          -- the last feed number of this stream
      recorded_at timestamptz not null default '-infinity' -- never goes back within a bucket
    ) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500)
  `.execute(db)

  await sql`
    insert into hub (bucket_count, secret)
    values (64, replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''))
  `.execute(db)
  await sql`insert into bucket_head (bucket) select generate_series(-1, 63)`.execute(db)

  await sql`
    create table item (
      bucket     smallint    not null,
      sku        text        not null,
      title      text        not null,
      unit       text        not null,                     -- the base unit: quantities are whole numbers of it
      units      jsonb       not null default '{}',        -- other units: name → whole base units in one of it
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (bucket, sku)
    )
  `.execute(db)
  // Pages of items are in code point order, whatever the database's own collation.
  await sql`create index item_by_sku on item (sku collate "C")`.execute(db)

  await sql`
    create table location (
      id         text        primary key,
      name       text        not null,
      kind       text        not null,
      parent_id  text        references location (id),
      time_zone  text,
      latitude   double precision,
      longitude  double precision,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )
  `.execute(db)
  await sql`create index location_by_parent on location (parent_id)`.execute(db)

  await sql`
    create table channel (
      id                  text        primary key,
      name                text        not null,
      buffer              bigint      not null default 0 check (buffer >= 0),
      cap                 bigint      check (cap >= 0),
      low_stock_threshold bigint      not null default 0 check (low_stock_threshold >= 0),
      allow_backorder     boolean     not null default false,
      created_at          timestamptz not null,
      updated_at          timestamptz not null
    )
  `.execute(db)
  await sql`
    create table channel_location (
      channel_id  text    not null references channel (id),
      location_id text    not null references location (id),
      priority    integer not null default 0,              -- lower is asked first
      primary key (channel_id, location_id)
    )
  `.execute(db)
  await sql`create index channel_location_by_location on channel_location (location_id)`.execute(db)

  await sql`
    create table stock_policy (
      bucket       smallint    not null,
      sku          text        not null,
      location_id  text        not null,
      safety_stock bigint      not null default 0 check (safety_stock >= 0),
      updated_at   timestamptz not null,
      primary key (bucket, sku, location_id)
    )
  `.execute(db)

  // Balances of each SKU at each location. Derived from the journal; kept so that deciding reads one row.
  // Physical accounts may go below zero: a fact is never refused for being unexpected. Promises may not.
  // Updated with every reservation, and no index has a column that such an update changes: with room on the page the new version stays there (HOT), and no index
  // grows. What is not cleared up in passing vacuum takes at 2 %, before pages are full and versions move on; its indexes are small beside the table.
  await sql`
    create table position (
      bucket       smallint    not null,
      sku          text        not null,
      location_id  text        not null,
      sellable     bigint      not null default 0,         -- base units, held and committed ones included
      quality_hold bigint      not null default 0,
      damaged      bigint      not null default 0,
      blocked      bigint      not null default 0,
      held         bigint      not null default 0 check (held >= 0),
      committed    bigint      not null default 0 check (committed >= 0),
      backordered  bigint      not null default 0 check (backordered >= 0),
      fenced       bigint      not null default 0 check (fenced >= 0),
      on_order     bigint      not null default 0 check (on_order >= 0),
      in_transit   bigint      not null default 0 check (in_transit >= 0),
      updated_at   timestamptz not null,
      primary key (bucket, sku, location_id)
    ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02)
  `.execute(db)
  await sql`create index position_by_location on position (location_id, sku collate "C")`.execute(db)

  // Double entry: a positive quantity moves from one account to another of the same family. Never updated, never deleted.
  // So pages are filled whole, and autovacuum, which has nothing to clear up here but hint bits and ages, keeps its defaults. It is not partitioned: by time its key
  // would have to contain the time, and nothing would say any more that a number is handed out once; by bucket every batch would write to as many tables with as many
  // indexes as it has buckets, for which PostgreSQL plans and locks each. What an insert touches does not grow without it: the end of its bucket in the key,
  // the end of its position, and a new document.
  await sql`
    create table journal (
      bucket        smallint    not null,
      number        bigint      not null,                  -- feed number: no gap, no repeat within the bucket
      sku           text        not null,
      location_id   text        not null,
      from_account  text        not null,
      to_account    text        not null,
      quantity      bigint      not null check (quantity > 0),
      kind          text        not null,                  -- which step posted it: sale, hold, count, …
      occurred_at   timestamptz not null,
      recorded_at   timestamptz not null,
      document      text,                                  -- reservation, shipment or return
      document_id   text,
      line_id       text,
      reference     text,                                  -- the source's own name of the order, receipt, …
      source        text,                                  -- who reported it: an event's source, or the client
      event_id      text,
      channel_id    text,
      reason        text,
      primary key (bucket, number)
    )
  `.execute(db)
  // Balance as of a moment, and the movements of one SKU.
  await sql`create index journal_by_position on journal (bucket, sku, location_id, occurred_at)`.execute(db)
  await sql`create index journal_by_document on journal (document_id) where document_id is not null`.execute(db)

  // What else changes and is numbered: documents, items (in the bucket of a SKU), policies (in stream -1).
  await sql`
    create table change (
      bucket      smallint    not null,
      number      bigint      not null,
      subject     text        not null,                    -- item, reservation, shipment, return, channel, location, stockPolicy
      subject_id  text        not null,
      sku         text,
      location_id text,
      action      text        not null,                    -- what was done: created, confirmed, …
      client      text,
      occurred_at timestamptz not null,
      recorded_at timestamptz not null,
      primary key (bucket, number)
    )
  `.execute(db)
  await sql`create index change_by_subject on change (subject_id, recorded_at)`.execute(db)

  // The last counts of an account: a delta from before a count is neutralised, so that what was counted stays.
  await sql`
    create table stock_count (
      bucket      smallint    not null,
      sku         text        not null,
      location_id text        not null,
      account     text        not null,
      occurred_at timestamptz not null,
      quantity    bigint      not null,
      recorded_at timestamptz not null,
      primary key (bucket, sku, location_id, account, occurred_at)
    )
  `.execute(db)

  // What each reporter has said of one fact. The posted quantity is the largest of the reporters' totals.
  await sql`
    create table fact (
      bucket      smallint    not null,
      sku         text        not null,
      location_id text        not null,
      reference   text        not null,
      kind        text        not null,
      source      text        not null,
      quantity    bigint      not null,
      occurred_at timestamptz not null,                    -- of the first report
      primary key (bucket, sku, location_id, reference, kind, source)
    ) with (fillfactor = 90)
  `.execute(db)

  // The head of a reservation never changes after it was made: what changes lives in its lines.
  await sql`
    create table reservation (
      bucket      smallint    not null,
      id          text        not null,
      channel_id  text        not null,
      reference   text,
      client      text        not null,
      occurred_at timestamptz not null,
      recorded_at timestamptz not null,
      primary key (bucket, id)
    )
  `.execute(db)
  await sql`create index reservation_by_channel on reservation (channel_id, recorded_at, id)`.execute(db)
  await sql`create index reservation_by_age on reservation (recorded_at, id)`.execute(db)
  await sql`create index reservation_by_reference on reservation (reference) where reference is not null`.execute(db)

  // requested = held + committed + backordered + fulfilled + released + expired, always.
  // Keyed by the bucket of the SKU, beside the position whose demand accounts these lines add up to.
  // A line is updated a few times in its life, and leaves partial indexes with it, so that these stay as small as what is open, however many lines there have been. There
  // is room for the next version on its page. Autovacuum keeps its default share: each of its rounds reads all of these indexes.
  await sql`
    create table reservation_line (
      bucket         smallint    not null,
      reservation_id text        not null,
      line           smallint    not null,
      sku            text        not null,
      location_id    text        not null,
      channel_id     text        not null,
      requested      bigint      not null check (requested > 0),
      held           bigint      not null check (held >= 0),
      committed      bigint      not null check (committed >= 0),
      backordered    bigint      not null check (backordered >= 0),
      fulfilled      bigint      not null check (fulfilled >= 0),
      released       bigint      not null check (released >= 0),
      expired        bigint      not null check (expired >= 0),
      confirmed_at   timestamptz,                          -- a backorder that was confirmed is filled into committed
      expires_at     timestamptz,                          -- of what is held, and of an unconfirmed backorder
      placed_at      timestamptz not null,                 -- age: backorders are filled by it
      version        integer     not null default 1,
      primary key (bucket, reservation_id, line),
      check (requested = held + committed + backordered + fulfilled + released + expired)
    ) with (fillfactor = 80)
  `.execute(db)
  await sql`create index reservation_line_by_reservation on reservation_line (reservation_id)`.execute(db)
  await sql`
    create index reservation_line_open on reservation_line (bucket, sku, location_id)
    where held > 0 or committed > 0 or backordered > 0
  `.execute(db)
  await sql`create index reservation_line_by_sku on reservation_line (bucket, sku, placed_at)`.execute(db)
  // Rows that are due and not swept yet are few: the sweep, every reader and every decision find them by bucket and time.
  await sql`
    create index reservation_line_due on reservation_line (bucket, expires_at)
    where held > 0 or (backordered > 0 and confirmed_at is null)
  `.execute(db)
  await sql`
    create index reservation_line_backordered on reservation_line (bucket, sku, location_id, placed_at)
    where backordered > 0
  `.execute(db)

  await sql`
    create table shipment (
      bucket         smallint    not null,
      id             text        not null,
      kind           text        not null check (kind in ('TRANSFER', 'PURCHASE')),
      origin_id      text,                                 -- of a transfer
      destination_id text        not null,
      supplier       text,                                 -- of a purchase
      reference      text,
      expected_at    timestamptz,
      ordered_at     timestamptz,
      dispatched_at  timestamptz,
      closed_at      timestamptz,
      canceled_at    timestamptz,
      client         text        not null,
      occurred_at    timestamptz not null,
      recorded_at    timestamptz not null,
      version        integer     not null default 1,
      primary key (bucket, id)
    )
  `.execute(db)
  await sql`create index shipment_by_age on shipment (recorded_at, id)`.execute(db)
  await sql`create index shipment_by_reference on shipment (reference) where reference is not null`.execute(db)
  await sql`create index shipment_by_destination on shipment (destination_id, recorded_at)`.execute(db)

  await sql`create index shipment_by_origin on shipment (origin_id, recorded_at) where origin_id is not null`.execute(
    db,
  )

  await sql`
    create table shipment_line (
      bucket       smallint not null,
      shipment_id  text     not null,
      line         smallint not null,
      sku          text     not null,
      quantity     bigint   not null check (quantity >= 0),     -- ordered
      dispatched   bigint   not null default 0 check (dispatched >= 0),
      received     bigint   not null default 0 check (received >= 0),
      closed_short bigint   not null default 0 check (closed_short >= 0),
      on_order     bigint   not null default 0 check (on_order >= 0),   -- open part of the supply account onOrder
      in_transit   bigint   not null default 0 check (in_transit >= 0), -- open part of the supply account inTransit
      version      integer  not null default 1,
      primary key (bucket, shipment_id, line)
    )
  `.execute(db)
  await sql`create index shipment_line_by_shipment on shipment_line (shipment_id)`.execute(db)
  await sql`create index shipment_line_by_sku on shipment_line (bucket, sku)`.execute(db)

  await sql`
    create table return_case (
      bucket         smallint    not null,
      id             text        not null,
      channel_id     text,
      reservation_id text,
      location_id    text,                                 -- where it is expected or was received
      reference      text,
      client         text        not null,
      occurred_at    timestamptz not null,
      recorded_at    timestamptz not null,
      version        integer     not null default 1,
      primary key (bucket, id)
    )
  `.execute(db)
  await sql`create index return_case_by_age on return_case (recorded_at, id)`.execute(db)
  await sql`create index return_case_by_reference on return_case (reference) where reference is not null`.execute(db)
  await sql`create index return_case_by_reservation on return_case (reservation_id) where reservation_id is not null`.execute(
    db,
  )

  // The quantity of a line is the sum of its quantities by state; its status follows from them.
  await sql`
    create table return_line (
      bucket             smallint not null,
      return_id          text     not null,
      line               smallint not null,
      sku                text     not null,
      location_id        text,                             -- where the received units are
      reason             text,
      quantity           bigint   not null check (quantity > 0),
      authorized         bigint   not null default 0 check (authorized >= 0),
      in_transit         bigint   not null default 0 check (in_transit >= 0),
      received           bigint   not null default 0 check (received >= 0),
      inspected          bigint   not null default 0 check (inspected >= 0),
      quarantined        bigint   not null default 0 check (quarantined >= 0),
      restock_approved   bigint   not null default 0 check (restock_approved >= 0),
      restocked          bigint   not null default 0 check (restocked >= 0),
      disposed           bigint   not null default 0 check (disposed >= 0),
      returned_to_vendor bigint   not null default 0 check (returned_to_vendor >= 0),
      missing            bigint   not null default 0 check (missing >= 0),
      canceled           bigint   not null default 0 check (canceled >= 0),
      version            integer  not null default 1,
      primary key (bucket, return_id, line),
      check (quantity = authorized + in_transit + received + inspected + quarantined + restock_approved + restocked
                        + disposed + returned_to_vendor + missing + canceled)
    )
  `.execute(db)
  await sql`create index return_line_by_return on return_line (return_id)`.execute(db)
  await sql`create index return_line_by_sku on return_line (bucket, sku)`.execute(db)

  // Idempotency keys are kept hashed and are not pruned: a key has at most one effect, for ever.
  await sql`
    create table idempotency_key (
      bucket       smallint    not null,
      key_hash     bytea       not null,                   -- of client and key
      request_hash bytea       not null,                   -- of the input: the same key with other content is a conflict
      result       jsonb       not null,
      recorded_at  timestamptz not null,
      primary key (bucket, key_hash)
    )
  `.execute(db)

  await sql`
    create table event (
      bucket       smallint    not null,
      source       text        not null,
      id           text        not null,
      type         text        not null,
      content_hash bytea       not null,
      status       text        not null,                   -- ACCEPTED, CONFIRMED, PARKED, REJECTED
      code         text,
      message      text,
      sku          text,
      location_id  text,
      occurred_at  timestamptz not null,
      recorded_at  timestamptz not null,
      content      json        not null,                   -- the event as it came, for replay; never searched
      primary key (bucket, source, id)
    )
  `.execute(db)

  // Steps that wait for their predecessor, for a limited time.
  await sql`
    create table parked_event (
      bucket      smallint    not null,
      source      text        not null,
      id          text        not null,
      awaits      text        not null,                    -- the document, as "<kind> <reference or id>"
      until       timestamptz not null,
      occurred_at timestamptz not null,
      recorded_at timestamptz not null,
      primary key (bucket, source, id)
    )
  `.execute(db)
  await sql`create index parked_event_by_document on parked_event (awaits, occurred_at)`.execute(db)
  await sql`create index parked_event_by_deadline on parked_event (until)`.execute(db)

  await sql`
    create table dead_letter (
      bucket      smallint    not null,
      id          text        not null,
      source      text        not null,
      event_id    text        not null,
      type        text        not null,
      code        text        not null,
      message     text        not null,
      content     jsonb       not null,
      status      text        not null default 'OPEN' check (status in ('OPEN', 'REPLAYED', 'DISCARDED')),
      attempts    integer     not null default 1,
      occurred_at timestamptz,
      recorded_at timestamptz not null,
      settled_at  timestamptz,
      settled_by  text,
      settled_reason text,                                 -- why it was discarded, as its client said
      primary key (bucket, id)
    )
  `.execute(db)
  await sql`create index dead_letter_by_status on dead_letter (status, recorded_at, id)`.execute(db)
  await sql`create index dead_letter_by_event on dead_letter (source, event_id)`.execute(db)

  // Things that happened and that somebody should look at: oversell by a fact, more received than was sent, …
  await sql`
    create table stock_exception (
      bucket      smallint    not null,
      number      bigint      not null,                    -- of the journal entry or change that caused it
      seq         smallint    not null,
      kind        text        not null,
      sku         text        not null,
      location_id text        not null,
      quantity    bigint      not null,
      document    text,
      document_id text,
      message     text        not null,
      recorded_at timestamptz not null,
      primary key (bucket, number, seq)
    )
  `.execute(db)
  await sql`create index stock_exception_by_position on stock_exception (bucket, sku, location_id)`.execute(db)
  await sql`create index stock_exception_by_document on stock_exception (document_id) where document_id is not null`.execute(
    db,
  )

  await sql`
    create table api_key (
      id           text        primary key,
      hash         bytea       not null unique,            -- SHA-256 of the secret part; the secret itself is shown once
      name         text        not null,
      kind         text        not null,
      channels     text[],                                 -- null: all
      scopes       text[]      not null default '{}',
      created_at   timestamptz not null default now(),
      revoked_at   timestamptz
    )
  `.execute(db)
}
