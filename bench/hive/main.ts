import { once } from 'node:events'
import { createServer } from 'node:http'
import { States } from '../fanout/events.ts'
import { CHANNEL, urlOf } from '../fanout/redis-channel.ts'

/*
 * Hive Gateway's runtime over two subgraphs in the same process: one has the subscription, driven by Redis, the other the one field that is added to each
 * event. Run by `npm run bench -- fanout`; its packages are those of this folder alone.
 *
 *     main.ts <supergraph SDL>, with REDIS_URL
 */

// Named in variables, because the types of the main package must not depend on whether these are installed.
const packages = {
  runtime: '@graphql-hive/gateway-runtime',
  transport: '@graphql-mesh/transport-common',
  schema: '@graphql-tools/schema',
  graphqlWs: 'graphql-ws/use/ws',
  ws: 'ws',
  redis: 'redis',
}

interface Runtime {
  createGatewayRuntime(options: object): { (...args: unknown[]): unknown; fetch(url: string): Promise<Response> }
  getGraphQLWSOptions(runtime: object, onContext: (context: { extra: { request: unknown } }) => object): object
}
interface Redis {
  on(event: 'error', listener: (error: unknown) => void): void
  connect(): Promise<unknown>
  subscribe(channel: string, listener: (message: string) => void): Promise<void>
}

const { createGatewayRuntime, getGraphQLWSOptions }: Runtime = await import(packages.runtime)
const { createDefaultExecutor }: { createDefaultExecutor(schema: object): object } = await import(packages.transport)
const { makeExecutableSchema }: { makeExecutableSchema(options: object): object } = await import(packages.schema)
const { useServer }: { useServer(options: object, server: object): void } = await import(packages.graphqlWs)
const { WebSocketServer }: { WebSocketServer: new (options: object) => object } = await import(packages.ws)
const { createClient }: { createClient(options: { url: string }): Redis } = await import(packages.redis)

const states = new States()
const redis = createClient({ url: process.env.REDIS_URL ?? '' })
redis.on('error', (error) => console.error(error))
await redis.connect()
await redis.subscribe(CHANNEL, (message) => states.tell(JSON.parse(message)))

const executors: Readonly<Record<string, object>> = {
  AVAILABILITY: createDefaultExecutor(
    makeExecutableSchema({
      typeDefs: /* GraphQL */ `
        type Query { availability: Availability }
        type Subscription { availabilityChanged(skus: [ID!], channelId: ID!): Availability! }
        type Availability { sku: ID! quantity: Int! status: Status! cursor: String! item: InventoryItem! }
        type InventoryItem { sku: ID! }
        enum Status { IN_STOCK LOW_STOCK BACKORDER OUT_OF_STOCK }
      `,
      resolvers: {
        Subscription: {
          availabilityChanged: {
            subscribe: (_root: unknown, { skus }: { skus: string[] }) => states.follow(skus),
            resolve: (state: unknown) => state,
          },
        },
        Availability: { item: ({ sku }: { sku: string }) => ({ sku }) },
      },
    }),
  ),
  STOCK: createDefaultExecutor(
    makeExecutableSchema({
      typeDefs: /* GraphQL */ `
        scalar _Any
        union _Entity = InventoryItem
        type Query { _entities(representations: [_Any!]!): [_Entity]! }
        type InventoryItem { sku: ID! title: String! }
      `,
      resolvers: {
        Query: {
          _entities: (_root: unknown, { representations }: { representations: { sku: string }[] }) =>
            representations.map(({ sku }) => ({ __typename: 'InventoryItem', sku, title: sku })),
        },
      },
    }),
  ),
}

const runtime = createGatewayRuntime({
  supergraph: process.argv[2],
  logging: false,
  maskedErrors: false,
  transports: {
    http: { getSubgraphExecutor: ({ subgraphName }: { subgraphName: string }) => executorOf(subgraphName) },
  },
})

function executorOf(subgraph: string): object {
  const executor = executors[subgraph.toUpperCase()]
  if (executor === undefined) throw new Error(`There is no subgraph ${subgraph}`)
  return executor
}

const http = createServer((request, response) => void runtime(request, response))
useServer(
  getGraphQLWSOptions(runtime, ({ extra }) => ({ request: extra.request })),
  new WebSocketServer({ server: http, perMessageDeflate: false }),
)
// The runtime listens for signals as well, and waits for what is under way.
process.once('SIGTERM', () => process.exit())
process.once('disconnect', () => process.exit())
// The runtime reads its supergraph with the first request over HTTP.
await runtime.fetch('http://127.0.0.1/graphql?query={__typename}')
http.listen(0, '127.0.0.1')
await once(http, 'listening')
console.log(JSON.stringify({ url: urlOf(http) }))
