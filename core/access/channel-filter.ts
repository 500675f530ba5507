import { type Expression, type SqlBool, sql } from 'kysely'
import type { Viewer } from './viewer.ts'

/**
 * The row rule `seesChannel` as a condition in SQL: `.where(channelFilter(viewer, 'reservation.channel_id'))`. A row without a channel is seen only by
 * those who see every channel.
 */
export function channelFilter(viewer: Pick<Viewer, 'channels'>, column: string): Expression<SqlBool> {
  if (viewer.channels === null) return sql<SqlBool>`true`
  return sql<SqlBool>`${sql.ref(column)} = any(${[...viewer.channels]}::text[])`
}
