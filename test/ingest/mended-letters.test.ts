import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { replayDeadLetters } from '../../core/ingest/dead-letters.ts'
import { expireParked } from '../../core/ingest/sweep.ts'
import { audit } from '../../core/ledger/audit.ts'
import { DATABASE_KINDS, type DatabaseKind } from '../support/database.ts'
import { cloudEvent, count, type IngestHub, openIngestHub, TILL } from './ingest-hub.ts'

/** Ten were counted at eight, and at nine three left for an order of which nobody had heard: posted at once, and a dead letter by now. */
async function openWithLetter(kind: DatabaseKind, attributes: object = { time: at(9) }) {
  const hub = await openIngestHub(kind)
  await hub.shop(['MUG'], ['BER', 'MUC'])
  await hub.send(count('MUG', 10, { time: at(8) }))
  expect(await hub.answers(shipped(3, attributes))).toEqual(['PARKED'])
  await waitTooLong(hub)
  expect(await sellable(hub)).toBe(7)
  return hub
}

function at(hour: number): string {
  return `2026-01-05T${String(hour).padStart(2, '0')}:00:00Z`
}

const NAME = { id: 'shipped-1', source: '/wms' }

function shipped(quantity: number, attributes: object = { time: at(9) }, reference = 'R1') {
  const lines = [{ sku: 'MUG', locationId: 'BER', quantity }]
  return cloudEvent('reservation.fulfilled', { reference, lines }, { ...attributes, ...NAME })
}

/** The same event as it should have been, of another type. */
function mendedTo(type: string, data: object, attributes: object = { time: at(9) }) {
  return cloudEvent(type, data, { ...attributes, ...NAME })
}

function saleOf(quantity: number, data: object = { reference: 'R1' }) {
  return mendedTo('sale.recorded', { sku: 'MUG', locationId: 'BER', quantity, ...data })
}

async function waitTooLong(hub: IngestHub): Promise<void> {
  await sql`update parked_event set until = now() - interval '1 second'`.execute(hub.db.kysely)
  await expireParked(hub.ingest)
}

async function sellable(hub: IngestHub): Promise<number | undefined> {
  return (await hub.position('MUG', 'BER'))?.sellable
}

/** What becomes of the open letter as it was mended, first as a dry run says, which changes nothing. */
async function mend(hub: IngestHub, event: unknown): Promise<string[]> {
  const open = (await hub.deadLetters()).filter(({ status }) => status === 'OPEN')
  expect(open).toHaveLength(1)
  const id = open[0]?.id ?? ''
  const before = await hub.position('MUG', 'BER')
  const replay = async (dryRun: boolean) => {
    const replayed = await replayDeadLetters(
      hub.ingest,
      { which: { ids: [id] }, mended: new Map([[id, event]]), dryRun },
      TILL,
    )
    if (replayed.status === 'refused') throw new Error(replayed.errors[0].message)
    return replayed.results.map(({ code, status }) => code ?? status)
  }
  const shown = await replay(true)
  expect(await hub.position('MUG', 'BER')).toEqual(before)
  const done = await replay(false)
  expect(shown).toEqual(done)
  const after = await hub.position('MUG', 'BER')
  // What has had its effect has it once, whoever asks again.
  if (['ACCEPTED', 'CONFIRMED'].includes(done[0] ?? '')) expect(await replay(false)).toEqual(['DUPLICATE'])
  expect(await hub.position('MUG', 'BER')).toEqual(after)
  return done
}

async function expectSound(hub: IngestHub): Promise<void> {
  expect((await audit({ db: hub.db })).differences).toEqual([])
}

// Goal: what is posted of an event is what it says, whatever it said before. Method: a dead letter of which stock was posted while it waited is mended into something else, on the way that operators take.
describe.each(DATABASE_KINDS)('of a letter that has posted stock, on %s', (kind) => {
  test('a sale takes its place, and what its source has told is right', async () => {
    await using hub = await openWithLetter(kind)
    expect(await mend(hub, saleOf(3))).toEqual(['ACCEPTED'])
    expect(await sellable(hub)).toBe(7)
    const fact = await hub.db.kysely.selectFrom('fact').select(['quantity', 'source']).execute()
    expect(fact).toEqual([{ quantity: 3, source: '/wms' }])

    // Another reporter tells the same, then one more than that.
    const told = { reference: 'R1', sku: 'MUG', locationId: 'BER' }
    expect(await hub.answers(cloudEvent('sale.recorded', { ...told, quantity: 3 }))).toEqual(['CONFIRMED'])
    expect(await hub.answers(cloudEvent('sale.recorded', { ...told, quantity: 1 }))).toEqual(['ACCEPTED'])
    expect(await sellable(hub)).toBe(6)
    await expectSound(hub)
  })

  test.each([
    ['a sale of fewer', saleOf(2), 8],
    ['a sale of more', saleOf(5), 5],
    ['a sale under another reference', saleOf(3, { reference: 'R2' }), 7],
    ['a sale under none', saleOf(3, {}), 7],
    ['a sale through a channel', saleOf(3, { reference: 'R1', channelId: 'web' }), 7],
    ['a sale at another place', saleOf(3, { reference: 'R1', locationId: 'MUC' }), 10],
    ['a receipt', mendedTo('stock.received', { sku: 'MUG', locationId: 'BER', quantity: 4, reference: 'R1' }), 14],
    ['a loss', mendedTo('stock.adjusted', { sku: 'MUG', locationId: 'BER', delta: -1, reason: 'broken' }), 9],
    [
      'a transfer',
      mendedTo('shipment.dispatched', {
        reference: 'T1',
        kind: 'TRANSFER',
        originId: 'BER',
        destinationId: 'MUC',
        lines: [{ sku: 'MUG', quantity: 3 }],
      }),
      7,
    ],
    ['a count later', mendedTo('stock.counted', { sku: 'MUG', locationId: 'BER', quantity: 9 }, { time: at(10) }), 9],
    [
      'a count earlier',
      mendedTo('stock.counted', { sku: 'MUG', locationId: 'BER', quantity: 12 }, { time: at(8) }),
      12,
    ],
    ['a count without a time', mendedTo('stock.counted', { sku: 'MUG', locationId: 'BER', quantity: 9 }, {}), 9],
  ])('%s takes its place', async (_, event, left) => {
    await using hub = await openWithLetter(kind)
    expect(await mend(hub, event)).toEqual(['ACCEPTED'])
    expect(await sellable(hub)).toBe(left)
    await expectSound(hub)
  })

  test('a return takes its place', async () => {
    await using hub = await openWithLetter(kind)
    const lines = [{ sku: 'MUG', quantity: 2 }]
    expect(await mend(hub, mendedTo('return.received', { reference: 'R1', locationId: 'BER', lines }))).toEqual([
      'ACCEPTED',
    ])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 10, qualityHold: 2 })
    await expectSound(hub)
  })

  test('an order takes its place, and is covered by what did not leave', async () => {
    await using other = await openWithLetter(kind)
    const lines = [{ sku: 'MUG', locationId: 'BER', quantity: 9 }]
    expect(await mend(other, mendedTo('reservation.confirmed', { reference: 'R1', channelId: 'web', lines }))).toEqual([
      'ACCEPTED',
    ])
    expect(await other.position('MUG', 'BER')).toMatchObject({ sellable: 10, committed: 9, backordered: 0 })
    const exceptions = await other.db.kysely.selectFrom('stock_exception').select('kind').execute()
    expect(exceptions.filter((it) => it.kind === 'OVERSELL')).toEqual([])
    await expectSound(other)
  })

  test('what was counted in between stays as it was counted', async () => {
    await using hub = await openWithLetter(kind)
    await hub.send(count('MUG', 6, { time: at(10) }))
    expect(await mend(hub, saleOf(3))).toEqual(['ACCEPTED'])
    expect(await sellable(hub)).toBe(6)

    await using other = await openWithLetter(kind)
    await other.send(count('MUG', 6, { time: at(10) }))
    const counted = mendedTo('stock.counted', { sku: 'MUG', locationId: 'BER', quantity: 5 }, { time: at(11) })
    expect(await mend(other, counted)).toEqual(['ACCEPTED'])
    expect(await sellable(other)).toBe(5)
    for (const one of [hub, other]) await expectSound(one)
  })

  test('an event without a time happened when it was recorded: a count since then has seen it', async () => {
    await using hub = await openWithLetter(kind, {})
    await hub.send(count('MUG', 7, { id: 'counted-now' }))
    expect(
      await mend(hub, mendedTo('stock.adjusted', { sku: 'MUG', locationId: 'BER', delta: -1, reason: 'broken' }, {})),
    ).toEqual(['ACCEPTED'])
    expect(await sellable(hub)).toBe(7)
    await expectSound(hub)
  })

  test('who waits is given nothing that leaves again', async () => {
    await using hub = await openWithLetter(kind)
    const lines = [{ sku: 'MUG', locationId: 'BER', quantity: 9 }]
    await hub.send(cloudEvent('reservation.confirmed', { reference: 'other', channelId: 'web', lines }))
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 7, committed: 7, backordered: 2 })
    const count = async () => (await hub.db.kysely.selectFrom('stock_exception').select('kind').execute()).length
    const before = await count()
    expect(await mend(hub, saleOf(3))).toEqual(['ACCEPTED'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 7, committed: 7, backordered: 2 })
    expect(await count()).toBe(before)
    await expectSound(hub)
  })

  test('mended in vain it changes nothing, and what was posted is not forgotten', async () => {
    await using hub = await openWithLetter(kind)
    expect(await mend(hub, saleOf(3, { locationId: 'NOWHERE' }))).toEqual(['UNKNOWN_LOCATION'])
    expect(await sellable(hub)).toBe(7)
    expect(await mend(hub, saleOf(4))).toEqual(['ACCEPTED'])
    expect(await sellable(hub)).toBe(6)
    await expectSound(hub)
  })

  test('a step without stock takes it back once, however often it waits', async () => {
    await using hub = await openWithLetter(kind)
    const released = mendedTo('reservation.released', { reference: 'R1' })
    expect(await mend(hub, released)).toEqual(['PARKED'])
    expect(await sellable(hub)).toBe(10)
    await waitTooLong(hub)
    expect(await mend(hub, released)).toEqual(['PARKED'])
    expect(await sellable(hub)).toBe(10)
    await waitTooLong(hub)
    expect(await mend(hub, shipped(4))).toEqual(['PARKED'])
    expect(await sellable(hub)).toBe(6)
    await waitTooLong(hub)
    expect(await mend(hub, saleOf(3))).toEqual(['ACCEPTED'])
    expect(await sellable(hub)).toBe(7)
    await expectSound(hub)
  })

  test('a shipped order that stays one posts what differs', async () => {
    await using hub = await openWithLetter(kind)
    expect(await mend(hub, shipped(5))).toEqual(['PARKED'])
    expect(await sellable(hub)).toBe(5)
    await waitTooLong(hub)
    expect(await mend(hub, saleOf(3))).toEqual(['ACCEPTED'])
    expect(await sellable(hub)).toBe(7)
    await expectSound(hub)
  })

  test('where others have told the same, only what it told itself is taken back', async () => {
    await using hub = await openWithLetter(kind)
    const told = { reference: 'R1', sku: 'MUG', locationId: 'BER', quantity: 2 }
    expect(await hub.answers(cloudEvent('sale.recorded', told, { time: at(9) }))).toEqual(['CONFIRMED'])
    const lost = mendedTo('stock.adjusted', { sku: 'MUG', locationId: 'BER', delta: -1, reason: 'broken' })
    expect(await mend(hub, lost)).toEqual(['ACCEPTED'])
    // Of ten two were sold and one was broken.
    expect(await sellable(hub)).toBe(7)
    await expectSound(hub)
  })

  test('what somebody is authoritative for stays as that has told it', async () => {
    await using hub = await openWithLetter(kind)
    const authority = {
      kind: 'setAuthority',
      factKinds: ['sale'],
      locationIds: ['BER'],
      source: '/erp',
      inParts: false,
    } as const
    await hub.submit(authority)
    const told = { reference: 'R1', sku: 'MUG', locationId: 'BER', quantity: 2 }
    expect(await hub.answers(cloudEvent('sale.recorded', told, { source: '/erp', time: at(9) }))).toEqual(['ACCEPTED'])
    expect(await sellable(hub)).toBe(8)
    expect(await mend(hub, saleOf(3))).toEqual(['CONFIRMED'])
    expect(await sellable(hub)).toBe(8)
    await expectSound(hub)
  })
})
