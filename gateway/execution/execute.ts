import assert from 'node:assert'
import { ERRORS, errorCodeDef } from '@apollo/federation-internals'
import type { ConditionNode, FetchNode, PlanNode, QueryPlan, ResponsePath } from '@apollo/query-planner'
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql'
import type { SubgraphRequest, SubgraphResponse } from '../subgraph-call.ts'
import { type Data, isData, mergeInto, ownOf } from './merge.ts'
import { representationOf } from './representation.ts'
import { applyRewrites } from './rewrites.ts'
import type { Shape, Variables } from './shape.ts'

/** Asks a subgraph. Throws where there is no answer. */
export type AskSubgraph = (subgraph: string, request: SubgraphRequest) => Promise<SubgraphResponse>

/** What is to be executed, as it was planned. */
export interface Planned {
  readonly plan: QueryPlan
  readonly shape: Shape
  /** Values of variables that have defaults, for conditions of the plan. */
  readonly defaults: Variables
  /** With the types and fields of every subgraph. */
  readonly supergraphSchema: GraphQLSchema
}

export interface PlanResult {
  /** Absent where nothing can be said, and `errors` say why. */
  readonly data?: Data | null
  readonly errors?: readonly GraphQLError[]
  /** What a subgraph left out that must not be null, where no error tells it. */
  readonly incomplete?: readonly GraphQLError[]
}

/**
 * Executes a plan of @apollo/query-planner, by the rules of the executor of @apollo/gateway, with which tests compare it: the same fetches, the same answers, the same
 * errors. What depends on the operation alone was done when it was planned.
 */
export async function executePlan(planned: Planned, variables: Variables, ask: AskSubgraph): Promise<PlanResult> {
  const run: Run = { ...planned, variables, ask, data: {}, errors: [] }
  const { node } = planned.plan
  if (node?.kind === 'Subscription') throw new Error('Subscriptions are not executed as queries are.')
  if (node !== undefined) await runNode(run, node, { path: [], data: run.data })

  const { errors } = run
  try {
    const shaped = planned.shape(run.data, variables)
    if (errors.length > 0) return { errors, data: shaped.data }
    return shaped.errors.length > 0 ? { data: shaped.data, incomplete: shaped.errors } : { data: shaped.data }
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] }
    const thrown = error instanceof Error ? error : new Error(String(error))
    return { errors: [new GraphQLError(thrown.message, { originalError: thrown })] }
  }
}

interface Run extends Planned {
  readonly variables: Variables
  readonly ask: AskSubgraph
  readonly data: Data
  readonly errors: GraphQLError[]
}

/** Where in the answer a fetch adds to it: one object, or all those that stand at the same path. */
interface Place {
  readonly path: ResponsePath
  readonly data: unknown
}

async function runNode(run: Run, node: PlanNode, place: Place): Promise<void> {
  switch (node.kind) {
    case 'Sequence':
      for (const next of node.nodes) await runNode(run, next, place)
      return
    case 'Parallel':
      await Promise.all(node.nodes.map((next) => runNode(run, next, place)))
      return
    case 'Flatten': {
      const data = valuesAt(place.data, node.path, 0)
      if (!data) return
      return runNode(run, node.node, { path: [...place.path, ...node.path], data })
    }
    case 'Condition': {
      const next = isMet(node, run) ? node.ifClause : node.elseClause
      return next === undefined ? undefined : runNode(run, next, place)
    }
    case 'Fetch':
      try {
        await (node.requires === undefined
          ? fetchFields(run, node, place)
          : fetchEntities(run, node, node.requires, place))
      } catch (error) {
        run.errors.push(asGraphQLError(error))
      }
      return
    case 'Defer':
      assert.fail('@defer is not supported')
  }
}

function isMet({ condition }: ConditionNode, { variables, defaults }: Run): boolean {
  const given = ownOf(variables, condition)
  const value = given === undefined ? ownOf(defaults, condition) : given
  assert(value !== undefined, `Missing value for variable $${condition} (and no default found)`)
  if (typeof value === 'boolean') return value
  assert.fail(`Invalid non-boolean value ${value} for Boolean! variable $${condition}`)
}

/** Fields of the root. */
async function fetchFields(run: Run, fetch: FetchNode, place: Place): Promise<void> {
  const objects = objectsAt(place)
  if (objects.length === 0) return
  const data = await send(run, fetch, place, variablesOf(run, fetch))
  if (data == null) return
  applyRewrites(run.supergraphSchema, fetch.outputRewrites, data)
  for (const object of objects) mergeInto(object, data)
}

/** Fields that a subgraph adds to objects which others have found. */
async function fetchEntities(
  run: Run,
  fetch: FetchNode,
  requires: NonNullable<FetchNode['requires']>,
  place: Place,
): Promise<void> {
  const { supergraphSchema } = run
  const objects: Data[] = []
  const representations: Data[] = []
  for (const object of objectsAt(place)) {
    const representation = representationOf(supergraphSchema, object, requires)
    if (!representation?.__typename) continue
    applyRewrites(supergraphSchema, fetch.inputRewrites, representation)
    objects.push(object)
    representations.push(representation)
  }
  if (representations.length === 0) return

  const data = await send(run, fetch, place, { ...variablesOf(run, fetch), representations })
  if (data == null) return
  const entities = data._entities
  if (!Array.isArray(entities)) throw new Error('Expected "data._entities" in response to be an array')
  if (entities.length !== representations.length)
    throw new Error(`Expected "data._entities" to contain ${representations.length} elements`)

  for (const [index, object] of objects.entries()) {
    const entity: unknown = entities[index]
    if (!isData(entity)) continue
    if (!entity.__typename) entity.__typename = object.__typename
    applyRewrites(supergraphSchema, fetch.outputRewrites, entity)
    mergeInto(object, entity)
  }
}

function objectsAt({ data }: Place): Data[] {
  return Array.isArray(data) ? data.filter(isData) : isData(data) ? [data] : []
}

function variablesOf({ variables }: Run, { variableUsages = [] }: FetchNode): Data {
  const used: Data = {}
  for (const name of variableUsages) {
    const value = ownOf(variables, name)
    if (value !== undefined) used[name] = value
  }
  return used
}

async function send(
  { ask, errors, data }: Run,
  fetch: FetchNode,
  place: Place,
  variables: Variables,
): Promise<Data | null | undefined> {
  const response = await ask(fetch.serviceName, {
    query: fetch.operation,
    variables,
    operationName: fetch.operationName,
  })
  if (response.errors !== undefined) {
    const pathOf = pathsOf(fetch, place, data)
    for (const error of response.errors) errors.push(subgraphError(error, fetch.serviceName, pathOf(error.path)))
  }
  return response.data
}

type Path = readonly (string | number)[]

/** An error of an entity is told at its place in the answer; of others, the fields of the fetch. */
function pathsOf(fetch: FetchNode, place: Place, data: Data): (path: Path | undefined) => Path | undefined {
  let places: Path[] | undefined
  return (path) => {
    const index = path?.[1]
    if (fetch.requires === undefined || typeof index !== 'number') return path && [...place.path, ...path]
    if (places === undefined) {
      places = []
      collectPaths([], place.path, data, places)
    }
    return [...(places[index] ?? []), ...(path?.slice(2) ?? [])]
  }
}

function collectPaths(parent: Path, path: Path, data: unknown, found: Path[]): void {
  if (data == null) return
  const [head, ...rest] = path
  if (head === undefined) {
    found.push(parent)
  } else if (head === '@') {
    assert(Array.isArray(data), 'expected array when encountering `@`')
    for (const [index, value] of data.entries()) collectPaths([...parent, index], rest, value, found)
  } else if (Array.isArray(data)) {
    for (const [index, value] of data.entries()) collectPaths([...parent, index], path, value, found)
  } else if (isData(data) && Object.hasOwn(data, head)) {
    collectPaths([...parent, head], rest, data[head], found)
  }
}

/** What stands at a path: one value, or a list of all those that do. */
function valuesAt(value: unknown, path: ResponsePath, depth: number): unknown {
  const element = path[depth]
  if (element === undefined || value == null) return value
  if (element === '@') {
    assert(Array.isArray(value), 'Expected a list where the plan has one')
    return value.flatMap((entry: unknown) => valuesAt(entry, path, depth + 1))
  }
  assert(!Array.isArray(value), 'Unexpected list where the plan has none')
  return isData(value) ? valuesAt(ownOf(value, String(element)), path, depth + 1) : undefined
}

/** As the gateway tells it: with the place in the whole answer, and the name of the subgraph, which is left out before a client sees it. */
function subgraphError(error: GraphQLFormattedError, subgraph: string, path: Path | undefined): GraphQLError {
  const { extensions } = error
  const message = error.message || `Error while fetching subquery from service "${subgraph}"`
  const options = {
    ...(path === undefined ? {} : { path }),
    extensions: { ...extensions, serviceName: subgraph },
  }
  const known = errorCodeDef(typeof extensions?.code === 'string' ? extensions.code : '')
  if (known === undefined && extensions?.code) return new GraphQLError(message, options)
  return (known ?? ERRORS.DOWNSTREAM_SERVICE_ERROR).err(message, options)
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error
  const thrown = error instanceof Error ? error : new Error(String(error))
  return new GraphQLError(thrown.message, { originalError: thrown })
}
