import type { EventSelection } from '../../../core/ingest/event-selection.ts'
import type { Ingest } from '../../../core/ingest/ingest.ts'
import { previewReplay } from '../../../core/ingest/replay-preview.ts'
import { findReplay, requestReplay } from '../../../core/ingest/replays.ts'
import type { InputProblem, Refusal } from '../../../core/ledger/commands.ts'
import { problemsOf } from '../../shared/input.ts'
import { COMMON_CODES, userErrors } from '../../shared/payload.ts'
import { cursorNow, isNamed, KEY_CONFLICT, reporterOf, underKey } from '../../shared/under-key.ts'
import { requireEveryChannel } from '../entities/dead-letter.ts'
import type { EventFilter, MutationResolvers, ReplayEventsInput } from '../generated/types.ts'

const LETTERS_MAX = 1_000_000
const EVENTS_PER_SECOND_MAX = 10_000
const EVENTS_PER_SECOND = 100
const VALUES_MAX = 250

/** A dry run needs no key to have no effect, and so is answered anew each time. */
export const replayEvents =
  (ingest: Ingest): NonNullable<MutationResolvers['replayEvents']> =>
  async (_root, { input }, context) => {
    requireEveryChannel(context)
    const refused = (errors: readonly Refusal[]) => ({
      replay: null,
      preview: null,
      userErrors: userErrors(errors, COMMON_CODES),
      cursor: null,
    })
    const problems = problemsIn(input)
    if (problems.length > 0) return refused(problems)

    const selection = selectionOf(input.filter)
    const lettersMax = input.limit ?? null
    if (input.dryRun !== false) {
      const preview = await previewReplay(ingest, selection, lettersMax, reporterOf(context))
      return { replay: null, preview, userErrors: [], cursor: null }
    }
    const { db, viewer } = context
    const order = { selection, lettersMax, eventsPerSecond: input.eventsPerSecond ?? EVENTS_PER_SECOND }
    const request = async () => ({ id: await requestReplay(db, order, viewer.client) })
    const done = await underKey(context, 'replayEvents', input, request, isNamed)
    if (done.status === 'conflict') return refused([KEY_CONFLICT])
    const replay = (await findReplay(db, done.answer.id)) ?? null
    return { replay, preview: null, userErrors: [], cursor: await cursorNow(context) }
  }

function problemsIn(input: ReplayEventsInput): Refusal[] {
  const problems = problemsOf(input)
  const invalid = (problem: InputProblem, message: string, ...field: string[]) =>
    problems.push({ code: 'INVALID_INPUT', problem, message, field: ['input', ...field] })
  const within = (name: 'limit' | 'eventsPerSecond', most: number) => {
    const value = input[name]
    if (value == null || (value >= 1 && value <= most)) return
    invalid('NUMBER_OUT_OF_RANGE', `${name} is 1 to ${most}.`, name)
  }
  within('limit', LETTERS_MAX)
  within('eventsPerSecond', EVENTS_PER_SECOND_MAX)
  for (const [name, values] of Object.entries(input.filter)) {
    if (!Array.isArray(values) || values.length <= VALUES_MAX) continue
    invalid('LIST_TOO_LONG', `${name} holds at most ${VALUES_MAX} values, got ${values.length}.`, 'filter', name)
  }
  return problems
}

function selectionOf({ eventTypes, ...filter }: EventFilter): EventSelection {
  return {
    codes: filter.codes ?? undefined,
    sources: filter.sources ?? undefined,
    types: eventTypes ?? undefined,
    skus: filter.skus ?? undefined,
    recordedFrom: filter.recordedFrom ?? undefined,
    recordedBefore: filter.recordedBefore ?? undefined,
    occurredFrom: filter.occurredFrom ?? undefined,
    occurredBefore: filter.occurredBefore ?? undefined,
  }
}
