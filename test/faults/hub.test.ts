import { describe, test } from 'vitest'
import { crashHub, twoHubs } from './hub-rounds.ts'

// Keys of requests, versions of buckets, the order of locks and durable commits were taken out, one at a time; what was seen then stands in the messages of the commits that changed this file.
describe('a hub under load through the graph', () => {
  test('survives kill -9 and a crash of PostgreSQL', () => crashHub(5), 600_000)
  test('shares its database with another one, also when one of the two is killed', () => twoHubs(1), 600_000)
})
