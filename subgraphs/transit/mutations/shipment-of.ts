import type { Shipment } from '../../../core/ledger/documents.ts'
import type { Posted } from '../../../core/ledger/ledger.ts'
import type { Context } from '../models.ts'

/** The shipment that a command made or changed. A repeated command gets its first answer, with the shipment as it is now. */
export async function shipmentOf(result: Posted, { loaders }: Context): Promise<Shipment | null> {
  if (result.shipment !== undefined) return result.shipment
  return result.document === undefined ? null : loaders.shipment.load(result.document.id)
}
