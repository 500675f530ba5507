import type { SubgraphCall, SubgraphResponse } from '../../gateway/subgraph-call.ts'

/**
 * Has every question answered as it was answered the first time, so that two who ask the same are told the same, also by a mutation. Everyone gets a copy of their own.
 */
export class Replay {
  readonly #answers = new Map<string, SubgraphResponse>()

  get size(): number {
    return this.#answers.size
  }

  of(subgraph: string, call: SubgraphCall): SubgraphCall {
    return async (request, caller) => {
      const { viewer, atLeast } = caller
      const question = JSON.stringify([subgraph, request.query, request.variables, viewer, atLeast])
      let answer = this.#answers.get(question)
      if (answer === undefined) {
        answer = await call(request, caller)
        this.#answers.set(question, structuredClone(answer))
      }
      return structuredClone(answer)
    }
  }
}
