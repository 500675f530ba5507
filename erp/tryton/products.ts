import type { ErpItem } from '../connector.ts'
import type { TrytonClient } from './client.ts'
import { decimal, id, type Rec, searchRead, text } from './records.ts'
import type { BaseUnit } from './settings.ts'
import { type TrytonUnit, UNIT_FIELDS, unitOf } from './units.ts'

export interface Product {
  readonly id: number
  /** Its code; null where it has none, and so is nothing that the hub could know. */
  readonly sku: string | null
  readonly title: string
  readonly uomId: number
  /** The unit in which the ERP keeps it; undefined where that is no whole number of anything. */
  readonly unit: TrytonUnit | undefined
  readonly unitName: string
  readonly costPrice: string | null
  readonly listPrice: string | null
}

export const PRODUCT_FIELDS = [
  'code',
  'name',
  'default_uom',
  'list_price',
  'cost_price',
  'create_date',
  'write_date',
  'template.create_date',
  'template.write_date',
  ...UNIT_FIELDS.map((field) => `default_uom.${field}`),
]

/** Inactive ones as well: they may be on the shelf, and be sold. */
const GOODS = [
  ['type', '=', 'goods'],
  ['active', 'in', [true, false]],
]

export function toProduct(rec: Rec, units: Readonly<Record<string, BaseUnit>>): Product {
  const unit = unitOf(rec, 'default_uom', units)
  return {
    id: id(rec),
    sku: text(rec, 'code'),
    title: text(rec, 'name') ?? `Product ${id(rec)}`,
    uomId: id(rec, 'default_uom'),
    unit,
    unitName: unit?.name ?? String((rec['default_uom.'] as Rec | undefined)?.name ?? ''),
    costPrice: decimal(rec, 'cost_price'),
    listPrice: decimal(rec, 'list_price'),
  }
}

export function toItem({ sku, title, unit, unitName }: Product): ErpItem | undefined {
  if (sku === null) return undefined
  // One that cannot be told in whole numbers is told by its own unit: what is not whole in that is refused where it is recorded, and says why.
  if (unit === undefined) return { sku, title, unit: unitName, units: [] }
  const { unit: base, factor } = unit.base
  return { sku, title, unit: base, units: factor === 1 ? [] : [{ unit: unit.name, factor }] }
}

export async function readProducts(
  client: TrytonClient,
  which:
    | { readonly ids: readonly number[] }
    | { readonly skus: readonly string[] }
    | { readonly domain: readonly unknown[]; readonly limit: number },
  units: Readonly<Record<string, BaseUnit>>,
  signal: AbortSignal,
): Promise<readonly (Product & { readonly rec: Rec })[]> {
  const condition =
    'ids' in which ? [['id', 'in', which.ids]] : 'skus' in which ? [['code', 'in', which.skus]] : which.domain
  const query = {
    domain: [...condition, ...('ids' in which ? [GOODS[1]] : GOODS)],
    fields: PRODUCT_FIELDS,
    ...('limit' in which ? { limit: which.limit } : {}),
  }
  const found = await searchRead(client, 'product.product', query, signal)
  return found.map((rec) => ({ ...toProduct(rec, units), rec }))
}
