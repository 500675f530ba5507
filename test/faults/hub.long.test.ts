import { describe, test } from 'vitest'
import { crashHub, twoHubs } from './hub-rounds.ts'

// The same as hub.test.ts, so often that the rare moments are met as well.
describe('a hub under load through the graph, for long', () => {
  test('survives kill -9 and a crash of PostgreSQL', () => crashHub(50), 3_600_000)
  test('shares its database with another one, also when one of the two is killed', () => twoHubs(30), 3_600_000)
})
