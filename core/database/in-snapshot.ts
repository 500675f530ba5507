import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** Everything that is read in it is from one moment. */
export function inSnapshot<T>(db: Kysely<Schema>, read: (tx: Transaction<Schema>) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
}
