import { getOperationAST, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSupergraph } from '../../schema/index.ts'
import { ADMIN, openTestHub, type TestHub } from '../support/hub.ts'
import { type AnswerOf, BothExecutors } from './both-executors.ts'
import { Chance } from './chance.ts'
import { corpus } from './corpus.ts'
import { randomVariables } from './random-operation.ts'
import { Replay } from './replay.ts'

// Goal: what clients ask is answered as by @apollo/gateway. Method: both executors on the real subgraphs, with what they answered the first.
describe('both executors, asked what clients ask', () => {
  let hub: TestHub
  let both: BothExecutors
  let replay: Replay
  beforeAll(async () => {
    hub = await openTestHub('pglite')
    both = await BothExecutors.open(readSupergraph())
    await hub.shop(['MUG', 'CUP'], ['BER', 'LEJ'])
    await hub.count('MUG', 'BER', 7)
    await hub.reserve([{ sku: 'MUG', locationId: 'BER', quantity: 2 }])
  })
  afterAll(async () => {
    await both[Symbol.asyncDispose]()
    await hub[Symbol.asyncDispose]()
  })

  /** All subgraphs but one that is away. */
  function answersWithout(away?: string): AnswerOf {
    replay = new Replay()
    const subgraphs = new Map(
      Object.entries(hub.subgraphs).map(([name, { execute }]) => [name, replay.of(name, execute)]),
    )
    return async (name, request) => {
      const call = subgraphs.get(name)
      if (call === undefined) throw new Error(`There is no subgraph ${name}.`)
      if (name === away) throw new Error(`${name} is away.`)
      return call(request, { viewer: ADMIN, requestId: 'test', atLeast: null })
    }
  }

  test.each(corpus())('$name', async ({ name, source }) => {
    expect(both.isValid(source)).toBe(true)
    const operation = getOperationAST(parse(source))
    if (operation == null) throw new Error('The test has no operation.')

    for (let round = 0; round < 2; round++) {
      const variables = randomVariables(both.planner.schema, operation, new Chance(`${name} ${round}`))
      for (const away of [undefined, 'stock']) {
        const answer = answersWithout(away)
        const stock = await both.stock(source, { ...variables }, answer)
        const asked = replay.size
        const ours = await both.ours(source, { ...variables }, answer)
        expect(ours).toEqual(stock)
        // Ours asked nothing that the other had not.
        expect(replay.size).toBe(asked)
      }
    }
  })
})
