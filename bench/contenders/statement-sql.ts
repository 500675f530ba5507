import type { Client } from 'pg'
import { LOCATION, shelf, type Workload } from '../support/workloads.ts'
import type { Verdict } from './contender.ts'
import { compareWithShelf } from './shelf.ts'

/**
 * The usual way to reserve: a table of stock, and one statement that takes from it where enough is left and writes the reservation with its lines. The
 * key is unique, so an order that is sent twice has one effect; a row of stock is locked for as short as a statement can. The indexes are those without
 * which holds cannot expire and nobody can be told who holds what. No journal, no feed.
 */
const TABLES = `
  create table stock (
    sku         text   not null,
    location_id text   not null,
    sellable    bigint not null,
    held        bigint not null default 0 check (held >= 0),
    primary key (sku, location_id)
  ) with (fillfactor = 50);
  create table reservation (
    id         bigint generated always as identity primary key,
    key        text        not null unique,
    channel_id text        not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
  );
  create table reservation_line (
    reservation_id bigint   not null,
    line           smallint not null,
    sku            text     not null,
    location_id    text     not null,
    quantity       bigint   not null check (quantity > 0),
    primary key (reservation_id, line),
    foreign key (reservation_id) references reservation (id)
  );
  create index on reservation (expires_at);
  create index on reservation_line (sku, location_id);
`

/** Writes the reservation unless its key is taken. Without lines it is one that was refused, so that the key keeps its answer. */
const reserved = (key: string) => `
  reserved as (
    insert into reservation (key, channel_id, expires_at)
    values (${key}, 'web', now() + interval '15 minutes')
    on conflict (key) do nothing
    returning id
  )`

/** Of one line. The row of stock is written last but for the line, so that it is locked for a moment only. */
export function singleStatement(key: string, sku: string, quantity: string): string {
  return `with ${reserved(key)},
  taken as (
    update stock set held = held + ${quantity}
    where sku = ${sku} and location_id = '${LOCATION}' and sellable - held >= ${quantity} and exists (select from reserved)
    returning sku
  )
  insert into reservation_line (reservation_id, line, sku, location_id, quantity)
  select id, 1, sku, '${LOCATION}', ${quantity} from reserved cross join taken
  returning reservation_id`
}

/**
 * Of several lines, all or nothing. The rows are locked in one order first, because carts that update them in any order deadlock; what is read under
 * the lock is the newest version, so that "enough" is true until the update.
 */
export function cartStatement(key: string, skus: string, quantities: string): string {
  return `with ${reserved(key)},
  wanted as (
    select sku, quantity, line from unnest(${skus}, ${quantities}) with ordinality as w (sku, quantity, line)
  ),
  locked as (
    select s.sku, w.quantity, w.line, s.sellable - s.held >= w.quantity as enough
    from stock s join wanted w on w.sku = s.sku
    where s.location_id = '${LOCATION}' and exists (select from reserved)
    order by s.sku
    for update of s
  ),
  taken as (
    update stock s set held = s.held + l.quantity
    from locked l
    where s.sku = l.sku and s.location_id = '${LOCATION}'
      and (select bool_and(enough) and count(*) = (select count(*) from wanted) from locked)
    returning s.sku, l.quantity, l.line
  )
  insert into reservation_line (reservation_id, line, sku, location_id, quantity)
  select r.id, t.line, t.sku, '${LOCATION}', t.quantity from reserved r cross join taken t
  returning reservation_id`
}

export async function fillStock(client: Client): Promise<void> {
  await client.query(TABLES)
  const goods = [...shelf()]
  await client.query(
    `insert into stock (sku, location_id, sellable) select sku, $3, sellable from unnest($1::text[], $2::bigint[]) as w (sku, sellable)`,
    [goods.map(([sku]) => sku), goods.map(([, units]) => units), LOCATION],
  )
  await client.query('vacuum analyze')
}

/** Looks at the tables only: what was answered is one number to compare with. */
export async function judgeStatement(client: Client, workload: Workload, acknowledged: number): Promise<Verdict> {
  const promised = await client.query<{ sku: string; promised: string }>(
    'select sku, sum(quantity) as promised from reservation_line group by sku',
  )
  const { rows } = await client.query<{ kept: string; doubled: string; drifted: string }>(
    `select (select count(distinct reservation_id) from reservation_line) as kept,
            (select count(*) from (
               select r.key from reservation r join reservation_line l on l.reservation_id = r.id
               group by r.key having count(*) > $1
             ) d) as doubled,
            (select count(*) from stock s
             left join (select sku, sum(quantity) as promised from reservation_line group by sku) l using (sku)
             where s.held <> coalesce(l.promised, 0)) as drifted`,
    [workload === 'carts' ? 3 : 1],
  )
  const [found] = rows
  if (found === undefined) throw new Error('The tables did not answer')
  return {
    ...compareWithShelf(workload, new Map(promised.rows.map((row) => [row.sku, Number(row.promised)]))),
    doubleEffects: Number(found.doubled),
    lost: Math.max(0, acknowledged - Number(found.kept)),
    drifted: Number(found.drifted),
  }
}
