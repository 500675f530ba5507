import type { Refusal } from '../../../core/ledger/commands.ts'
import { newId } from '../../../core/ledger/ids.ts'
import { problemsOf } from '../../shared/input.ts'
import { COMMON_CODES, userErrors } from '../../shared/payload.ts'
import { cursorNow, isNamed, KEY_CONFLICT, underKey } from '../../shared/under-key.ts'
import { requireEveryChannel } from '../entities/dead-letter.ts'
import type { MutationResolvers } from '../generated/types.ts'

/** Places and SKUs that one comparison may be limited to. */
const NAMED_MAX = 1_000

export const reconcile: NonNullable<MutationResolvers['reconcile']> = async (_root, { input }, context) => {
  requireEveryChannel(context)
  const { db, viewer } = context
  const refused = (errors: readonly Refusal[]) => ({
    reconciliation: null,
    userErrors: userErrors(errors, COMMON_CODES),
    cursor: null,
  })
  const problems = problemsOf(input)
  for (const name of ['locationIds', 'skus'] as const) {
    const count = input[name]?.length
    if (count === undefined || (count > 0 && count <= NAMED_MAX)) continue
    const problem = count === 0 ? 'LIST_EMPTY' : 'LIST_TOO_LONG'
    const message = `Give 1 to ${NAMED_MAX} of them, or leave them out: all.`
    problems.push({ code: 'INVALID_INPUT', problem, message, field: ['input', name] })
  }
  if (problems.length > 0) return refused(problems)
  const { systemId, locationIds = null, skus = null } = input
  const system = await context.loaders.erpSystem.load(systemId)
  if (system === null) {
    const message = `There is no ERP "${systemId}".`
    return refused([{ code: 'NOT_FOUND', message, field: ['input', 'systemId'] }])
  }

  const id = newId('rec')
  const done = await underKey(
    context,
    'reconcile',
    input,
    async () => {
      await db
        .insertInto('erp_reconciliation')
        .values({
          id,
          system_id: systemId,
          location_ids: locationIds === null ? null : [...locationIds],
          skus: skus === null ? null : [...skus],
          state: 'REQUESTED',
          requested_by: viewer.client,
        })
        .execute()
      return { id }
    },
    isNamed,
  )
  if (done.status === 'conflict') return refused([KEY_CONFLICT])
  const reconciliation = await db
    .selectFrom('erp_reconciliation')
    .selectAll()
    .where('id', '=', done.answer.id)
    .executeTakeFirst()
  return { reconciliation: reconciliation ?? null, userErrors: [], cursor: await cursorNow(context) }
}
