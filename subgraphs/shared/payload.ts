import assert from 'node:assert'
import type { Cart } from '../../core/ledger/cart.ts'
import type { Command, EventRefusalCode, InputProblem, Refusal } from '../../core/ledger/commands.ts'
import type { Posted } from '../../core/ledger/ledger.ts'
import { isRetryable } from '../../core/ledger/refusals.ts'
import type { RequestContext } from './context.ts'
import { idempotencyKeyOf, problemsOf } from './input.ts'

/** Codes that every mutation has; see its error-code enum in the SDL. */
export const COMMON_CODES = [
  'INVALID_INPUT',
  'UNKNOWN_SKU',
  'UNKNOWN_LOCATION',
  'UNKNOWN_CHANNEL',
  'IDEMPOTENCY_CONFLICT',
  'WRONG_STATE',
  'NOT_FOUND',
] as const

/** A refusal is the same whether the input was refused here or by the ledger. */
export interface MutationRefused {
  readonly status: 'refused'
  readonly errors: readonly Refusal[]
  /** Of `reserve`, what there is. */
  readonly cart?: Cart | undefined
}

export type MutationResult = Posted | MutationRefused

/**
 * Sends the command of a mutation to the ledger, once for each idempotency key of this client. Answers of events (confirmed, parked, duplicate)
 * cannot come back for a mutation.
 */
export async function submit<Loaders>(
  context: RequestContext<Loaders>,
  mutation: string,
  input: { readonly idempotencyKey: string },
  command: Command,
): Promise<MutationResult> {
  const problems = problemsOf(input)
  if (problems.length > 0) return { status: 'refused', errors: problems }

  const result = await context.ledger.submit({
    command,
    client: context.viewer.client,
    channels: context.viewer.channels,
    onlyOwn: context.viewer.kind === 'storefront',
    occurredAt: null,
    key: idempotencyKeyOf(mutation, input),
  })
  context.forgetWhatWasRead()
  assert(result.status === 'posted' || result.status === 'refused', `${mutation} was answered like an event`)
  return result
}

export interface UserError<Code extends string> {
  readonly code: Code
  readonly field: readonly string[] | null
  readonly message: string
  readonly problem: InputProblem | null
  readonly retryable: boolean
}

/** Refusals as a payload's `userErrors`. A code that the mutation's enum does not have is a bug. */
export function userErrors<Code extends EventRefusalCode>(
  errors: readonly Refusal[],
  codes: readonly Code[],
): UserError<Code>[] {
  return errors.map(({ code, message, field, problem = null }) => {
    const known = codes.find((candidate) => candidate === code)
    assert(known !== undefined, `This mutation does not refuse with ${code}`)
    return { code: known, field: field ?? null, message, problem, retryable: isRetryable(code) }
  })
}

/** The cursor of a payload, made only when it is selected: spread nothing over it. */
export function withCursor<Payload extends object, Loaders>(
  payload: Payload,
  result: Posted,
  context: RequestContext<Loaders>,
): Payload & { readonly cursor: string } {
  return Object.defineProperties(
    { ...payload, cursor: '' },
    { cursor: { get: () => context.cursors.encode(result.position), enumerable: true } },
  )
}
