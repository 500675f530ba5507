import { buildSchema, GraphQLError, isObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../core/ingest/canonical.ts'
import { InvalidQuery, Queries } from '../../subgraphs/shared/queries.ts'

const schema = buildSchema(`
  scalar Moment
  enum Colour { RED GREEN }
  input Wish { name: String!, colour: Colour = GREEN, at: Moment, parts: [Part!], count: Int = 3 }
  input Part { name: String!, colour: Colour }
  input Tree { name: String!, left: Tree, right: [Tree!] }
  type Echo { text: String nothing: String never: String! fails: String later: String! }
  type Query { echo(wish: Wish, list: [Int!], id: ID, required: Int! = 7, tree: Tree): Echo number: Int! }
  type Mutation { count(by: Int!): Int! }
`)
let counter = 0
const resolvers: Record<string, Record<string, (parent: unknown, args: unknown) => unknown>> = {
  Query: { echo: (_root, args) => ({ text: canonicalJson(args) }), number: () => 1 },
  Mutation: { count: () => ++counter },
  Echo: {
    nothing: () => null,
    never: () => null,
    fails: () => {
      throw new GraphQLError('No.', { extensions: { code: 'NO' } })
    },
    later: async () => 'now',
  },
}
for (const [type, fields] of Object.entries(resolvers)) {
  const known = schema.getType(type)
  if (!isObjectType(known)) throw new Error(`There is no ${type}.`)
  for (const [name, resolve] of Object.entries(fields)) Object.assign(known.getFields()[name] ?? {}, { resolve })
}
const moment = schema.getType('Moment')
Object.assign(moment ?? {}, {
  parseValue: (value: unknown) => {
    if (typeof value !== 'string') throw new GraphQLError('A moment is text.')
    return new Date(value)
  },
})

async function told(queries: Queries, query: string, variables: Record<string, unknown>, operationName?: string) {
  try {
    const { data, errors } = await queries.run({ query, variables, operationName }, {})
    return JSON.stringify({
      data,
      errors: errors?.map(({ message, path, extensions = {} }) => ({ message, path, extensions })),
    })
  } catch (error) {
    if (!(error instanceof InvalidQuery)) throw error
    return JSON.stringify({ invalid: error.errors.map((one) => (one instanceof Error ? one.message : one)) })
  }
}

// Goal: what a query answers does not depend on how often it came. Method: graphql-js answers the first, the compiler of graphql-jit all others.
describe('queries of a subgraph', () => {
  const ECHO =
    'query Ask($wish: Wish, $list: [Int!], $id: ID) { echo(wish: $wish, list: $list, id: $id) { text later } }'
  test.each<[string, string, Record<string, unknown>, string?]>([
    ['without variables', '{ number echo(id: 7) { text nothing } }', {}],
    [
      'with variables',
      ECHO,
      { wish: { name: 'a', at: '2026-11-23T06:04:00Z', parts: [{ name: 'b' }] }, list: [1], id: 5 },
    ],
    ['with the name of its operation', ECHO, {}, 'Ask'],
    ['with the name of no operation', ECHO, {}, 'Other'],
    ['with one for a list', ECHO, { list: 3, wish: { name: 'a', parts: { name: 'b', colour: 'RED' } } }],
    ['with null', ECHO, { wish: null, list: null }],
    ['with more than it asks for', ECHO, { more: 1 }],
    ['with a default where nothing may be null', 'query ($n: Int! = 4) { echo(required: $n) { text } }', {}],
    [
      'with defaults',
      'query ($w: Wish = { name: "d" }, $c: Boolean = true) { echo(wish: $w) { text @include(if: $c) } }',
      {},
    ],
    ['with a value of another type', ECHO, { list: ['a'], id: 1.5 }],
    ['with a field that is not there', ECHO, { wish: { name: 'a', size: 1 } }],
    ['without a field that must be there', ECHO, { wish: {} }],
    ['with a scalar that refuses', ECHO, { wish: { name: 'a', at: 5 } }],
    ['with an enum that is none', ECHO, { wish: { name: 'a', colour: 'BLUE' } }],
    ['without a variable that must be there', 'query ($id: ID!) { echo(id: $id) { text } }', {}],
    [
      'with a type that contains itself',
      'query ($tree: Tree) { echo(tree: $tree) { text } }',
      { tree: { name: 'a', left: { name: 'b' }, right: [{ name: 'c', left: { name: 'd' } }] } },
    ],
    ['that fails in part', '{ a: echo { text fails nothing } number }', {}],
    ['that answers null where it must not', '{ a: echo { text never } number }', {}],
    [
      'with fragments and aliases',
      '{ ...Q } fragment Q on Query { x: echo { ...E } x: echo { y: text } } fragment E on Echo { text }',
      {},
    ],
    ['of two operations', 'query A { number } query B { n: number }', {}, 'B'],
    ['of two operations without a name', 'query A { number } query B { n: number }', {}],
    ['that does not parse', '{ number', {}],
    ['that is not valid', '{ nothing }', {}],
  ])('%s', async (_what, query, variables, operationName) => {
    const queries = new Queries(schema)
    const first = await told(queries, query, variables, operationName)
    expect(first).toMatch(/"(data|invalid)"/)
    for (let time = 2; time <= 4; time++) expect(await told(queries, query, variables, operationName)).toBe(first)
  })

  test('that are refused for their variables have no effect', async () => {
    const queries = new Queries(schema)
    const query = 'mutation ($by: Int!) { count(by: $by) }'
    counter = 0
    for (let time = 0; time < 3; time++) {
      expect(await told(queries, query, { by: 'x' })).toMatch(/^\{"invalid"/)
      await queries.run({ query, variables: { by: 1 }, operationName: undefined }, {})
    }
    expect(counter).toBe(3)
  })
})
