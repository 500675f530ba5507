import type { Transaction } from 'kysely'
import { integers } from '../database/array-literal.ts'
import { bigints, smallints } from '../database/array-parameter.ts'
import { WRITE_SETTINGS } from '../database/connection.ts'
import { isSerializationFailure, violatedConstraint } from '../database/errors.ts'
import type { Schema } from '../database/schema.ts'
import { type Guard, run } from '../database/statement.ts'
import { POLICY_STREAM, STREAMS } from './bucket.ts'
import { ReadTooLittle } from './state.ts'
import type { Ahead } from './warm.ts'

/** What was read under the lock needs buckets that are not locked. */
export class LockedTooLittle extends Error {
  override readonly name = 'LockedTooLittle'
  readonly buckets: readonly number[]

  constructor(buckets: readonly number[]) {
    super('A document of the batch changed while its buckets were being locked')
    this.buckets = buckets
  }
}

/**
 * Locks the heads of the buckets in one order, and asks for the time under the lock. Time goes on within a bucket from batch to batch, whatever the clock
 * does: what was answered before a count was before it. The numbers of streams that are not locked are those of the moment at which the statement began.
 */
export async function lock(tx: Transaction<Schema>, buckets: ReadonlySet<number>) {
  const [taken] = await run<Taken>(tx, LOCK_HEADS, [integers([...buckets])])
  if (taken === undefined || taken.epoch === null) throw new Error('The database has no hub: run the migrations')
  const { locked, numbers, versions } = taken
  const heads = new Map(locked.map((bucket, index) => [bucket, numbers[index] ?? 0]))
  return {
    heads,
    versions: new Map(locked.map((bucket, index) => [bucket, versions[index] ?? 0])),
    clock: taken.now,
    now: new Date(Math.max(taken.now.getTime(), (taken.latest?.getTime() ?? 0) + 1)),
    epoch: taken.epoch,
    position: new Map([...numbersOf(taken.heads), ...heads]),
  }
}

/** PGlite has one connection for everything, so these are for the transaction only. */
export const SET_WRITE_SETTINGS = `/* prepared */
  select ${WRITE_SETTINGS.map((setting) => `set_config('${setting}', 'off', true)`).join(', ')}`

interface Taken {
  readonly locked: readonly number[]
  readonly numbers: readonly number[]
  readonly versions: readonly number[]
  readonly latest: Date | null
  readonly now: Date
  readonly epoch: string | null
  readonly heads: readonly number[]
}

/** Numbers of all streams, as `stream` has them. */
export function numbersOf(heads: readonly number[]): (readonly [stream: number, number: number])[] {
  return STREAMS.map((stream, index) => [stream, heads[index] ?? 0])
}

/** The number of every stream at the moment at which the statement began, as one row `stream` of an array, in the order of `STREAMS`. */
const STREAM = `stream as materialized (
  select array_agg(number::float8) as heads from (select number from bucket_head order by bucket) as one_by_one
)`

/** The time is asked for as each lock is got, and the last of these times counts. */
const LOCK_HEADS = `/* prepared */ with ${STREAM}
  select coalesce(array_agg(bucket::int), '{}') as locked, coalesce(array_agg(number::float8), '{}') as numbers,
         coalesce(array_agg(version::float8), '{}') as versions, nullif(max(recorded_at), '-infinity') as latest,
         date_trunc('milliseconds', coalesce(max(got_at), clock_timestamp())) as now, (select epoch::text from hub) as epoch,
         (select heads from stream) as heads
  from (
    select bucket, number, version, recorded_at, clock_timestamp() as got_at from (
      select bucket, number, version, recorded_at from bucket_head where bucket = any($1::smallint[]) order by bucket for update
    ) as one_by_one
  ) as taken`

export interface Verdict {
  /** Nobody else has written in these buckets, changed a policy or restored the database. */
  readonly fits: boolean
  readonly now: Date
  /** The number of every stream, as `numbersOf` reads them. */
  readonly heads: readonly number[]
}

/** Locks the buckets in one order, then looks whether they are what the batch was decided on. */
export function guardOf(ahead: Ahead, policyNumber: number): Guard {
  const versions = [...ahead.versions].sort(([a], [b]) => a - b)
  const values = [
    smallints(versions, ([bucket]) => bucket),
    bigints(versions, ([, version]) => version),
    policyNumber,
    ahead.epoch,
  ]
  return { text: GUARD, values, condition: 'fits' }
}

/** The buckets come in one order, so that their versions are compared as a whole: joined one by one with no hash allowed, fifty were compared with fifty. */
const GUARD = `locked as materialized (
  select bucket, version from bucket_head where bucket = any($1::smallint[]) order by bucket for update
), ${STREAM}, verdict as materialized (
  select coalesce(array_agg(bucket), '{}') = $1::smallint[] and coalesce(array_agg(version), '{}') = $2::bigint[]
           and (select number from bucket_head where bucket = ${POLICY_STREAM}) = $3::bigint
           and (select epoch::text from hub) = $4::text as fits,
         date_trunc('milliseconds', clock_timestamp()) as now,
         (select heads from stream) as heads
  from locked
)`

/** Others were faster: doing the batch again is right. */
export function isContention(error: unknown): boolean {
  return (
    error instanceof LockedTooLittle ||
    error instanceof ReadTooLittle ||
    isKnownAlready(error) ||
    isSerializationFailure(error)
  )
}

/** What was taken to be new stands in the database already, or was written by another process at the same time. */
export function isKnownAlready(error: unknown): boolean {
  return ['event_pkey', 'idempotency_key_pkey', 'fact_pkey'].includes(violatedConstraint(error) ?? '')
}
