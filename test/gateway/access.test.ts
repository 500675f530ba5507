import { buildSchema, type GraphQLSchema, getOperationAST, parse, validate } from 'graphql'
import pino from 'pino'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ViewerKind } from '../../core/access/viewer.ts'
import { VIEWER_KINDS } from '../../core/access/viewer-kinds.ts'
import { type AccessRules, accessGuard, readAccessRules } from '../../gateway/guards/access.ts'
import { readReleasedSchema, readSupergraph } from '../../schema/index.ts'

const log = pino({ level: 'silent' })

function check(schema: GraphQLSchema, rules: AccessRules, kind: ViewerKind, query: string): string {
  const document = parse(query)
  expect(validate(schema, document)).toEqual([])
  const operation = getOperationAST(document)
  if (operation == null) throw new Error('The test has no operation.')
  const viewer = { kind, client: 'test', channels: null, scopes: [] }
  const context = { viewer, requestId: 'test', atLeast: null, signal: undefined, log, transport: 'http' } as const
  try {
    accessGuard(schema, rules)({ document, operation, variables: {}, context })
    return 'allowed'
  } catch (error) {
    expect(error).toMatchObject({ extensions: { code: 'FORBIDDEN', http: { status: 403 } } })
    return error instanceof Error ? error.message : ''
  }
}

describe('@access of the supergraph', () => {
  let schema: GraphQLSchema
  const rules = readAccessRules(readSupergraph())
  beforeAll(() => {
    schema = buildSchema(readReleasedSchema())
  })

  test('every root field says whom it is for, and everything is for the admin', () => {
    for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
      for (const field of Object.keys(type?.getFields() ?? {})) expect(rules.has(`${type?.name}.${field}`)).toBe(true)
    }
    for (const kinds of rules.values()) expect(kinds.has('admin')).toBe(true)
  })

  test.each([
    ['a plain field', '{ items { nodes { sku } } }', 'Query.items'],
    ['an alias', '{ sku: items { nodes { sku } } }', 'Query.items'],
    ['a nested field', '{ item(sku: "A") { stockLevels { onHand } } }', 'InventoryItem.stockLevels'],
    [
      'a field behind entities of other subgraphs',
      '{ reservation(id: "r") { lines { item { shipments { id } } } } }',
      'InventoryItem.shipments',
    ],
    [
      'a fragment in a fragment',
      'query { item(sku: "A") { ...One } } fragment One on InventoryItem { ...Two } fragment Two on InventoryItem { createdAt }',
      'InventoryItem.createdAt',
    ],
    [
      'an inline fragment',
      '{ item(sku: "A") { ... on InventoryItem { ... { createdAt } } } }',
      'InventoryItem.createdAt',
    ],
    ['a field that is skipped', '{ item(sku: "A") { sku createdAt @skip(if: true) } }', 'InventoryItem.createdAt'],
    [
      'a mutation',
      'mutation { upsertChannel(input: { idempotencyKey: "k", id: "a", name: "A" }) { cursor } }',
      'Mutation.upsertChannel',
    ],
    [
      'a mutation whose payload leads on',
      'mutation { reserve(input: { idempotencyKey: "k", channelId: "web", lines: [] }) { reservation { lines { item { returns { id } } } } } }',
      'InventoryItem.returns',
    ],
    [
      'a subscription',
      'subscription { availabilityChanged(channelId: "web") { sku } }',
      'Subscription.availabilityChanged',
    ],
  ])('%s is refused to a storefront, by name', (_what, query, field) => {
    expect(check(schema, rules, 'storefront', query)).toContain(`storefront may not select ${field}.`)
    expect(check(schema, rules, 'admin', query)).toBe('allowed')
  })

  test('a storefront reads availability and holds stock', () => {
    const query =
      '{ availability(channelId: "web", skus: ["A"]) { sku quantity item { title } __typename } __schema { types { name } } }'
    expect(check(schema, rules, 'storefront', query)).toBe('allowed')
    const mutation =
      'mutation { reserve(input: { idempotencyKey: "k", channelId: "web", lines: [] }) { reservation { id } } }'
    expect(check(schema, rules, 'storefront', mutation)).toBe('allowed')
    expect(check(schema, rules, 'service', query)).not.toBe('allowed')
  })
})

test('an interface is as closed as its most closed implementation, and a root field without a rule is for the admin', () => {
  const sdl = `
    directive @access(kinds: [ViewerKind!]!) on FIELD_DEFINITION
    enum ViewerKind { STOREFRONT ADMIN }
    interface Named { name: String }
    type Open implements Named { name: String }
    type Closed implements Named { name: String @access(kinds: [ADMIN]) }
    union Any = Open | Closed
    type Query { named: Named @access(kinds: [STOREFRONT, ADMIN]) any: Any @access(kinds: [STOREFRONT, ADMIN]) forgotten: Int }
  `
  const schema = buildSchema(sdl)
  const rules = readAccessRules(sdl)
  expect(check(schema, rules, 'storefront', '{ named { name } }')).toContain('Closed.name')
  expect(check(schema, rules, 'storefront', '{ named { ... on Open { name } } }')).toBe('allowed')
  expect(check(schema, rules, 'storefront', '{ any { ... on Open { name } } }')).toBe('allowed')
  expect(check(schema, rules, 'storefront', '{ any { ... on Named { name } } }')).toContain('Closed.name')
  for (const kind of VIEWER_KINDS) {
    expect(check(schema, rules, kind, '{ forgotten }') === 'allowed').toBe(kind === 'admin')
  }
})
