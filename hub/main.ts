import './keep-young.ts'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { VIEWER_KINDS } from '../core/access/viewer-kinds.ts'
import { type Config, ConfigError, readConfig, SETTINGS, type SettingName } from '../core/config.ts'
import { isSubgraphName, SUBGRAPHS } from '../schema/index.ts'
import { EXIT, UsageError } from './errors.ts'
import type { Running } from './lifetime.ts'

/**
 * The command line. Each command loads its own code, so that `--help` and small commands do not wait for the gateway. Exit codes: 0 done, 1 failed or
 * differences found, 2 called or set up wrongly.
 */
const program = new Command('onhand')
  .description('Onhand: a federated GraphQL hub for live retail inventory.')
  .usage('<command> [options]      (npm run hub -- <command> [options])')
  .showHelpAfterError('(add --help for what can be given)')
  .exitOverride()
  .addHelpText('after', '\nExit codes: 0 done, 1 failed or differences found, 2 called or set up wrongly.\n')

/** Errors whose message says all that the caller needs. */
const FORESEEN = new Set(['FolderInUse', 'UnreadableFile', 'LedgerUnavailable', 'AccessUnavailable'])

/** What commands need to know that only work on the database. */
const DATABASE_SETTINGS = ['DATABASE_URL', 'DATA_DIR', 'LOG_LEVEL'] as const

interface Address {
  readonly host?: string
  readonly port?: number
}

const host = () => new Option('--host <address>', 'address to listen on (instead of HOST)')
const port = () =>
  new Option('--port <number>', 'port to listen on, 0 for a free one (instead of PORT)').argParser(portOf)

command(
  'start',
  'everything in one process: gateway, subgraphs, POST /events and worker; embedded unless DATABASE_URL is set',
  allSettings(),
)
  .addOption(host())
  .addOption(port())
  .action(async (address: Address) => {
    await serve('hub', configured(address), async (options) => (await import('./start.ts')).startHub(options))
  })

command(
  'demo',
  'the hub on an embedded database, filled with a small chain of stores and alive with traffic',
  allSettings(),
)
  .addOption(host())
  .addOption(port())
  .option('--seed <number>', 'repeats the same chances', wholeOf(0, 2 ** 32 - 1))
  .option('--rate <per second>', 'how many things happen in a second', numberOf(0.1, 1_000), 15)
  .option('--for <seconds>', 'ends by itself after that long', numberOf(1, 86_400 * 30))
  .action(async (options: Address & { seed?: number; rate: number; for?: number }) => {
    const { runDemo } = await import('./demo/demo.ts')
    await runDemo({ config: configured(options), rate: options.rate, seed: options.seed, seconds: options.for })
  })

command(
  'gateway',
  'the gateway with POST /events alone, and those subgraphs whose SUBGRAPH_<NAME>_URL is not set',
  allSettings(),
)
  .addOption(host())
  .addOption(port())
  .action(async (address: Address) => {
    await serve('gateway', configured(address), async (options) => {
      const { requireServers, startHub } = await import('./start.ts')
      requireServers(options, 'The gateway')
      return startHub({ ...options, worker: false, migrations: 'require' })
    })
  })

command('subgraph', 'one subgraph alone, for a gateway to reach by SUBGRAPH_<NAME>_URL', allSettings())
  .argument('<name>', SUBGRAPHS.join(', '), subgraphOf)
  .addOption(host())
  .addOption(port())
  .action(async (name: (typeof SUBGRAPHS)[number], address: Address) => {
    await serve(`subgraph ${name}`, configured(address), async (options) =>
      (await import('./serve-subgraph.ts')).serveSubgraph(name, options),
    )
  })

command(
  'worker',
  'what happens without being asked for, alone: holds expire, parked events end, balances are audited',
).action(async () => {
  await serve('worker', configured(), async (options) => (await import('./serve-worker.ts')).serveWorker(options))
})

command('migrate', 'bring the tables of the database up to this version').action(async () => {
  await (await import('./commands/database.ts')).migrateCommand(configured())
})

command('import', 'import real data').addCommand(
  subcommand('online-retail', 'a year of trade of a British shop, through the same door as every event')
    .argument('<folder>', 'with transactions.csv.gz, skus.csv.gz and adjustments.csv.gz')
    .option(
      '--opening-stock <auto|units>',
      'units of each SKU before the first line; auto: as few as suffice',
      openingOf,
      'auto',
    )
    .action(async (folder: string, { openingStock }: { openingStock: 'auto' | number }) => {
      await (await import('./commands/import.ts')).importCommand(configured(), folder, openingStock)
    }),
)

command(
  'audit',
  'compare balances, lines and feed numbers with the journal, and propose corrections; ends with 1 when something differs',
)
  .option(
    '--apply [fingerprint]',
    'correct what is found; with a fingerprint only if it is exactly what was shown with it',
    false,
  )
  .action(async ({ apply }: { apply: boolean | string }) => {
    await (await import('./commands/database.ts')).auditCommand(configured(), apply)
  })

command(
  'rebuild',
  'derive all positions from the journal again; says what differs, and ends with 1 when something does',
)
  .option('--apply', 'write the derived balances where they differ', false)
  .action(async ({ apply }: { apply: boolean }) => {
    await (await import('./commands/database.ts')).rebuildCommand(configured(), apply)
  })

const keys = command('keys', 'API keys: who may ask')
keys.addCommand(
  subcommand(
    'create',
    'make a key; it is shown once and kept as a hash. The first key closes a hub that was open to all',
  )
    .requiredOption('--name <client>', 'the client that uses it; keys of one name are one client')
    .addOption(new Option('--kind <kind>', 'what it may do').choices(VIEWER_KINDS).makeOptionMandatory())
    .option(
      '--channels <ids>',
      'the channels it may see, separated by commas; needed for storefronts and partners',
      listOf,
    )
    .option('--scopes <scopes>', 'separated by commas', listOf, [])
    .action(
      async (options: { name: string; kind: (typeof VIEWER_KINDS)[number]; channels?: string[]; scopes: string[] }) => {
        await (await import('./commands/keys.ts')).createKeyCommand(configured(), options)
      },
    ),
)
keys.addCommand(
  subcommand('list', 'all keys, without what could be used').action(async () => {
    await (await import('./commands/keys.ts')).listKeysCommand(configured())
  }),
)
keys.addCommand(
  subcommand('revoke', 'end a key: it is refused within five seconds')
    .argument('<id>', 'as shown by list')
    .action(async (id: string) => {
      await (await import('./commands/keys.ts')).revokeKeyCommand(configured(), id)
    }),
)

const mappings = command('mappings', 'mappings: how what other systems post in their own JSON becomes events')
mappings.addCommand(
  subcommand('check', 'try the mappings of files on their examples, and show what comes out otherwise', [])
    .argument('<files...>', 'one mapping each')
    .action(async (files: string[]) => {
      await (await import('./commands/mappings.ts')).checkMappingsCommand(files)
    }),
)
mappings.addCommand(
  subcommand(
    'put',
    'try them and put them in place: systems post to /events/mapped/<name>, or to /events/mapped/<name>/<version>',
  )
    .argument('<files...>', 'one mapping each; a version that is there already stays as it is')
    .option(
      '--renames',
      'even where events come under other names than by the version before: what is sent again is booked twice then',
    )
    .action(async (files: string[], options: { renames?: boolean }) => {
      await (await import('./commands/mappings.ts')).putMappingsCommand(configured(), files, options)
    }),
)
mappings.addCommand(
  subcommand('list', 'all versions of all mappings').action(async () => {
    await (await import('./commands/mappings.ts')).listMappingsCommand(configured())
  }),
)
mappings.addCommand(
  subcommand('retire', 'map nothing by a version any more; what was recorded stays')
    .argument('<name>', 'as shown by list')
    .argument('<version>', 'as shown by list', wholeOf(1, 1_000_000))
    .action(async (name: string, version: number) => {
      await (await import('./commands/mappings.ts')).retireMappingCommand(configured(), name, version)
    }),
)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}

function command(name: string, description: string, settings: readonly SettingName[] = DATABASE_SETTINGS): Command {
  const made = subcommand(name, description, settings)
  program.addCommand(made)
  return made
}

function subcommand(name: string, description: string, settings: readonly SettingName[] = DATABASE_SETTINGS): Command {
  return new Command(name)
    .description(description)
    .copyInheritedSettings(program)
    .addHelpText('after', () => settingsHelp(settings))
}

function allSettings(): SettingName[] {
  return Object.keys(SETTINGS).filter((name): name is SettingName => Object.hasOwn(SETTINGS, name))
}

function configured({ host, port }: Address = {}): Config {
  const config = readConfig()
  return { ...config, host: host ?? config.host, port: port ?? config.port }
}

async function serve(
  part: string,
  config: Config,
  start: (options: import('./parts.ts').PartsOptions) => Promise<Running>,
): Promise<void> {
  const [{ openLog }, { runUntilSignal }] = await Promise.all([import('./log.ts'), import('./lifetime.ts')])
  const log = openLog(config.logLevel, part)
  await runUntilSignal((signal) => start({ config, log, signal }), { log, graceMs: config.shutdownGraceMs })
}

/** What went wrong, on standard error: in a sentence where the caller can mend it, with the place where nobody foresaw it. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  if (error instanceof ConfigError || error instanceof UsageError || isNamed(error, 'InvalidApiKey')) {
    console.error(error.message)
    return EXIT.usage
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    console.error(`${error.message}. Choose another port with --port or PORT; 0 takes a free one.`)
    return EXIT.failed
  }
  const foreseen = error instanceof Error && FORESEEN.has(error.name)
  console.error(foreseen ? error.message : error)
  return EXIT.failed
}

function isNamed(error: unknown, name: string): error is Error {
  return error instanceof Error && error.name === name
}

function settingsHelp(names: readonly SettingName[]): string {
  if (names.length === 0) return ''
  const lines = names.map((name) => {
    const setting = SETTINGS[name]
    return `  ${name.padEnd(27)}${setting.description}\n${' '.repeat(29)}${setting.range}; default: ${setting.default}`
  })
  return `\nSettings, from the environment:\n${lines.join('\n')}\n`
}

function portOf(text: string): number {
  return wholeOf(0, 65_535)(text)
}

function wholeOf(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (number >= min && number <= max) return number
    throw new InvalidArgumentError(`It takes a whole number from ${min} to ${max}.`)
  }
}

function numberOf(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = text.trim() === '' ? Number.NaN : Number(text)
    if (number >= min && number <= max) return number
    throw new InvalidArgumentError(`It takes a number from ${min} to ${max}.`)
  }
}

function openingOf(text: string): 'auto' | number {
  return text === 'auto' ? text : wholeOf(0, 1_000_000_000)(text)
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function subgraphOf(name: string): (typeof SUBGRAPHS)[number] {
  if (isSubgraphName(name)) return name
  throw new InvalidArgumentError(`There are ${SUBGRAPHS.join(', ')}.`)
}
