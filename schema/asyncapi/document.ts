import type { GraphQLSchema } from 'graphql'
import { CLOSE_CODES } from '../close-codes.ts'
import { EVENT_ENVELOPE, EVENT_TYPES, readEventSchema } from '../events/index.ts'
import { addTypes, argumentsSchema, type JsonSchema, ref, schemaOf } from './json-schema.ts'
import {
  COMMON_SCHEMAS,
  eventSchema,
  FEED,
  type Message,
  PARTS_ANSWERED,
  PAYLOAD,
  POSTED,
  part,
  posted,
  RESULTS,
  SOCKET_ANSWERED,
  SOCKET_ASKED,
  STREAM_ANSWERED,
  STREAM_ASKED,
  socketEvent,
  streamEvent,
} from './messages.ts'

type Messages = Readonly<Record<string, Message>>

interface Operation {
  readonly action: 'send' | 'receive'
  readonly channel: string
  readonly title: string
  readonly description?: string
  readonly messages: readonly string[]
  readonly reply?: readonly string[]
  readonly bindings?: object
  /** The arguments of the subscription's field. */
  readonly 'x-arguments'?: JsonSchema
}

/**
 * Everything that the hub sends and receives, as a document of AsyncAPI 3.0: seen from the hub, which receives what clients send. Types, subscriptions and their arguments come from
 * the API schema, events from their JSON Schemas; the transports, which no schema knows, stand in `messages.ts`.
 */
export function asyncApi(api: GraphQLSchema): object {
  const schemas: Record<string, JsonSchema> = { ...COMMON_SCHEMAS }
  const sockets: Record<string, Message> = { ...SOCKET_ASKED, ...SOCKET_ANSWERED }
  const streams: Record<string, Message> = { ...STREAM_ASKED, ...STREAM_ANSWERED }
  const parts: Record<string, Message> = { ...STREAM_ASKED, ...PARTS_ANSWERED }
  const webhooks: Record<string, Message> = { ...POSTED }
  const operations: Record<string, Operation> = {}

  const post = { http: { method: 'POST', bindingVersion: '0.3.0' } }
  for (const field of Object.values(api.getSubscriptionType()?.getFields() ?? {})) {
    const { name, description } = field
    const [title = name] = (description ?? name).split(/(?<=[.:])\s/)
    addTypes(field.type, schemas)
    schemas[`${name}.arguments`] = argumentsSchema(field, schemas)
    schemas[`${name}.event`] = eventSchema(name, schemaOf(field.type))
    sockets[name] = socketEvent(name, title)
    streams[name] = streamEvent(name, title)
    parts[name] = part(name, title)
    webhooks[name] = posted(name, title)
    const told = { action: 'send', title, 'x-arguments': ref(`${name}.arguments`), messages: [name] } as const
    const more = description == null ? {} : { description }
    operations[`${name}OverSockets`] = { ...told, ...more, channel: 'sockets' }
    operations[`${name}AsStream`] = { ...told, ...more, channel: 'stream' }
    operations[`${name}InParts`] = { ...told, ...more, channel: 'parts' }
    operations[`${name}Posted`] = { ...told, ...more, channel: 'webhooks', bindings: post }
  }

  const events: Record<string, Message> = { results: RESULTS }
  for (const type of [EVENT_ENVELOPE, ...EVENT_TYPES] as const) schemas[type] = eventTypeSchema(type)
  for (const type of EVENT_TYPES) {
    const { title, description } = readEventSchema(type)
    events[type] = {
      name: type,
      title,
      summary: description,
      contentType: 'application/cloudevents+json',
      payload: ref(type),
    }
    webhooks[type] = events[type]
  }

  operations.askOverSockets = {
    action: 'receive',
    channel: 'sockets',
    title: 'What clients say',
    messages: Object.keys(SOCKET_ASKED),
  }
  operations.answerOverSockets = {
    action: 'send',
    channel: 'sockets',
    title: 'What is said beside events',
    messages: Object.keys(SOCKET_ANSWERED),
  }
  operations.askForStream = {
    action: 'receive',
    channel: 'stream',
    title: 'Ask for an event stream',
    messages: ['request'],
    reply: Object.keys(streams).filter((key) => key !== 'request'),
    bindings: post,
  }
  operations.askForParts = {
    action: 'receive',
    channel: 'parts',
    title: 'Ask for an answer in parts',
    messages: ['request'],
    reply: Object.keys(parts).filter((key) => key !== 'request'),
    bindings: post,
  }
  operations.reportEvents = {
    action: 'receive',
    channel: 'events',
    title: 'Report what happened',
    messages: [...EVENT_TYPES],
    reply: ['results'],
    bindings: post,
  }
  operations.reportPayload = {
    action: 'receive',
    channel: 'mapped',
    title: "Report what happened in the sender's own words",
    messages: ['payload'],
    reply: ['results'],
    bindings: post,
  }
  operations.tellEvents = {
    action: 'send',
    channel: 'webhooks',
    title: 'Tell what happened',
    messages: [...EVENT_TYPES],
    bindings: post,
  }
  operations.pingReceiver = {
    action: 'send',
    channel: 'webhooks',
    title: 'Ask whether a receiver is there',
    messages: ['ping'],
    bindings: post,
  }
  operations.tellFeed = {
    action: 'send',
    channel: 'feed',
    title: 'Tell other processes what was committed',
    messages: ['changes'],
  }
  operations.hearFeed = {
    action: 'receive',
    channel: 'feed',
    title: 'Hear what other processes committed',
    messages: ['changes'],
  }

  const channels: Readonly<Record<string, { readonly messages: Messages; readonly [key: string]: unknown }>> = {
    sockets: {
      address: '/graphql',
      title: 'WebSockets',
      description: `The subprotocol \`graphql-transport-ws\`. Idle sockets get a ping of WebSocket. How they are closed:\n\n${closes()}`,
      servers: [{ $ref: '#/servers/websocket' }],
      bindings: { ws: { method: 'GET', bindingVersion: '0.1.0' } },
      'x-close-codes': CLOSE_CODES,
      messages: sockets,
    },
    stream: {
      address: '/graphql/stream',
      title: 'Server-Sent Events',
      description:
        'GraphQL over SSE, distinct connections mode: POST a request, or GET with its parameters in the URL, with `accept: text/event-stream`. `/graphql` answers in the same way.',
      servers: [{ $ref: '#/servers/http' }],
      messages: streams,
    },
    parts: {
      address: '/graphql',
      title: "Apollo's multipart protocol for subscriptions",
      description: 'POST a request with `accept: multipart/mixed;subscriptionSpec=1.0`; each part is JSON.',
      servers: [{ $ref: '#/servers/http' }],
      messages: parts,
    },
    events: {
      address: '/events',
      title: 'What happened',
      description:
        'CloudEvents 1.0: one, a batch (`application/cloudevents-batch+json`), or a line each (`application/x-ndjson`).',
      servers: [{ $ref: '#/servers/http' }],
      messages: events,
    },
    mapped: {
      address: '/events/mapped/{name}',
      title: "What happened, in the sender's own words",
      description:
        'Any JSON, of which the newest version of a mapping makes events; `/events/mapped/{name}/{version}` names a version. With a credential, or signed as the mapping says.',
      servers: [{ $ref: '#/servers/http' }],
      parameters: { name: { description: 'The name of the mapping.' } },
      messages: { payload: PAYLOAD, results: RESULTS },
    },
    webhooks: {
      address: null,
      title: 'Webhooks',
      description:
        'Results of a subscription that the hub keeps (`upsertWebhook`), or events where that asks for them, each posted to the URL that it was stored with, until the receiver answers 2xx; signed as Standard Webhooks says.',
      messages: webhooks,
    },
    feed: {
      address: 'onhand:feed:{hub}:{stream}',
      title: 'The feed between processes of one hub',
      description:
        'Pub/sub of Redis, by sharded channels in a cluster. Internal: its format may change with any version.',
      servers: [{ $ref: '#/servers/redis' }],
      parameters: {
        hub: { description: 'What keeps hubs apart that share a Redis.' },
        stream: { description: 'The bucket, or -1 for policies. In a cluster it is what the slot is taken of.' },
      },
      messages: { changes: FEED },
    },
  }

  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Onhand',
      version: '1.0.0',
      description:
        'Everything that a hub sends and receives. Made from its schema; the hub serves it at `/asyncapi.json`.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    defaultContentType: 'application/json',
    servers: {
      websocket: server('{host}', 'ws', 'Where the hub listens; `wss` behind a proxy that ends TLS.'),
      http: server('{host}', 'http', 'Where the hub listens; `https` behind a proxy that ends TLS.'),
      redis: server('{host}', 'redis', 'REDIS_URL. Unset, a hub is one process and tells itself.', 'localhost:6379'),
    },
    channels: Object.fromEntries(
      Object.entries(channels).map(([name, { messages, ...channel }]) => [
        name,
        {
          ...channel,
          messages: Object.fromEntries(
            Object.keys(messages).map((key) => [key, { $ref: `#/components/messages/${name}.${key}` }]),
          ),
        },
      ]),
    ),
    operations: Object.fromEntries(
      Object.entries(operations).map(([name, { channel, messages, reply, ...operation }]) => [
        name,
        {
          ...operation,
          channel: { $ref: `#/channels/${channel}` },
          messages: messages.map((key) => ({ $ref: `#/channels/${channel}/messages/${key}` })),
          ...(reply === undefined
            ? {}
            : {
                reply: {
                  channel: { $ref: `#/channels/${channel}` },
                  messages: reply.map((key) => ({ $ref: `#/channels/${channel}/messages/${key}` })),
                },
              }),
        },
      ]),
    ),
    components: {
      messages: Object.fromEntries(
        Object.entries(channels).flatMap(([name, { messages }]) =>
          Object.entries(messages).map(([key, message]) => [`${name}.${key}`, message]),
        ),
      ),
      schemas,
    },
  }
}

function server(host: string, protocol: string, description: string, byDefault = 'localhost:4000') {
  return { host, protocol, description, variables: { host: { default: byDefault } } }
}

function closes(): string {
  return Object.entries(CLOSE_CODES)
    .map(([code, why]) => `- ${code}: ${why}`)
    .join('\n')
}

/** As it is published, with references that lead into this document. */
function eventTypeSchema(type: Parameters<typeof readEventSchema>[0]): JsonSchema {
  const { $id, $schema, ...schema } = readEventSchema(type)
  return Object(redirected(schema))
}

function redirected(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redirected)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, of]) => [
      key,
      key === '$ref' && typeof of === 'string' ? target(of) : redirected(of),
    ]),
  )
}

/** `onhand.event.v1#/definitions/text`, or `#/definitions/text` within that one itself. */
function target(reference: string): string {
  const [name = '', path = ''] = reference.split('#')
  return `#/components/schemas/${name === '' ? EVENT_ENVELOPE : name}${path}`
}
