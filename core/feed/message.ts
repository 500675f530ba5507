import type { FeedChange, FeedMessage } from './position.ts'

/**
 * A message with more changes than this is sent without them. It then only tells that there is something to read, which for so many costs less than
 * carrying them to everyone.
 */
export const CHANGES_PER_MESSAGE_MAX = 1_000

/** Text of more characters than this was not made by `encodeMessage`. */
const CHARACTERS_MAX = 8 * 1024 * 1024

const SUBJECTS: readonly FeedChange['subject'][] = [
  'journal',
  'item',
  'reservation',
  'shipment',
  'return',
  'channel',
  'location',
  'stockPolicy',
  'erpSystem',
  'erpRoute',
  'authority',
]

/** The version of the format, so that processes of two versions can share a Redis during an update. */
const VERSION = 1

type Text = string | null

/** JSON of `[version, epoch, stream, from, to, [[number, subject, subjectId, sku, locationId], …], recordedAt]`; the last may be missing. */
export function encodeMessage({ epoch, stream, from, to, recordedAt, changes }: FeedMessage): string {
  const rows =
    changes.length > CHANGES_PER_MESSAGE_MAX
      ? []
      : changes.map(({ number, subject, subjectId, sku, locationId }) => [number, subject, subjectId, sku, locationId])
  return JSON.stringify([VERSION, epoch, stream, from, to, rows, ...(recordedAt === undefined ? [] : [recordedAt])])
}

/** Undefined for whatever `encodeMessage` cannot have made. */
export function decodeMessage(text: string): FeedMessage | undefined {
  const value = parse(text)
  if (!Array.isArray(value)) return undefined
  const [version, epoch, stream, from, to, rows, recordedAt]: unknown[] = value
  if (version !== VERSION || typeof epoch !== 'string' || !Array.isArray(rows)) return undefined
  if (!isInteger(stream, -1) || !isInteger(from, 1) || !isInteger(to, from)) return undefined

  const changes: FeedChange[] = []
  for (const row of rows) {
    const change = toChange(row)
    if (change === undefined) return undefined
    changes.push(change)
  }
  return { epoch, stream, from, to, ...(isInteger(recordedAt, 0) ? { recordedAt } : {}), changes }
}

/** Whether the message carries every change that it is about. Otherwise it is only a hint to read them. */
export function isComplete({ from, to, changes }: FeedMessage): boolean {
  return changes.length === to - from + 1 && changes.every((change, index) => change.number === from + index)
}

function toChange(row: unknown): FeedChange | undefined {
  if (!Array.isArray(row)) return undefined
  const [number, name, subjectId, sku, locationId]: unknown[] = row
  const subject = SUBJECTS.find((known) => known === name)
  if (subject === undefined || !isInteger(number, 1) || !isText(subjectId) || !isText(sku) || !isText(locationId)) {
    return undefined
  }
  return { number, subject, subjectId, sku, locationId }
}

function parse(text: string): unknown {
  if (text.length > CHARACTERS_MAX) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isInteger(value: unknown, min: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= min
}

function isText(value: unknown): value is Text {
  return value === null || typeof value === 'string'
}
