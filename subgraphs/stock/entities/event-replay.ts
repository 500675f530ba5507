import type { ReplayResult } from '../../../core/ingest/dead-letters.ts'
import type { ReplayPreview } from '../../../core/ingest/replay-preview.ts'
import type { Tally } from '../../../core/ingest/result.ts'
import type { BalanceChangeResolvers, EventReplayPreviewResolvers, EventReplayResolvers } from '../generated/types.ts'
import type { Context } from '../models.ts'
import { ACCOUNTS } from './stock-movement.ts'

/** What a preview tells one by one, at most. */
const OUTCOMES_MAX = 250
const CHANGES_MAX = 1_000

export const eventReplayFields: EventReplayResolvers = {
  requestedBy: ({ requested_by }) => requested_by,
  requestedAt: ({ requested_at }) => requested_at,
  startedAt: ({ started_at }) => started_at,
  endedAt: ({ ended_at }) => ended_at,
  canceledBy: ({ canceled_by }) => canceled_by,
  limit: ({ letters_max }) => letters_max,
  eventsPerSecond: ({ events_per_second }) => events_per_second,
  changed: ({ accepted }) => accepted,
  refused: ({ rejected }) => rejected,
  counts: ({ accepted, confirmed, parked, duplicate, rejected }) => ({
    accepted,
    confirmed,
    parked,
    duplicate,
    rejected,
  }),
}

export const eventReplayPreviewFields: EventReplayPreviewResolvers = {
  counts: ({ tally }) => countsOf(tally),
  outcomes: ({ results }, _args, context) =>
    Promise.all(results.slice(0, OUTCOMES_MAX).map((one) => resultOf(one, context))),
  changes: ({ changes }) => changes.slice(0, CHANGES_MAX),
  changesTotal: ({ changes }: ReplayPreview) => changes.length,
}

export const balanceChangeFields: BalanceChangeResolvers = {
  account: ({ account }) => ACCOUNTS[account],
  change: ({ before, after }) => after - before,
}

function countsOf({ ACCEPTED, CONFIRMED, PARKED, DUPLICATE, REJECTED }: Tally) {
  return { accepted: ACCEPTED, confirmed: CONFIRMED, parked: PARKED, duplicate: DUPLICATE, rejected: REJECTED }
}

/** What became of a letter, or would, with the letter as it is now. */
export async function resultOf({ deadLetterId, status, code, message }: ReplayResult, { loaders }: Context) {
  return { id: deadLetterId, status, code, message, deadLetter: await loaders.deadLetter.load(deadLetterId) }
}
