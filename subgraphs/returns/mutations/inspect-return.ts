import { quantityOf } from '../../shared/lines.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { InspectReturnErrorCode, MutationResolvers } from '../generated/types.ts'
import { returnOf } from './return-of.ts'

const CODES: readonly InspectReturnErrorCode[] = [...COMMON_CODES, 'VERSION_CONFLICT']

export const inspectReturn: NonNullable<MutationResolvers['inspectReturn']> = async (_root, { input }, context) => {
  const outcome = input.outcome ?? 'PASSED'
  const result = await submit(context, 'inspectReturn', input, {
    kind: 'inspectReturn',
    return: { id: input.id },
    expectedVersion: input.expectedVersion ?? null,
    outcome,
    lines: input.lines?.map((line) => ({ ...quantityOf(input.id, line), outcome: line.outcome ?? outcome })) ?? null,
  })

  switch (result.status) {
    case 'posted':
      return withCursor({ return: await returnOf(result, context), userErrors: [] }, result, context)
    case 'refused':
      return { return: null, userErrors: userErrors(result.errors, CODES), cursor: null }
  }
}
