import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Follower } from './follower.ts'
import { LiveWorld, SKUS } from './world.ts'
import { Writers } from './writers.ts'

/** So that the state of each SKU is some 100 KiB: a tick of all of them is more than a connection takes at once. */
const BIG = `quantity ${Array.from({ length: 1_500 }, (_, index) => `copyOfTheChannelId${index}: channelId`).join(' ')}`
const BURSTS = 8

// Goal: whoever comes back is told every SKU that it was not told, and no luck is needed for it: nothing changes afterwards that would mend a gap.
describe('a client that resumes skips no SKU', () => {
  let world: LiveWorld
  let writers: Writers
  beforeAll(async () => {
    // Far from being stopped for reading slowly.
    world = await LiveWorld.start({ SOCKET_STALL_MS: '60000' })
    writers = new Writers(world.gateways)
    await writers.burst()
  }, 600_000)
  afterAll(() => world?.[Symbol.asyncDispose]())

  async function expectWhole(followers: readonly Follower[]): Promise<void> {
    for (const [index, { states, client }] of followers.entries()) {
      const known = () => SKUS.map((sku) => [sku, states.get(sku)?.quantity])
      const truth = SKUS.map((sku) => [sku, writers.onHand.get(sku)])
      await expect.poll(known, { timeout: 30_000, message: `client ${index}` }).toEqual(truth)
      expect(client.problems).toEqual([])
    }
  }

  test('dropped in the middle of a tick, after each number of events, and coming back at the other gateway', async () => {
    await using clients = new AsyncDisposableStack()
    const urls = world.gateways.map(({ url }) => url)
    const followers = SKUS.map((_sku, index) =>
      clients.use(
        new Follower({
          urls: index % 2 === 0 ? urls : [...urls].reverse(),
          habit: 'steady',
          // Those who follow all, and those who follow the whole channel.
          skus: index % 4 < 2 ? SKUS : null,
          selection: 'quantity',
        }),
      ),
    )
    await expectWhole(followers)

    for (const [index, { client }] of followers.entries()) client.dropAfter(index + 1)
    await writers.burst()
    await expectWhole(followers)
    for (const [index, { client }] of followers.entries()) {
      // The last one had been told everything.
      expect(client.closed.length, `client ${index}`).toBe(1)
    }
  })

  test('dropped while its states are conflated, because it reads slower than they change', async () => {
    await using clients = new AsyncDisposableStack()
    const urls = world.gateways.map(({ client }) => client.url)
    const drops = [1, 7, 39, 40, 41, 55]
    const followers = drops.map(() => clients.use(new Follower({ urls, habit: 'steady', skus: SKUS, selection: BIG })))
    await expectWhole(followers)
    const before = followers.map(({ events }) => events)

    for (const { client } of followers) client.stopReading()
    for (let burst = 0; burst < BURSTS; burst++) await writers.burst(burst % 2)
    for (const [index, { client }] of followers.entries()) {
      client.dropAfter(drops[index] ?? 0)
      client.readAgain()
    }
    await expectWhole(followers)
    for (const [index, { client, events }] of followers.entries()) {
      expect(client.closed.length, `client ${index}`).toBe(1)
      expect(events - (before[index] ?? 0), `client ${index}`).toBeLessThan(BURSTS * SKUS.length)
    }
  })
})
