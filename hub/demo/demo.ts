import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createApiKey, revokeApiKey } from '../../core/access/api-keys.ts'
import { type Config, SETTINGS } from '../../core/config.ts'
import { type Running, runUntilSignal } from '../lifetime.ts'
import { type Log, openCommandLog } from '../log.ts'
import { type RunningHub, startHub } from '../start.ts'
import { PIECE_SKUS } from './chain.ts'
import { HubClient } from './client.ts'
import { Random } from './random.ts'
import { QUERY, SUBSCRIPTION } from './samples.ts'
import { Scene } from './scene.ts'
import { seed } from './seed.ts'
import { runTraffic } from './traffic.ts'
import { watch } from './watch.ts'

export interface DemoOptions {
  readonly config: Config
  /** Things that happen in a second. */
  readonly rate: number
  /** Repeats the same chances; drawn when absent. */
  readonly seed: number | undefined
  /** Ends by itself after that long; without it, when it is interrupted. */
  readonly seconds: number | undefined
}

const FIGURES_MS = 5_000
const WATCHED = 50

/** Runs the hub on an embedded database with a small chain of stores and its traffic, until it is interrupted or over. */
export async function runDemo({ config: given, rate, seed: wanted, seconds }: DemoOptions): Promise<void> {
  if (given.databaseUrl !== undefined || given.redisUrl !== undefined) {
    console.log('The demo brings a database of its own; DATABASE_URL and REDIS_URL are left alone.\n')
  }
  // A folder that somebody chose is kept and can be used again; otherwise nothing is left behind.
  const kept = given.dataDir !== SETTINGS.DATA_DIR.fallback
  const dataDir = kept ? given.dataDir : await mkdtemp(join(tmpdir(), 'onhand-demo-'))
  const elsewhere = undefined
  const config: Config = {
    ...given,
    dataDir,
    databaseUrl: undefined,
    redisUrl: undefined,
    subgraphUrls: {
      stock: elsewhere,
      reservations: elsewhere,
      transit: elsewhere,
      returns: elsewhere,
      availability: elsewhere,
    },
  }
  const random = new Random(wanted ?? Math.floor(Math.random() * 2 ** 32))
  // What an actor could not do is counted in the figures; only what is broken is told between them.
  const log = openCommandLog(given.logLevel === 'info' ? 'error' : given.logLevel, 'demo')
  try {
    await runUntilSignal((signal) => startDemo({ config, rate, seconds, random, log, signal }), {
      log,
      graceMs: config.shutdownGraceMs,
    })
    console.log(kept ? `\nEnded. What was recorded is kept in ${dataDir}.` : '\nEnded; nothing is left behind.')
  } finally {
    if (!kept) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

interface Scenery {
  readonly config: Config
  readonly rate: number
  readonly seconds: number | undefined
  readonly random: Random
  readonly log: Log
  readonly signal: AbortSignal
}

async function startDemo({ config, rate, seconds, random, log, signal }: Scenery): Promise<Running> {
  await using opening = new AsyncDisposableStack()
  const hub = opening.adopt(await startHub({ config, log, signal }), (running) => running.close())
  const apiKey = await keyFor(hub, opening)
  const scene = new Scene({ hub: new HubClient(hub.url, apiKey), random, log })
  opening.defer(() => scene.end())
  await seed(scene)
  print(hub.url, apiKey)

  const ending = new AbortController()
  opening.defer(watch(hub.url, apiKey, PIECE_SKUS.slice(0, WATCHED), scene.figures))
  const figures = setInterval(() => {
    console.log(`${new Date().toLocaleTimeString('en-GB')}  ${scene.figures.line()}`)
  }, FIGURES_MS)
  opening.defer(() => clearInterval(figures))
  const traffic = runTraffic(scene, rate, ending.signal)
  opening.defer(async () => {
    ending.abort()
    await traffic
  })

  const running = opening.move()
  return {
    ...(seconds === undefined ? {} : { over: sleep(seconds * 1000, undefined, { ref: false, signal: ending.signal }) }),
    close: () => running.disposeAsync(),
  }
}

/** A hub that asks for credentials, because its folder holds keys or JWTs are set up, gets one for as long as the demo runs. */
async function keyFor({ parts }: RunningHub, opening: AsyncDisposableStack): Promise<string | undefined> {
  const { access, database } = parts
  if (await access.isOpen()) return undefined
  const { id, key } = await createApiKey(database, { name: 'demo', kind: 'admin', channels: null, scopes: ['*'] })
  opening.defer(async () => void (await revokeApiKey(database, id)))
  return key
}

function print(url: string, apiKey: string | undefined): void {
  const socket = url.replace(/^http/, 'ws')
  console.log(`Onhand is running, with a small chain of stores and its traffic. Everything is real but the customers.
${apiKey === undefined ? 'It is open: whoever works on this machine is admin.\n' : ''}
  GraphiQL        ${url}/graphiql
  GraphQL         ${url}/graphql      subscriptions: ${socket}/graphql
  Events          POST ${url}/events  schemas: ${url}/events/schemas
  Health          ${url}/readyz       metrics: ${url}/metrics
${apiKey === undefined ? '' : `  API key         ${apiKey} (as "Authorization: Bearer …", until the demo ends)\n`}
A query to paste into GraphiQL:

${QUERY}

A subscription to watch, in a second tab:

${SUBSCRIPTION}

An event to post, in a terminal; the subscription tells it at once:

curl -s ${url}/events -H 'content-type: application/cloudevents+json'${apiKey === undefined ? '' : " -H 'authorization: Bearer …'"} -d '{
  "specversion": "1.0", "id": "my-sale-1", "source": "/tills/mine", "type": "onhand.sale.recorded.v1",
  "time": "${new Date().toISOString()}", "data": { "sku": "MUG-BLUE", "locationId": "BER", "quantity": 1 } }'

Ctrl-C ends it.
`)
}
