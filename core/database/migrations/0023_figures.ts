import { type Kysely, sql } from 'kysely'

/**
 * Figures of the trade by the hour. The journal is looked through once, a part at a time, and what of it is counted is added up here, in one statement with how far it has come: so a figure over a time costs
 * as many rows as it has hours, whatever was traded in them, and no posting waits for it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table figure_cursor (
      bucket smallint primary key,
      number bigint   not null                             -- what was recorded up to this number was counted
    )
  `.execute(db)
  // What was recorded before is not counted: it would be a reading of the whole journal.
  await sql`insert into figure_cursor select bucket, number from bucket_head where bucket >= 0`.execute(db)

  // From when something happened until it was recorded. channel_id is empty where none is named.
  await sql`
    create table recording_hour (
      hour               timestamptz not null,             -- of recording
      channel_id         text        not null,
      entries            bigint      not null,
      seconds            float8      not null,             -- the sum of the delays
      seconds_max        float8      not null,
      within_second      bigint      not null,
      within_ten_seconds bigint      not null,
      within_minute      bigint      not null,
      within_ten_minutes bigint      not null,
      within_hour        bigint      not null,
      primary key (hour, channel_id)
    )
  `.execute(db)
  await sql`
    create table figure_hour (
      hour    timestamptz not null,
      figure  text        not null,                        -- what is counted
      label   text        not null,                        -- of which channel, or by whom; empty: of none
      count   bigint      not null,
      units   bigint      not null,                        -- base units, of whatever item
      primary key (hour, figure, label)
    )
  `.execute(db)

  await sql`create index dead_letter_settled on dead_letter (settled_at) where settled_at is not null`.execute(db)
  await sql`create index erp_divergence_settled on erp_divergence (settled_at) where settled_at is not null`.execute(db)
  // Movements that arrived at the second attempt or later: few, among many.
  await sql`
    create index erp_movement_recovered on erp_movement (settled_at) where state = 'ACKNOWLEDGED' and attempts > 1
  `.execute(db)
}
