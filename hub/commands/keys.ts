import { createApiKey, listApiKeys, type NewApiKey, revokeApiKey } from '../../core/access/api-keys.ts'
import type { Config } from '../../core/config.ts'
import { EXIT } from '../errors.ts'
import { openMigrated } from './open-migrated.ts'

export interface KeyOptions extends Omit<NewApiKey, 'channels'> {
  readonly channels?: readonly string[]
}

export async function createKeyCommand(config: Config, options: KeyOptions): Promise<void> {
  await using database = await openMigrated(config, 'keys')
  const { id, key } = await createApiKey(database, { ...options, channels: options.channels ?? null })
  console.error(`Key ${id} of ${options.name} (${options.kind}). It is shown this once:`)
  // Alone on standard output, so that a script can take it.
  console.log(key)
}

export async function listKeysCommand(config: Config): Promise<void> {
  await using database = await openMigrated(config, 'keys')
  const keys = await listApiKeys(database)
  if (keys.length === 0) console.log('There are no keys.')
  for (const { id, name, kind, channels, scopes, createdAt, revokedAt } of keys) {
    const parts = [
      id,
      kind.padEnd(10),
      name,
      channels === null ? 'all channels' : channels.join(','),
      ...(scopes.length === 0 ? [] : [`scopes ${scopes.join(',')}`]),
      `made ${createdAt.toISOString()}`,
      ...(revokedAt === null ? [] : [`revoked ${revokedAt.toISOString()}`]),
    ]
    console.log(parts.join('  '))
  }
}

export async function revokeKeyCommand(config: Config, id: string): Promise<void> {
  await using database = await openMigrated(config, 'keys')
  if (await revokeApiKey(database, id)) {
    console.log(`Key ${id} is revoked.`)
    return
  }
  console.error(`There is no key "${id}". \`keys list\` shows those there are.`)
  process.exitCode = EXIT.failed
}
