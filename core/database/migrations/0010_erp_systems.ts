import { type Kysely, sql } from 'kysely'

/**
 * The ERPs that the hub works with, and which of them a movement is for: by its place, its SKU and when it was recorded, so that two live side by side and goods go over from
 * one to the other at a moment. Both change under the stream of policies, are few, and belong to no bucket.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table erp_system (
      id            text        primary key,
      name          text        not null,
      kind          text        not null,                -- the connector, such as tryton
      settings      jsonb       not null,                -- what the connector needs to know, without secrets
      heard_sources text[]      not null,                -- whose movements it hears of without the hub: not sent
      paused        boolean     not null,                -- nothing is asked of it and nothing sent for now
      created_at    timestamptz not null,
      updated_at    timestamptz not null
    )
  `.execute(db)

  // What was said stays: which system a movement of last year was for is found here as it was then.
  await sql`
    create table erp_route (
      system_id   text        not null references erp_system (id),
      location_id text        not null,                  -- empty: everywhere
      sku_prefix  text        not null,                  -- the product domain: SKUs that begin with it; empty: all
      valid_from  timestamptz not null,                  -- by recordedAt of movements
      mode        text        not null check (mode in ('LIVE', 'SHADOW', 'OFF')),
      set_by      text        not null,                  -- the client that said so
      recorded_at timestamptz not null,
      primary key (system_id, location_id, sku_prefix, valid_from)
    )
  `.execute(db)
}
