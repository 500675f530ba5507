import type { Config } from '../core/config.ts'
import type { ErpSystem } from '../core/erp/routes.ts'
import type { ErpConnector } from '../erp/connector.ts'
import { openConnector } from '../erp/open-connector.ts'
import { readSecretsFile } from './read-secrets-file.ts'

/** Opens connectors of ERPs, with the secrets of ERP_SECRETS_FILE. What it gives throws where there is no connector of that kind, or its settings are not those of one; what is for the ERP waits then. */
export async function connectErps({
  erpSecretsFile,
  outgoingAllow,
}: Pick<Config, 'erpSecretsFile' | 'outgoingAllow'>): Promise<(system: ErpSystem) => ErpConnector> {
  const secrets = await readSecretsFile('ERP_SECRETS_FILE', erpSecretsFile, 'an object for each ERP by its id')
  return (system) => openConnector(system, secrets, outgoingAllow)
}
