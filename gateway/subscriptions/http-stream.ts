import type { ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'

const streamed = new WeakSet<ServerResponse>()

/** Whether the answer took as long as its client listened, which says nothing of how fast the hub is. */
export function isStream({ raw }: FastifyReply): boolean {
  return streamed.has(raw)
}

/** An answer over HTTP that is written bit by bit, as fast as its reader reads. */
export class HttpStream {
  readonly #response: ServerResponse
  /** Aborted when the connection is gone or everything was written. */
  readonly closed: AbortSignal

  /** Milliseconds for which a reader may take nothing of what waits for it; then it is cut off. */
  readonly #stallMs: number

  constructor(reply: FastifyReply, contentType: string, stallMs: number) {
    this.#stallMs = stallMs
    // What the hooks have set goes along.
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value)
    }
    reply.hijack()
    streamed.add(reply.raw)
    this.#response = reply.raw
    const closing = new AbortController()
    this.closed = closing.signal
    if (this.#response.closed) closing.abort()
    else this.#response.once('close', () => closing.abort())
    this.#response.writeHead(200, {
      'content-type': contentType,
      'cache-control': 'no-store, no-transform',
      // nginx would keep it to itself until it has a page full.
      'x-accel-buffering': 'no',
    })
  }

  /** Whether the reader has taken what was written. */
  get idle(): boolean {
    return !this.#response.writableNeedDrain && !this.#response.writableEnded
  }

  /** Resolves when the reader has made room for more, or is gone; of one that takes nothing for too long the connection is cut. */
  write(text: string): Promise<void> {
    const response = this.#response
    if (this.closed.aborted || response.writableEnded || response.write(text)) return Promise.resolve()
    return new Promise((resolve) => {
      let taken = this.#taken
      const looking = setInterval(() => {
        if (this.#taken === taken) this.destroy()
        taken = this.#taken
      }, this.#stallMs)
      looking.unref()
      const settle = () => {
        clearInterval(looking)
        response.off('drain', settle).off('close', settle)
        resolve()
      }
      response.once('drain', settle).once('close', settle)
    })
  }

  /** Bytes that the system has taken over. */
  get #taken(): number {
    const { socket } = this.#response
    return socket === null ? 0 : socket.bytesWritten - socket.writableLength
  }

  end(text: string): void {
    if (!this.#response.writableEnded) this.#response.end(text)
  }

  destroy(): void {
    this.#response.destroy()
  }
}
