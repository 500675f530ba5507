import { totalmem } from 'node:os'
import { Client } from 'pg'
import { startPostgres } from '../../test/support/postgres-server.ts'

/** The PostgreSQL that a benchmark measures on: that of DATABASE_URL, or one of its own with default, durable settings. */
export interface Server extends AsyncDisposable {
  /** `postgres://` URL of a database that is not measured, for making others. */
  readonly url: string
  /** Whether it was started for this benchmark and ends with it. */
  readonly own: boolean
  /** How it stores: the version, and the settings that durability and speed hang on. */
  describe(): Promise<string>
  /** An empty database of this name; what had the name before is dropped. */
  createDatabase(name: string, template?: string): Promise<string>
  dropDatabase(name: string): Promise<void>
  /** The URL of the database of this name, if there is one. */
  findDatabase(name: string): Promise<string | undefined>
  /** How many more connections it takes now. */
  roomForConnections(): Promise<number>
  /** Writes down what is dirty, so that every run begins alike; not where the user of DATABASE_URL may not. */
  checkpoint(): Promise<void>
}

/** So that 256 clients of pgbench find room beside the rest. */
const CONNECTIONS_MAX = 450

/** Settings that say whether an acknowledged commit survives a power cut. */
const DURABLE = ['fsync', 'synchronous_commit', 'full_page_writes'] as const

/** What docs/operating.md recommends under load. None of it costs durability. */
export const RECOMMENDED = {
  shared_buffers: `${Math.floor(totalmem() / 4 / 2 ** 20)}MB`,
  max_wal_size: '8GB',
  checkpoint_timeout: '15min',
  wal_compression: 'lz4',
}

const COMMITS = 101

/**
 * Milliseconds of a transaction that does nothing but make something durable, the median of some after the other. What commits once for many orders gains over what
 * commits for each as much as this is long: a ratio of the two says little without it.
 */
async function commitMs(client: Client): Promise<number> {
  const each: number[] = []
  for (let n = 0; n < COMMITS; n++) {
    const startedAt = performance.now()
    await client.query(`select pg_logical_emit_message(true, 'onhand', 'how long a commit takes')`)
    each.push(performance.now() - startedAt)
  }
  return each.sort((a, b) => a - b)[COMMITS >> 1] ?? Number.NaN
}

/** `settings` are those of one of its own. */
export async function openServer(settings: Readonly<Record<string, string>> = {}): Promise<Server> {
  const given = process.env.DATABASE_URL
  const server = given
    ? { url: given, [Symbol.asyncDispose]: async () => {} }
    : await startPostgres({ settings: { max_connections: String(CONNECTIONS_MAX), ...settings } })
  const { url } = server

  const admin = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }

  return {
    url,
    own: !given,
    describe: () =>
      admin(async (client) => {
        const { rows } = await client.query<{ name: string; setting: string }>(
          `select name, current_setting(name) as setting from unnest($1::text[]) as w (name)`,
          [['server_version', ...DURABLE, 'shared_buffers', 'max_wal_size', 'wal_compression']],
        )
        const settings = new Map(rows.map(({ name, setting }) => [name, setting]))
        const lax = DURABLE.filter((name) => settings.get(name) !== 'on')
        const durable = lax.length === 0 ? 'durable commits' : `NOT DURABLE (${lax.join(', ')})`
        const whose = given ? 'of DATABASE_URL' : 'of its own'
        const commit = `${(await commitMs(client)).toFixed(2)} ms each`
        return `PostgreSQL ${settings.get('server_version')} ${whose}, ${durable} of ${commit}, shared_buffers ${settings.get('shared_buffers')}, max_wal_size ${settings.get('max_wal_size')}, wal_compression ${settings.get('wal_compression')}`
      }),
    createDatabase: (name, template) =>
      admin(async (client) => {
        await client.query(`drop database if exists "${name}" with (force)`)
        await client.query(`create database "${name}"${template === undefined ? '' : ` template "${template}"`}`)
        return databaseUrl(url, name)
      }),
    dropDatabase: (name) =>
      admin(async (client) => void (await client.query(`drop database if exists "${name}" with (force)`))),
    findDatabase: (name) =>
      admin(async (client) => {
        const { rows } = await client.query('select from pg_database where datname = $1', [name])
        return rows.length === 0 ? undefined : databaseUrl(url, name)
      }),
    roomForConnections: () =>
      admin(async (client) => {
        const { rows } = await client.query<{ room: number }>(
          `select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                  - (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as room`,
        )
        return rows[0]?.room ?? 0
      }),
    checkpoint: () => admin(async (client) => void (await client.query('checkpoint').catch(() => {}))),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
