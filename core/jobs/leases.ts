import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

/**
 * Who does what for ERPs and marketplaces, of all processes: one at a time. A lease and not an advisory lock, because it holds without a connection of its own. Every statement that sends looks whether it still holds.
 */
export class Leases {
  readonly #db: Kysely<Schema>
  readonly #process = randomUUID()

  constructor(db: Kysely<Schema>) {
    this.#db = db
  }

  get process(): string {
    return this.#process
  }

  /** Renews what this process holds, takes what nobody does, and answers what it holds now. */
  async hold(names: readonly string[], leaseMs: number): Promise<ReadonlySet<string>> {
    if (names.length === 0) return new Set()
    // In one order everywhere, so that two processes wait for each other instead of deadlocking.
    const { rows } = await sql<{ name: string }>`
      insert into erp_lease (name, driver, driver_until)
      select name, ${this.#process}, clock_timestamp() + ${leaseMs} * interval '1 ms'
      from unnest(${[...names].sort()}::text[]) as name
      on conflict (name) do update set driver = excluded.driver, driver_until = excluded.driver_until
      where erp_lease.driver = excluded.driver or erp_lease.driver_until < clock_timestamp()
      returning name
    `.execute(this.#db)
    return new Set(rows.map(({ name }) => name))
  }

  /** Others may take them at once. */
  async release(names: readonly string[]): Promise<void> {
    await sql`
      delete from erp_lease where name = any(${[...names]}::text[]) and driver = ${this.#process}
    `.execute(this.#db)
  }
}
