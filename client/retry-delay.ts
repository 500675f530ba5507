import type { Ending } from './ending.ts'

export interface RetryLimits {
  readonly retryDelayMsMin: number
  readonly retryDelayMsMax: number
}

/**
 * Milliseconds to wait before the next try, at random, so that a crowd that lost its connections at once does not come back at once. `failures`: how many tries in a row came to nothing.
 */
export function retryDelay({ within, notBefore }: Ending, failures: number, limits: RetryLimits): number {
  const { retryDelayMsMin, retryDelayMsMax } = limits
  const grown = Math.min(retryDelayMsMax, retryDelayMsMin * 2 ** Math.min(failures, 20))
  if (notBefore !== undefined) return notBefore * (1 + Math.random() / 2) + (failures === 0 ? 0 : Math.random() * grown)
  if (within !== undefined && failures === 0) return Math.random() * within
  return grown * (0.5 + Math.random() / 2)
}
