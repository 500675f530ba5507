/** What is asked for: single units of many SKUs, of one SKU, or carts of three lines. */
export const WORKLOADS = ['spread', 'hot', 'carts'] as const
export type Workload = (typeof WORKLOADS)[number]

export const WORKLOAD_SAYS: Readonly<Record<Workload, string>> = {
  spread: '10,000 SKUs at random, one unit of one of them',
  hot: 'one unit of one SKU',
  carts: 'three of 10,000 SKUs at random, one unit of each',
}

/** One order. A key that comes again is the same order, sent a second time. */
export interface Order {
  readonly key: string
  /** Default: the one that everything is sold through. */
  readonly channelId?: string
  readonly lines: readonly OrderLine[]
}

export interface OrderLine {
  readonly sku: string
  /** Without it the hub chooses. */
  readonly locationId?: string
  readonly quantity: number
}

export const LOCATION = 'DC1'
export const CHANNEL = 'web'
export const SKU_COUNT = 10_000
export const HOT = 'HOT'

/** What lies on the shelf of each SKU: more than any run can take. */
export const PLENTY = 1_000_000_000

/** SKUs of which there are too few, fought for at the end of a run, when nobody measures. */
export const SCARCE: readonly string[] = Array.from({ length: 6 }, (_, index) => `SCARCE-${index}`)
/** Units of each. */
export const SCARCE_UNITS = 20
/** Orders that are sent for them: about four for each that can be served. */
export const SCARCE_ORDERS = 480

/** Everything on the shelf when a run begins. */
export function shelf(): Map<string, number> {
  const goods = new Map<string, number>([[HOT, PLENTY]])
  for (let index = 0; index < SKU_COUNT; index++) goods.set(skuOf(index), PLENTY)
  for (const sku of SCARCE) goods.set(sku, SCARCE_UNITS)
  return goods
}

export function skuOf(index: number): string {
  return `SKU-${index}`
}

/** Orders without end, each with a key of its own that begins with `prefix`. */
export function ordersOf(workload: Workload, prefix: string): () => Order {
  let number = 0
  const key = () => `${prefix}-${number++}`
  switch (workload) {
    case 'spread':
      return () => ({ key: key(), lines: [{ sku: skuOf(random(SKU_COUNT)), quantity: 1 }] })
    case 'hot':
      return () => ({ key: key(), lines: [{ sku: HOT, quantity: 1 }] })
    case 'carts':
      return () => ({ key: key(), lines: [0, 1, 2].map((part) => ({ sku: skuOf(thirdOf(part)), quantity: 1 })) })
  }
}

/** For carts, a third of the SKUs for each line: no SKU stands twice in a cart. */
function thirdOf(part: number): number {
  const third = Math.floor(SKU_COUNT / 3)
  return part * third + random(third)
}

/** Orders for the last units: of one SKU, or carts over three of six, in any order. */
export function scarceOrders(workload: Workload, prefix: string): Order[] {
  return Array.from({ length: SCARCE_ORDERS }, (_, number) => {
    const first = workload === 'hot' ? 0 : random(SCARCE.length)
    const lines = Array.from({ length: workload === 'carts' ? 3 : 1 }, (_, line) => ({
      sku: SCARCE[(first + 2 * line) % SCARCE.length] ?? HOT,
      quantity: 1,
    }))
    return { key: `${prefix}-${number}`, lines }
  })
}

export function random(below: number): number {
  return Math.floor(Math.random() * below)
}
