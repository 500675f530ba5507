import { Client } from 'pg'
import { openDatabase } from '../../core/database/connection.ts'
import { migrate } from '../../core/database/migrate.ts'
import { BUCKET_COUNT, bucketOf } from '../../core/ledger/bucket.ts'
import type { Submission } from '../../core/ledger/commands.ts'
import { newId } from '../../core/ledger/ids.ts'
import { openLedger } from '../../core/ledger/writer.ts'
import type { Progress } from '../../hub/import/progress.ts'
import { openCommandLog } from '../../hub/log.ts'
import { CHANNEL, LOCATION, PLENTY, SKU_COUNT, skuOf } from './workloads.ts'

/** A chain of this many locations, all of which one channel sells from. */
export const CHAIN_LOCATIONS = 400
export const CHAIN_CHANNEL = 'chain'
/** Of each hundred positions, so many are of SKUs that lie at all locations of the chain; the others are of SKUs at four of them. */
const CHAIN_SHARE = 40
const LOCATIONS_OF_OTHERS = 4
/** Journal entries of each position. */
export const ENTRIES_EACH = 10
/**
 * Percent of a page of an index that are in use where entries came in any order, as they do over years: ln 2 (A. Yao, "On random 2-3 trees", 1978). Made over
 * rows that are there it would be packed to 90, and the first ten thousands of orders would pay for splitting its pages.
 */
const GROWN_FILL = 69
/** Which of them is the hold, of which each position has one. */
const HOLD_ENTRY = 7
/** One order in so many was confirmed and waits to be sent: its line is open. */
const OPEN_ONE_IN = 20

export interface History {
  readonly positions: number
  readonly entries: number
  /** SKUs at four locations, those of the empty database among them. */
  readonly skus: number
  /** SKUs at all locations of the chain. */
  readonly chainSkus: number
}

export function chainSkuOf(index: number): string {
  return `CHAIN-${index}`
}

/** DC1 first: the location of the empty database is one of the chain's. */
export function chainLocationOf(index: number): string {
  return index === 0 ? LOCATION : `S${index}`
}

/**
 * Adds years of trade to a database whose shelf is filled: each position was counted, sold from by tills, and reserved from, all with the postings,
 * lines and keys that the ledger would have written. Straight into the tables, set by set, because so much would take hours through the door; indexes
 * are made when the rows are there. Ends as a database is that has been running: analyzed and vacuumed.
 */
export async function writeHistory(url: string, positions: number, progress: Progress): Promise<History> {
  const { skus, chainSkus } = shareOut(positions)
  await openChain(url)

  // Not the hub's own connection, which gives up statements that take longer than any of the hub's may.
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`set maintenance_work_mem = '512MB'; set work_mem = '256MB'; set synchronous_commit = off`)
    const indexes = await dropIndexes(client)
    progress.begin('entries', BUCKET_COUNT)
    for (const [bucket, some] of placesByBucket(skus, chainSkus).entries()) {
      await writeBucket(client, bucket, some)
      progress.advance(bucket + 1)
    }
    progress.begin('indexes', indexes.length + 1)
    for (const [done, definition] of indexes.entries()) {
      await client.query(definition)
      progress.advance(done + 1)
    }
    await client.query('vacuum analyze')
    progress.end()
    return await counted(client, positions)
  } finally {
    await client.end()
  }
}

/** What there is in a database whose history was written before, for so many positions; it gets the tables of this version. */
export async function readHistory(url: string, positions: number): Promise<History> {
  const db = await openDatabase({ url })
  await migrate(db).finally(() => db.close())
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const history = await counted(client, positions)
    if (history.positions < positions * 0.99)
      throw new Error(`The database that was kept has ${history.positions} positions`)
    await client.query('vacuum analyze')
    return history
  } finally {
    await client.end()
  }
}

function shareOut(positions: number): Pick<History, 'skus' | 'chainSkus'> {
  const chainSkus = Math.round((positions * CHAIN_SHARE) / 100 / CHAIN_LOCATIONS)
  return {
    skus: Math.max(SKU_COUNT, Math.round((positions - chainSkus * CHAIN_LOCATIONS) / LOCATIONS_OF_OTHERS)),
    chainSkus,
  }
}

async function counted(client: Client, positions: number): Promise<History> {
  const { rows } = await client.query<{ positions: string; entries: string }>(
    'select (select count(*) from position) as positions, (select count(*) from journal) as entries',
  )
  return { positions: Number(rows[0]?.positions), entries: Number(rows[0]?.entries), ...shareOut(positions) }
}

/** The locations and the channel, as an operator would make them. */
async function openChain(url: string): Promise<void> {
  const db = await openDatabase({ url })
  const ledger = await openLedger({ db, bus: { publish: async () => {} }, log: openCommandLog('warn', 'bench') })
  const submit = async (command: Submission['command']) => {
    const result = await ledger.submit({ command, client: 'bench', channels: null, occurredAt: null })
    if (result.status !== 'posted') throw new Error(`The chain could not be opened: ${JSON.stringify(result)}`)
  }
  try {
    const ids = Array.from({ length: CHAIN_LOCATIONS }, (_, index) => chainLocationOf(index))
    for (let from = 0; from < ids.length; from += 100) {
      await submit({ kind: 'upsertLocations', locations: ids.slice(from, from + 100).map((id) => ({ id, name: id })) })
    }
    const locations = ids.map((locationId, index) => ({ locationId, priority: index }))
    await submit({ kind: 'upsertChannel', id: CHAIN_CHANNEL, name: 'Chain', locations })
  } finally {
    await ledger.close()
    await db.close()
  }
}

interface Place {
  readonly sku: string
  readonly locationId: string
}

/** All positions to be written, by bucket. */
function placesByBucket(skus: number, chainSkus: number): Place[][] {
  const buckets: Place[][] = Array.from({ length: BUCKET_COUNT }, () => [])
  const add = (sku: string, locations: number, from: number) => {
    const bucket = buckets[bucketOf(sku)]
    for (let index = from; index < locations; index++) bucket?.push({ sku, locationId: chainLocationOf(index) })
  }
  // The first SKUs lie at the first location already.
  for (let index = 0; index < skus; index++) add(skuOf(index), LOCATIONS_OF_OTHERS, index < SKU_COUNT ? 1 : 0)
  for (let index = 0; index < chainSkus; index++) add(chainSkuOf(index), CHAIN_LOCATIONS, 0)
  return buckets
}

/** Drops the indexes that no constraint needs; answers how to make them again, as full as they are after years. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexname as name, i.indexdef as definition from pg_indexes i
     where i.schemaname = current_schema() and i.tablename = any($1)
       and not exists (select from pg_constraint c where c.conname = i.indexname)`,
    [['position', 'journal', 'reservation', 'reservation_line', 'idempotency_key', 'item']],
  )
  for (const { name } of rows) await client.query(`drop index "${name}"`)
  return rows.map(({ definition }) => definition.replace(/( WHERE .*)?$/, ` WITH (fillfactor = ${GROWN_FILL})$1`))
}

/**
 * What happened at the positions of one bucket. Everyone's first entry comes first, then everyone's second: the entries of one position are far apart,
 * as they are when they were written over years.
 */
async function writeBucket(client: Client, bucket: number, places: readonly Place[]): Promise<void> {
  const reservations = places.map(() => newId('rsv'))
  await client.query('begin')
  await client.query(
    'create temp table place (n, sku, location_id, reservation_id, reservation_bucket, open) on commit drop as ' +
      `select n, sku, location_id, reservation_id, reservation_bucket, n % ${OPEN_ONE_IN} = 0
     from unnest($1::text[], $2::text[], $3::text[], $4::smallint[]) with ordinality as w (sku, location_id, reservation_id, reservation_bucket, n)`,
    [
      places.map(({ sku }) => sku),
      places.map(({ locationId }) => locationId),
      reservations,
      reservations.map(bucketOf),
    ],
  )
  await client.query('analyze place')
  const at = `now() - interval '1 year'`
  await client.query(
    `insert into item (bucket, sku, title, unit, created_at, updated_at)
     select distinct $1::smallint, sku, sku, 'each', ${at}, ${at} from place on conflict do nothing`,
    [bucket],
  )
  await client.query(
    `insert into position (bucket, sku, location_id, sellable, committed, updated_at, last_hold, id)
     select $1, sku, location_id, $2::bigint - case when open then 7 else 6 end, case when open then 1 else 0 end, ${at},
            h.number + (${HOLD_ENTRY} - 1) * count(*) over () + n, (h.number + n) * ${BUCKET_COUNT} + $1
     from place cross join (select number from bucket_head where bucket = $1) h`,
    [bucket, PLENTY],
  )
  // Entry 1 is the count, 7 to 10 are those of the reservation; what is open was not sent, and a till sold instead. Each entry a minute after the last.
  await client.query(
    `insert into journal (bucket, number, sku, location_id, from_account, to_account, quantity, kind, occurred_at, recorded_at,
                          document, document_id, line, reference, source, event_id, channel_id, previous, named_by_line)
     select $1, h.number + (e.entry - 1) * count(*) over (partition by e.entry) + p.n, p.sku, p.location_id, e.from_account, e.to_account,
            case e.kind when 'count' then $2::bigint else 1 end, e.kind, ${at} + e.entry * interval '1 minute', ${at} + e.entry * interval '1 minute',
            case when e.ordered then 'reservation' end, case when e.ordered then p.reservation_id end,
            case when e.ordered then 1 end,
            case when e.ordered then 'order ' || p.reservation_id when e.kind = 'sale' then 'receipt ' || p.n end,
            case when e.kind = 'sale' then '/till/' || p.location_id else 'shop' end,
            case when e.kind = 'sale' then p.reservation_id || '-' || e.entry end, case when e.ordered then $3 end,
            case when e.entry = ${HOLD_ENTRY} then 0 end, e.entry = ${HOLD_ENTRY}
     from place p
     join (values (1, null, 'loss', 'sellable', 'count', false), (2, null, 'sellable', 'customer', 'sale', false),
                  (3, null, 'sellable', 'customer', 'sale', false), (4, null, 'sellable', 'customer', 'sale', false),
                  (5, null, 'sellable', 'customer', 'sale', false), (6, null, 'sellable', 'customer', 'sale', false),
                  (${HOLD_ENTRY}, null, 'unpromised', 'held', 'hold', true), (8, null, 'held', 'committed', 'confirm', true),
                  (9, false, 'sellable', 'customer', 'fulfill', true), (10, false, 'committed', 'unpromised', 'fulfill', true),
                  (9, true, 'sellable', 'customer', 'sale', false), (10, true, 'sellable', 'customer', 'sale', false))
       as e (entry, open, from_account, to_account, kind, ordered) on e.open is null or e.open = p.open
     cross join (select number from bucket_head where bucket = $1) h
     order by e.entry, p.n`,
    [bucket, PLENTY, CHANNEL],
  )
  await client.query(
    `insert into reservation (bucket, id, channel_id, reference, client, occurred_at, recorded_at)
     select reservation_bucket, reservation_id, $1, 'order ' || reservation_id, 'shop', ${at}, ${at} from place order by 1, 2`,
    [CHANNEL],
  )
  await client.query(
    `insert into reservation_line (bucket, reservation_id, line, sku, location_id, channel_id, requested, held, committed, backordered, fulfilled,
                                   released, expired, confirmed_at, placed_at, version, recorded_at, hold)
     select $1, reservation_id, 1, sku, location_id, $2, 1, 0, case when open then 1 else 0 end, 0, case when open then 0 else 1 end, 0, 0, ${at}, ${at}, 3, ${at},
            h.number + (${HOLD_ENTRY} - 1) * count(*) over () + n
     from place cross join (select number from bucket_head where bucket = $1) h order by reservation_id`,
    [bucket, CHANNEL],
  )
  // A key for each request: held, confirmed, and most of them sent.
  await client.query(
    `insert into idempotency_key (bucket, key_hash, request_hash, document, document_id, recorded_at)
     select get_byte(hash, 0) % ${BUCKET_COUNT}, hash, hash, 'reservation', id, ${at}
     from (select substring(sha256((p.reservation_id || k)::bytea) for 16) as hash, p.reservation_id as id
           from place p cross join generate_series(1, 3) k where k < 3 or not p.open) keys
     order by 1, 2`,
  )
  await client.query('update bucket_head set number = number + $2, recorded_at = now() where bucket = $1', [
    bucket,
    places.length * ENTRIES_EACH,
  ])
  await client.query('commit')
}
