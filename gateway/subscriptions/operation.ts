import type { ApolloServer } from '@apollo/server'
import {
  type DocumentNode,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql'
import type { Viewer } from '../../core/access/viewer.ts'
import type { AnswerKnown } from '../answer-known.ts'
import type { Log, OperationContext } from '../context.ts'
import { CodedError, type ErrorCode, formatError, requestScope } from '../errors.ts'
import { type Guard, runGuards } from '../guards/index.ts'
import { requireShallow } from '../guards/nesting.ts'
import type { KnownOperations } from '../known-operations.ts'
import type { Metrics } from '../metrics.ts'
import type { LiveQueries, Subscription } from './live-queries.ts'
import type { Wrapping } from './outlet.ts'
import type { Full, Place, Places } from './places.ts'

/** What every transport that carries more than one answer asks through. */
export interface OperationOptions {
  readonly apollo: ApolloServer<OperationContext>
  readonly known: Pick<KnownOperations, 'find'>
  readonly answerKnown: AnswerKnown
  readonly live: LiveQueries
  /** How many subscriptions there may be. */
  readonly subscriptions: Places
  readonly schema: GraphQLSchema
  readonly validationRules: readonly ValidationRule[]
  /** Operations of more tokens are not parsed. */
  readonly tokensMax: number
  readonly guards: readonly Guard[]
  readonly metrics: Metrics
}

/** What a client asks (GraphQL over HTTP, "Request Parameters"). */
export interface OperationRequest {
  readonly query: string
  readonly operationName?: string | null | undefined
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined
  /** The cursor of the last event that the client got, where the transport itself carries it: resumes in place of the argument `after`. */
  readonly lastEventId?: string | undefined
}

/** Who asks, and through what. */
export interface Asking {
  readonly viewer: Viewer
  readonly requestId: string
  readonly log: Log
  readonly transport: Exclude<OperationContext['transport'], 'http' | 'live-query'>
  /** How results of a subscription are written, for transports that `pour` them. */
  readonly wrapping?: Wrapping
}

/** What a transport goes on with. */
export type Prepared =
  | { readonly kind: 'refused'; readonly errors: readonly GraphQLError[] }
  /** Every change from now on will be told. */
  | { readonly kind: 'subscription'; readonly document: DocumentNode; readonly subscription: Subscription }
  | { readonly kind: 'single'; readonly document: DocumentNode; answer(): Promise<FormattedExecutionResult> }

/**
 * One operation of a client, from its request to its end: parsed, checked by the same rules and guards, refused in the same words and answered by the same means, whatever
 * transport it came through. The transports only frame and write.
 */
export class Operation {
  readonly #options: OperationOptions
  readonly #request: OperationRequest
  readonly #context: OperationContext
  readonly #wrapping: Wrapping | undefined
  readonly #abort = new AbortController()
  #subscription: Subscription | undefined
  #place: Place | undefined

  constructor(options: OperationOptions, asking: Asking, request: OperationRequest) {
    const { viewer, requestId, log, transport, wrapping } = asking
    this.#options = options
    this.#request = request
    this.#wrapping = wrapping
    this.#context = { viewer, requestId, atLeast: null, signal: this.#abort.signal, log, transport }
  }

  /** Undefined for what cannot be parsed, which `prepare` will say. */
  get type(): 'query' | 'mutation' | 'subscription' | undefined {
    try {
      return this.#parse().operation.operation
    } catch {
      return undefined
    }
  }

  /** What there is to answer with. Never throws. */
  async prepare(): Promise<Prepared> {
    const startedAt = performance.now()
    try {
      const { document, operation } = this.#parse()
      if (operation.operation !== 'subscription') return { kind: 'single', document, answer: () => this.#answer() }
      const subscription = await this.#subscribe(document, operation)
      this.#subscription = subscription
      // The client may have lost interest meanwhile.
      if (this.#abort.signal.aborted) this.end()
      this.#tellSubscribed(operation, performance.now() - startedAt)
      return { kind: 'subscription', document, subscription }
    } catch (error) {
      this.#place?.leave()
      return { kind: 'refused', errors: this.#refuse(error instanceof Refused ? error.errors : [error]) }
    }
  }

  /** Nobody waits for it any more, or all was said. */
  end(): void {
    this.#abort.abort()
    this.#subscription?.close()
    this.#place?.leave()
  }

  /** The operation, where it was let through before. */
  #findKnown() {
    const { query, operationName, variables } = this.#request
    const known = this.#options.known.find(query, operationName ?? null)
    return known === undefined || known.variableErrors(variables ?? {}).length > 0 ? undefined : known
  }

  #parse(): { readonly document: DocumentNode; readonly operation: OperationDefinitionNode } {
    const known = this.#findKnown()
    if (known !== undefined) return known
    const { query, operationName } = this.#request
    requireShallow(query, this.#options.tokensMax)
    const document = parse(query, { maxTokens: this.#options.tokensMax })
    const operation = getOperationAST(document, operationName)
    if (operation == null) {
      throw new CodedError(
        'BAD_USER_INPUT',
        'The document has no operation of the name given, or several and no name was given.',
      )
    }
    return { document, operation }
  }

  async #subscribe(document: DocumentNode, operation: OperationDefinitionNode): Promise<Subscription> {
    const { schema, validationRules, guards, live } = this.#options
    const errors = validate(schema, document, [...specifiedRules, ...validationRules])
    if (errors.length > 0) throw new Refused(errors)
    const variables = this.#request.variables ?? {}
    await runGuards(guards, { document, operation, variables, context: this.#context })
    this.#takePlace()
    const after = this.#request.lastEventId
    return live.subscribe({
      document,
      operation,
      variables,
      context: this.#context,
      ticks: wantsTicks(this.#request),
      ...(after === undefined ? {} : { after }),
      ...(this.#wrapping === undefined ? {} : { wrapping: this.#wrapping }),
    })
  }

  #takePlace(): void {
    const place = this.#options.subscriptions.take()
    if (typeof place === 'string') throw tooMany(place)
    const full = place.claim(this.#context.viewer.client)
    if (full === undefined) {
      this.#place = place
      return
    }
    place.leave()
    throw tooMany(full)
  }

  #tellSubscribed({ name }: OperationDefinitionNode, durationMs: number): void {
    const { log, transport } = this.#context
    this.#options.metrics.operationSeconds.observe({ type: 'subscription', transport }, durationMs / 1000)
    log.info({ type: 'subscription', operation: name?.value, durationMs: Math.round(durationMs) }, 'operation')
  }

  async #answer(): Promise<FormattedExecutionResult> {
    const known = this.#findKnown()
    if (known === undefined) return this.#askApollo()
    return (await this.#options.answerKnown(known, this.#request.variables ?? {}, this.#context)).result
  }

  async #askApollo(): Promise<FormattedExecutionResult> {
    const { query, operationName, variables } = this.#request
    const { requestId, log } = this.#context
    const response = await requestScope.run({ requestId, log }, () =>
      this.#options.apollo.executeOperation(
        {
          query,
          ...(operationName == null ? {} : { operationName }),
          ...(variables == null ? {} : { variables }),
        },
        { contextValue: this.#context },
      ),
    )
    if (response.body.kind !== 'single') throw new Error('An operation was answered in parts.')
    return response.body.singleResult
  }

  #refuse(errors: readonly unknown[]): readonly GraphQLError[] {
    const { requestId, log } = this.#context
    const formatted = errors.map((error) => {
      const known =
        error instanceof GraphQLError
          ? error
          : new GraphQLError(errorOf(error).message, { originalError: errorOf(error) })
      // What graphql-js says of a document is about the client's mistake, and has no code of its own.
      const code: ErrorCode | undefined =
        error instanceof GraphQLError && known.extensions.code === undefined ? 'BAD_USER_INPUT' : undefined
      const json = known.toJSON()
      const told = formatError(code === undefined ? json : { ...json, extensions: { code } }, known, { requestId, log })
      this.#options.metrics.errors.inc({ code: String(told.extensions?.code) })
      return new GraphQLError(told.message, {
        nodes: known.nodes ?? null,
        source: known.source ?? null,
        positions: known.positions ?? null,
        path: known.path ?? null,
        extensions: told.extensions ?? null,
      })
    })
    log.info({ codes: [...new Set(formatted.map(({ extensions }) => extensions.code))] }, 'refused')
    return formatted
  }
}

/** `extensions { onhand { ticks } }` of a request. */
function wantsTicks({ extensions }: OperationRequest): boolean {
  const asked = extensions?.onhand
  return typeof asked === 'object' && asked !== null && 'ticks' in asked && asked.ticks === true
}

/** Milliseconds after which whoever found everything taken may try again. */
const RETRY_AFTER_MS = 5_000

function tooMany(full: Full): CodedError {
  return full === 'client'
    ? new CodedError('RATE_LIMITED', 'This client has as many subscriptions as it may. End some, or try again later.', {
        extensions: { retryAfterMs: RETRY_AFTER_MS },
      })
    : new CodedError('SERVICE_UNAVAILABLE', 'There are as many subscriptions as there may be. Try again later.', {
        extensions: { retryAfterMs: RETRY_AFTER_MS },
      })
}

/** Several reasons at once, as validation finds them. */
class Refused extends Error {
  override readonly name = 'Refused'
  readonly errors: readonly GraphQLError[]

  constructor(errors: readonly GraphQLError[]) {
    super('The document is not valid.')
    this.errors = errors
  }
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
