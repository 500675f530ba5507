import { setTimeout as sleep } from 'node:timers/promises'
import type { Driven, WebhookQueue } from '../../core/webhooks/queue.ts'
import type { Outgoing } from '../../outgoing/outgoing.ts'
import type { Log } from '../context.ts'
import type { Metrics } from '../metrics.ts'
import type { Follow } from './follow.ts'
import { type DeliverySettings, WebhookDriver } from './webhook-driver.ts'

export interface WebhooksOptions {
  readonly queue: WebhookQueue
  readonly follow: Follow
  readonly outgoing: Outgoing
  readonly settings: DeliverySettings
  /** Whether everyone is admin, because there are no credentials yet. */
  readonly isOpen: () => Promise<boolean>
  readonly metrics: Metrics
  readonly log: Log
}

/** Delivers webhooks, of those that other processes do not deliver. */
export interface Webhooks {
  /** Ends delivering; others go on at once. Calling it again does nothing. */
  close(): Promise<void>
}

/** Milliseconds between two looks for webhooks that are new, were changed, or whose process has gone. */
const LOOK_MS = 500
/** Milliseconds for which a process drives a webhook without saying so again. */
const LEASE_MS = 10_000
/** Before its end nothing is begun any more: another may take over, by the clock of the database. */
const LEASE_MARGIN_MS = 2_000
/** Webhooks that a process takes in one look, so that several that start together share them. */
const TAKE_MAX = 10
/** Milliseconds until it is noticed that a webhook's owner has no credential any more, as for requests. */
const OWNERS_MS = 5_000

export function deliverWebhooks(options: WebhooksOptions): Webhooks {
  const { queue, metrics, log } = options
  const drivers = new Map<string, WebhookDriver>()
  const closing = new AbortController()
  let heldUntil = 0
  /** Of which this process has the lease, driven or not. */
  let held: readonly string[] = []
  let ownersLookedAt = Number.NEGATIVE_INFINITY

  metrics.watchesWebhooks(() => {
    const all = [...drivers.values()]
    return {
      driven: all.length,
      failing: all.filter(({ isFailing }) => isFailing).length,
      delaySeconds: Math.max(0, ...all.map(({ delayMs }) => delayMs)) / 1_000,
    }
  })

  async function drive(driven: Driven): Promise<void> {
    const before = drivers.get(driven.id)
    if (before !== undefined) {
      if (before.version === driven.version && !before.isOver) return
      await before.stop()
      drivers.delete(driven.id)
    }
    const webhook = await queue.load(driven)
    if (webhook === undefined || closing.signal.aborted) return
    const driver = new WebhookDriver({
      ...options,
      webhook,
      holds: () => performance.now() < heldUntil,
      log: log.child({ webhook: driven.id }),
    })
    drivers.set(driven.id, driver)
    driver.start()
  }

  async function look(): Promise<void> {
    const startedAt = performance.now()
    let driven = await queue.lease(LEASE_MS, TAKE_MAX)
    heldUntil = startedAt + LEASE_MS * 0.6 - LEASE_MARGIN_MS
    held = driven.map(({ id }) => id)
    if (startedAt - ownersLookedAt >= OWNERS_MS || driven.some(({ id }) => !drivers.has(id))) {
      const gone = await queue.ownersGone(await options.isOpen())
      ownersLookedAt = startedAt
      for (const one of gone) await endFor(one)
      driven = driven.filter(({ id }) => !gone.some((one) => one.id === id))
    }
    const ids = new Set(driven.map(({ id }) => id))
    await Promise.all(
      [...drivers].map(([id, driver]) => (ids.has(id) ? undefined : driver.stop().then(() => drivers.delete(id)))),
    )
    await Promise.all(driven.map(drive))
  }

  async function endFor(driven: Driven): Promise<void> {
    await drivers.get(driven.id)?.stop()
    const message = 'Its owner has no API key any more that shows what it tells.'
    if (await queue.disable(driven, 'OWNER_GONE', message)) {
      metrics.webhooksDisabled.inc({ reason: 'OWNER_GONE' })
      log.warn({ webhook: driven.id, reason: 'OWNER_GONE' }, 'A webhook was disabled')
    }
  }

  async function lookOn(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; ) {
      try {
        await look()
        failures = 0
      } catch (error) {
        // What is driven goes on until its lease is over. It looks twice a second, so that it goes on like this is not told again.
        log[failures === 0 ? 'warn' : 'debug']({ err: error }, 'Webhooks could not be looked for')
        failures++
      }
      await sleep(LOOK_MS, undefined, { signal: closing.signal, ref: false }).catch(() => {})
    }
  }

  const looking = lookOn()
  let closed: Promise<void> | undefined
  async function close(): Promise<void> {
    closing.abort()
    await looking
    await Promise.all([...drivers.values()].map((driver) => driver.stop()))
    if (held.length === 0) return
    await queue.release(held).catch((error: unknown) => log.debug({ err: error }, 'Webhooks could not be released'))
  }

  return {
    close: () => {
      closed ??= close()
      return closed
    },
  }
}
