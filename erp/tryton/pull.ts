import { readMovementReference } from '../../core/erp/movement.ts'
import type { Acknowledgement, ErpEvent, ErpItem, ErpLocation, PulledPage } from '../connector.ts'
import type { TrytonClient } from './client.ts'
import { countEvents, LINE_FIELDS, LINE_MODEL } from './counts.ts'
import type { HandedOver } from './handed-over.ts'
import { eventsOf } from './move-events.ts'
import type { Place, Places } from './places.ts'
import { type Product, readProducts, toItem } from './products.ts'
import { changedAt, id, linked, number, type Rec, searchRead, stamp, text } from './records.ts'
import type { BaseUnit } from './settings.ts'
import { dateOf, FIRST_STAMP, fromStamp, type Stamp, stampBefore, stampOf } from './values.ts'
import { BEGINNING, readWatermark, type Scan, type Watermark, writeWatermark } from './watermark.ts'

export interface PullOptions {
  readonly client: TrytonClient
  readonly places: (signal: AbortSignal) => Promise<Places>
  readonly units: Readonly<Record<string, BaseUnit>>
  readonly company: number
  readonly source: string
  /** In which days are told. */
  readonly timeZone: string
  readonly overlapSeconds: number
  /** What is older is left alone. */
  readonly since: Stamp
  readonly pageSize: number
  readonly handedOver: HandedOver
}

const MOVE_FIELDS = [
  'product',
  'internal_quantity',
  'from_location',
  'to_location',
  'origin',
  'shipment',
  'shipment.reference',
  'create_date',
  'write_date',
]

/** Beyond this the ERP's clock is not just a little off, and its times are set right by the difference. */
const CLOCK_OFF_MS = 5_000

/**
 * Reads what was changed since the watermark, less the overlap: all records of a transaction bear the time at which it began, and are seen only when it has ended. So a scan goes by id through the
 * window, and the next one begins where the newest record was when this one began: whatever comes in meanwhile is seen then.
 */
export async function* pull(
  options: PullOptions,
  from: string | null,
  signal: AbortSignal,
): AsyncGenerator<PulledPage, void> {
  const { client, handedOver, pageSize } = options
  handedOver.cameBack(from)
  const watermark = readWatermark(from)
  const places = await options.places(signal)
  const scan = watermark.scan ?? (await beginScan(client, watermark, signal))
  const window = new Window(options, watermark.from)
  const products = new Map<number, Product>()

  const pageOf = (reached: Watermark, content: Partial<PulledPage>, keys: readonly string[]): PulledPage => {
    const text = writeWatermark(reached)
    handedOver.page(text, keys)
    const upTo = dateOf(reached.upTo)
    return { items: [], locations: [], events: [], acknowledgements: [], ...content, watermark: text, upTo }
  }

  let { phase, after } = scan
  while (phase === 'items') {
    const found = await readProducts(
      client,
      { domain: window.ofProducts(after), limit: pageSize },
      options.units,
      signal,
    )
    const isNew = found.filter(({ id, rec }) => !handedOver.has(`product:${id}@${productChangedAt(rec)}`))
    const items = isNew.map(toItem).filter((item): item is ErpItem => item !== undefined)
    const locations = after === 0 ? changedLocations(places, window, watermark === BEGINNING) : []
    const isLast = found.length < pageSize
    phase = isLast ? 'moves' : 'items'
    after = isLast ? 0 : (found.at(-1)?.id ?? after)
    for (const product of found) products.set(product.id, product)
    if (isLast && items.length === 0 && locations.length === 0) break
    const keys = isNew.map(({ id, rec }) => `product:${id}@${productChangedAt(rec)}`)
    yield pageOf({ ...watermark, scan: { ...scan, phase, after } }, { items, locations }, keys)
  }

  const scanned = (at: Scan['phase'], last: number): Watermark => {
    return { ...watermark, scan: { ...scan, phase: at, after: last } }
  }
  const context = { ...options, products, placesNow: places }
  while (phase === 'moves') {
    const query = { domain: window.ofMoves(after), fields: MOVE_FIELDS, limit: pageSize }
    const found = await searchRead(client, 'stock.move', query, signal)
    const isNew = found.filter((rec) => !handedOver.has(`move:${id(rec)}@${changedAt(rec)}`))
    const content = await contentOf(isNew, context, signal)
    const isLast = found.length < pageSize
    phase = isLast ? 'counts' : 'moves'
    after = isLast ? 0 : id(found[found.length - 1] ?? {})
    if (isLast && isNew.length === 0) break
    const keys = isNew.map((rec) => `move:${id(rec)}@${changedAt(rec)}`)
    yield pageOf(scanned(phase, after), content, keys)
  }

  for (;;) {
    const query = { domain: window.ofCounts(after), fields: LINE_FIELDS, limit: pageSize }
    const found = await searchRead(client, LINE_MODEL, query, signal)
    // What was on the books when it was counted was told by then: what was counted since this scan began is told by the next one.
    const isTold = (rec: Rec) => changedAt(rec) <= scan.upTo
    const keyOf = (rec: Rec) => `count:${id(rec)}@${changedAt(linked(rec, 'inventory') ?? rec)}`
    const isNew = found.filter((rec) => isTold(rec) && !handedOver.has(keyOf(rec)))
    await rememberProducts(isNew, context, signal)
    const events = await countEvents(isNew, { ...options, places, products, offMs: offOf(client) }, signal)
    const isLast = found.length < pageSize
    after = found.length === 0 ? after : id(found[found.length - 1] ?? {})
    const reached = isLast ? { from: scan.next, upTo: scan.upTo } : scanned('counts', after)
    yield pageOf(reached, { events }, isNew.map(keyOf))
    if (isLast) return
  }
}

/** Where the next scan begins: at the newest time that is to be seen now. Never at a time of our own clock, which may be another. */
async function beginScan(client: TrytonClient, { from }: Watermark, signal: AbortSignal): Promise<Scan> {
  const newest = async (field: 'write_date' | 'create_date') => {
    const query = { domain: [[field, '!=', null]], fields: [field], limit: 1, order: [[field, 'DESC']] as const }
    const [rec] = await searchRead(client, 'stock.move', query, signal)
    return rec === undefined ? null : stamp(rec, field)
  }
  const written = await newest('write_date')
  // What is read from here on sees everything that was committed by now.
  const now = client.clock()?.now
  const created = await newest('create_date')
  const next = [from, written ?? FIRST_STAMP, created ?? FIRST_STAMP].reduce((a, b) => (a > b ? a : b))
  return { next, upTo: now === undefined ? FIRST_STAMP : stampOf(now), phase: 'items', after: 0 }
}

/** What a scan looks at. */
class Window {
  readonly #company: number
  /** Nothing as old as this; null: everything. */
  readonly begin: Stamp | null

  constructor({ company, overlapSeconds, since }: PullOptions, from: Stamp) {
    this.#company = company
    const overlapping = from === FIRST_STAMP ? FIRST_STAMP : stampBefore(from, overlapSeconds)
    const begin = overlapping > since ? overlapping : since
    this.begin = begin === FIRST_STAMP ? null : begin
  }

  ofMoves(after: number): readonly unknown[] {
    return [['state', '=', 'done'], ['company', '=', this.#company], ['id', '>', after], ...this.#changed([''])]
  }

  /** Lines of inventories that were confirmed. */
  ofCounts(after: number): readonly unknown[] {
    const done = [
      ['inventory.state', '=', 'done'],
      ['inventory.company', '=', this.#company],
    ]
    return [...done, ['id', '>', after], ...this.#changed(['inventory.'])]
  }

  ofProducts(after: number): readonly unknown[] {
    return [['id', '>', after], ...this.#changed(['', 'template.'])]
  }

  /** `write_date` is null until the first change, so both are asked for. */
  #changed(prefixes: readonly string[]): readonly unknown[] {
    if (this.begin === null) return []
    const begin = fromStamp(this.begin)
    const either = prefixes.flatMap((prefix) =>
      ['write_date', 'create_date'].map((field) => [`${prefix}${field}`, '>', begin]),
    )
    return [['OR', ...either]]
  }
}

/** A product is two records, its own and that of its template. */
function productChangedAt(rec: Rec): Stamp {
  const template = linked(rec, 'template')
  const own = changedAt(rec)
  const other = template === null ? own : changedAt(template)
  return own > other ? own : other
}

function changedLocations(places: Places, { begin }: Window, all: boolean): readonly ErpLocation[] {
  return places.mapped
    .filter((location) => all || begin === null || location.changedAt > begin)
    .map(({ locationId, name }) => ({ id: locationId, name, kind: null }))
}

interface Content {
  readonly events: readonly ErpEvent[]
  readonly acknowledgements: readonly Acknowledgement[]
}

interface ContentOptions extends PullOptions {
  readonly products: Map<number, Product>
  readonly placesNow: Places
}

async function contentOf(moves: readonly Rec[], options: ContentOptions, signal: AbortSignal): Promise<Content> {
  if (moves.length === 0) return { events: [], acknowledgements: [] }
  const { client, source, products, placesNow } = options
  await rememberProducts(moves, options, signal)
  const first = await firstOfOurs(client, moves, signal)
  const routes = await routesOf(client, moves, placesNow, signal)
  const offMs = offOf(client)

  const events: ErpEvent[] = []
  const acknowledgements: Acknowledgement[] = []
  for (const rec of moves) {
    const moveId = id(rec)
    const shipment = text(rec, 'shipment')
    const called = referenceOf(rec)
    const ours = called !== null && readMovementReference(called) !== undefined
    const product = products.get(id(rec, 'product'))
    const quantity = number(rec, 'internal_quantity')
    // What a count has booked is told with the count.
    if (text(rec, 'origin')?.startsWith(`${LINE_MODEL},`) === true) continue
    const told = () => {
      if (product === undefined || quantity === 0) return []
      const move = {
        id: moveId,
        // An item without a code cannot be known here: told under the ERP's own name for it, it becomes a dead letter that says so.
        product: { ...product, sku: product.sku ?? `product.product,${product.id}` },
        quantity,
        from: placesNow.of(id(rec, 'from_location')),
        to: placesNow.of(id(rec, 'to_location')),
        time: new Date(dateOf(changedAt(rec)).getTime() - offMs).toISOString(),
        // A copy of a document of ours is no document of ours, though it bears its name.
        reference: shipment === null ? null : ours || called === null ? `${source}#${shipment}` : called,
        route: (shipment === null ? undefined : routes.get(shipment)) ?? null,
      }
      return eventsOf(move, source)
    }
    if (ours && first.get(called) === moveId) {
      const erpReference = shipment ?? `stock.move,${moveId}`
      acknowledgements.push({ reference: called, erpReference, at: dateOf(changedAt(rec)), events: told() })
    } else {
      events.push(...told())
    }
  }
  return { events, acknowledgements }
}

/** Milliseconds by which times of the ERP are to be set right. */
function offOf(client: TrytonClient): number {
  const { aheadMs = 0 } = client.clock() ?? {}
  return Math.abs(aheadMs) > CLOCK_OFF_MS ? Math.round(aheadMs / 1_000) * 1_000 : 0
}

async function rememberProducts(
  of: readonly Rec[],
  { client, units, products }: Pick<ContentOptions, 'client' | 'units' | 'products'>,
  signal: AbortSignal,
): Promise<void> {
  const unknown = [...new Set(of.map((rec) => id(rec, 'product')))].filter((one) => !products.has(one))
  if (unknown.length === 0) return
  for (const product of await readProducts(client, { ids: unknown }, units, signal)) products.set(product.id, product)
}

function referenceOf(rec: Rec): string | null {
  const shipment = linked(rec, 'shipment')
  return shipment === null ? null : text(shipment, 'reference')
}

/** Who copies a document in Tryton copies its reference with it. The first move that was done under one of our references is ours, any other is news. */
async function firstOfOurs(
  client: TrytonClient,
  moves: readonly Rec[],
  signal: AbortSignal,
): Promise<Map<string, number>> {
  const byModel = new Map<string, Set<string>>()
  for (const rec of moves) {
    const called = referenceOf(rec)
    const model = text(rec, 'shipment')?.split(',')[0]
    if (called === null || model === undefined || readMovementReference(called) === undefined) continue
    byModel.set(model, (byModel.get(model) ?? new Set()).add(called))
  }
  const first = new Map<string, number>()
  for (const [model, called] of byModel) {
    const domain = [
      ['shipment.reference', 'in', [...called], model],
      ['state', '=', 'done'],
    ]
    for (const rec of await searchRead(client, 'stock.move', { domain, fields: ['shipment.reference'] }, signal)) {
      const name = referenceOf(rec)
      if (name !== null && !first.has(name)) first.set(name, id(rec))
    }
  }
  return first
}

/** Where internal shipments come from and go to: their moves stop in between. */
async function routesOf(
  client: TrytonClient,
  moves: readonly Rec[],
  places: Places,
  signal: AbortSignal,
): Promise<Map<string, { from: Place; to: Place }>> {
  const model = 'stock.shipment.internal'
  const found = await searchRead(
    client,
    model,
    { domain: [['id', 'in', idsOf(moves, 'shipment', model)]], fields: ['from_location', 'to_location'] },
    signal,
  )
  return new Map(
    found.map((rec) => {
      const route = { from: places.of(id(rec, 'from_location')), to: places.of(id(rec, 'to_location')) }
      return [`${model},${id(rec)}`, route]
    }),
  )
}

function idsOf(moves: readonly Rec[], field: string, model: string): readonly number[] {
  const ids = moves.flatMap((rec) => {
    const [name, number] = text(rec, field)?.split(',') ?? []
    return name === model ? [Number(number)] : []
  })
  return [...new Set(ids)]
}
