import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { movementReference } from '../../core/erp/movement.ts'
import {
  type ErpConnector,
  type ErpEvent,
  ErpUnavailable,
  type Movement,
  type PulledPage,
} from '../../erp/connector.ts'

/**
 * An ERP that a connector is tried on, with what people do in it. Its shop has the locations DC1 and ST1 and the items MUG, kept in pieces, and TEA, kept in cases of twelve; whatever else is in it
 * does not matter. What is done in it is done by its own means, never by the connector.
 */
export interface ErpUnderTest extends AsyncDisposable {
  /** A connector that remembers nothing of those before it. */
  open(): ErpConnector
  /** Goods are sold in the ERP; quantity in base units. */
  sell(sku: string, locationId: string, quantity: number): Promise<void>
  receive(sku: string, locationId: string, quantity: number): Promise<void>
  /** Somebody counts in the ERP, and there are so many. Absent where nobody does. */
  count?(sku: string, locationId: string, quantity: number): Promise<void>
  /** Something is sold by a transaction that has begun and does not end before it is told to. Absent where an ERP has no such thing. */
  sellSlowly?(sku: string, locationId: string, quantity: number): Promise<{ commit(): Promise<void> }>
  /** The answer to the next call that enters something gets lost, after it was done. `step` is the number of the call within one post. Absent where there are no answers to lose. */
  loseAnswer?(step: number): void
  /** Calls of one `post` whose answers can get lost. */
  readonly steps?: number
  /** What a movement is whose first answer was lost; `unfinished` unless said otherwise. */
  readonly lost?: 'unfinished' | 'done'
  /** Whoever was let in has to ask again. */
  endSessions?(): Promise<void>
  /** The ERP answers, but has lost what it keeps everything in, until the function is called. Absent where that cannot be. */
  loseDatabase?(): Promise<() => Promise<void>>
  /** A rule of the ERP is made that is against whatever happened before that moment. */
  forbidBefore?(moment: Date): Promise<void>
  /** The ERP says again what items it has, where it does so only now and then. */
  tellItems?(): Promise<void>
  /** How many records of the ERP bear our reference. Absent where that cannot be counted. */
  entries?(reference: string): Promise<number>
  /** Somebody copies the document that was entered under our reference, and does what it says. */
  copy?(erpReference: string): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
}

let number = 0

/** A movement that no test has sent before. */
export function movement(more: Partial<Movement>): Movement {
  number++
  const now = new Date()
  return {
    reference: movementReference({ epoch: 'c0ffee00', stream: 7, number }),
    kind: 'sale',
    sku: 'MUG',
    locationId: 'ST1',
    from: 'sellable',
    to: 'customer',
    quantity: 1,
    occurredAt: now,
    recordedAt: now,
    document: null,
    documentReference: null,
    channelId: null,
    reason: null,
    ...more,
  }
}

const never = new AbortController().signal

/** Everything since a watermark, as somebody sees it who stores page after page. */
export async function pullAll(connector: ErpConnector, watermark: string | null): Promise<PulledPage[]> {
  return Array.fromAsync(connector.pull(watermark, never))
}

export function eventsIn(pages: readonly PulledPage[]): ErpEvent[] {
  return pages.flatMap(({ events }) => events)
}

export function lastWatermark(pages: readonly PulledPage[]): string {
  const watermark = pages.at(-1)?.watermark
  if (watermark === undefined) throw new Error('There was no page')
  return watermark
}

/** On hand of one SKU at one location by the ERP's books, in base units. */
export async function onHand(connector: ErpConnector, sku: string, locationId: string): Promise<number> {
  let sum = 0
  for await (const { balances } of connector.snapshot({ locationIds: [locationId], skus: [sku] }, never)) {
    for (const balance of balances) sum += balance.quantity
  }
  return sum
}

/** What every connector has to do. `start` may skip the tests, where the ERP is not at hand. */
export function describeConformance(
  name: string,
  start: (skip: (note: string) => never) => Promise<ErpUnderTest>,
): void {
  describe(`a connector: ${name}`, () => {
    let erp: ErpUnderTest | undefined
    let absent: string | undefined
    let connector: ErpConnector

    beforeAll(async () => {
      try {
        erp = await start((note) => {
          absent = note
          throw new Absent(note)
        })
      } catch (error) {
        if (!(error instanceof Absent)) throw error
      }
    }, 600_000)
    beforeEach(({ skip }) => {
      if (absent !== undefined) skip(absent)
      connector = under().open()
      return () => connector.close()
    })
    afterAll(async () => {
      await erp?.[Symbol.asyncDispose]()
    })

    function under(): ErpUnderTest {
      if (erp === undefined) throw new Error('There is no ERP')
      return erp
    }

    test('is well, and knows what time it is there', async () => {
      const { version, aheadMs } = await connector.health(never)
      expect(version).not.toBe('')
      expect(Math.abs(aheadMs)).toBeLessThan(5_000)
    })

    test('tells what happened in the ERP, and tells it once', async () => {
      const before = lastWatermark(await pullAll(connector, null))
      await under().receive('MUG', 'ST1', 5)
      await under().sell('MUG', 'ST1', 2)
      const pages = await pullAll(connector, before)
      expect(eventsIn(pages).map(({ type, data }) => [type, data.sku, data.locationId, Number(data.quantity)])).toEqual(
        [
          ['onhand.stock.received.v1', 'MUG', 'ST1', 5],
          ['onhand.sale.recorded.v1', 'MUG', 'ST1', 2],
        ],
      )
      expect(eventsIn(await pullAll(connector, lastWatermark(pages)))).toEqual([])
    })

    test('tells a count as what was counted and what it has booked for it, though that be nothing', async ({
      skip,
    }) => {
      const { count } = under()
      if (count === undefined) return skip('Nobody counts there.')
      const before = lastWatermark(await pullAll(connector, null))
      const had = await onHand(connector, 'TEA', 'DC1')
      await count('TEA', 'DC1', had + 24)
      await count('TEA', 'DC1', had + 24)
      // One that was entered after a pull has begun may be told by the next.
      const told: ErpEvent[] = []
      let watermark = before
      for (const deadline = Date.now() + 30_000; told.length < 2 && Date.now() < deadline; ) {
        const pages = await pullAll(connector, watermark)
        told.push(...eventsIn(pages))
        watermark = lastWatermark(pages)
      }
      expect(told).toMatchObject([
        { type: 'onhand.stock.counted.v1', data: { sku: 'TEA', locationId: 'DC1' }, erpbooked: '24' },
        { type: 'onhand.stock.counted.v1', data: { sku: 'TEA', locationId: 'DC1' }, erpbooked: '0' },
      ])
      for (const { data } of told) expect(Number(data.quantity) * 12).toBe(had + 24)
      expect(new Set(told.map(({ id }) => id)).size).toBe(2)
    })

    test('tells items in units that come out whole', async () => {
      await under().tellItems?.()
      const items = (await pullAll(connector, null)).flatMap((page) => page.items)
      expect(items.find(({ sku }) => sku === 'MUG')).toMatchObject({ unit: 'each', units: [] })
      expect(items.find(({ sku }) => sku === 'TEA')).toMatchObject({ unit: 'each', units: [{ factor: 12 }] })
    })

    // Goal: a watermark stands for what was handed over. Method: begin anew after every page, as somebody does who falls over after each.
    test('loses nothing, wherever it is interrupted', async () => {
      const before = lastWatermark(await pullAll(connector, null))
      for (let quantity = 1; quantity <= 7; quantity++) await under().sell('MUG', 'DC1', quantity)
      const all = eventsIn(await pullAll(connector, before)).map(({ id }) => id)
      expect(all).toHaveLength(7)

      const told = new Map<string, ErpEvent>()
      let watermark = before
      for (let pulls = 0; pulls < 50; pulls++) {
        const again = under().open()
        const [page] = await firstPages(again, watermark, 1)
        await again.close()
        if (page === undefined) break
        for (const event of page.events) {
          // The same change is the same event.
          expect(told.get(event.id) ?? event).toEqual(event)
          told.set(event.id, event)
        }
        if (page.watermark === watermark) break
        watermark = page.watermark
      }
      expect([...told.keys()]).toEqual(expect.arrayContaining(all))
    })

    test('tells again what was handed over and not stored', async () => {
      const before = lastWatermark(await pullAll(connector, null))
      await under().sell('MUG', 'DC1', 3)
      expect(eventsIn(await pullAll(connector, before))).toHaveLength(1)
      expect(eventsIn(await pullAll(connector, before))).toHaveLength(1)
    })

    test('loses nothing that is committed late', async ({ skip }) => {
      const { sellSlowly } = under()
      if (sellSlowly === undefined) return skip('Nothing is committed late there.')
      const before = lastWatermark(await pullAll(connector, null))
      const slow = await sellSlowly('MUG', 'ST1', 11)
      await under().sell('MUG', 'ST1', 12)
      const first = await pullAll(connector, before)
      expect(eventsIn(first).map(({ data }) => Number(data.quantity))).toEqual([12])
      await slow.commit()
      const then = await pullAll(connector, lastWatermark(first))
      expect(eventsIn(then).map(({ data }) => Number(data.quantity))).toEqual([11])
    })

    test('ends when it is told to', async () => {
      const given = AbortSignal.abort(new Error('enough'))
      await expect(Array.fromAsync(connector.pull(null, given))).rejects.toThrow('enough')
      await expect(connector.post([movement({})], given)).rejects.toThrow('enough')
    })

    test('an ERP that is away is unavailable, and nothing else', async () => {
      await under().stop()
      try {
        await expect(pullAll(connector, null)).rejects.toThrow(ErpUnavailable)
        await expect(connector.health(never)).rejects.toThrow(ErpUnavailable)
        if (connector.can.post.length > 0)
          await expect(connector.post([movement({})], never)).rejects.toThrow(ErpUnavailable)
      } finally {
        await under().start()
      }
      await connector.health(never)
    })

    describe('that posts', () => {
      beforeEach(({ skip }) => {
        if (connector.can.post.length === 0) skip('It only reads.')
      })

      test('enters every movement of goods, knows it again when it comes back, and the books agree', async () => {
        const before = lastWatermark(await pullAll(connector, null))
        const had = { ST1: await onHand(connector, 'MUG', 'ST1'), DC1: await onHand(connector, 'MUG', 'DC1') }
        const cases = await onHand(connector, 'TEA', 'ST1')
        const sent = [
          movement({ kind: 'receipt', from: 'supplier', to: 'sellable', quantity: 50 }),
          movement({ kind: 'sale', quantity: 2 }),
          movement({ kind: 'fulfill', quantity: 3 }),
          movement({ kind: 'return', from: 'customer', to: 'qualityHold', quantity: 1 }),
          movement({ kind: 'restock', from: 'qualityHold', to: 'sellable', quantity: 1 }),
          movement({ kind: 'dispatch', to: 'inTransfer', quantity: 9 }),
          movement({ kind: 'receipt', locationId: 'DC1', from: 'inTransfer', to: 'sellable', quantity: 8 }),
          movement({ kind: 'close', locationId: 'DC1', from: 'inTransfer', to: 'loss', quantity: 1 }),
          movement({ kind: 'adjustment', to: 'loss', quantity: 4 }),
          movement({ kind: 'count', from: 'loss', to: 'sellable', quantity: 6 }),
          movement({ kind: 'toVendor', to: 'supplier', quantity: 5 }),
          movement({ kind: 'receipt', sku: 'TEA', from: 'supplier', to: 'sellable', quantity: 36 }),
        ].filter(({ kind }) => connector.can.post.includes(kind))
        const results = await connector.post(sent, never)
        expect(results.map(({ reference }) => reference)).toEqual(sent.map(({ reference }) => reference))
        expect(results.filter(({ status }) => status === 'refused')).toEqual([])

        const pages = await pullAll(connector, before)
        expect(eventsIn(pages)).toEqual([])
        const entered = results.flatMap((result) => (result.status === 'accepted' ? [result] : []))
        const acknowledged = pages.flatMap((page) => page.acknowledgements)
        expect(acknowledged.map(({ reference }) => reference).sort()).toEqual(
          entered.map(({ reference }) => reference).sort(),
        )
        for (const { reference, erpReference } of entered) {
          expect(acknowledged.find((one) => one.reference === reference)?.erpReference).toBe(erpReference)
        }

        if (!connector.can.snapshot) return
        expect(await onHand(connector, 'MUG', 'ST1')).toBe(had.ST1 + 50 - 2 - 3 + 1 - 9 - 4 + 6 - 5)
        expect(await onHand(connector, 'MUG', 'DC1')).toBe(had.DC1 + 8)
        expect(await onHand(connector, 'TEA', 'ST1')).toBe(cases + 36)
      })

      test('enters a movement once, however often it is sent', async () => {
        const had = await onHand(connector, 'MUG', 'ST1')
        const sent = movement({ quantity: 4 })
        const [first] = await connector.post([sent], never)
        const [second] = await connector.post([sent], never)
        const other = under().open()
        const [third] = await other.post([sent, movement({ quantity: 1 })], never)
        await other.close()
        expect(first).toMatchObject({ status: 'accepted' })
        expect(second).toEqual(first)
        expect(third).toEqual(first)
        expect(await onHand(connector, 'MUG', 'ST1')).toBe(had - 5)
        expect((await under().entries?.(sent.reference)) ?? 1).toBe(1)
      })

      test('enters a movement once, whichever answer was lost', async ({ skip }) => {
        const { steps } = under()
        if (steps === undefined) return skip('There are no answers to lose.')
        for (let step = 1; step <= steps; step++) {
          const had = await onHand(connector, 'MUG', 'ST1')
          const sent = [movement({ quantity: 2 }), movement({ quantity: 3 })]
          under().loseAnswer?.(step)
          await expect(connector.post(sent, never), `answer ${step}`).rejects.toThrow(ErpUnavailable)
          const results = await connector.post(sent, never)
          expect(results.map(({ status }) => status)).toEqual(['accepted', 'accepted'])
          expect(await onHand(connector, 'MUG', 'ST1'), `answer ${step}`).toBe(had - 5)
          for (const { reference } of sent) expect((await under().entries?.(reference)) ?? 1, `answer ${step}`).toBe(1)
        }
      })

      test('tells what was begun and what was not', async ({ skip }) => {
        if (!connector.can.find) skip('It cannot look movements up.')
        const done = movement({})
        await connector.post([done], never)
        const begun = movement({})
        if (under().steps !== undefined) {
          under().loseAnswer?.(1)
          await expect(connector.post([begun], never)).rejects.toThrow(ErpUnavailable)
        }
        const strange = movement({})
        const found = await connector.find([strange.reference, done.reference, begun.reference], never)
        expect(found.map(({ status }) => status)).toEqual([
          'unknown',
          'done',
          under().steps === undefined ? 'unknown' : (under().lost ?? 'unfinished'),
        ])
      })

      test('goes on when its session is over', async ({ skip }) => {
        const { endSessions } = under()
        if (endSessions === undefined) return skip('There are no sessions.')
        await connector.health(never)
        await endSessions()
        expect(await connector.post([movement({}), movement({ locationId: 'DC1' })], never)).toMatchObject([
          { status: 'accepted' },
          { status: 'accepted' },
        ])
      })

      test('takes nothing that the ERP says in its own trouble for a refusal', async ({ skip }) => {
        const { loseDatabase } = under()
        if (loseDatabase === undefined) return skip('It has no database of its own to lose.')
        const had = await onHand(connector, 'MUG', 'ST1')
        const sent = [movement({ quantity: 2 })]
        const giveBack = await loseDatabase()
        try {
          for (let times = 0; times < 3; times++) {
            await expect(connector.post(sent, never)).rejects.toThrow(ErpUnavailable)
            await expect(pullAll(connector, null)).rejects.toThrow(ErpUnavailable)
          }
        } finally {
          await giveBack()
        }
        expect(await connector.post(sent, never)).toMatchObject([{ status: 'accepted' }])
        expect(await onHand(connector, 'MUG', 'ST1')).toBe(had - 2)
      })

      test('refuses what cannot be entered, and enters the others', async () => {
        const had = await onHand(connector, 'MUG', 'ST1')
        const results = await connector.post(
          [
            movement({ quantity: 1 }),
            movement({ sku: 'NO-SUCH-THING' }),
            movement({ sku: 'TEA', quantity: 5 }),
            movement({ locationId: 'NOWHERE' }),
            movement({ quantity: 2 }),
          ],
          never,
        )
        expect(results).toMatchObject([
          { status: 'accepted' },
          { status: 'refused', code: 'UNKNOWN_SKU', permanent: true },
          { status: 'refused', code: 'NOT_WHOLE', permanent: true },
          { status: 'refused', code: 'UNKNOWN_LOCATION', permanent: true },
          { status: 'accepted' },
        ])
        expect(await onHand(connector, 'MUG', 'ST1')).toBe(had - 3)
      })

      test('takes a copy of what it has entered for news', async ({ skip }) => {
        const { copy } = under()
        if (copy === undefined) return skip('Nothing is copied there.')
        const sent = movement({ quantity: 3 })
        const [result] = await connector.post([sent], never)
        if (result?.status !== 'accepted') throw new Error('It was refused')
        const before = await pullAll(connector, null)
        expect(before.flatMap((page) => page.acknowledgements).map(({ reference }) => reference)).toContain(
          sent.reference,
        )
        await copy(result.erpReference)
        const pages = await pullAll(connector, lastWatermark(before))
        expect(eventsIn(pages)).toMatchObject([
          { type: 'onhand.sale.recorded.v1', data: { sku: 'MUG', quantity: '3' } },
        ])
        const [found] = await connector.find([sent.reference], never)
        expect(found).toMatchObject({
          status: 'done',
          erpReference: result.erpReference,
          duplicates: [expect.any(String)],
        })
      })

      // Last, because the rule stays.
      test("says in the ERP's own words what a rule of it is against, and enters the others", async ({ skip }) => {
        const { forbidBefore } = under()
        if (forbidBefore === undefined) return skip('It has no such rule.')
        const day = 86_400_000
        const had = await onHand(connector, 'MUG', 'ST1')
        await forbidBefore(new Date(Date.now() - 2 * day))
        const old = new Date(Date.now() - 5 * day)
        const results = await connector.post(
          [movement({ quantity: 1 }), movement({ occurredAt: old }), movement({ quantity: 2 })],
          never,
        )
        expect(results).toMatchObject([
          { status: 'accepted' },
          { status: 'refused', code: 'RULE', permanent: true, message: expect.stringMatching(/\w+ \w+/) },
          { status: 'accepted' },
        ])
        expect(await onHand(connector, 'MUG', 'ST1')).toBe(had - 3)
      })
    })
  })
}

class Absent extends Error {
  override readonly name = 'Absent'
}

/** Goes away after so many pages. */
async function firstPages(connector: ErpConnector, watermark: string | null, count: number): Promise<PulledPage[]> {
  const pages: PulledPage[] = []
  for await (const page of connector.pull(watermark, never)) {
    pages.push(page)
    if (pages.length === count) break
  }
  return pages
}
