import {
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IBackoff,
  type IBackoffFactory,
  type IHalfOpenAfterBackoffContext,
} from 'cockatiel'

export interface Breaker {
  readonly policy: CircuitBreakerPolicy
  /** Until when nothing is tried, in milliseconds since 1970; undefined while it is closed. */
  readonly openUntil: () => number | undefined
}

/** How a connector says that nobody answers. */
export type UnavailableClass = new (...args: never[]) => Error & { readonly retryAfterMs: number }

/**
 * Opens with the first call that is not answered, which is said by errors of the class `type`, and lets one through after a while that grows from failure to failure, spread so that those who failed together do not come back
 * together; never before the other side wants to be asked again.
 */
export function openBreaker(
  type: UnavailableClass,
  { minMs, maxMs }: { readonly minMs: number; readonly maxMs: number },
): Breaker {
  let until: number | undefined
  const spread = new ExponentialBackoff({ initialDelay: minMs, maxDelay: maxMs })
  const heeding = (
    backoff: IBackoff<unknown>,
    context: IHalfOpenAfterBackoffContext,
  ): IBackoff<IHalfOpenAfterBackoffContext> => {
    const duration = Math.max(backoff.duration, retryAfterMsOf(context, type))
    until = Date.now() + duration
    return { duration, next: (later) => heeding(backoff.next(later), later) }
  }
  const halfOpenAfter: IBackoffFactory<IHalfOpenAfterBackoffContext> = {
    next: (context) => heeding(spread.next(), context),
  }
  const policy = circuitBreaker(
    handleWhen((error) => error instanceof type),
    { breaker: new ConsecutiveBreaker(1), halfOpenAfter },
  )
  policy.onReset(() => {
    until = undefined
  })
  return { policy, openUntil: () => until }
}

function retryAfterMsOf({ result }: IHalfOpenAfterBackoffContext, type: UnavailableClass): number {
  return 'error' in result && result.error instanceof type ? result.error.retryAfterMs : 0
}
