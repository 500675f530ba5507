import { readdir } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import Fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import type { Viewer, ViewerKind } from '../../core/access/viewer.ts'
import { openDatabase } from '../../core/database/connection.ts'
import { migrate } from '../../core/database/migrate.ts'
import type { EventResult } from '../../core/ingest/result.ts'
import { openLedger } from '../../core/ledger/writer.ts'
import { eventsRoute } from '../../hub/events-route.ts'
import { EVENT_TYPES } from '../../schema/events/index.ts'
import { DATABASE_KINDS, type DatabaseKind } from '../support/database.ts'
import { SILENT, TestLedger } from '../support/ledger.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { count, INGEST_CONFIG, IngestHub, openIngestHub, sale } from './ingest-hub.ts'

const SINGLE = 'application/cloudevents+json'
const BATCH = 'application/cloudevents-batch+json'
const NDJSON = 'application/x-ndjson'

/** The route on a hub of its own; the credential is the kind of the viewer. */
class EventsServer implements AsyncDisposable {
  readonly hub: IngestHub
  readonly url: string
  readonly #close: () => Promise<void>

  constructor(hub: IngestHub, url: string, close: () => Promise<void>) {
    this.hub = hub
    this.url = url
    this.#close = close
  }

  async post(type: string, body: unknown, headers: Record<string, string> = {}) {
    const answer = await fetch(`${this.url}/events`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: 'service', ...headers },
      body: body instanceof ReadableStream ? body : typeof body === 'string' ? body : JSON.stringify(body),
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    })
    const { results = [], errors = [] }: Answer = JSON.parse(await answer.text())
    return {
      status: answer.status,
      headers: answer.headers,
      results,
      statuses: results.map((result) => result.code ?? result.status),
      code: errors[0]?.extensions.code,
      message: errors[0]?.message,
    }
  }

  async [Symbol.asyncDispose]() {
    await this.#close()
    await this.hub[Symbol.asyncDispose]()
  }
}

interface Answer {
  results?: EventResult[]
  errors?: { message: string; extensions: { code: string; retryable: boolean } }[]
}

async function serve(hub: IngestHub): Promise<EventsServer> {
  const app = Fastify()
  const viewerFor = async (authorization: string | undefined) => {
    if (authorization === undefined)
      return { error: 'UNAUTHENTICATED', reason: 'missing', message: 'Who are you?' } as const
    const viewer: Viewer = { kind: authorization as ViewerKind, client: 'till', channels: null, scopes: [] }
    return { viewer, expiresAt: null }
  }
  await app.register(eventsRoute({ ingest: hub.ingest, viewerFor, config: INGEST_CONFIG, log: SILENT }))
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return new EventsServer(hub, `http://127.0.0.1:${port}`, () => app.close())
}

async function serveShop(kind: DatabaseKind): Promise<EventsServer> {
  const hub = await openIngestHub(kind)
  await hub.shop(['MUG'], ['BER'])
  return serve(hub)
}

const ndjson = (...events: unknown[]) => events.map((event) => `${JSON.stringify(event)}\n`).join('')

describe.each(DATABASE_KINDS)('%s', (kind) => {
  test('takes one event, a batch, or lines of events', async () => {
    await using server = await serveShop(kind)
    const event = sale('MUG', 1)

    expect(await server.post(SINGLE, event)).toMatchObject({
      status: 200,
      results: [{ source: event.source, id: event.id, status: 'ACCEPTED', code: null, message: null }],
    })
    expect(await server.post(BATCH, [event, sale('MUG', 2), sale('GHOST', 1)])).toMatchObject({
      status: 200,
      statuses: ['DUPLICATE', 'ACCEPTED', 'UNKNOWN_SKU'],
    })
    expect(await server.post(NDJSON, ndjson(sale('MUG', 3), sale('MUG', 4)))).toMatchObject({
      status: 200,
      statuses: ['ACCEPTED', 'ACCEPTED'],
    })
    expect(await server.hub.position('MUG', 'BER')).toMatchObject({ sellable: -10 })
  })

  test('takes an event whose attributes are headers', async () => {
    await using server = await serveShop(kind)
    const headers = {
      'ce-specversion': '1.0',
      'ce-id': 'caf%C3%A9-1',
      'ce-source': '/till',
      'ce-type': 'onhand.sale.recorded.v1',
    }
    expect(
      await server.post('application/json', { sku: 'MUG', locationId: 'BER', quantity: 1 }, headers),
    ).toMatchObject({
      status: 200,
      results: [{ source: '/till', id: 'café-1', status: 'ACCEPTED' }],
    })
  })

  test('a broken line does not hinder its neighbours, and is kept', async () => {
    await using server = await serveShop(kind)
    const long = JSON.stringify(sale('MUG', 1, { note: 'x'.repeat(300_000) }))
    const body = `${ndjson(sale('MUG', 1))}{"specversion": "1.0", "id"\n${long}\n"text"\n\n${ndjson(sale('MUG', 1))}`

    expect((await server.post(NDJSON, body)).statuses).toEqual([
      'ACCEPTED',
      'INVALID_EVENT',
      'INVALID_EVENT',
      'INVALID_EVENT',
      'ACCEPTED',
    ])
    expect(await server.hub.position('MUG', 'BER')).toMatchObject({ sellable: -2 })
    const letters = await server.hub.deadLetters()
    expect(letters.map(({ message }) => message).sort()).toEqual([
      'An event is a JSON object.',
      expect.stringMatching(/^It is 3\d+ bytes long; an event may have 262144.$/),
      expect.stringMatching(/^It is not JSON/),
    ])
    expect(letters.map(({ content }) => content)).toContainEqual({
      unreadable: '{"specversion": "1.0", "id"',
      bytes: 27,
    })
  })

  // Goal: any length, in bounded memory. Method: more than fits, sent by a client that reads only when it has sent everything.
  test('a long body is recorded as it arrives, and answered whole', async () => {
    await using server = await serveShop(kind)
    await server.hub.send(count('MUG', 0))
    const events = 20_000
    const lines = Readable.from(
      (function* () {
        for (let n = 0; n < events; n++)
          yield `${JSON.stringify(sale('MUG', 1, { id: `long-${n}`, note: 'x'.repeat(200) }))}\n`
      })(),
    )

    const answer = await server.post(NDJSON, Readable.toWeb(lines))
    expect(answer.status).toBe(200)
    expect(answer.results.map(({ id }) => id)).toEqual(Array.from({ length: events }, (_, n) => `long-${n}`))
    expect(new Set(answer.statuses)).toEqual(new Set(['ACCEPTED']))
    expect(await server.hub.position('MUG', 'BER')).toMatchObject({ sellable: -events })
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('onhand-spool-'))).toEqual([])
  }, 120_000)

  test('a long batch is recorded as it arrives, up to where it breaks', async () => {
    await using server = await serveShop(kind)
    const events = Array.from({ length: 5000 }, (_, n) => sale('MUG', 1, { id: `batch-${n}`, note: 'x'.repeat(200) }))
    const whole = JSON.stringify(events)
    expect(whole.length).toBeGreaterThan(1024 * 1024)

    expect(await server.post(BATCH, whole.slice(0, -1))).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('ends before its array does'),
    })
    const { statuses, results } = await server.post(BATCH, whole)
    expect(results.map(({ id }) => id)).toEqual(events.map(({ id }) => id))
    expect(new Set(statuses)).toContain('DUPLICATE')
    expect(await server.hub.position('MUG', 'BER')).toMatchObject({ sellable: -5000 })
  }, 120_000)
})

describe('refuses, and stores nothing of,', () => {
  test.each<[string, string, string, number, RegExp]>([
    ['a single event that is no JSON', SINGLE, '{"id":', 400, /^The body is not JSON/],
    ['a single event that is an array', SINGLE, '[]', 400, /not a JSON object.*cloudevents-batch/],
    ['an empty body', SINGLE, '', 400, /not JSON/],
    ['a batch that is an object', BATCH, '{}', 400, /not a JSON array/],
    ['a batch that is cut off', BATCH, `[${JSON.stringify(sale('MUG', 1))},`, 400, /not JSON/],
    [
      'a single event that is too long',
      SINGLE,
      JSON.stringify(sale('MUG', 1, { note: 'x'.repeat(300_000) })),
      413,
      /longer than 262144 bytes/,
    ],
    [
      'JSON that does not say what it is',
      'application/json',
      JSON.stringify(sale('MUG', 1)),
      415,
      /application\/cloudevents\+json, /,
    ],
    ['another media type', 'text/plain', 'hello', 415, /application\/x-ndjson/],
    ['another character set', `${SINGLE}; charset=latin1`, JSON.stringify(sale('MUG', 1)), 415, /UTF-8/],
  ])('%s', async (_name, type, body, status, message) => {
    await using server = await serveShop('pglite')
    expect(await server.post(type, body)).toMatchObject({
      status,
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(message),
    })
    expect(await server.hub.db.kysely.selectFrom('event').select('id').execute()).toEqual([])
  })

  test('50 MB of anything', async () => {
    await using server = await serveShop('pglite')
    const big = 'x'.repeat(50_000_000)
    // With the databases of the tests before.
    const before = process.memoryUsage.rss()
    expect(await server.post(SINGLE, big)).toMatchObject({ status: 413 })
    expect(await server.post(BATCH, big)).toMatchObject({ status: 400 })
    expect(await server.post('text/plain', big)).toMatchObject({ status: 415 })
    expect(await server.post(NDJSON, big)).toMatchObject({ status: 200, statuses: ['INVALID_EVENT'] })
    expect(process.memoryUsage.rss() - before).toBeLessThan(400_000_000)
  })

  test('events of those who may not report', async () => {
    await using server = await serveShop('pglite')
    const event = sale('MUG', 1)
    const missing = await fetch(`${server.url}/events`, {
      method: 'POST',
      headers: { 'content-type': SINGLE },
      body: JSON.stringify(event),
    })
    expect([missing.status, missing.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    for (const kind of ['storefront', 'partner']) {
      expect(await server.post(SINGLE, event, { authorization: kind })).toMatchObject({
        status: 403,
        code: 'FORBIDDEN',
      })
    }
    for (const kind of ['service', 'operator', 'admin']) {
      expect(await server.post(SINGLE, event, { authorization: kind })).toMatchObject({ status: 200 })
    }
  })

  test('compressed bodies', async () => {
    await using server = await serveShop('pglite')
    expect(await server.post(SINGLE, '{}', { 'content-encoding': 'gzip' })).toMatchObject({
      status: 415,
      message: expect.stringContaining('content-encoding'),
    })
  })
})

test('a sender that is cut off has recorded what came before, and the half line is nothing', async () => {
  await using server = await serveShop('pglite')
  const request = httpRequest(`${server.url}/events`, {
    method: 'POST',
    headers: { 'content-type': NDJSON, authorization: 'service' },
  })
  request.on('error', () => {})
  request.write(`${ndjson(sale('MUG', 1))}{"specversion":`)
  await expect.poll(() => server.hub.position('MUG', 'BER')).toMatchObject({ sellable: -1 })
  const closed = new Promise((resolve) => request.once('close', resolve))
  request.destroy()
  await closed

  expect(await server.post(NDJSON, ndjson(sale('MUG', 1)))).toMatchObject({ statuses: ['ACCEPTED'] })
  expect(await server.hub.deadLetters()).toEqual([])
})

test('the schemas are listed and served', async () => {
  await using server = await serveShop('pglite')
  const list: { schemas: { name: string; url: string }[] } = JSON.parse(
    await (await fetch(`${server.url}/events/schemas`)).text(),
  )
  expect(list.schemas.map(({ name }) => name)).toEqual(['onhand.event.v1', ...EVENT_TYPES])
  for (const { url } of list.schemas) {
    const schema = await fetch(`${server.url}${url}`)
    expect(schema.headers.get('content-type')).toMatch('application/schema+json')
    expect(await schema.json()).toMatchObject({ $id: `https://onhand.dev${url}` })
  }
  expect((await fetch(`${server.url}/events/schemas/..%2Findex.ts`)).status).toBe(404)
})

test('while the database is away nothing is stored, and the sender is told to try again', async () => {
  await using postgres = await startPostgres()
  const db = await openDatabase({ url: postgres.url })
  await migrate(db)
  const ledger = await openLedger({ db, bus: { publish: async () => {} }, log: SILENT })
  const fresh = { ...db, url: postgres.url, [Symbol.asyncDispose]: () => db.close() }
  await using server = await serve(new IngestHub(new TestLedger(fresh, ledger, [])))
  await server.hub.shop(['MUG'], ['BER'])

  await postgres.stop('immediate')
  const events = [sale('MUG', 1), sale('MUG', 1)]
  for (const [type, body] of [
    [SINGLE, events[0]],
    [BATCH, events],
    [NDJSON, ndjson(...events)],
  ] as const) {
    const answer = await server.post(type, body)
    expect(answer).toMatchObject({
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      message: expect.stringContaining('Nothing was stored'),
    })
    expect(answer.headers.get('retry-after')).toBe('1')
  }

  await postgres.start()
  await expect
    .poll(async () => (await server.post(BATCH, events)).statuses, { timeout: 20_000 })
    .toEqual(['ACCEPTED', 'ACCEPTED'])
}, 120_000)
