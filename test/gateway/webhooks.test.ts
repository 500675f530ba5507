import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebhookQueue } from '../../core/webhooks/queue.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'
import { messagesLike } from './messages-like.ts'
import { type Received, Receiver, until, verify } from './receiver.ts'
import { startTestGateway, type TestGateway } from './support.ts'

const STATES = 'subscription ($skus: [ID!]) { availabilityChanged(channelId: "web", skus: $skus) { sku quantity } }'
const JOURNAL = 'subscription { stockMovements { sku quantity from to reference } }'

type Json = ReturnType<typeof JSON.parse>

/** A timer counts whole milliseconds, and `performance.now()` does not. */
const CLOCKS_MS = 2

/** What is asked of webhooks, by a viewer. */
function managed(gateway: TestGateway, viewer?: string) {
  const mutate = async (name: string, selection: string, input: Record<string, unknown>): Promise<Json> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`
    const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { code problem field } cursor } }`
    const { data, errors } = await gateway.query(query, { input: { idempotencyKey: randomUUID(), ...input } }, viewer)
    if (errors.length > 0) throw new Error(JSON.stringify(errors))
    return data[name]
  }
  return {
    mutate,
    upsert: (input: Record<string, unknown>) => mutate('upsertWebhook', 'webhook { id state newSecret }', input),
    secret: async (input: Record<string, unknown>): Promise<string> => {
      const { webhook, userErrors } = await mutate('upsertWebhook', 'webhook { newSecret }', input)
      if (webhook === null) throw new Error(JSON.stringify(userErrors))
      return webhook.newSecret
    },
    webhook: async (id: string): Promise<Json> => {
      const query = `query ($id: ID!) { webhook(id: $id) { id client state disabledReason disabledMessage pending deadLetters failingSince lastError nextAttemptAt secrets { expiresAt } newSecret } }`
      return (await gateway.query(query, { id }, viewer)).data.webhook
    },
    deliveries: async (id: string, statuses?: string[]): Promise<Json[]> => {
      const query = `query ($id: ID!, $filter: WebhookDeliveryFilter) {
        webhookDeliveries(webhookId: $id, filter: $filter, orderBy: QUEUED_ASC, first: 250) {
          nodes { id kind status body attempts attemptLog { status error answer } cursor settledAt }
        } }`
      const { data } = await gateway.query(query, { id, filter: statuses === undefined ? {} : { statuses } }, viewer)
      return data.webhookDeliveries?.nodes
    },
  }
}

/** One entry of the journal. */
const receive = (hub: TestHub, sku: string, quantity: number) =>
  hub.submit({ kind: 'receiveStock', sku, locationId: 'BER', quantity, reference: null })

const skuOf = ({ body }: Received): string => body.data?.availabilityChanged?.sku ?? body.data?.stockMovements?.sku
const quantityOf = ({ body }: Received): number => body.data?.availabilityChanged?.quantity

describe.each(DATABASE_KINDS)('webhooks on %s', (kind) => {
  let hub: TestHub
  let gateway: TestGateway
  let receiver: Receiver
  let hooks: ReturnType<typeof managed>

  beforeEach(async () => {
    hub = await openTestHub(kind)
    gateway = await startTestGateway(hub, { webhooks: {} })
    receiver = await Receiver.open()
    hooks = managed(gateway, 'partner')
    await hub.shop(['MUG', 'CUP', 'BOWL'], ['BER'])
  })
  afterEach(async () => {
    await gateway[Symbol.asyncDispose]()
    await receiver[Symbol.asyncDispose]()
    await hub[Symbol.asyncDispose]()
  })

  // Goal: any receiver that follows the specification can use it. Method: its own library verifies.
  test('what a subscription tells is posted, signed, and the same as over a socket', async () => {
    const secret = await hooks.secret({ id: 'w', url: receiver.url, document: STATES, variables: { skus: ['MUG'] } })
    // It begins when it is stored, whenever delivering begins.
    await hub.count('MUG', 'BER', 7)
    const message = await receiver.next()

    expect(verify(secret, message)).toEqual(message.body)
    expect(message.body).toEqual({ data: { availabilityChanged: { sku: 'MUG', quantity: 7 } } })
    expect(message.headers['content-type']).toBe('application/json')
    expect(messagesLike('webhooks', { payload: message.body, headers: message.headers })).toContain(
      'availabilityChanged',
    )
    const initial = STATES.replace('skus: $skus', 'skus: $skus, initial: true')
    await using live = gateway.subscribe(initial, { skus: ['MUG'] }, 'partner')
    expect(message.body).toEqual(await live.next(20_000))
    expect(() => verify(secret, { ...message, text: `${message.text} ` })).toThrow(/signature/i)

    const [logged] = await until(async () => {
      const all = await hooks.deliveries('w', ['DELIVERED'])
      return all.length > 0 ? all : undefined
    })
    expect(logged).toMatchObject({
      id: message.id,
      kind: 'RESULT',
      attempts: 1,
      attemptLog: [{ status: 204, error: null }],
    })
  })

  test('both secrets sign while one replaces the other, and none is ever told again', async () => {
    const input = {
      idempotencyKey: 'first',
      id: 'w',
      url: receiver.url,
      document: STATES,
      variables: { skus: ['MUG'] },
    }
    const first = await hooks.secret(input)
    const again = await hooks.upsert(input)
    expect(again).toMatchObject({ webhook: { id: 'w', newSecret: null }, userErrors: [] })
    const rotated = await hooks.mutate('rotateWebhookSecret', 'webhook { newSecret }', {
      id: 'w',
      overlapSeconds: 3_600,
    })
    const second: string = rotated.webhook.newSecret
    expect(second).toMatch(/^whsec_/)
    expect(second).not.toBe(first)
    await hub.count('MUG', 'BER', 7)
    const message = await receiver.next()
    expect(verify(first, message)).toEqual(message.body)
    expect(verify(second, message)).toEqual(message.body)
    expect((await hooks.webhook('w')).secrets).toEqual([{ expiresAt: null }, { expiresAt: expect.any(String) }])

    const last = (await hooks.mutate('rotateWebhookSecret', 'webhook { newSecret }', { id: 'w', overlapSeconds: 0 }))
      .webhook.newSecret
    await hub.count('MUG', 'BER', 8)
    const later = await receiver.next((one) => quantityOf(one) === 8)
    expect(() => verify(second, later)).toThrow(/signature/i)
    expect(verify(last, later)).toEqual(later.body)

    // Neither the graph nor the database gives it away.
    expect((await hooks.webhook('w')).newSecret).toBeNull()
    const { rows } = await sql<{ everything: string }>`
      select string_agg(t.line, ' ') as everything from (
        select webhook::text as line from webhook union all select webhook_secret::text from webhook_secret
        union all select encode(sealed, 'escape') from webhook_secret union all select result::text from idempotency_key
      ) t
    `.execute(hub.db.kysely)
    for (const secret of [first, second, last]) expect(rows[0]?.everything).not.toContain(secret.slice('whsec_'.length))
  })

  // Goal: a receiver with troubles misses nothing and sees each SKU's messages in their order. Method: it fails in every way, at random places.
  test('the journal comes whole and in the order of each SKU to a receiver that fails, hangs and is busy', async () => {
    await gateway[Symbol.asyncDispose]()
    gateway = await startTestGateway(hub, { webhooks: {}, config: { webhookTimeoutMs: 300 } })
    let calls = 0
    receiver.answer = () => {
      calls++
      return calls % 7 === 1 ? 500 : calls % 7 === 3 ? 'never' : calls % 7 === 5 ? 503 : 200
    }
    await managed(gateway).upsert({ id: 'w', url: receiver.url, document: JOURNAL, parallel: 8 })
    const wanted: Record<string, number[]> = { MUG: [], CUP: [], BOWL: [] }
    for (let round = 1; round <= 8; round++) {
      for (const [sku, quantities] of Object.entries(wanted)) {
        await receive(hub, sku, round)
        quantities.push(round)
      }
    }
    await until(
      () => (receiver.taken.length >= 24 ? true : undefined),
      60_000,
      () => String(receiver.taken.length),
    )
    const told: Record<string, number[]> = { MUG: [], CUP: [], BOWL: [] }
    for (const message of receiver.taken) told[skuOf(message)]?.push(message.body.data.stockMovements.quantity)
    expect(told).toEqual(wanted)
    // A repetition is the same message under the same id.
    const texts = Map.groupBy(receiver.received, ({ id }) => id)
    for (const messages of texts.values()) expect(new Set(messages.map(({ text }) => text)).size).toBe(1)
    expect(receiver.received.length).toBeGreaterThan(24)
  })

  // Goal: who fails is not hammered. Method: the moments at which a receiver that fails at everything is asked.
  test('a receiver that fails is left alone for longer and longer, up to a limit', async () => {
    await gateway[Symbol.asyncDispose]()
    gateway = await startTestGateway(hub, { webhooks: {}, config: { webhookRetryMsMax: 3_000 } })
    receiver.answer = () => 500
    await managed(gateway).upsert({ id: 'w', url: receiver.url, document: JOURNAL })
    await receive(hub, 'MUG', 1)
    await until(() => (receiver.received.length > 4 ? true : undefined), 40_000)
    const moments = receiver.received.map(({ at }) => at)
    const waits = moments.slice(1).map((at, index) => at - (moments[index] ?? 0))
    // Doubled from a second, and at least half of it.
    for (const [index, least] of [500, 1_000, 1_500, 1_500].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(least - CLOCKS_MS)
    }
    const longest = (await managed(gateway).webhook('w')).nextAttemptAt
    expect(Date.parse(longest)).toBeLessThanOrEqual(Date.now() + 3_000)
  })

  test('what a receiver asks for by Retry-After is heeded', async () => {
    receiver.answer = () => (receiver.received.length === 1 ? { status: 429, headers: { 'retry-after': '2' } } : 200)
    await hooks.upsert({ id: 'w', url: receiver.url, document: STATES, variables: { skus: ['MUG'] } })
    await hub.count('MUG', 'BER', 7)
    await until(() => (receiver.received.length > 1 ? true : undefined))
    const [first, second] = receiver.received
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2_000)
    expect(second?.id).toBe(first?.id)
  })

  test('of states a receiver that was away gets the newest of each SKU and not what was in between', async () => {
    receiver.answer = () => 503
    await hooks.upsert({
      id: 'w',
      url: receiver.url,
      document: STATES,
      variables: { skus: ['MUG', 'CUP'] },
      parallel: 1,
    })
    await hub.count('MUG', 'BER', 1)
    await receiver.next()
    for (let count = 2; count <= 30; count++) {
      await hub.count('MUG', 'BER', count)
      await hub.count('CUP', 'BER', count)
    }
    expect(await hooks.webhook('w')).toMatchObject({
      state: 'ENABLED',
      failingSince: expect.any(String),
      lastError: '503',
    })
    receiver.answer = () => 200
    await until(() =>
      receiver.taken.some((one) => skuOf(one) === 'CUP' && quantityOf(one) === 30) &&
      receiver.taken.some((one) => skuOf(one) === 'MUG' && quantityOf(one) === 30)
        ? true
        : undefined,
    )
    expect(receiver.taken.length).toBeLessThanOrEqual(8)
    const mugs = receiver.taken.filter((one) => skuOf(one) === 'MUG').map(quantityOf)
    expect(mugs).toEqual(mugs.toSorted((a, b) => a - b))
    expect(await hooks.webhook('w')).toMatchObject({ failingSince: null, lastError: null })
  })

  test('a gateway that goes in the middle loses nothing, and what it had sent comes again under the same id', async () => {
    receiver.answer = () => (receiver.received.length === 5 ? 'never' : 200)
    await managed(gateway).upsert({ id: 'w', url: receiver.url, document: JOURNAL, parallel: 1 })
    for (let round = 1; round <= 10; round++) await receive(hub, 'MUG', round)
    await until(() => (receiver.received.length === 5 ? true : undefined))
    await gateway[Symbol.asyncDispose]()
    for (let round = 11; round <= 15; round++) await receive(hub, 'MUG', round)
    receiver.answer = () => 200
    gateway = await startTestGateway(hub, { webhooks: {} })
    await until(() => (receiver.taken.length >= 15 ? true : undefined))
    expect(receiver.taken.map(({ body }) => body.data.stockMovements.quantity)).toEqual(
      Array.from({ length: 15 }, (_, index) => index + 1),
    )
    expect(receiver.received[5]?.id).toBe(receiver.received[4]?.id)
    expect(receiver.received.length).toBe(16)
  })

  test('two gateways deliver each message once, and one takes over from the other', async () => {
    await using second = await startTestGateway(hub, { webhooks: {} })
    const all = managed(gateway)
    for (const id of ['a', 'b', 'c', 'd']) await all.upsert({ id, url: receiver.url, document: JOURNAL })
    for (let round = 1; round <= 10; round++) await receive(hub, 'MUG', round)
    await until(() => (receiver.received.length >= 40 ? true : undefined))
    await gateway[Symbol.asyncDispose]()
    for (let round = 11; round <= 15; round++) await receive(hub, 'MUG', round)
    await until(() => (receiver.received.length >= 60 ? true : undefined))
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(receiver.received.length).toBe(60)
    for (const id of ['a', 'b', 'c', 'd']) {
      const told = receiver.received.filter(({ headers }) => headers['onhand-webhook'] === id)
      expect(told.map(({ body }) => body.data.stockMovements.quantity)).toEqual(
        Array.from({ length: 15 }, (_, index) => index + 1),
      )
    }
    expect(second.url).not.toBe(gateway.url)
    gateway = await startTestGateway(hub, { webhooks: {} })
  })

  // Goal: a process that was held up changes nothing of what another one drives since. Method: two take the same webhook one after the other, and the first one goes on.
  test('what a process writes after another one has taken over is refused', async () => {
    await hooks.upsert({ id: 'w', url: receiver.url, document: STATES, variables: { skus: ['MUG'] } })
    await gateway[Symbol.asyncDispose]()
    gateway = await startTestGateway(hub)
    hooks = managed(gateway, 'partner')
    const [first, second] = [0, 1].map(() => new WebhookQueue({ db: hub.db.kysely, secrets: hub.secrets }))
    if (first === undefined || second === undefined) throw new Error('There are no queues.')
    const [driven] = await first.lease(60_000, 1)
    if (driven === undefined) throw new Error('Nobody drives it.')
    expect(await second.lease(60_000, 1)).toEqual([])
    await hub.db.kysely
      .updateTable('webhook')
      .set({ driver_until: new Date(0) })
      .execute()
    expect(await second.lease(60_000, 1)).toEqual([driven])

    const message = { kind: 'RESULT', lane: 'MUG', conflates: true, body: '{}', cursor: null } as const
    expect(await second.enqueue(driven, [{ ...message, id: 'of the second' }], 'there')).toBe(true)
    expect(await first.enqueue(driven, [{ ...message, id: 'of the first' }], 'elsewhere')).toBe(false)
    const settlement = { id: 'of the second', status: 'DELIVERED', attempts: 1, nextAttemptAt: undefined } as const
    const condition = { failures: 3, failingSince: 0, nextAttemptAt: 0, lastError: 'Late.', lastDeliveredAt: undefined }
    expect(await first.settle(driven, [{ ...settlement, attempt: undefined }], condition)).toBe(false)
    expect(await first.disable(driven, 'GONE', 'Late.')).toBe(false)
    await first.release([driven.id])

    expect(await second.load(driven)).toMatchObject({
      cursor: 'there',
      failures: 0,
      pending: [{ id: 'of the second' }],
    })
    expect(await hooks.webhook('w')).toMatchObject({ state: 'ENABLED', pending: 1, lastError: null })
  })

  test('what a receiver refuses is put aside with its own words, the rest goes on, and it can be sent again', async () => {
    receiver.answer = (message) => (skuOf(message) === 'CUP' ? { status: 422, text: 'no such cup here' } : 200)
    const journal = managed(gateway)
    await journal.upsert({ id: 'w', url: receiver.url, document: JOURNAL })
    for (const sku of ['CUP', 'MUG', 'BOWL']) await receive(hub, sku, 4)
    const [dead] = await until(async () => {
      const letters = await journal.deliveries('w', ['DEAD'])
      return letters.length > 0 ? letters : undefined
    })
    expect(dead).toMatchObject({ attempts: 3, body: { data: { stockMovements: { sku: 'CUP', quantity: 4 } } } })
    expect(dead.attemptLog).toEqual(
      Array.from({ length: 3 }, () => ({ status: 422, error: '422', answer: 'no such cup here' })),
    )
    await until(() => (receiver.taken.length === 2 ? true : undefined))
    expect(await journal.webhook('w')).toMatchObject({
      state: 'ENABLED',
      deadLetters: 1,
      pending: 0,
      failingSince: null,
    })

    receiver.answer = () => 200
    await journal.mutate('replayWebhook', 'webhook { id }', { id: 'w', deliveryIds: [dead.id] })
    const again = await until(() => receiver.taken.find((one) => skuOf(one) === 'CUP'))
    expect(again.id).toBe(dead.id)
    await until(async () => ((await journal.webhook('w')).deadLetters === 0 ? true : undefined))
    expect(await journal.mutate('replayWebhook', 'webhook { id }', { id: 'w', deliveryIds: [dead.id] })).toMatchObject({
      userErrors: [{ code: 'WRONG_STATE', field: ['input', 'deliveryIds', '0'] }],
    })
  })

  test('a state that was put aside is not sent after a newer one', async () => {
    receiver.answer = (message) => (quantityOf(message) === 1 ? 400 : 200)
    await hooks.upsert({ id: 'w', url: receiver.url, document: STATES, variables: { skus: ['MUG'] } })
    await hub.count('MUG', 'BER', 1)
    await until(async () => ((await hooks.webhook('w')).deadLetters === 1 ? true : undefined))
    await hub.count('MUG', 'BER', 2)
    await receiver.next((one) => quantityOf(one) === 2)
    await until(async () => ((await hooks.deliveries('w', ['DELIVERED'])).length === 1 ? true : undefined))
    receiver.answer = () => 200
    await hooks.mutate('replayWebhook', 'webhook { id }', { id: 'w', allDeadLetters: true })
    await hub.count('MUG', 'BER', 3)
    await receiver.next((one) => quantityOf(one) === 3)
    expect(receiver.taken.map(quantityOf)).toEqual([2, 3])
    expect(await hooks.deliveries('w', ['SKIPPED'])).toMatchObject([
      { body: { data: { availabilityChanged: { quantity: 1 } } } },
    ])
  })

  // Goal: one message that a receiver cannot digest does not hold up the others. Method: it fails at one SKU only, as a bug of its own would.
  test('a message at which a receiver always fails is put aside when it takes others', async () => {
    receiver.answer = (message) => (skuOf(message) === 'CUP' ? 500 : 200)
    const journal = managed(gateway)
    await journal.upsert({ id: 'w', url: receiver.url, document: JOURNAL, parallel: 1 })
    await receive(hub, 'CUP', 1)
    await receiver.next((one) => skuOf(one) === 'CUP')
    for (let round = 1; round <= 12; round++) {
      await receive(hub, 'MUG', round)
      await until(() => (receiver.taken.filter((one) => skuOf(one) === 'MUG').length === round ? true : undefined))
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    await until(async () => {
      await receive(hub, 'MUG', 1)
      return (await journal.deliveries('w', ['DEAD'])).length === 1 ? true : undefined
    })
  })

  test('one that fails alone is put aside when the receiver takes a ping, and not while it takes nothing', async () => {
    receiver.answer = () => 500
    const journal = managed(gateway)
    await journal.upsert({ id: 'w', url: receiver.url, document: JOURNAL })
    await receive(hub, 'CUP', 1)
    await until(() => (receiver.received.length > 14 ? true : undefined))
    expect(await journal.webhook('w')).toMatchObject({ deadLetters: 0, pending: 1 })
    receiver.answer = ({ body }) => (body.type === 'ping' ? 200 : 500)
    await until(async () => ((await journal.webhook('w')).deadLetters === 1 ? true : undefined))
  })

  test('a receiver that has gone is told no more, and goes on where it stood when it is enabled again', async () => {
    receiver.answer = () => 410
    const journal = managed(gateway)
    await journal.upsert({ id: 'w', url: receiver.url, document: JOURNAL })
    await receive(hub, 'MUG', 1)
    await until(async () => ((await journal.webhook('w')).state === 'DISABLED' ? true : undefined))
    expect(await journal.webhook('w')).toMatchObject({ disabledReason: 'GONE', pending: 1 })
    await receive(hub, 'MUG', 2)
    receiver.answer = () => 200
    const before = receiver.received.length
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(receiver.received.length).toBe(before)
    await journal.upsert({ id: 'w', enabled: true })
    await until(() => (receiver.taken.length === 2 ? true : undefined))
    expect(receiver.taken.map(({ body }) => body.data.stockMovements.quantity)).toEqual([1, 2])
  })

  test('a receiver that fails for too long is disabled with the reason', async () => {
    await gateway[Symbol.asyncDispose]()
    gateway = await startTestGateway(hub, { webhooks: {}, config: { webhookDisableSeconds: 1 } })
    hooks = managed(gateway, 'partner')
    receiver.answer = () => ({ status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' } })
    await hooks.upsert({ id: 'w', url: receiver.url, document: STATES, variables: { skus: ['MUG'] } })
    await hub.count('MUG', 'BER', 1)
    const disabled = await until(async () => {
      const webhook = await hooks.webhook('w')
      return webhook.state === 'DISABLED' ? webhook : undefined
    })
    expect(disabled).toMatchObject({
      disabledReason: 'FAILING',
      disabledMessage: expect.stringMatching(/302: redirects are not followed/),
    })
  })

  test('what came after a point is told again', async () => {
    const journal = managed(gateway)
    const { cursor } = await journal.mutate('upsertWebhook', 'webhook { id }', {
      id: 'w',
      url: receiver.url,
      document: JOURNAL,
    })
    for (let round = 1; round <= 5; round++) await receive(hub, 'MUG', round)
    await until(() => (receiver.taken.length === 5 ? true : undefined))
    const log = await until(async () => {
      const delivered = await journal.deliveries('w', ['DELIVERED'])
      return delivered.length === 5 ? delivered : undefined
    })
    await journal.mutate('replayWebhook', 'webhook { id }', { id: 'w', after: log[2].cursor })
    await until(() => (receiver.taken.length === 7 ? true : undefined))
    await journal.mutate('replayWebhook', 'webhook { id }', { id: 'w', after: cursor })
    await until(() => (receiver.taken.length === 12 ? true : undefined))
    expect(receiver.taken.map(({ body }) => body.data.stockMovements.quantity)).toEqual([
      1, 2, 3, 4, 5, 4, 5, 1, 2, 3, 4, 5,
    ])
    expect(await journal.mutate('replayWebhook', 'webhook { id }', { id: 'w', after: 'nonsense' })).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', problem: 'VALUE_UNKNOWN' }],
    })
  })

  test('a ping says whether somebody is there, also while the receiver fails', async () => {
    receiver.answer = () => ({ status: 503, headers: { 'retry-after': '600' } })
    const secret = await hooks.secret({ id: 'w', url: receiver.url, document: STATES, variables: { skus: ['MUG'] } })
    await hub.count('MUG', 'BER', 1)
    await until(async () => ((await hooks.webhook('w')).failingSince === null ? undefined : true))
    receiver.answer = () => 200
    const { delivery } = await hooks.mutate('pingWebhook', 'delivery { id kind status }', { id: 'w' })
    expect(delivery).toMatchObject({ kind: 'PING', status: 'PENDING' })
    const message = await receiver.next(({ body }) => body.type === 'ping')
    expect(message.id).toBe(delivery.id)
    expect(verify(secret, message)).toEqual({ type: 'ping', webhookId: 'w' })
    expect(messagesLike('webhooks', { payload: message.body, headers: message.headers })).toEqual(['ping'])
    // It answers, so what waited comes at once.
    await until(() => receiver.taken.find((one) => quantityOf(one) === 1))
  })

  test('a reservation is followed to its end', async () => {
    const held = await hub.mutate('reservations', 'reserve', 'reservation { id }', {
      channelId: 'web',
      lines: [{ sku: 'MUG', quantity: 1 }],
    })
    expect(held.userErrors).toHaveLength(1)
    await hub.count('MUG', 'BER', 5)
    const { reservation } = await hub.mutate('reservations', 'reserve', 'reservation { id }', {
      channelId: 'web',
      lines: [{ sku: 'MUG', quantity: 1 }],
    })
    const document = 'subscription ($id: ID!) { reservationChanged(id: $id) { status } }'
    await hooks.upsert({ id: 'w', url: receiver.url, document, variables: { id: reservation.id } })
    await receiver.next(({ body }) => body.data.reservationChanged.status === 'HELD')
    await hub.mutate('reservations', 'releaseReservation', 'reservation { id }', { id: reservation.id })
    await receiver.next(({ body }) => body.data.reservationChanged.status === 'RELEASED')
    await until(async () => ((await hooks.webhook('w')).disabledReason === 'COMPLETED' ? true : undefined))
  })

  test('what is wrong with a document or an address is refused as over any other transport, and nothing is stored', async () => {
    const refused = async (input: Record<string, unknown>, viewer = 'partner') => {
      const query =
        'mutation ($input: UpsertWebhookInput!) { upsertWebhook(input: $input) { webhook { id } userErrors { code problem } } }'
      const { data, errors } = await gateway.query(
        query,
        { input: { idempotencyKey: randomUUID(), id: 'w', url: receiver.url, document: STATES, ...input } },
        viewer,
      )
      return errors[0]?.extensions.code ?? data.upsertWebhook.userErrors[0]
    }
    expect(await refused({ document: 'subscription {' })).toBe('BAD_USER_INPUT')
    expect(await refused({ document: '{ viewer { kind } }' })).toBe('BAD_USER_INPUT')
    expect(await refused({ variables: { skus: ['NOTHING'] } })).toBe('BAD_USER_INPUT')
    expect(await refused({ document: STATES.replace('web', 'elsewhere') })).toBe('FORBIDDEN')
    expect(await refused({ document: JOURNAL })).toBe('FORBIDDEN')
    expect(await refused({}, 'storefront')).toBe('FORBIDDEN')
    for (const url of [
      'http://10.0.0.1/',
      'https://[::1]/',
      'https://[::ffff:169.254.169.254]/',
      'http://192.0.2.1/',
      'ftp://x.test/',
      'https://user:pass@example.com/',
      'nonsense',
    ]) {
      expect(await refused({ url })).toBe('BAD_USER_INPUT')
    }
    expect(await refused({ parallel: 17 })).toEqual({ code: 'INVALID_INPUT', problem: 'NUMBER_OUT_OF_RANGE' })
    expect(await refused({ document: null })).toEqual({ code: 'INVALID_INPUT', problem: 'VALUE_MISSING' })
    expect(await hooks.webhook('w')).toBeNull()
  })

  test('clients see and change their own webhooks only; staff sees all, and changes nothing of what is sent where', async () => {
    await hooks.upsert({ id: 'w', url: receiver.url, document: STATES, variables: { skus: ['MUG'] } })
    const stranger = managed(gateway, 'stranger')
    expect(await stranger.webhook('w')).toBeNull()
    expect(await stranger.deliveries('w')).toBeUndefined()
    const others: [string, Record<string, unknown>][] = [
      ['upsertWebhook', { enabled: false }],
      ['deleteWebhook', {}],
      ['rotateWebhookSecret', {}],
      ['replayWebhook', { allDeadLetters: true }],
      ['pingWebhook', {}],
    ]
    for (const [name, input] of others) {
      const selection = name === 'pingWebhook' ? 'delivery { id }' : 'webhook { id }'
      expect(await stranger.mutate(name, selection, { id: 'w', ...input })).toMatchObject({
        userErrors: [{ code: 'NOT_FOUND' }],
      })
    }
    const desk = managed(gateway, 'operator')
    expect(await desk.webhook('w')).toMatchObject({ client: 'market', state: 'ENABLED' })
    expect(await desk.upsert({ id: 'w', url: `${receiver.url}/elsewhere` })).toMatchObject({
      userErrors: [{ code: 'WRONG_STATE', field: ['input', 'url'] }],
    })
    expect(await desk.upsert({ id: 'w', enabled: false })).toMatchObject({
      webhook: { state: 'DISABLED' },
      userErrors: [],
    })
    expect(await hooks.webhook('w')).toMatchObject({ disabledReason: 'BY_REQUEST' })
    expect(await hooks.mutate('deleteWebhook', 'webhook { id }', { id: 'w' })).toMatchObject({
      webhook: { id: 'w' },
      userErrors: [],
    })
    expect(await desk.webhook('w')).toBeNull()
  })

  test('a webhook ends with the credential of its owner', async () => {
    await gateway[Symbol.asyncDispose]()
    const { createApiKey, revokeApiKey } = await import('../../core/access/api-keys.ts')
    const key = await createApiKey(hub.db, { name: 'market', kind: 'partner', channels: ['web'], scopes: [] })
    gateway = await startTestGateway(hub, { webhooks: { isOpen: async () => false } })
    hooks = managed(gateway, 'partner')
    await hooks.upsert({ id: 'w', url: receiver.url, document: STATES, variables: { skus: ['MUG'] } })
    await hub.count('MUG', 'BER', 1)
    await receiver.next()
    await revokeApiKey(hub.db, key.id)
    await until(async () => ((await hooks.webhook('w')).disabledReason === 'OWNER_GONE' ? true : undefined))
    await hub.count('MUG', 'BER', 2)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(receiver.received.map(quantityOf)).toEqual([1])
  })
})
