import { findWebhook } from '../../../core/webhooks/read.ts'
import type { QueryResolvers } from '../generated/types.ts'

/** The webhook with this id. */
export const webhook: NonNullable<QueryResolvers['webhook']> = async (_root, { id }, { db, viewer }) =>
  (await findWebhook(db, viewer, id)) ?? null
