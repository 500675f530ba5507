import { RequestError } from '../../shared/errors.ts'
import { requireEveryChannel } from '../entities/dead-letter.ts'
import type { QueryResolvers } from '../generated/types.ts'

const DAY_MS = 86_400_000
const DAYS_MAX = 366

/** The time that figures are of. Each is read only where it is selected. */
export const figures: NonNullable<QueryResolvers['figures']> = async (_root, args, context) => {
  requireEveryChannel(context)
  const until = args.until ?? new Date()
  const from = args.from ?? new Date(until.getTime() - DAY_MS)
  const days = (until.getTime() - from.getTime()) / DAY_MS
  if (!(days > 0 && days <= DAYS_MAX)) {
    throw new RequestError('BAD_USER_INPUT', `until must be after from, by at most ${DAYS_MAX} days.`)
  }
  return { from, until }
}
