import { CompiledQuery, type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Runs a statement of a fixed text, with `$1`, `$2` … for its values. For what runs with every batch: Kysely's templates put the text together anew each
 * time, which took longer than PostgreSQL did. Begin the text with the comment "prepared" to have it prepared once per connection.
 */
export async function run<Row>(db: Kysely<Schema>, text: string, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))
  return rows
}

/** Begins a statement of Kysely's templates that is prepared once per connection. Its text must not hang on what it is asked. */
export const PREPARED = sql.raw('/* prepared */')

/** Statements that write and return nothing, mostly one, of fixed texts and a fixed number of values that they share. They do their work where `{guard}` is true. */
export interface Write {
  readonly text: string | readonly string[]
  readonly values: readonly unknown[]
}

/**
 * Rows `w` of the columns `name type, …`, of which `$1`, `$2` … are arrays; of those that are wanted, where not of all. In the list of a `select` they are made one
 * by one where they are needed; a table function puts all of them aside first, which was a twelfth of what PostgreSQL did for a batch.
 */
export function rowsOf(columns: string, wanted?: readonly string[]): string {
  const made = columns.split(',').flatMap((column, index) => {
    const [name = '', type = ''] = column.trim().split(' ')
    return wanted === undefined || wanted.includes(name) ? [`unnest($${index + 1}::${type}[]) as ${name}`] : []
  })
  return `(select ${made.join(', ')}) as w`
}

/** A query, named `verdict`, of which one column says whether the writes beside it may happen. */
export interface Guard {
  /** Common table expressions, the last of them `verdict`. */
  readonly text: string
  readonly values: readonly unknown[]
  /** Condition on `verdict` under which the writes happen. */
  readonly condition: string
}

/**
 * Runs several writes, none of which looks at what another wrote, in one round trip: as parts of one statement (PostgreSQL manual, 7.8.4 "Data-Modifying
 * Statements in WITH"). All of them see the tables as they were before.
 */
export async function runTogether(db: Kysely<Schema>, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return
  await run(db, textOf(undefined, writes), valuesOf(undefined, writes))
}

/** The same under a condition that the statement itself looks at first. Answers the row of `verdict`. */
export async function runGuarded<Verdict>(
  db: { run<Row>(text: string, values: readonly unknown[]): Promise<Row[]> },
  guard: Guard,
  writes: readonly Write[],
): Promise<Verdict | undefined> {
  const [verdict] = await db.run<Verdict>(textOf(guard, writes), valuesOf(guard, writes))
  return verdict
}

function valuesOf(guard: Guard | undefined, writes: readonly Write[]): unknown[] {
  return [...(guard?.values ?? []), ...writes.flatMap(({ values }) => values)]
}

/** Statements put together before, by their parts. Which parts a batch has differs little, so these are few. */
const known = new Map<string, string>()
const KNOWN_MAX = 500

function textOf(guard: Guard | undefined, writes: readonly Write[]): string {
  const key = [guard?.text ?? '', ...writes.flatMap(({ text }) => text)].map(numberOf).join(' ')
  const before = known.get(key)
  if (before !== undefined) return before
  let offset = guard?.values.length ?? 0
  const condition = guard === undefined ? 'true' : `(select ${guard.condition} from verdict)`
  const moved = writes.flatMap(({ text, values }) => {
    const behind = offset
    offset += values.length
    return [text].flat().map((one) => one.replace(/\$(\d+)/g, (_, place) => `$${Number(place) + behind}`))
  })
  const parts = moved.map((text, index) => `write_${index + 1} as (${text.replaceAll('{guard}', condition)})`)
  const expressions = [...(guard === undefined ? [] : [guard.text]), ...parts]
  const text = `/* prepared */ with ${expressions.join(',\n')} select ${guard === undefined ? '' : '* from verdict'}`
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
