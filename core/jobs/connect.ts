import type { PoolConfig } from 'pg'
import type { ConstructorOptions } from 'pg-boss'
import type { Database } from '../database/connection.ts'

/** The schema in which pg-boss keeps its tables, beside ours. */
export const JOBS_SCHEMA = 'pgboss'

/** Connections of a process for jobs at most, beside one that listens where it works at them. */
const CONNECTIONS = 3

/** How pg-boss reaches the database: by a small pool of its own, with the limits of ours or others, or by the one connection of PGlite. */
export function connectionOf(
  { libraries }: Pick<Database, 'libraries'>,
  limits: Pick<PoolConfig, 'statement_timeout' | 'query_timeout' | 'lock_timeout'> = {},
): ConstructorOptions {
  if (libraries.kind === 'postgres') {
    const settings = { ...libraries.pool, ...limits, max: CONNECTIONS, application_name: 'onhand jobs' }
    return { ...settings, schema: JOBS_SCHEMA }
  }
  return {
    schema: JOBS_SCHEMA,
    backend: 'pglite',
    db: {
      executeSql: (text, values) => libraries.run(text, values),
      listen: async (channel, onNotification, onReconnect) => {
        const end = await libraries.listen(channel, onNotification)
        onReconnect()
        return { close: end }
      },
    },
  }
}
