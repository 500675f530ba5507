import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSubgraphSchema, readSupergraph, SUBGRAPHS } from '../../schema/index.ts'
import { type AnswerOf, BothExecutors } from './both-executors.ts'
import { Chance } from './chance.ts'
import { composeLibrary, LIBRARY } from './library.ts'
import { randomOperation } from './random-operation.ts'
import { RandomSubgraph } from './random-subgraph.ts'

const ONHAND = Object.fromEntries(SUBGRAPHS.map((name) => [name, readSubgraphSchema(name)]))

/** Goal: our executor does what the one of @apollo/gateway does. Method: random operations, answered by subgraphs that answer at random. */
export function compareAtRandom(runs: number, timeoutMs: number): void {
  describe.each([
    ['our own supergraph', readSupergraph(), ONHAND],
    ['one with everything that federation has', composeLibrary(), LIBRARY],
  ])('both executors, on %s', (_what, supergraphSdl, subgraphs) => {
    let both: BothExecutors
    beforeAll(async () => {
      both = await BothExecutors.open(supergraphSdl)
    })
    afterAll(() => both[Symbol.asyncDispose]())

    test.each([
      ['that are well', false],
      ['that answer what their schema forbids', true],
    ])('ask the same and answer the same, with subgraphs %s', { timeout: timeoutMs }, async (_how, unwell) => {
      let executed = 0
      const property = fc.asyncProperty(fc.nat(), async (seed) => {
        const { source, variables } = randomOperation(both.planner.schema, new Chance(seed))
        if (!both.isValid(source)) return
        executed++
        const answer = answererOf(subgraphs, { seed, unwell })
        const stock = await both.stock(source, { ...variables }, answer)
        const ours = await both.ours(source, { ...variables }, answer)
        expect(ours, source).toEqual(stock)
      })
      await fc.assert(property, { numRuns: runs })
      expect(executed).toBeGreaterThan(runs / 3)
    })
  })
}

function answererOf(
  subgraphs: Readonly<Record<string, string>>,
  options: { readonly seed: number; readonly unwell: boolean },
): AnswerOf {
  const answering = new Map(Object.entries(subgraphs).map(([name, sdl]) => [name, new RandomSubgraph(sdl, options)]))
  return async (name, request) => {
    const subgraph = answering.get(name)
    if (subgraph === undefined) throw new Error(`There is no subgraph ${name}.`)
    return subgraph.answer(request)
  }
}
