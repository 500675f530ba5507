import { readFileSync } from 'node:fs'

/** The event types that the hub understands. Each has a JSON Schema (draft 7) of the whole event, in the file of its name. */
export const EVENT_TYPES = [
  'onhand.stock.counted.v1',
  'onhand.stock.adjusted.v1',
  'onhand.stock.received.v1',
  'onhand.stock.reclassified.v1',
  'onhand.sale.recorded.v1',
  'onhand.shipment.dispatched.v1',
  'onhand.shipment.received.v1',
  'onhand.shipment.closed_short.v1',
  'onhand.return.received.v1',
  'onhand.return.inspected.v1',
  'onhand.return.dispositioned.v1',
  'onhand.reservation.held.v1',
  'onhand.reservation.confirmed.v1',
  'onhand.reservation.released.v1',
  'onhand.reservation.fulfilled.v1',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** The envelope and the definitions that the schemas of all types refer to: to be added to a validator before them, and published beside them. */
export const EVENT_ENVELOPE = 'onhand.event.v1'

export type EventSchemaName = EventType | typeof EVENT_ENVELOPE

export function isEventType(type: string): type is EventType {
  return EVENT_TYPES.some((known) => known === type)
}

export function isEventSchemaName(name: string): name is EventSchemaName {
  return name === EVENT_ENVELOPE || isEventType(name)
}

/** A JSON Schema as it is published at `GET /events/schemas/<name>`. Its `$id` ends in the name. */
export interface EventSchema {
  readonly $id: string
  readonly title: string
  readonly description: string
  /** Whole events that are valid. */
  readonly examples: readonly unknown[]
  readonly [keyword: string]: unknown
}

/** The text of a schema, to be served as application/schema+json. */
export function readEventSchemaText(name: EventSchemaName): string {
  return readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')
}

export function readEventSchema(name: EventSchemaName): EventSchema {
  const schema: unknown = JSON.parse(readEventSchemaText(name))
  if (!isEventSchema(schema)) throw new TypeError(`schema/events/${name}.json is not a schema of an event`)
  return schema
}

function isEventSchema(value: unknown): value is EventSchema {
  return (
    typeof value === 'object' &&
    value !== null &&
    '$id' in value &&
    typeof value.$id === 'string' &&
    'title' in value &&
    typeof value.title === 'string' &&
    'description' in value &&
    typeof value.description === 'string' &&
    'examples' in value &&
    Array.isArray(value.examples)
  )
}
