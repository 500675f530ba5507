import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers } from '../generated/types.ts'

export const upsertChannel: NonNullable<MutationResolvers['upsertChannel']> = async (_root, { input }, context) => {
  const { idempotencyKey: _key, ...channel } = input
  const result = await submit(context, 'upsertChannel', input, { kind: 'upsertChannel', ...channel })

  switch (result.status) {
    case 'posted': {
      const channel = await context.loaders.channel.load(input.id)
      return withCursor({ channel, userErrors: [] }, result, context)
    }
    case 'refused':
      return { channel: null, userErrors: userErrors(result.errors, COMMON_CODES), cursor: null }
  }
}
