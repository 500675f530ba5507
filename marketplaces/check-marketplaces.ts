import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Schema } from '../core/database/schema.ts'
import { beQuiet, takeCall } from '../core/marketplaces/calls.ts'
import {
  checkedUpTo,
  compareListings,
  databaseNow,
  marketplacesToCheck,
  type SettledListing,
  settledListings,
  suspectedListings,
} from '../core/marketplaces/drift.ts'
import type { Marketplace } from '../core/marketplaces/marketplace.ts'
import { type MarketplaceConnector, MarketplaceThrottled, type ShownOffer } from './connector.ts'

export interface CheckMarketplacesOptions {
  readonly db: Kysely<Schema>
  /** The connector of a marketplace. Throws where there is none of its kind, or its settings are not those of one. */
  readonly connect: (marketplace: Marketplace) => MarketplaceConnector
  readonly signal: AbortSignal
  readonly log: {
    info(details: object, message: string): void
    warn(details: object, message: string): void
  }
}

/** Milliseconds that a marketplace is left alone that wants fewer calls and does not say for how long. */
const QUIET_MS = 5_000
const QUIET_MS_MAX = 3_600_000

/**
 * Reads marketplaces back: those whose time has come or for which somebody has asked as a whole, and of all others what was seen once otherwise. Its calls are taken from the same limit as all others. Memory is that of a page,
 * however many listings there are.
 */
export async function checkMarketplaces(options: CheckMarketplacesOptions): Promise<void> {
  const found = await marketplacesToCheck(options.db)
  await Promise.all(found.map(({ marketplace, whole }) => check(marketplace, whole, options)))
}

async function check(marketplace: Marketplace, whole: boolean, options: CheckMarketplacesOptions): Promise<void> {
  const { db, connect, signal, log } = options
  let connector: MarketplaceConnector | undefined
  try {
    connector = connect(marketplace)
    if (!connector.can.read) return
    const size = Math.max(1, Math.min(marketplace.batchSize, connector.can.batch))
    if (whole) await checkAll(marketplace, connector, size, options)
    // Those that agree, and those that do not for the second time, are no suspects afterwards.
    for (let suspects = await suspectedListings(db, marketplace, size); suspects.length > 0; ) {
      await compare(suspects, marketplace, connector, options)
      const left = await suspectedListings(db, marketplace, size)
      // What the marketplace shows otherwise each time is looked at again the next time.
      suspects = left.some(({ sku }) => suspects.some((one) => one.sku === sku)) ? [] : left
    }
  } catch (error) {
    signal.throwIfAborted()
    log.warn({ err: error, marketplace: marketplace.id }, 'A marketplace could not be read back; it is tried again')
  } finally {
    await connector?.close()
  }
}

async function checkAll(
  marketplace: Marketplace,
  connector: MarketplaceConnector,
  size: number,
  options: CheckMarketplacesOptions,
): Promise<void> {
  const { db, log } = options
  const startedAt = await databaseNow(db)
  let checked = 0
  let after: SettledListing | undefined
  for (;;) {
    const page = await settledListings(db, marketplace, after, size)
    if (page.length > 0) await compare(page, marketplace, connector, options)
    checked += page.length
    if (page.length < size) break
    after = page.at(-1)
  }
  await checkedUpTo(db, marketplace.id, startedAt, checked)
  log.info({ marketplace: marketplace.id, checked }, 'A marketplace was read back')
}

async function compare(
  listings: readonly SettledListing[],
  marketplace: Marketplace,
  connector: MarketplaceConnector,
  options: CheckMarketplacesOptions,
): Promise<void> {
  const names = listings.map(({ name }) => name)
  const shown = await read(names, marketplace, connector, options)
  const found = listings.map((listing, index) => ({ ...listing, found: shown[index]?.quantity ?? null }))
  await compareListings(options.db, marketplace, found)
}

async function read(
  names: readonly string[],
  marketplace: Marketplace,
  connector: MarketplaceConnector,
  { db, signal }: CheckMarketplacesOptions,
): Promise<readonly ShownOffer[]> {
  for (;;) {
    for (let waitMs = await takeCall(db, marketplace); waitMs > 0; waitMs = await takeCall(db, marketplace)) {
      await sleep(waitMs, undefined, { signal })
    }
    try {
      return await connector.read(names, signal)
    } catch (error) {
      if (!(error instanceof MarketplaceThrottled)) throw error
      await beQuiet(db, marketplace.id, Math.min(error.retryAfterMs ?? QUIET_MS, QUIET_MS_MAX))
    }
  }
}
