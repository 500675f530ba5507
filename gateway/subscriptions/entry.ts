import { randomUUID } from 'node:crypto'
import type { GraphQLFormattedError } from 'graphql'

/** The state of one SKU as one live query selects it: serialised once, for everybody who hears of it. */
export interface Entry {
  /** Equal for states between which no client sees a difference: without `asOf`, `cursor` and request ids. */
  readonly content: string
  /** JSON of the entry, cut where the subscriber's own cursor goes. */
  readonly pieces: readonly string[]
  /** Whether there is no state to show, only errors. */
  readonly isNull: boolean
  /** Paths begin below the subscription's field. */
  readonly errors: readonly GraphQLFormattedError[]
}

export interface Slots {
  readonly cursorKeys: ReadonlySet<string>
  readonly asOfKeys: ReadonlySet<string>
}

/** What no value of an entry can be. */
const CURSOR_SLOT = `cursor ${randomUUID()}`
const AS_OF_SLOT = `asOf ${randomUUID()}`

export function makeEntry(
  data: Readonly<Record<string, unknown>> | null,
  errors: readonly GraphQLFormattedError[],
  { cursorKeys, asOfKeys }: Slots,
): Entry {
  let asOf: string | undefined
  const slotted: Record<string, unknown> | null = data === null ? null : { ...data }
  if (slotted !== null) {
    for (const [key, value] of Object.entries(slotted)) {
      if (typeof value !== 'string') continue
      if (cursorKeys.has(key)) slotted[key] = CURSOR_SLOT
      if (asOfKeys.has(key)) {
        asOf = value
        slotted[key] = AS_OF_SLOT
      }
    }
  }
  const text = JSON.stringify(slotted)
  const json = asOf === undefined ? text : text.replaceAll(JSON.stringify(AS_OF_SLOT), JSON.stringify(asOf))
  return {
    content: errors.length === 0 ? text : text + JSON.stringify(errors.map(withoutRequest)),
    pieces: json.split(JSON.stringify(CURSOR_SLOT)),
    isNull: slotted === null,
    errors,
  }
}

function withoutRequest({ message, path, extensions }: GraphQLFormattedError) {
  return { message, path, code: extensions?.code }
}

/** The result of one execution of the subscription, as JSON. */
export function toPayload(entry: Entry, alias: string, cursor: () => string, snapshot: string | undefined): string {
  // The field of the subscription cannot be null, so without a state there is no data at all.
  const json = entry.pieces.length === 1 ? entry.pieces[0] : entry.pieces.join(JSON.stringify(cursor()))
  const data = entry.isNull ? '"data":null' : `"data":{${JSON.stringify(alias)}:${json}}`
  const errors = entry.errors.length === 0 ? '' : `"errors":${JSON.stringify(entry.errors.map(at(alias)))},`
  const extensions = snapshot === undefined ? '' : `,"extensions":{"onhand":{"snapshot":${JSON.stringify(snapshot)}}}`
  return `{${errors}${data}${extensions}}`
}

function at(alias: string) {
  return ({ path = [], ...error }: GraphQLFormattedError): GraphQLFormattedError => ({
    ...error,
    path: [alias, ...path],
  })
}
