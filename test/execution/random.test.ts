import { compareAtRandom } from './at-random.ts'

compareAtRandom(300, 120_000)
