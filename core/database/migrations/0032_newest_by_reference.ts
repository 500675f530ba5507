import { type Kysely, sql } from 'kysely'

/** The newest documents of a reference are found without reading all that it ever stood for: clients may use the same one for ever. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['reservation', 'shipment', 'return_case']) {
    await sql`drop index ${sql.ref(`${table}_by_reference`)}`.execute(db)
    await sql`
      create index ${sql.ref(`${table}_by_reference`)} on ${sql.table(table)} (reference, recorded_at) where reference is not null
    `.execute(db)
  }
}
