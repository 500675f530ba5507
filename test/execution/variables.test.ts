import fc from 'fast-check'
import { buildSchema, type GraphQLSchema, getOperationAST, isInputType, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { variableErrors, variablesCheck } from '../../gateway/execution/variables.ts'
import { readReleasedSchema } from '../../schema/index.ts'
import { Chance } from './chance.ts'
import { randomVariables } from './random-operation.ts'

const ODD = buildSchema(`
  type Query { a: Int }
  scalar Any
  enum Colour { RED GREEN }
  input Tree { left: Tree, right: [Tree!], value: Int! = 1, name: String!, colours: [[Colour!]!], any: Any }
  input Either @oneOf { number: Int, text: String, tree: Tree }
  input Inherited { constructor: Int }
`)

const JUNK: readonly unknown[] = [
  null,
  '',
  'RED',
  0,
  1.5,
  2 ** 31,
  -1,
  true,
  [],
  {},
  [null],
  [[]],
  { name: 'x' },
  { number: 1, text: 'x' },
]

/** An operation with variables of random types, some with defaults. */
function randomDefinitions(schema: GraphQLSchema, chance: Chance): string {
  const types = Object.values(schema.getTypeMap()).filter((type) => isInputType(type) && !type.name.startsWith('__'))
  const definitions = Array.from({ length: 1 + chance.below(3) }, (_, index) => {
    const name = chance.pick(types).name
    const wrapped = chance.pick([name, `${name}!`, `[${name}]`, `[${name}!]!`, `[[${name}]!]`])
    return `$v${index}: ${wrapped}${chance.is(0.1) ? ' = null' : ''}`
  })
  return `query (${definitions.join(', ')}) { __typename }`
}

/** Puts something else into some places. */
function spoil(value: unknown, chance: Chance): unknown {
  if (chance.is(0.08)) return chance.pick(JUNK)
  if (Array.isArray(value)) return value.map((entry) => spoil(entry, chance))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    if (chance.is(0.04)) return chance.is(0.5) ? [] : [[`${name}s`, inner]]
    return [[name, spoil(inner, chance)]]
  })
  return Object.fromEntries(fields)
}

describe.each([
  ['our own graph', buildSchema(readReleasedSchema())],
  ['one with odd input', ODD],
])('the check of variables, on %s', (_what, schema) => {
  test('accepts what graphql-js accepts, and nothing else', () => {
    let accepted = 0
    let refused = 0
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const chance = new Chance(seed)
        const operation = getOperationAST(parse(randomDefinitions(schema, chance)))
        if (operation == null) throw new Error('The test has no operation.')
        const values = spoil(randomVariables(schema, operation, chance), chance)
        const variables = typeof values === 'object' && values !== null ? { ...values } : {}
        const fits = variablesCheck(schema, operation)(variables)
        const errors = variableErrors(schema, operation, variables)
        if (fits) accepted++
        else refused++
        // In doubt it says no: that costs a second look and nothing else.
        if (fits || !hasDoubtful(variables)) expect([fits, variables]).toEqual([errors.length === 0, variables])
      }),
      { numRuns: 3_000 },
    )
    expect(Math.min(accepted, refused)).toBeGreaterThan(300)
  })
})

/** What graphql-js takes for an object without fields, or finds where nobody put it. */
function hasDoubtful(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0 || value.some(hasDoubtful)
  if (typeof value !== 'object' || value === null) return false
  return Object.hasOwn(value, 'constructor') || Object.values(value).some(hasDoubtful)
}
