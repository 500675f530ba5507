import { test } from 'vitest'
import { changePolicyOf } from './policy-change.ts'

test('a change of a policy that bears on 100,000 SKUs does not stall other news', { timeout: 900_000 }, () =>
  changePolicyOf(100_000, 20),
)
