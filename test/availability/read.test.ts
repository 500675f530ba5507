import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AvailabilityReading, readAvailability } from '../../core/availability/read.ts'
import { bucketOf } from '../../core/ledger/bucket.ts'
import { DATABASE_KINDS, type FreshDatabase, freshDatabase } from '../support/database.ts'

describe.each(DATABASE_KINDS)('availability read from %s', (kind) => {
  let database: FreshDatabase

  beforeAll(async () => {
    database = await freshDatabase(kind)
    await addLocations(database, ['BER', 'HAM', 'MUC', 'ROM'])
    await addChannel(database, { id: 'web', locations: { HAM: 1, BER: 1, MUC: 0 } })
    await addChannel(database, { id: 'shy', locations: { BER: 0, HAM: 1 }, buffer: 5, cap: 8, lowStockThreshold: 3 })
    await addChannel(database, { id: 'eager', locations: { BER: 0 }, allowBackorder: true })
    await addChannel(database, { id: 'empty', locations: {} })
    await addItems(database, ['MUG', 'CUP', 'JAR', 'NIL'])
    await addPosition(database, { sku: 'MUG', at: 'BER', sellable: 10, held: 2, committed: 3 })
    await addPosition(database, { sku: 'MUG', at: 'HAM', sellable: 9, safetyStock: 2 })
    await addPosition(database, { sku: 'MUG', at: 'MUC', sellable: -4 })
    await addPosition(database, { sku: 'MUG', at: 'ROM', sellable: 1000 })
    await addPosition(database, { sku: 'CUP', at: 'BER', sellable: 7 })
    await addPosition(database, { sku: 'JAR', at: 'BER', sellable: 4, held: 4 })
    await addHold(database, { sku: 'JAR', at: 'BER', held: 3, expiresInSeconds: -1 })
    await addHold(database, { sku: 'JAR', at: 'BER', held: 1, expiresInSeconds: 60 })
  })

  afterAll(() => database[Symbol.asyncDispose]())

  const read = (skus: string[], ...channels: string[]): Promise<AvailabilityReading> =>
    readAvailability(database.lookups, skus, channels)

  test('sums what the locations of the channel have and others do not, and takes nothing off for a location that owes', async () => {
    const reading = await read(['MUG'], 'web')

    // BER 10 − 2 − 3, HAM 9 − 2, MUC counts as nothing, ROM does not serve the channel.
    expect(reading.of('MUG', 'web')).toMatchObject({ quantity: 12, status: 'IN_STOCK' })
  })

  test('names locations by priority, then by id, those with nothing included', async () => {
    const reading = await read(['MUG'], 'web')

    expect(locations(reading, 'MUG', 'web')).toEqual([
      { locationId: 'MUC', quantity: 0 },
      { locationId: 'BER', quantity: 5 },
      { locationId: 'HAM', quantity: 7 },
    ])
  })

  test('keeps the buffer back and shows no more than the cap', async () => {
    const reading = await read(['MUG', 'CUP'], 'shy')

    expect(reading.of('MUG', 'shy')).toMatchObject({ quantity: 7, status: 'IN_STOCK' })
    expect(reading.of('CUP', 'shy')).toMatchObject({ quantity: 2, status: 'LOW_STOCK' })
    expect(locations(reading, 'CUP', 'shy')).toEqual([
      { locationId: 'BER', quantity: 2 },
      { locationId: 'HAM', quantity: 0 },
    ])
  })

  test('tells a channel that takes backorders from one that does not', async () => {
    const reading = await read(['NIL'], 'eager', 'web')

    expect(reading.of('NIL', 'eager')).toMatchObject({ quantity: 0, status: 'BACKORDER' })
    expect(reading.of('NIL', 'web')).toMatchObject({ quantity: 0, status: 'OUT_OF_STOCK' })
  })

  test('holds past their time hold nothing, swept or not', async () => {
    const reading = await read(['JAR'], 'eager')

    expect(reading.of('JAR', 'eager')?.quantity).toBe(3)
    expect(reading.explain({ sku: 'JAR', channelId: 'eager' }).terms).toMatchObject([{ sellable: 4, held: 1, atf: 3 }])
  })

  test('at some of the locations it is what can be reserved there', async () => {
    const reading = await read(['MUG'], 'web', 'shy')
    const at = (channelId: string, ...ids: string[]) =>
      reading.of('MUG', channelId, { locationIds: new Set(ids) })?.quantity

    expect(at('web', 'BER')).toBe(5)
    expect(at('web', 'BER', 'HAM')).toBe(12)
    expect(at('web', 'MUC')).toBe(0)
    // The buffer is kept from the channel as a whole: BER and HAM have 5 + 7, of which 7 may be sold.
    expect(at('shy', 'HAM')).toBe(7)
    expect(at('shy', 'BER')).toBe(5)
  })

  test('explains every term, and the terms add up', async () => {
    const reading = await read(['MUG'], 'shy')
    const explanation = reading.explain({ sku: 'MUG', channelId: 'shy' })

    expect(explanation).toMatchObject({ sum: 12, buffer: 5, uncapped: 7, cap: 8, ats: 7, lowStockThreshold: 3 })
    expect(explanation.terms).toEqual([
      {
        sku: 'MUG',
        locationId: 'BER',
        priority: 0,
        sellable: 10,
        held: 2,
        committed: 3,
        fenced: 0,
        fences: [],
        promise: null,
        safetyStock: 0,
        atf: 5,
        closed: false,
        counted: 5,
      },
      {
        sku: 'MUG',
        locationId: 'HAM',
        priority: 1,
        sellable: 9,
        held: 0,
        committed: 0,
        fenced: 0,
        fences: [],
        promise: null,
        safetyStock: 2,
        atf: 7,
        closed: false,
        counted: 7,
      },
    ])
  })

  test('knows nothing of SKUs and channels that do not exist', async () => {
    const reading = await read(['MUG', 'mug'], 'web', 'WEB')

    expect(reading.of('mug', 'web')).toBeUndefined()
    expect(reading.of('MUG', 'WEB')).toBeUndefined()
    expect(reading.channel('WEB')).toBeUndefined()
    expect((await read(['NIL'], 'empty')).of('NIL', 'empty')).toMatchObject({ quantity: 0, status: 'OUT_OF_STOCK' })
  })

  // Goal: a cursor never claims more than was read. Method: each writer moves a unit and its head in one transaction, readers compare the two.
  test('balances and feed position are of one moment, while both move', async () => {
    await addItems(database, ['RUN'])
    await addPosition(database, { sku: 'RUN', at: 'BER', sellable: 0 })
    const bucket = bucketOf('RUN')
    const before = (await read(['RUN'], 'eager')).position.numbers.get(bucket) ?? 0

    let writing = true
    const writer = (async () => {
      for (let count = 0; count < 60; count++) {
        await database.kysely.transaction().execute(async (transaction) => {
          await sql`update bucket_head set number = number + 1 where bucket = ${bucket}`.execute(transaction)
          await sql`update position set sellable = sellable + 1 where sku = 'RUN'`.execute(transaction)
        })
      }
      writing = false
    })()
    const seen = new Set<number>()
    while (writing) {
      const reading = await read(['RUN'], 'eager')
      const quantity = reading.of('RUN', 'eager')?.quantity
      expect(reading.position.numbers.get(bucket) ?? 0).toBe(before + (quantity ?? Number.NaN))
      seen.add(quantity ?? -1)
    }
    await writer

    expect(seen.size).toBeGreaterThan(2)
    expect((await read(['RUN'], 'eager')).of('RUN', 'eager')?.quantity).toBe(60)
  })

  test('250 SKUs cost one statement', async () => {
    const skus = Array.from({ length: 250 }, (_, index) => `BULK-${index}`)
    await addItems(database, skus)
    for (const sku of skus) await addPosition(database, { sku, at: 'BER', sellable: 3 })
    const statements = counting(database)

    const reading = await readAvailability(statements.lookups, skus, ['web', 'shy'])

    expect(skus.map((sku) => reading.of(sku, 'web')?.quantity)).toEqual(skus.map(() => 3))
    expect(statements.count).toBe(1)
  })
})

describe('the plans of reading availability', () => {
  test('are made once, and look everything up by its key however little there is', async () => {
    await using database = await freshDatabase('postgres', { poolSize: 1 })
    // What was empty when it was analysed looks cheapest to be read whole.
    await sql`analyze`.execute(database.lookups)
    for (const options of [{}, { withPlaces: true }, { withSupply: true }]) {
      for (let time = 0; time < 3; time++) await readAvailability(database.lookups, ['MUG'], ['web'], options)
    }

    const { rows: plans } = await sql<{ name: string; generic: number; custom: number }>`
      select name, generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements
      where statement like '%statement_timestamp() as as_of%'
    `.execute(database.lookups)
    expect(plans.map(({ generic, custom }) => ({ generic, custom }))).toEqual(
      Array.from({ length: 3 }, () => ({ generic: 3, custom: 0 })),
    )
    for (const { name } of plans) {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain (costs off) execute ${sql.id(name)} ('{1}', '{MUG}', '{web}')
      `.execute(database.lookups)
      const scanned = rows.map((row) => row['QUERY PLAN']).filter((line) => line.includes('Seq Scan'))
      // One row of the one, one for each stream of the other.
      expect(scanned.filter((line) => !/Seq Scan on (hub|bucket_head) /.test(line))).toEqual([])
    }
  })
})

function locations(reading: AvailabilityReading, sku: string, channelId: string) {
  const availability = reading.of(sku, channelId)
  return availability && reading.locationsOf(availability).map(({ locationId, quantity }) => ({ locationId, quantity }))
}

/** The same database, with its statements counted. */
function counting(database: FreshDatabase) {
  const counted = { count: 0, lookups: database.lookups }
  counted.lookups = database.lookups.withPlugin({
    transformQuery: ({ node }) => node,
    // Statements of a fixed text are not put together, so they are seen here only.
    transformResult: async ({ result }) => {
      counted.count++
      return result
    },
  })
  return counted
}

async function addLocations({ kysely }: FreshDatabase, ids: string[]): Promise<void> {
  const at = new Date()
  await kysely
    .insertInto('location')
    .values(ids.map((id) => ({ id, name: id, kind: 'STORE', created_at: at, updated_at: at })))
    .execute()
}

async function addChannel(
  { kysely }: FreshDatabase,
  channel: {
    id: string
    locations: Record<string, number>
    buffer?: number
    cap?: number
    lowStockThreshold?: number
    allowBackorder?: boolean
  },
): Promise<void> {
  const at = new Date()
  await kysely
    .insertInto('channel')
    .values({
      id: channel.id,
      name: channel.id,
      buffer: channel.buffer ?? 0,
      cap: channel.cap ?? null,
      low_stock_threshold: channel.lowStockThreshold ?? 0,
      allow_backorder: channel.allowBackorder ?? false,
      created_at: at,
      updated_at: at,
    })
    .execute()
  const locations = Object.entries(channel.locations)
  if (locations.length === 0) return
  await kysely
    .insertInto('channel_location')
    .values(locations.map(([location_id, priority]) => ({ channel_id: channel.id, location_id, priority })))
    .execute()
}

async function addItems({ kysely }: FreshDatabase, skus: string[]): Promise<void> {
  const at = new Date()
  await kysely
    .insertInto('item')
    .values(
      skus.map((sku) => ({
        bucket: bucketOf(sku),
        sku,
        title: sku,
        unit: 'each',
        units: '{}',
        created_at: at,
        updated_at: at,
      })),
    )
    .execute()
}

async function addPosition(
  { kysely }: FreshDatabase,
  position: { sku: string; at: string; sellable: number; held?: number; committed?: number; safetyStock?: number },
): Promise<void> {
  const { sku, at, sellable, held = 0, committed = 0, safetyStock } = position
  const key = { bucket: bucketOf(sku), sku, location_id: at, updated_at: new Date() }
  await kysely
    .insertInto('position')
    .values({ ...key, sellable, held, committed })
    .execute()
  if (safetyStock === undefined) return
  await kysely
    .insertInto('stock_policy')
    .values({ ...key, safety_stock: safetyStock })
    .execute()
}

async function addHold(
  { kysely }: FreshDatabase,
  hold: { sku: string; at: string; held: number; expiresInSeconds: number },
): Promise<void> {
  const { sku, at, held, expiresInSeconds } = hold
  await kysely
    .insertInto('reservation_line')
    .values({
      bucket: bucketOf(sku),
      reservation_id: `rsv_${sku}_${expiresInSeconds}`,
      line: 1,
      sku,
      location_id: at,
      channel_id: 'web',
      requested: held,
      held,
      committed: 0,
      backordered: 0,
      fulfilled: 0,
      released: 0,
      expired: 0,
      expires_at: new Date(Date.now() + expiresInSeconds * 1000),
      placed_at: new Date(),
      version: 1,
      recorded_at: new Date(),
    })
    .execute()
}
