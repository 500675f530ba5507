import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { SeenHeads } from '../../core/feed/seen-heads.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub } from '../support/hub.ts'

const ITEM = [{ __typename: 'InventoryItem', sku: 'MUG' }]
const TITLE = '... on InventoryItem { title }'

describe.each(DATABASE_KINDS)('not before a point, on %s', (kind) => {
  // Goal: the parts of one answer ask the database once whether it has come as far as all of them want. Method: statements are counted.
  test('what one part has seen, the others need not ask for; of a later point they ask', async () => {
    await using hub = await openTestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const count = (quantity: number) =>
      hub.mutate('stock', 'recordEvents', 'results { status }', {
        events: [
          {
            specversion: '1.0',
            id: `count-${quantity}`,
            source: '/wms',
            type: 'onhand.stock.counted.v1',
            time: new Date().toISOString(),
            data: { sku: 'MUG', locationId: 'BER', quantity },
          },
        ],
      })
    const statements = (atLeast: string | null) =>
      hub.statementsOf(() => hub.entities('stock', ITEM, TITLE, { atLeast }))
    const plain = await statements(null)

    const { cursor: first } = await count(5)
    await hub.data(
      'availability',
      '{ availability(channelId: "web", skus: ["MUG"]) { quantity } }',
      {},
      { atLeast: first },
    )
    expect(await statements(first)).toBe(plain)

    const { cursor: later } = await count(6)
    expect(await statements(later)).toBe(plain + 1)
    expect(await statements(later)).toBe(plain)
    expect(await statements(first)).toBe(plain)
  })
})

test('what was seen says nothing of later points, of another epoch, or of a second later', async () => {
  const seen = new SeenHeads()
  const at = (epoch: string, number: number) => ({ epoch, numbers: new Map([[3, number]]) })
  expect(seen.covers(at('one', 0))).toBe(false)
  seen.note(at('one', 7))
  expect([at('one', 6), at('one', 7), at('one', 8), at('two', 6)].map((point) => seen.covers(point))).toEqual([
    true,
    true,
    false,
    false,
  ])
  await sleep(1_100)
  expect(seen.covers(at('one', 6))).toBe(false)
})
