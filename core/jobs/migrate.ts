import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { PgBoss } from 'pg-boss'
import library from 'pg-boss/package.json' with { type: 'json' }
import type { Database } from '../database/connection.ts'
import { connectionOf, JOBS_SCHEMA } from './connect.ts'

const { schema: VERSION } = library.pgboss

/** As migrations are named, and with the version that pg-boss gives its tables. */
const NAME = `pgboss_${VERSION}`

const LOOK_MS = 200

/** Milliseconds that its statements wait for a lock. They may take as long as they take, but not wait for ever. */
const LOCK_TIMEOUT_MS = 60_000

/** The name of what brings the tables of pg-boss up to what its installed version wants; empty when they are. Changes nothing. */
export async function pendingJobTables({ kysely }: Pick<Database, 'kysely'>): Promise<string[]> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass(${`${JOBS_SCHEMA}.version`}) is not null as there
  `.execute(kysely)
  if (rows[0]?.there !== true) return [NAME]
  const found = await sql<{ version: number }>`select version from ${sql.table(`${JOBS_SCHEMA}.version`)}`.execute(
    kysely,
  )
  return found.rows[0]?.version === VERSION ? [] : [NAME]
}

/**
 * Brings the tables of pg-boss up, by itself: it knows its older versions. Several processes may call it at once: they queue for a lock, and all but one find
 * nothing to do. What it does behind the scenes, such as writing new indexes of a big table, is waited for.
 */
export async function migrateJobTables(
  database: Pick<Database, 'kysely' | 'unhurried' | 'libraries'>,
): Promise<string[]> {
  if ((await pendingJobTables(database)).length === 0) return []
  return database.unhurried(LOCK_TIMEOUT_MS, async (locking) => {
    await sql`select pg_advisory_lock(hashtext(${NAME}))`.execute(locking)
    try {
      const pending = await pendingJobTables(database)
      if (pending.length > 0) await bringUp(database)
      return pending
    } finally {
      await sql`select pg_advisory_unlock(hashtext(${NAME}))`.execute(locking)
    }
  })
}

async function bringUp(database: Pick<Database, 'libraries'>): Promise<void> {
  const { PgBoss } = await import('pg-boss')
  const boss = new PgBoss({ ...connectionOf(database, LIMITS), migrate: true, ...ALONE })
  const errors: Error[] = []
  boss.on('error', (error) => errors.push(error))
  try {
    await boss.start()
    await indexesWritten(boss)
  } finally {
    await boss.stop({ graceful: false })
  }
  const [error] = errors
  if (error !== undefined) throw new Error('The tables of pg-boss could not be brought up', { cause: error })
}

/** No statement and no answer has a limit of time. */
const LIMITS = { statement_timeout: 0, query_timeout: 0, lock_timeout: LOCK_TIMEOUT_MS }

/** Neither maintains nor makes jobs; looks for indexes to write as often as it may. */
const ALONE = { supervise: false, schedule: false, registerInstance: false, bamIntervalSeconds: 10 } as const

/** pg-boss writes indexes of tables that may be big one by one, while the tables are in use. */
async function indexesWritten(boss: PgBoss): Promise<void> {
  for (;;) {
    const left = await boss.getBamStatus()
    if (left.some(({ status }) => status === 'failed'))
      throw new Error('pg-boss could not write an index of its tables')
    if (!left.some(({ status }) => status === 'pending' || status === 'in_progress')) return
    await sleep(LOOK_MS)
  }
}
