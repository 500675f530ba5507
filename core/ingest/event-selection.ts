import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { EventRefusalCode } from '../ledger/commands.ts'

/** Which events are meant: those that meet every condition that is given. */
export interface EventSelection {
  readonly codes?: readonly EventRefusalCode[] | undefined
  readonly sources?: readonly string[] | undefined
  readonly types?: readonly string[] | undefined
  /** Any of their lines is about one of these. */
  readonly skus?: readonly string[] | undefined
  readonly recordedFrom?: Date | undefined
  readonly recordedBefore?: Date | undefined
  /** By the clock of the source; an event that has no time happened when it was recorded. */
  readonly occurredFrom?: Date | undefined
  readonly occurredBefore?: Date | undefined
}

const MOMENTS = ['recordedFrom', 'recordedBefore', 'occurredFrom', 'occurredBefore'] as const

/** The same as it is kept, as JSON: moments are ISO 8601. */
export type KeptSelection = Omit<EventSelection, (typeof MOMENTS)[number]> &
  Partial<Record<(typeof MOMENTS)[number], string | undefined>>

export function fromKept(kept: KeptSelection): EventSelection {
  const { recordedFrom, recordedBefore, occurredFrom, occurredBefore, ...rest } = kept
  const moment = (text: string | undefined) => (text === undefined ? undefined : new Date(text))
  return {
    ...rest,
    recordedFrom: moment(recordedFrom),
    recordedBefore: moment(recordedBefore),
    occurredFrom: moment(occurredFrom),
    occurredBefore: moment(occurredBefore),
  }
}

/** What of a selection can be said of a row by `type`, `source`, `recorded_at` and `occurred_at`, which dead letters and recorded events both have. */
export function conditionsOf(selection: EventSelection): RawBuilder<SqlBool>[] {
  const { sources, types, recordedFrom, recordedBefore, occurredFrom, occurredBefore } = selection
  const conditions: RawBuilder<SqlBool>[] = []
  if (sources !== undefined) conditions.push(sql<SqlBool>`source = any(${[...sources]}::text[])`)
  if (types !== undefined) conditions.push(sql<SqlBool>`type = any(${[...types]}::text[])`)
  if (recordedFrom !== undefined) conditions.push(sql<SqlBool>`recorded_at >= ${recordedFrom}`)
  if (recordedBefore !== undefined) conditions.push(sql<SqlBool>`recorded_at < ${recordedBefore}`)
  if (occurredFrom !== undefined) conditions.push(sql<SqlBool>`occurred_at >= ${occurredFrom}`)
  if (occurredBefore !== undefined) conditions.push(sql<SqlBool>`occurred_at < ${occurredBefore}`)
  return conditions
}

/** Whether an event is about one of these SKUs: by its data, by a line of it, or as the movement that an ERP refused. */
export function isAbout(content: RawBuilder<unknown>, skus: readonly string[]): RawBuilder<SqlBool> {
  const event = sql`(${content})::jsonb`
  return sql<SqlBool>`(
    ${event} #>> '{data,sku}' = any(${[...skus]}::text[]) or ${event} ->> 'sku' = any(${[...skus]}::text[]) or exists (
      select from jsonb_array_elements(case when jsonb_typeof(${event} #> '{data,lines}') = 'array' then ${event} #> '{data,lines}' else '[]' end) line
      where line ->> 'sku' = any(${[...skus]}::text[])
    )
  )`
}
