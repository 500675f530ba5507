import type { Refusal } from '../../../core/ledger/commands.ts'
import {
  deleteWebhook as end,
  type Managed,
  ping,
  replay,
  rotateSecret,
  upsertWebhook as upsert,
  type WebhookStore,
} from '../../../core/webhooks/manage.ts'
import { findDelivery, findWebhook } from '../../../core/webhooks/read.ts'
import type { SecretBox } from '../../../core/webhooks/secrets.ts'
import { problemsOf } from '../../shared/input.ts'
import { COMMON_CODES, userErrors } from '../../shared/payload.ts'
import { cursorNow, isListOf, KEY_CONFLICT, underKey } from '../../shared/under-key.ts'
import type { MutationResolvers } from '../generated/types.ts'
import type { Context, WebhookModel } from '../models.ts'

/** Mutations of webhooks: input → core → payload. None of them is a command of the ledger; each is done once under its key. */
export function webhookMutations(secrets: SecretBox) {
  const storeOf = ({ db }: Context): WebhookStore => ({ db, secrets })

  const upsertWebhook: NonNullable<MutationResolvers['upsertWebhook']> = async (_root, { input }, context) => {
    const problems = problemsOf(input, ['url', 'document', 'variables', 'events'])
    let newSecret: string | undefined
    const done = await once(context, 'upsertWebhook', input, problems, async () =>
      upsert(storeOf(context), context.viewer, input, await cursorNow(context), (secret) => {
        newSecret = secret
      }),
    )
    return webhookPayload(done, context, newSecret)
  }

  const deleteWebhook: NonNullable<MutationResolvers['deleteWebhook']> = async (_root, { input }, context) => {
    let before: WebhookModel | null = null
    const done = await once(context, 'deleteWebhook', input, problemsOf(input), async () => {
      before = (await findWebhook(context.db, context.viewer, input.id)) ?? null
      return end(storeOf(context), context.viewer, input.id)
    })
    if (done.status === 'refused') return { webhook: null, ...refusal(done.errors) }
    return { webhook: before, userErrors: [], cursor: await cursorNow(context) }
  }

  const rotateWebhookSecret: NonNullable<MutationResolvers['rotateWebhookSecret']> = async (
    _root,
    { input },
    context,
  ) => {
    const { id } = input
    let newSecret: string | undefined
    const done = await once(context, 'rotateWebhookSecret', input, problemsOf(input), () =>
      rotateSecret(
        storeOf(context),
        context.viewer,
        { id, overlapSeconds: input.overlapSeconds ?? OVERLAP_SECONDS },
        (secret) => {
          newSecret = secret
        },
      ),
    )
    return webhookPayload(done, context, newSecret)
  }

  const replayWebhook: NonNullable<MutationResolvers['replayWebhook']> = async (_root, { input }, context) => {
    const problems = problemsOf(input, ['after'])
    if (input.after != null && context.cursors.decode(input.after) === undefined) {
      const message = 'after is not a cursor of this hub.'
      problems.push({ code: 'INVALID_INPUT', problem: 'VALUE_UNKNOWN', message, field: ['input', 'after'] })
    }
    const done = await once(context, 'replayWebhook', input, problems, () =>
      replay(storeOf(context), context.viewer, input),
    )
    return webhookPayload(done, context)
  }

  const pingWebhook: NonNullable<MutationResolvers['pingWebhook']> = async (_root, { input }, context) => {
    const done = await once(context, 'pingWebhook', input, problemsOf(input), () =>
      ping(storeOf(context), context.viewer, input.id),
    )
    if (done.status === 'refused') return { delivery: null, ...refusal(done.errors) }
    const delivery = (await findDelivery(context.db, done.id)) ?? null
    return { delivery, userErrors: [], cursor: await cursorNow(context) }
  }

  return { upsertWebhook, deleteWebhook, rotateWebhookSecret, replayWebhook, pingWebhook }
}

/** As in the schema, where null is given in its place. */
const OVERLAP_SECONDS = 86_400

async function once(
  context: Context,
  mutation: string,
  input: { readonly idempotencyKey: string },
  problems: readonly Refusal[],
  work: () => Promise<Managed>,
): Promise<Managed> {
  if (problems.length > 0) return { status: 'refused', errors: problems }
  const done = await underKey(context, mutation, input, work, isManaged)
  return done.status === 'conflict' ? { status: 'refused', errors: [KEY_CONFLICT] } : done.answer
}

async function webhookPayload(done: Managed, context: Context, newSecret?: string) {
  if (done.status === 'refused') return { webhook: null, ...refusal(done.errors) }
  const found = await findWebhook(context.db, context.viewer, done.id)
  const webhook = found === undefined ? null : { ...found, newSecret: newSecret ?? null }
  return { webhook, userErrors: [], cursor: await cursorNow(context) }
}

function refusal(errors: readonly Refusal[]) {
  return { userErrors: userErrors(errors, COMMON_CODES), cursor: null }
}

function isManaged(value: unknown): value is Managed {
  if (typeof value !== 'object' || value === null || !('status' in value)) return false
  if (value.status === 'done') return 'id' in value && typeof value.id === 'string'
  return value.status === 'refused' && 'errors' in value && isListOf(value.errors, 'code', 'message')
}
