import type { SetAuthority } from '../../../core/ledger/commands.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import { factKindsOf } from '../entities/fact.ts'
import type { MutationResolvers } from '../generated/types.ts'
import { readAuthorities } from '../queries/authorities.ts'

export const setAuthority: NonNullable<MutationResolvers['setAuthority']> = async (_root, { input }, context) => {
  const { locationIds = null, source = null } = input
  const factKinds = factKindsOf(input.kinds) ?? []
  const inParts = input.inParts ?? true
  const command = { kind: 'setAuthority', factKinds, locationIds, source, inParts } satisfies SetAuthority
  const result = await submit(context, 'setAuthority', input, command)

  switch (result.status) {
    case 'posted': {
      const places = locationIds ?? ['']
      const authorities = await readAuthorities(context.db, { kinds: factKinds, places, limit: 1_000 })
      return withCursor({ authorities, userErrors: [] }, result, context)
    }
    case 'refused':
      return { authorities: null, userErrors: userErrors(result.errors, COMMON_CODES), cursor: null }
  }
}
