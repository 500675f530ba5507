import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { bucketOf } from '../../core/ledger/bucket.ts'
import { Needs } from '../../core/ledger/needs.ts'
import { LedgerState } from '../../core/ledger/state.ts'
import { ANSWER_LENGTH_MAX, Warm } from '../../core/ledger/warm.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { codesOf, openTestLedger } from '../support/ledger.ts'

// Goal: whoever makes up SKUs does not have the hub forget those that are sold. Method: name more of them than are remembered of a bucket.
test('what is sold is remembered, however many SKUs are named that do not exist', () => {
  const warm = new Warm()
  const bucket = bucketOf('MUG')
  const locked = { epoch: 'first', versions: new Map([[bucket, 1]]) }
  const needs = new Needs()
  needs.position('MUG', 'BER')
  warm.fill(new LedgerState(new Date()), locked, needs)

  const remember = (skus: readonly string[], doExist: boolean) => {
    const state = new LedgerState(new Date())
    for (const sku of skus) {
      const item = { sku, title: sku, unit: 'each', units: {}, createdAt: new Date(), updatedAt: new Date() }
      state.items.set(sku, doExist ? item : undefined)
    }
    warm.keep({ state, locked, heads: new Map(), written: new Set(), version: 1, quiet: new Map() })
  }
  const ofBucket = Array.from({ length: 200_000 }, (_, index) => `X-${index}`).filter((sku) => bucketOf(sku) === bucket)
  expect(ofBucket.length).toBeGreaterThan(1_100)
  remember(['MUG'], true)
  remember(ofBucket, false)
  const last = ofBucket.at(-1) ?? ''
  const isMissing = (sku: string) => {
    const wanted = new Needs()
    wanted.position(sku, null)
    return warm.fill(new LedgerState(new Date()), locked, wanted).skus.length > 0
  }
  expect([isMissing('MUG'), isMissing(last), isMissing(ofBucket[0] ?? '')]).toEqual([false, false, true])
})

// Goal: what is remembered does not grow with what is sent. Method: after the answer was written, another one stands in the database: who is told that was told from there.
test.each(DATABASE_KINDS)('a long answer is not remembered, but found again on %s', async (kind) => {
  await using hub = await openTestLedger(kind)
  await hub.shop(['MUG'], ['BER'])
  const wrong = (lines: number) =>
    Array.from({ length: lines }, (_, index) => ({ sku: `NO-SUCH-${index}`, locationId: 'BER', quantity: 1 }))
  const [first, twin] = await Promise.all([
    hub.reserve(wrong(60), { key: 'long' }),
    hub.reserve(wrong(60), { key: 'long' }),
  ])
  expect(codesOf(first)).toEqual(Array(60).fill('UNKNOWN_SKU'))
  expect(codesOf(twin)).toEqual(codesOf(first))
  expect(twin).toMatchObject({ repeated: true })
  expect(JSON.stringify(first).length).toBeGreaterThan(ANSWER_LENGTH_MAX)
  await hub.reserve(wrong(1), { key: 'short' })

  await sql`update idempotency_key set result = jsonb_set(result::jsonb, '{errors,0,code}', '"NOT_FOUND"')`.execute(
    hub.db.kysely,
  )
  expect(codesOf(await hub.reserve(wrong(60), { key: 'long' })).at(0)).toBe('NOT_FOUND')
  expect(codesOf(await hub.reserve(wrong(1), { key: 'short' }))).toEqual(['UNKNOWN_SKU'])
})
