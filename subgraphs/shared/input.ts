import { hash } from 'node:crypto'
import { canonicalJson } from '../../core/ingest/canonical.ts'
import type { IdempotencyKey, InputProblem, Refusal } from '../../core/ledger/commands.ts'
import { RequestError } from './errors.ts'

/** Characters of an id, a SKU, a name, a reference or an idempotency key. */
export const TEXT_MAX = 256

/** Names of units are shorter. */
const TEXT_MAX_OF: Readonly<Record<string, number>> = { unit: 64 }

/** Fields that may be empty: what a client notes for itself. Everything else names something. */
const MAY_BE_EMPTY = new Set(['reference', 'reason'])

/** More problems than a developer would read at once are not listed. */
const PROBLEMS_MAX = 20

/**
 * What is wrong with the texts of a mutation's input: empty, longer than 256 characters, with a NUL or half a surrogate pair (which PostgreSQL
 * cannot store). Numbers have been checked by their scalars; rules about stock are the ledger's. `skip` names fields with content of its own.
 */
export function problemsOf(input: object, skip: readonly string[] = []): Refusal[] {
  const problems: Refusal[] = []
  collectProblems(input, { name: 'input', parent: undefined }, skip, problems)
  return problems
}

/** Where a value stands in the input. Nearly all inputs are right, so that the whole path is rarely wanted. */
interface Place {
  readonly name: string
  readonly parent: Place | undefined
}

function pathTo({ name, parent }: Place): string[] {
  return [...(parent === undefined ? [] : pathTo(parent)), name]
}

function collectProblems(value: unknown, place: Place, skip: readonly string[], problems: Refusal[]): void {
  if (problems.length >= PROBLEMS_MAX) return
  if (typeof value === 'string') {
    const problem = problemOfText(value, place.name)
    if (problem !== undefined) problems.push({ code: 'INVALID_INPUT', ...problem, field: pathTo(place) })
    return
  }
  if (value === null || typeof value !== 'object' || value instanceof Date) return
  for (const [name, inner] of Object.entries(value)) {
    if (inner === null || (typeof inner !== 'string' && typeof inner !== 'object') || skip.includes(name)) continue
    collectProblems(inner, { name, parent: place }, skip, problems)
  }
}

function problemOfText(text: string, name: string): { problem: InputProblem; message: string } | undefined {
  if (text === '' && !MAY_BE_EMPTY.has(name)) return { problem: 'TEXT_EMPTY', message: `${name} must not be empty.` }
  const most = TEXT_MAX_OF[name] ?? TEXT_MAX
  if (text.length > most) {
    const message = `${name} has ${text.length} characters; at most ${most} are allowed.`
    return { problem: 'TEXT_TOO_LONG', message }
  }
  if (isStorable(text)) return undefined
  const message = `${name} contains a character that cannot be stored (NUL or half a surrogate).`
  return { problem: 'TEXT_NOT_STORABLE', message }
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/**
 * The key under which a mutation has its effect once. What it stands for is the mutation with its whole input, so that a key that comes again
 * with other content is noticed.
 */
export function idempotencyKeyOf(mutation: string, input: { readonly idempotencyKey: string }): IdempotencyKey {
  const { idempotencyKey, ...content } = input
  return {
    key: idempotencyKey,
    requestHash: hash('sha256', textOf([mutation, content]), 'buffer'),
  }
}

function textOf(content: unknown): string {
  try {
    return canonicalJson(content)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new RequestError('BAD_USER_INPUT', 'The input is nested too deeply.', { cause: error })
  }
}

/** An empty text says nothing. */
export function textOrNull(text: string | null | undefined): string | null {
  return text == null || text === '' ? null : text
}

/**
 * BAD_USER_INPUT for arguments of a query with text that PostgreSQL cannot store: nothing can be found by it, and asking would fail the whole
 * statement for everyone in the batch.
 */
export function checkArguments(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'string') {
    if (isStorable(value)) return
    throw new RequestError('BAD_USER_INPUT', `${path.join('.')} contains a NUL or half a surrogate pair.`)
  }
  if (value === null || typeof value !== 'object' || value instanceof Date) return
  for (const [name, inner] of Object.entries(value)) checkArguments(inner, [...path, name])
}
