import type { IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Viewer } from '../core/access/viewer.ts'
import type { Config } from '../core/config.ts'
import { isDatabaseUnavailable } from '../core/database/errors.ts'
import type { Ingest } from '../core/ingest/ingest.ts'
import { UnreadableBody } from '../core/ingest/pieces.ts'
import { type BodyFormat, BodyTooLarge, recordStream } from '../core/ingest/stream.ts'
import { LedgerUnavailable } from '../core/ledger/ledger.ts'
import { errorBody } from '../gateway/errors.ts'
import { EVENT_ENVELOPE, EVENT_TYPES, isEventSchemaName, readEventSchemaText } from '../schema/events/index.ts'
import { identifyReporter, type ReporterOptions } from './reporter.ts'
import { Spool } from './spool.ts'

export interface EventsRouteOptions extends ReporterOptions {
  readonly ingest: Ingest
  readonly config: Pick<Config, 'eventLimitBytes'>
}

/** Media types of CloudEvents' JSON format and HTTP binding (v1.0.2), and of newline-delimited JSON. */
const FORMATS: Readonly<Record<string, BodyFormat>> = {
  'application/cloudevents+json': 'single',
  'application/cloudevents-batch+json': 'batch',
  'application/x-ndjson': 'ndjson',
}

/** Bytes of a refused body that are read and dropped, so that its sender comes to read the answer; of a longer one the connection is cut. */
const DISCARD_MAX = 64 * 1024 * 1024

/**
 * A Fastify plugin: `POST /events` records CloudEvents and answers 200 with `{ "results": [...] }`, one for each event in order, whatever became of it.
 * A body that cannot be read gets 400, a single event that is too long 413, another media type 415, a missing or wrong credential 401, a viewer that may
 * not report 403. 503 says that the database is away: what was recorded before stands, and the whole body may be sent again. Bodies are streamed and may
 * have any length. `GET /events/schemas` lists the JSON Schemas, `GET /events/schemas/<type>` is one.
 */
export function eventsRoute(options: EventsRouteOptions): (app: FastifyInstance) => Promise<void> {
  const { ingest, config, log } = options

  return async (app) => {
    // The body stays a stream; nothing here reads more of it than one event.
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

    app.post('/events', async (request, reply) => {
      const body = readOnce(request)
      const refuse = async (status: number, code: Parameters<typeof errorBody>[0], message: string) => {
        if (!(await body.discard())) reply.header('connection', 'close')
        return reply.code(status).send(errorBody(code, message, request.id))
      }

      const reporter = await identifyReporter(options, request.headers.authorization, request.id)
      if ('refusal' in reporter) {
        const { status, code, message, headers } = reporter.refusal
        reply.headers(headers)
        return refuse(status, code, message)
      }
      const { viewer } = reporter
      const format = formatOf(request.headers)
      if (format === undefined) return refuse(415, 'BAD_USER_INPUT', mediaTypes(request.headers))

      const results = new Results()
      try {
        await collect(results, ingest, format, body.chunks, request.headers, viewer)
      } catch (error) {
        await results[Symbol.asyncDispose]()
        if (error instanceof BodyTooLarge) return refuse(413, 'BAD_USER_INPUT', error.message)
        if (error instanceof UnreadableBody) {
          const before =
            results.count === 0 ? 'Nothing was stored.' : `The ${results.count} events before it were recorded.`
          return refuse(400, 'BAD_USER_INPUT', `${error.message} ${before}`)
        }
        if (request.raw.destroyed && !request.raw.complete) {
          log.warn(
            { requestId: request.id, recorded: results.count },
            'The sender of events was gone before the body ended',
          )
          return refuse(400, 'BAD_USER_INPUT', 'The body did not end.')
        }
        if (!(error instanceof LedgerUnavailable) && !isDatabaseUnavailable(error)) throw error
        log.warn({ err: error, requestId: request.id, recorded: results.count }, 'Events could not be recorded')
        reply.header('retry-after', '1')
        return refuse(503, 'SERVICE_UNAVAILABLE', tellUnavailable(results.count))
      }
      return answer(reply, results)
    })

    const schemas = [EVENT_ENVELOPE, ...EVENT_TYPES].map((name) => ({ name, url: `/events/schemas/${name}` }))
    app.get('/events/schemas', () => ({ schemas }))
    app.get<{ Params: { name: string } }>('/events/schemas/:name', async (request, reply) => {
      const { name } = request.params
      if (isEventSchemaName(name)) return reply.type('application/schema+json').send(readEventSchemaText(name))
      const message = `There is no event type "${name}"; GET /events/schemas lists them.`
      return reply.code(404).send(errorBody('BAD_USER_INPUT', message, request.id))
    })
  }

  async function collect(
    results: Results,
    ingest: Ingest,
    format: BodyFormat | 'binary',
    chunks: AsyncIterable<Uint8Array>,
    headers: IncomingHttpHeaders,
    viewer: Viewer,
  ): Promise<void> {
    // One event may be a person waiting at a till; many are work that gives way to those.
    if (format === 'binary') {
      const event = await fromHeaders(headers, chunks, config.eventLimitBytes)
      await results.add(await ingest.record([event], viewer, 'interactive'))
      return
    }
    const urgency = format === 'single' ? 'interactive' : 'bulk'
    for await (const some of recordStream(ingest, chunks, format, viewer, urgency)) await results.add(some)
  }
}

function tellUnavailable(recorded: number): string {
  if (recorded === 0) return 'The database is away. Nothing was stored. Try again.'
  return `The database is away. The first ${recorded} events were recorded; send all of them again, those are then duplicates.`
}

function answer(reply: FastifyReply, results: Results): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(Readable.from(results.json()))
}

/** The results of a request as JSON text, in bounded memory. */
class Results implements AsyncDisposable {
  count = 0
  readonly #spool = new Spool()

  async add(results: readonly object[]): Promise<void> {
    if (results.length === 0) return
    const text = results.map((result) => JSON.stringify(result)).join(',')
    await this.#spool.write(this.count === 0 ? text : `,${text}`)
    this.count += results.length
  }

  async *json(): AsyncGenerator<string | Buffer> {
    try {
      yield '{"results":['
      yield* this.#spool.read()
      yield ']}'
    } finally {
      await this.#spool[Symbol.asyncDispose]()
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#spool[Symbol.asyncDispose]()
  }
}

/** The body of a request, without the request being destroyed when nobody wants the rest of it. */
function readOnce(request: FastifyRequest) {
  const iterator: AsyncIterator<Uint8Array> = request.raw[Symbol.asyncIterator]()
  return {
    chunks: { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) },
    /** Reads what is left, for nothing. Answers whether it came to the end. */
    async discard(): Promise<boolean> {
      try {
        for (let read = 0; read < DISCARD_MAX; ) {
          const next = await iterator.next()
          if (next.done === true) return true
          read += next.value.length
        }
      } catch {
        // The sender is gone.
      }
      return false
    },
  }
}

function formatOf(headers: IncomingHttpHeaders): BodyFormat | 'binary' | undefined {
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') return undefined
  const [type = '', ...parameters] = (headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  if (charset !== undefined && !/^charset="?utf-8"?$/.test(charset)) return undefined
  if (type === 'application/json' && headers['ce-specversion'] !== undefined) return 'binary'
  return Object.hasOwn(FORMATS, type) ? FORMATS[type] : undefined
}

function mediaTypes(headers: IncomingHttpHeaders): string {
  const types = `${Object.keys(FORMATS).join(', ')}, or application/json with the headers of CloudEvents' binary mode (ce-specversion, ce-id, …)`
  if (headers['content-encoding'] !== undefined) return `Send the body without content-encoding, as ${types}.`
  return `Events are sent as ${types}; in UTF-8.`
}

/** CloudEvents' binary mode: attributes in headers, percent-encoded (HTTP binding, 3.1.3.2), the data in the body. */
async function fromHeaders(
  headers: IncomingHttpHeaders,
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<object> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    length += chunk.length
    if (length > limit) throw new BodyTooLarge(`The data is longer than the ${limit} bytes that an event may have.`)
  }
  const text = Buffer.concat(parts).toString('utf8')
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    throw new UnreadableBody(`The data is not JSON: ${error instanceof Error ? error.message : String(error)}.`)
  }
  const attributes = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith('ce-') && typeof value === 'string' ? [[name.slice(3), decoded(value)]] : [],
  )
  return { ...Object.fromEntries(attributes), datacontenttype: headers['content-type'], data }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
