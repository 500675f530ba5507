import { ERROR_CODES } from '../error-codes.ts'
import { type JsonSchema, nullable, ref } from './json-schema.ts'

/** A message of AsyncAPI. */
export interface Message {
  readonly name: string
  readonly title: string
  readonly summary?: string
  readonly contentType?: string
  readonly headers?: JsonSchema
  readonly payload?: JsonSchema
}

const text = { type: 'string' } as const

function object(properties: Readonly<Record<string, JsonSchema>>, required = Object.keys(properties)): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false }
}

/** What all transports have in common, beside the types of the graph. */
export const COMMON_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  ErrorCode: {
    type: 'string',
    enum: ERROR_CODES,
  },
  GraphQLError: {
    type: 'object',
    description: 'Why a request, or the field at `path`, could not be answered.',
    properties: {
      message: text,
      path: { type: 'array', items: { type: ['string', 'integer'] } },
      locations: { type: 'array', items: { type: 'object' } },
      extensions: {
        type: 'object',
        properties: {
          code: ref('ErrorCode'),
          requestId: { ...text, description: 'What to tell the operator.' },
          retryable: { type: 'boolean', description: 'Whether to send the same again.' },
          retryAfterMs: { type: 'integer', minimum: 0, description: 'When, in milliseconds, where that is known.' },
        },
        required: ['code'],
      },
    },
    required: ['message'],
    additionalProperties: false,
  },
  SnapshotReason: {
    type: 'string',
    description: 'Why everything is told anew, instead of what was missed.',
    enum: ['epoch-changed', 'cursor-ahead', 'cursor-too-old'],
  },
  ResultExtensions: object(
    {
      onhand: object(
        {
          snapshot: ref('SnapshotReason'),
          more: {
            description:
              'What comes next belongs to this: only all of it together is a picture of one moment. Told to whoever asks for `ticks`.',
            const: true,
          },
          sku: { ...text, description: 'Of which SKU the errors are.' },
        },
        [],
      ),
    },
    [],
  ),
  Request: {
    type: 'object',
    description: 'GraphQL over HTTP, "Request Parameters".',
    properties: {
      query: { ...text, description: 'A document; one of its operations is asked.' },
      operationName: nullable(text),
      variables: nullable({ type: 'object' }),
      extensions: nullable({
        type: 'object',
        properties: {
          onhand: {
            type: 'object',
            properties: {
              ticks: {
                type: 'boolean',
                default: false,
                description: 'Whether to say by `more` which events of `availabilityChanged` belong together.',
              },
            },
          },
        },
      }),
    },
    required: ['query'],
  },
  Result: {
    type: 'object',
    description: 'The answer to a query or mutation. What is in `data` was selected by the document.',
    properties: {
      data: { type: ['object', 'null'] },
      errors: { type: 'array', items: ref('GraphQLError'), minItems: 1 },
      extensions: { type: 'object' },
    },
    additionalProperties: false,
  },
  Authorization: object({ authorization: { ...text, description: '`Bearer <API key or JWT>`.' } }, []),
  EventResult: {
    type: 'object',
    description: 'What became of one event.',
    properties: {
      source: nullable(text),
      id: nullable(text),
      status: { enum: ['ACCEPTED', 'DUPLICATE', 'CONFIRMED', 'PARKED', 'REJECTED'] },
      code: nullable(text),
      message: nullable(text),
    },
    required: ['source', 'id', 'status', 'code', 'message'],
    additionalProperties: false,
  },
}

/** The result of one event of a subscription's field, whatever carries it. The response key is the field's, unless the document gives it another. */
export function eventSchema(field: string, data: JsonSchema): JsonSchema {
  return {
    type: 'object',
    properties: {
      data: nullable({ type: 'object', properties: { [field]: data } }),
      errors: { type: 'array', items: ref('GraphQLError'), minItems: 1 },
      extensions: ref('ResultExtensions'),
    },
    required: ['data'],
    additionalProperties: false,
  }
}

const id = { ...text, description: 'The id of the operation, chosen by the client and unique on its socket.' }

function socketMessage(
  type: string,
  title: string,
  summary: string,
  rest: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): Message {
  const payload = object({ type: { const: type }, ...rest }, ['type', ...required])
  return { name: type, title, summary, contentType: 'application/json', payload }
}

/** What a client says by `graphql-transport-ws`. */
export const SOCKET_ASKED: Readonly<Record<string, Message>> = {
  connectionInit: socketMessage('connection_init', 'Who is there', 'The first message, within 3 s.', {
    payload: nullable({ type: 'object', properties: { authorization: text } }),
  }),
  subscribe: socketMessage(
    'subscribe',
    'A query, mutation or subscription',
    'Asks one operation.',
    { id, payload: ref('Request') },
    ['id', 'payload'],
  ),
  completeAsked: socketMessage(
    'complete',
    'No more of it',
    'The client does not want to hear more of an operation.',
    { id },
    ['id'],
  ),
  ping: socketMessage(
    'ping',
    'Are you there?',
    'With `authorization`: a fresh credential. With `cursors`: how far have my subscriptions come?',
    {
      payload: nullable({
        type: 'object',
        properties: {
          authorization: { ...text, description: 'A fresh credential of the same client, which shows the same.' },
          cursors: {
            type: 'boolean',
            description: 'Whether to say how far the subscriptions of this socket have come.',
          },
        },
      }),
    },
  ),
}

/** What the hub says by it, beside the events of subscriptions. */
export const SOCKET_ANSWERED: Readonly<Record<string, Message>> = {
  connectionAck: socketMessage('connection_ack', 'Welcome', 'The credential is accepted.', {
    payload: object({
      expiresAt: { ...text, format: 'date-time', description: 'When the credential expires; absent: it does not.' },
    }),
  }),
  pong: socketMessage('pong', 'The answer to a ping', 'What was asked for; else the payload of the ping.', {
    payload: {
      type: 'object',
      properties: {
        renewed: {
          type: 'boolean',
          description:
            'Whether the fresh credential was accepted. False: it could not be looked up, nothing has changed.',
        },
        expiresAt: { ...nullable({ ...text, format: 'date-time' }), description: 'When it expires; null: never.' },
        cursors: {
          anyOf: [{ type: 'object', additionalProperties: { ...text, maxLength: 1024 } }, { type: 'boolean' }],
          description:
            'By the ids of subscriptions to `availabilityChanged`: up to here everything was told. One of which something is on its way is left out.',
        },
        lagMs: {
          type: 'number',
          minimum: 0,
          description: 'How far what is told is known to be behind what is committed, in milliseconds.',
        },
      },
    },
  }),
  answer: socketMessage(
    'next',
    'The answer to a query or mutation',
    'Followed by `complete`.',
    { id, payload: ref('Result') },
    ['id', 'payload'],
  ),
  refusal: socketMessage(
    'error',
    'The operation is refused',
    'Its last message.',
    { id, payload: { type: 'array', items: ref('GraphQLError'), minItems: 1 } },
    ['id', 'payload'],
  ),
  completeAnswered: socketMessage(
    'complete',
    'All was said',
    'The last message of an operation that was not refused.',
    { id },
    ['id'],
  ),
}

export function socketEvent(field: string, title: string): Message {
  return socketMessage('next', title, `One event of ${field}.`, { id, payload: ref(`${field}.event`) }, [
    'id',
    'payload',
  ])
}

const cursorId = { ...text, maxLength: 1024, description: 'The cursor: to come back with, as `Last-Event-ID`.' }

/** What is asked over HTTP, for an answer that goes on. */
export const STREAM_ASKED: Readonly<Record<string, Message>> = {
  request: {
    name: 'request',
    title: 'A query, mutation or subscription',
    contentType: 'application/json',
    headers: {
      type: 'object',
      properties: {
        authorization: text,
        'last-event-id': { ...cursorId, description: 'Resumes after it, in place of the argument `after`.' },
      },
    },
    payload: ref('Request'),
  },
}

/** Events of an event stream: `event` and `id` are written here as headers, `data` is the payload. */
export const STREAM_ANSWERED: Readonly<Record<string, Message>> = {
  streamHeartbeat: {
    name: 'heartbeat',
    title: 'A sign of life',
    summary: 'A comment, with an id where there is one. The first one begins the stream.',
    headers: object({ id: cursorId }, []),
  },
  streamAnswer: {
    name: 'next',
    title: 'The answer to a query or mutation, or why an operation is refused',
    contentType: 'application/json',
    headers: object({ event: { const: 'next' } }),
    payload: ref('Result'),
  },
  streamComplete: {
    name: 'complete',
    title: 'All was said',
    headers: object({ event: { const: 'complete' } }),
    payload: { const: '' },
  },
  streamRetry: {
    name: 'retry',
    title: 'Come back',
    summary: 'The hub ends the stream although more could be told: resume after so many milliseconds.',
    headers: object({ retry: { type: 'integer', minimum: 0 } }),
  },
}

export function streamEvent(field: string, title: string): Message {
  return {
    name: 'next',
    title,
    contentType: 'application/json',
    headers: object({ event: { const: 'next' }, id: cursorId }, ['event']),
    payload: ref(`${field}.event`),
  }
}

/** Parts of a multipart answer. */
export const PARTS_ANSWERED: Readonly<Record<string, Message>> = {
  partHeartbeat: { name: 'part', title: 'A sign of life', contentType: 'application/json', payload: object({}) },
  partAnswer: {
    name: 'part',
    title: 'The answer to a query or mutation',
    contentType: 'application/json',
    payload: object({ payload: ref('Result') }),
  },
  partEnd: {
    name: 'part',
    title: 'Come back, or not',
    summary:
      'The last part, where the hub ends the answer although more could be told: resume with `after` when the error is retryable.',
    contentType: 'application/json',
    payload: object({ payload: { type: 'null' }, errors: { type: 'array', items: ref('GraphQLError'), minItems: 1 } }),
  },
}

export function part(field: string, title: string): Message {
  return { name: 'part', title, contentType: 'application/json', payload: object({ payload: ref(`${field}.event`) }) }
}

const SIGNATURE = 'v1,[A-Za-z0-9+/]+={0,2}'

/** What stands above everything that is posted, as https://www.standardwebhooks.com specifies it. */
const POSTED_HEADERS: JsonSchema = {
  type: 'object',
  properties: {
    'webhook-id': { ...text, description: 'The same for every attempt: whoever has it already does nothing.' },
    'webhook-timestamp': {
      ...text,
      pattern: '^[0-9]+$',
      description: 'When this attempt began, in seconds of Unix time.',
    },
    'webhook-signature': {
      ...text,
      pattern: `^${SIGNATURE}( ${SIGNATURE})*$`,
      description: 'HMAC-SHA256 of `id.timestamp.body` by each secret that is valid, in base64.',
    },
    'onhand-webhook': { ...text, description: 'The id of the webhook, percent-encoded.' },
  },
  required: ['webhook-id', 'webhook-timestamp', 'webhook-signature', 'onhand-webhook'],
}

export function posted(field: string, title: string): Message {
  return {
    name: field,
    title,
    contentType: 'application/json',
    headers: POSTED_HEADERS,
    payload: ref(`${field}.event`),
  }
}

/** What is posted beside results. */
export const POSTED: Readonly<Record<string, Message>> = {
  ping: {
    name: 'ping',
    title: 'Are you there?',
    contentType: 'application/json',
    headers: POSTED_HEADERS,
    payload: object({ type: { const: 'ping' }, webhookId: text }),
  },
}

/** What became of reported events. */
export const RESULTS: Message = {
  name: 'results',
  title: 'What became of the events, one for each, in order',
  contentType: 'application/json',
  payload: object({ results: { type: 'array', items: ref('EventResult') } }),
}

/** What another system says, before its mapping. */
export const PAYLOAD: Message = {
  name: 'payload',
  title: 'What happened, in the words of its sender',
  contentType: 'application/json',
  payload: { description: 'Any JSON: what it means is said by the mapping.' },
}

const name = nullable(text)

/** What processes of one hub tell each other by Redis. */
export const FEED: Message = {
  name: 'changes',
  title: 'Something was committed',
  summary:
    'Numbers of a stream have no gap: whoever misses one reads PostgreSQL. More than 1,000 changes are told without naming them.',
  contentType: 'application/json',
  payload: {
    type: 'array',
    description: '[version, epoch, stream, from, to, changes, recordedAt]',
    items: [
      { const: 1, description: 'Of the format.' },
      { ...text, format: 'uuid', description: 'Of the database; another one after a restore.' },
      { type: 'integer', minimum: -1, description: 'The bucket; -1 is the stream of policies.' },
      { type: 'integer', minimum: 1, description: 'The first number.' },
      { type: 'integer', minimum: 1, description: 'The last number.' },
      {
        type: 'array',
        maxItems: 1_000,
        items: {
          type: 'array',
          description: '[number, subject, subjectId, sku, locationId]',
          items: [
            { type: 'integer', minimum: 1 },
            {
              enum: [
                'journal',
                'item',
                'reservation',
                'shipment',
                'return',
                'channel',
                'location',
                'stockPolicy',
                'erpSystem',
                'erpRoute',
                'authority',
              ],
            },
            name,
            name,
            name,
          ],
          minItems: 5,
          maxItems: 5,
        },
      },
      {
        type: 'integer',
        minimum: 0,
        description: "PostgreSQL's clock when it was recorded, in milliseconds since 1970.",
      },
    ],
    minItems: 6,
    maxItems: 7,
  },
}
