import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { readPulledUpTo } from '../../core/erp/reconciliations.ts'
import { sourceOfErp } from '../../core/erp/routes.ts'
import { newId } from '../../core/ledger/ids.ts'
import { erpSystemOf } from '../../core/ledger/rows.ts'
import { reconcile } from '../../erp/reconciliation/reconcile.ts'
import { openTryton } from '../../erp/tryton/connector.ts'
import type { TrytonSettings } from '../../erp/tryton/settings.ts'
import { cloudEvent, type IngestHub, openIngestHub } from '../ingest/ingest-hub.ts'
import { startLossyProxy } from '../support/lossy-proxy.ts'
import type { TrytonServer } from '../support/tryton.ts'
import {
  booksOf,
  connectTryton,
  ERP,
  knowTryton,
  stockOf,
  toldTo,
  until,
  untilAgreed,
  workersOf,
} from './tryton-trade.ts'

export interface DayOptions {
  readonly tryton: TrytonServer
  readonly seed: number
  /** What each side does between two troubles. */
  readonly deeds: number
}

const SKUS = ['MUG', 'PLATE', 'BUNTING', 'TEA']
const PLACES = ['DC1', 'ST1', 'ST2']
/** Tea comes in cases of twelve, there and here. */
const factorOf = (sku: string) => (sku === 'TEA' ? 12 : 1)
const OPENING = 200
const CLOCK_AHEAD_SECONDS = 90
const OVERLAP_SECONDS = 15
/** Milliseconds that a transaction of the ERP lasts, far below the overlap. */
const SLOW_MS = 3_000
/** Milliseconds between two readings of the ERP: it has other things to do. */
const PULL_MS = 500
/** Milliseconds beside a count in which nobody trades: a clock that is set right by the seconds of its answers is not better than that. */
const QUIET_MS = 2_500

/** The same numbers for the same seed (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

/**
 * A day of trade from both sides at once, at three warehouses, in pieces and in cases, with what goes wrong on such a day: answers that are lost after they were given, sessions that end, a transaction that lasts, an ERP that is
 * away, a clock that is off, a till without a network, and counts made in the ERP while it has not heard of everything. What really is there is kept beside it.
 */
export async function tradeForADay({ tryton, seed, deeds }: DayOptions): Promise<void> {
  await using proxy = await startLossyProxy(tryton.url, CLOCK_AHEAD_SECONDS)
  await using hub = await openIngestHub('postgres')
  await knowTryton(hub)
  const settings = { ...tryton.settings, url: proxy.url, overlapSeconds: OVERLAP_SECONDS }
  const day = new Day(hub, tryton, seed)
  // As two processes would.
  await using _ = connectTryton(hub, settings, PULL_MS)
  await using __ = connectTryton(hub, settings, PULL_MS)
  await day.open()

  proxy.loseAnswerTo(/stock\.move\.do/)
  await day.trade(deeds)
  await day.erp.endSessions()
  const slow = await day.sellSlowly('MUG', 'ST1', 3)
  proxy.loseAnswerTo(/shipment\.out\.create/)
  await Promise.all([day.trade(deeds), sleep(SLOW_MS).then(slow.commit)])
  await day.countEverySecond()

  await tryton.stop()
  await day.tradeInHub(deeds)
  await tryton.start()
  // It was told nothing of that yet, or some of it.
  await day.countEverySecond()
  const trading = day.trade(deeds)
  expect(await compare(hub, settings), 'compared while there was a backlog').toMatchObject({ divergent: 0 })
  proxy.loseAnswerTo(/shipment\.internal\.create/)
  await trading

  await day.reportLate()
  await untilAgreed(hub, tryton)
  expect(await stockOf(hub), 'the hub and what really is there').toEqual(day.reality())
  expect(await booksOf(tryton), 'the ERP and what really is there').toEqual(day.reality())
  expect(await day.erp.doubled()).toEqual([])
  expect(await hub.deadLetters()).toEqual([])
  const { unread, ...told } = await toldTo(hub)
  expect(unread).toBe(0)
  expect(Object.keys(told).sort()).toEqual(
    told.IMMATERIAL === undefined ? ['ACKNOWLEDGED'] : ['ACKNOWLEDGED', 'IMMATERIAL'],
  )
  expect(await compare(hub, settings)).toMatchObject({ divergent: 0, unreadable: 0 })
  console.log(
    `A day of seed ${seed}: ${day.done.hub} deeds here, ${day.done.erp} there, ${day.done.counts} counts; ${JSON.stringify(told)}`,
  )
}

class Day {
  readonly hub: IngestHub
  readonly erp: ReturnType<typeof workersOf>
  readonly done = { hub: 0, erp: 0, counts: 0 }
  readonly #here: (sides: number) => number
  readonly #there: (sides: number) => number
  /** In base units. */
  readonly #real = new Map<string, number>()
  readonly #late: object[] = []
  #number = 0

  constructor(hub: IngestHub, tryton: TrytonServer, seed: number) {
    this.hub = hub
    this.erp = workersOf(tryton)
    this.#here = dice(seed)
    this.#there = dice(seed + 1)
  }

  async open(): Promise<void> {
    for (const sku of SKUS) {
      for (const place of PLACES) {
        this.#move(sku, place, OPENING * factorOf(sku))
        await this.erp.receive(sku, place, OPENING)
      }
    }
    await until(async () => JSON.stringify(await stockOf(this.hub)) === JSON.stringify(this.reality()))
  }

  /** What there really is, in the order in which stock is listed. */
  reality(): readonly (readonly [string, number])[] {
    return [...this.#real].sort(([a], [b]) => (a < b ? -1 : 1))
  }

  async trade(deeds: number): Promise<void> {
    await Promise.all([this.tradeInHub(deeds), this.#tradeInErp(deeds)])
  }

  async tradeInHub(deeds: number): Promise<void> {
    for (let n = 0; n < deeds; n++) {
      await this.#doHere()
      this.done.hub++
      await sleep(20)
    }
  }

  async sellSlowly(sku: string, place: string, quantity: number) {
    this.#move(sku, place, -quantity)
    return this.erp.sellSlowly(sku, place, quantity)
  }

  /** Somebody counts every other item, each at one of the places. */
  async countEverySecond(): Promise<void> {
    await sleep(QUIET_MS)
    for (const [index, sku] of SKUS.entries()) {
      const place = PLACES[this.#there(PLACES.length)] ?? ''
      if (index % 2 === this.done.counts % 2) continue
      const key = `${sku} at ${place}`
      // Now and then one is gone that nobody knew of.
      const lost = this.#there(3)
      this.#move(sku, place, -lost * factorOf(sku))
      await this.erp.count(sku, place, (this.#real.get(key) ?? 0) / factorOf(sku))
      this.done.counts++
    }
    await sleep(QUIET_MS)
  }

  /** A till that had no network tells what it sold, in any order. */
  async reportLate(): Promise<void> {
    for (const event of this.#late.splice(0).reverse()) await this.#send(event)
  }

  #move(sku: string, place: string, delta: number): void {
    const key = `${sku} at ${place}`
    this.#real.set(key, (this.#real.get(key) ?? 0) + delta)
  }

  async #send(...events: object[]): Promise<void> {
    for (const result of await this.hub.send(...events)) {
      if (result.status === 'REJECTED') throw new Error(`The hub refused ${result.id}: ${result.message}`)
    }
  }

  async #doHere(): Promise<void> {
    const sku = SKUS[this.#here(SKUS.length)] ?? ''
    const from = this.#here(PLACES.length)
    const place = PLACES[from] ?? ''
    const other = PLACES[(from + 1) % PLACES.length] ?? ''
    const quantity = 1 + this.#here(3)
    const reference = `D-${++this.#number}`
    const base = quantity * factorOf(sku)
    const amount = { quantity, ...(sku === 'TEA' ? { unit: 'Case of 12' } : {}) }
    const lines = [{ sku, ...amount }]
    const event = (type: string, data: object) => cloudEvent(type, data, { time: new Date().toISOString() })
    switch (this.#here(8)) {
      case 0:
        this.#move(sku, place, base)
        return this.#send(event('stock.received', { sku, locationId: place, ...amount, reference }))
      case 1: {
        this.#move(sku, place, -base)
        const way = { reference, kind: 'TRANSFER', originId: place, destinationId: other, lines }
        await this.#send(event('shipment.dispatched', way))
        this.#move(sku, other, base)
        return this.#send(event('shipment.received', way))
      }
      case 2: {
        this.#move(sku, place, base)
        const back = { reference, locationId: place, lines }
        await this.#send(event('return.received', back))
        return this.#send(event('return.dispositioned', { ...back, disposition: 'RESTOCK' }))
      }
      case 3: {
        const { quantity: many, ...unit } = amount
        this.#move(sku, place, -base)
        return this.#send(event('stock.adjusted', { sku, locationId: place, delta: -many, ...unit, reason: 'broken' }))
      }
      case 4:
        this.#move(sku, place, -base)
        this.#late.push(event('sale.recorded', { sku, locationId: place, ...amount, reference }))
        return
      default:
        this.#move(sku, place, -base)
        return this.#send(event('sale.recorded', { sku, locationId: place, ...amount, reference }))
    }
  }

  async #tradeInErp(deeds: number): Promise<void> {
    for (let n = 0; n < deeds; n++) {
      const sku = SKUS[this.#there(SKUS.length)] ?? ''
      const from = this.#there(PLACES.length)
      const place = PLACES[from] ?? ''
      const other = PLACES[(from + 1) % PLACES.length] ?? ''
      const quantity = 1 + this.#there(3)
      const base = quantity * factorOf(sku)
      switch (this.#there(6)) {
        case 0:
          this.#move(sku, place, base)
          await this.erp.receive(sku, place, quantity)
          break
        case 1:
          this.#move(sku, place, -base)
          this.#move(sku, other, base)
          await this.erp.transfer(sku, place, other, quantity)
          break
        case 2:
          this.#move(sku, place, base)
          await this.erp.takeBack(sku, place, quantity)
          break
        case 3:
          this.#move(sku, place, -base)
          await this.erp.lose(sku, place, quantity)
          break
        default:
          this.#move(sku, place, -base)
          await this.erp.sell(sku, place, quantity)
      }
      this.done.erp++
    }
  }
}

async function compare(hub: IngestHub, settings: TrytonSettings) {
  const { kysely } = hub.db
  const row = await kysely.selectFrom('erp_system').selectAll().where('id', '=', ERP).executeTakeFirstOrThrow()
  const connector = openTryton({ ...settings, source: sourceOfErp(ERP) })
  try {
    return await reconcile({
      ...{ db: hub.db, ingest: hub.ingest, connector, system: erpSystemOf(row), runId: newId('rec') },
      scope: { locationIds: null, skus: null },
      pulledUpTo: () => readPulledUpTo(kysely, ERP),
      pullMs: 60_000,
      signal: new AbortController().signal,
    })
  } finally {
    await connector.close()
  }
}
