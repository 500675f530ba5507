import type { Ingest } from '../../../core/ingest/ingest.ts'
import type { EventResult } from '../../../core/ingest/result.ts'
import type { Refusal } from '../../../core/ledger/commands.ts'
import { problemsOf } from '../../shared/input.ts'
import { COMMON_CODES, userErrors } from '../../shared/payload.ts'
import { cursorNow, isListOf, KEY_CONFLICT, reporterOf, underKey } from '../../shared/under-key.ts'
import type { MutationResolvers, RecordEventsInput } from '../generated/types.ts'

/** Events in one mutation, as the schema says. */
const EVENTS_MAX = 1_000

export const recordEvents =
  (ingest: Ingest): NonNullable<MutationResolvers['recordEvents']> =>
  async (_root, { input }, context) => {
    const refused = (errors: readonly Refusal[]) => ({
      results: null,
      userErrors: userErrors(errors, COMMON_CODES),
      cursor: null,
    })
    const problems = problemsOfEvents(input)
    if (problems.length > 0) return refused(problems)

    const done = await underKey(
      context,
      'recordEvents',
      input,
      () => ingest.record(input.events, reporterOf(context)),
      isEventResults,
    )
    context.forgetWhatWasRead()

    switch (done.status) {
      case 'done':
        return { results: done.answer, userErrors: [], cursor: await cursorNow(context) }
      case 'conflict':
        return refused([KEY_CONFLICT])
    }
  }

/** The events themselves are checked one by one by the ingest, which keeps what it refuses. */
function problemsOfEvents(input: RecordEventsInput): Refusal[] {
  const problems = problemsOf(input, ['events'])
  const count = input.events.length
  if (count === 0 || count > EVENTS_MAX) {
    const message = `Give 1 to ${EVENTS_MAX} events, not ${count}. POST /events takes any number.`
    const problem = count === 0 ? 'LIST_EMPTY' : 'LIST_TOO_LONG'
    problems.push({ code: 'INVALID_INPUT', problem, message, field: ['input', 'events'] })
  }
  return problems
}

function isEventResults(value: unknown): value is EventResult[] {
  return isListOf(value, 'status')
}
