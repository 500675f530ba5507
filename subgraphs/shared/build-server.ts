import { buildSubgraphSchema, type GraphQLSchemaModule } from '@apollo/subgraph'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { type GraphQLFormattedError, type GraphQLSchema, isObjectType, parse } from 'graphql'
import { VIEWER_HEADER, VIEWER_HEADER_BYTES_MAX, type ViewerTokens } from '../../core/access/viewer-token.ts'
import { readSubgraphSchema, type SubgraphName } from '../../schema/index.ts'
import { scalars } from '../../schema/scalars.ts'
import { requireAtLeast } from './at-least.ts'
import { type Caller, type LoaderScope, RequestContext, type Sources } from './context.ts'
import { formatErrors, RequestError } from './errors.ts'
import { checkArguments } from './input.ts'
import { InvalidQuery, Queries } from './queries.ts'

/** Bytes of a request from the gateway: representations of a few thousand entities, and events of `recordEvents`. */
const BODY_LIMIT_BYTES = 16 * 1024 * 1024

type ResolverMap = NonNullable<GraphQLSchemaModule['resolvers']>

export interface SubgraphParts<Loaders> {
  readonly name: SubgraphName
  /** Field → function, of every type of the subgraph; scalars are added. */
  readonly resolvers: ResolverMap
  /** Batched reads, made anew for each request. */
  readonly loaders: (scope: LoaderScope) => Loaders
  readonly sources: Sources
  /** Root fields of queries that make sure themselves that what they read contains the point which the request asks for (`readAtLeast`). Default: none. */
  readonly fieldsThatKnowTheirPoint?: readonly string[]
  /** Reads who is asking from what the gateway signed. Absent: the subgraph refuses every request over HTTP and serves its own process only. */
  readonly viewerTokens?: Pick<ViewerTokens, 'verify'> | undefined
}

export interface SubgraphRequest {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
  readonly operationName?: string | null | undefined
}

export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly GraphQLFormattedError[]
}

/** A subgraph: reachable over HTTP when its app listens, and directly in the same process. Both ways run the same code. */
export interface Subgraph {
  readonly name: SubgraphName
  readonly schema: GraphQLSchema
  readonly app: FastifyInstance
  /** Never throws: what goes wrong stands in `errors`. */
  execute(request: SubgraphRequest, caller: Caller): Promise<SubgraphAnswer>
  close(): Promise<void>
}

/**
 * Builds a subgraph: the SDL of `schema/` with these resolvers, its queries compiled. It reads no environment and does not
 * listen; whoever builds it does.
 */
export async function buildSubgraph<Loaders>(parts: SubgraphParts<Loaders>): Promise<Subgraph> {
  const { name, sources, viewerTokens } = parts
  const schema = schemaOf(name, parts.resolvers)
  const queries = new Queries(schema)
  const knowing = new Set(parts.fieldsThatKnowTheirPoint)
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    logger: false,
    http: { maxHeaderSize: VIEWER_HEADER_BYTES_MAX },
  })

  async function execute(request: SubgraphRequest, caller: Caller): Promise<SubgraphAnswer> {
    const context = new RequestContext(caller, sources, parts.loaders)
    try {
      const { query, variables, operationName } = request
      if (context.atLeast !== null && !queries.rootFieldsOf(query).every((field) => knowing.has(field))) {
        await requireAtLeast(context, context.atLeast)
      }
      const asked = { query, variables: variables ?? {}, operationName: operationName ?? undefined }
      const { data, errors } = await queries.run(asked, context)
      return { data: data ?? null, ...(errors === undefined ? {} : { errors: formatErrors(errors, context) }) }
    } catch (error) {
      return { errors: formatErrors(error instanceof InvalidQuery ? error.errors : [error], context) }
    }
  }

  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error instanceof RequestError ? 400 : (error.statusCode ?? 500)
    const known = status < 500 ? new RequestError('BAD_USER_INPUT', error.message) : error
    return reply
      .code(status)
      .send({ errors: formatErrors([known], { requestId: requestIdOf(request), log: sources.log }) })
  })

  app.get('/healthz', () => ({ status: 'ok', subgraph: name }))

  app.post('/graphql', async (request, reply) => {
    const signed = viewerTokens?.verify(headerOf(request, VIEWER_HEADER))
    if (signed === undefined) {
      const refused = new RequestError('UNAUTHENTICATED', 'A subgraph answers only what the gateway has signed.')
      const scope = { requestId: requestIdOf(request), log: sources.log }
      return reply.code(401).send({ errors: formatErrors([refused], scope) })
    }
    const answer = await execute(requestOf(request.body), { ...signed, atLeast: headerOf(request, 'onhand-at-least') })
    return reply.send(answer)
  })

  await app.ready()
  return { name, schema, app, execute, close: () => app.close() }
}

function schemaOf(name: SubgraphName, resolvers: ResolverMap): GraphQLSchema {
  const typeDefs = parse(readSubgraphSchema(name))
  const declared = new Set(
    typeDefs.definitions.flatMap((definition) =>
      definition.kind === 'ScalarTypeDefinition' ? [definition.name.value] : [],
    ),
  )
  const ownScalars = Object.fromEntries(Object.entries(scalars).filter(([scalar]) => declared.has(scalar)))
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...ownScalars, ...resolvers } }])
  checkArgumentsOfQueries(schema)
  return schema
}

/** Mutations check their input themselves, because there a bad text is a `userError`. */
function checkArgumentsOfQueries(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type === schema.getMutationType() || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (resolve === undefined || field.args.length === 0 || field.name === '_entities') continue
      field.resolve = (parent, args, context, info) => {
        checkArguments(args)
        return resolve(parent, args, context, info)
      }
    }
  }
}

function requestOf(body: unknown): SubgraphRequest {
  if (typeof body === 'object' && body !== null && 'query' in body && typeof body.query === 'string') {
    const { query } = body
    const variables = 'variables' in body ? body.variables : null
    const operationName = 'operationName' in body ? body.operationName : null
    if (isVariables(variables) && (operationName == null || typeof operationName === 'string')) {
      return { query, variables: variables ?? null, operationName: operationName ?? null }
    }
  }
  throw new RequestError('BAD_USER_INPUT', 'A request is JSON: { query, variables, operationName }.')
}

function isVariables(value: unknown): value is Record<string, unknown> | null | undefined {
  return value == null || (typeof value === 'object' && !Array.isArray(value))
}

function requestIdOf(request: FastifyRequest): string {
  return headerOf(request, 'x-request-id') ?? ''
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
