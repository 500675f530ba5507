import type { Movement } from '../connector.ts'

/** Which of Tryton's documents a movement is entered as. A bare move has no text of its own, so each has a document that bears our reference. */
export interface DocumentKind {
  readonly model: string
  /** The buttons that bring it to its end once its move is done, in their order. */
  readonly closing: readonly string[]
  readonly needs: 'customer' | 'supplier' | 'nobody'
}

const OUT: DocumentKind = { model: 'stock.shipment.out', closing: ['wait', 'pack', 'done'], needs: 'customer' }
const OUT_RETURN: DocumentKind = { model: 'stock.shipment.out.return', closing: ['receive', 'done'], needs: 'customer' }
const IN: DocumentKind = { model: 'stock.shipment.in', closing: ['receive', 'done'], needs: 'supplier' }
const IN_RETURN: DocumentKind = {
  model: 'stock.shipment.in.return',
  closing: ['wait', 'assign_try', 'done'],
  needs: 'supplier',
}
const INTERNAL: DocumentKind = {
  model: 'stock.shipment.internal',
  closing: ['wait', 'assign_try', 'done'],
  needs: 'nobody',
}

export const DOCUMENT_KINDS = [OUT, OUT_RETURN, IN, IN_RETURN, INTERNAL]

/** Follows from the accounts alone, so that a movement is looked for where it was entered, whatever the settings have become meanwhile. */
export function documentKindOf({ from, to }: Pick<Movement, 'from' | 'to'>): DocumentKind {
  if (to === 'customer') return OUT
  if (from === 'customer') return OUT_RETURN
  if (from === 'supplier') return IN
  if (to === 'supplier') return IN_RETURN
  return INTERNAL
}
