import { sql } from 'kysely'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../core/database/connection.ts'
import { migrate, migratorFor } from '../../core/database/migrate.ts'
import { audit } from '../../core/ledger/audit.ts'
import type { Command } from '../../core/ledger/commands.ts'
import { type Ledger, LedgerUnavailable } from '../../core/ledger/ledger.ts'
import { openLedger } from '../../core/ledger/writer.ts'
import { DATABASE_KINDS, emptyDatabase, freshDatabase } from '../support/database.ts'
import { codesOf, hash, made, openTestLedger, SILENT } from '../support/ledger.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { wireTo } from './wire.ts'

const BUS = { publish: async () => {} }
const found: Command = {
  kind: 'adjustStock',
  sku: 'MUG',
  locationId: 'BER',
  delta: 1,
  account: 'sellable',
  reason: 'found',
}

function submit(ledger: Ledger, command: Command, key?: string) {
  const identity = key === undefined ? {} : { key: { key, requestHash: hash(key) } }
  return ledger.submit({ command, client: 'test', channels: null, occurredAt: null, ...identity })
}

async function prepare(ledger: Ledger): Promise<void> {
  await submit(ledger, { kind: 'upsertLocations', locations: [{ id: 'BER', name: 'Berlin' }] })
  await submit(ledger, { kind: 'upsertItems', items: [{ sku: 'MUG', title: 'Mug' }] })
}

/** Submits many at once and says how long it took until each was given back. */
async function turnedAway(ledger: Ledger, prefix: string): Promise<number[]> {
  const startedAt = performance.now()
  return Promise.all(
    Array.from({ length: 50 }, async (_, number) => {
      const error: unknown = await submit(ledger, found, `${prefix}-${number}`).then(
        () => undefined,
        (reason: unknown) => reason,
      )
      expect(error).toBeInstanceOf(LedgerUnavailable)
      return performance.now() - startedAt
    }),
  )
}

describe('without PostgreSQL', () => {
  test('commands are turned away at once, and taken again by themselves when it is back', async () => {
    await using server = await startPostgres()
    const db = await openDatabase({ url: server.url })
    await migrate(db)
    const ledger = await openLedger({ db, bus: BUS, log: SILENT })
    await prepare(ledger)
    for (const round of [1, 2]) {
      await server.stop('immediate')
      expect(Math.max(...(await turnedAway(ledger, `down-${round}`)))).toBeLessThan(5_000)
      await server.start()
      expect((await submit(ledger, found, `up-${round}`)).status).toBe('posted')
    }
    expect((await audit({ db })).differences).toEqual([])
    await ledger.close()
    await db.close()
  }, 60_000)

  test('commands are turned away when the network swallows everything, and taken again when it does not', async () => {
    await using database = await freshDatabase('postgres')
    await using wire = await wireTo(database.url ?? '')
    const db = await openDatabase({ url: wire.url })
    const ledger = await openLedger({ db, bus: BUS, log: SILENT })
    await prepare(ledger)
    wire.cut()
    expect(Math.max(...(await turnedAway(ledger, 'cut')))).toBeLessThan(15_000)
    wire.mend()
    await expect
      .poll(() => submit(ledger, found, 'mended').catch(() => undefined), { timeout: 60_000 })
      .toMatchObject({
        status: 'posted',
      })
    // Each of the keys has one effect, whether its first attempt arrived or not.
    await Promise.all(Array.from({ length: 50 }, (_, number) => submit(ledger, found, `cut-${number}`)))
    const { sellable } = await database.kysely.selectFrom('position').select('sellable').executeTakeFirstOrThrow()
    expect(sellable).toBe(51)
    await ledger.close()
    await db.close()
  }, 120_000)
})

// A newer hub migrates the database while an older one still runs.
test('a column that is added to the tables of a running writer does not disturb it', async () => {
  await using hub = await openTestLedger('postgres')
  await hub.shop(['MUG'], ['BER'], { allowBackorder: true })
  const live = async () => {
    const id = made(await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 1 }]))
    return hub.submit({ kind: 'confirmReservation', reservation: { id } })
  }
  for (let round = 0; round < 8; round++) expect((await live()).status).toBe('posted')
  for (const table of ['reservation', 'reservation_line', 'position', 'item', 'fact']) {
    await sql`alter table ${sql.table(table)} add column newer text`.execute(hub.db.kysely)
  }
  for (let round = 0; round < 8; round++) expect((await live()).status).toBe('posted')
})

// Goal: who posts while the tables are brought up waits, and is not turned away. Method: what a writer of the version before does, over and over, on tables as it had them.
test('tables are brought up while others write in them, and none of these is turned away', async () => {
  await using empty = await emptyDatabase()
  const db = await openDatabase({ url: empty.url })
  try {
    const { error } = await migratorFor(db.kysely).migrateTo('0033_holds_beside_indexes')
    expect(error).toBeUndefined()
    await sql`insert into position (bucket, sku, location_id, updated_at) values (0, 'MUG', 'BER', now())`.execute(
      db.kysely,
    )
    // So many that indexes take longer than PostgreSQL waits before it looks for a deadlock.
    await db.unhurried(60_000, async (unhurried) => {
      await sql`
        insert into journal (bucket, number, sku, location_id, from_account, to_account, quantity, kind, occurred_at, recorded_at, document, document_id, line)
        select 0, n, 'MUG', 'BER', 'unpromised', 'committed', 1, 'confirm', now(), now(), 'reservation', 'rsv_' || md5(n::text), 1
        from generate_series(1, 600000) n
      `.execute(unhurried)
    })

    let written = 0
    let isDone = false
    // Without limits of time: a slow machine is not what is looked for.
    const write = async (bucket: number) => {
      const client = new Client({ connectionString: empty.url })
      await client.connect()
      try {
        while (!isDone) {
          await client.query('begin')
          await client.query(`select from bucket_head where bucket = ${bucket} for update`)
          await client.query(`select from reservation_line where bucket = ${bucket} limit 1`)
          await client.query(
            `update position set held = held + 1 where bucket = 0 and sku = 'MUG' and location_id = 'BER'`,
          )
          await client.query(`update bucket_head set version = version + 1 where bucket = ${bucket}`)
          await client.query('commit')
          written++
        }
      } finally {
        await client.end()
      }
    }
    const writing = Promise.all([0, 1, 2].map(write))
    await new Promise((resolve) => setTimeout(resolve, 200))
    const before = written
    const applied = await Promise.race([migrate(db), writing.then(() => [])])
    expect(applied).toContain('0034_position_id')
    isDone = true
    await writing
    expect(before).toBeGreaterThan(0)
    expect(written).toBeGreaterThan(before)
  } finally {
    await db.close()
  }
}, 120_000)

describe.each(DATABASE_KINDS)('poison in a big batch on %s', (kind) => {
  test.each<[string, Command]>([
    ['a character that cannot be stored', { ...found, reason: 'a\u0000b' }],
    ['a name too long for an index', { kind: 'upsertItems', items: [{ sku: randomText(12_000), title: 'Long' }] }],
    ['a balance out of range', { ...found, delta: Number.MAX_SAFE_INTEGER }],
  ])('%s is refused alone', async (_, poison) => {
    await using hub = await openTestLedger(kind)
    await prepare(hub.ledger)
    const good = (number: number) => submit(hub.ledger, found, `good-${number}`)
    const results = await Promise.all([
      ...Array.from({ length: 137 }, (_, number) => good(number)),
      submit(hub.ledger, poison, 'poison'),
      ...Array.from({ length: 162 }, (_, number) => good(137 + number)),
    ])

    expect(results.filter(({ status }) => status === 'posted')).toHaveLength(299)
    expect(results.flatMap(codesOf)).toEqual(['INVALID_INPUT'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 299 })
    expect(codesOf(await submit(hub.ledger, poison, 'poison'))).toEqual(['INVALID_INPUT'])
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })
})

/** Text that does not become much shorter by being compressed. */
function randomText(length: number): string {
  let text = ''
  for (let part = 0; text.length < length; part++) text += hash(String(part)).toString('hex')
  return text.slice(0, length)
}
