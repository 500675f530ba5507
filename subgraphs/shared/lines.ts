import type { QuantityOfLine } from '../../core/ledger/commands.ts'
import { lineOf, NO_LINE } from '../../core/ledger/ids.ts'

interface NamedLine {
  readonly lineId: string
  readonly quantity?: number | null
  readonly unit?: string | null
}

/** Lines of a mutation's input by their public ids, as the ledger numbers them; null where none are named, which means all. */
export function quantitiesOf(input: {
  readonly id: string
  readonly lines?: readonly NamedLine[] | null
}): readonly QuantityOfLine[] | null {
  const { id, lines } = input
  return lines?.map((line) => quantityOf(id, line)) ?? null
}

/** A line by its public id alone, which begins with that of its document. */
export function documentAndLineOf(lineId: string): { readonly documentId: string; readonly line: number } {
  const end = lineId.lastIndexOf('/')
  const documentId = end === -1 ? lineId : lineId.slice(0, end)
  return { documentId, line: lineOf(documentId, lineId) ?? NO_LINE }
}

/** One of them. */
export function quantityOf(documentId: string, { lineId, quantity, unit }: NamedLine): QuantityOfLine {
  return { line: lineOf(documentId, lineId) ?? NO_LINE, quantity: quantity ?? null, unit: unit ?? null }
}
