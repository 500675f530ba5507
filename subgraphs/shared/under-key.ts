import { readHeads } from '../../core/feed/heads.ts'
import type { Reporter } from '../../core/ingest/ingest.ts'
import type { Refusal } from '../../core/ledger/commands.ts'
import { type Once, once } from '../../core/ledger/once.ts'
import type { RequestContext } from './context.ts'
import { idempotencyKeyOf } from './input.ts'

type Context = Pick<RequestContext<never>, 'db' | 'viewer' | 'cursors'>

/** Does under its idempotency key a mutation that is not one command of the ledger. The answer is kept as JSON. */
export async function underKey<T extends object>(
  { db, viewer }: Context,
  mutation: string,
  input: { readonly idempotencyKey: string },
  work: () => Promise<T>,
  isAnswer: (value: unknown) => value is T,
): Promise<Once<T>> {
  return once(db, viewer.client, idempotencyKeyOf(mutation, input), work, isAnswer)
}

export const KEY_CONFLICT: Refusal = {
  code: 'IDEMPOTENCY_CONFLICT',
  message: 'This idempotency key was used before with other content. Use a new key for a new request.',
  field: ['input', 'idempotencyKey'],
}

export function reporterOf({ viewer: { client, channels } }: Context): Reporter {
  return { client, channels }
}

/** A point in the feed that contains everything that was done so far. */
export async function cursorNow({ db, cursors }: Context): Promise<string> {
  return cursors.encode(await readHeads({ kysely: db }))
}

/** Whether a value out of the database is a list of objects with these texts. */
export function isListOf(value: unknown, ...names: readonly string[]): value is object[] {
  return (
    Array.isArray(value) &&
    value.every(
      (entry: unknown) =>
        typeof entry === 'object' &&
        entry !== null &&
        names.every((name) => name in entry && typeof Reflect.get(entry, name) === 'string'),
    )
  )
}

/** Whether a value out of the database names something by its id. */
export function isNamed(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
}
