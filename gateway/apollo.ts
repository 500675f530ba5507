import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLFormattedError, ValidationRule } from 'graphql'
import type { CursorCodec } from '../core/feed/cursor.ts'
import { atLeastOf } from './at-least.ts'
import type { Log, OperationContext } from './context.ts'
import { CodedError, formatError, requestScope } from './errors.ts'
import { type Guard, runGuards } from './guards/index.ts'
import type { Metrics } from './metrics.ts'
import type { Supergraph } from './supergraph.ts'

export interface ApolloOptions {
  readonly supergraph: Supergraph
  readonly validationRules: readonly ValidationRule[]
  /** Operations of more tokens are not parsed. */
  readonly tokensMax: number
  /** Read when an operation comes: guards need the schema, which is there once the server has started. */
  readonly guards: () => readonly Guard[]
  readonly cursors: CursorCodec
  readonly metrics: Metrics
  readonly log: Log
}

export function buildApollo(options: ApolloOptions): ApolloServer<OperationContext> {
  const { supergraph, validationRules, tokensMax, log } = options
  return new ApolloServer<OperationContext>({
    gateway: supergraph.gateway,
    // A page of another origin cannot make a browser send requests here: while the hub is open, nothing else would stop it.
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
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
      operationPlugin(options),
    ],
  })
}

/** Guards each operation before it is planned, and tells log and metrics what became of it. */
function operationPlugin({ guards, cursors, metrics }: ApolloOptions): ApolloServerPlugin<OperationContext> {
  return {
    async requestDidStart({ contextValue: { transport } }) {
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
            throw new CodedError('BAD_USER_INPUT', 'Subscriptions are answered over a WebSocket at /graphql.', {
              nodes: operation,
              status: 400,
            })
          }
          const variables = request.variables ?? {}
          await runGuards(guards(), { document, operation, variables, context: contextValue })
          contextValue.atLeast = atLeastOf(operation, document, variables, cursors)
        },

        async willSendResponse({ response, operation, operationName, contextValue }) {
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : []
          const type = operation?.operation ?? 'unknown'
          const durationMs = performance.now() - startedAt
          metrics.operationSeconds.observe({ type, transport }, durationMs / 1000)
          for (const code of errors.map(codeOf)) metrics.errors.inc({ code })
          contextValue.log.info(
            {
              type,
              operation: operationName ?? undefined,
              durationMs: Math.round(durationMs * 10) / 10,
              ...(errors.length === 0 ? {} : { codes: [...new Set(errors.map(codeOf))] }),
            },
            'operation',
          )
        },
      }
    },
  }
}

function codeOf(error: GraphQLFormattedError): string {
  return String(error.extensions?.code ?? 'INTERNAL_SERVER_ERROR')
}
