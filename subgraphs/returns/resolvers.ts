import { itemReturns } from './entities/inventory-item.ts'
import { reservationReturns } from './entities/reservation.ts'
import { resolveReturn, returnFields } from './entities/return.ts'
import { returnLineFields } from './entities/return-line.ts'
import type { Resolvers } from './generated/types.ts'
import { approveRestock } from './mutations/approve-restock.ts'
import { authorizeReturn } from './mutations/authorize-return.ts'
import { dispositionReturn } from './mutations/disposition-return.ts'
import { inspectReturn } from './mutations/inspect-return.ts'
import { receiveReturn } from './mutations/receive-return.ts'
import { restockReturn } from './mutations/restock-return.ts'
import { findReturn } from './queries/return.ts'
import { returns } from './queries/returns.ts'

export const resolvers: Resolvers = {
  Query: { return: findReturn, returns },
  Mutation: { authorizeReturn, receiveReturn, inspectReturn, approveRestock, restockReturn, dispositionReturn },

  Return: { __resolveReference: resolveReturn, ...returnFields },
  ReturnLine: returnLineFields,
  InventoryItem: { returns: itemReturns },
  Reservation: { returns: reservationReturns },
}
