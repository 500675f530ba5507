import { compareAtRandom } from './at-random.ts'

compareAtRandom(4_000, 3_600_000)
