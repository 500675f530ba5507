import { textOrNull } from '../../shared/input.ts'
import { quantitiesOf } from '../../shared/lines.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { DispositionReturnErrorCode, MutationResolvers } from '../generated/types.ts'
import { returnOf } from './return-of.ts'

const CODES: readonly DispositionReturnErrorCode[] = [...COMMON_CODES, 'VERSION_CONFLICT']

export const dispositionReturn: NonNullable<MutationResolvers['dispositionReturn']> = async (
  _root,
  { input },
  context,
) => {
  const result = await submit(context, 'dispositionReturn', input, {
    kind: 'dispositionReturn',
    return: { id: input.id },
    expectedVersion: input.expectedVersion ?? null,
    disposition: input.disposition,
    lines: quantitiesOf(input),
    reason: textOrNull(input.reason),
  })

  switch (result.status) {
    case 'posted':
      return withCursor({ return: await returnOf(result, context), userErrors: [] }, result, context)
    case 'refused':
      return { return: null, userErrors: userErrors(result.errors, CODES), cursor: null }
  }
}
