import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Receiver, until, verify } from '../gateway/receiver.ts'
import { emptyDatabase } from '../support/database.ts'
import { HubProcess, TestClient } from './hub-process.ts'

const JOURNAL = 'subscription { stockMovements { sku quantity reference } }'

// Goal: an end without warning loses nothing. Method: kill -9 in the middle of deliveries, with a second hub beside it that takes over.
describe('webhooks of hubs that are killed', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>
  let receiver: Receiver
  let env: Record<string, string>
  beforeAll(async () => {
    database = await emptyDatabase()
    receiver = await Receiver.open()
    env = {
      DATABASE_URL: database.url,
      REDIS_URL: inject('servers').redisUrl,
      OUTGOING_ALLOW: '127.0.0.1',
      WEBHOOK_RETRY_MS_MAX: '200',
      DATABASE_POOL_SIZE: '4',
      LOG_LEVEL: 'debug',
    }
  })
  afterAll(async () => {
    await receiver[Symbol.asyncDispose]()
    await database[Symbol.asyncDispose]()
  })

  test('every entry of the journal arrives, in order, and repeated under its id only', {
    timeout: 180_000,
  }, async () => {
    await using first = await HubProcess.start(['start', '--port', '0'], env)
    let client = new TestClient(await first.url())
    await client.shop()
    receiver.answer = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return receiver.received.length % 5 === 0 ? 500 : 200
    }
    const { upsertWebhook } = await client.data(
      `mutation ($url: String!, $document: String!) {
        upsertWebhook(input: { idempotencyKey: "w", id: "w", url: $url, document: $document }) { webhook { newSecret } userErrors { message } }
      }`,
      { url: receiver.url, document: JOURNAL },
    )
    const secret: string = upsertWebhook.webhook.newSecret
    const receive = async (quantity: number) =>
      expect(await client.event('onhand.stock.received.v1', { sku: 'MUG', locationId: 'BER', quantity })).toMatchObject(
        {
          status: 'ACCEPTED',
        },
      )
    for (let quantity = 1; quantity <= 20; quantity++) await receive(quantity)
    await until(() => (receiver.taken.length >= 7 ? true : undefined), 60_000)

    await using second = await HubProcess.start(['start', '--port', '0'], env)
    const url = await second.url()
    await first.stop('SIGKILL')
    client = new TestClient(url)
    for (let quantity = 21; quantity <= 30; quantity++) await receive(quantity)
    await until(
      () => (receiver.taken.length >= 30 ? true : undefined),
      60_000,
      () => JSON.stringify(receiver.taken.map(({ body }) => body)),
    )
    expect(receiver.taken.map(({ body }) => body.data.stockMovements.quantity)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    )
    for (const message of receiver.taken) expect(verify(secret, message)).toEqual(message.body)
    // Neither process writes the secret into its log.
    for (const { stdout, stderr } of [first, second])
      expect(stdout + stderr).not.toContain(secret.slice('whsec_'.length))

    expect((await client.get('/metrics')).text).toMatch(/^onhand_webhook_deliveries_total\{result="delivered"\} [1-9]/m)
    expect(await second.stop()).toBe(0)
  })
})
