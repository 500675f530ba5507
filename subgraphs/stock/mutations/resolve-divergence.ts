import { type Resolved, resolveDivergence as resolve } from '../../../core/erp/divergences.ts'
import type { Ingest } from '../../../core/ingest/ingest.ts'
import type { Refusal } from '../../../core/ledger/commands.ts'
import { problemsOf, textOrNull } from '../../shared/input.ts'
import { COMMON_CODES, userErrors } from '../../shared/payload.ts'
import { cursorNow, KEY_CONFLICT, underKey } from '../../shared/under-key.ts'
import { requireEveryChannel } from '../entities/dead-letter.ts'
import type { MutationResolvers } from '../generated/types.ts'

export const resolveDivergence =
  (ingest: Ingest): NonNullable<MutationResolvers['resolveDivergence']> =>
  async (_root, { input }, context) => {
    requireEveryChannel(context)
    const refused = (errors: readonly Refusal[]) => ({
      divergence: null,
      userErrors: userErrors(errors, COMMON_CODES),
      cursor: null,
    })
    const problems = problemsOf(input)
    if (problems.length > 0) return refused(problems)
    const { id, action, reason } = input
    const done = await underKey(
      context,
      'resolveDivergence',
      input,
      () => resolve(ingest, id, action, context.viewer.client, textOrNull(reason)),
      isResolved,
    )
    context.forgetWhatWasRead()
    if (done.status === 'conflict') return refused([KEY_CONFLICT])
    if (done.answer.status === 'refused') {
      const { code, message } = done.answer
      return refused([{ code, message, field: ['input', 'id'] }])
    }
    const divergence = await context.db.selectFrom('erp_divergence').selectAll().where('id', '=', id).executeTakeFirst()
    return { divergence: divergence ?? null, userErrors: [], cursor: await cursorNow(context) }
  }

function isResolved(value: unknown): value is Resolved {
  if (typeof value !== 'object' || value === null || !('status' in value)) return false
  return value.status === 'resolved' || (value.status === 'refused' && 'code' in value && 'message' in value)
}
