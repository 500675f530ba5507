import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliveryLease } from '../../core/erp/lease-names.ts'
import { Outbox } from '../../core/erp/outbox.ts'
import { Pulls } from '../../core/erp/pulls.ts'
import { acknowledge, ErpQueue } from '../../core/erp/queue.ts'
import { sourceOfErp } from '../../core/erp/routes.ts'
import { Leases } from '../../core/jobs/leases.ts'
import { onHand, STOCK_ACCOUNTS } from '../../core/ledger/accounts.ts'
import { bucketOf } from '../../core/ledger/bucket.ts'
import { bookingOf, readUnheard } from '../../core/ledger/unheard.ts'
import type { ErpConnector, ErpEvent, Movement, PulledPage } from '../../erp/connector.ts'
import { pullFromErp } from '../../erp/pull/pull-from-erp.ts'
import { type IngestHub, openIngestHub } from '../ingest/ingest-hub.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { SILENT } from '../support/ledger.ts'

const ERP = 'books'
const SOURCE = sourceOfErp(ERP)
const PLACE = 'BER'
const FULL = 1_000

interface Entry {
  readonly sku: string
  readonly delta: number
  readonly at: Date
  readonly reference?: string
  readonly counted?: number
  /** Nobody is told of it. */
  readonly hidden?: true
}

/** Books that say for each SKU how many there are, and by which steps it came to that; nothing of which was what. */
class Books implements Pick<ErpConnector, 'pull' | 'post' | 'can' | 'kind'> {
  readonly kind = 'books'
  readonly can = { pull: true, snapshot: false, post: [], find: true, postBatch: 10 }
  readonly entries: Entry[] = []

  balance(sku: string): number {
    return this.entries.reduce((sum, entry) => sum + (entry.sku === sku ? entry.delta : 0), 0)
  }

  count(sku: string, counted: number, at: Date): void {
    this.entries.push({ sku, delta: counted - this.balance(sku), at, counted })
  }

  async post(movements: readonly Movement[]) {
    return movements.map(({ reference, sku, from, to, quantity }) => {
      const delta = (isHere(to) ? quantity : 0) - (isHere(from) ? quantity : 0)
      const isNew = !this.entries.some((entry) => entry.reference === reference)
      if (isNew) this.entries.push({ sku, delta, at: new Date(), reference })
      return { reference, status: 'accepted' as const, erpReference: reference }
    })
  }

  async *pull(watermark: string | null): AsyncGenerator<PulledPage> {
    const from = Number(watermark ?? 0)
    const fresh = this.entries.slice(from)
    const events = fresh.flatMap((entry, index) => this.#eventsOf(entry, from + index))
    const acknowledgements = fresh.flatMap(({ reference, at }) => {
      return reference === undefined ? [] : [{ reference, erpReference: reference, at, events: [] }]
    })
    const page = { items: [], locations: [], upTo: new Date(), watermark: String(this.entries.length) }
    yield { ...page, events, acknowledgements }
  }

  #eventsOf({ sku, delta, at, reference, counted, hidden }: Entry, index: number): ErpEvent[] {
    const event = { specversion: '1.0', id: `entry-${index}`, source: SOURCE, time: at.toISOString() } as const
    if (reference !== undefined || hidden === true) return []
    const place = { sku, locationId: PLACE }
    if (counted === undefined) {
      const data = { ...place, delta, reason: 'own' }
      return [{ ...event, type: 'onhand.stock.adjusted.v1', data }]
    }
    const data = { ...place, quantity: counted, account: 'sellable', accounts: STOCK_ACCOUNTS }
    return [{ ...event, type: 'onhand.stock.counted.v1', data, erpbooked: String(delta) }]
  }
}

function isHere(account: string): boolean {
  return STOCK_ACCOUNTS.some((one) => one === account)
}

type Deed =
  /** Goods move, and the hub is told by a till: at once, or when somebody gets round to it. */
  | { readonly do: 'trade'; readonly delta: number; readonly late: boolean }
  /** Some break; nobody tells the ERP, for which it is the same place. */
  | { readonly do: 'break'; readonly quantity: number; readonly late: boolean }
  /** Goods move, and it is entered in the ERP: seen at once, or by a transaction that lasts. */
  | { readonly do: 'own'; readonly delta: number; readonly late: boolean }
  | { readonly do: 'count' | 'report' | 'commit' | 'pull' }
  | { readonly do: 'deliver'; readonly many: number; readonly lost: boolean }

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('trade' as const),
      delta: fc.integer({ min: -9, max: 9 }).filter((n) => n !== 0),
      late: fc.boolean(),
    }),
    fc.record({ do: fc.constant('break' as const), quantity: fc.integer({ min: 1, max: 3 }), late: fc.boolean() }),
    fc.record({
      do: fc.constant('own' as const),
      delta: fc.integer({ min: -9, max: 9 }).filter((n) => n !== 0),
      late: fc.boolean(),
    }),
    fc.record({ do: fc.constantFrom('count' as const, 'report' as const, 'commit' as const, 'pull' as const) }),
    fc.record({ do: fc.constant('deliver' as const), many: fc.integer({ min: 1, max: 3 }), lost: fc.boolean() }),
  ),
  { minLength: 4, maxLength: 24 },
)

/** One item, of which it is known how many there really are. */
class World {
  static #worlds = 0
  readonly sku = `item-${++World.#worlds}`
  readonly books: Books
  readonly hub: IngestHub
  readonly queue: ErpQueue
  /** What there really is, and how much of it is broken. */
  real = FULL
  broken = 0
  #time: number
  #told = 0
  readonly #reports: object[] = []
  readonly #transactions: Entry[] = []

  constructor(hub: IngestHub, books: Books, queue: ErpQueue, since: number) {
    this.hub = hub
    this.books = books
    this.queue = queue
    this.#time = since
  }

  async open(): Promise<void> {
    await this.hub.submit({ kind: 'upsertItems', items: [{ sku: this.sku, title: this.sku }] })
    await this.#report(this.#event('stock.adjusted', { delta: FULL, reason: 'opening' }))
    await this.settle()
  }

  async act(deed: Deed): Promise<void> {
    switch (deed.do) {
      case 'trade': {
        this.real += deed.delta
        const event = this.#event('stock.adjusted', { delta: deed.delta, reason: 'trade' })
        if (deed.late) this.#reports.push(event)
        else await this.#report(event)
        return
      }
      case 'break': {
        this.broken += deed.quantity
        const event = this.#event('stock.reclassified', { quantity: deed.quantity, from: 'sellable', to: 'damaged' })
        if (deed.late) this.#reports.push(event)
        else await this.#report(event)
        return
      }
      case 'own': {
        this.real += deed.delta
        const entry = { sku: this.sku, delta: deed.delta, at: this.#tick() }
        if (deed.late) this.#transactions.push(entry)
        else this.books.entries.push(entry)
        return
      }
      case 'count':
        this.books.count(this.sku, this.real, this.#tick())
        return
      case 'report': {
        const report = this.#reports.shift()
        if (report !== undefined) await this.#report(report)
        return
      }
      case 'commit': {
        const entry = this.#transactions.shift()
        if (entry !== undefined) this.books.entries.push(entry)
        return
      }
      case 'pull':
        return this.#pull()
      case 'deliver':
        await this.#deliver(deed.many, deed.lost)
    }
  }

  /** Everybody has told everything. */
  async settle(): Promise<void> {
    for (const report of this.#reports.splice(0)) await this.#report(report)
    this.books.entries.push(...this.#transactions.splice(0))
    await this.#pull()
    while ((await this.#deliver(10, false)) > 0);
    await this.#pull()
  }

  /** The books of the ERP are wrong, and nobody knows. */
  drift(delta: number): void {
    this.books.entries.push({ sku: this.sku, delta, at: this.#tick(), hidden: true })
  }

  /** What was sent and what arrived just now was so by the time of this world. */
  async #date(): Promise<void> {
    const now = new Date(this.#time)
    const isToday = sql`> clock_timestamp() - interval '6 hours'`
    await sql`
      update erp_movement set first_sent_at = case when first_sent_at ${isToday} then ${now} else first_sent_at end,
             settled_at = case when settled_at ${isToday} then ${now} else settled_at end
      where sku = ${this.sku} and (first_sent_at ${isToday} or settled_at ${isToday})
    `.execute(this.hub.db.kysely)
  }

  #tick(): Date {
    this.#time += 10_000
    return new Date(this.#time)
  }

  #event(type: string, data: object): object {
    const id = `${this.sku}-${++this.#told}`
    const about = { specversion: '1.0', id, source: '/tills/1', time: this.#tick().toISOString() }
    return { ...about, type: `onhand.${type}.v1`, data: { sku: this.sku, locationId: PLACE, ...data } }
  }

  async #report(event: object): Promise<void> {
    const [result] = await this.hub.send(event)
    if (result?.status !== 'ACCEPTED') throw new Error(`It was not recorded: ${result?.message}`)
  }

  async #pull(): Promise<void> {
    const { db, ledger, ingest } = this.hub
    const pulls = new Pulls(db.kysely)
    const { routes } = await pulls.systems()
    await pullFromErp({
      ...{
        systemId: ERP,
        connector: connectorOf(this.books),
        routes,
        pulls,
        ledger,
        ingest,
        log: SILENT,
        leaseMs: 30_000,
      },
      acknowledge: (systemId, seen) => acknowledge(db.kysely, systemId, seen),
      signal: new AbortController().signal,
    })
    await this.#date()
  }

  /** Answers how many were looked for or sent. */
  async #deliver(many: number, lost: boolean): Promise<number> {
    const outbox = new Outbox(this.hub.db.kysely)
    while ((await outbox.fill()).lookedThrough > 0);
    const { due } = await this.queue.unknown(100)
    const known = new Set(this.books.entries.map(({ reference }) => reference))
    await this.queue.settle(
      due.map(({ reference, attempts }) =>
        known.has(reference)
          ? { reference, attempts, state: 'ACKNOWLEDGED', erpReference: reference }
          : { reference, attempts, state: 'QUEUED', notBeforeMs: 0 },
      ),
    )
    const taken = await this.queue.take(many, 0)
    await this.books.post(taken.map(({ movement }) => movement))
    await this.queue.settle(
      taken.map(({ movement: { reference }, attempts }) =>
        lost
          ? { reference, attempts, state: 'SENT', notBeforeMs: 0 }
          : { reference, attempts, state: 'ACKNOWLEDGED', erpReference: reference },
      ),
    )
    await this.#date()
    return due.length + taken.length
  }
}

function connectorOf(books: Books): ErpConnector {
  const no = () => {
    throw new Error('It cannot')
  }
  return {
    kind: books.kind,
    can: books.can,
    pull: (watermark) => books.pull(watermark),
    post: (movements) => books.post(movements),
    ...{ health: no, snapshot: no, find: no, close: async () => {} },
  }
}

// Goal: after a count in the ERP both have what was counted and what happened since, whatever either had not heard of. Method: random trade on both sides, reports, transactions, deliveries and answers that come late, and counts
// in between, against what there really is.
describe.each(DATABASE_KINDS)('what is counted in an ERP, on %s', (kind) => {
  let hub: IngestHub
  let books: Books
  let queue: ErpQueue
  let since: number
  beforeAll(async () => {
    hub = await openIngestHub(kind)
    await hub.submit({ kind: 'upsertLocations', locations: [{ id: PLACE, name: 'Berlin' }] })
    await hub.submit({ kind: 'upsertErpSystem', id: ERP, connector: 'books', settings: {} })
    const route = { locationIds: null, skuPrefixes: null, mode: 'LIVE', validFrom: null } as const
    await hub.submit({ kind: 'setErpRoute', systemId: ERP, ...route })
    // The time of the tests is that of yesterday, so that it can go on as fast as it likes.
    since = Date.now() - 86_400_000
    await sql`update erp_route set valid_from = valid_from - interval '2 days'`.execute(hub.db.kysely)
    books = new Books()
    const leases = new Leases(hub.db.kysely)
    await leases.hold([deliveryLease(ERP)], 3_600_000)
    queue = new ErpQueue(hub.db.kysely, leases, ERP)
  })
  afterAll(async () => {
    await hub[Symbol.asyncDispose]()
  })

  test('is what both have, with what happened since', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (some) => {
        const world = new World(hub, books, queue, since)
        await world.open()
        for (const deed of some) await world.act(deed)
        await world.settle()
        const balances = await hub.position(world.sku, PLACE)
        if (balances === undefined) throw new Error('It is known')
        const { sku, real, broken } = world
        expect({ hub: onHand(balances), erp: books.balance(sku), broken: balances.damaged }).toEqual({
          ...{ hub: real, erp: real, broken },
        })
      }),
      { numRuns: 40 },
    )
    expect(await hub.deadLetters()).toEqual([])
  })

  test('mends books that were wrong, whichever of both they were', async () => {
    for (const drift of [-37, 0, 37]) {
      const world = new World(hub, books, queue, since)
      await world.open()
      world.drift(drift)
      await world.act({ do: 'trade', delta: -3, late: false })
      await world.act({ do: 'count' })
      await world.act({ do: 'trade', delta: -2, late: false })
      await world.settle()
      expect([(await hub.position(world.sku, PLACE))?.sellable, books.balance(world.sku)]).toEqual([FULL - 5, FULL - 5])
    }
  })
})

// Goal: a count reads what happened since it was made, whatever there was before. Method: one position with very many entries that the ERP took long ago, and the rows that PostgreSQL says it has read for it.
test.each(DATABASE_KINDS)('a count reads little of a long history, on %s', { timeout: 120_000 }, async (kind) => {
  await using hub = await openIngestHub(kind)
  await hub.submit({ kind: 'upsertErpSystem', id: ERP, connector: 'books', settings: {} })
  const [sku, bucket, all, untold] = ['HOT', bucketOf('HOT'), 60_000, 40]
  // One entry a second, the last one now, of which one in twenty is of this item; the ERP had each in the moment in which it was recorded, but for those that were not looked through yet.
  const at = sql`clock_timestamp() - (${all}::int - n) * interval '1 s'`
  const item = sql`case when n % 20 = 0 then ${sku} else 'COLD-' || n end`
  await hub.rewrite(sql`
    insert into journal (bucket, number, sku, location_id, from_account, to_account, quantity, kind, occurred_at, recorded_at)
    select ${bucket}, n, ${item}, ${PLACE}, 'sellable', 'customer', 1, 'sale', ${at}, ${at} from generate_series(1, ${all}::int) n
  `)
  await hub.rewrite(sql`
    insert into erp_movement (bucket, number, system_id, mode, sku, location_id, recorded_at, state, first_sent_at, settled_at)
    select ${bucket}, n, ${ERP}, 'LIVE', ${item}, ${PLACE}, ${at}, 'ACKNOWLEDGED', ${at}, ${at} from generate_series(1, ${all - untold}::int) n
  `)
  await hub.rewrite(sql`update bucket_head set number = ${all} where bucket = ${bucket}`)
  await hub.rewrite(sql`update erp_cursor set number = ${all - untold} where bucket = ${bucket}`)
  await sql`analyze journal, erp_movement`.execute(hub.db.kysely)

  const counted = { kind: 'countStock', sku, locationId: PLACE, quantity: 1, account: 'sellable' } as const
  const hourAgo = new Date(Date.now() - 3_600_000)
  const booking = bookingOf({ ...counted, booked: { difference: 0, at: null } }, ERP, SOURCE, hourAgo)
  const read = await hub.db.kysely.transaction().execute(async (tx) => {
    await readUnheard(tx, [booking])
    const { rows } = await sql<{ name: string; rows: number }>`
      select relname as name, (seq_tup_read + coalesce(idx_tup_fetch, 0))::float8 as rows from pg_stat_xact_user_tables where relname in ('journal', 'erp_movement')
    `.execute(tx)
    return Object.fromEntries(rows.map(({ name, rows }) => [name, rows]))
  })
  // Of an hour, 180 entries of 3,600, each of which may be found for several reasons; 3,000 of this item in all.
  expect(read.journal).toBeGreaterThanOrEqual(180)
  expect(read.journal).toBeLessThan(1_000)
  expect(read.erp_movement).toBeLessThan(1_000)
})
