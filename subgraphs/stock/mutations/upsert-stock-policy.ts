import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers } from '../generated/types.ts'

export const upsertStockPolicy: NonNullable<MutationResolvers['upsertStockPolicy']> = async (
  _root,
  { input },
  context,
) => {
  const { idempotencyKey: _key, ...policy } = input
  const result = await submit(context, 'upsertStockPolicy', input, { kind: 'upsertStockPolicy', ...policy })

  switch (result.status) {
    case 'posted': {
      const stockPolicy = await context.loaders.level.load(policy)
      return withCursor({ stockPolicy, userErrors: [] }, result, context)
    }
    case 'refused':
      return { stockPolicy: null, userErrors: userErrors(result.errors, COMMON_CODES), cursor: null }
  }
}
