import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'

/** A way to a server on which answers get lost: what was asked for is done, and nobody hears of it. */
export interface LossyProxy extends AsyncDisposable {
  readonly url: string
  /** The next answer to a request with a body that matches is lost. */
  loseAnswerTo(body: RegExp): void
  /** Bodies that were sent. */
  readonly sent: readonly string[]
}

/** `aheadSeconds`: whoever goes this way sees a Tryton whose clock, and whatever bears a time of it, is so much ahead. */
export async function startLossyProxy(target: string, aheadSeconds = 0): Promise<LossyProxy> {
  const { origin, pathname } = new URL(target)
  const shifted = (json: string, seconds: number) =>
    aheadSeconds === 0 ? json : JSON.stringify(JSON.parse(json, (_key, value) => later(value, seconds)))
  const sent: string[] = []
  let lost: RegExp | undefined

  const server = createServer((request, response) => {
    forward(request).catch(() => response.destroy())
    async function forward({ url = '/', headers, method = 'POST' }: IncomingMessage): Promise<void> {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      const body = Buffer.concat(chunks).toString()
      sent.push(body)
      const answer = await fetch(`${origin}${url}`, {
        method,
        headers: {
          'content-type': headers['content-type'] ?? 'application/json',
          ...(headers.authorization === undefined ? {} : { authorization: headers.authorization }),
        },
        body: shifted(body, -aheadSeconds),
      })
      const said = await answer.text()
      const text = answer.headers.get('content-type')?.includes('json') === true ? shifted(said, aheadSeconds) : said
      if (lost?.test(body) === true) {
        lost = undefined
        response.destroy()
        return
      }
      const date = answer.headers.get('date')
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'application/json',
        ...(date === null ? {} : { date: new Date(Date.parse(date) + aheadSeconds * 1_000).toUTCString() }),
      })
      response.end(text)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')

  return {
    url: `http://127.0.0.1:${address.port}${pathname}`,
    sent,
    loseAnswerTo(body) {
      lost = body
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A moment as Tryton writes it, so many seconds later; anything else as it is. */
function later(value: unknown, seconds: number): unknown {
  if (typeof value !== 'object' || value === null || !('__class__' in value) || value.__class__ !== 'datetime')
    return value
  const { year, month, day, hour, minute, second, ...rest }: Record<string, unknown> = { ...value }
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = [year, month, day, hour, minute, second].map(Number)
  const moment = new Date(Date.UTC(y, mo - 1, d, h, mi, s + seconds))
  // The first there is stays the first.
  if (y < 100) return value
  return {
    ...rest,
    ...{ year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() },
    ...{ hour: moment.getUTCHours(), minute: moment.getUTCMinutes(), second: moment.getUTCSeconds() },
  }
}
