import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../core/database/connection.ts'
import { isDatabaseUnavailable, isSilence } from '../../core/database/errors.ts'
import { migrate, pendingMigrations } from '../../core/database/migrate.ts'
import { migrations } from '../../core/database/migrations/index.ts'
import { Wire } from '../edge/wire.ts'
import { DATABASE_KINDS, emptyDatabase, freshDatabase } from '../support/database.ts'
import { startPostgres } from '../support/postgres-server.ts'

// Goal: no part of the hub needs to know which kind of database it has.
describe.each(DATABASE_KINDS)('%s', (kind) => {
  test('64-bit integers are JavaScript numbers, alone and in arrays, up to 2^53 − 1', async () => {
    await using database = await freshDatabase(kind)
    const { rows } = await sql`
      select 9007199254740991::bigint as largest, (-9007199254740991)::bigint as smallest,
             array[1, null, -3]::bigint[] as list, '{}'::bigint[] as empty, count(*) as counted
      from bucket_head
    `.execute(database.kysely)

    expect(rows).toEqual([
      {
        largest: Number.MAX_SAFE_INTEGER,
        smallest: Number.MIN_SAFE_INTEGER,
        list: [1, null, -3],
        empty: [],
        counted: expect.any(Number),
      },
    ])
  })

  test('a 64-bit integer that JavaScript cannot hold is an error, not another number', async () => {
    await using database = await freshDatabase(kind, { poolSize: 1 })
    await expect(sql`select 9007199254740993::bigint`.execute(database.kysely)).rejects.toThrow(/9007199254740993/)

    const { rows } = await sql`select 1 as still`.execute(database.kysely)
    expect(rows).toEqual([{ still: 1 }])
  })

  test('times are Dates, infinity included; dates stay text', async () => {
    await using database = await freshDatabase(kind)
    const moment = new Date('2024-02-29T23:59:59.123Z')
    const { rows } = await sql`
      select ${moment}::timestamptz as given, '2024-03-01 01:59:59.123+02'::timestamptz as zoned,
             '-infinity'::timestamptz as before_all, date '2024-02-29' as day
    `.execute(database.kysely)

    expect(rows).toEqual([{ given: moment, zoned: moment, before_all: new Date(-8.64e15), day: '2024-02-29' }])
  })

  test('arrays and JSON go in and come out as they were', async () => {
    await using database = await freshDatabase(kind)
    const texts = ['plain', '', 'NULL', 'a,"quoted" {brace}\\', 'ünï✓', null]
    const json = { list: [1, { deep: 'x' }], none: null }
    const { rows } = await sql`
      select u.text, u.number, u.at, u.flag, ${JSON.stringify(json)}::jsonb as json
      from unnest(${texts}::text[], ${[1, 2, 3, 4, 5, null]}::bigint[],
        ${texts.map(() => new Date(0))}::timestamptz[], ${texts.map((text) => text === null)}::boolean[])
        as u(text, number, at, flag)
    `.execute(database.kysely)

    expect(rows).toEqual(
      texts.map((text, index) => ({
        text,
        number: text === null ? null : index + 1,
        at: new Date(0),
        flag: text === null,
        json,
      })),
    )
  })

  test('a transaction that throws leaves nothing behind', async () => {
    await using database = await freshDatabase(kind)
    const failed = database.kysely.transaction().execute(async (transaction) => {
      await sql`create table note (text text)`.execute(transaction)
      throw new Error('changed my mind')
    })

    await expect(failed).rejects.toThrow('changed my mind')
    const { rows } = await sql`select to_regclass('note') as note`.execute(database.kysely)
    expect(rows).toEqual([{ note: null }])
  })

  test('an SQL error ends its transaction and none of its neighbours', async () => {
    await using database = await freshDatabase(kind)
    await sql`create table note (id int primary key)`.execute(database.kysely)
    const results = await Promise.allSettled(
      [1, 2, 2, 3].map((id) =>
        database.kysely.transaction().execute(async (transaction) => {
          await sql`insert into note values (${id})`.execute(transaction)
        }),
      ),
    )

    expect(results.filter((result) => result.status === 'rejected')).toHaveLength(1)
    const { rows } = await sql`select id from note order by id`.execute(database.kysely)
    expect(rows).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
  })

  // PGlite has one connection: were its transactions not queued, the reads would mix with the writes of others.
  test('transactions that run at once do not see into each other', async () => {
    await using database = await freshDatabase(kind)
    await sql`create table counter (value bigint not null)`.execute(database.kysely)
    await sql`insert into counter values (0)`.execute(database.kysely)

    await Promise.all([
      ...Array.from({ length: 20 }, () =>
        database.kysely.transaction().execute(async (transaction) => {
          const { rows } = await sql<{ value: number }>`select value from counter for update`.execute(transaction)
          await sleep(1)
          await sql`update counter set value = ${(rows[0]?.value ?? Number.NaN) + 1}`.execute(transaction)
        }),
      ),
      ...Array.from({ length: 20 }, () => sql`select value from counter`.execute(database.kysely)),
    ])

    const { rows } = await sql`select value from counter`.execute(database.kysely)
    expect(rows).toEqual([{ value: 20 }])
  })

  test('closing twice is closing once, and a closed database says so', async () => {
    await using database = await freshDatabase(kind)
    await sql`select 1`.execute(database.kysely)
    await database.close()
    await database.close()

    const error: unknown = await sql`select 1`.execute(database.kysely).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(Error)
    expect(isDatabaseUnavailable(error)).toBe(true)
  })

  test('a fresh database has all migrations, and migrating again does nothing', async () => {
    await using database = await freshDatabase(kind)
    expect(await pendingMigrations(database)).toEqual([])
    expect(await migrate(database)).toEqual([])
  })
})

describe('migrate', () => {
  test('processes that migrate at once apply each migration once', async () => {
    await using empty = await emptyDatabase()
    const databases = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url: empty.url })))
    try {
      const applied = await Promise.all(databases.map((database) => migrate(database)))
      expect(applied.flat().filter((name) => !name.startsWith('pgboss_'))).toEqual(Object.keys(migrations))
      expect(applied.flat().filter((name) => name.startsWith('pgboss_'))).toHaveLength(1)
    } finally {
      await Promise.all(databases.map((database) => database.close()))
    }
  })

  test('the connection has its time-outs back afterwards', async () => {
    await using database = await freshDatabase('postgres', { poolSize: 1 })
    const settings = sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`
    const before = await settings.execute(database.kysely)
    await migrate(database)

    expect(before.rows).toEqual([{ statement: '10s', lock: '5s' }])
    expect((await settings.execute(database.kysely)).rows).toEqual(before.rows)
  })
})

describe('a PostgreSQL that goes away', () => {
  // Goal: requests fail clearly while it is gone, and everything recovers by itself. Method: crash it under load.
  test.each(['immediate', 'kill'] as const)('fails what was asked meanwhile and comes back (%s)', async (how) => {
    await using server = await startPostgres()
    const lost: Error[] = []
    const database = await openDatabase({ url: server.url, poolSize: 4, onConnectionLost: (error) => lost.push(error) })
    try {
      await sql`create table note (id int)`.execute(database.kysely)
      // Idle connections, a running statement, and a transaction between two statements: each breaks in its own way.
      await Promise.all([1, 2, 3, 4].map(() => sql`select pg_sleep(0.05)`.execute(database.kysely)))
      const running = sql`select pg_sleep(30)`.execute(database.kysely)
      let inTransaction = () => {}
      const begun = new Promise<void>((resolve) => {
        inTransaction = resolve
      })
      const between = database.kysely.transaction().execute(async (transaction) => {
        await sql`insert into note values (1)`.execute(transaction)
        inTransaction()
        await sleep(300)
        await sql`insert into note values (2)`.execute(transaction)
      })
      await begun
      const outcomes = Promise.allSettled([running, between])

      await (how === 'kill' ? server.kill() : server.stop('immediate'))
      for (const outcome of await outcomes) {
        expect(outcome.status === 'rejected' && isDatabaseUnavailable(outcome.reason)).toBe(true)
      }
      const refused: unknown = await sql`select 1`.execute(database.kysely).catch((error: unknown) => error)
      expect(isDatabaseUnavailable(refused)).toBe(true)
      expect(lost.length).toBeGreaterThan(0)

      await server.start()
      const { rows } = await sql`select count(*) as notes from note`.execute(database.kysely)
      expect(rows).toEqual([{ notes: 0 }])
    } finally {
      await database.close()
    }
  })

  test('that says nothing is known for silent, whatever was waited for', { timeout: 30_000 }, async () => {
    await using server = await startPostgres()
    await using wire = await Wire.to(server.port)
    const url = new URL(server.url)
    url.port = String(wire.port)
    const database = await openDatabase({ url: url.href, poolSize: 1 })
    try {
      await sql`select 1`.execute(database.kysely)
      wire.goSilent()
      const outcomes = await Promise.allSettled([
        // For the answer on a connection that stands, for that connection, for one that has to be made, and for that one.
        sql`select 2`.execute(database.kysely),
        sql`select 3`.execute(database.kysely),
        sql`select 4`.execute(database.lookups),
        sql`select 5`.execute(database.lookups),
        database.ordered.run('select 6', []),
      ])
      for (const outcome of outcomes) {
        const reason = outcome.status === 'rejected' ? outcome.reason : outcome.status
        expect(isSilence(reason), String(reason)).toBe(true)
        expect(isDatabaseUnavailable(reason)).toBe(true)
      }
    } finally {
      await database.close()
    }
  })

  test('may be started after the hub', async () => {
    await using server = await startPostgres()
    await server.stop()
    const database = await openDatabase({ url: server.url })
    try {
      await expect(sql`select 1`.execute(database.kysely)).rejects.toSatisfy(isDatabaseUnavailable)
      await server.start()
      expect((await sql`select 1 as one`.execute(database.kysely)).rows).toEqual([{ one: 1 }])
    } finally {
      await database.close()
    }
  })
})
