import { readFile } from 'node:fs/promises'
import type { ErpSecrets } from '../erp/open-connector.ts'
import { UsageError } from './errors.ts'

/** What the file of ERP_SECRETS_FILE holds. Never told: neither in a message nor in a log. */
export async function readErpSecrets(file: string | undefined): Promise<ErpSecrets> {
  if (file === undefined) return {}
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`ERP_SECRETS_FILE cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  try {
    const secrets: unknown = JSON.parse(text)
    if (typeof secrets === 'object' && secrets !== null && !Array.isArray(secrets)) return { ...secrets }
  } catch {
    // What the parser says would show a part of the file.
  }
  throw new UsageError('ERP_SECRETS_FILE is not a JSON object, with an object for each ERP by its id.')
}
