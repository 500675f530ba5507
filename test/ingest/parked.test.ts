import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { createIngest } from '../../core/ingest/ingest.ts'
import { expireParked, retryParked } from '../../core/ingest/sweep.ts'
import { audit } from '../../core/ledger/audit.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { SILENT } from '../support/ledger.ts'
import { cloudEvent, count, INGEST_CONFIG, openIngestHub } from './ingest-hub.ts'

const lines = [{ sku: 'MUG', quantity: 3, locationId: 'BER' }]
const held = () => cloudEvent('reservation.held', { reference: 'order-1', channelId: 'web', lines })
const confirmed = () => cloudEvent('reservation.confirmed', { reference: 'order-1' })
const released = () =>
  cloudEvent('reservation.released', { reference: 'order-1', lines: [{ sku: 'MUG', quantity: 1 }] })

describe.each(DATABASE_KINDS)('%s', (kind) => {
  test('steps that come before their document wait for it, and are taken in the order in which they happened', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.send(count('MUG', 10))
    const late = released()

    expect(await hub.answers(confirmed(), late)).toEqual(['PARKED', 'PARKED'])
    expect(await hub.answers(late)).toEqual(['DUPLICATE'])
    expect(await hub.answers(held())).toEqual(['ACCEPTED'])
    await expect.poll(() => hub.position('MUG', 'BER')).toMatchObject({ held: 0, committed: 2 })
    expect(await hub.parked()).toBe(0)
    expect(await hub.answers(late)).toEqual(['DUPLICATE'])
  })

  test('a confirmation that says what was ordered makes an order that nobody had told of', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG', 'CUP'], ['BER'])
    await hub.send(count('MUG', 2))
    const order = { reference: 'order-2', channelId: 'web', lines: [...lines, { sku: 'CUP', quantity: 1 }] }
    const event = cloudEvent('reservation.confirmed', order)

    expect(await hub.answers(event)).toEqual(['ACCEPTED'])
    expect(await hub.answers(event, cloudEvent('reservation.confirmed', order, { source: '/erp' }))).toEqual([
      'DUPLICATE',
      'CONFIRMED',
    ])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ committed: 2, backordered: 1, held: 0 })
    expect(await hub.position('CUP', 'BER')).toMatchObject({ committed: 0, backordered: 1 })
    expect(await hub.answers(cloudEvent('reservation.released', { reference: 'order-2' }))).toEqual(['ACCEPTED'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ committed: 0, backordered: 0 })
  })

  // Goal: an order that was made is not lost because its confirmation came late. Method: what was held expires, in part and whole, before the order is confirmed by an event.
  test('a confirmation promises anew what has expired of its order meanwhile', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG', 'CUP', 'JUG'], ['BER'])
    await hub.send(count('MUG', 10), count('CUP', 10), count('JUG', 2))
    const line = (sku: string, quantity: number) => ({ sku, quantity, locationId: 'BER' })
    const hold = (reference: string, ...of: object[]) =>
      cloudEvent('reservation.held', { reference, channelId: 'web', lines: of })
    const confirm = (reference: string, source = '/market') =>
      cloudEvent('reservation.confirmed', { reference }, { source })
    const expire = (sku: string) =>
      hub.rewrite(sql`update reservation_line set expires_at = now() - interval '1 second' where sku = ${sku}`)
    const told = () => hub.db.kysely.selectFrom('stock_exception').select(['kind', 'sku', 'quantity']).execute()

    // In part.
    await hub.send(hold('part', line('MUG', 4), line('CUP', 3)))
    const { id } = await hub.db.kysely.selectFrom('reservation').select('id').executeTakeFirstOrThrow()
    await hub.submit({ kind: 'confirmReservation', reservation: { id }, lines: [{ line: 2 }] })
    await expire('MUG')
    expect(await hub.answers(confirm('part'))).toEqual(['ACCEPTED'])
    expect((await hub.reservation(id)).lines).toMatchObject([
      { committed: 4, expired: 0 },
      { committed: 3, expired: 0 },
    ])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: 10, held: 0, committed: 4 })
    expect(await hub.answers(confirm('part', '/erp'))).toEqual(['CONFIRMED'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ committed: 4 })

    // All of it, while others took what was there: it waits, and somebody is told.
    await hub.send(hold('whole', line('JUG', 2)))
    await expire('JUG')
    await hub.send(hold('other', line('JUG', 1)))
    expect(await hub.answers(confirm('whole'), confirm('whole', '/erp'))).toEqual(['ACCEPTED', 'CONFIRMED'])
    expect(await hub.position('JUG', 'BER')).toMatchObject({ held: 1, committed: 1, backordered: 1 })
    expect(await told()).toEqual([{ kind: 'OVERSELL', sku: 'JUG', quantity: 1 }])

    // What has been shipped is over, whoever confirms it late.
    await hub.send(hold('over', line('CUP', 2)))
    const over = { reference: 'over', lines: [line('CUP', 1)] }
    await hub.send(cloudEvent('reservation.fulfilled', over))
    await expire('CUP')
    await hub.submit({ kind: 'expireHolds', positions: [{ sku: 'CUP', locationId: 'BER' }] })
    expect(await hub.answers(confirm('over'))).toEqual(['CONFIRMED'])
    expect(await hub.position('CUP', 'BER')).toMatchObject({ sellable: 9, committed: 3 })
    expect((await audit({ db: hub.db })).differences).toEqual([])
  })

  test('two who tell of an order of which nothing is there tell of one order', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const order = (source: string) =>
      cloudEvent('reservation.confirmed', { reference: 'order-1', channelId: 'web', lines }, { source })

    expect(await hub.answers(order('/market'), order('/erp'))).toEqual(['ACCEPTED', 'CONFIRMED'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ backordered: 3 })
  })

  test('an inspection waits for the parcel', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const parcel = { reference: 'parcel-1' }
    const units = { lines: [{ sku: 'MUG', quantity: 2 }] }

    expect(await hub.answers(cloudEvent('return.inspected', { ...parcel, ...units }))).toEqual(['PARKED'])
    expect(await hub.answers(cloudEvent('return.received', { ...parcel, locationId: 'BER', ...units }))).toEqual([
      'ACCEPTED',
    ])
    await expect
      .poll(() => hub.db.kysely.selectFrom('return_line').select(['received', 'inspected']).execute())
      .toEqual([{ received: 0, inspected: 2 }])
    expect(await hub.parked()).toBe(0)
  })

  test('a step whose predecessor does not come in time becomes a dead letter', async () => {
    await using hub = await openIngestHub(kind, { parkSeconds: 3600 })
    await hub.shop(['MUG'], ['BER'])
    await hub.send(confirmed())
    expect(await expireParked(hub.ingest)).toBe(0)

    await sql`update parked_event set until = now() - interval '1 second'`.execute(hub.db.kysely)
    expect(await expireParked(hub.ingest)).toBe(1)
    expect(await expireParked(hub.ingest)).toBe(0)
    expect(await hub.parked()).toBe(0)
    expect(await hub.deadLetters()).toMatchObject([
      { code: 'PARKED_TOO_LONG', status: 'OPEN', type: 'onhand.reservation.confirmed.v1' },
    ])
  })

  test('how long a step waits is set', async () => {
    await using hub = await openIngestHub(kind, { parkSeconds: 3600 })
    await hub.shop(['MUG'], ['BER'])
    await hub.send(confirmed())
    const { until, recorded_at } = await hub.db.kysely
      .selectFrom('parked_event')
      .select(['until', 'recorded_at'])
      .executeTakeFirstOrThrow()
    expect(until.getTime() - recorded_at.getTime()).toBe(3_600_000)
  })

  // Goal: a process that ends between the commit and the waking loses nothing. Method: a ledger whose waking nobody hears.
  test('what was not woken is found by the sweep', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.send(count('MUG', 10), confirmed())
    const deaf = createIngest({
      ledger: {
        submit: (...of) => hub.ledger.submit(...of),
        submitAll: (...of) => hub.ledger.submitAll(...of),
        onAwaited: () => {},
      },
      db: hub.db,
      config: INGEST_CONFIG,
      log: SILENT,
    })
    await sql`update parked_event set awaits = 'nothing that comes'`.execute(hub.db.kysely)
    expect(await retryParked(deaf)).toBe(1)

    await hub.send(held())
    expect(await hub.parked()).toBe(1)
    expect(await retryParked(deaf)).toBe(0)
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 0, committed: 3 })
    expect(await hub.parked()).toBe(0)
  })
})
