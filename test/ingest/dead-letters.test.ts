import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { discardDeadLetter, type ReplayRequest, replayDeadLetters } from '../../core/ingest/dead-letters.ts'
import type { Reporter } from '../../core/ingest/ingest.ts'
import { expireParked } from '../../core/ingest/sweep.ts'
import { audit } from '../../core/ledger/audit.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { cloudEvent, count, type IngestHub, openIngestHub, sale } from './ingest-hub.ts'

const OPERATOR: Reporter = { client: 'operator-1', channels: null }

async function replay(hub: IngestHub, request: ReplayRequest) {
  const replayed = await replayDeadLetters(hub.ingest, request, OPERATOR)
  if (replayed.status === 'refused') return replayed.errors.map(({ code }) => code)
  return replayed.results.map(({ code, status }) => code ?? status)
}

/** The id of the only open letter. */
async function openLetter(hub: IngestHub): Promise<string> {
  const open = (await hub.deadLetters()).filter(({ status }) => status === 'OPEN')
  expect(open).toHaveLength(1)
  return open[0]?.id ?? ''
}

function shippedEvent(reference: string, locationId: string, quantity: number) {
  return cloudEvent('reservation.fulfilled', { reference, lines: [{ sku: 'MUG', locationId, quantity }] })
}

function orderEvent(reference: string, locationId: string, quantity: number) {
  const lines = [{ sku: 'MUG', locationId, quantity }]
  return cloudEvent('reservation.confirmed', { reference, channelId: 'web', lines })
}

function inMunich(quantity: number) {
  return { data: { sku: 'MUG', locationId: 'MUC', quantity } }
}

/** What waits has waited too long. */
async function waitTooLong(hub: IngestHub): Promise<void> {
  await sql`update parked_event set until = now() - interval '1 second'`.execute(hub.db.kysely)
  await expireParked(hub.ingest)
}

describe.each(DATABASE_KINDS)('%s', (kind) => {
  test('an event that failed for want of an item succeeds once the item is there', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.send(sale('GHOST', 2, { id: 'g-1', time: '2026-01-05T10:00:00Z' }))
    const ids = [await openLetter(hub)]

    expect(await replay(hub, { which: { ids }, dryRun: true })).toEqual(['UNKNOWN_SKU'])
    expect(await replay(hub, { which: { ids } })).toEqual(['UNKNOWN_SKU'])
    expect(await hub.deadLetters()).toMatchObject([{ status: 'OPEN', attempts: 2 }])

    await hub.submit({ kind: 'upsertItems', items: [{ sku: 'GHOST', title: 'Ghost' }] })
    expect(await replay(hub, { which: { ids }, dryRun: true })).toEqual(['ACCEPTED'])
    expect(await hub.position('GHOST', 'BER')).toBeUndefined()
    expect(await hub.deadLetters()).toMatchObject([{ status: 'OPEN', attempts: 2 }])

    expect(await replay(hub, { which: { ids } })).toEqual(['ACCEPTED'])
    expect(await hub.position('GHOST', 'BER')).toMatchObject({ sellable: -2 })
    expect(await hub.deadLetters()).toMatchObject([{ status: 'REPLAYED', settled_by: 'operator-1' }])
    const entry = await hub.db.kysely
      .selectFrom('journal')
      .select(['occurred_at', 'event_id'])
      .executeTakeFirstOrThrow()
    expect(entry).toEqual({ occurred_at: new Date('2026-01-05T10:00:00Z'), event_id: 'g-1' })

    expect(await replay(hub, { which: { ids } })).toEqual(['DUPLICATE'])
    expect(await replay(hub, { which: { ids }, dryRun: true })).toEqual(['DUPLICATE'])
    expect(await hub.position('GHOST', 'BER')).toMatchObject({ sellable: -2 })
  })

  test('a mended event takes the place of the one that came, under its name', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const broken = sale('MUG', -3, { id: 'm-1' })
    const mended = { ...broken, data: { sku: 'MUG', locationId: 'BER', quantity: 3 } }
    await hub.send(broken)
    const id = await openLetter(hub)
    const mend = (event: unknown) => ({ which: { ids: [id] }, mended: new Map([[id, event]]) })

    expect(await replay(hub, mend({ ...mended, id: 'm-2' }))).toEqual(['INVALID_EVENT'])
    expect(await replay(hub, mend({ ...mended, data: { sku: 'MUG' } }))).toEqual(['INVALID_EVENT'])
    expect(await replay(hub, mend(mended))).toEqual(['ACCEPTED'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: -3 })
    expect(await hub.deadLetters()).toMatchObject([{ status: 'REPLAYED', event_id: 'm-1' }])

    // The source that sends its broken event once more is told what became of it; it does not break anything.
    expect(await hub.answers(mended)).toEqual(['DUPLICATE'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: -3 })
  })

  test('an event that had no name gets one by being mended, and is then like any other', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const { id: _, ...nameless } = sale('MUG', 1)
    await hub.send(nameless)
    const letter = await openLetter(hub)
    const mended = new Map([[letter, { ...nameless, id: 'found-1' }]])

    expect(await replay(hub, { which: { ids: [letter] }, mended, dryRun: true })).toEqual(['ACCEPTED'])
    expect(await replay(hub, { which: { ids: [letter] }, mended })).toEqual(['ACCEPTED'])
    expect(await hub.answers({ ...nameless, id: 'found-1' })).toEqual(['DUPLICATE'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: -1 })
    expect(await hub.deadLetters()).toMatchObject([{ status: 'REPLAYED', settled_by: 'operator-1' }])
  })

  test('all that match a filter are tried, oldest first, and those that fail stay', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.send(sale('GHOST', 1), sale('SPIRIT', 1), sale('MUG', -1))
    await hub.submit({ kind: 'upsertItems', items: [{ sku: 'SPIRIT', title: 'Spirit' }] })
    const filter = { codes: ['UNKNOWN_SKU'] } as const

    expect((await replay(hub, { which: { filter }, dryRun: true })).toSorted()).toEqual(['ACCEPTED', 'UNKNOWN_SKU'])
    expect((await replay(hub, { which: { filter } })).toSorted()).toEqual(['ACCEPTED', 'UNKNOWN_SKU'])
    expect(await replay(hub, { which: { filter } })).toEqual(['UNKNOWN_SKU'])
    expect(await replay(hub, { which: { filter: { sources: ['/nobody'] } } })).toEqual([])
    expect((await hub.deadLetters()).filter(({ status }) => status === 'OPEN')).toHaveLength(2)
  })

  test('a dry run sees what the letters before it would do', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const told = { reference: 'receipt-1' }
    await hub.send(sale('GHOST', 1, told), sale('GHOST', 1, { ...told, source: '/erp' }))
    await hub.submit({ kind: 'upsertItems', items: [{ sku: 'GHOST', title: 'Ghost' }] })

    expect((await replay(hub, { which: { filter: {} }, dryRun: true })).toSorted()).toEqual(['ACCEPTED', 'CONFIRMED'])
    expect(await hub.position('GHOST', 'BER')).toBeUndefined()
  })

  // Goal: what left is taken once, however often its event is tried again. Method: an event of a shipped order, which is posted at once and waits until it is a dead letter.
  test('what was posted of an event while it waited for its order is not posted again when it is replayed', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER', 'MUC'])
    await hub.send(count('MUG', 100))
    const shipped = shippedEvent('order-1', 'BER', 5)
    expect(await hub.answers(shipped)).toEqual(['PARKED'])
    await waitTooLong(hub)
    const ids = [await openLetter(hub)]
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 95 })

    // The order is still unknown, twice.
    for (const _ of [1, 2]) {
      expect(await replay(hub, { which: { ids }, dryRun: true })).toEqual(['PARKED'])
      expect(await replay(hub, { which: { ids } })).toEqual(['PARKED'])
      expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 95 })
      await waitTooLong(hub)
      ids.splice(0, 1, await openLetter(hub))
    }
    await hub.send(orderEvent('order-1', 'BER', 5))
    expect(await replay(hub, { which: { ids }, dryRun: true })).toEqual(['ACCEPTED'])
    expect(await replay(hub, { which: { ids } })).toEqual(['ACCEPTED'])
    expect(await replay(hub, { which: { ids } })).toEqual(['DUPLICATE'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 95, committed: 0 })
    // As what has left for the order, and not only as what its source has told.
    expect(await hub.answers({ ...shipped, id: 'again', source: '/wms' })).toEqual(['CONFIRMED'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 95, committed: 0 })
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  test('mending where, or how much, left corrects what was posted while the event waited', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER', 'MUC'])
    await hub.send(count('MUG', 100), count('MUG', 100, { id: 'muc', ...inMunich(100) }))
    const shipped = (place: string, quantity: number) => ({
      ...shippedEvent('order-1', place, quantity),
      id: 'shipped-1',
    })
    await hub.send(shipped('MUC', 5))
    await waitTooLong(hub)
    const letter = await openLetter(hub)
    const mend = (place: string, quantity: number) => ({
      which: { ids: [letter] },
      mended: new Map([[letter, shipped(place, quantity)]]),
    })
    expect(await hub.position('MUG', 'MUC')).toMatchObject({ sellable: 95 })

    // Mended in vain it changes nothing, and what was posted is not forgotten.
    expect(await replay(hub, mend('NOWHERE', 5))).toEqual(['UNKNOWN_LOCATION'])
    expect(await hub.position('MUG', 'MUC')).toMatchObject({ sellable: 95 })
    await hub.send(orderEvent('order-1', 'BER', 5))
    expect(await replay(hub, { ...mend('BER', 4), dryRun: true })).toEqual(['ACCEPTED'])
    expect(await replay(hub, mend('BER', 4))).toEqual(['ACCEPTED'])
    expect(await hub.position('MUG', 'MUC')).toMatchObject({ sellable: 100 })
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 96, committed: 1 })
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  test('an event that waited for an order of another place is applied where it left, by itself', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER', 'MUC'])
    await hub.send(count('MUG', 100), shippedEvent('order-1', 'MUC', 5))
    expect(await hub.answers(orderEvent('order-1', 'BER', 5))).toEqual(['ACCEPTED'])
    await expect.poll(() => hub.parked()).toBe(0)
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 100, committed: 0 })
    expect(await hub.position('MUG', 'MUC')).toMatchObject({ sellable: -5, committed: 0 })
    expect(await hub.deadLetters()).toEqual([])
  })

  test('a discarded letter is set aside for good', async () => {
    await using hub = await openIngestHub(kind)
    await hub.send(sale('GHOST', 1))
    const id = await openLetter(hub)

    expect(await discardDeadLetter(hub.ingest, id, OPERATOR)).toEqual({ status: 'discarded' })
    expect(await discardDeadLetter(hub.ingest, id, OPERATOR)).toEqual({ status: 'discarded' })
    expect(await hub.deadLetters()).toMatchObject([{ status: 'DISCARDED', settled_by: 'operator-1' }])
    expect(await replay(hub, { which: { ids: [id] } })).toEqual(['WRONG_STATE'])
    expect(await replay(hub, { which: { filter: {} } })).toEqual([])
  })

  test('what cannot be asked for is refused as a whole', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.send(sale('GHOST', 1))
    const id = await openLetter(hub)

    expect(await replay(hub, { which: { ids: [] } })).toEqual(['INVALID_INPUT'])
    expect(await replay(hub, { which: { ids: [id, 'dl_nowhere'] } })).toEqual(['NOT_FOUND'])
    expect(await replay(hub, { which: { ids: [id] }, mended: new Map([['dl_other', {}]]) })).toEqual(['INVALID_INPUT'])
    expect(await discardDeadLetter(hub.ingest, 'dl_nowhere', OPERATOR)).toMatchObject({
      errors: [{ code: 'NOT_FOUND' }],
    })
    expect(await hub.deadLetters()).toMatchObject([{ status: 'OPEN', attempts: 1 }])

    await hub.submit({ kind: 'upsertItems', items: [{ sku: 'GHOST', title: 'Ghost' }] })
    await replay(hub, { which: { ids: [id] } })
    expect(await discardDeadLetter(hub.ingest, id, OPERATOR)).toMatchObject({ errors: [{ code: 'WRONG_STATE' }] })
  })

  test('a replayed step that has to wait is parked, and no longer a dead letter', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const broken = cloudEvent('reservation.released', { reference: 'order-9', typo: true }, { id: 'r-1' })
    await hub.send(broken)
    const id = await openLetter(hub)
    const mended = new Map([[id, { ...broken, data: { reference: 'order-9' } }]])

    expect(await replay(hub, { which: { ids: [id] }, mended })).toEqual(['PARKED'])
    expect(await hub.parked()).toBe(1)
    expect(await hub.deadLetters()).toMatchObject([{ status: 'REPLAYED' }])
    expect(await hub.answers(count('MUG', 5))).toEqual(['ACCEPTED'])
  })
})
