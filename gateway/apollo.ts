import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { ValidationRule } from 'graphql'
import type { Admission } from './admission.ts'
import type { Log, OperationContext } from './context.ts'
import { CodedError, formatError, requestScope } from './errors.ts'
import { variableErrors } from './execution/variables.ts'
import type { KnownOperations } from './known-operations.ts'
import type { Supergraph } from './supergraph.ts'

export interface ApolloOptions {
  readonly supergraph: Supergraph
  readonly supergraphSdl: string
  /** Gets to know each operation that passed everything that is checked here. */
  readonly known: KnownOperations
  readonly admission: Admission
  readonly validationRules: readonly ValidationRule[]
  /** Operations of more tokens are not parsed. */
  readonly tokensMax: number
  readonly log: Log
}

/** Apollo Server: GraphQL over HTTP in all its ways, and the only place that parses and validates what clients ask. */
export function buildApollo(options: ApolloOptions): ApolloServer<OperationContext> {
  const { admission, validationRules, tokensMax, log } = options
  return new ApolloServer<OperationContext>({
    gateway: gatewayOf(options),
    // A page of another origin cannot make a browser send requests here: while the hub is open, nothing else would stop it.
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    // What is asked again and again is known below, and does not come here.
    documentStore: null,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: tokensMax },
    validationRules: [...validationRules],
    formatError: (formatted, thrown) =>
      formatError(formatted, thrown, requestScope.getStore() ?? { requestId: '', log }),
    logger: {
      debug: (message) => log.trace(String(message)),
      info: (message) => log.debug(String(message)),
      warn: (message) => log.warn(String(message)),
      error: (message) => log.error(String(message)),
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      operationPlugin(admission),
    ],
  })
}

const SUBSCRIBE_OTHERWISE =
  'Subscriptions are answered over a WebSocket at /graphql, as an event stream at /graphql/stream, or here to whom accepts multipart/mixed;subscriptionSpec=1.0.'

/** What Apollo Server takes in place of an `ApolloGateway`. */
function gatewayOf({
  supergraph,
  supergraphSdl,
  known,
}: ApolloOptions): ApolloServerOptionsWithGateway<OperationContext>['gateway'] {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: supergraph.schema, coreSupergraphSdl: supergraphSdl })
      return () => {}
    },
    load: async () => ({
      executor: async ({ request, source, document, operation, context }) => {
        if (!isOperationContext(context)) throw new Error('An operation came to be executed without its context.')
        const variables = request.variables ?? {}
        // Before planning, which costs more.
        const wrong = variableErrors(supergraph.schema, operation, variables)
        if (wrong.length > 0) return { errors: [...wrong] }
        const planned = known.findOrPlan(source, request.operationName ?? null, () =>
          supergraph.plan(document, operation),
        )
        return supergraph.execute(planned, variables, context)
      },
    }),
    stop: async () => {},
  }
}

/** Apollo Server hands on what the route made, under a wider type. */
function isOperationContext(context: Readonly<Record<string, unknown>>): context is OperationContext & typeof context {
  return 'viewer' in context && 'requestId' in context && 'transport' in context
}

/** Guards each operation before it is planned, and tells log and metrics what became of it. */
function operationPlugin(admission: Admission): ApolloServerPlugin<OperationContext> {
  return {
    async requestDidStart() {
      const startedAt = performance.now()
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (operation === undefined) {
            throw new CodedError(
              'BAD_USER_INPUT',
              'The document has no operation of the name given, or several and no name was given.',
              {
                status: 400,
              },
            )
          }
          if (operation.operation === 'subscription') {
            throw new CodedError('BAD_USER_INPUT', SUBSCRIBE_OTHERWISE, { nodes: operation, status: 400 })
          }
          await admission.admit({ document, operation, variables: request.variables ?? {}, context: contextValue })
        },

        async willSendResponse({ response, operation, operationName, contextValue }) {
          admission.tell({
            type: operation?.operation ?? 'unknown',
            name: operationName ?? undefined,
            errors: response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [],
            startedAt,
            context: contextValue,
          })
        },
      }
    },
  }
}
