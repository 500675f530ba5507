import { expect, test } from 'vitest'
import { openEdgeHub } from '../edge/edge-hub.ts'
import { IsolationTrial } from './isolation-trial.ts'

// Goal: with all the sharing of results nobody is ever shown what was read for somebody else. Method: many of all kinds, channels and scopes select the
// same of the same SKUs; keys change hands, lose channels and are revoked in the middle of it; each value that arrives is judged.
test('nobody is ever shown a value of another access class', { timeout: 180_000 }, async () => {
  await using hub = await openEdgeHub('postgres')
  await using trial = await IsolationTrial.open(hub, 16)
  await trial.expectHeard()
  await trial.run(1_500)
  trial.expectNoLeaks()
  await trial.changeKeys()
  // Those whose keys are remembered for some seconds are judged by what they are worth from then on.
  await trial.run(9_000)

  expect(await trial.expectWhole()).toBeGreaterThan(5)
  trial.expectNoLeaks()
})
