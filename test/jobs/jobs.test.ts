import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { Client } from 'pg'
import { getRollbackPlans } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../core/database/connection.ts'
import { migrate, pendingMigrations } from '../../core/database/migrate.ts'
import { type JobEnd, type Jobs, type JobsOptions, openJobs } from '../../core/jobs/jobs.ts'
import { pendingJobTables } from '../../core/jobs/migrate.ts'
import { defineQueue, type Queue } from '../../core/jobs/queue.ts'
import { wireTo } from '../faults/wire.ts'
import { DATABASE_KINDS, emptyDatabase, type FreshDatabase, freshDatabase } from '../support/database.ts'
import { SILENT } from '../support/ledger.ts'
import { startPostgres } from '../support/postgres-server.ts'

interface Note {
  readonly number: number
}

let queues = 0
const notes = () => defineQueue<Note>(`notes-${++queues}`, { retryLimit: 2, retryDelay: 1 })

const POLL = { pollSeconds: 0.5 }

async function open(
  db: Database,
  queue: Queue<object>,
  options: Partial<JobsOptions> = {},
): Promise<Jobs & AsyncDisposable> {
  const jobs = await openJobs({ db, works: true, log: SILENT, ...options })
  await jobs.define(queue)
  return Object.assign(jobs, { [Symbol.asyncDispose]: () => jobs.close() })
}

function endsOf(jobs: Jobs): JobEnd[] {
  const ends: JobEnd[] = []
  jobs.onEnd((end) => ends.push(end))
  return ends
}

const figuresOf = async (jobs: Jobs, { name }: Queue<Note>) =>
  (await jobs.figures()).find(({ queue }) => queue === name)

// Goal: what is sent is done, by whoever is there, until it succeeded or was given up.
describe.each(DATABASE_KINDS)('%s', (kind) => {
  // One for all: each test has a queue of its own.
  let db: FreshDatabase
  beforeAll(async () => {
    db = await freshDatabase(kind)
  })
  afterAll(() => db[Symbol.asyncDispose]())

  test('a job that fails is tried again, and done once it succeeds', async () => {
    const NOTES = notes()
    await using jobs = await open(db, NOTES)
    const ends = endsOf(jobs)
    const seen: number[] = []
    await jobs.work(NOTES, POLL, async ([job]) => {
      seen.push(job?.data.number ?? 0)
      if (seen.length === 1) throw new Error('Not yet')
    })
    expect(await jobs.send(NOTES, { number: 7 })).toEqual(expect.any(String))

    await expect.poll(() => ends.map(({ result }) => result), { timeout: 20_000 }).toEqual(['retried', 'done'])
    expect(seen).toEqual([7, 7])
  })

  test('one that never succeeds is given up after its last try, kept, and told', async () => {
    const NOTES = notes()
    const told: string[] = []
    await using jobs = await open(db, NOTES, { log: { ...SILENT, error: (_details, message) => told.push(message) } })
    const ends = endsOf(jobs)
    await jobs.work(NOTES, POLL, async () => {
      throw new Error('Never')
    })
    await jobs.send(NOTES, { number: 1 })

    await expect
      .poll(() => ends.map(({ result }) => result), { timeout: 20_000 })
      .toEqual(['retried', 'retried', 'failed'])
    expect(told).toEqual(['A job failed and is given up'])
    await jobs.boss.supervise()
    expect(await figuresOf(jobs, NOTES)).toMatchObject({ waiting: 0, active: 0, failed: 1, oldestSeconds: 0 })
  })

  test('what waits is counted, and how long the oldest has waited', async () => {
    const NOTES = notes()
    await using jobs = await open(db, NOTES)
    await jobs.send(NOTES, { number: 1 })
    await jobs.send(NOTES, { number: 2 }, { startAfter: 3_600 })
    await sleep(1_100)
    await jobs.boss.supervise()

    const figures = await figuresOf(jobs, NOTES)
    expect(figures).toMatchObject({ waiting: 2, active: 0, failed: 0 })
    expect(figures?.oldestSeconds).toBeGreaterThan(1)
    expect(figures?.oldestSeconds).toBeLessThan(3_000)
  })

  test('a job is sent with the transaction that it belongs to, or not at all', async () => {
    const NOTES = notes()
    await using jobs = await open(db, NOTES)
    const seen: number[] = []
    await jobs.work(NOTES, POLL, async ([job]) => {
      seen.push(job?.data.number ?? 0)
    })
    const undone = db.kysely.transaction().execute(async (tx) => {
      await jobs.send(NOTES, { number: 1 }, { within: tx })
      throw new Error('Undone')
    })
    await expect(undone).rejects.toThrow('Undone')
    await db.kysely.transaction().execute(async (tx) => {
      await jobs.send(NOTES, { number: 2 }, { within: tx })
    })

    await expect.poll(() => seen, { timeout: 20_000 }).toEqual([2])
    const { rows } = await sql<{ count: number }>`select count(*) from pgboss.job where name = ${NOTES.name}`.execute(
      db.kysely,
    )
    expect(rows).toEqual([{ count: 1 }])
  })

  test('a job that is sent is heard of at once, not at the next look', async () => {
    const NOTES = notes()
    await using jobs = await open(db, NOTES)
    const ends = endsOf(jobs)
    await jobs.work(NOTES, { pollSeconds: 300 }, async () => {})
    // The first look, at once, finds nothing; only then the next is five minutes away.
    await sleep(1_000)
    await jobs.send(NOTES, { number: 1 })
    await expect.poll(() => ends.length, { timeout: 20_000 }).toBe(1)
  })

  test('a schedule has a job made, and none any more once it ended', async () => {
    const TICKS = defineQueue(`ticks-${kind}`)
    await using jobs = await open(db, TICKS)
    const ends = endsOf(jobs)
    await jobs.work(TICKS, POLL, async () => {})
    await jobs.schedule(TICKS, '* * * * *')
    expect(await jobs.boss.getSchedules(TICKS.name)).toMatchObject([{ kind: 'cron' }])
    await jobs.schedule(TICKS, 'FREQ=SECONDLY;INTERVAL=90')
    expect(await jobs.boss.getSchedules(TICKS.name)).toMatchObject([{ kind: 'rrule' }])
    await jobs.schedule(TICKS, '* * * * *')
    await jobs.close()

    // Whoever starts looks for what is due in this minute.
    await using later = await open(db, TICKS)
    const laterEnds = endsOf(later)
    await later.work(TICKS, POLL, async () => {})
    await expect.poll(() => ends.length + laterEnds.length, { timeout: 60_000 }).toBeGreaterThan(0)
    await later.schedule(TICKS, null)
    expect(await later.boss.getSchedules(TICKS.name)).toEqual([])
  })

  test('closing waits for the job under way, and interrupts one that takes too long so that another does it', async () => {
    const NOTES = notes()
    await using jobs = await open(db, NOTES)
    const ends = endsOf(jobs)
    let started = () => {}
    const running = new Promise<void>((resolve) => {
      started = resolve
    })
    await jobs.work(NOTES, { ...POLL, atOnce: 2 }, async ([job], signal) => {
      if (job?.data.number === 1) {
        await sleep(500)
        return
      }
      started()
      await sleep(60_000, undefined, { signal })
    })
    await jobs.send(NOTES, { number: 1 })
    await jobs.send(NOTES, { number: 2 })
    await running
    await jobs.close()
    expect(ends.map(({ result }) => result).sort()).toEqual(['done', 'retried'])

    await using others = await open(db, NOTES)
    const seen: number[] = []
    await others.work(NOTES, POLL, async ([job]) => {
      seen.push(job?.data.number ?? 0)
    })
    await expect.poll(() => seen, { timeout: 20_000 }).toEqual([2])
  })
})

describe('several processes', () => {
  test('do each job once between them', async () => {
    await using db = await freshDatabase('postgres')
    const NOTES = notes()
    await using first = await open(db, NOTES)
    await using second = await open(db, NOTES)
    const seen: number[][] = [[], []]
    for (const [index, jobs] of [first, second].entries()) {
      await jobs.work(NOTES, { ...POLL, batchSize: 5, atOnce: 2 }, async (batch) => {
        for (const { data } of batch) seen[index]?.push(data.number)
        await sleep(20)
      })
    }
    const numbers = Array.from({ length: 200 }, (_, number) => number)
    await first.boss.insert(
      NOTES.name,
      numbers.map((number) => ({ data: { number } })),
    )
    await expect.poll(() => seen.flat().length, { timeout: 60_000 }).toBe(numbers.length)
    expect(seen.flat().sort((a, b) => a - b)).toEqual(numbers)
    expect(Math.min(...seen.map((it) => it.length))).toBeGreaterThan(0)
  })

  test('a process that only sends works at nothing', async () => {
    await using db = await freshDatabase('postgres')
    const NOTES = notes()
    await using sender = await open(db, NOTES, { works: false })
    await using worker = await open(db, NOTES)
    const ends = endsOf(worker)
    await worker.work(NOTES, POLL, async () => {})
    await sender.send(NOTES, { number: 1 })
    await expect.poll(() => ends.length, { timeout: 20_000 }).toBe(1)
  })
})

// Goal: nobody has to do anything when PostgreSQL comes back. Method: crash it while jobs wait and one is under way.
test('jobs go on when PostgreSQL was away', { timeout: 180_000 }, async () => {
  await using server = await startPostgres()
  const db = await openDatabase({ url: server.url })
  const NOTES = notes()
  await using stack = new AsyncDisposableStack()
  stack.defer(() => db.close())
  await migrate(db)
  const told: string[] = []
  await using jobs = await open(db, NOTES, { log: { ...SILENT, error: (_details, message) => told.push(message) } })
  const seen: number[] = []
  await jobs.work(NOTES, POLL, async ([job]) => {
    seen.push(job?.data.number ?? 0)
  })
  await jobs.send(NOTES, { number: 1 })
  await jobs.send(NOTES, { number: 2 }, { startAfter: 3 })
  await expect.poll(() => seen, { timeout: 20_000 }).toEqual([1])

  await server.stop('immediate')
  await expect(jobs.send(NOTES, { number: 3 })).rejects.toThrow()
  await sleep(2_000)
  await server.start()
  await expect.poll(() => seen, { timeout: 60_000 }).toEqual([1, 2])

  // It hears again of what is sent, whenever it is that it listens again.
  await jobs.send(NOTES, { number: 4 })
  await expect.poll(() => seen, { timeout: 60_000 }).toEqual([1, 2, 4])
  expect(told).toEqual([])
})

// Goal: who is asked tells that the database is away, and the queue does not complain of it. Method: a network that swallows everything, for longer than the
// connection on which the queue listens waits for a sign of life.
test('a PostgreSQL that gives no sign of life is nothing that the queue complains of', {
  timeout: 180_000,
}, async () => {
  await using fresh = await freshDatabase('postgres')
  if (fresh.url === undefined) throw new Error('PostgreSQL has a URL')
  await using wire = await wireTo(fresh.url)
  const db = await openDatabase({ url: wire.url })
  await using stack = new AsyncDisposableStack()
  stack.defer(() => db.close())
  const NOTES = notes()
  const noticed: string[] = []
  const told: string[] = []
  const tell = (details: object, message: string) => told.push(`${message}: ${Object(details).err}`)
  const debug = (details: object) => noticed.push(String(Object(details).err))
  await using jobs = await open(db, NOTES, { log: { ...SILENT, debug, warn: tell, error: tell } })
  await jobs.work(NOTES, POLL, async () => {})

  wire.cut()
  const heartbeat = () => [...noticed, ...told].some((error) => error.includes('heartbeat'))
  await expect.poll(heartbeat, { timeout: 90_000 }).toBe(true)
  expect(told).toEqual([])
  wire.mend()
})

describe('the tables of pg-boss', () => {
  test('are brought up from an older version, with the jobs in them', async () => {
    await using empty = await emptyDatabase()
    const db = await openDatabase({ url: empty.url })
    const NOTES = notes()
    await using stack = new AsyncDisposableStack()
    stack.defer(() => db.close())
    await migrate(db)
    await using jobs = await open(db, NOTES, { works: false })
    await jobs.send(NOTES, { number: 1 })
    await jobs.close()

    // As its maker would take the last step back.
    const client = new Client({ connectionString: empty.url })
    await client.connect()
    await client.query(getRollbackPlans('pgboss'))
    await client.end()
    expect(await pendingMigrations(db)).toEqual([expect.stringMatching(/^pgboss_\d+$/)])
    await expect(openJobs({ db, works: false, log: SILENT })).rejects.toThrow(/migrations/)

    expect(await migrate(db)).toEqual([expect.stringMatching(/^pgboss_\d+$/)])
    expect(await pendingJobTables(db)).toEqual([])
    await using again = await open(db, NOTES)
    const ends = endsOf(again)
    await again.work(NOTES, POLL, async () => {})
    await expect.poll(() => ends.length, { timeout: 20_000 }).toBe(1)
  })
})
