import { type Kysely, sql, type Transaction } from 'kysely'
import { fromKysely, type JobWithMetadata, PgBoss, type SendOptions, type WorkOptions } from 'pg-boss'
import type { Database } from '../database/connection.ts'
import { isDatabaseUnavailable } from '../database/errors.ts'
import type { Schema } from '../database/schema.ts'
import { connectionOf, JOBS_SCHEMA } from './connect.ts'
import { pendingJobTables } from './migrate.ts'
import type { Queue } from './queue.ts'

export interface JobsOptions {
  readonly db: Database
  /** Whether this process works at jobs: then it hears of new ones at once, makes those of schedules, and sees to what others left. Else it only sends. */
  readonly works: boolean
  readonly log: {
    debug(details: object, message: string): void
    warn(details: object, message: string): void
    error(details: object, message: string): void
  }
}

export type Job<Data extends object> = JobWithMetadata<Data>

/** How a process works at a queue. */
export interface Working {
  /** Jobs handed over at once at most, and jobs or batches at a time; default 1. */
  readonly batchSize?: number
  readonly atOnce?: number
  /** Seconds between two looks, at least 0.5, default 5: what a job costs at most that comes due later, or whose sending was not heard. */
  readonly pollSeconds?: number
}

export interface QueueFigures {
  readonly queue: string
  /** Jobs that wait, whether they are due or not, and those under way. */
  readonly waiting: number
  readonly active: number
  /** Jobs that were given up and are still kept. */
  readonly failed: number
  /** Seconds for which the oldest job that is due has waited; 0 when none is. */
  readonly oldestSeconds: number
}

/** What became of a job here. */
export interface JobEnd {
  readonly queue: string
  readonly result: 'done' | 'retried' | 'failed'
  readonly seconds: number
}

/**
 * Work that is done later, again, or now and then, by whichever process of the hub is free: pg-boss. A job is done at least once; what it does has to bear
 * being done twice, because a process may end between doing it and saying so.
 */
export interface Jobs {
  /** Makes a queue, or brings its options up. To be called before anything else is done with it. */
  define(queue: Queue<object>): Promise<void>
  /**
   * Answers the id of the job, or null where a job of the same `singletonKey` stands in its way. `within` a transaction it is sent when that commits. (With
   * PGlite nothing else may be asked of `Jobs` in a transaction: there is one connection.)
   */
  send<Data extends object>(
    queue: Queue<Data>,
    data: Data,
    options?: SendOptions & { readonly within?: Transaction<Schema> },
  ): Promise<string | null>
  /**
   * Works at a queue until closed. The signal ends with the time of the job, and when this process is closing: what throws then is done by another. A job
   * whose handler throws is tried again as its queue says. What it answers is kept with the job, as JSON.
   */
  work<Data extends object>(
    queue: Queue<Data>,
    working: Working,
    handler: (jobs: readonly Job<Data>[], signal: AbortSignal) => Promise<unknown>,
  ): Promise<void>
  /** What the last job of a queue that was done answered, wherever it was done, as long as it is kept; undefined where there is none. */
  lastAnswer(queue: Queue<object>): Promise<{ readonly at: Date; readonly answer: unknown } | undefined>
  /**
   * Has a job made at the times of a cron expression in UTC, or of a recurrence rule (RFC 5545), to the minute, by one of the processes that work; null: no
   * more. What was missed while none was there is made up for by one job.
   */
  schedule(queue: Queue<Record<string, never>>, when: string | null): Promise<void>
  figures(): Promise<QueueFigures[]>
  /** Calls the listener after each job that was worked at here. */
  onEnd(listener: (end: JobEnd) => void): void
  /** What else pg-boss can do. */
  readonly boss: PgBoss
  /** Takes no more jobs and waits up to so many milliseconds for those under way. Calling it again does nothing. */
  close(graceMs?: number): Promise<void>
}

/** A process that was started while its database went away again tries so many times, for half a minute. */
const START_ATTEMPTS = 5

const CLOSE_MS = 3_000

/** What is over is cleared away every five minutes; else it would be once a day. */
const MAINTAIN_SECONDS = 300

/** Its indexes are rewritten when they have grown for nothing, by statements that must stay short. Not within a transaction, so not on PGlite. */
const REINDEX = { maxIndexBytes: 128 * 1024 * 1024 }

/** Opens the jobs on tables that `migrate` has made. Throws where they are not of this version. */
export async function openJobs({ db, works, log }: JobsOptions): Promise<Jobs> {
  const pending = await pendingJobTables(db)
  if (pending.length > 0) throw new Error(`The database lacks ${pending.join(', ')}: run the migrations`)
  const boss = new PgBoss({
    ...connectionOf(db),
    migrate: false,
    supervise: works,
    schedule: works,
    useListenNotify: works,
    registerInstance: false,
    maintenanceIntervalSeconds: MAINTAIN_SECONDS,
    reindex: db.kind === 'postgres' ? REINDEX : false,
  })
  // It goes on by itself, and what it could not do is done at the next look. That the database is away is told by those who are asked meanwhile.
  boss.on('error', (told) => {
    const error = toError(told)
    if (isDatabaseUnavailable(error)) log.debug({ err: error }, 'Jobs could not be looked for')
    else log.warn({ err: error }, 'The queue of jobs met an error and goes on')
  })
  boss.on('warning', ({ message, data }) => {
    log.warn({ type: 'type' in data ? data.type : undefined }, `The queue of jobs warns: ${message}`)
  })
  try {
    await boss.start({ attempts: START_ATTEMPTS })
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {})
    throw error
  }

  const closing = new AbortController()
  const defined = new Set<string>()
  const listeners: ((end: JobEnd) => void)[] = []
  let closed: Promise<void> | undefined

  function requireDefined({ name }: Queue<object>): void {
    if (!defined.has(name)) throw new Error(`The queue ${name} was not defined`)
  }

  async function handle<Data extends object>(
    queue: Queue<Data>,
    jobs: readonly Job<Data>[],
    handler: (jobs: readonly Job<Data>[], signal: AbortSignal) => Promise<unknown>,
  ): Promise<unknown> {
    const started = performance.now()
    const tell = (result: JobEnd['result']) => {
      const seconds = (performance.now() - started) / 1000
      for (const listener of listeners) for (const _ of jobs) listener({ queue: queue.name, result, seconds })
    }
    try {
      const answer = await handler(jobs, AbortSignal.any([closing.signal, ...jobs.map(({ signal }) => signal)]))
      tell('done')
      return answer
    } catch (error) {
      const again = jobs.some(({ retryCount, retryLimit }) => retryCount < retryLimit)
      tell(again ? 'retried' : 'failed')
      const details = {
        err: error,
        queue: queue.name,
        jobs: jobs.map(({ id }) => id),
        attempt: (jobs[0]?.retryCount ?? 0) + 1,
      }
      if (closing.signal.aborted) log.debug(details, 'A job was interrupted; it is done later, or elsewhere')
      else if (!again) log[isDatabaseUnavailable(error) ? 'warn' : 'error'](details, 'A job failed and is given up')
      else log[isDatabaseUnavailable(error) ? 'debug' : 'warn'](details, 'A job failed and is tried again')
      throw error
    }
  }

  return {
    boss,
    async define({ name, options }) {
      await boss.createQueue(name, { notify: true, ...options })
      const { policy: _, partition: __, ...changeable } = options
      await boss.updateQueue(name, { notify: true, ...changeable })
      defined.add(name)
    },
    async send(queue, data, { within, ...options } = {}) {
      requireDefined(queue)
      return boss.send(queue.name, data, { ...options, ...(within === undefined ? {} : { db: fromKysely(within) }) })
    },
    async work<Data extends object>(
      queue: Queue<Data>,
      { batchSize = 1, atOnce = 1, pollSeconds = 5 }: Working,
      handler: (jobs: readonly Job<Data>[], signal: AbortSignal) => Promise<unknown>,
    ) {
      requireDefined(queue)
      const options = {
        batchSize,
        localConcurrency: atOnce,
        pollingIntervalSeconds: pollSeconds,
        notifyPollingIntervalSeconds: pollSeconds,
        includeMetadata: true,
      } satisfies WorkOptions
      await boss.work<Data, unknown, typeof options>(queue.name, options, (jobs) => handle(queue, jobs, handler))
    },
    async schedule(queue, when) {
      requireDefined(queue)
      if (when === null) await boss.unschedule(queue.name)
      else await boss.schedule(queue.name, when, {}, { tz: 'UTC', missed: 'once' })
    },
    async lastAnswer({ name }) {
      const { rows } = await sql<{ at: Date; answer: unknown }>`
        select completed_on as at, output as answer from ${sql.table(`${JOBS_SCHEMA}.job`)}
        where name = ${name} and completed_on is not null and state = 'completed' order by completed_on desc limit 1
      `.execute(db.kysely)
      return rows[0]
    },
    figures: () => figuresOf(db.kysely),
    onEnd: (listener) => listeners.push(listener),
    close(graceMs = CLOSE_MS) {
      closed ??= (async () => {
        closing.abort(new Error('The process is closing'))
        await boss.stop({ graceful: true, timeout: graceMs })
      })()
      return closed
    },
  }
}

/** Numbers as pg-boss counted them last, within a minute; the age of the oldest as it is now, for which one entry of an index is read. */
async function figuresOf(kysely: Kysely<Schema>): Promise<QueueFigures[]> {
  const job = sql.table(`${JOBS_SCHEMA}.job`)
  const { rows } = await sql<QueueFigures>`
    select q.name as queue, q.queued_count as waiting, q.active_count as active, q.failed_count as failed,
           coalesce(greatest(extract(epoch from clock_timestamp() - least(
             (select start_after from ${job} where name = q.name and state = 'created' and not blocked order by start_after limit 1),
             (select start_after from ${job} where name = q.name and state = 'retry' and not blocked order by start_after limit 1)
           )), 0), 0)::float8 as "oldestSeconds"
    from ${sql.table(`${JOBS_SCHEMA}.queue`)} q where q.name not like '\\_\\_pgboss\\_\\_%' order by q.name
  `.execute(kysely)
  return rows
}

/** pg-boss tells errors as objects that look like them. */
function toError(told: unknown): Error {
  if (told instanceof Error) return told
  if (typeof told !== 'object' || told === null) return new Error(String(told))
  return Object.assign(new Error('message' in told ? String(told.message) : 'Unknown'), told)
}
