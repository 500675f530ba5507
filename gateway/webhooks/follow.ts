import { randomUUID } from 'node:crypto'
import { type FormattedExecutionResult, getOperationAST, parse } from 'graphql'
import type { Webhook } from '../../core/webhooks/webhook.ts'
import type { Log } from '../context.ts'
import { type ErrorCode, isErrorCode } from '../errors.ts'
import type { Subscription } from '../subscriptions/live-queries.ts'
import { Operation, type OperationOptions } from '../subscriptions/operation.ts'
import { responseKeys, rootFieldOf } from '../subscriptions/root-field.ts'
import type { SnapshotReason } from '../subscriptions/subscriber.ts'
import { canonicalEvent, type Entry } from './canonical-event.ts'

/** The subscription of a webhook, running. */
export interface Followed {
  readonly subscription: Subscription
  /** Results of one lane have an order among each other: those of one SKU where the document selects it, else all. */
  laneOf(payload: string): string
  /** What is posted of a result; undefined: nothing. */
  bodyOf(payload: string): string | undefined
  /** Of states the newest of each SKU is enough; entries of the journal are all wanted. */
  readonly areStates: boolean
  /** One thing is followed, whose present state is told at the beginning, wherever that was before. */
  readonly areSingle: boolean
  end(): void
}

export type Follow = (
  webhook: Pick<Webhook, 'id' | 'owner' | 'document' | 'variables' | 'eventTypes' | 'beginsAt'>,
  cursor: string | null,
) => Promise<Followed | { readonly refused: FollowRefusal }>

export interface FollowRefusal {
  readonly code: ErrorCode
  readonly message: string
  /** Whether it is the hub's fault, so that trying again may help. */
  readonly mayPass: boolean
}

const MAY_PASS: ReadonlySet<ErrorCode> = new Set(['SERVICE_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR'])

/** Asks the subscription of a webhook as its owner would over any other transport, from a point on; without one from where it begins. */
export function followWith(options: OperationOptions, log: Log): Follow {
  /** Whether the document itself says where it begins. */
  function saysWhere({ document: text, variables }: Pick<Webhook, 'document' | 'variables'>): boolean {
    try {
      const document = parse(text, { maxTokens: options.tokensMax })
      const definition = getOperationAST(document)
      if (definition == null) return false
      const { args } = rootFieldOf(options.schema, document, definition, variables)
      return args.initial === true || args.after != null
    } catch {
      // Whoever asks it says what is wrong.
      return false
    }
  }

  return async (webhook, from) => {
    const { id, owner, document, variables, eventTypes, beginsAt } = webhook
    const cursor = from ?? (beginsAt === null || saysWhere(webhook) ? null : beginsAt)
    const requestId = randomUUID()
    const asking = {
      viewer: owner,
      requestId,
      log: log.child({ requestId, webhook: id }),
      transport: 'webhook',
    } as const
    const request = { query: document, variables, ...(cursor === null ? {} : { lastEventId: cursor }) }
    const operation = new Operation(options, asking, request)
    const prepared = await operation.prepare()
    if (prepared.kind === 'refused') {
      const [error] = prepared.errors
      const code = codeOf(error?.extensions.code)
      return { refused: { code, message: error?.message ?? 'It was refused.', mayPass: MAY_PASS.has(code) } }
    }
    if (prepared.kind === 'single') {
      operation.end()
      return {
        refused: { code: 'BAD_USER_INPUT', message: 'The document of a webhook is a subscription.', mayPass: false },
      }
    }
    const definition = getOperationAST(prepared.document)
    if (definition == null) throw new Error('A subscription was prepared without its operation.')
    const field = rootFieldOf(options.schema, prepared.document, definition, variables)
    const [skuKey] = responseKeys('sku', field)
    return {
      subscription: prepared.subscription,
      laneOf: (payload) => laneOf(payload, field.alias, skuKey),
      bodyOf: (payload) => (eventTypes === null ? payload : eventIn(payload, eventTypes)),
      areStates: field.name !== 'stockMovements',
      areSingle: field.name === 'reservationChanged',
      end: () => operation.end(),
    }
  }
}

/** A result of the subscription to the journal. */
interface JournalResult {
  readonly data?: { readonly stockMovements?: Entry } | null
  readonly extensions?: { readonly onhand?: { readonly snapshot?: SnapshotReason } }
}

/** The event that an entry of the journal is, where it is one of these types; of all where there are none. What went wrong on the way is no event, and comes again. */
function eventIn(payload: string, types: readonly string[]): string | undefined {
  const { data, extensions }: JournalResult = JSON.parse(payload)
  const entry = data?.stockMovements
  const event = entry == null ? undefined : canonicalEvent(entry, extensions?.onhand?.snapshot)
  if (event === undefined || (types.length > 0 && !types.includes(event.type))) return undefined
  return JSON.stringify(event)
}

function laneOf(payload: string, alias: string, skuKey: string | undefined): string {
  if (skuKey === undefined) return ''
  const { data }: FormattedExecutionResult = JSON.parse(payload)
  const entry: unknown = data?.[alias]
  const sku: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, skuKey) : undefined
  return typeof sku === 'string' ? sku : ''
}

function codeOf(given: unknown): ErrorCode {
  return isErrorCode(given) ? given : 'INTERNAL_SERVER_ERROR'
}
