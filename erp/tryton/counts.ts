import { DateTime } from 'luxon'
import { type ErpEvent, ErpUnavailable } from '../connector.ts'
import type { TrytonClient } from './client.ts'
import type { Places } from './places.ts'
import type { Product } from './products.ts'
import { changedAt, day, id, linked, number, type Rec, records, searchRead, text } from './records.ts'
import { quantityText, toBase } from './units.ts'
import { dateOf, dayOf, fromStamp, type Stamp, type TrytonDate } from './values.ts'

/** What a line of an inventory says. Counted is what was entered last, and compared with the books of then: a line bears that moment, whenever its inventory was confirmed. */
export const LINE_FIELDS = [
  'product',
  'quantity',
  'create_date',
  'write_date',
  'inventory.location',
  'inventory.date',
  'inventory.empty_quantity',
  'inventory.create_date',
  'inventory.write_date',
]

export const LINE_MODEL = 'stock.inventory.line'

export interface CountOptions {
  readonly client: TrytonClient
  readonly places: Places
  /** Of all lines, by id. */
  readonly products: ReadonlyMap<number, Product>
  readonly source: string
  readonly timeZone: string
  /** By which the ERP's clock is to be set right. */
  readonly offMs: number
}

/** A line that counts something at a location of the hub. */
interface Counted {
  readonly rec: Rec
  readonly product: Product
  /** In the unit of the product. */
  readonly quantity: number
  readonly locationId: string
  readonly accounts: Places['groups'][number]['accounts']
  readonly countedId: number
  /** Other locations of the ERP that are the same place here. */
  readonly rest: readonly number[]
  readonly date: TrytonDate
  readonly at: Stamp
}

/**
 * What was counted in the ERP. It counts one of its locations, and a location of the hub may be several: then it is what was counted in the one, and what the books had in the others at that moment.
 *
 * Of an inventory that is dated back only the day is known: it counts as of its end, as in Tryton itself, and says from when on it may be.
 */
export async function countEvents(
  lines: readonly Rec[],
  options: CountOptions,
  signal: AbortSignal,
): Promise<readonly ErpEvent[]> {
  const counted = lines.flatMap((rec) => countedIn(rec, options))
  if (counted.length === 0) return []
  const booked = await bookedFor(counted, options, signal)
  const elsewhere = await inTheRest(counted, options, signal)
  return counted.flatMap((one): readonly ErpEvent[] => {
    const lineId = id(one.rec)
    const difference = booked.get(lineId)
    return eventsOf(one, difference, elsewhere.get(lineId) ?? 0, options)
  })
}

function countedIn(rec: Rec, { places, products }: CountOptions): Counted[] {
  const inventory = linked(rec, 'inventory')
  const product = products.get(id(rec, 'product'))
  if (inventory === null || product === undefined) return []
  const isEmpty = rec.quantity === null || rec.quantity === undefined
  // What nobody has entered a figure for was not counted, unless the inventory says that this means none.
  if (isEmpty && text(inventory, 'empty_quantity') !== 'empty') return []
  const countedId = id(inventory, 'location')
  const group = places.groups.find(({ ids }) => ids.includes(countedId))
  if (group === undefined) return []
  const { locationId, accounts, ids } = group
  const rest = ids.filter((one) => one !== countedId)
  const quantity = isEmpty ? 0 : number(rec, 'quantity')
  const date = day(inventory, 'date')
  return [{ rec, product, quantity, locationId, accounts, countedId, rest, date, at: changedAt(rec) }]
}

interface Booked {
  /** Signed, in the unit of the product. */
  readonly quantity: number
  readonly moveId: number
}

/** What the ERP made of its lines; nothing where the books were right. */
async function bookedFor(
  counted: readonly Counted[],
  { client }: CountOptions,
  signal: AbortSignal,
): Promise<Map<number, Booked>> {
  const byOrigin = new Map(counted.map((one) => [`${LINE_MODEL},${id(one.rec)}`, one]))
  const domain = [
    ['origin', 'in', [...byOrigin.keys()]],
    ['state', '=', 'done'],
  ]
  const fields = ['origin', 'internal_quantity', 'to_location']
  const booked = new Map<number, Booked>()
  for (const move of await searchRead(client, 'stock.move', { domain, fields }, signal)) {
    const one = byOrigin.get(text(move, 'origin') ?? '')
    if (one === undefined) continue
    const sign = id(move, 'to_location') === one.countedId ? 1 : -1
    const before = booked.get(id(one.rec))
    const quantity = (before?.quantity ?? 0) + sign * number(move, 'internal_quantity')
    booked.set(id(one.rec), { quantity, moveId: before?.moveId ?? id(move) })
  }
  return booked
}

/** Times that it is tried to read balances between which nothing moves. */
const TRIES = 5

/** What the ERP's books had in the other locations of a place when one of them was counted: what they have now, without what was done since. By line. */
async function inTheRest(
  counted: readonly Counted[],
  { client }: CountOptions,
  signal: AbortSignal,
): Promise<Map<number, number>> {
  const found = new Map<number, number>()
  const groups = Map.groupBy(
    counted.filter(({ rest }) => rest.length > 0),
    ({ rest, date }) => JSON.stringify([rest, date]),
  )
  for (const lines of groups.values()) {
    const [{ rest, date } = { rest: [], date: undefined }] = lines
    const products = [...new Set(lines.map(({ product }) => product.id))]
    const first = lines.map(({ at }) => at).reduce((a, b) => (a < b ? a : b))
    const since = () => movedSince(client, { rest, date, products, first }, signal)
    let moved = await since()
    for (let tries = 1; ; tries++) {
      const context = { locations: rest, with_childs: false, stock_date_end: date }
      const answer = await client.call('model.product.product.read', [products, ['quantity']], signal, context)
      const now = new Map(records(answer, 'quantities').map((rec) => [id(rec), number(rec, 'quantity')]))
      const again = await since()
      if (JSON.stringify(again) === JSON.stringify(moved)) {
        for (const { rec, product, at } of lines) {
          const later = moved.filter((move) => id(move, 'product') === product.id && changedAt(move) > at)
          const net = later.reduce((sum, move) => sum + effectIn(rest, move), 0)
          found.set(id(rec), (now.get(product.id) ?? 0) - net)
        }
        break
      }
      if (tries === TRIES) throw new ErpUnavailable('What was counted there moves all the time.')
      moved = again
    }
  }
  return found
}

function movedSince(
  client: TrytonClient,
  {
    rest,
    date,
    products,
    first,
  }: { rest: readonly number[]; date: unknown; products: readonly number[]; first: Stamp },
  signal: AbortSignal,
): Promise<readonly Rec[]> {
  const domain = [
    ['state', '=', 'done'],
    ['product', 'in', products],
    ['effective_date', '<=', date],
    ['OR', ['from_location', 'in', rest], ['to_location', 'in', rest]],
    ['OR', ['write_date', '>', fromStamp(first)], ['create_date', '>', fromStamp(first)]],
  ]
  const fields = ['product', 'internal_quantity', 'from_location', 'to_location', 'create_date', 'write_date']
  return searchRead(client, 'stock.move', { domain, fields }, signal)
}

function effectIn(rest: readonly number[], move: Rec): number {
  const into = Number(rest.includes(id(move, 'to_location')))
  const outOf = Number(rest.includes(id(move, 'from_location')))
  return (into - outOf) * number(move, 'internal_quantity')
}

function eventsOf(
  { rec, product, quantity, locationId, accounts, date, at }: Counted,
  booked: Booked | undefined,
  elsewhere: number,
  { source, timeZone, offMs }: CountOptions,
): readonly ErpEvent[] {
  const { unit } = product
  const [account] = accounts
  const sku = product.sku ?? `product.product,${product.id}`
  const said = (amount: number) => (unit === undefined ? String(amount) : quantityText(amount, unit))
  const inUnit = unit === undefined || unit.base.factor === 1 ? {} : { unit: unit.name }
  const entered = new Date(dateOf(at).getTime() - offMs)
  // Named after the move that it became, by which it was told before counts were told as counts.
  const eventId = booked === undefined ? `count:${id(rec)}` : `move:${booked.moveId}`
  const about = { specversion: '1.0', id: eventId, source } as const
  const difference = booked?.quantity ?? 0
  const base = unit === undefined ? undefined : toBase(difference, unit)
  if (base === undefined) {
    // What does not come out whole is told as it stands, to be refused where it is recorded.
    const data = { sku, locationId, delta: said(difference), ...inUnit, account, reason: 'count' }
    return [{ ...about, type: 'onhand.stock.adjusted.v1', time: entered.toISOString(), data }]
  }
  const data = { sku, locationId, quantity: said(quantity + elsewhere), ...inUnit, account, accounts }
  const count = { ...about, type: 'onhand.stock.counted.v1', data, erpbooked: String(base) }
  const today = dayOf(entered, timeZone)
  const { year, month } = date
  if (orderOf(date) >= orderOf(today)) return [{ ...count, time: entered.toISOString() }]
  const start = DateTime.fromObject({ year, month, day: date.day }, { zone: timeZone })
  const time = start.endOf('day').toUTC().toISO() ?? entered.toISOString()
  return [{ ...count, time, erpfrom: start.toUTC().toISO() ?? time, erpentered: entered.toISOString() }]
}

function orderOf({ year, month, day: date }: TrytonDate): number {
  return year * 10_000 + month * 100 + date
}
