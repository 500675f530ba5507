import { describe, expect, test } from 'vitest'
import { acknowledge } from '../../core/erp/queue.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub } from '../support/hub.ts'
import { deliver, drained, goodsMoved, knowErps, PlainErp, statesOf } from './plain-shop.ts'

const LETTERS =
  '{ deadLetters(filter: { statuses: [OPEN] }) { nodes { id source eventId eventType event code message attempts } } }'
const BACKLOG =
  '{ erpSystems { nodes { id backlog { queued sent refused unread oldestRecordedAt } condition { circuit failures lastAcceptedAt } } } }'

describe.each(DATABASE_KINDS)('what an ERP does not take on %s', (kind) => {
  test('is seen, mended, and told again once; or set aside', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openTestHub(kind)
    await hub.shop(['MUG', 'PEN'], ['BER'])
    await knowErps(hub, 'erp')
    await erp.behave({ refuse: ['MUG', 'PEN'] })
    await using _ = deliver(hub, { erp })
    await hub.count('MUG', 'BER', 10)
    await hub.count('PEN', 'BER', 20)
    expect(await drained(hub, 'erp')).toEqual({ behind: 0, REFUSED: 2 })

    const { deadLetters } = await hub.data('stock', LETTERS)
    const [mug, pen] = ['MUG', 'PEN'].map((sku) =>
      deadLetters.nodes.find(({ event }: { event: { sku: string } }) => event.sku === sku),
    )
    expect(mug).toMatchObject({
      source: '/erp/erp',
      eventType: 'onhand.erp.movement',
      code: 'ERP_REFUSED',
      message: 'RULE: Not this one, for good.',
    })
    const { erpSystems } = await hub.data('stock', BACKLOG)
    expect(erpSystems.nodes).toMatchObject([
      { id: 'erp', backlog: { queued: 0, sent: 0, refused: 2, unread: 0, oldestRecordedAt: null } },
    ])

    const replay = (input: object) =>
      hub.mutate('stock', 'replayDeadLetters', 'results { id status message }', { ids: [mug.id], ...input })
    expect(await replay({ dryRun: true })).toMatchObject({ results: [{ id: mug.id, status: 'ACCEPTED' }] })
    expect(await statesOf(hub, 'erp')).toEqual({ REFUSED: 2 })
    expect(await replay({ mended: [{ id: mug.id, event: {} }] })).toMatchObject({ results: [{ status: 'REJECTED' }] })

    // It refuses again: the same letter is open again.
    expect(await replay({})).toMatchObject({ results: [{ status: 'ACCEPTED' }] })
    await drained(hub, 'erp')
    expect((await hub.data('stock', LETTERS)).deadLetters.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(
      [mug.id, pen.id].sort(),
    )

    await erp.behave({})
    await replay({})
    await replay({})
    expect(await drained(hub, 'erp')).toEqual({ behind: 0, ACKNOWLEDGED: 1, REFUSED: 1 })
    expect(await erp.books()).toMatchObject([{ sku: 'MUG', quantity: 10 }])

    await hub.mutate('stock', 'discardDeadLetter', 'deadLetter { status }', { id: pen.id })
    expect(await statesOf(hub, 'erp')).toEqual({ ACKNOWLEDGED: 1, DISCARDED: 1 })
    expect((await hub.data('stock', LETTERS)).deadLetters.nodes).toEqual([])
    expect((await hub.data('stock', BACKLOG)).erpSystems.nodes).toMatchObject([
      { condition: { circuit: 'CLOSED', failures: 0, lastAcceptedAt: expect.any(String) } },
    ])
  })

  test('is settled where it is seen in the ERP after all; what the hub never sent is no acknowledgement', async () => {
    await using erp = await PlainErp.open()
    await using hub = await openTestHub(kind)
    await hub.shop(['MUG', 'PEN'], ['BER'])
    await knowErps(hub, 'erp')
    await erp.behave({ refuse: ['MUG'] })
    const deliveries = deliver(hub, { erp })
    await hub.count('MUG', 'BER', 10)
    await drained(hub, 'erp')
    await deliveries.close()
    const [moved] = await goodsMoved(hub)
    const reference = moved?.reference ?? ''

    const none = { lost: [], untold: [] }
    const strange = { reference: 'onhand:1:4711', erpReference: 'x' }
    expect(await acknowledge(hub.db.kysely, 'erp', [{ reference, erpReference: 'by hand' }, strange])).toEqual({
      ...none,
      lost: [strange.reference],
    })
    expect(await statesOf(hub, 'erp')).toEqual({ ACKNOWLEDGED: 1 })
    expect((await hub.data('stock', LETTERS)).deadLetters.nodes).toEqual([])
    expect(await acknowledge(hub.db.kysely, 'erp', [{ reference, erpReference: 'by hand' }])).toEqual(none)
    await hub.submit({ kind: 'upsertErpSystem', id: 'other', connector: 'plain' })
    expect(await acknowledge(hub.db.kysely, 'other', [{ reference, erpReference: 'by hand' }])).toEqual({
      ...none,
      untold: [reference],
    })
  })
})
