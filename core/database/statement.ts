import { CompiledQuery, type Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Runs a statement of a fixed text, with `$1`, `$2` … for its values. For what runs with every batch: Kysely's templates put the text together anew each
 * time, which took longer than PostgreSQL did. Begin the text with the comment "prepared" to have it prepared once per connection.
 */
export async function run<Row>(db: Kysely<Schema>, text: string, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))
  return rows
}

/** A statement that writes and returns nothing, of a fixed text and a fixed number of values. */
export interface Write {
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * Runs several writes, none of which looks at what another wrote, in one round trip: as parts of one statement (PostgreSQL manual, 7.8.4 "Data-Modifying
 * Statements in WITH"). All of them see the tables as they were before.
 */
export async function runTogether(db: Kysely<Schema>, writes: readonly Write[]): Promise<void> {
  const [first] = writes
  if (first === undefined) return
  await run(
    db,
    writes.length === 1 ? `/* prepared */ ${first.text}` : together(writes),
    writes.flatMap(({ values }) => values),
  )
}

/** Statements put together before, by their parts. Which parts a batch has differs little, so these are few. */
const known = new Map<string, string>()
const KNOWN_MAX = 500

function together(writes: readonly Write[]): string {
  const key = writes.map(({ text }) => numberOf(text)).join(' ')
  const before = known.get(key)
  if (before !== undefined) return before
  let offset = 0
  const parts = writes.map(({ text, values }, index) => {
    const moved = text.replace(/\$(\d+)/g, (_, place) => `$${Number(place) + offset}`)
    offset += values.length
    return `write_${index + 1} as (${moved})`
  })
  const text = `/* prepared */ with ${parts.join(',\n')} select`
  if (known.size >= KNOWN_MAX) known.clear()
  known.set(key, text)
  return text
}

const numbers = new Map<string, number>()

function numberOf(text: string): number {
  const number = numbers.get(text) ?? numbers.size
  numbers.set(text, number)
  return number
}
