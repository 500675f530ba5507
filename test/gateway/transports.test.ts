import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Wire } from '../edge/wire.ts'
import { CLIENTS, type Subscribe } from './clients.ts'
import { openTestGateway, type TestGateway } from './support.ts'

type Json = ReturnType<typeof JSON.parse>

const WATCH = `subscription Watch($skus: [ID!]!, $channelId: ID!, $initial: Boolean!, $after: Cursor) {
  availabilityChanged(skus: $skus, channelId: $channelId, initial: $initial, after: $after) { sku quantity status item { title } cursor }
}`

/** What one client has heard. */
class Listener implements Disposable {
  readonly quantities: Record<string, number> = {}
  readonly heard: Json[] = []
  readonly errors: Json[] = []
  over = false
  failure: unknown
  readonly #stop: () => void

  constructor(
    subscribe: Subscribe,
    {
      query = WATCH,
      ...asked
    }: { url: string; query?: string; variables: Record<string, unknown>; authorization?: string },
  ) {
    this.#stop = subscribe(
      { query, ...asked, cursorIn: ({ availabilityChanged: { cursor } }) => cursor },
      {
        result: ({ data, errors }) => {
          if (errors !== undefined) this.errors.push(...errors)
          if (data?.availabilityChanged == null) return
          this.heard.push(data.availabilityChanged)
          this.quantities[data.availabilityChanged.sku] = data.availabilityChanged.quantity
        },
        over: (failure) => {
          this.over = true
          this.failure = failure
        },
      },
    )
  }

  [Symbol.dispose](): void {
    this.#stop()
  }
}

describe.each(Object.entries(CLIENTS))('a subscription by %s', (_name, subscribe) => {
  let gateway: TestGateway
  const partner = { authorization: 'Bearer partner' }
  const variables = { skus: ['MUG', 'BOWL'], channelId: 'web', initial: true }
  const poll = { timeout: 10_000, interval: 20 }

  beforeAll(async () => {
    gateway = await openTestGateway('pglite')
    await gateway.hub.shop(['MUG', 'BOWL'], ['BER'])
  })
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]()
  })

  async function open(): Promise<number> {
    const text = await (await fetch(`${gateway.url}/metrics`)).text()
    return Number(/^onhand_subscriptions_open (.+)$/m.exec(text)?.[1])
  }

  test('begins with the present state, goes on with every change, and is gone when its client is', async () => {
    await gateway.hub.count('MUG', 'BER', 3)
    {
      using listener = new Listener(subscribe, { url: gateway.url, variables, ...partner })
      await expect.poll(() => listener.quantities, poll).toEqual({ MUG: 3, BOWL: 0 })
      await gateway.hub.count('BOWL', 'BER', 7)
      await expect.poll(() => listener.quantities, poll).toEqual({ MUG: 3, BOWL: 7 })
      await gateway.hub.count('BOWL', 'BER', 0)
      await expect.poll(() => listener.quantities, poll).toEqual({ MUG: 3, BOWL: 0 })
      expect(listener.heard[0]).toMatchObject({ status: expect.any(String), item: { title: listener.heard[0].sku } })
      expect(listener.errors).toEqual([])
      expect(await open()).toBe(1)
    }
    await expect.poll(open, poll).toBe(0)
  })

  // Goal: what is told is shaped alike, whatever carries it. Method: in bands, when the status changes, changes within a band and a status are made in between.
  test('is told bands in place of quantities, and only what has another status', async () => {
    await gateway.hub.submit({
      kind: 'upsertChannel',
      id: 'shy',
      name: 'Shy',
      bands: [5, 20],
      locations: [{ locationId: 'BER' }],
    })
    await gateway.hub.count('MUG', 'BER', 30)
    const shaped = WATCH.replace('after: $after', 'after: $after, onlyWhen: STATUS_CHANGES')
    const asked = { skus: ['MUG'], channelId: 'shy', initial: true }
    using listener = new Listener(subscribe, {
      url: gateway.url,
      query: shaped,
      variables: asked,
      authorization: 'Bearer shy',
    })
    await expect.poll(() => listener.quantities, poll).toEqual({ MUG: 20 })
    for (const quantity of [28, 17, 3]) await gateway.hub.count('MUG', 'BER', quantity)
    await gateway.hub.count('MUG', 'BER', 0)
    await expect.poll(() => listener.quantities, poll).toEqual({ MUG: 0 })
    await gateway.hub.count('MUG', 'BER', 4)
    await expect.poll(() => listener.quantities, poll).toEqual({ MUG: 1 })
    expect(listener.heard.map(({ quantity, status }) => ({ quantity, status }))).toEqual([
      { quantity: 20, status: 'IN_STOCK' },
      { quantity: 0, status: 'OUT_OF_STOCK' },
      { quantity: 1, status: 'IN_STOCK' },
    ])
    expect(listener.errors).toEqual([])
  })

  test('resumes where it was cut off', async () => {
    await using wire = await Wire.to(Number(new URL(gateway.url).port))
    await gateway.hub.count('MUG', 'BER', 3)
    using listener = new Listener(subscribe, { url: `http://127.0.0.1:${wire.port}`, variables, ...partner })
    await expect.poll(() => listener.quantities, poll).toEqual({ MUG: 3, BOWL: 0 })
    const before = listener.heard.length
    wire.cut()
    await gateway.hub.count('MUG', 'BER', 4)
    await gateway.hub.count('MUG', 'BER', 5)
    await expect.poll(open, poll).toBe(0)
    wire.mend()
    await expect.poll(() => listener.quantities, poll).toEqual({ MUG: 5, BOWL: 0 })
    // What has not changed is not told again: it did not begin anew.
    expect(listener.heard.slice(before).map(({ sku }) => sku)).toEqual(['MUG'])
  })

  test.each([
    [
      'a document that is not valid',
      'admin',
      { query: 'subscription { availabilityChanged { nothing } }' },
      'BAD_USER_INPUT',
    ],
    ['a field for others', 'storefront', {}, 'FORBIDDEN'],
    ['a channel of others', 'stranger', {}, 'FORBIDDEN'],
    ['an unknown SKU', 'partner', { variables: { ...variables, skus: ['HAT'] } }, 'BAD_USER_INPUT'],
    [
      'a variable that does not fit',
      'partner',
      { variables: { ...variables, skus: 'MUG', initial: 7 } },
      'BAD_USER_INPUT',
    ],
    ['no cursor', 'partner', { variables: { ...variables, after: 'yesterday' } }, 'BAD_USER_INPUT'],
  ])('is refused for %s', async (_what, viewer, more, code) => {
    using listener = new Listener(subscribe, {
      url: gateway.url,
      variables,
      authorization: `Bearer ${viewer}`,
      ...more,
    })
    await expect.poll(() => listener.errors.length, poll).toBeGreaterThan(0)
    await expect.poll(() => listener.over, poll).toBe(true)
    expect(new Set(listener.errors.map((error) => error.code))).toEqual(new Set([code]))
    expect(listener.heard).toEqual([])
    await expect.poll(open, poll).toBe(0)
  })
})
