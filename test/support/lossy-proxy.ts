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

export async function startLossyProxy(target: string): Promise<LossyProxy> {
  const { origin, pathname } = new URL(target)
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
        body,
      })
      const text = await answer.text()
      if (lost?.test(body) === true) {
        lost = undefined
        response.destroy()
        return
      }
      const date = answer.headers.get('date')
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'application/json',
        ...(date === null ? {} : { date }),
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
