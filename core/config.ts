import { isIP } from 'node:net'

// @apollo/gateway reports anonymous usage to its maker unless told otherwise, and looks when a gateway is made. Ours
// says no by default; whoever wants to report sets the variable to 0. The one place that writes to the environment.
process.env.APOLLO_TELEMETRY_DISABLED ??= '1'

/** One setting of the hub, as the environment gives it. */
export interface Setting<T> {
  /** What it does, in a sentence. */
  readonly description: string
  /** What is counted, for numbers: `s`, `ms`, `bytes`, `connections`. */
  readonly unit?: string
  /** What holds when the variable is unset or empty, as `--help` shows it. */
  readonly default: string
  /** What is accepted, as `--help` and error messages show it. */
  readonly range: string
  /** Whether the value may never be printed. URLs count: they carry passwords. */
  readonly secret: boolean
  /** The value of the unset variable, then of its text. Returns a `Problem` for what is outside of the range. */
  readonly fallback: T
  readonly parse: (text: string) => T | Problem
}

/** What is wrong with a value, as the end of a sentence: `is not a whole number`. */
class Problem {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** The environment holds something that the hub cannot start with. The message names every such variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly variables: readonly string[]

  constructor(problems: readonly { variable: string; message: string }[]) {
    super(problems.map(({ message }) => message).join('\n'))
    this.variables = problems.map(({ variable }) => variable)
  }
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const SUBGRAPH_NAMES = ['stock', 'reservations', 'transit', 'returns', 'availability'] as const
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number]

const DAY_SECONDS = 86_400
const KIB = 1024
const MIB = 1024 * KIB

/** Every setting by the name of its environment variable, in the order of `--help`. */
export const SETTINGS = {
  DATABASE_URL: url(['postgres:', 'postgresql:'], {
    description: 'PostgreSQL to keep everything in. Unset: PGlite, PostgreSQL in the process, in DATA_DIR.',
    secret: true,
  }),
  REDIS_URL: url(['redis:', 'rediss:'], {
    description:
      'Redis that carries the change feed between processes; with `?cluster` or `?cluster=host:port,host:port` at its end, nodes of a Redis Cluster. Unset: the process tells itself.',
    secret: true,
  }),
  HOST: text({
    description: 'Address to listen on. Without keys or JWT_JWKS the hub is open to all and accepts loopback only.',
    fallback: '127.0.0.1',
    range: 'an IP address or a host name',
    check: (value) => isIP(value) !== 0 || /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(value),
  }),
  PORT: integer({ description: 'TCP port to listen on; 0 takes a free one.', fallback: 4000, min: 0, max: 65_535 }),
  DATA_DIR: text({
    description: 'Folder of PGlite, locked while in use. Ignored with DATABASE_URL.',
    fallback: './data',
    range: 'a path',
    check: (value) => !value.includes('\0'),
  }),
  LOG_LEVEL: oneOf(LOG_LEVELS, { description: 'The least important message that is logged.', fallback: 'info' }),
  HUB_SECRET: optionalText({
    description:
      'Signs what the gateway tells the subgraphs and encrypts cursors; the same for all processes. Unset: one that the database keeps.',
    range: 'at least 32 characters',
    problem: 'is too short',
    secret: true,
    check: (value) => value.length >= 32,
  }),
  JWT_JWKS: optionalText({
    description: 'The keys that sign accepted JWTs. Unset: JWTs are not accepted.',
    range: 'an http(s) URL of a JSON Web Key Set, or the set itself as JSON (RFC 7517)',
    problem: 'is neither',
    secret: true,
    check: (value) => (value.trimStart().startsWith('{') ? isKeySet(value) : isUrl(value, ['http:', 'https:'])),
  }),
  JWT_ISSUER: optionalText({ description: 'The `iss` a JWT must have. Unset: any.', range: 'any text' }),
  JWT_AUDIENCE: optionalText({ description: 'The `aud` a JWT must have. Unset: any.', range: 'any text' }),

  SUBGRAPH_STOCK_URL: subgraphUrl('stock'),
  SUBGRAPH_RESERVATIONS_URL: subgraphUrl('reservations'),
  SUBGRAPH_TRANSIT_URL: subgraphUrl('transit'),
  SUBGRAPH_RETURNS_URL: subgraphUrl('returns'),
  SUBGRAPH_AVAILABILITY_URL: subgraphUrl('availability'),

  // The sweep keeps two while it waits for the ledger, which has to read as well.
  DATABASE_POOL_SIZE: integer({
    description:
      'Connections to PostgreSQL that a process keeps for looking up what it is asked for by key, and as many at most for all else that it reads.',
    unit: 'connections',
    fallback: 10,
    min: 4,
    max: 1_000,
  }),
  FEED_POLL_MS: integer({
    description: 'How often the feed is read from the database without being told: what a lost Redis message costs.',
    unit: 'ms',
    fallback: 1_000,
    min: 100,
    max: 60_000,
  }),
  PARK_SECONDS: integer({
    description:
      'How long a step without stock waits for its predecessor before it becomes a dead letter, to the minute.',
    unit: 's',
    fallback: DAY_SECONDS,
    min: 1,
    max: 30 * DAY_SECONDS,
  }),
  CLOCK_SKEW_SECONDS_MAX: integer({
    description: 'How far ahead of ours the clock of a source may be; an event from later becomes a dead letter.',
    unit: 's',
    fallback: 300,
    min: 0,
    max: DAY_SECONDS,
  }),
  AUDIT_INTERVAL_SECONDS: integer({
    description: 'How often all balances are compared with the journal in the background, to the minute; 0: never.',
    unit: 's',
    fallback: 3_600,
    min: 0,
    max: 30 * DAY_SECONDS,
  }),
  ERP_SECRETS_FILE: optionalText({
    description:
      'A file of JSON with what connectors need to be let into ERPs: an object for each, by the id of the ERP. Read when a part starts; nobody else should be able to.',
    range: 'the path of a file',
  }),
  MARKETPLACE_SECRETS_FILE: optionalText({
    description:
      'A file of JSON with what connectors need to be let into marketplaces: an object for each, by the id of the marketplace. Read when a part starts; nobody else should be able to.',
    range: 'the path of a file',
  }),
  SENDER_SECRETS_FILE: optionalText({
    description:
      'A file of JSON with what systems sign their payloads with: a secret, or a list of them while it changes, by the name of their mapping. Read when a part starts; nobody else should be able to.',
    range: 'the path of a file',
  }),
  ERP_PULL_MS: integer({
    description: 'How long after it has read what changed in an ERP the hub reads it again.',
    unit: 'ms',
    fallback: 5_000,
    min: 100,
    max: DAY_SECONDS * 1_000,
  }),
  BODY_LIMIT_BYTES: integer({
    description: 'Largest GraphQL request. Bodies of POST /events are streamed and may have any length.',
    unit: 'bytes',
    fallback: 4 * MIB,
    min: 16 * KIB,
    max: 64 * MIB,
  }),
  EVENT_LIMIT_BYTES: integer({
    description: 'Largest single event.',
    unit: 'bytes',
    fallback: 256 * KIB,
    min: 1 * KIB,
    max: 4 * MIB,
  }),
  QUERY_DEPTH_MAX: integer({
    description: 'How deep the selections of an operation may nest.',
    unit: 'levels',
    fallback: 20,
    min: 5,
    max: 100,
  }),
  QUERY_TOKENS_MAX: integer({
    description: 'Largest operation that is parsed.',
    unit: 'tokens',
    fallback: 10_000,
    min: 500,
    max: 100_000,
  }),
  REQUEST_TIMEOUT_MS: integer({
    description: 'How long the gateway waits for a subgraph before the part it owns becomes an error.',
    unit: 'ms',
    fallback: 10_000,
    min: 100,
    max: 120_000,
  }),
  SOCKET_BUFFER_LIMIT_BYTES: integer({
    description:
      'How much may wait for the client of a WebSocket before anything more closes it (4413). States of SKUs never wait in a line: only the newest of each is kept.',
    unit: 'bytes',
    fallback: 8 * 1024 * 1024,
    min: 65_536,
    max: 1024 * 1024 * 1024,
  }),
  SOCKET_STALL_MS: integer({
    description:
      'How long a client may take nothing of what waits for it before its socket is closed (4413) or its stream cut. It can resume.',
    unit: 'ms',
    fallback: 30_000,
    min: 100,
    max: 600_000,
  }),
  CONNECTIONS_MAX: integer({
    description: 'Sockets and subscriptions over HTTP that a process holds; one more is told to try again later.',
    unit: 'connections',
    fallback: 50_000,
    min: 1,
    max: 1_000_000,
  }),
  CONNECTIONS_PER_CLIENT_MAX: integer({
    description: 'The same for one client; one more of it is refused. While the hub is open, everybody is one client.',
    unit: 'connections',
    fallback: 10_000,
    min: 1,
    max: 1_000_000,
  }),
  SUBSCRIPTIONS_MAX: integer({
    description: 'Subscriptions that a process holds, of all transports together.',
    unit: 'subscriptions',
    fallback: 200_000,
    min: 1,
    max: 10_000_000,
  }),
  SUBSCRIPTIONS_PER_CLIENT_MAX: integer({
    description: 'The same for one client.',
    unit: 'subscriptions',
    fallback: 50_000,
    min: 1,
    max: 10_000_000,
  }),
  HEARTBEAT_MS: integer({
    description: 'How often an idle connection gives a sign of life. A socket that answers none by the next is closed.',
    unit: 'ms',
    fallback: 12_000,
    min: 100,
    max: 120_000,
  }),
  MOVE_OVER_SPREAD_MS: integer({
    description:
      'Over how long connections are asked to move to another process after SIGTERM (at most half of SHUTDOWN_GRACE_MS) or SIGUSR2.',
    unit: 'ms',
    fallback: 5_000,
    min: 0,
    max: 3_600_000,
  }),
  OUTGOING_ALLOW: ranges({
    description:
      'Addresses that are not public and that webhooks may be delivered to nevertheless, also without TLS. Unset: none.',
  }),
  WEBHOOK_TIMEOUT_MS: integer({
    description: 'How long the receiver of a webhook may take to answer before the delivery counts as failed.',
    unit: 'ms',
    fallback: 15_000,
    min: 100,
    max: 60_000,
  }),
  WEBHOOK_RETRY_MS_MAX: integer({
    description:
      'How long a receiver that fails is left alone between two attempts, at most; it begins with a second. What it asks for by Retry-After is heeded up to an hour.',
    unit: 'ms',
    fallback: 300_000,
    min: 100,
    max: 3_600_000,
  }),
  WEBHOOK_DISABLE_SECONDS: integer({
    description: 'For how long a receiver may fail before its webhook is disabled.',
    unit: 's',
    fallback: 3 * DAY_SECONDS,
    min: 1,
    max: 30 * DAY_SECONDS,
  }),
  WEBHOOK_LOG_HOURS: integer({
    description:
      'How long deliveries that are done are kept; of each webhook the newest 10,000. Dead letters are kept until they are dealt with.',
    unit: 'h',
    fallback: 72,
    min: 1,
    max: 8_760,
  }),
  ERP_LOG_HOURS: integer({
    description:
      'How long movements that ERPs have taken stay in the list of what they are to be told. The journal keeps them for ever; what waits or was refused stays.',
    unit: 'h',
    fallback: 336,
    min: 24,
    max: 87_600,
  }),
  ERP_CALL_MS: integer({
    description: 'How long an ERP may take to answer before a call is given up and asked about.',
    unit: 'ms',
    fallback: 120_000,
    min: 1_000,
    max: 3_600_000,
  }),
  ERP_UNKNOWN_MS: integer({
    description:
      'How long an ERP may still be at work on what it was sent by a process that is gone: only afterwards it is asked what has arrived. Longer than its longest transaction.',
    unit: 'ms',
    fallback: 120_000,
    min: 100,
    max: 3_600_000,
  }),
  ERP_RETRY_MS_MAX: integer({
    description: 'How long an ERP that does not answer is left alone between two attempts, at most.',
    unit: 'ms',
    fallback: 60_000,
    min: 100,
    max: 3_600_000,
  }),
  SHUTDOWN_GRACE_MS: integer({
    description: 'How long requests may finish after SIGTERM before their connections are cut.',
    unit: 'ms',
    fallback: 10_000,
    min: 0,
    max: 120_000,
  }),
} satisfies Record<string, Setting<unknown>>

export type SettingName = keyof typeof SETTINGS

type Values = {
  [Name in SettingName]: ReturnType<(typeof SETTINGS)[Name]['parse']> extends infer T ? Exclude<T, Problem> : never
}

/** What the hub was told, checked once at the start. Optional settings are undefined where unset. */
export interface Config {
  readonly databaseUrl: string | undefined
  readonly databasePoolSize: number
  readonly redisUrl: string | undefined
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly logLevel: LogLevel
  readonly hubSecret: string | undefined
  readonly jwtJwks: string | undefined
  readonly jwtIssuer: string | undefined
  readonly jwtAudience: string | undefined
  /** Where each subgraph answers; undefined: in this process. */
  readonly subgraphUrls: Readonly<Record<SubgraphName, string | undefined>>
  readonly feedPollMs: number
  readonly parkSeconds: number
  readonly clockSkewSecondsMax: number
  readonly auditIntervalSeconds: number
  readonly erpSecretsFile: string | undefined
  readonly marketplaceSecretsFile: string | undefined
  readonly senderSecretsFile: string | undefined
  readonly erpPullMs: number
  readonly bodyLimitBytes: number
  readonly eventLimitBytes: number
  readonly queryDepthMax: number
  readonly queryTokensMax: number
  readonly requestTimeoutMs: number
  readonly socketBufferLimitBytes: number
  readonly socketStallMs: number
  readonly connectionsMax: number
  readonly connectionsPerClientMax: number
  readonly subscriptionsMax: number
  readonly subscriptionsPerClientMax: number
  readonly heartbeatMs: number
  readonly moveOverSpreadMs: number
  readonly outgoingAllow: readonly string[]
  readonly webhookTimeoutMs: number
  readonly webhookRetryMsMax: number
  readonly webhookDisableSeconds: number
  readonly webhookLogHours: number
  readonly erpLogHours: number
  readonly erpCallMs: number
  readonly erpUnknownMs: number
  readonly erpRetryMsMax: number
  readonly shutdownGraceMs: number
}

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads and checks all settings. An unset or empty variable means its default. Throws one `ConfigError` that names
 * every variable that is wrong, with its range; the value itself is shown only where it cannot be a secret.
 */
export function readConfig(env: Environment = process.env): Config {
  const problems: { variable: string; message: string }[] = []

  function read<Name extends SettingName>(variable: Name): Values[Name]
  function read(variable: SettingName): unknown {
    const setting: Setting<unknown> = SETTINGS[variable]
    const given = env[variable]
    if (given === undefined || given.trim() === '') return setting.fallback
    const value = setting.parse(given.trim())
    if (!(value instanceof Problem)) return value
    problems.push({ variable, message: explain(variable, given, value) })
    return setting.fallback
  }

  const config: Config = {
    databaseUrl: read('DATABASE_URL'),
    databasePoolSize: read('DATABASE_POOL_SIZE'),
    redisUrl: read('REDIS_URL'),
    host: read('HOST'),
    port: read('PORT'),
    dataDir: read('DATA_DIR'),
    logLevel: read('LOG_LEVEL'),
    hubSecret: read('HUB_SECRET'),
    jwtJwks: read('JWT_JWKS'),
    jwtIssuer: read('JWT_ISSUER'),
    jwtAudience: read('JWT_AUDIENCE'),
    subgraphUrls: {
      stock: read('SUBGRAPH_STOCK_URL'),
      reservations: read('SUBGRAPH_RESERVATIONS_URL'),
      transit: read('SUBGRAPH_TRANSIT_URL'),
      returns: read('SUBGRAPH_RETURNS_URL'),
      availability: read('SUBGRAPH_AVAILABILITY_URL'),
    },
    feedPollMs: read('FEED_POLL_MS'),
    parkSeconds: read('PARK_SECONDS'),
    clockSkewSecondsMax: read('CLOCK_SKEW_SECONDS_MAX'),
    auditIntervalSeconds: read('AUDIT_INTERVAL_SECONDS'),
    erpSecretsFile: read('ERP_SECRETS_FILE'),
    marketplaceSecretsFile: read('MARKETPLACE_SECRETS_FILE'),
    senderSecretsFile: read('SENDER_SECRETS_FILE'),
    erpPullMs: read('ERP_PULL_MS'),
    bodyLimitBytes: read('BODY_LIMIT_BYTES'),
    eventLimitBytes: read('EVENT_LIMIT_BYTES'),
    queryDepthMax: read('QUERY_DEPTH_MAX'),
    queryTokensMax: read('QUERY_TOKENS_MAX'),
    requestTimeoutMs: read('REQUEST_TIMEOUT_MS'),
    socketBufferLimitBytes: read('SOCKET_BUFFER_LIMIT_BYTES'),
    socketStallMs: read('SOCKET_STALL_MS'),
    connectionsMax: read('CONNECTIONS_MAX'),
    connectionsPerClientMax: read('CONNECTIONS_PER_CLIENT_MAX'),
    subscriptionsMax: read('SUBSCRIPTIONS_MAX'),
    subscriptionsPerClientMax: read('SUBSCRIPTIONS_PER_CLIENT_MAX'),
    heartbeatMs: read('HEARTBEAT_MS'),
    moveOverSpreadMs: read('MOVE_OVER_SPREAD_MS'),
    outgoingAllow: read('OUTGOING_ALLOW'),
    webhookTimeoutMs: read('WEBHOOK_TIMEOUT_MS'),
    webhookRetryMsMax: read('WEBHOOK_RETRY_MS_MAX'),
    webhookDisableSeconds: read('WEBHOOK_DISABLE_SECONDS'),
    webhookLogHours: read('WEBHOOK_LOG_HOURS'),
    erpLogHours: read('ERP_LOG_HOURS'),
    erpCallMs: read('ERP_CALL_MS'),
    erpUnknownMs: read('ERP_UNKNOWN_MS'),
    erpRetryMsMax: read('ERP_RETRY_MS_MAX'),
    shutdownGraceMs: read('SHUTDOWN_GRACE_MS'),
  }

  for (const variable of Object.keys(env)) {
    // A mistyped name would silently leave this subgraph inside the process.
    if (/^SUBGRAPH_.*_URL$/.test(variable) && !Object.hasOwn(SETTINGS, variable)) {
      const message = `${variable} names no subgraph; there are ${SUBGRAPH_NAMES.join(', ')}.`
      problems.push({ variable, message })
    }
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

function explain(variable: SettingName, given: string, problem: Problem): string {
  const setting: Setting<unknown> = SETTINGS[variable]
  const shown = given.length > 100 ? `${given.slice(0, 100)}…` : given
  const subject = setting.secret ? variable : `${variable} is ${JSON.stringify(shown)}, which`
  return `${subject} ${problem.text}. It takes ${setting.range} (default: ${setting.default}).`
}

/** How a setting is told apart from others, without what only `readConfig` needs. */
interface Told {
  description: string
  secret?: boolean
}

function integer(options: Told & { unit?: string; fallback: number; min: number; max: number }): Setting<number> {
  const { description, unit, fallback, min, max } = options
  return {
    description,
    ...(unit === undefined ? {} : { unit }),
    default: String(fallback),
    range: `${min} to ${max}${unit === undefined ? '' : ` ${unit}`}`,
    secret: false,
    fallback,
    parse(value) {
      if (!/^-?\d+$/.test(value)) return new Problem('is not a whole number')
      const number = Number(value)
      if (number < min) return new Problem('is too small')
      if (number > max) return new Problem('is too large')
      return number
    },
  }
}

function text(options: Told & { fallback: string; range: string; check: (value: string) => boolean }): Setting<string> {
  const { description, fallback, range, check, secret = false } = options
  const parse = (value: string) => (check(value) ? value : new Problem('is not valid'))
  return { description, default: fallback, range, secret, fallback, parse }
}

function optionalText(
  options: Told & { range: string; problem?: string; check?: (value: string) => boolean },
): Setting<string | undefined> {
  const { description, range, problem = 'is not valid', check = () => true, secret = false } = options
  const parse = (value: string) => (check(value) ? value : new Problem(problem))
  return { description, default: 'unset', range, secret, fallback: undefined, parse }
}

/** Addresses and ranges of them in CIDR notation. */
function ranges({ description }: Told): Setting<readonly string[]> {
  return {
    description,
    default: 'unset',
    range: 'IP addresses or ranges such as 10.0.0.0/8, separated by commas',
    secret: false,
    fallback: [],
    parse(value) {
      const parts = value.split(',').map((part) => part.trim())
      return parts.every(isRange) ? parts : new Problem('is no list of addresses and ranges')
    },
  }
}

function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || address.includes('%') || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function url(protocols: string[], told: Told): Setting<string | undefined> {
  return optionalText({
    ...told,
    range: `a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    problem: 'is not such a URL',
    check: (value) => isUrl(value, protocols),
  })
}

function subgraphUrl(name: SubgraphName): Setting<string | undefined> {
  return url(['http:', 'https:'], {
    description: `Where the gateway finds the subgraph ${name}. Unset: in its own process.`,
    secret: true,
  })
}

function oneOf<const T extends string>(values: readonly T[], options: Told & { fallback: T }): Setting<T> {
  return {
    description: options.description,
    default: options.fallback,
    range: values.join(', '),
    secret: false,
    fallback: options.fallback,
    parse: (given) => values.find((value) => value === given.toLowerCase()) ?? new Problem('is none of these'),
  }
}

function isUrl(value: string, protocols: string[]): boolean {
  const parsed = URL.parse(value)
  return parsed !== null && protocols.includes(parsed.protocol) && parsed.hostname !== ''
}

function isKeySet(value: string): boolean {
  try {
    const set: unknown = JSON.parse(value)
    return typeof set === 'object' && set !== null && 'keys' in set && Array.isArray(set.keys)
  } catch {
    return false
  }
}
