import type { NoteLowStock, Submission } from '../commands.ts'
import type { Change, Decision, View } from '../decision.ts'

/** Writes down what has become low, or is no longer; of items that are not there it says nothing. Everybody who shows them hears of it. */
export function decideNoteLowStock(submission: Submission<NoteLowStock>, view: View): Decision {
  const lowStock = submission.command.notes.filter(({ sku }) => view.item(sku) !== undefined)
  const changes = [...new Set(lowStock.map(({ sku }) => sku))].map(
    (sku): Change => ({ subject: 'item', subjectId: sku, sku, locationId: null, action: 'lowStockNoted' }),
  )
  return { outcome: { status: 'posted' }, lowStock, changes }
}
