import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { isViewerKind } from '../access/viewer-kinds.ts'
import type { Schema } from '../database/schema.ts'
import { EVENTS_DOCUMENT } from './events-document.ts'
import type { SecretBox } from './secrets.ts'
import type { Delivery, DisabledReason, NewDelivery, Webhook, WebhookAttempt } from './webhook.ts'

/** Attempts of a delivery that are kept. */
const ATTEMPTS_KEPT = 10

/** A webhook that a process drives: it may write as long as it is the one that does, and nobody has changed the webhook. */
export interface Driven {
  readonly id: string
  readonly version: number
}

export interface LoadedWebhook extends Webhook, Driven {
  readonly cursor: string | null
  readonly failures: number
  /** In milliseconds since 1970. */
  readonly failingSince: number | undefined
  readonly nextAttemptAt: number | undefined
  readonly lastDeliveredAt: number | undefined
  /** Newest first, with the time until which each signs. Undefined where one cannot be read. */
  readonly secrets: readonly { readonly secret: string; readonly expiresAt: number | undefined }[] | undefined
  readonly pending: readonly Delivery[]
}

/** What became of a delivery. */
export interface Settlement {
  readonly id: string
  readonly status: 'PENDING' | 'DELIVERED' | 'DEAD' | 'SKIPPED'
  readonly attempts: number
  readonly nextAttemptAt: number | undefined
  readonly attempt: WebhookAttempt | undefined
}

/** How the receiver does. */
export interface Condition {
  readonly failures: number
  readonly failingSince: number | undefined
  readonly nextAttemptAt: number | undefined
  readonly lastError: string | undefined
  readonly lastDeliveredAt: number | undefined
}

export interface WebhookQueueOptions {
  readonly db: Kysely<Schema>
  readonly secrets: SecretBox
}

/**
 * What a process that delivers webhooks reads and writes. Each webhook is driven by one process at a time: by whoever holds its lease. Every statement that writes looks
 * whether it still does, so that a process which was stopped for a while and goes on writes nothing over what another has done since.
 */
export class WebhookQueue {
  readonly #db: Kysely<Schema>
  readonly #secrets: SecretBox
  readonly #process = randomUUID()

  constructor({ db, secrets }: WebhookQueueOptions) {
    this.#db = db
    this.#secrets = secrets
  }

  /** Renews what this process drives, takes up to so many that nobody drives, and answers all it drives now. */
  async lease(leaseMs: number, takeMax: number): Promise<Driven[]> {
    const me = this.#process
    const { rows } = await sql<{ id: string; version: number; due: boolean }>`
      select id, version, driver is distinct from ${me} or driver_until < now() + ${leaseMs * 0.6} * interval '1 ms' as due
      from webhook
      where state = 'ENABLED' and (driver = ${me} or driver is null or driver_until < now())
    `.execute(this.#db)
    if (!rows.some(({ due }) => due)) return rows
    await sql`
      update webhook set driver_until = clock_timestamp() + ${leaseMs} * interval '1 ms' where state = 'ENABLED' and driver = ${me}
    `.execute(this.#db)
    await sql`
      update webhook set driver = ${me}, driver_until = clock_timestamp() + ${leaseMs} * interval '1 ms'
      where id in (
        select id from webhook
        where state = 'ENABLED' and driver is distinct from ${me} and (driver is null or driver_until < now())
        order by driver_until nulls first limit ${takeMax} for update skip locked
      )
    `.execute(this.#db)
    const { rows: mine } = await sql<Driven>`
      select id, version from webhook where state = 'ENABLED' and driver = ${me}
    `.execute(this.#db)
    return mine
  }

  /** Others may take it at once. */
  async release(ids: readonly string[]): Promise<void> {
    await sql`
      update webhook set driver = null, driver_until = null where id = any(${[...ids]}::text[]) and driver = ${this.#process}
    `.execute(this.#db)
  }

  /** Undefined where this process does not drive it, or not this version of it. */
  async load({ id, version }: Driven): Promise<LoadedWebhook | undefined> {
    const row = await this.#db
      .selectFrom('webhook')
      .selectAll()
      .where('id', '=', id)
      .where('version', '=', version)
      .where('driver', '=', this.#process)
      .executeTakeFirst()
    if (row === undefined || !isViewerKind(row.kind)) return undefined
    const sealed = await this.#db
      .selectFrom('webhook_secret')
      .select(['sealed', 'expires_at'])
      .where('webhook_id', '=', id)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', sql<Date>`now()`)]))
      .orderBy('number', 'desc')
      .execute()
    const pending = await this.#db
      .selectFrom('webhook_delivery')
      .select(['id', 'kind', 'lane', 'body', 'attempts', 'recorded_at'])
      .where('webhook_id', '=', id)
      .where('status', '=', 'PENDING')
      .orderBy('seq')
      .execute()
    const secrets = sealed.flatMap(({ sealed: bytes, expires_at }) => {
      const secret = this.#secrets.open(id, bytes)
      return secret === undefined ? [] : [{ secret, expiresAt: expires_at?.getTime() }]
    })
    return {
      id,
      version,
      owner: { kind: row.kind, client: row.client, channels: row.channels, scopes: row.scopes },
      url: row.url,
      document: row.event_types === null ? row.document : EVENTS_DOCUMENT,
      eventTypes: row.event_types,
      variables: row.variables,
      parallel: row.parallel,
      beginsAt: row.begins_at,
      cursor: row.feed_cursor,
      failures: row.failures,
      failingSince: row.failing_since?.getTime(),
      nextAttemptAt: row.next_attempt_at?.getTime(),
      lastDeliveredAt: row.last_delivered_at?.getTime(),
      secrets: secrets.length < sealed.length || secrets.length === 0 ? undefined : secrets,
      pending: pending.map((delivery) => ({
        id: delivery.id,
        kind: delivery.kind === 'PING' ? 'PING' : 'RESULT',
        lane: delivery.lane,
        body: delivery.body,
        attempts: delivery.attempts,
        recordedAt: delivery.recorded_at.getTime(),
      })),
    }
  }

  /** Queues what was read, with the point up to which everything is queued now. False: this process drives it no more, or it was changed; nothing was done. */
  async enqueue({ id, version }: Driven, deliveries: readonly NewDelivery[], cursor: string): Promise<boolean> {
    const { rows } = await sql`
      with mine as (
        update webhook set feed_cursor = ${cursor}, next_seq = next_seq + ${deliveries.length}
        where id = ${id} and version = ${version} and driver = ${this.#process} and state = 'ENABLED'
        returning next_seq - ${deliveries.length} as first
      ), queued as (
        insert into webhook_delivery (id, webhook_id, seq, kind, lane, conflates, body, feed_cursor, status)
        select d.id, ${id}, mine.first + d.place - 1, d.kind, d.lane, d.conflates, d.body, d.feed_cursor, 'PENDING'
        from mine, unnest(
          ${deliveries.map((one) => one.id)}::text[], ${deliveries.map((one) => one.kind)}::text[],
          ${deliveries.map((one) => one.lane)}::text[], ${deliveries.map((one) => one.conflates)}::boolean[],
          ${deliveries.map((one) => one.body)}::text[], ${deliveries.map((one) => one.cursor)}::text[]
        ) with ordinality d(id, kind, lane, conflates, body, feed_cursor, place)
      )
      select first from mine
    `.execute(this.#db)
    return rows.length > 0
  }

  /**
   * Writes down what became of deliveries, of which each is told once, and how the receiver does. False: this process drives it no more, and nothing was written, or it was changed;
   * then only those are written that are queued still.
   */
  async settle({ id, version }: Driven, settlements: readonly Settlement[], condition: Condition): Promise<boolean> {
    const { rows } = await sql<{ isCurrent: boolean }>`
      with mine as (
        update webhook
        set failures = ${condition.failures}, failing_since = ${dateOf(condition.failingSince)}::timestamptz,
            next_attempt_at = ${dateOf(condition.nextAttemptAt)}::timestamptz, last_error = ${condition.lastError ?? null},
            last_delivered_at = ${dateOf(condition.lastDeliveredAt)}::timestamptz
        where id = ${id} and driver = ${this.#process}
        returning id, version = ${version} as "isCurrent"
      ), settled as (
        update webhook_delivery d
        set status = s.status, attempts = s.attempts, next_attempt_at = s.next_attempt_at,
            settled_at = case when s.status <> 'PENDING' then now() end,
            attempt_log = case
              when s.attempt is null then d.attempt_log
              when jsonb_array_length(d.attempt_log) >= ${ATTEMPTS_KEPT} then (d.attempt_log - 0) || s.attempt
              else d.attempt_log || s.attempt
            end
        from mine, unnest(
          ${settlements.map((one) => one.id)}::text[], ${settlements.map((one) => one.status)}::text[],
          ${settlements.map((one) => one.attempts)}::integer[],
          ${settlements.map((one) => dateOf(one.nextAttemptAt)?.toISOString() ?? null)}::timestamptz[],
          ${settlements.map((one) => (one.attempt === undefined ? null : JSON.stringify(one.attempt)))}::jsonb[]
        ) s(id, status, attempts, next_attempt_at, attempt)
        where d.webhook_id = mine.id and d.id = s.id and d.status = 'PENDING'
      )
      select "isCurrent" from mine
    `.execute(this.#db)
    return rows[0]?.isCurrent === true
  }

  /** Ends delivering, for a reason that its owner is told. What is queued stays so. False: as for `enqueue`. */
  async disable({ id, version }: Driven, reason: DisabledReason, message: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('webhook')
      .set({
        state: 'DISABLED',
        disabled_reason: reason,
        disabled_message: message,
        disabled_at: sql<Date>`now()`,
        updated_at: sql<Date>`now()`,
        version: sql<number>`version + 1`,
        driver: null,
        driver_until: null,
      })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('driver', '=', this.#process)
      .where('state', '=', 'ENABLED')
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }

  /**
   * Those that this process drives and whose owner has no credential any more that shows as much: an API key of its name, kind, channels and scopes. What a JWT showed cannot
   * be asked again: such webhooks end when somebody ends them. `hubIsOpen`: everyone is admin still.
   */
  async ownersGone(hubIsOpen: boolean): Promise<Driven[]> {
    const { rows } = await sql<Driven>`
      select w.id, w.version from webhook w
      where w.driver = ${this.#process} and w.state = 'ENABLED' and not starts_with(w.client, 'jwt:') and not ${hubIsOpen}::boolean
        and not exists (
          select from api_key k
          where k.name = w.client and k.kind = w.kind and k.revoked_at is null and w.scopes <@ k.scopes
            and (k.channels is null or (w.channels is not null and w.channels <@ k.channels))
        )
    `.execute(this.#db)
    return rows
  }
}

function dateOf(time: number | undefined): Date | null {
  return time === undefined ? null : new Date(time)
}
