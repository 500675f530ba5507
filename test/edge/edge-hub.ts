import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { type Client, createClient } from 'graphql-ws'
import { pino } from 'pino'
import { inject } from 'vitest'
import { WebSocket } from 'ws'
import { createApiKey, type NewApiKey } from '../../core/access/api-keys.ts'
import { readConfig } from '../../core/config.ts'
import { audit } from '../../core/ledger/audit.ts'
import { type RunningHub, startHub } from '../../hub/start.ts'
import { type DatabaseKind, emptyDatabase } from '../support/database.ts'

type Json = ReturnType<typeof JSON.parse>

/** What came back over HTTP, as text and, where it is JSON, read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Json
}

/** What a client asks as: headers that say who it is. */
export type Credential = { readonly authorization: string } | Readonly<Record<string, never>>

export interface EdgeHubOptions {
  /** Settings of the hub beyond where its data lies. */
  readonly env?: Record<string, string>
  /** Whether it has no key, so that everyone is admin. Default: no. */
  readonly open?: boolean
}

/**
 * The complete hub in this process, on a port of its own, as `npm start` runs it: with PGlite and the bus in the process, or with PostgreSQL and Redis.
 * Everything it logs is kept, so that tests can look for what must not be there. Its one key is an admin's, so it is not open.
 */
export class EdgeHub implements AsyncDisposable {
  readonly hub: RunningHub
  readonly url: string
  readonly admin: Credential
  readonly #logged: string[]
  readonly #clients: Client[] = []
  readonly #dispose: () => Promise<void>

  constructor(hub: RunningHub, admin: Credential, logged: string[], dispose: () => Promise<void>) {
    this.hub = hub
    this.url = hub.url
    this.admin = admin
    this.#logged = logged
    this.#dispose = dispose
  }

  /** Everything that was logged so far. */
  get log(): string {
    return this.#logged.join('')
  }

  /** Log lines of a level, read. */
  logged(level: 'warn' | 'error'): Record<string, unknown>[] {
    return this.#logged.flatMap((line) => {
      const read: Record<string, unknown> = JSON.parse(line)
      return read.level === level ? [read] : []
    })
  }

  /** A key for somebody; what they send with their requests. */
  async credential(key: Partial<NewApiKey> & Pick<NewApiKey, 'kind'>): Promise<{ authorization: string; id: string }> {
    const name = key.name ?? `${key.kind} ${randomUUID()}`
    const made = await createApiKey(this.hub.parts.database, { channels: null, scopes: [], ...key, name })
    return { authorization: `Bearer ${made.key}`, id: made.id }
  }

  async request(path: string, init: RequestInit & { readonly credential?: Credential } = {}): Promise<Answer> {
    const { credential = this.admin, headers, ...rest } = init
    const sent = new Headers(headers)
    if (credential.authorization !== undefined && !sent.has('authorization')) {
      sent.set('authorization', credential.authorization)
    }
    const response = await fetch(this.url + path, { redirect: 'manual', ...rest, headers: sent })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: parsed(text) }
  }

  /** A body to `/graphql`, as it is. */
  post(
    body: string | Uint8Array<ArrayBuffer>,
    credential?: Credential,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      ...(credential === undefined ? {} : { credential }),
    })
  }

  graph(query: string, variables: object = {}, credential?: Credential): Promise<Answer> {
    return this.post(JSON.stringify({ query, variables }), credential)
  }

  /** The data of an answer without errors. */
  async data(query: string, variables: object = {}, credential?: Credential): Promise<Json> {
    const { json, text } = await this.graph(query, variables, credential)
    if (json === undefined || json.errors !== undefined) throw new Error(`Answered with errors: ${text}`)
    return json.data
  }

  /** A mutation with one input: the payload. The key is new unless one is given. */
  async mutate(mutation: string, input: object, selection: string, credential?: Credential): Promise<Json> {
    const data = await this.data(
      mutationOf(mutation, selection),
      { input: { idempotencyKey: randomUUID(), ...input } },
      credential,
    )
    return data[mutation]
  }

  /** A body to `/events`. */
  events(
    body: string,
    type: EventsType,
    credential?: Credential,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.request('/events', {
      method: 'POST',
      headers: { 'content-type': EVENTS_TYPES[type], ...headers },
      body,
      ...(credential === undefined ? {} : { credential }),
    })
  }

  /** A client of the protocol graphql-transport-ws. */
  socket(credential: Credential = this.admin, closed: (code: number) => void = () => {}): Client {
    const client = createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { ...credential },
      on: { closed: (event) => closed(Object(event).code) },
    })
    this.#clients.push(client)
    return client
  }

  /** The first results of a subscription; what ends it early is among them as `{ errors }` or `{ closed }`. */
  async listen(
    query: string,
    variables: Record<string, unknown>,
    count: number,
    credential?: Credential,
  ): Promise<Json[]> {
    const results: Json[] = []
    const client = this.socket(credential)
    try {
      for await (const result of client.iterate({ query, variables })) {
        results.push(result)
        if (results.length >= count) break
      }
    } catch (error) {
      results.push(Array.isArray(error) ? { errors: error } : { closed: Object(error).code ?? String(error) })
    }
    await client.dispose()
    return results
  }

  /** What does not follow from the journal, or open promises that do not add up: nothing, ever. */
  async differences(): Promise<readonly object[]> {
    return (await audit({ db: this.hub.parts.database })).differences
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.dispose()))
    await this.#dispose()
  }
}

export type EventsType = keyof typeof EVENTS_TYPES

const EVENTS_TYPES = {
  single: 'application/cloudevents+json',
  batch: 'application/cloudevents-batch+json',
  ndjson: 'application/x-ndjson',
} as const

export function mutationOf(mutation: string, selection: string): string {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`
  return `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} userErrors { code field message } cursor } }`
}

/** An event that is right unless `more` says otherwise. */
export function eventOf(type: string, data: object, more: object = {}): Record<string, unknown> {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: '/edge',
    type,
    time: new Date().toISOString(),
    data,
    ...more,
  }
}

/** Starts the hub. `await using hub = await openEdgeHub('pglite')`. */
export async function openEdgeHub(
  kind: DatabaseKind,
  { env = {}, open = false }: EdgeHubOptions = {},
): Promise<EdgeHub> {
  await using opening = new AsyncDisposableStack()
  const place =
    kind === 'postgres'
      ? { DATABASE_URL: opening.use(await emptyDatabase()).url, REDIS_URL: inject('servers').redisUrl }
      : { DATA_DIR: await temporaryFolder(opening) }
  const logged: string[] = []
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk))
      done()
    },
  })
  const log = pino({ level: 'debug', formatters: { level: (label) => ({ level: label }) } }, sink)
  const config = readConfig({ PORT: '0', AUDIT_INTERVAL_SECONDS: '0', ...place, ...env })
  const hub = opening.adopt(await startHub({ config, log }), (started) => started.close())
  if (open) {
    const opened = opening.move()
    return new EdgeHub(hub, {}, logged, () => opened.disposeAsync())
  }
  const { key } = await createApiKey(hub.parts.database, { name: 'root', kind: 'admin', channels: null, scopes: [] })
  const opened = opening.move()
  const edge = new EdgeHub(hub, { authorization: `Bearer ${key}` }, logged, () => opened.disposeAsync())
  await untilClosed(edge)
  return edge
}

async function temporaryFolder(opening: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onhand-edge-'))
  opening.defer(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** An open hub looks once a second whether there is a key. */
async function untilClosed(edge: EdgeHub): Promise<void> {
  for (;;) {
    const { status } = await edge.request('/graphql?query=%7Bviewer%7Bkind%7D%7D', {
      credential: {},
      headers: { 'apollo-require-preflight': 'yes' },
    })
    if (status === 401) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
