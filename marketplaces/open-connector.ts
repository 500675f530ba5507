import type { Marketplace } from '../core/marketplaces/marketplace.ts'
import { openOutgoing } from '../outgoing/outgoing.ts'
import { SettingsError } from '../outgoing/settings-reader.ts'
import type { MarketplaceConnector } from './connector.ts'
import { openHttp } from './http/connector.ts'
import { readHttpSettings } from './http/settings.ts'

/** Secrets by the id of the marketplace. They stand in no database and in no log. */
export type MarketplaceSecrets = Readonly<Record<string, unknown>>

type Open = (settings: unknown, secrets: unknown, allowed: readonly string[]) => MarketplaceConnector

/** A new connector is one line here, and a folder of its own. */
const KINDS: Readonly<Record<string, Open>> = {
  http: (settings, secrets, allowed) => {
    const outgoing = openOutgoing({ allowed })
    return openHttp(readHttpSettings(settings, secrets, outgoing.refusal), outgoing)
  },
}

/** Opens the connector of a marketplace; `allowed` are addresses that are not public and may be called nevertheless. Nothing is asked of the marketplace yet. */
export function openConnector(
  { id, connector, settings }: Pick<Marketplace, 'id' | 'connector' | 'settings'>,
  secrets: MarketplaceSecrets,
  allowed: readonly string[] = [],
): MarketplaceConnector {
  const open = Object.hasOwn(KINDS, connector) ? KINDS[connector] : undefined
  if (open === undefined) {
    const known = Object.keys(KINDS).join(', ')
    throw new SettingsError(`There is no connector "${connector}" (of marketplace "${id}"); there are: ${known}.`)
  }
  try {
    return open(settings, Object.hasOwn(secrets, id) ? secrets[id] : undefined, allowed)
  } catch (cause) {
    throw new SettingsError(`Marketplace "${id}": ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
