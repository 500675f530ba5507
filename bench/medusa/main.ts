import { type Answer, drive, sendAll } from '../support/drive.ts'
import { countServer } from '../support/machine.ts'
import { LOCATION, type Order, ordersOf, scarceOrders, shelf } from '../support/workloads.ts'
import type { MedusaReport, MedusaRequest } from './messages.ts'

/*
 * Medusa's inventory module with its lock, in a process of its own: reserving as Medusa's own steps do it, under the locks of the items that an order
 * is about. The lock is the one in memory, the fastest that Medusa has; several processes would need that of Redis or PostgreSQL.
 *
 *     main.ts <url of an empty database>, over IPC
 */

/** Of @medusajs/inventory, what is used here. */
interface InventoryModule {
  createInventoryItems(items: readonly { sku: string }[]): Promise<{ id: string; sku: string }[]>
  createInventoryLevels(levels: readonly InventoryLevel[]): Promise<unknown>
  createReservationItems(items: readonly ReservationItem[]): Promise<unknown>
}

interface InventoryLevel {
  readonly inventory_item_id: string
  readonly location_id: string
  readonly stocked_quantity: number
}

interface ReservationItem {
  readonly inventory_item_id: string
  readonly location_id: string
  readonly quantity: number
  readonly line_item_id: string
}

/** Of @medusajs/locking, what is used here. */
interface LockingModule {
  execute<T>(keys: readonly string[], job: () => Promise<T>, options: { timeout: number }): Promise<T>
}

interface MedusaSdk {
  MedusaApp(options: object): Promise<{
    modules: { inventory: InventoryModule; locking: LockingModule }
    runMigrations(): Promise<void>
    onApplicationShutdown(): Promise<void>
  }>
}

/** Connections to PostgreSQL, as the other contenders have. */
const CONNECTIONS = 64
const ITEMS_AT_ONCE = 1_000
/** Its default of five seconds would turn waiting for a hot SKU into errors. */
const LOCK_TIMEOUT_SECONDS = 60

const [, , url = ''] = process.argv
await countServer(url)

// Named in a variable, because the types of the main package must not depend on whether this one is installed.
const sdk = '@medusajs/framework/modules-sdk'
const { MedusaApp }: MedusaSdk = await import(sdk)
const silent = () => {}
const app = await MedusaApp({
  sharedResourcesConfig: { database: { clientUrl: url, pool: { min: 2, max: CONNECTIONS } } },
  injectedDependencies: {
    logger: { info: silent, debug: silent, warn: silent, error: silent, activity: silent, success: silent },
  },
  modulesConfig: {
    inventory: { resolve: '@medusajs/inventory', options: {} },
    locking: { resolve: '@medusajs/locking', options: {} },
  },
})
await app.runMigrations()
const { inventory, locking } = app.modules

const itemIds = new Map<string, string>()
const goods = [...shelf()]
for (let from = 0; from < goods.length; from += ITEMS_AT_ONCE) {
  const some = new Map(goods.slice(from, from + ITEMS_AT_ONCE))
  const items = await inventory.createInventoryItems([...some.keys()].map((sku) => ({ sku })))
  for (const { sku, id } of items) itemIds.set(sku, id)
  await inventory.createInventoryLevels(
    items.map(({ sku, id }) => ({
      inventory_item_id: id,
      location_id: LOCATION,
      stocked_quantity: some.get(sku) ?? 0,
    })),
  )
}

process.on('message', (request: MedusaRequest) => {
  run(request).then(report, (error: unknown) => report({ kind: 'failed', message: String(error) }))
})
process.once('disconnect', () => void app.onApplicationShutdown().finally(() => process.exit()))
report({ kind: 'ready' })

async function run({ workload, concurrency, warmUpSeconds, seconds }: MedusaRequest): Promise<MedusaReport> {
  const driven = await drive(send, ordersOf(workload, 'run'), { concurrency, warmUpSeconds, seconds })
  const last = await sendAll(send, scarceOrders(workload, 'last'), concurrency)
  return { kind: 'done', driven, last }
}

async function send({ key, lines }: Order): Promise<Answer> {
  const items = lines.map(({ sku, quantity }) => ({
    inventory_item_id: itemIds.get(sku) ?? '',
    location_id: LOCATION,
    quantity,
    line_item_id: key,
  }))
  // In one order, because the lock takes its keys one after the other and keeps those it has: carts would wait for each other until they time out.
  const keys = items.map((item) => item.inventory_item_id).sort()
  try {
    await locking.execute(keys, () => inventory.createReservationItems(items), { timeout: LOCK_TIMEOUT_SECONDS })
    return 'reserved'
  } catch (error) {
    if (error instanceof Error && /not enough stock/i.test(error.message)) return 'refused'
    throw error
  }
}

function report(message: MedusaReport): void {
  process.send?.(message)
}
