import type { Parts } from './parts.ts'

/**
 * One reading for all metrics that it fills: the collector of each of them. They are asked at the same time, and whoever does not wait for the reading tells what the one before has found. Where it fails that is told in the
 * log as `message`, and what else there is to tell is told all the same.
 */
export function together(
  log: Pick<Parts['log'], 'debug'>,
  message: string,
  read: () => Promise<void>,
): () => Promise<void> {
  let reading: Promise<void> | undefined
  return () => {
    reading ??= read()
      .catch((error: unknown) => log.debug({ err: error }, message))
      .finally(() => {
        reading = undefined
      })
    return reading
  }
}
