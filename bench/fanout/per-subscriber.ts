import { once } from 'node:events'
import { createServer } from 'node:http'
import { buildSchema, GraphQLObjectType } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { createClient } from 'redis'
import { WebSocketServer } from 'ws'
import { States } from './events.ts'
import { CHANNEL, urlOf } from './redis-channel.ts'

/*
 * The usual way: graphql-ws and graphql-js with an execution for each subscriber and event, driven by Redis. Run by `npm run bench -- fanout`.
 */

const states = new States()

const redis = createClient({ url: process.env.REDIS_URL ?? '' })
redis.on('error', (error) => console.error(error))
await redis.connect()
await redis.subscribe(CHANNEL, (message) => states.tell(JSON.parse(message)))

const schema = buildSchema(`
  type Query { availability: Availability }
  type Subscription { availabilityChanged(skus: [ID!], channelId: ID!): Availability! }
  type Availability { sku: ID! quantity: Int! status: Status! cursor: String! }
  enum Status { IN_STOCK LOW_STOCK BACKORDER OUT_OF_STOCK }
`)
const subscription = schema.getSubscriptionType()
if (!(subscription instanceof GraphQLObjectType)) throw new Error('The schema has no subscriptions')
const field = subscription.getFields().availabilityChanged
if (field === undefined) throw new Error('The schema lacks its subscription')
field.subscribe = (_root, { skus }) => states.follow(skus)
field.resolve = (state) => state

const http = createServer((_request, response) => response.writeHead(404).end())
useServer({ schema }, new WebSocketServer({ server: http, perMessageDeflate: false }))
http.listen(0, '127.0.0.1')
await once(http, 'listening')
console.log(JSON.stringify({ url: urlOf(http) }))
