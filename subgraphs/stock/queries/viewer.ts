import type { QueryResolvers } from '../generated/types.ts'

/** Who the hub takes the caller to be. */
export const viewer: NonNullable<QueryResolvers['viewer']> = (_root, _args, context) => context.viewer
