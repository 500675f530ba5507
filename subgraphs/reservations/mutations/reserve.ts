import { newId } from '../../../core/ledger/ids.ts'
import { textOrNull } from '../../shared/input.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers, ReserveErrorCode } from '../generated/types.ts'
import { reservationOf } from './reservation-of.ts'

const CODES: readonly ReserveErrorCode[] = [...COMMON_CODES, 'INSUFFICIENT_STOCK']

/** As the schema says, for those who give null. */
const TTL_SECONDS_DEFAULT = 900

export const reserve: NonNullable<MutationResolvers['reserve']> = async (_root, { input }, context) => {
  const result = await submit(context, 'reserve', input, {
    kind: 'reserve',
    id: newId('rsv'),
    channelId: input.channelId,
    reference: textOrNull(input.reference),
    ttlSeconds: input.ttlSeconds ?? TTL_SECONDS_DEFAULT,
    allOrNothing: input.allOrNothing ?? true,
    lines: input.lines,
  })

  switch (result.status) {
    case 'posted': {
      const reservation = await reservationOf(result, context)
      return withCursor({ reservation, userErrors: [] }, result, context)
    }
    case 'refused':
      return { reservation: null, userErrors: userErrors(result.errors, CODES), cursor: null }
  }
}
