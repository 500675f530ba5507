/** Milliseconds for which reading may fail before those who listen are told: a restart of a subgraph is no news. */
export const ERROR_AFTER_MS = 1_000

const RETRY_MS_MIN = 100
const RETRY_MS_MAX = 5_000

/** Milliseconds until a reading that failed so many times in a row is tried again. */
export function retryDelayMs(failures: number): number {
  return Math.min(RETRY_MS_MAX, RETRY_MS_MIN * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2)
}
