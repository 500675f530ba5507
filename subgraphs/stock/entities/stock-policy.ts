import type { StockPolicyResolvers } from '../generated/types.ts'
import { fencesOf } from './stock-level.ts'

export const stockPolicyFields: StockPolicyResolvers = {
  fences: fencesOf,
  stockLevel: (policy) => policy,
}
