import { hash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { sql } from 'kysely'
import type { Database } from '../../core/database/connection.ts'
import type { Ingest, Reporter } from '../../core/ingest/ingest.ts'
import type { EventResult } from '../../core/ingest/result.ts'
import { BUCKET_COUNT } from '../../core/ledger/bucket.ts'
import type { Command } from '../../core/ledger/commands.ts'
import { type Ledger, LedgerUnavailable } from '../../core/ledger/ledger.ts'
import { Lines } from './lines.ts'
import { londonClock, londonTime } from './london-time.ts'
import {
  type Row,
  type RowKind,
  readNotes,
  readRows,
  readSkus,
  type Sku,
  stockChange,
  UnreadableFile,
} from './online-retail-rows.ts'
import { NO_PROGRESS, type Progress } from './progress.ts'

/** Where the shop keeps its stock. */
export const LOCATION_ID = 'UK'

/** CloudEvents source of everything that is imported. */
export const SOURCE = '/import/online-retail'

const IMPORTER: Reporter = { client: 'import:online-retail', channels: null }

/** Events given to the ledger at a time, and how many of these portions may be under way: about 4,000 events. */
const PORTION = 500
const PORTIONS_UNDER_WAY = 8

/** How long the database may be away before the import gives up. Started again, it goes on where it ended. */
const AWAY_MS_MAX = 60_000

export interface ImportOptions {
  /** Folder with `transactions.csv.gz`, `skus.csv.gz` and `adjustments.csv.gz`. */
  readonly folder: string
  /**
   * Units of each SKU before the first line. `auto`: the fewest that keep its onHand from going below zero at any line of the file.
   * The same for every run on one database: other opening stock is refused as a conflict.
   */
  readonly openingStock: 'auto' | number
  readonly db: Database
  readonly ledger: Pick<Ledger, 'submit'>
  readonly ingest: Ingest
  readonly log: { warn(details: object, message: string): void }
  readonly progress?: Progress
}

export interface ImportReport {
  readonly rows: number
  /** Lines that move no stock, by the kind of their SKU. */
  readonly skipped: Readonly<Record<string, number>>
  /** Events by what they told: `count` is the opening stock. */
  readonly events: Readonly<Record<RowKind | 'count', number>>
  /** Events by what became of them; refused ones by their code. */
  readonly results: Readonly<Record<string, number>>
  /** The first events that were refused, with the reason. */
  readonly refused: readonly {
    readonly id: string | null
    readonly code: string | null
    readonly message: string | null
  }[]
  readonly openingUnits: number
  /** What the lines of the file did to stock, in units. */
  readonly units: Readonly<Record<RowKind, number>>
  /** Balances of the imported SKUs, in units, by account. */
  readonly accounts: Readonly<Record<string, number>>
  /** SKUs whose onHand was compared, and those where it is not what the file says. */
  readonly compared: number
  readonly different: readonly { readonly sku: string; readonly expected: number; readonly onHand: number }[]
  readonly seconds: number
}

/**
 * Replays the year of trade through the same door as all events. Every event has an id that follows from the file alone, so an import that was
 * interrupted at any point ends the same when it is started again.
 */
export async function importOnlineRetail(options: ImportOptions): Promise<ImportReport> {
  const started = performance.now()
  // Half a million events pass through, each for a fraction of a second. V8 would give its young generation more and more room for them, 100 MiB
  // in the end; kept as small as it begins, collecting takes no longer, and nothing else is to be had from the room.
  setFlagsFromString('--semi-space-growth-factor=1')
  const { folder, progress = NO_PROGRESS } = options
  const products = new Map<string, Product>()
  const skus = await readSkus(folder)
  for (const { sku, kind } of skus) if (kind === 'product') products.set(sku, { change: 0, lowest: 0 })
  const file = await survey(folder, new Map(skus.map(({ sku, kind }) => [sku, kind])), products)

  await upsertPlaceAndItems(
    options,
    skus.filter(({ kind }) => kind === 'product'),
  )

  const tally = new Tally()
  const openings = [...products].map(([sku, { lowest }]): [string, number] => [
    sku,
    options.openingStock === 'auto' ? -lowest : options.openingStock,
  ])
  progress.begin('Opening', openings.length)
  const openedAt = new Date(new Date(londonTime(file.firstWallTime)).getTime() - 60_000).toISOString()
  await record(
    options,
    tally,
    openings.map(([sku, quantity]) => countEvent(sku, quantity, openedAt)),
  )

  progress.begin('Lines', file.lines.length)
  await record(options, tally, eventsOf(file, await readNotes(folder)))
  progress.end()

  const { accounts, onHands } = await readBalances(options.db, new Set(products.keys()))
  const different = openings.flatMap(([sku, opening]) => {
    const expected = opening + (products.get(sku)?.change ?? 0)
    const onHand = onHands.get(sku) ?? 0
    return onHand === expected ? [] : [{ sku, expected, onHand }]
  })
  return {
    rows: file.rows,
    skipped: file.skipped,
    events: { count: openings.length, ...file.counts },
    results: Object.fromEntries([...tally.results].sort()),
    refused: tally.refused,
    openingUnits: openings.reduce((sum, [, quantity]) => sum + quantity, 0),
    units: file.units,
    accounts,
    compared: openings.length,
    different,
    seconds: (performance.now() - started) / 1000,
  }
}

/** What the lines of a SKU add up to. */
interface Product {
  change: number
  /** The lowest that the sum ever was; zero when it never went below. */
  lowest: number
}

interface Survey {
  readonly rows: number
  readonly firstWallTime: string
  readonly skipped: Readonly<Record<string, number>>
  /** The lines about products, in the order of the file. */
  readonly lines: Lines
  readonly counts: Readonly<Record<RowKind, number>>
  readonly units: Readonly<Record<RowKind, number>>
  /** The last line of each invoice: after it, nothing of the invoice has to be remembered. */
  readonly lastLines: ReadonlyMap<string, number>
}

/** Reads the whole file before anything is sent: the opening stock has to be there before the first line, and follows from all of them. */
async function survey(
  folder: string,
  kinds: ReadonlyMap<string, string>,
  products: ReadonlyMap<string, Product>,
): Promise<Survey> {
  const skipped: Record<string, number> = {}
  const counts: Record<RowKind, number> = { sale: 0, return: 0, correction: 0 }
  const units: Record<RowKind, number> = { sale: 0, return: 0, correction: 0 }
  const lines = new Lines()
  const lastLines = new Map<string, number>()
  let rows = 0
  let firstWallTime: string | undefined
  for await (const some of readRows(folder)) {
    for (const row of some) {
      rows++
      const kind = kinds.get(row.sku)
      if (kind === undefined) {
        throw new UnreadableFile(`transactions.csv.gz, line ${row.number}: skus.csv.gz has no "${row.sku}".`)
      }
      const product = products.get(row.sku)
      if (product === undefined) {
        skipped[kind] = (skipped[kind] ?? 0) + 1
        continue
      }
      firstWallTime ??= row.wallTime
      if (row.wallTime < firstWallTime) {
        throw new UnreadableFile(`transactions.csv.gz, line ${row.number} is earlier than the first line.`)
      }
      lines.add(row)
      lastLines.set(row.invoice, row.number)
      const change = stockChange(row)
      counts[row.what]++
      units[row.what] += change
      product.change += change
      product.lowest = Math.min(product.lowest, product.change)
    }
  }
  if (firstWallTime === undefined) throw new UnreadableFile('transactions.csv.gz has no line about a product.')
  return { rows, firstWallTime, skipped, lines, counts, units, lastLines }
}

async function upsertPlaceAndItems(options: ImportOptions, products: readonly Sku[]): Promise<void> {
  const location = { id: LOCATION_ID, name: 'United Kingdom', kind: 'WAREHOUSE', timeZone: 'Europe/London' }
  await submit(options, { kind: 'upsertLocations', locations: [location] })
  for (let from = 0; from < products.length; from += 1000) {
    const items = products.slice(from, from + 1000).map(({ sku, title }) => ({ sku, title }))
    await submit(options, { kind: 'upsertItems', items })
  }
}

/** With a key made of the content, so that a second run changes nothing, not even what was edited since. */
async function submit({ ledger, log }: ImportOptions, command: Command): Promise<void> {
  const requestHash = hash('sha256', JSON.stringify(command), 'buffer')
  const key = { key: `${command.kind} ${requestHash.toString('hex')}`, requestHash }
  const result = await whileAway(log, () => ledger.submit({ command, ...IMPORTER, occurredAt: null, key }, 'bulk'))
  if (result.status === 'refused') throw new Error(`${command.kind} was refused: ${result.errors[0].message}`)
}

const RETURN_RECEIVED = 'onhand.return.received.v1'

type CloudEvent = Readonly<Record<'specversion' | 'id' | 'source' | 'type', string>> & {
  readonly time: string
  readonly data: object
}

function cloudEvent(id: string, type: string, time: string, data: object): CloudEvent {
  return { specversion: '1.0', id, source: SOURCE, type, time, data }
}

function countEvent(sku: string, quantity: number, time: string): CloudEvent {
  return cloudEvent(`opening/${sku}`, 'onhand.stock.counted.v1', time, { sku, locationId: LOCATION_ID, quantity })
}

/** The lines of the file as events. Identical lines of an invoice are kept apart by their running number. */
function* eventsOf({ lines, lastLines }: Survey, notes: ReadonlyMap<number, string>): Generator<CloudEvent> {
  const toUtc = londonClock()
  const invoices = new Map<string, Map<string, number>>()
  for (const row of lines) {
    const counts = invoices.get(row.invoice) ?? new Map<string, number>()
    invoices.set(row.invoice, counts)
    const running = (counts.get(row.sku) ?? 0) + 1
    counts.set(row.sku, running)
    if (lastLines.get(row.invoice) === row.number) invoices.delete(row.invoice)
    yield toEvent(row, running, toUtc(row.wallTime), notes.get(row.number))
  }
}

function toEvent(
  { invoice, sku, quantity, what }: Row,
  running: number,
  time: string,
  note = 'stock correction',
): CloudEvent {
  const id = `${invoice}/${sku}/${running}`
  const locationId = LOCATION_ID
  switch (what) {
    case 'sale':
      return cloudEvent(id, 'onhand.sale.recorded.v1', time, { sku, locationId, quantity, reference: invoice })
    case 'return': {
      const lines = [{ sku, quantity: -quantity }]
      return cloudEvent(id, RETURN_RECEIVED, time, { reference: invoice, locationId, lines })
    }
    case 'correction':
      return cloudEvent(id, 'onhand.stock.adjusted.v1', time, { sku, locationId, delta: quantity, reason: note })
  }
}

/** Counts what became of the events. */
class Tally {
  readonly results = new Map<string, number>()
  readonly refused: EventResult[] = []
  done = 0

  add(results: readonly EventResult[]): void {
    this.done += results.length
    for (const result of results) {
      const name = result.code === null ? result.status : `${result.status} ${result.code}`
      this.results.set(name, (this.results.get(name) ?? 0) + 1)
      if (result.status === 'REJECTED' && this.refused.length < 10) this.refused.push(result)
    }
  }
}

/** Gives the events to the hub in portions, several of them under way at once, in order. */
async function record(options: ImportOptions, tally: Tally, events: Iterable<CloudEvent>): Promise<void> {
  const before = tally.done
  const underWay: Promise<EventResult[]>[] = []
  const oldest = async () => {
    tally.add((await underWay.shift()) ?? [])
    options.progress?.advance(tally.done - before)
  }
  const send = (portion: readonly CloudEvent[]) => {
    const results = whileAway(options.log, () => options.ingest.record(portion, IMPORTER, 'bulk'))
    // Told when its turn comes; until then it must not count as unhandled.
    results.catch(() => {})
    underWay.push(results)
  }

  // Returns go in portions of their own. A document locks all its SKUs, so that one of them in each portion would keep the ledger from working on
  // two portions at once; and as they wait in quality hold, it makes no difference to any sale how late they come.
  const portions = { documents: [] as CloudEvent[], others: [] as CloudEvent[] }
  for (const event of events) {
    const kind = event.type === RETURN_RECEIVED ? 'documents' : 'others'
    portions[kind].push(event)
    if (portions[kind].length < PORTION) continue
    if (underWay.length >= PORTIONS_UNDER_WAY) await oldest()
    send(portions[kind])
    portions[kind] = []
  }
  for (const portion of Object.values(portions)) if (portion.length > 0) send(portion)
  while (underWay.length > 0) await oldest()
}

/** Tries again while the database is away: what was recorded already is then a duplicate. */
async function whileAway<T>(log: ImportOptions['log'], work: () => Promise<T>): Promise<T> {
  const since = performance.now()
  for (let delay = 100; ; delay = Math.min(delay * 2, 5_000)) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof LedgerUnavailable) || performance.now() - since > AWAY_MS_MAX) throw error
      log.warn({ err: error, retryInMs: delay }, 'The database is away; the import goes on when it is back')
      await sleep(delay)
    }
  }
}

interface BalanceRow {
  readonly sku: string
  readonly sellable: number
  readonly qualityHold: number
  readonly damaged: number
  readonly blocked: number
}

async function readBalances(db: Database, skus: ReadonlySet<string>) {
  const onHands = new Map<string, number>()
  const accounts: Record<string, number> = {}
  const add = (account: string, units: number) => {
    accounts[account] = (accounts[account] ?? 0) + units
  }
  const { rows } = await sql<BalanceRow>`
    select sku, sellable, quality_hold as "qualityHold", damaged, blocked from position where location_id = ${LOCATION_ID}
  `.execute(db.kysely)
  for (const { sku, sellable, qualityHold, damaged, blocked } of rows) {
    if (!skus.has(sku)) continue
    onHands.set(sku, sellable + qualityHold + damaged + blocked)
    add('sellable', sellable)
    add('qualityHold', qualityHold)
    add('damaged', damaged)
    add('blocked', blocked)
  }

  // What left and what came, from the journal: the other side of the same entries.
  for (let bucket = 0; bucket < BUCKET_COUNT; bucket++) {
    const { rows: outside } = await sql<{ sku: string; account: string; units: number }>`
      select sku, account, sum(units)::bigint as units
      from journal, lateral (values (from_account, -quantity), (to_account, quantity)) as side (account, units)
      where bucket = ${bucket} and location_id = ${LOCATION_ID} and account = any(array['supplier', 'customer', 'loss', 'inTransfer'])
      group by sku, account
    `.execute(db.kysely)
    for (const { sku, account, units } of outside) if (skus.has(sku)) add(account, units)
  }
  return { accounts, onHands }
}
