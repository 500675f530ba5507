import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allOf, faults } from './faults.ts'
import { Trial } from './trial.ts'

// Goal: nobody who listens is left with a wrong number, whatever fails. Method: two gateways, a writer at each, clients that stay, break off in the middle
// of a tick and stall; to these everything happens that can; afterwards each client's state is compared with the database's.
describe('clients that follow stock live', () => {
  let trial: Trial
  beforeAll(async () => {
    // Looked at once a minute, so that a lost message is found by its number or by Redis being away, and by nothing else.
    trial = await Trial.start({ FEED_POLL_MS: '60000' })
  }, 600_000)
  afterAll(() => trial?.[Symbol.asyncDispose]())

  test.each(faults().map((fault) => [fault.name, fault] as const))('%s', (_name, fault) => trial.survives(fault))

  test('what changes while Redis is away is told although nothing happens afterwards', async () => {
    const { redis } = trial.world
    await redis.kill()
    await trial.world.busIs('down')
    await trial.writers.burst(0)
    await trial.writers.burst(1)
    await redis.start()
    await trial.world.busIs('up')
    await trial.expectHealed()
  })

  test('the database gets a new epoch, as after it was restored: everybody is told everything anew, and why', async () => {
    await trial.survives({
      name: 'new epoch',
      async happen({ redis }) {
        await trial.world.renewEpoch()
        // A gateway looks at the epoch when something is said to have changed, and here nothing was said.
        await redis.restart()
      },
      told(clients) {
        for (const { snapshots } of allOf(clients)) expect(snapshots).toContain('epoch-changed')
      },
    })
  })
})
