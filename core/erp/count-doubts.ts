import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { bucketOf } from '../ledger/bucket.ts'
import { IS_NO_HOLD } from '../ledger/holds.ts'
import { balanceIn, isAmong } from './accounts-sql.ts'
import { sourceOfErp } from './routes.ts'

/** A count of an ERP that was recorded. */
export interface RecordedCount {
  readonly eventId: string
  readonly sku: string
  readonly locationId: string
  /** As one number. */
  readonly accounts: number
  /** Of one of which only a span of time is known; null: it was at `to`. */
  readonly from: Date | null
  readonly to: Date
}

/**
 * Books that agree may be wrong: an ERP that knows only the day of a count takes it as of the end of that day, and so does the hub; what the hub was told by others of that day may as well have happened after it. That is
 * listed as a divergence of its own kind, with the difference that it would make, unless it was counted again since. Done again it does nothing.
 */
export async function noteCountDoubts(
  db: Kysely<Schema>,
  systemId: string,
  recorded: readonly RecordedCount[],
): Promise<void> {
  const counts = recorded.flatMap(({ from, ...count }) => (from === null ? [] : [{ ...count, from }]))
  if (counts.length === 0) return
  const idOf = ({ eventId }: RecordedCount) =>
    `div_${createHash('sha256').update(`${systemId} ${eventId}`).digest('hex').slice(0, 24)}`
  const accounts = sql`c.accounts`
  await sql`
    with counted as materialized (
      select * from unnest(
        ${counts.map(idOf)}::text[], ${counts.map(({ sku }) => bucketOf(sku))}::smallint[], ${counts.map(({ sku }) => sku)}::text[],
        ${counts.map(({ locationId }) => locationId)}::text[], ${counts.map(({ accounts }) => accounts)}::smallint[],
        ${counts.map(({ from }) => from.toISOString())}::timestamptz[], ${counts.map(({ to }) => to.toISOString())}::timestamptz[]
      ) as c (id, bucket, sku, location_id, accounts, since, until)
    ), moved as (
      select c.id, sum(j.quantity * (${isAmong(accounts, sql`j.to_account`)} - ${isAmong(accounts, sql`j.from_account`)})) as net
      from counted c join journal j on j.bucket = c.bucket and j.sku = c.sku and j.location_id = c.location_id
        and j.occurred_at >= c.since and j.occurred_at <= c.until and ${IS_NO_HOLD}
      where j.source is distinct from ${sourceOfErp(systemId)} and j.kind not in ('count', 'countOffset')
        and ${isAmong(accounts, sql`j.to_account`)} <> ${isAmong(accounts, sql`j.from_account`)}
      group by c.id
    ), balance as (
      select c.id, ${balanceIn(accounts)} as quantity
      from counted c join position p on p.bucket = c.bucket and p.sku = c.sku and p.location_id = c.location_id
    )
    insert into erp_divergence (id, system_id, bucket, sku, location_id, accounts, state, erp_quantity, expected, difference, cause, seen, first_seen_at, last_seen_at, read_at, last_run)
    select c.id, ${systemId}, c.bucket, c.sku, c.location_id, c.accounts, 'HELD', b.quantity, b.quantity + m.net, -m.net, 'COUNT_OF_A_DAY', 1, clock_timestamp(), clock_timestamp(), c.until, c.id
    from counted c join moved m on m.id = c.id join balance b on b.id = c.id
    where not ${isCountedSince('c', 'until')}
    on conflict do nothing
  `.execute(db)
}

/** What was counted again later is known. */
export async function endCountDoubts(
  db: Kysely<Schema>,
  systemId: string,
  counted: readonly Pick<RecordedCount, 'sku' | 'locationId'>[],
): Promise<void> {
  if (counted.length === 0) return
  await sql`
    update erp_divergence d set state = 'GONE', settled_at = clock_timestamp()
    from unnest(${counted.map(({ sku }) => bucketOf(sku))}::smallint[], ${counted.map(({ sku }) => sku)}::text[], ${counted.map(({ locationId }) => locationId)}::text[])
      as c (bucket, sku, location_id)
    where d.system_id = ${systemId} and d.bucket = c.bucket and d.sku = c.sku and d.location_id = c.location_id
      and d.cause = 'COUNT_OF_A_DAY' and d.state in ('OPEN', 'HELD', 'PROPOSED', 'IGNORED') and ${isCountedSince('d', 'read_at')}
  `.execute(db)
}

/** Whether each of the accounts was counted after a moment: a count of some of them says nothing of the others. */
function isCountedSince(what: string, moment: string) {
  const about = sql.table(what)
  return sql`not exists (
    select from (values ('sellable', 1), ('qualityHold', 2), ('damaged', 4), ('blocked', 8)) as a (account, bit)
    where ${about}.accounts & a.bit <> 0 and not exists (
      select from stock_count s
      where s.bucket = ${about}.bucket and s.sku = ${about}.sku and s.location_id = ${about}.location_id and s.account = a.account and s.occurred_at > ${about}.${sql.ref(moment)}
    )
  )`
}
