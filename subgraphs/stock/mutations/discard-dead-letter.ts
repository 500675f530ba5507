import { type Discarded, discardDeadLetter as discard } from '../../../core/ingest/dead-letters.ts'
import type { Ingest } from '../../../core/ingest/ingest.ts'
import type { Refusal } from '../../../core/ledger/commands.ts'
import { problemsOf, textOrNull } from '../../shared/input.ts'
import { COMMON_CODES, userErrors } from '../../shared/payload.ts'
import { cursorNow, isListOf, KEY_CONFLICT, reporterOf, underKey } from '../../shared/under-key.ts'
import { requireEveryChannel } from '../entities/dead-letter.ts'
import type { MutationResolvers } from '../generated/types.ts'

export const discardDeadLetter =
  (ingest: Ingest): NonNullable<MutationResolvers['discardDeadLetter']> =>
  async (_root, { input }, context) => {
    const refused = (errors: readonly Refusal[]) => ({
      deadLetter: null,
      userErrors: userErrors(errors, COMMON_CODES),
      cursor: null,
    })
    const problems = problemsOf(input)
    if (problems.length > 0) return refused(problems)

    requireEveryChannel(context)
    const { id } = input
    const done = await underKey(
      context,
      'discardDeadLetter',
      input,
      () => discard(ingest, id, reporterOf(context), textOrNull(input.reason)),
      isDiscarded,
    )
    context.forgetWhatWasRead()
    if (done.status === 'conflict') return refused([KEY_CONFLICT])

    switch (done.answer.status) {
      case 'discarded': {
        const deadLetter = await context.loaders.deadLetter.load(id)
        return { deadLetter, userErrors: [], cursor: await cursorNow(context) }
      }
      case 'refused':
        return refused(done.answer.errors.map(({ code, message }) => ({ code, message, field: ['input', 'id'] })))
    }
  }

function isDiscarded(value: unknown): value is Discarded {
  if (typeof value !== 'object' || value === null || !('status' in value)) return false
  if (value.status === 'discarded') return true
  return value.status === 'refused' && 'errors' in value && isListOf(value.errors, 'code', 'message')
}
