import type { InputProblem } from './commands.ts'
import type { Item } from './documents.ts'

const DECIMAL = /^(-?)(\d{1,19})(?:\.(\d{1,9}))?$/

/**
 * The most base units that one account of a SKU may hold at a location, and the most that may be kept back there: 8.8 trillion. So the sum of four accounts,
 * and that of a channel's thousand locations, stay whole numbers that JSON carries exactly (2^53 − 1).
 */
export const BALANCE_MAX = 2 ** 43

export type Converted = { readonly quantity: number } | NotConverted

export interface NotConverted {
  readonly problem: string
  readonly kind: Extract<InputProblem, `QUANTITY_${string}` | 'UNIT_UNKNOWN'>
}

/**
 * Whole base units of what was said, exactly. Quantities are integers or decimals with up to nine places; what does not come out whole,
 * or lies beyond ±(2^53 − 1), is a problem, never a rounding.
 */
export function toBaseUnits(said: number | string, unit: string | null | undefined, item: Item): Converted {
  const factor = unit == null || unit === item.unit ? 1 : ownFactor(item, unit)
  if (factor === undefined) {
    const known = [item.unit, ...Object.keys(item.units)].join(', ')
    return { problem: `SKU ${item.sku} has no unit "${unit}"; it has: ${known}.`, kind: 'UNIT_UNKNOWN' }
  }

  if (typeof said === 'number' && Number.isSafeInteger(said)) {
    const product = said * factor
    if (Number.isSafeInteger(product)) return { quantity: product }
    const problem = `${said} ${unit ?? item.unit} is more than a quantity can hold (2^53 − 1 ${item.unit}).`
    return { problem, kind: 'QUANTITY_TOO_LARGE' }
  }

  const match = DECIMAL.exec(String(said))
  if (match === null) {
    return { problem: `"${said}" is not a decimal number with at most nine places.`, kind: 'QUANTITY_NOT_WHOLE' }
  }
  const [, sign, whole = '0', fraction = ''] = match
  const scale = 10n ** BigInt(fraction.length)
  const scaled = BigInt(whole + fraction) * BigInt(factor)
  if (scaled % scale !== 0n) {
    return {
      problem: `${said} ${unit ?? item.unit} is not a whole number of ${item.unit} (1 ${unit ?? item.unit} = ${factor} ${item.unit}).`,
      kind: 'QUANTITY_NOT_WHOLE',
    }
  }
  const quantity = Number(scaled / scale) * (sign === '-' ? -1 : 1)
  if (!Number.isSafeInteger(quantity)) {
    return { problem: `${said} is more than a quantity can hold (2^53 − 1).`, kind: 'QUANTITY_TOO_LARGE' }
  }
  return { quantity: quantity === 0 ? 0 : quantity }
}

function ownFactor(item: Item, unit: string): number | undefined {
  return Object.hasOwn(item.units, unit) ? item.units[unit] : undefined
}
