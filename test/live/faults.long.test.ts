import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { faults } from './faults.ts'
import { Trial } from './trial.ts'

const ROUNDS = 20

// The long form: each of them for longer, and then two at once, in any order.
describe('clients that follow stock live, for long', () => {
  let trial: Trial
  beforeAll(async () => {
    trial = await Trial.start()
  }, 600_000)
  afterAll(() => trial?.[Symbol.asyncDispose]())

  test.each(faults(6_000).map((fault) => [fault.name, fault] as const))('%s', (_name, fault) => trial.survives(fault))

  test('any two at once, over and over', { timeout: 1_800_000 }, async () => {
    // Those that start and stop the same server would get in each other's way; what they do to networks and gateways may overlap.
    const [servers, others] = [true, false].map((ofServers) =>
      faults(3_000).filter(({ name }) => /^(Redis|PostgreSQL)/.test(name) === ofServers),
    )
    for (let round = 0; round < ROUNDS; round++) {
      const [one, other] = [servers, others].map((list = []) => list[Math.floor(Math.random() * list.length)])
      if (one === undefined || other === undefined) throw new Error('There are no faults.')
      await trial.survives({
        name: `${one.name}, and ${other.name}`,
        async happen(world) {
          // What has to be told while two happen depends on both: nobody waits for it.
          const later = sleep(Math.random() * 2_000)
          await Promise.all([one.happen(world, []), later.then(() => other.happen(world, []))])
        },
      })
    }
  })
})
