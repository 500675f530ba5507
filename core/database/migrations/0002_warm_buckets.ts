import { type Kysely, sql } from 'kysely'

/** What lets a writer decide from memory what nobody else has touched, and write facts without looking for them first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Feed numbers count what is told. Some writes tell nothing (a count that found what was expected): the version is another random number with every
  // batch that wrote anything about a SKU of the bucket, so that what a process remembers of it is valid exactly as long as the version is the one it
  // saw, or the one that it is about to write.
  await sql`alter table bucket_head add column version bigint not null default 0`.execute(db)

  // One row for each fact instead of one for each reporter: the first reporter in columns, others beside it. A fact has one reporter nearly always, and
  // its primary key now says by itself whether it has been told before.
  await sql`alter table fact rename to fact_by_reporter`.execute(db)
  await sql`alter table fact_by_reporter rename constraint fact_pkey to fact_by_reporter_pkey`.execute(db)
  await sql`
    create table fact (
      bucket      smallint    not null,
      sku         text        not null,
      location_id text        not null,
      reference   text        not null,
      kind        text        not null,
      source      text        not null,
      quantity    bigint      not null,                    -- all that this source has reported of it
      occurred_at timestamptz not null,                    -- of its first report
      others      jsonb,                                   -- further reporters: [{ source, quantity, occurredAt }]
      primary key (bucket, sku, location_id, reference, kind)
    ) with (fillfactor = 95)
  `.execute(db)
  await sql`
    insert into fact (bucket, sku, location_id, reference, kind, source, quantity, occurred_at, others)
    select bucket, sku, location_id, reference, kind, source, quantity, occurred_at, others
    from (
      select *, row_number() over reporters as place,
             jsonb_agg(jsonb_build_object('source', source, 'quantity', quantity, 'occurredAt', occurred_at))
               over (reporters rows between 1 following and unbounded following) as others
      from fact_by_reporter
      window reporters as (partition by bucket, sku, location_id, reference, kind order by occurred_at, source)
    ) told
    where place = 1
  `.execute(db)
  await sql`drop table fact_by_reporter`.execute(db)
}
