import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { readAvailability } from '../../core/availability/read.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { made, openTestLedger } from '../support/ledger.ts'

describe.each(DATABASE_KINDS)('what is shown while others wait, on %s', (kind) => {
  // Goal: an ended hold is shown to the others, whoever waits elsewhere. Method: a buffer joins two locations; at one the hold ends, at the other more wait than are read.
  test('is told for now and for a date where only the first of those at another location were read', async () => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['A', 'B'], { buffer: 1, allowBackorder: true })
    const order = (locationId: string, quantity: number) =>
      hub.reserve([{ sku: 'MUG', locationId, quantity }], { confirmed: true })
    await Promise.all(Array.from({ length: 150 }, () => order('B', 1)))
    await hub.count('MUG', 'A', 6)
    const hold = made(await hub.reserve([{ sku: 'MUG', locationId: 'A', quantity: 5 }]))
    await order('A', 2)
    expect(await hub.position('MUG', 'A')).toMatchObject({ held: 5, backordered: 2 })
    await hub.rewrite(sql`update reservation_line set expires_at = clock_timestamp() where reservation_id = ${hold}`)

    const now = await readAvailability(hub.db.lookups, ['MUG'], ['web'])
    expect(now.of('MUG', 'web')?.quantity).toBe(3)
    const reading = await readAvailability(hub.db.lookups, ['MUG'], ['web'], { withSupply: true })
    const by = new Date('2099-01-01')
    expect(reading.of('MUG', 'web')?.quantity).toBe(3)
    expect(reading.of('MUG', 'web', { by })?.quantity).toBe(3)
    const { terms } = reading.explain({ sku: 'MUG', channelId: 'web', by })
    expect(terms.map(({ locationId, promise }) => [locationId, promise?.backordered])).toEqual([
      ['A', 0],
      ['B', 150],
    ])
  })
})
