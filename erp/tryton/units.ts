import { linked, number, type Rec, text } from './records.ts'
import { type BaseUnit, COMMON_UNITS } from './settings.ts'

/** A unit of the ERP, in terms of the hub's. */
export interface TrytonUnit {
  readonly name: string
  readonly base: BaseUnit
  /** Places after the point that a quantity in it may have. */
  readonly digits: number
}

export const UNIT_FIELDS = ['name', 'digits', 'factor', 'rate', 'category'] as const

/**
 * What a unit is here: as the settings say; else, of a unit that is a whole number of a unit without places (a case of twelve), so many of those. What is neither cannot be told in whole numbers, and is undefined.
 */
export function unitOf(product: Rec, field: string, units: Readonly<Record<string, BaseUnit>>): TrytonUnit | undefined {
  const unit = linked(product, field)
  const name = unit === null ? null : text(unit, 'name')
  if (unit === null || name === null) return undefined
  const digits = number(unit, 'digits')
  const known = Object.hasOwn(units, name)
    ? units[name]
    : Object.hasOwn(COMMON_UNITS, name)
      ? COMMON_UNITS[name]
      : undefined
  if (known !== undefined) return { name, base: known, digits }
  const factor = number(unit, 'factor')
  if (digits !== 0 || !Number.isSafeInteger(factor) || factor < 1) return undefined
  return { name, base: { unit: 'each', factor }, digits }
}

/** A quantity of the ERP as decimal text. It keeps floats; beyond the places of the unit there is only their noise. */
export function quantityText(quantity: number, { digits }: TrytonUnit): string {
  const rounded = Number(quantity.toFixed(digits))
  const isNoise = Math.abs(rounded - quantity) <= Math.abs(quantity) * 1e-12
  return plain(isNoise ? rounded : quantity)
}

/** Whole base units, or undefined where it does not come out whole. */
export function toBase(quantity: number, unit: TrytonUnit): number | undefined {
  const said = quantityText(quantity, unit)
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(said)
  if (match === null) return undefined
  const [, sign, whole = '0', fraction = ''] = match
  const scale = 10n ** BigInt(fraction.length)
  const scaled = BigInt(whole + fraction) * BigInt(unit.base.factor)
  if (scaled % scale !== 0n) return undefined
  const base = Number(scaled / scale) * (sign === '-' ? -1 : 1)
  return Number.isSafeInteger(base) ? base + 0 : undefined
}

/** How much of the ERP's unit so many base units are; undefined where that needs more places than the unit has. Tryton itself would round, without a word. */
export function fromBase(base: number, { base: { factor }, digits }: TrytonUnit): number | undefined {
  const scaled = BigInt(base) * 10n ** BigInt(digits)
  if (scaled % BigInt(factor) !== 0n) return undefined
  return Number(scaled / BigInt(factor)) / 10 ** digits
}

/** Without an exponent. */
function plain(value: number): string {
  const said = String(value)
  return said.includes('e') ? value.toFixed(9).replace(/\.?0+$/, '') : said
}
