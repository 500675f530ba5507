import assert from 'node:assert'
import { seesExactQuantities } from '../../../core/access/viewer.ts'
import type { Reserve, Submission } from '../../../core/ledger/commands.ts'
import { preview } from '../../../core/ledger/preview.ts'
import { requireAtLeast } from '../../shared/at-least.ts'
import { problemsOf } from '../../shared/input.ts'
import { userErrors } from '../../shared/payload.ts'
import { cartModel } from '../entities/cart.ts'
import type { QueryResolvers } from '../generated/types.ts'
import { RESERVE_CODES, TTL_SECONDS_DEFAULT } from '../mutations/reserve.ts'

/** Decided as `reserve` would be, on a snapshot and without holding anything; for who must not see quantities, on what the bands tell. */
export const checkCart: NonNullable<QueryResolvers['checkCart']> = async (_root, args, context) => {
  const { viewer, cursors, db } = context
  const { channelId, lines, near, sourcing, allOrNothing, atLeast } = args
  const problems = problemsOf({ channelId, lines })
  if (problems.length > 0) {
    return { reservable: false, cart: null, userErrors: userErrors(problems, RESERVE_CODES), asOf: null, cursor: null }
  }

  await requireAtLeast(context, atLeast)
  const submission: Submission<Reserve> = {
    command: {
      kind: 'reserve',
      id: 'rsv_of_nobody',
      channelId,
      reference: null,
      ttlSeconds: TTL_SECONDS_DEFAULT,
      allOrNothing: allOrNothing ?? true,
      lines,
      sourcing,
      near,
    },
    client: viewer.client,
    channels: viewer.channels,
    onlyOwn: viewer.kind === 'storefront',
    inBands: seesExactQuantities(viewer) ? undefined : 'question',
    occurredAt: null,
  }
  const { decisions, now, position } = await preview(db, [submission])
  const [decision] = decisions
  assert(decision !== undefined, 'A cart was not decided about')
  const { outcome, cart } = decision
  return {
    reservable: outcome.status === 'posted',
    cart: cart === undefined ? null : cartModel(cart, { lines, sourcing, near }),
    userErrors: outcome.status === 'refused' ? userErrors(outcome.errors, RESERVE_CODES) : [],
    asOf: now,
    cursor: cursors.encode(position),
  }
}
