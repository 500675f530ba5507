/** What the program ends with. */
export const EXIT = {
  ok: 0,
  /** It failed, or what it was asked to compare differs. */
  failed: 1,
  /** It was called or set up in a way that it cannot work. */
  usage: 2,
} as const

/** Whoever called the program can mend this; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
