import { cartFields, cartLineFields } from './entities/cart.ts'
import { itemReservations } from './entities/inventory-item.ts'
import { reservationFields, resolveReservation } from './entities/reservation.ts'
import { reservationLineFields } from './entities/reservation-line.ts'
import { openReservations } from './entities/stock-level.ts'
import type { Resolvers } from './generated/types.ts'
import { confirmReservation } from './mutations/confirm-reservation.ts'
import { confirmReservations } from './mutations/confirm-reservations.ts'
import { extendReservation } from './mutations/extend-reservation.ts'
import { fulfillReservation } from './mutations/fulfill-reservation.ts'
import { moveReservationLine } from './mutations/move-reservation-line.ts'
import { releaseReservation } from './mutations/release-reservation.ts'
import { releaseReservations } from './mutations/release-reservations.ts'
import { reserve } from './mutations/reserve.ts'
import { checkCart } from './queries/check-cart.ts'
import { reservation } from './queries/reservation.ts'
import { reservations } from './queries/reservations.ts'
import { reservationChanged } from './subscriptions/reservation-changed.ts'

export const resolvers: Resolvers = {
  Query: { checkCart, reservation, reservations },
  Mutation: {
    reserve,
    extendReservation,
    confirmReservation,
    releaseReservation,
    fulfillReservation,
    confirmReservations,
    releaseReservations,
    moveReservationLine,
  },
  Subscription: { reservationChanged },

  Reservation: { __resolveReference: resolveReservation, ...reservationFields },
  ReservationLine: reservationLineFields,
  Cart: cartFields,
  CartLine: cartLineFields,
  InventoryItem: { reservations: itemReservations },
  StockLevel: { openReservations },
}
