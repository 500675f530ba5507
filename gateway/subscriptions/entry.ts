import { randomUUID } from 'node:crypto'
import type { GraphQLFormattedError } from 'graphql'
import type { Wrapping } from './outlet.ts'
import type { Point } from './point.ts'

export interface Slots {
  readonly cursorKeys: ReadonlySet<string>
  readonly asOfKeys: ReadonlySet<string>
}

/** In which words an entry is told, but for the tail of the message: one object for all who share them, and what was made of the entry. */
export interface Style {
  /** The response key of the subscription's field. */
  readonly alias: string
  /** Whether the client wants to know which events belong together. */
  readonly ticks: boolean
}

/** What is said beside a state, in `extensions.onhand`. */
export interface Remarks {
  /** Why the subscriber is told everything instead of what it missed. */
  readonly snapshot?: string | undefined
  /** Whether what is told next belongs to this: only both together are a picture of one moment. */
  readonly more?: boolean
}

/** What no value of an entry can be. */
const CURSOR_SLOT = `cursor ${randomUUID()}`
const AS_OF_SLOT = `asOf ${randomUUID()}`

/** Ways of telling one entry that are remembered: few differ within a tick. */
const MADE_MAX = 8

/** The state of one SKU as one live query selects it: serialised once, for everybody who hears of it. */
export class Entry {
  /** Equal for states between which no client sees a difference: without `asOf`, `cursor` and request ids. */
  readonly content: string
  /** JSON of the entry, cut where the subscriber's own cursor goes. */
  readonly #pieces: readonly string[]
  /** Whether there is no state to show, only errors. */
  readonly #isNull: boolean
  /** Paths begin below the subscription's field. */
  readonly #errors: readonly GraphQLFormattedError[]
  /** Named where neither the state nor an error would tell; undefined too for an error that is about everything that somebody follows. */
  readonly #sku: string | undefined
  readonly #messages: {
    readonly style: Style
    readonly point: Point | undefined
    readonly more: boolean
    readonly bytes: string
  }[] = []

  constructor(
    sku: string | undefined,
    data: Readonly<Record<string, unknown>> | null,
    errors: readonly GraphQLFormattedError[],
    { cursorKeys, asOfKeys }: Slots,
  ) {
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
    this.content = errors.length === 0 ? text : text + JSON.stringify(errors.map(withoutRequest))
    this.#pieces = json.split(JSON.stringify(CURSOR_SLOT))
    this.#isNull = slotted === null
    this.#errors = errors
    this.#sku = errors.length === 0 ? undefined : sku
  }

  /** Whether it reads the same whatever its cursor is. */
  get hasCursor(): boolean {
    return this.#pieces.length > 1
  }

  /** The result of one execution of the subscription, as JSON. */
  payload({ alias, ticks }: Style, claim: Point, { snapshot, more }: Remarks): string {
    const pieces = this.#pieces
    // The field of the subscription cannot be null, so without a state there is no data at all.
    const json = pieces.length === 1 ? pieces[0] : pieces.join(JSON.stringify(claim.cursor))
    const data = this.#isNull ? '"data":null' : `"data":{${JSON.stringify(alias)}:${json}}`
    const errors = this.#errors.length === 0 ? '' : `"errors":${JSON.stringify(this.#errors.map(at(alias)))},`
    const sku = this.#sku
    if (snapshot === undefined && sku === undefined && !(ticks && more)) return `{${errors}${data}}`
    const remarks = JSON.stringify({ snapshot, sku, ...(ticks && more ? { more } : {}) })
    return `{${errors}${data},"extensions":{"onhand":${remarks}}}`
  }

  /** The message of a transport up to its tail: made once for all who are told it in the same words. */
  message(style: Style, wrapping: Wrapping, claim: Point, isMore: boolean): string {
    const point = this.#pieces.length === 1 ? undefined : claim
    const more = isMore && style.ticks
    for (const made of this.#messages) {
      if (made.style === style && made.point === point && made.more === more) return made.bytes
    }
    const bytes = wrapping.wrap(this.payload(style, claim, { more }))
    if (this.#messages.length < MADE_MAX) this.#messages.push({ style, point, more, bytes })
    return bytes
  }
}

function withoutRequest({ message, path, extensions }: GraphQLFormattedError) {
  return { message, path, code: extensions?.code }
}

function at(alias: string) {
  return ({ path = [], ...error }: GraphQLFormattedError): GraphQLFormattedError => ({
    ...error,
    path: [alias, ...path],
  })
}
