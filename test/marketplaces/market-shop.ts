import { sql } from 'kysely'
import { readAvailability } from '../../core/availability/read.ts'
import { type MarketplaceInput, upsertListings, upsertMarketplace } from '../../core/marketplaces/manage.ts'
import { shownQuantity } from '../../core/marketplaces/shown-quantity.ts'
import { openConnector } from '../../marketplaces/open-connector.ts'
import { type TellMarketplacesOptions, tellMarketplaces } from '../../marketplaces/tell-marketplaces.ts'
import { until } from '../erp/plain-shop.ts'
import { type IngestHub, openIngestHub } from '../ingest/ingest-hub.ts'
import type { DatabaseKind } from '../support/database.ts'
import { SILENT } from '../support/ledger.ts'
import { type RateLimitedMarketplace, SECRET } from './rate-limited-marketplace.ts'

const EVERY_CHANNEL = { channels: null }

/** A hub with items that are listed at a marketplace under their own names, unless `nameOf` says otherwise. */
export async function openMarketShop(
  kind: DatabaseKind,
  marketplace: RateLimitedMarketplace,
  skus: readonly string[],
  input: Partial<MarketplaceInput> = {},
  nameOf: (sku: string) => string = (sku) => sku,
): Promise<IngestHub> {
  const hub = await openIngestHub(kind)
  await hub.shop(skus, ['BER', 'MUC'])
  await knowMarketplace(hub, marketplace, input)
  const listings = skus.map((sku) => ({ sku, name: nameOf(sku) }))
  requireDone(await upsertListings(hub.db.kysely, EVERY_CHANNEL, 'market', listings))
  return hub
}

export async function knowMarketplace(
  { db }: Pick<IngestHub, 'db'>,
  { url }: RateLimitedMarketplace,
  input: Partial<MarketplaceInput> = {},
): Promise<void> {
  const given = { id: 'market', channelId: 'web', connector: 'http', settings: { url }, calls: 1_000, ...input }
  requireDone(await upsertMarketplace(db.kysely, EVERY_CHANNEL, given))
}

function requireDone(managed: Awaited<ReturnType<typeof upsertMarketplace>>): void {
  if (managed.status !== 'done') throw new Error(JSON.stringify(managed))
}

/** Tells marketplaces in this process, and hears of nothing but by looking. */
export function tell(
  { db, ingest }: Pick<TellMarketplacesOptions, 'db' | 'ingest'>,
  more: Partial<TellMarketplacesOptions> = {},
) {
  const tellers = tellMarketplaces({
    db,
    ingest,
    bus: { subscribe: () => () => {} },
    connect: (one) => openConnector(one, { market: { secret: SECRET } }, ['127.0.0.1']),
    settings: { callMs: 5_000, retryMsMin: 20, retryMsMax: 200 },
    leaseMs: 1_000,
    log: SILENT,
    ...more,
  })
  return { close: tellers.close, [Symbol.asyncDispose]: tellers.close }
}

/** What the channel shows of them, by their names there. */
export async function shownHere(
  { db }: Pick<IngestHub, 'db'>,
  skus: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const reading = await readAvailability(db.lookups, skus, ['web'])
  return new Map(skus.map((sku) => [sku, shownQuantity(reading, sku, 'web')]))
}

/** Resolves when nothing waits to be told. */
export async function told({ db }: Pick<IngestHub, 'db'>): Promise<void> {
  const waiting = async () => {
    const { behind } = await db.kysely
      .selectFrom('marketplace_cursor as c')
      .innerJoin('bucket_head as h', 'h.bucket', 'c.bucket')
      .select((eb) => eb.fn.countAll<number>().as('behind'))
      .whereRef('h.number', '>', 'c.number')
      .executeTakeFirstOrThrow()
    const { marked } = await db.kysely
      .selectFrom('marketplace_listing')
      .select((eb) => eb.fn.countAll<number>().as('marked'))
      .where((eb) =>
        eb.or([
          eb('due', '>', 0),
          eb('marked', '>', eb.ref('looked')),
          eb('sending_until', '>', sql<Date>`clock_timestamp()`),
        ]),
      )
      .executeTakeFirstOrThrow()
    const { sweeping } = await db.kysely
      .selectFrom('marketplace_state')
      .select((eb) => eb.fn.countAll<number>().as('sweeping'))
      .where('sweep_bucket', 'is not', null)
      .executeTakeFirstOrThrow()
    return Number(behind) + Number(marked) + Number(sweeping)
  }
  await until(waiting, (count) => count === 0)
}
