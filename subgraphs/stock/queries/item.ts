import { requireAtLeast } from '../../shared/at-least.ts'
import type { QueryResolvers } from '../generated/types.ts'

/** The item with this SKU. */
export const item: NonNullable<QueryResolvers['item']> = async (_root, { sku, atLeast }, context) => {
  await requireAtLeast(context, atLeast)
  return context.loaders.item.load(sku)
}
