import { describe, expect, test } from 'vitest'
import { type ReplayRequest, replayDeadLetters } from '../../core/ingest/dead-letters.ts'
import { createIngest } from '../../core/ingest/ingest.ts'
import { findReplay, requestReplay } from '../../core/ingest/replays.ts'
import { workReplays } from '../../core/ingest/work-replays.ts'
import { MappingUnavailable } from '../../core/mappings/evaluator.ts'
import { retireMapping } from '../../core/mappings/stored-mappings.ts'
import type { IngestHub } from '../ingest/ingest-hub.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { SILENT } from '../support/ledger.ts'
import { MappedServer, mappingOf, shopHeaders, WMS_SECRET, wmsHeaders, worked } from './mapped-server.ts'
import { withNode } from './with-node.ts'

const SALE = `{
  "id": number,
  "type": "onhand.sale.recorded.v1",
  "data": { "sku": sku, "locationId": "BER", "quantity": quantity }
}`

const BASKET = { store: 'BER', register: 1, number: 1, lines: [] }

async function replay(hub: IngestHub, request: ReplayRequest) {
  const replayed = await replayDeadLetters(hub.ingest, request, { client: 'operator-1', channels: null })
  if (replayed.status === 'refused') return replayed.errors.map(({ code }) => code)
  return replayed.results.map(({ code, status, message }) => `${code ?? status}: ${message}`)
}

describe.each(DATABASE_KINDS)('%s', (kind) => {
  test('the payloads of a shop, a warehouse and a till become events, once however often they are sent', async () => {
    await using server = await MappedServer.open(kind)
    for (const name of ['shop-order', 'wms-receipt', 'till-basket']) {
      const mapping = await worked(name)
      await server.put(mapping)
      for (const { payload, events } of mapping.examples) {
        const first = await server.post(name, payload)
        expect(first.statuses).toEqual(events.map(() => 'ACCEPTED'))
        const again = await server.post(name, payload)
        expect(again.statuses).toEqual(events.map(() => 'DUPLICATE'))
      }
    }
    // Four cases of six, one of them damaged; ten bowls.
    expect(await server.hub.position('MUG', 'DC1')).toMatchObject({ sellable: 18, damaged: 6 })
    expect(await server.hub.position('BOWL', 'DC1')).toMatchObject({ sellable: 10 })
    expect(await server.hub.position('MUG', 'BER')).toMatchObject({ sellable: -2 })
    expect(await server.hub.position('HAT', 'BER')).toMatchObject({ qualityHold: 1 })
    const order = await server.hub.db.kysely.selectFrom('reservation').select('reference').execute()
    // Every digit of it: 820982911946154508 is no number that JavaScript has.
    expect(order).toEqual([{ reference: 'order 820982911946154508' }])
    expect(await server.hub.deadLetters()).toEqual([])
    // A gift card alone, twice.
    expect(server.noNews).toEqual(['shop-order', 'shop-order'])
  })

  test('a payload that cannot be mapped is kept whole, mended by a new version, and replayed once', async () => {
    await using server = await MappedServer.open(kind)
    const { hub } = server
    await server.put(mappingOf(`$exists(number) ? ${SALE.replace('quantity }', '$number(quantity) }')} : []`))
    const payload = { number: 'R-1', sku: 'MUG', quantity: 'two', note: 'as it came' }

    const refused = await server.post('till', payload)
    expect(refused).toMatchObject({ status: 200, statuses: ['MAPPING_FAILED'] })
    expect(refused.message).toBe(
      'Mapping till 1: line 4, column 65, at "number": Unable to cast value to a number: "two".',
    )
    // The same again is the same letter.
    expect((await server.post('till', payload)).statuses).toEqual(['MAPPING_FAILED'])
    const [letter, ...more] = await hub.deadLetters()
    expect(more).toEqual([])
    expect(letter).toMatchObject({
      source: '/till',
      type: 'onhand.mapping.payload',
      content: { mapping: 'till', version: 1, payload },
      status: 'OPEN',
    })
    const which = { ids: [letter?.id ?? ''] }
    expect(await replay(hub, { which })).toEqual([expect.stringMatching(/^MAPPING_FAILED: /)])

    await server.put(
      mappingOf(`$exists(number) ? ${SALE.replace('quantity }', 'quantity = "two" ? 2 : quantity }')} : []`, {
        version: 2,
      }),
    )
    expect(await replay(hub, { which, dryRun: true })).toEqual(['ACCEPTED: Events that came of it: 1 ACCEPTED.'])
    expect(await hub.position('MUG', 'BER')).toBeUndefined()
    expect(await replay(hub, { which })).toEqual(['ACCEPTED: Events that came of it: 1 ACCEPTED.'])
    expect(await replay(hub, { which })).toEqual(['DUPLICATE: It was replayed before.'])
    expect((await server.post('till', payload)).statuses).toEqual(['DUPLICATE'])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: -2 })
    expect(await hub.deadLetters()).toMatchObject([{ status: 'REPLAYED', settled_by: 'operator-1', attempts: 2 }])
  })

  test('a payload is kept whatever its refusal quotes of it', async () => {
    await using server = await MappedServer.open(kind)
    await server.put(await worked('wms-receipt'))
    const line = { lineNumber: 1, item: 'MUG', uom: 'BX\0', expected: 1, received: 1, damaged: 0 }
    const receipt = { number: 'GR-1', warehouse: 'DC1', purchaseOrder: 'PO-1', completedAt: '2026-11-02T08:00:00Z' }
    expect((await server.post('wms-receipt', { receipt: { ...receipt, lines: [line] } })).statuses).toEqual([
      'MAPPING_FAILED',
    ])
    const long = { ...line, uom: 'B'.repeat(100_000) }
    await server.post('wms-receipt', { receipt: { ...receipt, lines: [long] } })
    await server.put(mappingOf('$exists(sku) ? { "id": "1", "type": "x", sku: 1 } : []'))
    expect((await server.post('till', { sku: 'a\0' })).statuses).toEqual(['MAPPING_RESULT'])

    const [padded, lengthy, named, ...more] = await server.hub.deadLetters()
    expect(more).toEqual([])
    expect(padded?.message).toContain('The unit BX\uFFFD of the WMS has no word here')
    expect(lengthy?.message).toHaveLength(2_000)
    expect(named).toMatchObject({ type: 'onhand.mapping.payload', source: '/till' })
  })

  test('a payload can be mended as well, and one whose events have other names already is not taken for done', async () => {
    await using server = await MappedServer.open(kind)
    const { hub } = server
    await server.put(mappingOf(`$exists(number) ? ${SALE} : []`))
    await server.post('till', { number: 'R-1', sku: 'MUG', quantity: 1 })
    await server.post('till', { number: 'R-1', sku: 'MUG', quantity: 'one' })
    const [letter] = await hub.deadLetters()
    expect(letter).toMatchObject({
      code: 'MAPPING_RESULT',
      message: expect.stringMatching(/^Mapping till 1: Event 1 of 1: \/data\/quantity /),
    })
    const mend = (event: object) => ({
      which: { ids: [letter?.id ?? ''] },
      mended: new Map([[letter?.id ?? '', event]]),
    })
    expect(await replay(hub, mend({ number: 'R-1', sku: 'MUG', quantity: 3 }))).toEqual([
      'EVENT_CONFLICT: Events that came of it: 1 EVENT_CONFLICT.',
    ])
    expect(await hub.deadLetters()).toMatchObject([{ status: 'OPEN' }])
    expect(await replay(hub, mend({ number: 'R-2', sku: 'MUG', quantity: 3 }))).toEqual([
      'ACCEPTED: Events that came of it: 1 ACCEPTED.',
    ])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: -4 })
  })

  test('a payload of which only the beginning was kept keeps no other from being replayed', async () => {
    await using server = await MappedServer.open(kind)
    const { hub } = server
    await server.put(mappingOf("$ = null ? [] : $error('later')"))
    // As deep as it gets, and what is written with more characters than it was posted with.
    const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
    expect((await server.post('till', deep(32))).status).toBe(400)
    expect((await server.post('till', deep(31))).statuses).toEqual(['MAPPING_FAILED'])
    const grows = `[${'1e20,'.repeat(50_000)}1]`
    expect((await server.post('till', grows)).statuses).toEqual(['MAPPING_FAILED'])
    for (const { content } of await hub.deadLetters()) expect(content).toHaveProperty('payload')

    const sold = { number: 'R-1', sku: 'MUG', quantity: 1 }
    await server.post('till', sold)
    const cut = (await hub.deadLetters())[0]?.id ?? ''
    const unreadable = JSON.stringify({ unreadable: '[[[[' })
    await hub.db.kysely.updateTable('dead_letter').set({ content: unreadable }).where('id', '=', cut).execute()
    await server.put(mappingOf(`$exists(number) ? ${SALE} : []`, { version: 2 }))

    const results = await replay(hub, { which: { filter: {} } })
    expect(results).toEqual([
      'MAPPING_FAILED: Only the beginning of the payload was kept. Give the whole one as `mended`.',
      'ACCEPTED: It is no news.',
      'ACCEPTED: Events that came of it: 1 ACCEPTED.',
    ])
    expect((await hub.deadLetters())[0]).toMatchObject({ status: 'OPEN', content: JSON.parse(unreadable) })
    const mended = new Map([[cut, { number: 'R-2', sku: 'MUG', quantity: 2 }]])
    expect(await replay(hub, { which: { ids: [cut] }, mended })).toEqual([
      'ACCEPTED: Events that came of it: 1 ACCEPTED.',
    ])
    expect(await hub.position('MUG', 'BER')).toMatchObject({ sellable: -3 })
  })

  test('a version stays usable until it is retired, and never changes', async () => {
    await using server = await MappedServer.open(kind)
    const one = mappingOf(`$exists(number) ? ${SALE} : []`)
    const two = mappingOf(`$exists(number) ? ${SALE.replace('BER', 'DC1')} : []`, { version: 2 })
    expect(await server.put(one)).toBe(true)
    expect(await server.put(two)).toBe(true)
    expect(await server.put(one)).toBe(false)
    await expect(server.put({ ...two, version: 1 })).rejects.toMatchObject({ code: 'VERSION_TAKEN' })

    const sold = (number: string) => ({ number, sku: 'MUG', quantity: 1 })
    await server.post('till', sold('R-1'))
    await server.post('till/1', sold('R-2'))
    expect(await server.hub.position('MUG', 'DC1')).toMatchObject({ sellable: -1 })
    expect(await server.hub.position('MUG', 'BER')).toMatchObject({ sellable: -1 })

    expect(await retireMapping(server.hub.db.kysely, 'till', 2)).toBe(true)
    expect(await retireMapping(server.hub.db.kysely, 'till', 2)).toBe(false)
    expect((await server.post('till/2', sold('R-3'))).status).toBe(404)
    await server.post('till', sold('R-3'))
    expect(await server.hub.position('MUG', 'BER')).toMatchObject({ sellable: -2 })
  })
})

describe('while payloads cannot be mapped', () => {
  test('they are refused for now, and a replay goes on later', async () => {
    await using server = await MappedServer.open('pglite')
    const { db } = server.hub
    await server.put(mappingOf("$ = null ? [] : $error('later')"))
    const sold = { number: 'R-1', sku: 'MUG', quantity: 1 }
    await server.post('till', sold)
    await server.put(mappingOf(`$exists(number) ? ${SALE} : []`, { version: 2 }))
    const order = { selection: {}, lettersMax: null, eventsPerSecond: 1_000 }
    const id = await requestReplay(db.kysely, order, 'operator-1')

    // Of which no process is there yet.
    const ingest = createIngest(server.hub.ingest.options)
    const work = () => workReplays({ ingest, signal: new AbortController().signal, log: SILENT })
    await withNode('/nowhere/node', () => expect(work()).rejects.toThrow(MappingUnavailable))
    expect(await findReplay(db.kysely, id)).toMatchObject({ state: 'RUNNING', done: 0 })
    await work()
    expect(await findReplay(db.kysely, id)).toMatchObject({ state: 'DONE', accepted: 1 })
    expect(await server.hub.position('MUG', 'BER')).toMatchObject({ sellable: -1 })
  })

  test('letters that are replayed do not wait for each other, however long each takes', async () => {
    await using server = await MappedServer.open('pglite')
    await server.put(mappingOf("$ = null ? [] : $error('later')"))
    for (const number of [1, 2, 3, 4]) await server.post('till', { number })
    const endless = '($f := function($x) { $f($x + 1) }; $ = null ? [] : $f(1))'
    await server.put(mappingOf(endless, { version: 2 }))
    const results = await replay(server.hub, { which: { filter: {} } })
    expect(results).toEqual(Array(4).fill(expect.stringMatching(/^MAPPING_LIMIT: /)))
  })
})

describe('what comes in', () => {
  test('nothing, until the events that come out are all events', async () => {
    await using server = await MappedServer.open('pglite')
    const tried = async (expression: string, more: object = {}) => {
      const mapping = mappingOf(expression, {
        name: `t-${++number}`,
        examples: [{ title: 'n', payload: null, events: [] }],
      })
      // Put as it is: examples would not have let it in.
      const { putMapping } = await import('../../core/mappings/stored-mappings.ts')
      await putMapping(server.hub.db.kysely, mapping)
      const { message } = await server.post(mapping.name, { number: 1, sku: 'MUG', quantity: 1, ...more })
      return message?.replace(/^Mapping \S+ \d+: /, '')
    }
    let number = 0
    expect(await tried('nothing')).toBe('Nothing came out of it. Where a payload is no news, the result is [].')
    expect(await tried('[1]')).toBe('Event 1 of 1: It is no JSON object.')
    expect(await tried(`[${SALE}, ${SALE}]`, { number: 'R-1' })).toBe('Event 2 of 2: /id is that of event 1.')
    expect(await tried(`$merge([${SALE}, { "source": "/other" }])`, { number: 'R-1' })).toBe(
      'Event 1 of 1: /source is neither /till nor below it.',
    )
    expect(await tried(`$merge([${SALE}, { "source": "/till-2" }])`, { number: 'R-1' })).toMatch(/neither/)
    expect(await tried(`[${SALE}, ${SALE.replace('number', '"x"').replace('"BER"', '7')}]`, { number: 'R-1' })).toBe(
      'Event 2 of 2: /data/locationId must be string.',
    )
    expect(await tried('$now()')).toMatch(/\$now is not for mappings/)
    expect(await tried(`$map([1..1001], function($n) { $merge([${SALE}, { "id": $string($n) }]) })`)).toBe(
      'More than 1000 events came out of it.',
    )
    // The first of two that came out is not there either.
    expect(await server.hub.position('MUG', 'BER')).toBeUndefined()
  })

  test('only from its sender', async () => {
    await using server = await MappedServer.open('pglite')
    for (const name of ['shop-order', 'wms-receipt', 'till-basket']) await server.put(await worked(name))
    const order = JSON.stringify({ id: 1, created_at: '2026-11-02T10:20:00Z', line_items: [] })
    const receipt = JSON.stringify({ receipt: { number: 'x', lines: [] } })
    const statusOf = async (...sent: Parameters<MappedServer['post']>) => (await server.post(...sent)).status

    expect(await statusOf('till-basket', {}, {})).toBe(401)
    expect(await statusOf('till-basket', {}, { authorization: 'partner' })).toBe(403)
    expect(await statusOf('no-such', {}, {})).toBe(401)
    expect(await statusOf('no-such', {})).toBe(404)

    expect(await statusOf('shop-order', order, shopHeaders(order))).toBe(200)
    expect(await statusOf('shop-order', order, {})).toBe(401)
    expect(await statusOf('shop-order', order, shopHeaders(order, 'guessed'))).toBe(401)
    expect(await statusOf('shop-order', `${order} `, shopHeaders(order))).toBe(401)
    expect(await statusOf('shop-order', order, { 'X-Shopify-Hmac-Sha256': '' })).toBe(401)
    // A system signs for its own mapping.
    expect(await statusOf('till-basket', order, shopHeaders(order))).toBe(401)

    expect(await statusOf('wms-receipt', receipt, wmsHeaders(receipt))).toBe(200)
    expect(await statusOf('wms-receipt', `${receipt} `, wmsHeaders(receipt))).toBe(401)
    const [long, soon] = [-301_000, 310_000].map((ms) => new Date(Date.now() + ms))
    expect(await statusOf('wms-receipt', receipt, wmsHeaders(receipt, long))).toBe(401)
    expect(await statusOf('wms-receipt', receipt, wmsHeaders(receipt, soon))).toBe(401)
    const guessed = `whsec_${Buffer.from('guessed').toString('base64')}`
    expect(await statusOf('wms-receipt', receipt, wmsHeaders(receipt, new Date(), guessed))).toBe(401)
    expect(WMS_SECRET).not.toBe(guessed)
  })

  test('nobody without the signature where a mapping has one, even while the hub is open to all', async () => {
    await using server = await MappedServer.open('pglite', { isOpen: true })
    for (const name of ['shop-order', 'till-basket']) await server.put(await worked(name))
    expect((await server.post('shop-order', {}, {})).status).toBe(401)
    expect((await server.post('shop-order', {}, { authorization: 'anything' })).status).toBe(401)
    const order = JSON.stringify({ id: 1, created_at: '2026-11-02T10:20:00Z', line_items: [] })
    // What stands between a sender and the hub may add a credential of its own.
    const signed = { ...shopHeaders(order), authorization: 'Basic b3RoZXI=' }
    expect((await server.post('shop-order', order, signed)).status).toBe(200)
    expect((await server.post('till-basket', BASKET, {})).status).toBe(200)
  })

  test('nothing from a page of another site, to which a browser would let it post', async () => {
    await using server = await MappedServer.open('pglite', { isOpen: true })
    await server.put(await worked('till-basket'))
    const page = { origin: 'https://elsewhere.example', 'content-type': 'text/plain' }
    expect((await server.post('till-basket', BASKET, page)).status).toBe(403)
    expect((await server.post('till-basket', BASKET, { ...page, authorization: 'made-up' })).status).toBe(403)
    expect((await server.post('till-basket', BASKET, { origin: 'http://localhost:3000' })).status).toBe(200)
  })

  test('nothing where the secret cannot have signed, which is told once', async () => {
    await using server = await MappedServer.open('pglite')
    const signature = { scheme: 'standard-webhooks' } as const
    for (const name of ['plain', 'without']) await server.put(mappingOf('[]', { name, signature }))
    for (const name of ['plain', 'without', 'plain', 'without']) {
      expect((await server.post(name, '{}', wmsHeaders('{}'))).status).toBe(401)
    }
    expect(server.warnings).toMatchObject([
      { mapping: 'plain', secrets: 1, usable: 0 },
      { mapping: 'without', secrets: 0, usable: 0 },
    ])
  })

  test('no body that is no JSON, or too long', async () => {
    await using server = await MappedServer.open('pglite')
    await server.put(await worked('till-basket'))
    expect(await server.post('till-basket', '{"a":')).toMatchObject({ status: 400 })
    expect(await server.post('till-basket', new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({ status: 400 })
    expect(await server.post('till-basket', '['.repeat(40) + ']'.repeat(40))).toMatchObject({ status: 400 })
    expect(await server.post('till-basket', '['.repeat(200_000))).toMatchObject({ status: 400 })
    expect((await server.post('till-basket', JSON.stringify('x'.repeat(300_000)))).status).toBe(413)
    expect(await server.hub.deadLetters()).toEqual([])
  })
})
