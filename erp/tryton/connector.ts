import { MOVEMENT_KINDS } from '../../core/erp/movement.ts'
import { SettingsError } from '../../outgoing/settings-reader.ts'
import type { ErpConnector, FoundMovement } from '../connector.ts'
import { openTrytonClient, type TrytonClient } from './client.ts'
import { DOCUMENT_KINDS } from './documents.ts'
import { type Entered, findEntered, isDone } from './entered.ts'
import { HandedOver } from './handed-over.ts'
import { type Places, readPlaces } from './places.ts'
import { type Party, post } from './post.ts'
import { pull } from './pull.ts'
import { id, idOrNull, searchRead } from './records.ts'
import { OVERLAP_SECONDS, PAGE_SIZE, TIMEOUT_SECONDS, type TrytonSettings } from './settings.ts'
import { snapshot } from './snapshot.ts'
import { FIRST_STAMP, stampOf } from './values.ts'

/** Measured on a Tryton of its own: more in one call gains nothing, since it works at moves one by one. */
const POST_BATCH = 50

/** Locations and parties are looked up again after so long; a pull always does. */
const REMEMBER_MS = 60_000

/** Tryton 6.0 over JSON-RPC, with nothing installed in it but its module `stock`. */
export function openTryton(settings: TrytonSettings): ErpConnector {
  const { company, source, units = {}, timeZone = 'UTC', pageSize = PAGE_SIZE } = settings
  const { overlapSeconds = OVERLAP_SECONDS, timeoutSeconds = TIMEOUT_SECONDS } = settings
  const client = openTrytonClient({
    url: settings.url,
    user: settings.user,
    password: settings.password,
    company,
    timeoutMs: timeoutSeconds * 1_000,
    // What was sent and not answered is over when the longest transaction is.
    settleMs: overlapSeconds * 1_000,
  })
  const readNow = (signal: AbortSignal) => readPlaces(client, settings.locations, signal)
  const places = remembered<Places>(readNow)
  const parties = remembered(async (signal) => ({
    customer: await partyOf(client, settings.customer, signal),
    supplier: await partyOf(client, settings.supplier, signal),
  }))
  const handedOver = new HandedOver()
  const since = settings.since === undefined ? FIRST_STAMP : stampOf(new Date(settings.since))

  return {
    kind: 'tryton',
    can: { pull: true, snapshot: true, post: MOVEMENT_KINDS, find: true, postBatch: POST_BATCH },

    async health(signal) {
      const version = await client.version(signal)
      await readNow(signal)
      const { now, aheadMs } = client.clock() ?? { now: new Date(0), aheadMs: 0 }
      return { version, now, aheadMs }
    },

    pull: (watermark, signal) =>
      pull(
        { client, places: readNow, units, company, source, timeZone, overlapSeconds, since, pageSize, handedOver },
        watermark,
        signal,
      ),

    snapshot: (scope, signal) => snapshot({ client, places: readNow, units, pageSize }, scope, signal),

    post: (movements, signal) => post({ client, places, parties, units, company, timeZone }, movements, signal),

    async find(references, signal) {
      const found = new Map<string, Entered[]>()
      for (const kind of DOCUMENT_KINDS) {
        for (const [reference, several] of await findEntered(client, kind, references, signal)) {
          found.set(reference, [...(found.get(reference) ?? []), ...several])
        }
      }
      return references.map((reference) => foundMovement(reference, found.get(reference) ?? []))
    },

    close: () => client.close(),
  }
}

function foundMovement(reference: string, entered: readonly Entered[]): FoundMovement {
  const [first, ...others] = entered.filter(isDone)
  if (first !== undefined) {
    const duplicates = others.map(({ erpReference }) => erpReference)
    return { reference, status: 'done', erpReference: first.erpReference, duplicates }
  }
  const [begun] = entered.filter(({ moves }) => moves.length > 0)
  if (begun === undefined) return { reference, status: 'unknown' }
  return { reference, status: 'unfinished', erpReference: begun.erpReference }
}

function remembered<Value>(read: (signal: AbortSignal) => Promise<Value>): (signal: AbortSignal) => Promise<Value> {
  let known: { readonly value: Value; readonly until: number } | undefined
  return async (signal) => {
    if (known !== undefined && known.until > Date.now()) return known.value
    const value = await read(signal)
    known = { value, until: Date.now() + REMEMBER_MS }
    return value
  }
}

async function partyOf(client: TrytonClient, called: string | undefined, signal: AbortSignal): Promise<Party | null> {
  if (called === undefined) return null
  const domain = ['OR', ['code', '=', called], ['name', '=', called]]
  const [party, ...others] = await searchRead(client, 'party.party', { domain, fields: ['id'] }, signal)
  if (party === undefined) throw new SettingsError(`Tryton has no party with the code or name "${called}".`)
  if (others.length > 0) throw new SettingsError(`Tryton has several parties with the code or name "${called}".`)
  const addresses = await searchRead(
    client,
    'party.address',
    { domain: [['party', '=', id(party)]], fields: ['id'], limit: 1 },
    signal,
  )
  return { id: id(party), addressId: addresses[0] === undefined ? null : idOrNull(addresses[0], 'id') }
}
