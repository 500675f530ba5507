import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers } from '../generated/types.ts'

export const upsertLocations: NonNullable<MutationResolvers['upsertLocations']> = async (_root, { input }, context) => {
  const { locations } = input
  const result = await submit(context, 'upsertLocations', input, { kind: 'upsertLocations', locations })

  switch (result.status) {
    case 'posted': {
      const found = await Promise.all(locations.map(({ id }) => context.loaders.location.load(id)))
      return withCursor({ locations: found.filter((location) => location !== null), userErrors: [] }, result, context)
    }
    case 'refused':
      return { locations: null, userErrors: userErrors(result.errors, COMMON_CODES), cursor: null }
  }
}
