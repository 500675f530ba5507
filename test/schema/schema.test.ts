import '../../core/config.ts' // Keeps the gateway's telemetry off.
import { readdirSync, readFileSync } from 'node:fs'
import { ApolloGateway } from '@apollo/gateway'
import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isScalarType,
  Kind,
  parse,
  validate,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { accessByField } from '../../schema/access.ts'
import { breakingChanges, checkSchema } from '../../schema/check.ts'
import { CompositionError, compose } from '../../schema/composition.ts'
import { readSubgraphSchema, readSupergraph, SUBGRAPHS, type SubgraphName } from '../../schema/index.ts'
import { lintAccess, lintApi } from '../../schema/lint.ts'
import { scalars } from '../../schema/scalars.ts'

const composition = compose()

/** The composition with one subgraph's text changed. */
function planted(subgraph: SubgraphName, from: string, to: string) {
  const sdl = readSubgraphSchema(subgraph)
  expect(sdl.includes(from), `${subgraph} contains ${from}`).toBe(true)
  return compose((name) => (name === subgraph ? sdl.replace(from, to) : readSubgraphSchema(name)))
}

describe('the committed schema', () => {
  test('is fresh, clean and breaks no released client', async () => {
    expect(await checkSchema(composition)).toEqual([])
  })

  test('composes without anything that the composer would point out', () => {
    expect(composition.hints).toEqual([])
  })

  test('composes to the same text every time', () => {
    expect(compose().supergraph).toBe(composition.supergraph)
  })

  test.each(SUBGRAPHS)('%s can be served by @apollo/subgraph', (name) => {
    expect(
      buildSubgraphSchema(parse(readSubgraphSchema(name)))
        .getQueryType()
        ?.getFields(),
    ).toHaveProperty('_entities')
  })

  test('is loaded by the gateway', async () => {
    const gateway = new ApolloGateway({ supergraphSdl: readSupergraph() })
    const { schema } = await gateway.load()
    await gateway.stop()

    expect(Object.keys(schema.getSubscriptionType()?.getFields() ?? {})).toEqual([
      'availabilityChanged',
      'reservationChanged',
      'stockMovements',
    ])
  })

  test('every scalar has an implementation', () => {
    const names = Object.values(composition.api.getTypeMap()).filter(isScalarType)
    const own = names
      .map(({ name }) => name)
      .filter((name) => !['ID', 'String', 'Int', 'Float', 'Boolean'].includes(name))

    expect(own.toSorted()).toEqual(Object.keys(scalars).toSorted())
  })
})

describe('the check', () => {
  test('finds a supergraph that was not composed from the subgraphs', async () => {
    const changed = planted('stock', 'Name for people.', 'Name for folk.')

    expect(await checkSchema(changed)).toContain('schema/supergraph.graphql is stale: run `npm run codegen`')
  })

  test.each<[string, SubgraphName, string, string]>([
    ['a removed field', 'reservations', '  "Base units whose time was over."\n  expired: Quantity!\n', ''],
    ['a field that becomes nullable', 'availability', 'status: AvailabilityStatus!', 'status: AvailabilityStatus'],
    ['a removed enum value', 'transit', '  "Taken back before anything left."\n  CANCELED\n', ''],
    ['a new required input', 'stock', 'input ItemUnitInput {', 'input ItemUnitInput {\n  "New."\n  brand: String!'],
    ['a changed type', 'stock', 'attempts: Int!', 'attempts: String!'],
  ])('catches %s', async (_, subgraph, from, to) => {
    const { api } = planted(subgraph, from, to)

    expect(await breakingChanges(composition.api, api)).toHaveLength(1)
  })

  test('lets additions pass', async () => {
    const { api } = planted('stock', '  attempts: Int!', '  attempts: Int!\n  "New."\n  brand: String')

    expect(await breakingChanges(composition.api, api)).toEqual([])
  })

  test('subgraphs that contradict each other do not compose', () => {
    expect(() => planted('transit', 'type PageInfo @shareable', 'type PageInfo')).toThrow(CompositionError)
  })

  test.each<[SubgraphName, string, string, string]>([
    ['stock', '  "How often it was tried; at least 1."\n', '', 'DeadLetter.attempts has no description'],
    ['stock', 'attempts: Int!', 'Attempts: Int!', 'DeadLetter.Attempts types are PascalCase'],
    ['stock', 'attempts: Int!', 'attempts: Int! @deprecated', 'DeadLetter.attempts is deprecated without naming'],
    [
      'transit',
      ': CloseShipmentPayload @',
      ': CloseShipmentPayload! @',
      'Mutation.closeShipment answers with a nullable',
    ],
    ['transit', 'input: CloseShipmentInput!', 'what: CloseShipmentInput!', 'Mutation.closeShipment takes exactly one'],
    ['returns', 'enum ApproveRestockErrorCode {', 'enum ApproveRestockErrorCode { "New." X ', ''],
    [
      'reservations',
      '  ): ReservationConnection @',
      '  ): [Reservation] @',
      'Query.reservations is a list and must be',
    ],
    ['availability', '  ): [Availability] @', '  ): [Availability]! @', 'Query.availability must be nullable'],
  ])('the lint of %s: %s → %s', (subgraph, from, to, problem) => {
    const findings = lintApi(planted(subgraph, from, to).api).map((finding) => `${finding.at} ${finding.problem}`)

    expect(findings.filter((finding) => !finding.startsWith(problem))).toEqual([])
    expect(findings.length).toBe(problem === '' ? 0 : 1)
  })

  test('a root field without @access is found', () => {
    const changed = planted(
      'stock',
      '): InventoryItem @access(kinds: [STOREFRONT, PARTNER, OPERATOR, ADMIN])',
      '): InventoryItem',
    )

    expect(lintAccess(changed.supergraph, changed.api).map(({ at }) => at)).toEqual(['Query.item'])
  })
})

describe('access', () => {
  const access = accessByField(composition.supergraph)

  /** Every field that a kind of viewer can select, from any root, without the fields of inputs. */
  function reach(api: GraphQLSchema, kind: string): string[] {
    const fields = new Set<string>()
    const types = new Set<GraphQLNamedType>()
    const visit = (type: GraphQLNamedType) => {
      if (!isObjectType(type) || types.has(type)) return
      types.add(type)
      for (const field of Object.values(type.getFields())) {
        const name = `${type.name}.${field.name}`
        if (access.get(name)?.includes(kind) === false) continue
        fields.add(name)
        visit(getNamedType(field.type))
      }
    }
    for (const root of [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()]) if (root) visit(root)
    return [...fields].toSorted()
  }

  const rootsOf = (kind: string) =>
    reach(composition.api, kind).filter((name) => /^(Query|Mutation|Subscription)\./.test(name))

  test('survives composition from every subgraph', () => {
    const own = SUBGRAPHS.flatMap((name) => [...accessByField(readSubgraphSchema(name))])

    expect(own.length).toBeGreaterThan(50)
    for (const [field, kinds] of own) expect([field, access.get(field)]).toEqual([field, kinds])
  })

  test('a storefront reads availability and holds, confirms and releases; nothing else', () => {
    expect(rootsOf('STOREFRONT')).toEqual([
      'Mutation.confirmReservation',
      'Mutation.extendReservation',
      'Mutation.releaseReservation',
      'Mutation.reserve',
      'Query.availability',
      'Query.channel',
      'Query.channels',
      'Query.checkCart',
      'Query.item',
      'Query.location',
      'Query.reservation',
      'Query.viewer',
    ])
  })

  test('no path leads a storefront or a partner to balances, the journal, shipments, returns or dead letters', () => {
    const inside =
      /^(StockLevel|StockMovement|Shipment|ShipmentLine|Return|ReturnLine|DeadLetter|AvailabilityExplanation|AvailabilityTerm|StockException|ChannelLocation|ConsideredLocation)\./

    for (const kind of ['STOREFRONT', 'PARTNER']) {
      expect(reach(composition.api, kind).filter((name) => inside.test(name))).toEqual([])
    }
  })

  test('a partner also lists its reservations, listens, and has its own webhooks', () => {
    const storefront = new Set(rootsOf('STOREFRONT'))

    expect(rootsOf('PARTNER').filter((name) => !storefront.has(name))).toEqual([
      'Mutation.deleteWebhook',
      'Mutation.pingWebhook',
      'Mutation.replayWebhook',
      'Mutation.rotateWebhookSecret',
      'Mutation.upsertWebhook',
      'Query.reservations',
      'Query.webhook',
      'Query.webhookDeliveries',
      'Query.webhooks',
      'Subscription.availabilityChanged',
      'Subscription.reservationChanged',
    ])
  })

  test('a service reports events and knows who it is', () => {
    expect(rootsOf('SERVICE')).toEqual(['Mutation.recordEvents', 'Query.viewer'])
  })

  test('an operator does everything but administration, an administrator everything', () => {
    const operator = new Set(rootsOf('OPERATOR'))
    const roots = [...access.keys()].filter((name) => /^(Query|Mutation|Subscription)\./.test(name))

    expect(rootsOf('ADMIN')).toEqual(roots.toSorted())
    expect(roots.filter((name) => !operator.has(name))).toEqual([
      'Mutation.upsertChannel',
      'Mutation.upsertMarketplace',
      'Mutation.upsertErpSystem',
      'Mutation.setAuthority',
    ])
  })
})

describe('the operations that tests share', () => {
  const folder = new URL('../operations/', import.meta.url)
  const document = parse(
    readdirSync(folder)
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n'),
  )

  test('are valid', () => {
    expect(validate(buildSchema(composition.apiSdl), document).map((error) => error.message)).toEqual([])
  })

  test('cover every root field', () => {
    const selected = new Set(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.OPERATION_DEFINITION
          ? definition.selectionSet.selections.flatMap((field) =>
              field.kind === Kind.FIELD ? [`${definition.operation} ${field.name.value}`] : [],
            )
          : [],
      ),
    )
    const { api } = composition
    const roots = [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()]

    const all = roots.flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name.toLowerCase()} ${field}`),
    )
    expect([...selected].toSorted()).toEqual(all.toSorted())
  })
})
