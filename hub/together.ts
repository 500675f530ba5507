/**
 * One reading for all metrics that it fills: the collector of each of them. They are asked at the same time, and whoever does not wait for the reading tells what the one before has found.
 */
export function together(read: () => Promise<void>): () => Promise<void> {
  let reading: Promise<void> | undefined
  return () => {
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading
  }
}
