import { newId } from '../../../core/ledger/ids.ts'
import { textOrNull } from '../../shared/input.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import { cartModel, repeatedCart } from '../entities/cart.ts'
import type { MutationResolvers, ReserveErrorCode } from '../generated/types.ts'
import { reservationOf } from './reservation-of.ts'

export const RESERVE_CODES: readonly ReserveErrorCode[] = [
  ...COMMON_CODES,
  'LOCATION_CLOSED',
  'INSUFFICIENT_STOCK',
  'INSUFFICIENT_SUPPLY',
]

/** As the schema says, for those who give null. */
export const TTL_SECONDS_DEFAULT = 900

export const reserve: NonNullable<MutationResolvers['reserve']> = async (_root, { input }, context) => {
  const result = await submit(context, 'reserve', input, {
    kind: 'reserve',
    id: newId('rsv'),
    channelId: input.channelId,
    reference: textOrNull(input.reference),
    ttlSeconds: input.ttlSeconds ?? TTL_SECONDS_DEFAULT,
    allOrNothing: input.allOrNothing ?? true,
    lines: input.lines,
    sourcing: input.sourcing,
    near: input.near,
  })

  switch (result.status) {
    case 'posted': {
      const reservation = await reservationOf(result, context)
      const cart =
        result.cart === undefined ? reservation && repeatedCart(reservation, input) : cartModel(result.cart, input)
      return withCursor({ reservation, cart, userErrors: [] }, result, context)
    }
    case 'refused': {
      const cart = result.cart === undefined ? null : cartModel(result.cart, input)
      return { reservation: null, cart, userErrors: userErrors(result.errors, RESERVE_CODES), cursor: null }
    }
  }
}
