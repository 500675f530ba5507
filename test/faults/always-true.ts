import { sql } from 'kysely'
import type { Database } from '../../core/database/connection.ts'
import { BUCKET_COUNT } from '../../core/ledger/bucket.ts'
import type { LineExpected } from './shoppers.ts'

/**
 * What DESIGN.md says is always true, asked of the tables in statements that share nothing with the hub's own audit. Each answers with what is wrong, in
 * words. To be asked while nobody writes.
 */

/** Balances are what the journal adds up to, and promises what is open of the reservations. */
export async function wrongBalances(db: Database): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    with moved as (
      select sku, location_id,
             sum(case to_account when 'sellable' then quantity else 0 end - case from_account when 'sellable' then quantity else 0 end) as sellable,
             sum(case to_account when 'held' then quantity else 0 end - case from_account when 'held' then quantity else 0 end) as held,
             sum(case to_account when 'committed' then quantity else 0 end - case from_account when 'committed' then quantity else 0 end) as committed,
             sum(case to_account when 'backordered' then quantity else 0 end - case from_account when 'backordered' then quantity else 0 end) as backordered
      from journal group by 1, 2
    ), promised as (
      select sku, location_id, sum(held) as held, sum(committed) as committed, sum(backordered) as backordered
      from reservation_line group by 1, 2
    ), wrong as (
      select sku, location_id, row(p.sellable, p.held, p.committed, p.backordered)::text as kept,
             row(coalesce(m.sellable, 0), coalesce(m.held, 0), coalesce(m.committed, 0), coalesce(m.backordered, 0))::text as moved,
             row(p.sellable, coalesce(r.held, 0), coalesce(r.committed, 0), coalesce(r.backordered, 0))::text as promised
      from position p full join moved m using (sku, location_id) full join promised r using (sku, location_id)
    )
    select format('%s at %s is %s, by the journal %s, by open lines %s', sku, location_id, kept, moved, promised) as what
    from wrong where kept is distinct from moved or kept is distinct from promised
  `.execute(db.kysely)
  return rows.map(({ what }) => what)
}

/** In the order of the journal no unit was promised that was not there. */
export async function brokenPromises(db: Database): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select format('%s at %s: number %s left %s free', sku, location_id, number, free) as what from (
      select sku, location_id, number, kind, from_account, to_account,
             sum(case when to_account = 'sellable' then quantity when from_account = 'sellable' then -quantity
                      when to_account in ('held', 'committed') and from_account not in ('held', 'committed') then -quantity
                      when from_account in ('held', 'committed') and to_account not in ('held', 'committed') then quantity
                      else 0 end) over (partition by sku, location_id order by number) as free
      from journal
    ) j
    where free < 0 and to_account in ('held', 'committed') and from_account not in ('held', 'committed')
  `.execute(db.kysely)
  return rows.map(({ what }) => what)
}

/** The numbers of each stream are 1, 2, 3 … up to its head, each of them once. */
export async function wrongNumbers(db: Database): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    with given as (select bucket, number from journal union all select bucket, number from change),
      placed as (select bucket, number, row_number() over (partition by bucket order by number) as place from given)
    select format('Stream %s has %s in place %s', bucket, number, place) as what from placed where number <> place
    union all
    select format('Stream %s ends at %s, its head says %s', h.bucket, coalesce(max(p.place), 0), h.number)
    from bucket_head h left join placed p using (bucket) group by h.bucket, h.number having coalesce(max(p.place), 0) <> h.number
  `.execute(db.kysely)
  return rows.map(({ what }) => what)
}

/** Each hold names the one before it at its position, the first of them none, and the position names the last. */
export async function wrongHolds(db: Database): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    with hold as (
      select bucket, number, sku, location_id, previous, lag(number, 1, 0::bigint) over at_position as before,
             lead(number) over at_position is null as is_last
      from journal where kind = 'hold' and from_account = 'unpromised'
      window at_position as (partition by sku, location_id order by number)
    )
    select format('Hold %s of %s at %s names %s, before it was %s', number, sku, location_id, previous, before) as what
    from hold where previous is distinct from before
    union all
    select format('%s at %s ends with hold %s, it names %s', p.sku, p.location_id, coalesce(h.number, 0), p.last_hold)
    from position p left join hold h on h.sku = p.sku and h.location_id = p.location_id and h.is_last
    where p.last_hold <> coalesce(h.number, 0)
    union all
    select format('Entry %s of stream %s is no hold, and names one', number, bucket)
    from journal where (previous is not null or named_by_line) and (kind <> 'hold' or from_account <> 'unpromised')
    union all
    select format('Line %s/%s names hold %s, it is %s', l.reservation_id, l.line, l.hold, j.number)
    from reservation_line l
      full join (select * from journal where named_by_line) j on j.document_id = l.reservation_id and j.line = l.line and j.bucket = l.bucket
    where l.hold is distinct from j.number
    union all
    select format('Hold %s of stream %s is not named by its line', number, bucket)
    from journal where kind = 'hold' and from_account = 'unpromised' and not named_by_line
  `.execute(db.kysely)
  return rows.map(({ what }) => what)
}

/** The row of each position has an id, made of the entry with which it was first written. */
export async function wrongRows(db: Database): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select format('The row of %s at %s has id %s instead of %s', p.sku, p.location_id, p.id, j.first * ${BUCKET_COUNT} + p.bucket) as what
    from position p join (select sku, location_id, min(number) as first from journal group by 1, 2) j using (sku, location_id)
    where p.id is distinct from j.first * ${BUCKET_COUNT} + p.bucket
  `.execute(db.kysely)
  return rows.map(({ what }) => what)
}

/** There are the reservations that were acknowledged and no others, and of each line as much has ended as its steps say. */
export async function wrongOrders(
  db: Database,
  orders: ReadonlyMap<string, ReadonlyMap<string, LineExpected>>,
): Promise<string[]> {
  const { rows } = await sql<LineExpected & { id: string; order: string; open: number }>`
    select r.id as order, l.reservation_id || '/' || l.line as id, l.requested as quantity, l.fulfilled, l.released, l.expired,
           l.held + l.committed + l.backordered as open
    from reservation r left join reservation_line l on l.reservation_id = r.id
  `.execute(db.kysely)
  const wrong: string[] = []
  const found = new Set<string>()
  for (const { id, order, quantity, fulfilled, released, expired, open } of rows) {
    found.add(id)
    const expected = orders.get(order)?.get(id)
    const ended = fulfilled + released + expired
    const isExpected =
      expected?.quantity === quantity &&
      expected.fulfilled === fulfilled &&
      expected.released === released &&
      expected.expired === expired &&
      open === quantity - ended
    if (!isExpected) {
      const is = JSON.stringify({ quantity, fulfilled, released, expired, open })
      wrong.push(`${id} is ${is} where ${JSON.stringify(expected)} was acknowledged`)
    }
  }
  for (const lines of orders.values()) {
    for (const id of lines.keys()) if (!found.has(id)) wrong.push(`${id} was acknowledged and is lost`)
  }
  return wrong
}

/** Each event that was acknowledged has moved its units, once. */
export async function wrongEvents(db: Database, events: ReadonlyMap<string, number>): Promise<string[]> {
  const { rows } = await sql<{ id: string; units: number; recorded: number }>`
    select e.id, count(*)::bigint as recorded,
           coalesce((select sum(quantity) from journal j where j.source = e.source and j.event_id = e.id and j.kind <> 'fill'), 0)::bigint as units
    from event e where e.source = '/shoppers' group by e.source, e.id
  `.execute(db.kysely)
  const found = new Map(rows.map(({ id, units, recorded }) => [id, { units, recorded }]))
  const wrong = [...events].flatMap(([id, units]) => {
    const { units: moved = 0, recorded = 0 } = found.get(id) ?? {}
    return moved === units && recorded === 1
      ? []
      : [`${id} was recorded ${recorded} times and moved ${moved} instead of ${units}`]
  })
  return [...wrong, ...rows.flatMap(({ id }) => (events.has(id) ? [] : [`${id} was recorded and nobody was told`]))]
}

/** What the channel "web" may sell of each SKU: it has no cap, and nothing is set aside for others. */
export async function sellable(db: Database): Promise<Map<string, number>> {
  const { rows } = await sql<{ sku: string; quantity: number }>`
    select sku, sum(greatest(0, sellable - held - committed))::bigint as quantity from position group by sku
  `.execute(db.kysely)
  return new Map(rows.map(({ sku, quantity }) => [sku, quantity]))
}

/** Holds that are over within a minute, or are over and still there: none when all of those that were made for a second have been swept. */
export async function endingHolds(db: Database): Promise<number> {
  const { rows } = await sql<{ ending: number }>`
    select count(*)::bigint as ending from reservation_line
    where expires_at <= clock_timestamp() + interval '1 minute' and (held > 0 or (backordered > 0 and confirmed_at is null))
  `.execute(db.kysely)
  return rows[0]?.ending ?? 0
}
