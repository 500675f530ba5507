import { DISABLED_REASONS } from '../../../core/webhooks/webhook.ts'
import type {
  WebhookAttemptResolvers,
  WebhookDeliveryResolvers,
  WebhookResolvers,
  WebhookSecretResolvers,
} from '../generated/types.ts'

export const webhookFields: WebhookResolvers = {
  channelIds: ({ channels }) => channels,
  state: ({ state }) => (state === 'ENABLED' ? 'ENABLED' : 'DISABLED'),
  disabledReason: ({ disabled_reason }) => DISABLED_REASONS.find((reason) => reason === disabled_reason) ?? null,
  disabledMessage: ({ disabled_message }) => disabled_message,
  disabledAt: ({ disabled_at }) => disabled_at,
  eventTypes: ({ event_types }) => event_types,
  cursor: ({ feed_cursor }) => feed_cursor,
  deadLetters: ({ dead_letters }) => Number(dead_letters),
  pending: ({ pending }) => Number(pending),
  failingSince: ({ failing_since }) => failing_since,
  lastError: ({ last_error }) => last_error,
  nextAttemptAt: ({ next_attempt_at }) => next_attempt_at,
  lastDeliveredAt: ({ last_delivered_at }) => last_delivered_at,
  newSecret: ({ newSecret }) => newSecret ?? null,
  createdAt: ({ created_at }) => created_at,
  updatedAt: ({ updated_at }) => updated_at,
}

export const webhookSecretFields: WebhookSecretResolvers = {
  createdAt: ({ created_at }) => new Date(created_at),
  expiresAt: ({ expires_at }) => (expires_at === null ? null : new Date(expires_at)),
}

export const webhookDeliveryFields: WebhookDeliveryResolvers = {
  webhookId: ({ webhook_id }) => webhook_id,
  kind: ({ kind }) => (kind === 'PING' ? 'PING' : 'RESULT'),
  status: ({ status }) => STATUSES.find((known) => known === status) ?? 'PENDING',
  body: ({ body }): unknown => JSON.parse(body),
  cursor: ({ feed_cursor }) => feed_cursor,
  attemptLog: ({ attempt_log }) => attempt_log,
  nextAttemptAt: ({ next_attempt_at }) => next_attempt_at,
  queuedAt: ({ recorded_at }) => recorded_at,
  settledAt: ({ settled_at }) => settled_at,
}

const STATUSES = ['PENDING', 'DELIVERED', 'DEAD', 'SKIPPED'] as const

export const webhookAttemptFields: WebhookAttemptResolvers = { at: ({ at }) => new Date(at) }
