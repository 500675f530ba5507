import { cpus } from 'node:os'
import { Command } from 'commander'
import { measurePositions } from './erp/positions.ts'
import { measureTryton } from './erp/tryton.ts'
import { listOf, numberOf } from './support/options.ts'
import { openServer } from './support/server.ts'

/*
 * In step with an ERP: both directions against a real Tryton, beside what that takes of a bare client in the same run; a backlog after an outage; and comparing a million positions.
 *
 *     npm run bench -- erp [options]
 */

const PARTS = ['ways', 'backlog', 'positions'] as const

interface Options {
  readonly parts: (typeof PARTS)[number][]
  readonly movements: number
  readonly backlog: number
  readonly positions: number
}

const options = new Command('npm run bench -- erp')
  .description(
    'Both directions against a real Tryton beside its own limit, a backlog after an outage, and comparing a million positions.',
  )
  .option('--parts <list>', `some of ${PARTS.join(',')}`, listOf(PARTS), [...PARTS])
  .option('--movements <n>', 'movements each way', numberOf(100, 10_000), 1_000)
  .option('--backlog <n>', 'movements that wait while the ERP is away', numberOf(100, 100_000), 10_000)
  .option('--positions <n>', 'positions that are compared', numberOf(1_000, 5_000_000), 1_000_000)
  .parse()
  .opts<Options>()

await using server = await openServer()
console.log(`${await server.describe()}; ${cpus().length} cores, Node ${process.version}`)
if (options.parts.includes('positions')) await measurePositions(server, options.positions)
if (options.parts.includes('ways') || options.parts.includes('backlog')) {
  await measureTryton(server, {
    movements: options.parts.includes('ways') ? options.movements : 0,
    backlog: options.parts.includes('backlog') ? options.backlog : 0,
  })
}
