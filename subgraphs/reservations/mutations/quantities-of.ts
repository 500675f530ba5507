import type { QuantityOfLine } from '../../../core/ledger/commands.ts'
import { lineOf } from '../../../core/ledger/ids.ts'

/** No line has this number: it stands for a line id that belongs to no line of the reservation, and the ledger answers NOT_FOUND. */
const NO_LINE = 0

/** Lines by their public ids, as the ledger numbers them; null where none are named, which means all. */
export function quantitiesOf({
  id,
  lines,
}: {
  readonly id: string
  readonly lines?: readonly { readonly lineId: string; readonly quantity?: number | null }[] | null
}): readonly QuantityOfLine[] | null {
  if (lines == null) return null
  return lines.map(({ lineId, quantity }) => ({ line: lineOf(id, lineId) ?? NO_LINE, quantity: quantity ?? null }))
}
