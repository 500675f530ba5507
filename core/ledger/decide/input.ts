import { seesChannel } from '../../access/viewer.ts'
import { sourceOfClient } from '../authority.ts'
import type { Expecting, InputProblem, InspectionOutcome, QuantityOfLine, Refusal, Submission } from '../commands.ts'
import type { View } from '../decision.ts'
import type { Channel, DocumentKind, Item } from '../documents.ts'
import { NO_LINE } from '../ids.ts'
import { type NotConverted, toBaseUnits } from '../quantity.ts'

export const MAX_LINES = 100

/** A line is split where several locations have it, and where a part of it goes another way: so a reservation may have more lines than its cart. */
export const LINES_OF_RESERVATION_MAX = 1_000

/** When what a command tells of happened: by the source's clock, but never later than now. */
export function occurredAtOf(submission: Pick<Submission, 'occurredAt'>, view: Pick<View, 'now'>): Date {
  const { occurredAt } = submission
  return occurredAt === null || occurredAt.getTime() > view.now.getTime() ? view.now : occurredAt
}

/** Who tells of it: the event's source, else the client. */
export function sourceOf(submission: Pick<Submission, 'event' | 'client'>): string {
  return submission.event?.source ?? sourceOfClient(submission.client)
}

export type Checked<T> = { readonly value: T } | { readonly error: Refusal }

/** Whole base units, at least 1; or why not. */
export function positiveQuantity(
  said: number | string,
  unit: string | null | undefined,
  item: Item,
  field: readonly string[],
): Checked<number> {
  const converted = toBaseUnits(said, unit, item)
  if ('problem' in converted) return { error: notConverted(converted, field) }
  if (converted.quantity >= 1) return { value: converted.quantity }
  const message = `A quantity must be at least 1, but is ${said}.`
  return { error: { code: 'INVALID_INPUT', problem: 'QUANTITY_NOT_POSITIVE', message, field } }
}

/** Why the quantity at this place was not converted: of a unit that the item does not have the unit is what is wrong, beside it. */
export function notConverted({ problem, kind }: NotConverted, field: readonly string[]): Refusal {
  const wrong = kind === 'UNIT_UNKNOWN' ? [...field.slice(0, -1), 'unit'] : field
  return { code: 'INVALID_INPUT', problem: kind, message: problem, field: wrong }
}

/** What is wrong with a quantity whatever its unit, and so whatever is known of its item. */
export function notPositive(said: number | string | null | undefined, field: readonly string[]): Refusal[] {
  if (typeof said !== 'number' || said > 0) return []
  const message = `A quantity must be at least 1, but is ${said}.`
  return [{ code: 'INVALID_INPUT', problem: 'QUANTITY_NOT_POSITIVE', message, field }]
}

/**
 * What is wrong with the lines that a step names by the input alone. It is told before the document is looked for, so that a mistake of the caller has the
 * same code whatever has become of the document. A line is named once, or once with each outcome of an inspection: what a second naming means would depend on
 * which stands first. A fact names SKUs, which may come up as often as they were booked.
 */
export function problemsOfLines(
  lines: readonly (QuantityOfLine & { readonly outcome?: InspectionOutcome })[] | null | undefined,
  root = 'input',
): Refusal[] {
  if (lines == null) return []
  if (lines.length === 0 || lines.length > MAX_LINES) {
    const message = lines.length === 0 ? 'Name at least one line, or leave lines out for all.' : TOO_MANY_LINES
    return [{ code: 'INVALID_INPUT', problem: listProblem(lines), message, field: [root, 'lines'] }]
  }
  const named = new Set<string>()
  return lines.flatMap(({ line = NO_LINE, outcome = '', quantity }, index) => {
    const at = (name: string) => [root, 'lines', String(index), name]
    const problems = notPositive(quantity, at('quantity'))
    const name = `${line} ${outcome}`
    if (named.has(name)) {
      const message = 'The line is named before: name it once, with all that is meant of it.'
      problems.push({ code: 'INVALID_INPUT', problem: 'LISTED_TWICE', message, field: at('lineId') })
    }
    if (line !== NO_LINE) named.add(name)
    return problems
  })
}

const TOO_MANY_LINES = `At most ${MAX_LINES} lines can be named at once.`

/** What is wrong with a list that has no entry, or too many. */
export function listProblem(entries: readonly unknown[]): InputProblem {
  return entries.length === 0 ? 'LIST_EMPTY' : 'LIST_TOO_LONG'
}

export function unknownSku(sku: string, field?: readonly string[]): Refusal {
  return { code: 'UNKNOWN_SKU', message: `There is no item with SKU "${sku}". Add it with upsertItems.`, field }
}

export function unknownLocation(id: string, field?: readonly string[]): Refusal {
  return { code: 'UNKNOWN_LOCATION', message: `There is no location "${id}". Add it with upsertLocations.`, field }
}

export function unknownChannel(id: string, field?: readonly string[]): Refusal {
  return {
    code: 'UNKNOWN_CHANNEL',
    message: `There is no channel "${id}", or not for you. Channels are added with upsertChannel.`,
    field,
  }
}

/** The channel, where the sender may see it: one out of sight is as little known as one that does not exist. */
export function visibleChannel(id: string, submission: Submission, view: View): Channel | undefined {
  return seesChannel(submission, id) ? view.channel(id) : undefined
}

/** Why a document that has changed since the sender has read it is left alone. */
export function versionConflict(
  what: DocumentKind,
  version: number,
  { expectedVersion }: Expecting,
): Refusal | undefined {
  if (expectedVersion == null || expectedVersion === version) return undefined
  const message = `The ${what} is at version ${version}, not ${expectedVersion}: it is not as it was read. Read it again, and try again with a new key.`
  return { code: 'VERSION_CONFLICT', message, field: ['input', 'expectedVersion'] }
}

/** The order in which refusals of several codes are told: that of the table in docs/errors.md. A test keeps the two alike. */
export const PRECEDENCE: readonly Refusal['code'][] = [
  'INVALID_INPUT',
  'UNKNOWN_SKU',
  'UNKNOWN_LOCATION',
  'UNKNOWN_CHANNEL',
  'NOT_FOUND',
  'VERSION_CONFLICT',
  'LOCATION_CLOSED',
  'WRONG_STATE',
  'INSUFFICIENT_STOCK',
  'INSUFFICIENT_SUPPLY',
  'NO_LONGER_AVAILABLE',
]

export function inPrecedence(errors: readonly Refusal[]): Refusal[] {
  return [...errors].sort((a, b) => PRECEDENCE.indexOf(a.code) - PRECEDENCE.indexOf(b.code))
}
