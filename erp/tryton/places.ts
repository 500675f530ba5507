import type { StockAccount } from '../../core/ledger/accounts.ts'
import { STOCK_ACCOUNTS } from '../../core/ledger/accounts.ts'
import { SettingsError } from '../../outgoing/settings-reader.ts'
import type { MovementAccount } from '../connector.ts'
import type { TrytonClient } from './client.ts'
import { changedAt, id, idOrNull, type Rec, searchRead, text } from './records.ts'
import type { TrytonPlace } from './settings.ts'
import type { Stamp } from './values.ts'

/** What a location of the ERP is to the hub. */
export type Place =
  | { readonly kind: 'ours'; readonly locationId: string; readonly account: StockAccount }
  | { readonly kind: 'supplier' | 'customer' | 'loss' | 'transit' }
  /** Neither mapped nor known by its type: production, or a warehouse that the hub has nothing to do with. */
  | { readonly kind: 'elsewhere'; readonly name: string }

/** Locations of the hub, or parts of them, with all that belongs to them in the ERP. */
export interface PlaceGroup {
  readonly locationId: string
  readonly accounts: readonly [StockAccount, ...StockAccount[]]
  readonly ids: readonly number[]
}

export interface MappedLocation {
  readonly locationId: string
  readonly name: string
  readonly changedAt: Stamp
}

export interface Places {
  of(erpId: number): Place
  /** Where the ERP has goods of this account of this location; undefined where that is not mapped. */
  idOf(locationId: string, account: MovementAccount): number | undefined
  /** The warehouse that a location belongs to, for documents that name one. */
  warehouseOf(erpId: number): number | undefined
  readonly groups: readonly PlaceGroup[]
  readonly mapped: readonly MappedLocation[]
}

const FIELDS = [
  'code',
  'name',
  'type',
  'parent',
  'storage_location',
  'lost_found_location',
  'create_date',
  'write_date',
]

export async function readPlaces(
  client: TrytonClient,
  entries: readonly TrytonPlace[],
  signal: AbortSignal,
): Promise<Places> {
  const domain = [['active', 'in', [true, false]]]
  const [all, [transit]] = await Promise.all([
    searchRead(client, 'stock.location', { domain, fields: FIELDS }, signal),
    searchRead(
      client,
      'ir.model.data',
      {
        domain: [
          ['module', '=', 'stock'],
          ['fs_id', '=', 'location_transit'],
        ],
        fields: ['db_id'],
      },
      signal,
    ),
  ])
  return placesOf(all, transit === undefined ? null : id(transit, 'db_id'), entries)
}

function placesOf(all: readonly Rec[], transitId: number | null, entries: readonly TrytonPlace[]): Places {
  const byId = new Map(all.map((rec) => [id(rec), rec]))
  const byCode = new Map<string, Rec[]>()
  for (const rec of all) {
    const code = text(rec, 'code')
    if (code !== null) byCode.set(code, [...(byCode.get(code) ?? []), rec])
  }

  const named = new Map<number, TrytonPlace>()
  for (const entry of entries) {
    const [rec, ...others] = byCode.get(entry.code) ?? []
    if (rec === undefined) throw new SettingsError(`Tryton has no location with the code "${entry.code}".`)
    if (others.length > 0) throw new SettingsError(`Tryton has several locations with the code "${entry.code}".`)
    named.set(id(rec), entry)
  }

  /** The entry that a location is named by, or else the nearest above it. */
  function entryOf(erpId: number): TrytonPlace | undefined {
    let at: number | null = erpId
    for (let steps = 0; at !== null && steps < 100; steps++) {
      const entry = named.get(at)
      if (entry !== undefined) return entry
      const rec = byId.get(at)
      at = rec === undefined ? null : idOrNull(rec, 'parent')
    }
    return undefined
  }

  function warehouseOf(erpId: number): number | undefined {
    let at: number | null = erpId
    for (let steps = 0; at !== null && steps < 100; steps++) {
      const rec = byId.get(at)
      if (rec === undefined) return undefined
      if (text(rec, 'type') === 'warehouse') return at
      at = idOrNull(rec, 'parent')
    }
    return undefined
  }

  function of(erpId: number): Place {
    const rec = byId.get(erpId)
    const entry = entryOf(erpId)
    if (entry !== undefined) return { kind: 'ours', locationId: entry.locationId, account: accountsOf(entry)[0] }
    if (erpId === transitId) return { kind: 'transit' }
    const type = rec === undefined ? null : text(rec, 'type')
    if (type === 'supplier' || type === 'customer') return { kind: type }
    if (type === 'lost_found') return { kind: 'loss' }
    return { kind: 'elsewhere', name: (rec === undefined ? null : text(rec, 'name')) ?? `location ${erpId}` }
  }

  const firstOf = (type: string) => {
    const rec = all.find((one) => text(one, 'type') === type)
    return rec === undefined ? undefined : id(rec)
  }

  /** Goods are put into the storage of a warehouse. */
  function storageOf(erpId: number): number | undefined {
    const rec = byId.get(erpId)
    if (rec === undefined) return undefined
    return text(rec, 'type') === 'warehouse' ? (idOrNull(rec, 'storage_location') ?? undefined) : erpId
  }

  function entryFor(locationId: string, account: StockAccount): number | undefined {
    for (const [erpId, entry] of named) {
      if (entry.locationId === locationId && accountsOf(entry).includes(account)) return erpId
    }
    return undefined
  }

  function lossOf(locationId: string): number | undefined {
    const [erpId] = [...named].find(([, entry]) => entry.locationId === locationId) ?? []
    const warehouse = erpId === undefined ? undefined : byId.get(warehouseOf(erpId) ?? Number.NaN)
    return (warehouse === undefined ? null : idOrNull(warehouse, 'lost_found_location')) ?? firstOf('lost_found')
  }

  const groups = new Map<TrytonPlace, number[]>(entries.map((entry) => [entry, []]))
  for (const rec of all) {
    const entry = entryOf(id(rec))
    if (entry !== undefined && text(rec, 'type') === 'storage') groups.get(entry)?.push(id(rec))
  }

  return {
    of,
    warehouseOf,
    idOf(locationId, account) {
      switch (account) {
        case 'supplier':
        case 'customer':
          return firstOf(account)
        case 'loss':
          return lossOf(locationId)
        case 'inTransfer':
          return transitId ?? undefined
        default: {
          const erpId = entryFor(locationId, account)
          return erpId === undefined ? undefined : storageOf(erpId)
        }
      }
    },
    groups: [...groups].map(([entry, ids]) => ({ locationId: entry.locationId, accounts: accountsOf(entry), ids })),
    mapped: [...named].flatMap(([erpId, entry]) => {
      const rec = byId.get(erpId)
      // A part of a location, such as a shelf for what is damaged, is no location of the hub by itself.
      if (rec === undefined || accountsOf(entry)[0] !== 'sellable') return []
      return [{ locationId: entry.locationId, name: text(rec, 'name') ?? entry.code, changedAt: changedAt(rec) }]
    }),
  }
}

/** What is fit to sell comes first: where the ERP makes no difference, that is what its goods are. */
function accountsOf({ accounts }: TrytonPlace): readonly [StockAccount, ...StockAccount[]] {
  return accounts ?? STOCK_ACCOUNTS
}
