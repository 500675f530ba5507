import {
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleType,
  type IBackoff,
  type IBackoffFactory,
  type IHalfOpenAfterBackoffContext,
} from 'cockatiel'
import { ErpUnavailable } from '../connector.ts'

export interface Breaker {
  readonly policy: CircuitBreakerPolicy
  /** Until when nothing is tried, in milliseconds since 1970; undefined while it is closed. */
  readonly openUntil: () => number | undefined
}

/**
 * Opens with the first call that an ERP does not answer, and lets one through after a while that grows from failure to failure, spread so that those who failed together do not come back together; never
 * before the ERP wants to be asked again.
 */
export function openBreaker({ minMs, maxMs }: { readonly minMs: number; readonly maxMs: number }): Breaker {
  let until: number | undefined
  const spread = new ExponentialBackoff({ initialDelay: minMs, maxDelay: maxMs })
  const heeding = (
    backoff: IBackoff<unknown>,
    context: IHalfOpenAfterBackoffContext,
  ): IBackoff<IHalfOpenAfterBackoffContext> => {
    const duration = Math.max(backoff.duration, retryAfterMsOf(context))
    until = Date.now() + duration
    return { duration, next: (later) => heeding(backoff.next(later), later) }
  }
  const halfOpenAfter: IBackoffFactory<IHalfOpenAfterBackoffContext> = {
    next: (context) => heeding(spread.next(), context),
  }
  const policy = circuitBreaker(handleType(ErpUnavailable), { breaker: new ConsecutiveBreaker(1), halfOpenAfter })
  policy.onReset(() => {
    until = undefined
  })
  return { policy, openUntil: () => until }
}

function retryAfterMsOf({ result }: IHalfOpenAfterBackoffContext): number {
  return 'error' in result && result.error instanceof ErpUnavailable ? result.error.retryAfterMs : 0
}
