import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

/** A message as a receiver gets it. */
export interface Received {
  readonly id: string
  readonly headers: Record<string, string>
  readonly text: string
  /** The message as JSON. What it holds is whatever the test subscribed to. */
  readonly body: ReturnType<typeof JSON.parse>
  /** By `performance.now()`. */
  readonly at: number
  /** With which status it was answered; undefined while it is not. */
  status: number | undefined
}

/** How a receiver answers: a status, with headers and a text, or by itself. */
export type Answering =
  | number
  | { readonly status: number; readonly headers?: Record<string, string>; readonly text?: string }
  | 'never'

/** A server that receives webhooks, over real HTTP. */
export class Receiver implements AsyncDisposable {
  readonly #server: Server
  readonly received: Received[] = []
  /** Decides how each message is answered. */
  answer: (message: Received) => Answering | Promise<Answering> = () => 204

  private constructor(server: Server) {
    this.#server = server
  }

  static async open(): Promise<Receiver> {
    const server = createServer((request, response) => void receiver.#take(request, response))
    const receiver = new Receiver(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return receiver
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo
    return `http://127.0.0.1:${port}/hook`
  }

  /** Messages that were answered with 2xx, each once however often it came. */
  get taken(): Received[] {
    const byId = new Map<string, Received>()
    for (const message of this.received) {
      if ((message.status ?? 0) >= 200 && (message.status ?? 0) < 300 && !byId.has(message.id))
        byId.set(message.id, message)
    }
    return [...byId.values()]
  }

  /** Resolves with the first message that fits; throws when none comes in time. */
  async next(fits: (message: Received) => boolean = () => true, timeoutMs = 20_000): Promise<Received> {
    return until(
      () => this.received.find(fits),
      timeoutMs,
      () => JSON.stringify(this.received.map(({ text, status }) => [text, status])),
    )
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const id = headers['webhook-id'] ?? ''
    const message: Received = { id, headers, text, body: JSON.parse(text), at: performance.now(), status: undefined }
    this.received.push(message)
    const answer = await this.answer(message)
    if (answer === 'never') return
    const { status, headers: more = {}, text: said = '' } = typeof answer === 'number' ? { status: answer } : answer
    message.status = status
    response.writeHead(status, more).end(said)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

/** What the specification's own library says: the message as JSON, or it throws. */
export function verify(secret: string, { text, headers }: Received): unknown {
  return new Webhook(secret).verify(text, headers)
}

/** The first value that is not undefined; throws when there is none in time. */
export async function until<T>(
  look: () => T | undefined | Promise<T | undefined>,
  timeoutMs = 20_000,
  explain: () => string = () => '',
): Promise<T> {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() > deadline) throw new Error(`It did not happen within ${timeoutMs} ms. ${explain()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
