import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers } from '../generated/types.ts'

export const setErpRoute: NonNullable<MutationResolvers['setErpRoute']> = async (_root, { input }, context) => {
  const { systemId, mode, locationIds = null, skuPrefixes = null, validFrom = null } = input
  const command = { kind: 'setErpRoute', systemId, locationIds, skuPrefixes, mode, validFrom } as const
  const result = await submit(context, 'setErpRoute', input, command)

  switch (result.status) {
    case 'posted':
      return withCursor({ erpSystem: await context.loaders.erpSystem.load(systemId), userErrors: [] }, result, context)
    case 'refused':
      return { erpSystem: null, userErrors: userErrors(result.errors, COMMON_CODES), cursor: null }
  }
}
