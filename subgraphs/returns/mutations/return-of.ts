import type { ReturnCase } from '../../../core/ledger/documents.ts'
import type { Posted } from '../../../core/ledger/ledger.ts'
import type { Context } from '../models.ts'

/** The return that a command made or changed. A repeated command gets its first answer, with the return as it is now. */
export async function returnOf(result: Posted, { loaders }: Context): Promise<ReturnCase | null> {
  if (result.returnCase !== undefined) return result.returnCase
  return result.document === undefined ? null : loaders.returnCase.load(result.document.id)
}
