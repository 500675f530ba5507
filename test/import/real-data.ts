import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TestContext } from 'vitest'

/** Where the Online Retail data (Daqing Chen, UCI, CC BY 4.0, DOI 10.24432/C5BW33) lies when it is at hand: beside the repository, not in it. */
const FOLDER = fileURLToPath(new URL('../../../shared/data/online-retail', import.meta.url))

/** The folder of the real data; where it is not at hand the test says so, and that it saw nothing. */
export function realData({ skip }: Pick<TestContext, 'skip'>): string {
  if (!existsSync(FOLDER)) {
    const missing = `The Online Retail data is not at ${FOLDER}: this test has nothing to read. Put it there to run it.`
    console.warn(missing)
    skip(missing)
  }
  return FOLDER
}
