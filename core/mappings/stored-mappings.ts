import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { canonicalJson } from '../ingest/canonical.ts'
import { type Mapping, type MappingDefinition, type MappingExample, MappingRefused, nameOf } from './mapping.ts'

const COLUMNS = ['name', 'version', 'source', 'expression', 'signature'] as const

/** The newest version that is not retired. */
export function newestMapping(db: Kysely<Schema>, name: string): Promise<Mapping | undefined> {
  return db
    .selectFrom('event_mapping')
    .select(COLUMNS)
    .where('name', '=', name)
    .where('retired_at', 'is', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A version that is not retired. */
export function findMapping(db: Kysely<Schema>, name: string, version: number): Promise<Mapping | undefined> {
  return db
    .selectFrom('event_mapping')
    .select(COLUMNS)
    .where('name', '=', name)
    .where('version', '=', version)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
}

/** The newest version below, retired or not: by it was recorded what may be sent again. */
export function versionBefore(
  db: Kysely<Schema>,
  { name, version }: Pick<Mapping, 'name' | 'version'>,
): Promise<{ readonly version: number; readonly examples: readonly MappingExample[] } | undefined> {
  return db
    .selectFrom('event_mapping')
    .select(['version', 'examples'])
    .where('name', '=', name)
    .where('version', '<', version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Whether the very same mapping is in place. Throws `MappingRefused` with VERSION_TAKEN for another one of that name and version, and with VERSION_RETIRED. */
export async function isInPlace(db: Kysely<Schema>, mapping: MappingDefinition): Promise<boolean> {
  const { name, version, source, expression, signature, examples } = mapping
  const found = await db
    .selectFrom('event_mapping')
    .select([...COLUMNS, 'examples', 'retired_at'])
    .where('name', '=', name)
    .where('version', '=', version)
    .executeTakeFirst()
  if (found === undefined) return false
  const { retired_at, ...there } = found
  if (canonicalJson(there) !== canonicalJson({ name, version, source, expression, signature, examples })) {
    throw new MappingRefused(
      'VERSION_TAKEN',
      `There is another mapping ${nameOf(mapping)}. What was put in place stays as it is: give it a new version.`,
    )
  }
  if (retired_at === null) return true
  throw new MappingRefused(
    'VERSION_RETIRED',
    `${nameOf(mapping)} was retired, and nothing is mapped by it any more: give it a new version.`,
  )
}

/** Puts a mapping in place that was tried. What is there already stays as it is: the same again changes nothing (false). Throws what `isInPlace` does. */
export async function putMapping(db: Kysely<Schema>, mapping: MappingDefinition): Promise<boolean> {
  const { name, version, source, expression, signature, examples } = mapping
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('event_mapping')
    .values({
      ...{ name, version, source, expression },
      signature: signature === null ? null : JSON.stringify(signature),
      examples: JSON.stringify(examples),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n || !(await isInPlace(db, mapping))
}

/** From now on nothing is mapped by this version. False: there is none, or it was retired before. */
export async function retireMapping(db: Kysely<Schema>, name: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('event_mapping')
    .set({ retired_at: sql<Date>`now()` })
    .where('name', '=', name)
    .where('version', '=', version)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface ListedMapping extends Omit<Mapping, 'expression'> {
  readonly put_at: Date
  readonly retired_at: Date | null
}

/** All there are, by name and version. */
export function listMappings(db: Kysely<Schema>): Promise<ListedMapping[]> {
  return db
    .selectFrom('event_mapping')
    .select(['name', 'version', 'source', 'signature', 'put_at', 'retired_at'])
    .orderBy('name')
    .orderBy('version')
    .execute()
}
