import type { Bus } from '../feed/bus.ts'
import type { Leases } from './leases.ts'
import { lookOn } from './look-on.ts'
import { Naps } from './naps.ts'

/** What somebody outside is told by one process at a time: an ERP, a marketplace. */
export interface Drivable {
  readonly id: string
  /** Name of the lease of whoever tells it. */
  readonly lease: string
  /** Where it is another one, it begins anew with its present settings. */
  readonly version: number
  readonly paused: boolean
}

/** Tells one of them, until it is stopped. */
export interface Driver {
  /** There may be something new. */
  nudge(): void
  /** Resolves when nothing of it goes on. */
  stop(): Promise<void>
}

/** Why one cannot be told anything now, and when it is tried again, in milliseconds since 1970. */
export interface NotBegun {
  readonly lastError: string
  readonly failingSince: number
  readonly nextAttemptAt: number
}

export interface DrivingOptions<One extends Drivable> {
  /** Those that are driven, for the log, such as ERPs. */
  readonly what: string
  readonly leases: Leases
  /** Milliseconds for which a process does its part without saying so again: what a process that went away costs. Default 10,000. */
  readonly leaseMs?: number | undefined
  /** Tells at once that there may be something new. */
  readonly bus: Pick<Bus, 'subscribe'>
  readonly list: () => Promise<readonly One[]>
  /** Rejects where there is no way to tell it anything: then `onNotBegun` is called, and it is tried again in a while. */
  readonly begin: (one: One, holds: () => boolean) => Driver | Promise<Driver>
  readonly onNotBegun: (one: One, error: unknown, why: NotBegun) => Promise<void>
  /** The lease of whoever looks through the feed for all of them. */
  readonly feedLease: string
  /** Looks through what is new in the feed, as long as there is something and it may go on, and nudges those it is for; all where none is named. */
  readonly lookThrough: (mayGoOn: () => boolean, nudge: (id?: string) => void) => Promise<void>
  /** Milliseconds between two looks at the feed without being told, and at least: what changes in a steady stream is taken together. */
  readonly pollMs: number
  readonly togetherMs: number
  /** While there is nothing to drive, the feed is looked through this often, by anybody, without a lease. Absent: not at all. */
  readonly pollIdleMs?: number
  readonly log: Record<'debug' | 'warn', (details: object, message: string) => void>
}

export interface Driving {
  /** Ends it; other processes go on at once. Calling it again does nothing. */
  close(): Promise<void>
}

const LEASE_MS = 10_000
const RETRY_MS = 1_000
/** Milliseconds until one is tried again that could not be begun. */
const BEGIN_RETRY_MS = 10_000
/** Longer than any wait that is meant: until somebody has something new. */
const UNTIL_WOKEN_MS = 60_000

/** Of all processes one looks through the feed, and one drives each of what there is: whoever has the lease. */
export function driveLeased<One extends Drivable>(options: DrivingOptions<One>): Driving {
  const { what, leases, leaseMs = LEASE_MS, feedLease, log } = options
  const closing = new AbortController()
  const { signal } = closing
  const naps = new Naps(signal)
  const driven = new Map<string, { readonly version: number; readonly driver: Driver }>()
  const notBefore = new Map<string, number>()
  let held: ReadonlySet<string> = new Set()
  let heldUntil = 0
  let hasAny = false

  const holds = (lease: string) => held.has(lease) && performance.now() < heldUntil && !signal.aborted
  const endListening = options.bus.subscribe(() => {
    if (hasAny) naps.wake()
  })

  async function look(): Promise<void> {
    const all = await options.list()
    if (!hasAny && all.length > 0) naps.wake()
    hasAny = all.length > 0
    const startedAt = performance.now()
    held = await leases.hold(hasAny ? [feedLease, ...all.map(({ lease }) => lease)] : [], leaseMs)
    heldUntil = startedAt + leaseMs * 0.7
    const mine = new Map(all.filter(({ lease, paused }) => held.has(lease) && !paused).map((one) => [one.id, one]))
    const gone = [...driven].filter(([id, { version }]) => mine.get(id)?.version !== version)
    await Promise.all(gone.map(([id]) => end(id)))
    await Promise.all([...mine.values()].map(begin))
  }

  async function begin(one: One): Promise<void> {
    const { id, version, lease } = one
    if (driven.has(id) || signal.aborted || performance.now() < (notBefore.get(id) ?? 0)) return
    try {
      const driver = await options.begin(one, () => holds(lease))
      driven.set(id, { version, driver })
    } catch (error) {
      notBefore.set(id, performance.now() + BEGIN_RETRY_MS)
      const now = Date.now()
      const lastError = error instanceof Error ? error.message : String(error)
      await options.onNotBegun(one, error, { lastError, failingSince: now, nextAttemptAt: now + BEGIN_RETRY_MS })
    }
  }

  async function end(id: string): Promise<void> {
    await driven.get(id)?.driver.stop()
    driven.delete(id)
  }

  const nudge = (id?: string) => {
    if (id !== undefined) driven.get(id)?.driver.nudge()
    else for (const { driver } of driven.values()) driver.nudge()
  }

  async function lookThroughOn(): Promise<void> {
    const { pollIdleMs, pollMs, togetherMs } = options
    const mayGoOn = () => (hasAny ? holds(feedLease) : pollIdleMs !== undefined && !signal.aborted)
    for (let failures = 0; !signal.aborted; ) {
      try {
        if (mayGoOn()) await options.lookThrough(mayGoOn, nudge)
        failures = 0
      } catch (error) {
        log[failures === 0 ? 'warn' : 'debug']({ err: error }, `The feed could not be looked through for ${what}`)
        failures++
        await naps.rest(RETRY_MS)
      }
      await naps.rest(togetherMs)
      await naps.nap(hasAny ? pollMs : (pollIdleMs ?? UNTIL_WOKEN_MS))
    }
  }

  const looking = lookOn({ what, look, everyMs: leaseMs / 5, signal, log })
  const lookingThrough = lookThroughOn()
  let closed: Promise<void> | undefined

  async function close(): Promise<void> {
    closing.abort()
    endListening()
    await Promise.all([looking, lookingThrough])
    await Promise.all([...driven.keys()].map(end))
    await leases.release([...held]).catch((error: unknown) => log.debug({ err: error }, 'Leases were not released'))
  }

  return {
    close: () => {
      closed ??= close()
      return closed
    },
  }
}
