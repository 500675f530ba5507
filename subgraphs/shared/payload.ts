import assert from 'node:assert'
import { seesExactQuantities } from '../../core/access/viewer.ts'
import type { FeedPosition } from '../../core/feed/position.ts'
import type { Cart } from '../../core/ledger/cart.ts'
import type { Command, Each, InputProblem, Refusal } from '../../core/ledger/commands.ts'
import type { Answers, CommandResult, Posted } from '../../core/ledger/ledger.ts'
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

/** Answers to several commands, in their order, at one point of the feed. */
export interface MutationAnswers extends Pick<Answers, 'status' | 'position'> {
  readonly results: readonly MutationResult[]
}

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
  return mutationResult(await send(context, mutation, input, command), mutation)
}

/** The same for several commands under one key: answers in their order, or why the request as a whole was refused. */
export async function submitEach<Loaders>(
  context: RequestContext<Loaders>,
  mutation: string,
  input: { readonly idempotencyKey: string },
  commands: Each['commands'],
): Promise<MutationAnswers | MutationRefused> {
  const result = await send(context, mutation, input, { kind: 'each', commands })
  if (result.status === 'refused') return result
  assert(result.status === 'each', `${mutation} was answered like a single command`)
  return { ...result, results: result.results.map((one) => mutationResult(one, mutation)) }
}

function mutationResult(result: CommandResult | MutationRefused, mutation: string): MutationResult {
  assert(result.status === 'posted' || result.status === 'refused', `${mutation} was answered like an event`)
  return result
}

async function send<Loaders>(
  context: RequestContext<Loaders>,
  mutation: string,
  input: { readonly idempotencyKey: string },
  command: Command,
): Promise<CommandResult | MutationRefused> {
  const problems = problemsOf(input)
  if (problems.length > 0) return { status: 'refused', errors: problems }

  const result = await context.ledger.submit({
    command,
    client: context.viewer.client,
    channels: context.viewer.channels,
    onlyOwn: context.viewer.kind === 'storefront',
    inBands: seesExactQuantities(context.viewer) ? undefined : 'command',
    occurredAt: null,
    key: idempotencyKeyOf(mutation, input),
  })
  context.forgetWhatWasRead()
  return result
}

export interface UserError<Code extends string> {
  readonly code: Code
  readonly field: readonly string[] | null
  readonly message: string
  readonly problem: InputProblem | null
  readonly retryable: boolean
  /** Told by those mutations whose refusals have it in the SDL. */
  readonly lineId: string | null
}

/** Refusals as a payload's `userErrors`. A code that the mutation's enum does not have is a bug. */
export function userErrors<Code extends Refusal['code']>(
  errors: readonly Refusal[],
  codes: readonly Code[],
): UserError<Code>[] {
  return errors.map(({ code, message, field, problem = null, lineId = null }) => {
    const known = codes.find((candidate) => candidate === code)
    assert(known !== undefined, `This mutation does not refuse with ${code}`)
    return { code: known, field: field ?? null, message, problem, retryable: isRetryable(code), lineId }
  })
}

/** All answers of a batch of the ledger name the same point: its cursor is made once. */
const cursors = new WeakMap<FeedPosition, string>()

/** The cursor of a payload, made only when it is selected: spread nothing over it. */
export function withCursor<Payload extends object, Loaders>(
  payload: Payload,
  { position }: Pick<Posted, 'position'>,
  context: RequestContext<Loaders>,
): Payload & { readonly cursor: string } {
  return {
    ...payload,
    get cursor() {
      const known = cursors.get(position)
      if (known !== undefined) return known
      const made = context.cursors.encode(position)
      cursors.set(position, made)
      return made
    },
  }
}
