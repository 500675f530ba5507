import { readFile } from 'node:fs/promises'
import type { Config } from '../../core/config.ts'
import { compileValidator } from '../../core/ingest/validate.ts'
import { Evaluator } from '../../core/mappings/evaluator.ts'
import { payloadMapper } from '../../core/mappings/map-payload.ts'
import { type MappingDefinition, MappingRefused, nameOf } from '../../core/mappings/mapping.ts'
import { readMapping } from '../../core/mappings/read-mapping.ts'
import { requireSameNames } from '../../core/mappings/require-same-names.ts'
import {
  isInPlace,
  listMappings,
  putMapping,
  retireMapping,
  versionBefore,
} from '../../core/mappings/stored-mappings.ts'
import { tryMapping } from '../../core/mappings/try-mapping.ts'
import { EXIT, UsageError } from '../errors.ts'
import { openMigrated } from './open-migrated.ts'

/** Tries the mappings of files on their examples, each by itself. Ends with 1 where one of them does not hold. */
export async function checkMappingsCommand(files: readonly string[]): Promise<void> {
  for (const file of files) await told(file, async () => void (await tried(file)))
}

/** The same, and puts those in place that hold. `renames`: their events may have other names than those of the version before. */
export async function putMappingsCommand(
  config: Config,
  files: readonly string[],
  { renames = false }: { readonly renames?: boolean },
): Promise<void> {
  await using database = await openMigrated(config, 'mappings')
  for (const file of files) {
    await told(file, async () => {
      const mapping = await tried(file)
      if (!renames && !(await isInPlace(database.kysely, mapping))) {
        const before = await versionBefore(database.kysely, mapping)
        if (before !== undefined) await requireSameNames(mapping, before, mapPayload)
      }
      const isNew = await putMapping(database.kysely, mapping)
      console.log(isNew ? `${nameOf(mapping)} is in place.` : `${nameOf(mapping)} was in place already.`)
    })
  }
}

export async function listMappingsCommand(config: Config): Promise<void> {
  await using database = await openMigrated(config, 'mappings')
  const mappings = await listMappings(database.kysely)
  if (mappings.length === 0) console.log('There are no mappings.')
  for (const { name, version, source, signature, put_at, retired_at } of mappings) {
    const parts = [
      nameOf({ name, version }),
      source,
      signature === null ? 'by key' : `signed (${signature.scheme})`,
      `put ${put_at.toISOString()}`,
      ...(retired_at === null ? [] : [`retired ${retired_at.toISOString()}`]),
    ]
    console.log(parts.join('  '))
  }
}

export async function retireMappingCommand(config: Config, name: string, version: number): Promise<void> {
  await using database = await openMigrated(config, 'mappings')
  if (await retireMapping(database.kysely, name, version)) {
    console.log(`${nameOf({ name, version })} is retired.`)
    return
  }
  console.error(
    `There is no mapping ${nameOf({ name, version })} that is not retired. \`mappings list\` shows those there are.`,
  )
  process.exitCode = EXIT.failed
}

const mapPayload = payloadMapper(new Evaluator(), compileValidator())

async function tried(file: string): Promise<MappingDefinition> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  const mapping = readMapping(text)
  await tryMapping(mapping, mapPayload)
  console.log(`${file}: ${nameOf(mapping)} holds for all its examples.`)
  return mapping
}

/** What is wrong with one mapping keeps no other away. */
async function told(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof MappingRefused)) throw error
    console.error(`${file}: ${error.message}`)
    process.exitCode = EXIT.failed
  }
}
