import { setTimeout as sleep } from 'node:timers/promises'
import { type Authenticator, authenticator } from '../core/access/authenticate.ts'
import { hubName, hubSecret } from '../core/access/secrets.ts'
import { type ViewerTokens, viewerTokens } from '../core/access/viewer-token.ts'
import type { Config } from '../core/config.ts'
import { type Database, openDatabase } from '../core/database/connection.ts'
import { isDatabaseUnavailable } from '../core/database/errors.ts'
import { migrate, pendingMigrations } from '../core/database/migrate.ts'
import type { Bus } from '../core/feed/bus.ts'
import { type CursorCodec, cursorCodec } from '../core/feed/cursor.ts'
import { openInProcessBus } from '../core/feed/in-process-bus.ts'
import { SeenHeads } from '../core/feed/seen-heads.ts'
import { createIngest, type Ingest } from '../core/ingest/ingest.ts'
import { type Jobs, openJobs } from '../core/jobs/jobs.ts'
import { type OpenLedger, openLedger } from '../core/ledger/writer.ts'
import { type SecretBox, secretBox } from '../core/webhooks/secrets.ts'
import { UsageError } from './errors.ts'
import type { Log } from './log.ts'

export interface PartsOptions {
  readonly config: Config
  readonly log: Log
  /** Ends the waiting for servers that do not answer. */
  readonly signal?: AbortSignal
  /** Whether what happens without being asked for is done here: jobs are worked at, holds expire, balances are audited. Default: no. */
  readonly worker?: boolean
  /** What to do where the tables are not those of this version: bring them up, or say so and end. Default: bring them up. */
  readonly migrations?: 'apply' | 'require'
}

/** What every process of the hub is made of, whichever part of the hub it runs. */
export interface Parts {
  readonly config: Config
  readonly log: Log
  readonly database: Database
  readonly bus: Bus
  readonly ledger: OpenLedger
  readonly ingest: Ingest
  readonly jobs: Jobs
  readonly access: Authenticator
  readonly tokens: ViewerTokens
  readonly cursors: CursorCodec
  readonly seen: SeenHeads
  /** How secrets of webhooks are kept. */
  readonly secrets: SecretBox
  /** In the opposite order: nothing is closed before those who use it. Calling it again does nothing. */
  close(): Promise<void>
}

/** Opens what all parts share. With real servers it waits until the database answers; whatever was opened is closed when it fails. */
export async function openParts(options: PartsOptions): Promise<Parts> {
  const { config, log } = options
  await using opening = new AsyncDisposableStack()
  const database = opening.adopt(await openHubDatabase(config, log), (opened) => opened.close())
  await prepareDatabase(database, options)

  const secret = await hubSecret(config, database)
  const bus = opening.adopt(await openBus(config, secret, log), (opened) => opened.close())
  const ledger = opening.adopt(await openLedger({ db: database, bus, log }), (opened) => opened.close())
  const ingest = createIngest({ ledger, db: database, config, log })
  const jobs = opening.adopt(await openJobs({ db: database, works: options.worker ?? false, log }), (opened) =>
    opened.close(),
  )

  const opened = opening.move()
  let closing: Promise<void> | undefined
  return {
    config,
    log,
    database,
    bus,
    ledger,
    ingest,
    jobs,
    access: authenticator({ db: database, config }),
    tokens: viewerTokens(secret),
    cursors: cursorCodec(secret),
    seen: new SeenHeads(),
    secrets: secretBox(secret),
    close: () => {
      closing ??= opened.disposeAsync()
      return closing
    },
  }
}

/** The database of the settings: PostgreSQL, or PGlite in a folder. */
export function openHubDatabase(config: Config, log: Pick<Log, 'warn'>): Promise<Database> {
  return openDatabase({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    poolSize: config.databasePoolSize,
    onConnectionLost: (error) => log.warn({ err: error }, 'A connection to the database was lost'),
  })
}

const WAIT_MS = 1_000

/** Waits for a database that does not answer yet, then sees to its tables. */
export async function prepareDatabase(
  database: Database,
  { log, signal, migrations = 'apply' }: Pick<PartsOptions, 'log' | 'signal' | 'migrations'>,
): Promise<void> {
  for (;;) {
    try {
      if (migrations === 'require') await requireMigrated(database)
      else for (const name of await migrate(database)) log.info({ migration: name }, 'Migrated the database')
      return
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error
      signal?.throwIfAborted()
      log.warn({ err: error }, 'Waiting for the database')
      await sleep(WAIT_MS, undefined, signal === undefined ? {} : { signal })
    }
  }
}

async function requireMigrated(database: Database): Promise<void> {
  const pending = await pendingMigrations(database)
  if (pending.length === 0) return
  throw new UsageError(
    `The database lacks ${pending.join(', ')}. Run \`npm run hub -- migrate\` first; parts that start alone do not change its tables.`,
  )
}

async function openBus({ redisUrl }: Config, secret: string, log: Log): Promise<Bus> {
  if (redisUrl === undefined) return openInProcessBus({ log })
  const { openRedisBus } = await import('../core/feed/redis-bus.ts')
  return openRedisBus({ url: redisUrl, name: hubName(secret), log })
}
