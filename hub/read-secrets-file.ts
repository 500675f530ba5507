import { readFile } from 'node:fs/promises'
import { UsageError } from './errors.ts'

/** What a file of secrets holds, of which `holds` says what it has to be. Never told: neither in a message nor in a log. */
export async function readSecretsFile(
  setting: 'ERP_SECRETS_FILE' | 'MARKETPLACE_SECRETS_FILE' | 'SENDER_SECRETS_FILE',
  file: string | undefined,
  holds: string,
): Promise<Readonly<Record<string, unknown>>> {
  if (file === undefined) return {}
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${setting} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  try {
    const secrets: unknown = JSON.parse(text)
    if (typeof secrets === 'object' && secrets !== null && !Array.isArray(secrets)) return { ...secrets }
  } catch {
    // What the parser says would show a part of the file.
  }
  throw new UsageError(`${setting} is not a JSON object, with ${holds}.`)
}
