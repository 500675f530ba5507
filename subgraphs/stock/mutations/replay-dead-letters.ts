import {
  type DeadLetterRefusal,
  type Replayed,
  type ReplayRequest,
  replayDeadLetters as replay,
} from '../../../core/ingest/dead-letters.ts'
import type { EventSelection } from '../../../core/ingest/event-selection.ts'
import type { Ingest } from '../../../core/ingest/ingest.ts'
import type { Refusal } from '../../../core/ledger/commands.ts'
import { problemsOf } from '../../shared/input.ts'
import { COMMON_CODES, userErrors } from '../../shared/payload.ts'
import { cursorNow, isListOf, KEY_CONFLICT, reporterOf, underKey } from '../../shared/under-key.ts'
import { requireEveryChannel } from '../entities/dead-letter.ts'
import { resultOf } from '../entities/event-replay.ts'
import type { DeadLetterFilter as Filter, MutationResolvers, ReplayDeadLettersInput } from '../generated/types.ts'

export const replayDeadLetters =
  (ingest: Ingest): NonNullable<MutationResolvers['replayDeadLetters']> =>
  async (_root, { input }, context) => {
    const refused = (errors: readonly Refusal[]) => ({
      results: null,
      userErrors: userErrors(errors, COMMON_CODES),
      cursor: null,
    })
    requireEveryChannel(context)
    const request = requestOf(input)
    if ('problems' in request) return refused(request.problems)
    if (matchesNothing(input.filter)) return { results: [], userErrors: [], cursor: null }

    const done = await underKey(
      context,
      'replayDeadLetters',
      input,
      () => replay(ingest, request, reporterOf(context)),
      isReplayed,
    )
    context.forgetWhatWasRead()
    if (done.status === 'conflict') return refused([KEY_CONFLICT])

    switch (done.answer.status) {
      case 'replayed': {
        const results = await Promise.all(done.answer.results.map((result) => resultOf(result, context)))
        return { results, userErrors: [], cursor: request.dryRun === true ? null : await cursorNow(context) }
      }
      case 'refused':
        return refused(done.answer.errors.map((error) => refusalOf(error, input)))
    }
  }

/** The request as core knows it, or why it says too much or too little. */
function requestOf(input: ReplayDeadLettersInput): ReplayRequest | { readonly problems: Refusal[] } {
  const { ids, filter, mended, dryRun } = input
  const problems = problemsOf(input, ['mended'])
  for (const [index, { id }] of (mended ?? []).entries()) problems.push(...problemsOf({ mended: { [index]: { id } } }))
  if ((ids == null) === (filter == null)) {
    const problem = ids == null ? 'VALUE_MISSING' : 'CONTRADICTION'
    problems.push({ code: 'INVALID_INPUT', problem, message: 'Give either ids or a filter.', field: ['input'] })
  }
  if (problems.length > 0) return { problems }

  const events = new Map((mended ?? []).map(({ id, event }) => [id, event]))
  return { which: ids == null ? { filter: filterOf(filter ?? {}) } : { ids }, mended: events, dryRun: dryRun ?? false }
}

function filterOf({ codes, sources, eventTypes, recordedFrom, recordedBefore }: Filter): EventSelection {
  return {
    codes: codes ?? undefined,
    sources: sources ?? undefined,
    types: eventTypes ?? undefined,
    recordedFrom: recordedFrom ?? undefined,
    recordedBefore: recordedBefore ?? undefined,
  }
}

/** Only open letters are replayed, and an empty list of conditions is met by none. */
function matchesNothing(filter: Filter | null | undefined): boolean {
  if (filter == null) return false
  const { statuses, codes, sources, eventTypes } = filter
  const closed = statuses != null && !statuses.includes('OPEN')
  return closed || [codes, sources, eventTypes].some((values) => values?.length === 0)
}

function refusalOf(
  { code, message, deadLetterId }: DeadLetterRefusal,
  { ids, mended }: ReplayDeadLettersInput,
): Refusal {
  if (deadLetterId === undefined) return { code, message, field: ['input', 'ids'] }
  const asId = ids?.indexOf(deadLetterId) ?? -1
  if (asId >= 0) return { code, message, field: ['input', 'ids', String(asId)] }
  const asMended = mended?.findIndex(({ id }) => id === deadLetterId) ?? -1
  return { code, message, field: ['input', 'mended', String(asMended), 'id'] }
}

function isReplayed(value: unknown): value is Replayed {
  if (typeof value !== 'object' || value === null || !('status' in value)) return false
  if (value.status === 'replayed') return 'results' in value && isListOf(value.results, 'deadLetterId', 'status')
  return value.status === 'refused' && 'errors' in value && isListOf(value.errors, 'code', 'message')
}
