import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { bucketOfPair } from './bucket.ts'
import type { IdempotencyKey } from './commands.ts'
import { keyHashOf, requestHashOf } from './known-answers.ts'

export type Once<T> =
  | { readonly status: 'done'; readonly answer: T }
  /** The key was used before with other content; nothing was done. */
  | { readonly status: 'conflict' }

/**
 * Does under an idempotency key what is not one command of the ledger, such as recording many events. The key is taken before anything is done,
 * so that it never stands for two contents; the first answer is kept and given again. A process that ends in between leaves a key without an
 * answer: then the work is done again, and must be without a second effect by itself, as events are.
 */
export async function once<T>(
  db: Kysely<Schema>,
  client: string,
  identity: IdempotencyKey,
  work: () => Promise<T>,
  isAnswer: (value: unknown) => value is T,
): Promise<Once<T>> {
  const bucket = bucketOfPair(client, identity.key)
  const keyHash = keyHashOf(client, identity.key)
  const request = requestHashOf(identity)

  const taken = await sql`
    insert into idempotency_key (bucket, key_hash, request_hash, result, recorded_at)
    values (${bucket}, decode(${keyHash}, 'hex'), decode(${request}, 'hex'), '{"status":"underway"}', now())
    on conflict do nothing
    returning bucket
  `.execute(db)
  if (taken.rows.length === 0) {
    // In a statement of its own, because one that waited for another's insert does not see that row.
    const { rows } = await sql<{ request_hash: string; result: unknown }>`
      select encode(k.request_hash, 'hex') as request_hash, k.result
      from idempotency_key k
      where k.bucket = ${bucket} and k.key_hash = decode(${keyHash}, 'hex')
    `.execute(db)
    const [before] = rows
    if (before === undefined || before.request_hash !== request) return { status: 'conflict' }
    const kept = answerIn(before.result)
    if (kept !== undefined && isAnswer(kept)) return { status: 'done', answer: kept }
  }

  const answer = await work()
  // Of two that worked at once the first to end has the answer, and the other gives the same.
  const { rows } = await sql<{ result: unknown }>`
    update idempotency_key
    set result = case
      when result->>'status' = 'underway' then ${JSON.stringify({ status: 'answered', answer })}::jsonb
      else result
    end
    where bucket = ${bucket} and key_hash = decode(${keyHash}, 'hex')
    returning result
  `.execute(db)
  const kept = answerIn(rows[0]?.result)
  return { status: 'done', answer: isAnswer(kept) ? kept : answer }
}

/** Whether something was done, or begun, under this key of this client. */
export async function isKeyUsed(db: Kysely<Schema>, client: string, key: string): Promise<boolean> {
  const { rows } = await sql`
    select from idempotency_key where bucket = ${bucketOfPair(client, key)} and key_hash = decode(${keyHashOf(client, key)}, 'hex')
  `.execute(db)
  return rows.length > 0
}

function answerIn(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'answer' in result ? result.answer : undefined
}
