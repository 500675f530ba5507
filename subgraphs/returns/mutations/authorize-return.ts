import { newId } from '../../../core/ledger/ids.ts'
import { textOrNull } from '../../shared/input.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers } from '../generated/types.ts'
import { returnOf } from './return-of.ts'

export const authorizeReturn: NonNullable<MutationResolvers['authorizeReturn']> = async (_root, { input }, context) => {
  const result = await submit(context, 'authorizeReturn', input, {
    kind: 'authorizeReturn',
    id: newId('ret'),
    channelId: input.channelId ?? null,
    reservationId: input.reservationId ?? null,
    locationId: input.locationId ?? null,
    reference: textOrNull(input.reference),
    lines: input.lines.map((line) => ({ ...line, reason: textOrNull(line.reason) })),
  })

  switch (result.status) {
    case 'posted':
      return withCursor({ return: await returnOf(result, context), userErrors: [] }, result, context)
    case 'refused':
      return { return: null, userErrors: userErrors(result.errors, COMMON_CODES), cursor: null }
  }
}
