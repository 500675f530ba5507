import { type ErpSystem, sourceOfErp } from '../core/erp/routes.ts'
import { openOutgoing } from '../outgoing/outgoing.ts'
import { SettingsError } from '../outgoing/settings-reader.ts'
import type { ErpConnector } from './connector.ts'
import { openFiles } from './files/connector.ts'
import { readFilesSettings } from './files/read-settings.ts'
import { openHttp } from './http/connector.ts'
import { readHttpSettings } from './http/settings.ts'
import { openTryton } from './tryton/connector.ts'
import { readTrytonSettings } from './tryton/read-settings.ts'

/** Secrets by the id of the ERP system. They stand in no database and in no log. */
export type ErpSecrets = Readonly<Record<string, unknown>>

/** Addresses that are not public and may be called nevertheless (`OutgoingOptions.allowed`). */
export type ErpAddresses = readonly string[]

type Open = (system: Pick<ErpSystem, 'id' | 'settings'>, secrets: unknown, allowed: ErpAddresses) => ErpConnector

/** A new connector is one line here, and a folder of its own. */
const KINDS: Readonly<Record<string, Open>> = {
  files: ({ id, settings }) => openFiles(readFilesSettings(settings, sourceOfErp(id))),
  http: ({ id, settings }, secrets, allowed) => {
    const outgoing = openOutgoing({ allowed })
    return openHttp(readHttpSettings(settings, secrets, sourceOfErp(id), outgoing.refusal), outgoing)
  },
  tryton: ({ id, settings }, secrets) => openTryton(readTrytonSettings(settings, secrets, sourceOfErp(id))),
}

/** Opens the connector of an ERP system. Nothing is asked of the ERP yet. */
export function openConnector(
  system: Pick<ErpSystem, 'id' | 'kind' | 'settings'>,
  secrets: ErpSecrets,
  allowed: ErpAddresses = [],
): ErpConnector {
  const open = Object.hasOwn(KINDS, system.kind) ? KINDS[system.kind] : undefined
  if (open === undefined) {
    const known = Object.keys(KINDS).join(', ')
    throw new SettingsError(`There is no connector "${system.kind}" (of ERP "${system.id}"); there are: ${known}.`)
  }
  try {
    return open(system, Object.hasOwn(secrets, system.id) ? secrets[system.id] : undefined, allowed)
  } catch (cause) {
    throw new SettingsError(`ERP "${system.id}": ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}
