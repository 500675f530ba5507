import { setTimeout as sleep } from 'node:timers/promises'

export interface LookingOn {
  look(): Promise<void>
  /** From the end of one look to the next. */
  readonly everyMs: number
  /** When it is aborted, the look under way is the last. */
  readonly signal: AbortSignal
  readonly log: Record<'warn' | 'debug', (details: object, message: string) => void>
}

/** Looks again and again what there is to do for ERPs. That it cannot look is told when it begins. */
export async function lookOn({ look, everyMs, signal, log }: LookingOn): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await look()
      failures = 0
    } catch (error) {
      log[failures === 0 ? 'warn' : 'debug']({ err: error }, 'ERPs could not be looked for')
      failures++
    }
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {})
  }
}
