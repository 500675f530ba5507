import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { run } from '../database/statement.ts'
import type { Marketplace } from './marketplace.ts'

/**
 * Takes the right to one call of a marketplace, for whatever purpose; otherwise answers in how many milliseconds there may be one. The generic cell rate algorithm: each call takes up its share of time, one after another, and of these `burst` may lie ahead. So in any stretch of time there
 * are at most `burst` calls more than the rate gives, and what was taken is known to whoever goes on when a process is killed. (A library that keeps it in a process, or writes a row of its own for each call, would do one of the two.)
 */
export async function takeCall(
  db: Kysely<Schema>,
  { id, calls, perSeconds, burst }: Pick<Marketplace, 'id' | 'calls' | 'perSeconds' | 'burst'>,
): Promise<number> {
  const shareMs = (perSeconds / calls) * 1_000
  const [row] = await run<{ wait: number }>(db, TAKE_CALL, [id, shareMs, shareMs * (burst - 1)])
  return row === undefined ? 0 : Math.max(1, row.wait)
}

const TAKE_CALL = `/* prepared */
  with taken as (
    update marketplace_state
    set next_call_at = greatest(next_call_at, clock_timestamp()) + $2::float8 * interval '1 ms', calls = calls + 1
    where marketplace_id = $1 and quiet_until <= clock_timestamp()
      and next_call_at <= clock_timestamp() + $3::float8 * interval '1 ms'
    returning marketplace_id
  )
  select extract(epoch from greatest(quiet_until, next_call_at - $3::float8 * interval '1 ms') - clock_timestamp())::float8 * 1000 as wait
  from marketplace_state where marketplace_id = $1 and not exists (select from taken)`

/** A marketplace has asked to be left alone for so long, whoever called it. */
export async function beQuiet(db: Kysely<Schema>, marketplaceId: string, milliseconds: number): Promise<void> {
  await sql`
    update marketplace_state
    set throttled = throttled + 1, quiet_until = greatest(quiet_until, clock_timestamp() + ${milliseconds} * interval '1 ms')
    where marketplace_id = ${marketplaceId}
  `.execute(db)
}
