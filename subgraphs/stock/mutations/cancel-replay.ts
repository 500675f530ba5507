import { cancelReplay as cancel, findReplay } from '../../../core/ingest/replays.ts'
import type { Refusal } from '../../../core/ledger/commands.ts'
import { problemsOf } from '../../shared/input.ts'
import { COMMON_CODES, userErrors } from '../../shared/payload.ts'
import { cursorNow, isNamed, KEY_CONFLICT, underKey } from '../../shared/under-key.ts'
import { requireEveryChannel } from '../entities/dead-letter.ts'
import type { MutationResolvers } from '../generated/types.ts'

export const cancelReplay: NonNullable<MutationResolvers['cancelReplay']> = async (_root, { input }, context) => {
  requireEveryChannel(context)
  const { db, viewer } = context
  const refused = (errors: readonly Refusal[]) => ({
    replay: null,
    userErrors: userErrors(errors, COMMON_CODES),
    cursor: null,
  })
  const problems = problemsOf(input)
  if (problems.length > 0) return refused(problems)
  const { id } = input
  if ((await findReplay(db, id)) === undefined) {
    return refused([{ code: 'NOT_FOUND', message: `There is no replay "${id}".`, field: ['input', 'id'] }])
  }
  const work = async () => {
    await cancel(db, id, viewer.client)
    return { id }
  }
  const done = await underKey(context, 'cancelReplay', input, work, isNamed)
  if (done.status === 'conflict') return refused([KEY_CONFLICT])
  return { replay: (await findReplay(db, id)) ?? null, userErrors: [], cursor: await cursorNow(context) }
}
