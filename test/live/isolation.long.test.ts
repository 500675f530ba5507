import { expect, test } from 'vitest'
import { openEdgeHub } from '../edge/edge-hub.ts'
import { IsolationTrial } from './isolation-trial.ts'

// The long form: more of them, and keys change hands again and again.
test('nobody is ever shown a value of another access class, for long', { timeout: 600_000 }, async () => {
  await using hub = await openEdgeHub('postgres')
  await using trial = await IsolationTrial.open(hub, 48)
  await trial.expectHeard()
  for (let change = 0; change < 4; change++) {
    await trial.changeKeys()
    await trial.run(20_000)
    trial.expectNoLeaks()
  }
  expect(await trial.expectWhole()).toBeGreaterThan(5)
  trial.expectNoLeaks()
})
