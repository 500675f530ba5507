import { quantitiesOf } from '../../shared/lines.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers } from '../generated/types.ts'
import { returnOf } from './return-of.ts'

export const restockReturn: NonNullable<MutationResolvers['restockReturn']> = async (_root, { input }, context) => {
  const result = await submit(context, 'restockReturn', input, {
    kind: 'restockReturn',
    return: { id: input.id },
    lines: quantitiesOf(input),
  })

  switch (result.status) {
    case 'posted':
      return withCursor({ return: await returnOf(result, context), userErrors: [] }, result, context)
    case 'refused':
      return { return: null, userErrors: userErrors(result.errors, COMMON_CODES), cursor: null }
  }
}
