import { setTimeout as sleep } from 'node:timers/promises'
import { type Profile, profile } from './profile.ts'

/*
 * Loaded into a server with `--import`, so that whoever measures it can ask over IPC what it uses: the same for every contender.
 */

export type ObservedRequest =
  | { readonly kind: 'usage' }
  | { readonly kind: 'profile begins' }
  | { readonly kind: 'profile ends'; readonly folder: string; readonly name: string }

export interface Usage {
  /** Bytes, after the garbage collector ran (needs `--expose-gc`). */
  readonly rss: number
  /** Bytes of JavaScript, buffers included. */
  readonly heap: number
  /** Milliseconds of processor time since the process began: before the garbage collector ran for this, and after. */
  readonly cpuMs: number
  readonly cpuAfterMs: number
}

export type ObservedAnswer = { readonly kind: 'usage'; readonly usage: Usage } | { readonly kind: 'profile' }

let profiling: Profile | undefined

async function answer(request: ObservedRequest): Promise<ObservedAnswer | undefined> {
  switch (request.kind) {
    case 'usage': {
      const before = cpuMs()
      // What one run frees can free more in the next, and pages go back to the system a little later.
      for (let round = 0; round < 3; round++) {
        globalThis.gc?.()
        await sleep(50)
      }
      const { rss, heapUsed, external } = process.memoryUsage()
      return { kind: 'usage', usage: { rss, heap: heapUsed + external, cpuMs: before, cpuAfterMs: cpuMs() } }
    }
    case 'profile begins':
      profiling = await profile()
      return { kind: 'profile' }
    case 'profile ends':
      await profiling?.save(request.folder, request.name)
      return { kind: 'profile' }
    default:
      return undefined
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

process.on('message', (request: ObservedRequest) => {
  void answer(request).then((answered) => {
    if (answered !== undefined) process.send?.(answered)
  })
})
// Being asked is no reason to live on.
process.channel?.unref()
