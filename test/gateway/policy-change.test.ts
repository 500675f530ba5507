import { describe, expect, test } from 'vitest'
import { changePolicyOf, LISTEN, skuOf, stateIn } from './policy-change.ts'
import { openTestGateway } from './support.ts'

describe('a change of a policy', () => {
  test('that bears on thousands of SKUs does not stall other news', { timeout: 240_000 }, () =>
    changePolicyOf(12_000, 5),
  )

  // Goal: who leaves in the middle misses nothing. Method: the cursor of an event in the middle of it.
  test('can be left in the middle and resumed', { timeout: 120_000 }, async () => {
    await using gateway = await openTestGateway('postgres')
    await gateway.hub.shop(
      Array.from({ length: 1_000 }, (_, index) => skuOf(index)),
      ['BER'],
    )
    await Promise.all(Array.from({ length: 1_000 }, (_, index) => gateway.hub.count(skuOf(index), 'BER', 10)))
    await using first = gateway.subscribe(LISTEN, { initial: true })
    for (let told = 0; told < 1_000; told++) await first.next(60_000)
    await gateway.hub.submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', cap: 7 })
    const seen = new Map<string, number>()
    for (let told = 0; told < 300; told++) {
      const { sku, quantity } = stateIn(await first.next(60_000))
      seen.set(sku, quantity)
    }
    const { cursor: after } = stateIn(first.seen.at(-1))
    await first[Symbol.asyncDispose]()
    await using again = gateway.subscribe(LISTEN, { after })
    while (seen.size < 1_000) {
      const { sku, quantity } = stateIn(await again.next(60_000))
      seen.set(sku, quantity)
    }
    expect([...seen.values()].every((quantity) => quantity === 7)).toBe(true)
  })
})
