import '../hub/keep-young.ts'
import { fileURLToPath } from 'node:url'

/*
 * Runs one benchmark:
 *
 *     npm run bench -- <name> [arguments]
 */

interface Benchmark {
  readonly name: string
  readonly takes: string
  readonly does: string
}

/** Each is a file of this folder that runs when it is loaded, and reads its arguments as if it had been called itself. */
const BENCHMARKS: readonly Benchmark[] = [
  {
    name: 'import',
    takes: '[folder]',
    does: 'the year of trade through the door for events, beside bare batched inserts on the same server',
  },
  {
    name: 'reservations',
    takes: '[options]',
    does: 'reserving in process, journal and all, beside what else could be picked: orders/s, oversold units, double effects',
  },
  {
    name: 'processes',
    takes: '[options]',
    does: 'two hub processes on one database under one load: orders/s, guarantees, deadlocks',
  },
  {
    name: 'growth',
    takes: '[options]',
    does: 'the same orders against an empty database and against ten million journal entries, and a channel of 400 locations',
  },
  {
    name: 'expiry',
    takes: '[options]',
    does: 'holds that end while 100,000 others go on: milliseconds until they are swept and told, with one worker and two',
  },
  {
    name: 'graph',
    takes: '[options]',
    does: '`reserve` over HTTP: the hub as one process on one core, PostgreSQL and the load on the others',
  },
  {
    name: 'erp',
    takes: '[options]',
    does: 'both directions against a real Tryton beside its own limit, a backlog after an outage, a million positions compared',
  },
  {
    name: 'fanout',
    takes: '[options]',
    does: 'live availability to thousands of sockets, beside a bare broadcast and the usual ways: deliveries/s, memory, latency',
  },
]

const HELP = `Usage: npm run bench -- <name> [arguments]

Measures on a real, durable PostgreSQL: the server of DATABASE_URL, in a new database of its own, or one that it starts
from the binaries on this machine.

Commands:
${BENCHMARKS.map(({ name, takes, does }) => `  ${`${name} ${takes}`.padEnd(25)}${does}`).join('\n')}

npm run bench -- <name> --help says what each takes. Figures of a machine that does other work at the same time mean nothing.
`

const [name, ...rest] = process.argv.slice(2)
if (name === '--help' || name === '-h' || name === 'help') {
  console.log(HELP)
} else if (BENCHMARKS.some((benchmark) => benchmark.name === name)) {
  const file = new URL(`./${name}.ts`, import.meta.url)
  process.argv.splice(1, process.argv.length - 1, fileURLToPath(file), ...rest)
  await import(file.href)
} else {
  console.error(name === undefined ? 'Say which benchmark.' : `There is no benchmark "${name}".`)
  console.error(HELP)
  process.exitCode = 2
}
