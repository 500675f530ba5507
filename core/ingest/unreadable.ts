import { hash } from 'node:crypto'

/** Begins what stands for an attribute that an event did not have, or that cannot be kept: sources and ids of dead letters are never empty. */
const UNREADABLE = 'urn:onhand:unreadable'

/** Longest source, id or type that is kept, in UTF-16 code units; the same as the JSON Schemas say. */
const ATTRIBUTE_LENGTH_MAX = 256

/** How deep JSON may nest to be kept as it is. Events nest four levels; text beyond that is kept as text. */
const DEPTH_MAX = 32

/** An attribute as the event says it, or null where that stands for something unreadable. For answers. */
export function readable(attribute: string): string | null {
  return attribute.startsWith(UNREADABLE) ? null : attribute
}

export interface KeptIdentity {
  readonly source: string
  readonly id: string
  readonly type: string
}

/**
 * Under which source, id and type an invalid event is kept. What it lacks is made from its content, so that the same broken event sent again is
 * the same dead letter and not one more.
 */
export function keptIdentity(event: unknown, content: string, client: string): KeptIdentity {
  return {
    source: attributeOf(event, 'source') ?? `${UNREADABLE}:${client}`.slice(0, ATTRIBUTE_LENGTH_MAX),
    id: attributeOf(event, 'id') ?? `${UNREADABLE}:${hash('sha256', content)}`,
    type: attributeOf(event, 'type') ?? UNREADABLE,
  }
}

function attributeOf(event: unknown, name: 'source' | 'id' | 'type'): string | undefined {
  if (typeof event !== 'object' || event === null || !Object.hasOwn(event, name)) return undefined
  const value: unknown = Reflect.get(event, name)
  if (typeof value !== 'string' || value === '' || value.length > ATTRIBUTE_LENGTH_MAX) return undefined
  // What looks like one of ours would be taken for something unreadable.
  return isText(value) && !value.startsWith(UNREADABLE) ? value : undefined
}

/** Whether PostgreSQL can keep the string: no NUL, no half of a surrogate pair. */
function isText(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0')
}

/** JSON pointer (RFC 6901) of the first string, or name, that PostgreSQL cannot keep. */
export function findUnkeepable(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return isText(value) ? undefined : ''
  if (typeof value !== 'object' || value === null || depth > DEPTH_MAX) return undefined
  for (const [key, member] of Object.entries(value)) {
    const pointer = isText(key) ? findUnkeepable(member, depth + 1) : ''
    if (pointer !== undefined) return `/${escapePointer(asText(key))}${pointer}`
  }
  return undefined
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

export function asText(value: string): string {
  return value.toWellFormed().replaceAll('\0', '\uFFFD')
}

/**
 * JSON text of a value as the dead letter keeps it: as it came where that is possible. NUL and halves of surrogate pairs, which PostgreSQL cannot
 * keep, become U+FFFD; what is too long or nested too deeply is kept as the beginning of its text.
 */
export function keptContent(value: unknown, limitBytes: number, textBytes: number): string {
  if (isShallow(value)) {
    const text = JSON.stringify(cleaned(value)) ?? 'null'
    const bytes = Buffer.byteLength(text)
    return bytes <= limitBytes ? text : keptText(text.slice(0, textBytes), bytes)
  }
  return keptText(tryStringify(value).slice(0, textBytes))
}

/** What cannot be kept as JSON: the beginning of its text, and how long it was. */
export function keptText(text: string, bytes?: number): string {
  return JSON.stringify({ unreadable: asText(text), bytes })
}

/** JSON.stringify recurses and ends with a RangeError where the stack does; JSON.parse nests further than that. */
function tryStringify(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null'
  } catch (error) {
    if (error instanceof RangeError) return 'nested too deeply to be written down'
    throw error
  }
}

/** Whether JSON may be kept, compared and written by functions that recurse. */
export function isShallow(value: unknown): boolean {
  return !isDeeperThan(value, DEPTH_MAX)
}

/** Whether a value nests deeper; never looks further down than that. */
function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((member) => isDeeperThan(member, depth - 1))
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return asText(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [asText(key), cleaned(member)]))
}
