import { CompiledQuery, type Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Runs a statement of a fixed text, with `$1`, `$2` … for its values. For what runs with every batch: Kysely's templates put the text together anew each
 * time, which took longer than PostgreSQL did. Begin the text with the comment "prepared" to have it prepared once per connection.
 */
export async function run<Row>(db: Kysely<Schema>, text: string, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))
  return rows
}
