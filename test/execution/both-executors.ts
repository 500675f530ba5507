import '../../core/config.ts' // Keeps the gateway's telemetry off.
import { ApolloGateway } from '@apollo/gateway'
import { type GraphQLError, getOperationAST, parse, validate } from 'graphql'
import { executePlan } from '../../gateway/execution/execute.ts'
import { loadPlanner, type Planner } from '../../gateway/execution/planner.ts'
import { variableErrors } from '../../gateway/execution/variables.ts'
import type { SubgraphRequest, SubgraphResponse } from '../../gateway/subgraph-call.ts'

export type AnswerOf = (subgraph: string, request: SubgraphRequest) => Promise<SubgraphResponse>

/** What an executor made of an operation, and what it asked the subgraphs. */
export interface Made {
  /** As JSON, the order of fields included: what a client would get, and what was wrong. */
  readonly told: string
  /** Fetches, sorted: those of one step are sent at the same time. */
  readonly fetches: readonly string[]
}

type StockRequest = Parameters<ApolloGateway['executor']>[0]

/** The executor of @apollo/gateway and ours, on the same supergraph with the same plans. */
export class BothExecutors implements AsyncDisposable {
  readonly planner: Planner
  readonly #gateway: ApolloGateway
  #ask: AnswerOf = async () => ({})

  private constructor(gateway: ApolloGateway, planner: Planner) {
    this.#gateway = gateway
    this.planner = planner
  }

  static async open(supergraphSdl: string): Promise<BothExecutors> {
    let both: BothExecutors | undefined
    const gateway = new ApolloGateway({
      supergraphSdl,
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      buildService: ({ name = '' }) => ({
        process: async ({ request: { query = '', variables = {}, operationName } }) => {
          if (both === undefined) throw new Error('The gateway asks before it is ready.')
          const { data, errors } = await both.#ask(name, { query, variables, operationName })
          return {
            ...(data === undefined ? {} : { data }),
            ...(errors === undefined ? {} : { errors }),
          }
        },
      }),
    })
    await gateway.load()
    both = new BothExecutors(gateway, loadPlanner(supergraphSdl))
    return both
  }

  /** Whether the rules of GraphQL allow the document. */
  isValid(source: string): boolean {
    return validate(this.planner.schema, parse(source)).length === 0
  }

  async stock(source: string, variables: Record<string, unknown>, answer: AnswerOf, name?: string): Promise<Made> {
    const { document, operation } = operationOf(source, name)
    const fetches: string[] = []
    this.#ask = listening(answer, fetches)
    const request: StockRequest = {
      request: { query: source, variables, ...(name === undefined ? {} : { operationName: name }) },
      source,
      document,
      operation,
      operationName: operation.name?.value ?? null,
      queryHash: source,
      schema: this.planner.schema,
      schemaHash: '' as StockRequest['schemaHash'],
      context: {},
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      cache: { get: async () => undefined, set: async () => {}, delete: async () => {} },
      metrics: {},
      overallCachePolicy: undefined,
    }
    const told = await outcome(async () => {
      const { data, errors, extensions } = await this.#gateway.executor(request)
      return { data, errors, incomplete: extensions?.valueCompletion }
    })
    return { told, fetches: fetches.toSorted() }
  }

  async ours(source: string, variables: Record<string, unknown>, answer: AnswerOf, name?: string): Promise<Made> {
    const { document, operation } = operationOf(source, name)
    const fetches: string[] = []
    const told = await outcome(async () => {
      const errors = variableErrors(this.planner.schema, operation, variables)
      if (errors.length > 0) return { errors }
      const planned = this.planner.plan(document, operation)
      // What decides for operations that are known already has to agree.
      if (planned.variableErrors(variables).length > 0) throw new Error('The two checks of variables disagree.')
      return executePlan(planned, variables, listening(answer, fetches))
    })
    return { told, fetches: fetches.toSorted() }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#gateway.stop()
  }
}

function operationOf(source: string, name: string | undefined) {
  const document = parse(source)
  const operation = getOperationAST(document, name)
  if (operation == null) throw new Error('The test has no operation.')
  return { document, operation }
}

/** What comes back belongs to whoever asked: executors write into it. */
function listening(answer: AnswerOf, fetches: string[]): AnswerOf {
  return async (subgraph, request) => {
    fetches.push(`${subgraph}: ${request.query} ${JSON.stringify(request.variables)}`)
    return structuredClone(await answer(subgraph, request))
  }
}

interface Result {
  readonly data?: unknown
  readonly errors?: readonly unknown[] | undefined
  readonly incomplete?: readonly unknown[] | undefined
}

async function outcome(work: () => Promise<Result>): Promise<string> {
  try {
    const { data, errors, incomplete } = await work()
    return JSON.stringify({ data, errors: errors?.map(told), incomplete: incomplete?.map(told) }, null, 1)
  } catch (error) {
    return `thrown: ${error instanceof Error ? error.message : error}`
  }
}

function told(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { path, locations, extensions }: Partial<GraphQLError> = error
  return { message: sameBreach(error.message), path, locations, extensions: extensions ?? {} }
}

/**
 * A type name that is no text is a breach for which the stock executor has two messages, by whether a fragment or a field meets it first. Which of the two
 * it is, is not promised to anybody.
 */
function sameBreach(message: string): string {
  return message
    .replace(/^Got unexpected value for __typename: (.*)$/, 'Not a type name: $1')
    .replace(/^Invalid non-string value (.*) for __typename at .*$/, 'Not a type name: $1')
}
