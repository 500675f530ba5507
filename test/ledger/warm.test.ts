import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { NO_BALANCES } from '../../core/ledger/accounts.ts'
import { bucketOf } from '../../core/ledger/bucket.ts'
import { Needs } from '../../core/ledger/needs.ts'
import { LedgerState, positionKey } from '../../core/ledger/state.ts'
import { ANSWER_LENGTH_MAX, Warm } from '../../core/ledger/warm.ts'
import { DATABASE_KINDS, type FreshDatabase } from '../support/database.ts'
import { codesOf, openTestLedger } from '../support/ledger.ts'

// Goal: whoever makes up SKUs does not have the hub forget those that are sold. Method: name more of them than are remembered of a bucket.
test.each(['decided', 'read'])('what is sold is remembered, however many SKUs are %s that do not exist', (how) => {
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
      const position = { sku, locationId: 'BER', balances: NO_BALANCES, lastHold: 0, id: doExist ? 1 : null }
      state.positions.set(positionKey(sku, 'BER'), position)
    }
    const quiet = new Map<number, number>()
    if (how === 'decided') warm.keep({ state, locked, heads: new Map(), written: new Set(), version: 1, quiet })
    else warm.learn({ state, epoch: 'first', buckets: [{ bucket, version: 1, number: 0, recordedAt: 0 }], quiet })
  }
  const ofBucket = Array.from({ length: 200_000 }, (_, index) => `X-${index}`).filter((sku) => bucketOf(sku) === bucket)
  expect(ofBucket.length).toBeGreaterThan(1_100)
  remember(['MUG'], true)
  remember(ofBucket, false)
  const last = ofBucket.at(-1) ?? ''
  const isMissing = (sku: string) => {
    const wanted = new Needs()
    wanted.position(sku, 'BER')
    const state = new LedgerState(new Date())
    const missing = warm.fill(state, locked, wanted)
    if (missing.positions.length === 0)
      expect(state.position(sku, 'BER')).toMatchObject({ id: sku === 'MUG' ? 1 : null })
    expect(missing.positions.length).toBe(missing.skus.length)
    return missing.skus.length > 0
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

/** How many batches have been decided under the lock. */
function countLocked({ writes }: FreshDatabase): () => number {
  let locked = 0
  const transaction = writes.transaction.bind(writes)
  writes.transaction = () => {
    locked++
    return transaction()
  }
  return () => locked
}

// Goal: a storefront that repeats a long refusal makes nobody else wait. Method: repeat one beside others, and count the batches that are decided under the lock, as each is that has failed.
test.each(DATABASE_KINDS)(
  'who repeats a long answer has the batches of others go on as they are on %s',
  async (kind) => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.count('MUG', 'BER', 1_000)
    const wrong = (lines: number) =>
      Array.from({ length: lines }, (_, index) => ({ sku: `NO-SUCH-${index}`, locationId: 'BER', quantity: 1 }))
    const one = [{ sku: 'MUG', locationId: 'BER', quantity: 1 }]
    const repeat = () => hub.reserve(wrong(20), { key: 'long' })
    const first = await repeat()
    await hub.reserve(one)
    const locked = countLocked(hub.db)

    for (let round = 1; round <= 20; round++) {
      const [again, beside, conflict] = await Promise.all([
        repeat(),
        hub.reserve(one),
        hub.reserve(wrong(2), { key: 'long' }),
      ])
      expect(again).toMatchObject({
        status: 'refused',
        errors: codesOf(first).map((code) => ({ code })),
        repeated: true,
      })
      expect(codesOf(conflict)).toEqual(['IDEMPOTENCY_CONFLICT'])
      expect(beside).toMatchObject({ status: 'posted' })
    }
    for (const twin of await Promise.all(Array.from({ length: 50 }, repeat)))
      expect(codesOf(twin)).toEqual(codesOf(first))
    expect(await hub.position('MUG', 'BER')).toMatchObject({ held: 21 })
    expect(locked()).toBe(0)
  },
)

test.each(DATABASE_KINDS)(
  'an answer that another process gave is looked up once, however often it is repeated, on %s',
  async (kind) => {
    await using hub = await openTestLedger(kind)
    await hub.shop(['MUG'], ['BER'])
    const wrong = (lines: number) =>
      Array.from({ length: lines }, (_, index) => ({ sku: `NO-SUCH-${index}`, locationId: 'BER', quantity: 1 }))
    const answers = [await hub.reserve(wrong(20), { key: 'long' }), await hub.reserve(wrong(1), { key: 'short' })]
    await using other = await openTestLedger(kind, {}, hub.db)
    const repeat = async () => [
      await other.reserve(wrong(20), { key: 'long' }),
      await other.reserve(wrong(1), { key: 'short' }),
    ]
    expect((await repeat()).map(codesOf)).toEqual(answers.map(codesOf))
    const locked = countLocked(hub.db)
    for (let round = 1; round <= 10; round++) expect((await repeat()).map(codesOf)).toEqual(answers.map(codesOf))
    expect(locked()).toBe(0)
  },
)
