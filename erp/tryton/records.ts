import type { TrytonClient } from './client.ts'
import { type Stamp, type TrytonDate, type TrytonDateTime, toStamp } from './values.ts'

/** A record as `read` and `search_read` give it. Fields are read by these functions, so that an ERP of another shape is told and not guessed at. */
export type Rec = Readonly<Record<string, unknown>>

export interface Query {
  readonly domain: readonly unknown[]
  readonly fields: readonly string[]
  readonly limit?: number
  /** Default: by id. */
  readonly order?: readonly (readonly [string, 'ASC' | 'DESC'])[]
  readonly context?: object
}

export async function searchRead(
  client: TrytonClient,
  model: string,
  { domain, fields, limit, order = [['id', 'ASC']], context }: Query,
  signal: AbortSignal,
): Promise<readonly Rec[]> {
  const parameters = [domain, 0, limit ?? null, order, fields]
  return records(await client.call(`model.${model}.search_read`, parameters, signal, context), model)
}

export function records(answer: unknown, what: string): readonly Rec[] {
  if (!Array.isArray(answer)) throw new Error(`Tryton answers ${what} with no list`)
  return answer.map((one) => record(one, what))
}

function record(value: unknown, what: string): Rec {
  if (!isRec(value)) throw new Error(`Tryton answers ${what} with something that is no record`)
  return value
}

export function isRec(value: unknown): value is Rec {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function id(rec: Rec, field = 'id'): number {
  const value = rec[field]
  if (typeof value !== 'number') throw new Error(`Tryton's ${field} is no id`)
  return value
}

export function idOrNull(rec: Rec, field: string): number | null {
  const value = rec[field]
  return typeof value === 'number' ? value : null
}

export function text(rec: Rec, field: string): string | null {
  const value = rec[field]
  return typeof value === 'string' && value !== '' ? value : null
}

export function number(rec: Rec, field: string): number {
  const value = rec[field]
  if (typeof value !== 'number') throw new Error(`Tryton's ${field} is no number`)
  return value
}

/** Money. */
export function decimal(rec: Rec, field: string): string | null {
  const value = rec[field]
  return isRec(value) && typeof value.decimal === 'string' ? value.decimal : null
}

/** Of a record that is linked: Tryton gives `a.b` as `{ "a.": { b } }`. */
export function linked(rec: Rec, field: string): Rec | null {
  const value = rec[`${field}.`]
  return isRec(value) ? value : null
}

export function stamp(rec: Rec, field: string): Stamp | null {
  const value = rec[field]
  return isDateTime(value) ? toStamp(value) : null
}

export function day(rec: Rec, field: string): TrytonDate {
  const value = rec[field]
  if (!isDate(value)) throw new Error(`Tryton's ${field} is no day`)
  return value
}

function isDate(value: unknown): value is TrytonDate {
  return isRec(value) && value.__class__ === 'date'
}

/** When a record was changed last: `write_date` is null until it is changed for the first time. */
export function changedAt(rec: Rec): Stamp {
  const at = stamp(rec, 'write_date') ?? stamp(rec, 'create_date')
  if (at === null) throw new Error('Tryton does not say when a record was made')
  return at
}

function isDateTime(value: unknown): value is TrytonDateTime {
  return isRec(value) && value.__class__ === 'datetime'
}
