import { randomUUID } from 'node:crypto'
import type { Viewer } from '../access/viewer.ts'

/** Deliveries that are under way at once where the owner says nothing, and at most. */
export const PARALLEL_DEFAULT = 4
export const PARALLEL_MAX = 16

/** Why a webhook is not delivered to; in words at `WebhookDisabledReason` of the schema. */
export const DISABLED_REASONS = [
  'BY_REQUEST',
  'FAILING',
  'GONE',
  'REJECTING',
  'DOCUMENT_REFUSED',
  'COMPLETED',
  'OWNER_GONE',
  'SECRET_LOST',
] as const
export type DisabledReason = (typeof DISABLED_REASONS)[number]

/** What a receiver is sent that shall say whether it is there. */
export function pingBody(webhookId: string): string {
  return JSON.stringify({ type: 'ping', webhookId })
}

/** A new id for a message. */
export function newDeliveryId(): string {
  return `msg_${randomUUID().replaceAll('-', '')}`
}

/** A subscription whose results are posted. */
export interface Webhook {
  readonly id: string
  /** Whose it is: results show what this viewer may see. */
  readonly owner: Viewer
  readonly url: string
  readonly document: string
  readonly variables: Readonly<Record<string, unknown>>
  /** It is told events of these types, of all where there are none; null: the results of its document. */
  readonly eventTypes: readonly string[] | null
  readonly parallel: number
  /** A cursor: where it begins unless the document says otherwise. */
  readonly beginsAt: string | null
}

/** A message to a receiver. */
export interface Delivery {
  readonly id: string
  readonly kind: 'RESULT' | 'PING'
  /** Deliveries of one lane go out one after the other. */
  readonly lane: string
  readonly body: string
  readonly attempts: number
  /** In milliseconds since 1970. */
  readonly recordedAt: number
}

/** What is to be queued. */
export interface NewDelivery {
  readonly id: string
  readonly kind: Delivery['kind']
  readonly lane: string
  /** It is a state, which a newer one of its lane overtakes. */
  readonly conflates: boolean
  readonly body: string
  readonly cursor: string | null
}

/** One try of a delivery, as it is kept. */
export interface WebhookAttempt {
  /** ISO 8601. */
  readonly at: string
  /** The status of the answer; null when none came. */
  readonly status: number | null
  /** Why it does not count as delivered; null when it does. */
  readonly error: string | null
  /** The beginning of what the receiver said. */
  readonly answer: string | null
  readonly durationMs: number
}
