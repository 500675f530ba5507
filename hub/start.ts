import { sql } from 'kysely'
import { Gauge, Registry } from 'prom-client'
import { WebhookQueue } from '../core/webhooks/queue.ts'
import { errorBody } from '../gateway/errors.ts'
import type { Gateway } from '../gateway/server.ts'
import { openOutgoing } from '../outgoing/outgoing.ts'
import { readSupergraph, SUBGRAPHS } from '../schema/index.ts'
import type { Subgraph } from '../subgraphs/shared/build-server.ts'
import { UsageError } from './errors.ts'
import { openParts, type Parts, type PartsOptions } from './parts.ts'
import { readSenderSecrets } from './read-sender-secrets.ts'
import { buildSubgraph, subgraphsHere } from './subgraphs.ts'
import { tellErpPulls } from './tell-erp-pulls.ts'
import { tellErps } from './tell-erps.ts'
import { tellFigures } from './tell-figures.ts'
import { tellJobs } from './tell-jobs.ts'
import { tellMappings } from './tell-mappings.ts'
import { tellMarketplaceFigures } from './tell-marketplace-figures.ts'
import { startWorker } from './worker.ts'

/** `worker` is true unless told otherwise: no where workers of their own do it. */
export type HubOptions = PartsOptions

export interface RunningHub {
  /** Where it answers, such as `http://127.0.0.1:4000`. */
  readonly url: string
  readonly parts: Parts
  /** Asks clients that hold a connection to connect anew, one after another. */
  moveOver(): Promise<void>
  /** Takes nothing new, lets what is under way finish within the grace period, then closes everything. Calling it again does nothing. */
  close(): Promise<void>
}

/**
 * Runs the gateway with every subgraph that the settings do not place elsewhere, `POST /events`, and the worker, in this process. Resolves when it
 * listens; it is ready as soon as it does.
 */
export async function startHub(options: HubOptions): Promise<RunningHub> {
  const { config, log, worker = true } = options
  // The gateway's code is read from disk while the database opens.
  const code = Promise.all([
    import('../gateway/server.ts'),
    import('./events-route.ts'),
    import('./mapped-route.ts'),
    import('../core/feed/listener.ts'),
  ])
  code.catch(() => {})

  await using opening = new AsyncDisposableStack()
  const parts = opening.adopt(await openParts({ ...options, worker }), (opened) => opened.close())
  const { database, bus, ledger, ingest, access, tokens, cursors } = parts
  await refuseOpenToOthers(parts)

  const [{ buildGateway }, { eventsRoute }, { mappedRoute }, { openFeed }] = await code
  const feed = opening.adopt(
    await openFeed({
      db: database,
      bus,
      pollMs: config.feedPollMs,
      log,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    }),
    (opened) => opened.close(),
  )
  ledger.onUndecided(feed.suspect)
  const senderSecrets = await readSenderSecrets(config.senderSecretsFile)
  const outgoing = opening.adopt(openOutgoing({ allowed: config.outgoingAllow }), (opened) => opened.close())
  const here = await Promise.all(subgraphsHere(parts).map((name) => buildSubgraph(name, parts)))
  for (const subgraph of here) opening.adopt(subgraph, (opened) => opened.close())
  if (worker) opening.adopt(await startWorker(parts), (started) => started.close())

  const registry = new Registry()
  tellLedger(registry, parts)
  tellJobs(registry, parts)
  tellErps(registry, parts)
  tellErpPulls(registry, parts)
  tellFigures(registry, parts)
  tellMarketplaceFigures(registry, parts)
  const mappingsTold = tellMappings(registry)
  const gateway: Gateway = await buildGateway({
    config,
    supergraphSdl: readSupergraph(),
    subgraphs: Object.fromEntries(SUBGRAPHS.map((name) => [name, placeOf(name, here, parts)])),
    authenticate: access.viewerFor,
    signViewer: tokens.sign,
    feed,
    cursors,
    webhooks: {
      queue: new WebhookQueue({ db: database.kysely, secrets: parts.secrets }),
      outgoing,
      isOpen: access.isOpen,
    },
    problems: () => problemsOf(parts),
    registry,
    log,
  })
  opening.adopt(gateway, (built) => built.close())
  keepOpenHubToThisMachine(gateway.app, parts)
  const reporting = { ingest, viewerFor: access.viewerFor, config, log }
  await gateway.app.register(eventsRoute(reporting))
  await gateway.app.register(mappedRoute({ ...reporting, ...mappingsTold, secrets: senderSecrets }))

  const url = await gateway.listen({ host: config.host, port: config.port })
  const { kind } = database
  log.info(
    { url, database: kind, bus: config.redisUrl === undefined ? 'in-process' : 'redis', ledger: ledger.waiting },
    'The hub is ready',
  )

  const running = opening.move()
  let closing: Promise<void> | undefined
  return {
    url,
    parts,
    moveOver: () => gateway.moveOver(),
    close: () => {
      closing ??= running.disposeAsync()
      return closing
    },
  }
}

/** Parts of the hub that run alone share their data through servers: what lies in one process cannot be seen by another. */
export function requireServers({ config }: Pick<PartsOptions, 'config'>, part: string): void {
  const missing = [
    ...(config.databaseUrl === undefined ? ['DATABASE_URL'] : []),
    ...(config.redisUrl === undefined ? ['REDIS_URL'] : []),
  ]
  if (missing.length === 0) return
  throw new UsageError(
    `${part} runs beside other processes and needs a PostgreSQL and a Redis that they share: set ${missing.join(' and ')}. ` +
      'Everything in one process, with nothing to install, is `npm start`.',
  )
}

async function refuseOpenToOthers({ access, config, log }: Parts): Promise<void> {
  if (!(await access.isOpen())) return
  if (!isLoopback(config.host)) {
    throw new UsageError(
      `Nothing says who may ask: no API key was made and JWT_JWKS is not set, so everyone would be admin. Listening on ${config.host} is refused. ` +
        'Make a key with `npm run hub -- keys create`, or listen on 127.0.0.1.',
    )
  }
  log.warn(
    { host: config.host },
    'OPEN: everyone who can reach this machine from within is admin. Make an API key (npm run hub -- keys create) or set JWT_JWKS to close it',
  )
}

/**
 * While the hub is open it answers only by a name of this machine. A page of another site can have its own name resolve to 127.0.0.1, and is then of the
 * same origin as the hub for the browser that shows it; the name is what it cannot hide.
 */
function keepOpenHubToThisMachine(app: Gateway['app'], { access }: Parts): void {
  app.addHook('onRequest', async (request, reply) => {
    const name = request.hostname.replace(/^\[|\]$/g, '')
    if (isLoopback(name) || name.endsWith('.localhost')) return
    // When that cannot be found out now, it was open the last time.
    if (!(await access.isOpen().catch(() => true))) return
    const message = `No credentials are set up, so the hub answers only by a name of this machine such as localhost, and not as "${name}".`
    return reply.code(403).send(errorBody('FORBIDDEN', message, request.id))
  })
}

/** The whole of 127.0.0.0/8 is loopback (RFC 1122, 3.2.1.3). */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function placeOf(name: (typeof SUBGRAPHS)[number], here: readonly Subgraph[], { config }: Parts) {
  const url = config.subgraphUrls[name]
  if (url !== undefined) return { url }
  const subgraph = here.find((candidate) => candidate.name === name)
  if (subgraph === undefined) throw new Error(`The subgraph ${name} is neither here nor elsewhere.`)
  return { call: subgraph.execute }
}

/** Longer is no answer to "are you ready". */
const DATABASE_ANSWER_MS = 2_000

async function problemsOf({ database, log }: Parts): Promise<{ part: string; message: string }[]> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(
      () => reject(new Error(`It did not answer within ${DATABASE_ANSWER_MS} ms.`)),
      DATABASE_ANSWER_MS,
    ).unref()
  })
  try {
    await Promise.race([sql`select 1`.execute(database.kysely), late])
    return []
  } catch (error) {
    log.warn({ err: error }, 'The database does not answer')
    return [{ part: 'database', message: 'It does not answer.' }]
  }
}

function tellLedger(registry: Registry, { ledger, bus }: Parts): void {
  new Gauge({
    name: 'onhand_ledger_waiting',
    help: 'Commands that wait to be part of a batch.',
    registers: [registry],
    collect() {
      this.set(ledger.waiting)
    },
  })
  new Gauge({
    name: 'onhand_bus_up',
    help: '1 when changes reach other processes by the bus, 0 when they are found by asking the database.',
    registers: [registry],
    collect() {
      this.set(bus.up ? 1 : 0)
    },
  })
}
