import { setTimeout as sleep } from 'node:timers/promises'

export interface LookingOn {
  /** For which there may be something to do, such as ERPs. */
  readonly what: string
  look(): Promise<void>
  /** From the end of one look to the next. */
  readonly everyMs: number
  /** When it is aborted, the look under way is the last. */
  readonly signal: AbortSignal
  readonly log: Record<'warn' | 'debug', (details: object, message: string) => void>
}

/** Looks again and again what there is to do. That it cannot look is told when it begins. */
export async function lookOn({ what, look, everyMs, signal, log }: LookingOn): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await look()
      failures = 0
    } catch (error) {
      log[failures === 0 ? 'warn' : 'debug']({ err: error }, `${what} could not be looked for`)
      failures++
    }
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {})
  }
}
