import { type Kysely, type Selectable, sql } from 'kysely'
import type { Viewer } from '../access/viewer.ts'
import type { Schema, WebhookDeliveryTable, WebhookTable } from '../database/schema.ts'
import { seesWebhook } from './manage.ts'

/** A webhook with what its owner is told of it. */
export interface WebhookRow extends Selectable<WebhookTable> {
  readonly pending: number
  readonly dead_letters: number
  readonly secrets: readonly { readonly created_at: string; readonly expires_at: string | null }[]
}

export type WebhookDeliveryRow = Selectable<WebhookDeliveryTable>

export interface WebhookPage {
  readonly size: number
  readonly after: string | null
  readonly backwards: boolean
  readonly states?: readonly string[] | null | undefined
  readonly clients?: readonly string[] | null | undefined
  readonly failing?: boolean | null | undefined
  readonly id?: string
}

/** Webhooks that the viewer may see, one more than a page has. */
export async function readWebhooks(db: Kysely<Schema>, viewer: Viewer, page: WebhookPage): Promise<WebhookRow[]> {
  const { size, after, backwards, states, clients, failing, id } = page
  const conditions = [sql<boolean>`true`]
  if (!seesWebhook(viewer, { client: '' })) conditions.push(sql`client = ${viewer.client}`)
  if (id !== undefined) conditions.push(sql`id = ${id}`)
  if (states != null) conditions.push(sql`state = any(${[...states]}::text[])`)
  if (clients != null) conditions.push(sql`client = any(${[...clients]}::text[])`)
  if (failing != null) conditions.push(sql`(failures > 0) = ${failing}`)
  // "C" is the order of code points, whatever the database's own collation.
  if (after !== null) conditions.push(sql`id collate "C" ${backwards ? sql`<` : sql`>`} ${after}`)
  const { rows } = await sql<WebhookRow>`
    select w.*,
      (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.status = 'PENDING') as pending,
      (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.status = 'DEAD') as dead_letters,
      (select coalesce(json_agg(json_build_object('created_at', s.created_at, 'expires_at', s.expires_at) order by s.number desc), '[]')
       from webhook_secret s where s.webhook_id = w.id and (s.expires_at is null or s.expires_at > now())) as secrets
    from webhook w
    where ${sql.join(conditions, sql` and `)}
    order by id collate "C" ${backwards ? sql`desc` : sql`asc`}
    limit ${size + 1}
  `.execute(db)
  return rows
}

/** Undefined where there is none or the viewer may not see it. */
export async function findWebhook(db: Kysely<Schema>, viewer: Viewer, id: string): Promise<WebhookRow | undefined> {
  const [row] = await readWebhooks(db, viewer, { id, size: 1, after: null, backwards: false })
  return row
}

export interface DeliveryPage {
  readonly size: number
  /** The place in the queue of the entry before. */
  readonly after: number | null
  readonly backwards: boolean
  readonly statuses?: readonly string[] | null | undefined
  readonly kinds?: readonly string[] | null | undefined
}

/** Messages of a webhook, one more than a page has. */
export async function readDeliveries(
  db: Kysely<Schema>,
  webhookId: string,
  { size, after, backwards, statuses, kinds }: DeliveryPage,
): Promise<WebhookDeliveryRow[]> {
  return db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .$if(statuses != null, (query) => query.where(sql<boolean>`status = any(${[...(statuses ?? [])]}::text[])`))
    .$if(kinds != null, (query) => query.where(sql<boolean>`kind = any(${[...(kinds ?? [])]}::text[])`))
    .$if(after !== null, (query) => query.where('seq', backwards ? '<' : '>', after ?? 0))
    .orderBy('seq', backwards ? 'desc' : 'asc')
    .limit(size + 1)
    .execute()
}

export async function findDelivery(db: Kysely<Schema>, id: string): Promise<WebhookDeliveryRow | undefined> {
  return db.selectFrom('webhook_delivery').selectAll().where('id', '=', id).executeTakeFirst()
}
