import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers } from '../generated/types.ts'

export const upsertItems: NonNullable<MutationResolvers['upsertItems']> = async (_root, { input }, context) => {
  const result = await submit(context, 'upsertItems', input, { kind: 'upsertItems', items: input.items })

  switch (result.status) {
    case 'posted': {
      const found = await Promise.all(input.items.map(({ sku }) => context.loaders.item.load(sku)))
      return withCursor({ items: found.filter((item) => item !== null), userErrors: [] }, result, context)
    }
    case 'refused':
      return { items: null, userErrors: userErrors(result.errors, COMMON_CODES), cursor: null }
  }
}
