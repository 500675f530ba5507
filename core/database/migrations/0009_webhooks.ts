import { type Kysely, sql } from 'kysely'

/**
 * Webhooks: subscriptions of partners who hold no connection. A webhook is a document with its variables and the access of whoever stored it; what it is told is
 * queued as deliveries, in one statement with the point in the feed up to which it was read, so that nothing is told twice without the same id and nothing skipped.
 * Webhooks are few and belong to no bucket.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table webhook (
      id               text primary key,             -- chosen by the client, unique in the hub
      client           text        not null,         -- whose it is, with the access that its owner had when storing the document
      kind             text        not null,
      channels         text[],                       -- null: every channel
      scopes           text[]      not null,
      name             text        not null,
      url              text        not null,
      document         text        not null,         -- GraphQL with one subscription
      variables        jsonb       not null,
      parallel         smallint    not null check (parallel between 1 and 16),  -- deliveries under way at once, of different SKUs
      state            text        not null check (state in ('ENABLED', 'DISABLED')),
      disabled_reason  text,                         -- with DISABLED: WebhookDisabledReason of the schema
      disabled_message text,                         -- and a sentence, such as the receiver's own words
      disabled_at      timestamptz,
      begins_at        text,                         -- a cursor: when it was stored, where it begins unless the document says otherwise
      feed_cursor      text,                         -- everything before it was delivered or is queued; null: not begun, the document says where
      next_seq         bigint      not null default 1,
      version          bigint      not null default 1,  -- raised by whatever the process that drives it has to take note of
      driver           text,                         -- the process that delivers, until driver_until unless it renews that; it writes nothing afterwards
      driver_until     timestamptz,
      failures         integer     not null default 0,  -- in a row, since failing_since; 0 while it works
      failing_since    timestamptz,
      next_attempt_at  timestamptz,
      last_error       text,
      last_delivered_at timestamptz,
      created_at       timestamptz not null default now(),
      updated_at       timestamptz not null default now()
    )
  `.execute(db)
  await sql`create index webhook_by_client on webhook (client, id)`.execute(db)

  await sql`
    create table webhook_secret (
      webhook_id text        not null references webhook on delete cascade,
      number     integer     not null,               -- counts up; the highest signs first
      sealed     bytea       not null,               -- encrypted with a key derived from the hub's secret
      created_at timestamptz not null default now(),
      expires_at timestamptz,                        -- null: the present one. Both sign until an older one expires
      primary key (webhook_id, number)
    )
  `.execute(db)

  await sql`
    create table webhook_delivery (
      id              text primary key,              -- the header webhook-id: the same for every attempt
      webhook_id      text        not null references webhook on delete cascade,
      seq             bigint      not null,          -- the order of the queue
      kind            text        not null check (kind in ('RESULT', 'PING')),
      lane            text        not null,          -- one after the other within a lane: the SKU, where the document selects it
      conflates       boolean     not null,          -- a state, which a newer one of its lane overtakes
      body            text        not null,
      feed_cursor     text,                          -- what is queued up to this delivery contains the feed up to here
      status          text        not null check (status in ('PENDING', 'DELIVERED', 'DEAD', 'SKIPPED')),
      attempts        integer     not null default 0,
      attempt_log     jsonb       not null default '[]',  -- of the last ten: when, what came of it, the receiver's own words
      next_attempt_at timestamptz,
      recorded_at     timestamptz not null default now(),
      settled_at      timestamptz
    )
  `.execute(db)
  // The queue, the dead letters and the log of a webhook, each in order.
  await sql`create unique index webhook_delivery_by_seq on webhook_delivery (webhook_id, seq)`.execute(db)
  await sql`
    create index webhook_delivery_unsettled on webhook_delivery (webhook_id, status, seq) where status in ('PENDING', 'DEAD')
  `.execute(db)
  // What may be cleared away.
  await sql`create index webhook_delivery_settled on webhook_delivery (settled_at) where status in ('DELIVERED', 'SKIPPED')`.execute(
    db,
  )
}
