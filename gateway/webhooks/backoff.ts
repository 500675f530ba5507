/** Milliseconds until something that failed so many times in a row is tried again: twice as long each time, and spread, so that those who failed together do not come back together. */
export function backoffMs(
  failures: number,
  { minMs, maxMs }: { readonly minMs: number; readonly maxMs: number },
): number {
  return Math.min(maxMs, minMs * 2 ** Math.min(failures - 1, 30)) * (0.5 + Math.random() / 2)
}
