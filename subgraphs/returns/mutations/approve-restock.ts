import { quantitiesOf } from '../../shared/lines.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { ApproveRestockErrorCode, MutationResolvers } from '../generated/types.ts'
import { returnOf } from './return-of.ts'

const CODES: readonly ApproveRestockErrorCode[] = [...COMMON_CODES, 'VERSION_CONFLICT']

export const approveRestock: NonNullable<MutationResolvers['approveRestock']> = async (_root, { input }, context) => {
  const result = await submit(context, 'approveRestock', input, {
    kind: 'approveRestock',
    return: { id: input.id },
    expectedVersion: input.expectedVersion ?? null,
    lines: quantitiesOf(input),
  })

  switch (result.status) {
    case 'posted':
      return withCursor({ return: await returnOf(result, context), userErrors: [] }, result, context)
    case 'refused':
      return { return: null, userErrors: userErrors(result.errors, CODES), cursor: null }
  }
}
