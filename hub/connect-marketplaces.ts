import type { Config } from '../core/config.ts'
import type { Marketplace } from '../core/marketplaces/marketplace.ts'
import type { MarketplaceConnector } from '../marketplaces/connector.ts'
import { openConnector } from '../marketplaces/open-connector.ts'
import { readSecretsFile } from './read-secrets-file.ts'

/** Opens connectors of marketplaces, with the secrets of MARKETPLACE_SECRETS_FILE. What it gives throws where there is no connector of that kind, or its settings are not those of one; what the marketplace is to be told waits then. */
export async function connectMarketplaces({
  marketplaceSecretsFile,
  outgoingAllow,
}: Pick<Config, 'marketplaceSecretsFile' | 'outgoingAllow'>): Promise<
  (marketplace: Marketplace) => MarketplaceConnector
> {
  const holds = 'an object for each marketplace by its id'
  const secrets = await readSecretsFile('MARKETPLACE_SECRETS_FILE', marketplaceSecretsFile, holds)
  return (marketplace) => openConnector(marketplace, secrets, outgoingAllow)
}
