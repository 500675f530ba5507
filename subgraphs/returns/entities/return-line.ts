import { lineIdOf } from '../../../core/ledger/ids.ts'
import { returnLineStatus } from '../../../core/ledger/return-status.ts'
import type { ReturnLineResolvers } from '../generated/types.ts'

export const returnLineFields: ReturnLineResolvers = {
  id: ({ returnId, line }) => lineIdOf(returnId, line),
  status: (line) => returnLineStatus(line),
  item: ({ sku }) => ({ sku }),
  location: ({ locationId }) => (locationId === null ? null : { id: locationId }),
  stockLevel: ({ sku, locationId }) => (locationId === null ? null : { sku, locationId }),
}
