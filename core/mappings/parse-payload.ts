/** Digits that JSONata writes of a number: of longer ones it would write another. */
const DIGITS_MAX = 15

/** JSON → value, as mappings see it. Whole numbers of more than 15 digits are ids, and become text, so that none is taken for its neighbour. Throws what JSON.parse does. */
export function parsePayload(text: string): unknown {
  return JSON.parse(text, (_name, value: unknown, context?: { readonly source?: string }) => {
    const digits = context?.source
    return typeof value === 'number' && digits !== undefined && digits.length > DIGITS_MAX && /^-?\d+$/.test(digits)
      ? digits
      : value
  })
}
