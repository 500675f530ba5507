import { type Kysely, sql, type Transaction } from 'kysely'
import { EVENT_TYPES } from '../../schema/events/index.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Schema } from '../database/schema.ts'
import type { Refusal } from '../ledger/commands.ts'
import { EVENTS_DOCUMENT, type WebhookEvents } from './events-document.ts'
import { makeSecret, type SecretBox } from './secrets.ts'
import { newDeliveryId, PARALLEL_DEFAULT, PARALLEL_MAX, pingBody } from './webhook.ts'

export interface WebhookStore {
  readonly db: Kysely<Schema>
  readonly secrets: SecretBox
}

/** Webhooks of one client at most. */
const PER_CLIENT_MAX = 100
const URL_MAX = 2_048
const DOCUMENT_MAX = 65_536
const OVERLAP_SECONDS_MAX = 30 * 86_400
/** Secrets that sign at a time: whoever rotates faster ends the oldest. */
const SECRETS_MAX = 5
/** Dead letters that are named, and that are sent again without being named. */
const NAMED_MAX = 250
const REPLAY_MAX = 1_000

export interface WebhookInput {
  readonly id: string
  readonly name?: string | null
  readonly url?: string | null
  readonly document?: string | null
  readonly variables?: unknown
  /** In place of a document. */
  readonly events?: WebhookEvents | null
  readonly parallel?: number | null
  readonly enabled?: boolean | null
}

/** What was done, as it is kept under the idempotency key: nothing of it is secret. */
export type Managed =
  | { readonly status: 'done'; readonly id: string }
  | { readonly status: 'refused'; readonly errors: readonly Refusal[] }

/** Clients see their own, staff that sees every channel all. */
export function seesWebhook(viewer: Viewer, { client }: { readonly client: string }): boolean {
  if (client === viewer.client) return true
  return (viewer.kind === 'operator' || viewer.kind === 'admin') && viewer.channels === null
}

/**
 * Stores a webhook or changes it; `onSecret` gets the secret of a new one. It begins at `now`, a cursor, unless its document says otherwise. Refused in this order: INVALID_INPUT,
 * NOT_FOUND (another client's), WRONG_STATE.
 */
export async function upsertWebhook(
  { db, secrets }: WebhookStore,
  viewer: Viewer,
  input: WebhookInput,
  now: string,
  onSecret: (secret: string) => void,
): Promise<Managed> {
  const problems = problemsOfWebhook(input)
  if (problems.length > 0) return { status: 'refused', errors: problems }
  const { id, name, url, parallel, enabled } = input
  const followed = followedBy(input)

  return db.transaction().execute(async (transaction): Promise<Managed> => {
    // Clients that store at once do not pass their limit together.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`webhooks of ${viewer.client}`}, 0))`.execute(transaction)
    const before = await lockWebhook(transaction, id)
    if (before === undefined) {
      const missing = [...(url == null ? ['url'] : []), ...(followed === undefined ? ['document'] : [])]
      if (missing.length > 0) return { status: 'refused', errors: missing.map(neededFor) }
      const { count } = await transaction
        .selectFrom('webhook')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('client', '=', viewer.client)
        .executeTakeFirstOrThrow()
      if (Number(count) >= PER_CLIENT_MAX) {
        return refused('WRONG_STATE', `This client has ${PER_CLIENT_MAX} webhooks, as many as it may.`)
      }
      await transaction
        .insertInto('webhook')
        .values({
          id,
          ...ownerOf(viewer),
          name: name ?? id,
          url: url ?? '',
          ...(followed ?? { document: '', variables: '{}', event_types: null }),
          parallel: parallel ?? PARALLEL_DEFAULT,
          state: enabled === false ? 'DISABLED' : 'ENABLED',
          disabled_reason: enabled === false ? 'BY_REQUEST' : null,
          disabled_at: enabled === false ? sql<Date>`now()` : null,
          begins_at: now,
        })
        .execute()
      const secret = makeSecret()
      await addSecret(transaction, secrets, id, secret)
      onSecret(secret)
      return { status: 'done', id }
    }

    if (!seesWebhook(viewer, before)) {
      return refused('NOT_FOUND', `The id "${id}" is taken by a webhook that is not yours. Choose another.`, 'id')
    }
    const isOwner = before.client === viewer.client
    if (!isOwner && (url != null || followed !== undefined)) {
      return refused(
        'WRONG_STATE',
        'Only its owner may change what is sent, and where.',
        url != null ? 'url' : input.events == null ? 'document' : 'events',
      )
    }
    await transaction
      .updateTable('webhook')
      .set({
        ...(isOwner && followed !== undefined ? ownerOf(viewer) : {}),
        ...(name == null ? {} : { name }),
        ...(url == null ? {} : { url }),
        ...followed,
        ...(parallel == null ? {} : { parallel }),
        ...(enabled == null ? {} : enabled ? ENABLED : { ...DISABLED, disabled_reason: 'BY_REQUEST' }),
        version: sql<number>`version + 1`,
        updated_at: sql<Date>`now()`,
      })
      .where('id', '=', id)
      .execute()
    return { status: 'done', id }
  })
}

/** What is followed, as it is kept; undefined where that is not said. */
function followedBy({ document, variables, events }: WebhookInput) {
  if (events != null) {
    const { types, locationIds = null, skus = null } = events
    const kept = JSON.stringify({ locationIds, skus })
    return { document: EVENTS_DOCUMENT, variables: kept, event_types: [...(types ?? [])] }
  }
  return document == null ? undefined : { document, variables: JSON.stringify(variables ?? {}), event_types: null }
}

const WELL = { failures: 0, failing_since: null, next_attempt_at: null, last_error: null } as const
const ENABLED = { state: 'ENABLED', disabled_reason: null, disabled_message: null, disabled_at: null, ...WELL } as const
const DISABLED = { state: 'DISABLED', disabled_message: null, disabled_at: sql<Date>`now()` } as const

/** Ends a webhook for good. */
export async function deleteWebhook({ db }: WebhookStore, viewer: Viewer, id: string): Promise<Managed> {
  return change(db, viewer, id, async (transaction) => {
    await transaction.deleteFrom('webhook').where('id', '=', id).execute()
    return { status: 'done', id }
  })
}

/** Makes a new secret, which `onSecret` gets; the former ones sign for so many seconds more. */
export async function rotateSecret(
  { db, secrets }: WebhookStore,
  viewer: Viewer,
  { id, overlapSeconds }: { readonly id: string; readonly overlapSeconds: number },
  onSecret: (secret: string) => void,
): Promise<Managed> {
  if (overlapSeconds < 0 || overlapSeconds > OVERLAP_SECONDS_MAX) {
    return invalid('NUMBER_OUT_OF_RANGE', `It takes 0 to ${OVERLAP_SECONDS_MAX} seconds.`, 'overlapSeconds')
  }
  return change(db, viewer, id, async (transaction) => {
    const known = await transaction
      .selectFrom('webhook_secret')
      .select(['number', 'sealed'])
      .where('webhook_id', '=', id)
      .orderBy('number', 'desc')
      .execute()
    // What cannot be read any more signs nothing.
    const lost = known.filter(({ sealed }) => secrets.open(id, sealed) === undefined).map(({ number }) => number)
    const surplus = known.slice(SECRETS_MAX - 1).map(({ number }) => number)
    await sql`
      delete from webhook_secret
      where webhook_id = ${id} and (expires_at <= now() or number = any(${[...lost, ...surplus]}::integer[]))
    `.execute(transaction)
    await sql`
      update webhook_secret
      set expires_at = least(coalesce(expires_at, 'infinity'), now() + ${overlapSeconds} * interval '1 s')
      where webhook_id = ${id}
    `.execute(transaction)
    const secret = makeSecret()
    await addSecret(transaction, secrets, id, secret, (known[0]?.number ?? 0) + 1)
    await changed(transaction, id)
    onSecret(secret)
    return { status: 'done', id }
  })
}

export interface ReplayInput {
  readonly id: string
  /** A cursor of this hub. */
  readonly after?: string | null
  readonly deliveryIds?: readonly string[] | null
  readonly allDeadLetters?: boolean | null
}

/** Tells what came after a point again, or sends dead letters again. Refused in this order: INVALID_INPUT, NOT_FOUND, WRONG_STATE. */
export async function replay({ db }: WebhookStore, viewer: Viewer, input: ReplayInput): Promise<Managed> {
  const { id, after, deliveryIds, allDeadLetters } = input
  const given = [after != null, deliveryIds != null, allDeadLetters === true].filter(Boolean).length
  if (given !== 1) {
    const problem = given === 0 ? 'VALUE_MISSING' : 'CONTRADICTION'
    return invalid(problem, 'Give one of after, deliveryIds and allDeadLetters.')
  }
  if (deliveryIds != null && (deliveryIds.length === 0 || deliveryIds.length > NAMED_MAX)) {
    const problem = deliveryIds.length === 0 ? 'LIST_EMPTY' : 'LIST_TOO_LONG'
    return invalid(problem, `It takes 1 to ${NAMED_MAX} ids.`, 'deliveryIds')
  }
  return change(db, viewer, id, async (transaction) => {
    if (after != null) {
      await sql`
        update webhook_delivery set status = 'SKIPPED', settled_at = now(), next_attempt_at = null
        where webhook_id = ${id} and status = 'PENDING' and kind = 'RESULT'
      `.execute(transaction)
      await transaction
        .updateTable('webhook')
        .set({ feed_cursor: after, ...WELL })
        .where('id', '=', id)
        .execute()
      await changed(transaction, id)
      return { status: 'done', id }
    }
    const dead = await transaction
      .selectFrom('webhook_delivery')
      .select(['id', 'status'])
      .where('webhook_id', '=', id)
      .$if(deliveryIds != null, (query) => query.where('id', 'in', deliveryIds ?? []))
      .$if(deliveryIds == null, (query) => query.where('status', '=', 'DEAD'))
      .orderBy('seq')
      .limit(REPLAY_MAX)
      .execute()
    for (const [index, wanted] of (deliveryIds ?? []).entries()) {
      const found = dead.find((one) => one.id === wanted)
      if (found?.status === 'DEAD') continue
      return found === undefined
        ? refused('NOT_FOUND', `It has no message "${wanted}".`, 'deliveryIds', String(index))
        : refused('WRONG_STATE', `The message "${wanted}" is no dead letter.`, 'deliveryIds', String(index))
    }
    await sendAgain(
      transaction,
      id,
      dead.map((one) => one.id),
    )
    await changed(transaction, id)
    return { status: 'done', id }
  })
}

/** Queues dead letters again, in their order and behind what is queued. Of states, those that were overtaken are of no use to anybody. */
async function sendAgain(transaction: Transaction<Schema>, id: string, ids: readonly string[]): Promise<void> {
  await sql`
    with webhook_now as (
      update webhook set next_seq = next_seq + ${ids.length} where id = ${id}
      returning next_seq - ${ids.length} as first, document
    ), letter as (
      select d.id, row_number() over (order by d.seq) - 1 as place, exists (
        select from webhook_delivery later
        where later.webhook_id = ${id} and later.lane = d.lane and later.seq > d.seq and later.status = 'DELIVERED' and later.kind = 'RESULT'
      ) and d.lane <> '' and d.conflates as overtaken
      from webhook_delivery d where d.webhook_id = ${id} and d.id = any(${[...ids]}::text[])
    )
    update webhook_delivery d
    set status = case when letter.overtaken then 'SKIPPED' else 'PENDING' end,
        seq = case when letter.overtaken then d.seq else webhook_now.first + letter.place end,
        attempts = 0, settled_at = case when letter.overtaken then now() end, next_attempt_at = null
    from letter, webhook_now
    where d.webhook_id = ${id} and d.id = letter.id
  `.execute(transaction)
}

/** Queues a message that asks whether somebody is there; answers its id. */
export async function ping({ db }: WebhookStore, viewer: Viewer, id: string): Promise<Managed> {
  return change(db, viewer, id, async (transaction, { state }) => {
    if (state !== 'ENABLED') return refused('WRONG_STATE', 'The webhook is disabled. Enable it first.', 'id')
    const deliveryId = newDeliveryId()
    await sql`
      with webhook_now as (
        update webhook set next_seq = next_seq + 1, version = version + 1 where id = ${id} returning next_seq - 1 as seq
      )
      insert into webhook_delivery (id, webhook_id, seq, kind, lane, conflates, body, status)
      select ${deliveryId}, ${id}, seq, 'PING', '', false, ${pingBody(id)}, 'PENDING' from webhook_now
    `.execute(transaction)
    return { status: 'done', id: deliveryId }
  })
}

async function change(
  db: Kysely<Schema>,
  viewer: Viewer,
  id: string,
  work: (transaction: Transaction<Schema>, webhook: { readonly state: string }) => Promise<Managed>,
): Promise<Managed> {
  return db.transaction().execute(async (transaction): Promise<Managed> => {
    const webhook = await lockWebhook(transaction, id)
    if (webhook === undefined || !seesWebhook(viewer, webhook)) {
      return refused('NOT_FOUND', `There is no webhook "${id}".`, 'id')
    }
    return work(transaction, webhook)
  })
}

function lockWebhook(transaction: Transaction<Schema>, id: string) {
  return transaction
    .selectFrom('webhook')
    .select(['client', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Whoever drives it takes note. */
async function changed(transaction: Transaction<Schema>, id: string): Promise<void> {
  await transaction.updateTable('webhook').set({ version: sql<number>`version + 1` }).where('id', '=', id).execute()
}

async function addSecret(
  transaction: Transaction<Schema>,
  secrets: SecretBox,
  id: string,
  secret: string,
  number = 1,
): Promise<void> {
  await transaction
    .insertInto('webhook_secret')
    .values({ webhook_id: id, number, sealed: secrets.seal(id, secret), expires_at: null })
    .execute()
}

function ownerOf({ client, kind, channels, scopes }: Viewer) {
  return { client, kind, channels: channels === null ? null : [...channels], scopes: [...scopes] }
}

function problemsOfWebhook({ url, document, variables, events, parallel }: WebhookInput): Refusal[] {
  const problems: Refusal[] = []
  if (events != null && (document != null || variables != null)) {
    problems.push(problem('CONTRADICTION', 'Give either events or a document.', 'events'))
  }
  for (const [field, list] of Object.entries(events ?? {})) {
    if (list == null || (list.length > 0 && list.length <= NAMED_MAX)) continue
    const kind = list.length === 0 ? 'LIST_EMPTY' : 'LIST_TOO_LONG'
    problems.push(problem(kind, `It takes 1 to ${NAMED_MAX}.`, 'events', field))
  }
  for (const [index, type] of (events?.types ?? []).entries()) {
    if (EVENT_TYPES.some((known) => known === type)) continue
    problems.push(problem('VALUE_UNKNOWN', `There is no event type "${type}".`, 'events', 'types', String(index)))
  }
  for (const [field, text, most] of [
    ['url', url, URL_MAX],
    ['document', document, DOCUMENT_MAX],
  ] as const) {
    if (text == null) continue
    if (text.length > most) {
      problems.push(
        problem('TEXT_TOO_LONG', `${field} has ${text.length} characters; at most ${most} are allowed.`, field),
      )
    } else if (text.includes('\0') || !text.isWellFormed()) {
      problems.push(
        problem(
          'TEXT_NOT_STORABLE',
          `${field} contains a character that cannot be stored (NUL or half a surrogate).`,
          field,
        ),
      )
    }
  }
  if (variables != null) {
    const text = JSON.stringify(variables)
    if (typeof variables !== 'object' || Array.isArray(variables)) {
      problems.push(problem('VALUE_UNKNOWN', 'Variables are an object.', 'variables'))
    } else if (text.length > DOCUMENT_MAX) {
      problems.push(
        problem(
          'TEXT_TOO_LONG',
          `variables have ${text.length} characters; at most ${DOCUMENT_MAX} are allowed.`,
          'variables',
        ),
      )
    } else if (text.includes('\\u0000') || !text.isWellFormed()) {
      problems.push(problem('TEXT_NOT_STORABLE', 'variables contain a character that cannot be stored.', 'variables'))
    }
    if (document == null)
      problems.push(problem('CONTRADICTION', 'Variables come together with their document.', 'variables'))
  }
  if (parallel != null && (parallel < 1 || parallel > PARALLEL_MAX)) {
    problems.push(problem('NUMBER_OUT_OF_RANGE', `It takes 1 to ${PARALLEL_MAX}.`, 'parallel'))
  }
  return problems
}

function neededFor(field: string): Refusal {
  return problem('VALUE_MISSING', `A new webhook needs ${field}.`, field)
}

function problem(kind: NonNullable<Refusal['problem']>, message: string, ...field: string[]): Refusal {
  return { code: 'INVALID_INPUT', problem: kind, message, field: ['input', ...field] }
}

function invalid(kind: NonNullable<Refusal['problem']>, message: string, ...field: string[]): Managed {
  return { status: 'refused', errors: [problem(kind, message, ...field)] }
}

function refused(code: 'WRONG_STATE' | 'NOT_FOUND', message: string, ...field: string[]): Managed {
  return { status: 'refused', errors: [{ code, message, field: ['input', ...field] }] }
}
