import type { GraphQLFormattedError } from 'graphql'
import { CodedError, ERROR_CODES, type ErrorCode } from '../errors.ts'
import type { Subscription } from './live-queries.ts'
import type { ReservationState } from './reservation-watch.ts'

/**
 * One subscription to a reservation. It keeps the newest state that was not told, and ends when the last one was. Until the first state is there it is
 * not known whether there is anything to be followed.
 */
export class ReservationFollower implements Subscription {
  readonly #onClose: (follower: ReservationFollower) => void
  readonly #begun = Promise.withResolvers<void>()
  readonly #origin: () => string
  #state: ReservationState | undefined
  #failure: string | undefined
  #told: { readonly content: string; readonly cursor: string } | undefined
  #toldFailure: string | undefined
  #isOver = false
  #waiter: ((payload: string | undefined) => void) | undefined

  constructor(options: {
    readonly onClose: (follower: ReservationFollower) => void
    /** A cursor for those who have been told nothing. */
    readonly origin: () => string
  }) {
    this.#onClose = options.onClose
    this.#origin = options.origin
  }

  /** Resolves when there is a state to be told. Throws a `CodedError` when there is none. */
  get begun(): Promise<void> {
    return this.#begun.promise
  }

  tell(state: ReservationState): void {
    this.#begun.resolve()
    this.#failure = undefined
    this.#toldFailure = undefined
    if (this.#isOver || (this.#state ?? this.#told)?.content === state.content) return
    this.#state = state
    this.#handOver()
  }

  /** There is no such reservation, or not for this viewer; or not any more. */
  isMissing(requestId: string): void {
    const message = 'There is no such reservation.'
    this.#begun.reject(new CodedError('NOT_FOUND', message))
    if (this.#isOver) return
    const error = { message, extensions: { code: 'NOT_FOUND', requestId, retryable: false } }
    this.#failure = `{"errors":${JSON.stringify([error])},"data":null}`
    this.#isOver = true
    this.#handOver()
  }

  /** Whoever begins is told at once, the others when it lasts. */
  cannotBeRead(errors: readonly GraphQLFormattedError[], lasts: boolean): void {
    const [first] = errors
    const code = ERROR_CODES.find((known): known is ErrorCode => known === first?.extensions?.code)
    this.#begun.reject(new CodedError(code ?? 'INTERNAL_SERVER_ERROR', first?.message ?? 'Something went wrong.'))
    const content = JSON.stringify(errors.map(({ message }) => message))
    if (!lasts || this.#isOver || this.#toldFailure === content) return
    this.#toldFailure = content
    this.#failure = `{"errors":${JSON.stringify(errors)},"data":null}`
    this.#handOver()
  }

  next(): Promise<string | undefined> {
    return new Promise((resolve) => {
      this.#waiter = resolve
      this.#handOver()
    })
  }

  cursor(): string {
    return this.#told?.cursor ?? this.#origin()
  }

  close(): void {
    this.#isOver = true
    this.#state = undefined
    this.#failure = undefined
    this.#onClose(this)
    this.#handOver()
  }

  #handOver(): void {
    const waiter = this.#waiter
    if (waiter === undefined) return
    const state = this.#state
    const failure = this.#failure
    if (failure !== undefined) {
      this.#failure = undefined
      this.#waiter = undefined
      waiter(failure)
    } else if (state !== undefined) {
      this.#told = { content: state.content, cursor: state.cursor }
      this.#state = undefined
      this.#isOver = state.isLast
      this.#waiter = undefined
      waiter(state.payload)
    } else if (this.#isOver) {
      this.#waiter = undefined
      this.#onClose(this)
      waiter(undefined)
    }
  }
}
