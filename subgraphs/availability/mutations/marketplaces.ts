import type { Refusal } from '../../../core/ledger/commands.ts'
import {
  type Managed,
  pushListings,
  requestCheck,
  upsertMarketplace as upsert,
  upsertListings,
} from '../../../core/marketplaces/manage.ts'
import { problemsOf } from '../../shared/input.ts'
import { COMMON_CODES, userErrors } from '../../shared/payload.ts'
import { cursorNow, isListOf, KEY_CONFLICT, underKey } from '../../shared/under-key.ts'
import type { MutationResolvers } from '../generated/types.ts'
import type { Context } from '../models.ts'

/** Mutations of marketplaces: input → core → payload. None of them is a command of the ledger, because nothing that is decided there depends on them; each is done once under its key. */

export const upsertMarketplace: NonNullable<MutationResolvers['upsertMarketplace']> = (_root, { input }, context) => {
  // Settings are the connector's own: only their outer shape is ours.
  const problems = problemsOf(input, ['settings'])
  const { settings } = input
  if (settings != null && !isObject(settings)) {
    const message = 'settings is a JSON object.'
    problems.push({ code: 'INVALID_INPUT', problem: 'VALUE_UNKNOWN', message, field: ['input', 'settings'] })
  }
  return done(context, 'upsertMarketplace', input, problems, () =>
    upsert(context.db, context.viewer, { ...input, settings: isObject(settings) ? settings : null }),
  )
}

export const upsertMarketplaceListings: NonNullable<MutationResolvers['upsertMarketplaceListings']> = (
  _root,
  { input },
  context,
) =>
  done(context, 'upsertMarketplaceListings', input, problemsOf(input), () =>
    upsertListings(context.db, context.viewer, input.marketplaceId, input.listings),
  )

export const pushMarketplaceListings: NonNullable<MutationResolvers['pushMarketplaceListings']> = (
  _root,
  { input },
  context,
) =>
  done(context, 'pushMarketplaceListings', input, problemsOf(input), () =>
    pushListings(context.db, context.viewer, input.marketplaceId, input.skus ?? null),
  )

export const checkMarketplace: NonNullable<MutationResolvers['checkMarketplace']> = (_root, { input }, context) =>
  done(context, 'checkMarketplace', input, problemsOf(input), () =>
    requestCheck(context.db, context.viewer, input.marketplaceId),
  )

async function done(
  context: Context,
  mutation: string,
  input: { readonly idempotencyKey: string },
  problems: readonly Refusal[],
  work: () => Promise<Managed>,
) {
  const refused = (errors: readonly Refusal[]) => {
    return { marketplace: null, userErrors: userErrors(errors, COMMON_CODES), cursor: null }
  }
  if (problems.length > 0) return refused(problems)
  const once = await underKey(context, mutation, input, work, isManaged)
  if (once.status === 'conflict') return refused([KEY_CONFLICT])
  if (once.answer.status === 'refused') return refused(once.answer.errors)
  const marketplace = await context.loaders.marketplace.load(once.answer.id)
  return { marketplace, userErrors: [], cursor: await cursorNow(context) }
}

function isManaged(value: unknown): value is Managed {
  if (typeof value !== 'object' || value === null || !('status' in value)) return false
  if (value.status === 'done') return 'id' in value && typeof value.id === 'string'
  return value.status === 'refused' && 'errors' in value && isListOf(value.errors, 'code', 'message')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
