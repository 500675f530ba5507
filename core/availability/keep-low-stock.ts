import type { Logger } from 'pino'
import type { Database } from '../database/connection.ts'
import type { Bus } from '../feed/bus.ts'
import { type Feed, openFeed } from '../feed/listener.ts'
import { Naps } from '../jobs/naps.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { readAvailability } from './read.ts'

/** SKUs that one statement reads. */
const PAGE = 250

/** Milliseconds between two looks whether any channel has a memory of low stock at all, while none has. */
const LOOK_MS = 1_000
const RETRY_MS = 500

export interface KeepLowStockOptions {
  readonly db: Database
  readonly bus: Bus
  readonly ledger: Pick<Ledger, 'submit'>
  readonly pollMs: number
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
}

/**
 * Remembers what is low in the channels that have a hysteresis: as soon as the feed tells of a SKU, it is looked at, and where it has become low, or is
 * no longer, that is written down and told in the feed. So the memory belongs to the SKU and the channel, whoever listens and since when; all who ask are
 * shown the same. Any number of processes may do this: what one has written the others find. While no channel has a hysteresis it does nothing.
 */
export function keepLowStock(options: KeepLowStockOptions): { close(): Promise<void> } {
  const { db, bus, ledger, pollMs, log } = options
  const ending = new AbortController()
  const naps = new Naps(ending.signal)
  const fresh = new Set<string>()
  let everything = false
  let feed: Feed | undefined
  const running = run()

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        await work()
      } catch (error) {
        if (ending.signal.aborted) return
        log.warn({ err: error }, 'What is low in stock could not be looked at; trying again')
        everything = true
        await naps.rest(RETRY_MS)
      }
    }
  }

  async function work(): Promise<void> {
    const channelIds = await channelsWithMemory()
    if (channelIds.length === 0) {
      await feed?.close()
      feed = undefined
      return naps.nap(LOOK_MS)
    }
    if (feed === undefined) {
      feed = await openFeed({ db, bus, pollMs, log, signal: ending.signal })
      feed.subscribe({ changes: ({ changes }) => changes.forEach(takeNote), reset: () => takeNote({ sku: null }) })
      everything = true
    }
    if (everything) {
      everything = false
      return lookAtEverything(channelIds)
    }
    await lookAtFresh(channelIds)
    if (fresh.size === 0 && !everything) await naps.nap(LOOK_MS)
  }

  function takeNote({ sku }: { readonly sku: string | null }): void {
    if (sku === null) everything = true
    else fresh.add(sku)
    naps.wake()
  }

  async function channelsWithMemory(): Promise<readonly string[]> {
    const rows = await db.kysely.selectFrom('channel').select('id').where('low_stock_hysteresis', '>', 0).execute()
    return rows.map(({ id }) => id)
  }

  async function lookAtFresh(channelIds: readonly string[]): Promise<void> {
    while (fresh.size > 0) {
      const skus = [...fresh].slice(0, PAGE)
      for (const sku of skus) fresh.delete(sku)
      await lookAt(skus, channelIds)
    }
  }

  /** A channel or a location has changed, or nobody has looked for a while. What is new goes first. */
  async function lookAtEverything(channelIds: readonly string[]): Promise<void> {
    let after: { readonly bucket: number; readonly sku: string } | undefined
    for (;;) {
      await lookAtFresh(channelIds)
      if (everything || ending.signal.aborted) return
      const page = await pageOfItems(after)
      if (page.length > 0) {
        await lookAt(
          page.map(({ sku }) => sku),
          channelIds,
        )
      }
      if (page.length < PAGE) return
      after = page.at(-1)
    }
  }

  async function pageOfItems(after: { readonly bucket: number; readonly sku: string } | undefined) {
    const items = db.kysely.selectFrom('item').select(['bucket', 'sku']).orderBy('bucket').orderBy('sku').limit(PAGE)
    if (after === undefined) return items.execute()
    return items
      .where(({ eb, refTuple, tuple }) => eb(refTuple('bucket', 'sku'), '>', tuple(after.bucket, after.sku)))
      .execute()
  }

  async function lookAt(skus: readonly string[], channelIds: readonly string[]): Promise<void> {
    const reading = await readAvailability(db.lookups, skus, channelIds)
    const notes = skus.flatMap((sku) =>
      channelIds.flatMap((channelId) => {
        const low = reading.of(sku, channelId)?.becomesLow
        return low === undefined ? [] : [{ sku, channelId, low }]
      }),
    )
    if (notes.length === 0) return
    const result = await ledger.submit({
      command: { kind: 'noteLowStock', notes },
      client: 'hub',
      channels: null,
      occurredAt: null,
    })
    if (result.status !== 'posted')
      throw new Error(`What is low in stock could not be noted: ${JSON.stringify(result)}`)
  }

  return {
    async close() {
      ending.abort()
      await running
      await feed?.close()
    },
  }
}
