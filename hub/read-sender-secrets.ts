import { UsageError } from './errors.ts'
import { readSecretsFile } from './read-secrets-file.ts'

/** What systems sign with. Never told. */
export interface SenderSecrets {
  /** Those of the system of a mapping; none where there is none. */
  of(mapping: string): readonly string[]
}

/** Reads SENDER_SECRETS_FILE. */
export async function readSenderSecrets(file: string | undefined): Promise<SenderSecrets> {
  const holds = 'a secret, or a list of them, for each mapping by its name'
  const entries = Object.entries(await readSecretsFile('SENDER_SECRETS_FILE', file, holds)).map(
    ([name, value]): [string, string[]] => {
      const secrets = [value].flat().filter((secret) => typeof secret === 'string' && secret !== '')
      if (secrets.length === 0 || secrets.length !== [value].flat().length) {
        throw new UsageError(`SENDER_SECRETS_FILE has something else than ${holds}: "${name}".`)
      }
      return [name, secrets.map(String)]
    },
  )
  const byName = new Map(entries)
  return { of: (mapping) => byName.get(mapping) ?? [] }
}
