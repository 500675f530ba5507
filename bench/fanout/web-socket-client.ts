import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** What a frame of a server is told as. The bytes are only good until the call returns. */
export type OnText = (bytes: Buffer, start: number, end: number) => void

/**
 * A client of RFC 6455 that does next to nothing, so that servers are measured and not their client: all sockets read into one buffer, and frames are
 * found by their heads. It speaks to servers that neither compress nor fragment, and ends the benchmark where one does.
 */
export class WebSocketClient {
  readonly #socket: Socket
  readonly #onText: OnText
  readonly #opened = Promise.withResolvers<void>()
  #head = ''
  #isOpen = false
  /** The beginning of a frame whose end has not come. */
  #rest: Buffer | undefined
  #paused = false
  closedBy: string | undefined

  private constructor(url: URL, protocol: string, onText: OnText) {
    this.#onText = onText
    this.#socket = connect({
      host: url.hostname,
      port: Number(url.port),
      onread: {
        buffer: shared,
        callback: (length, buffer) => {
          this.#read(buffer instanceof Buffer ? buffer : Buffer.from(buffer), length)
          return !this.#paused
        },
      },
    })
    this.#socket.setNoDelay(true)
    this.#socket.on('error', (error) => this.#fail(error.message))
    this.#socket.on('close', () => this.#fail('The connection ended'))
    this.#socket.once('connect', () =>
      this.#socket.write(
        `GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
          `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Protocol: ${protocol}\r\n\r\n`,
      ),
    )
  }

  static async open(url: URL, protocol: string, onText: OnText): Promise<WebSocketClient> {
    const client = new WebSocketClient(url, protocol, onText)
    await client.#opened.promise
    return client
  }

  send(message: unknown): void {
    this.#sendFrame(0x1, Buffer.from(JSON.stringify(message)))
  }

  /** Reads nothing from now on. */
  pause(): void {
    this.#paused = true
    this.#socket.pause()
  }

  close(): void {
    this.#socket.destroy()
  }

  #fail(reason: string): void {
    this.closedBy ??= reason
    this.#opened.reject(new Error(`A socket was not opened: ${reason}. ${this.#head}`))
  }

  #read(buffer: Buffer, length: number): void {
    if (this.#isOpen) {
      this.#readFrames(buffer, length)
      return
    }
    this.#head += buffer.toString('latin1', 0, length)
    const end = this.#head.indexOf('\r\n\r\n')
    if (end < 0) return
    if (!this.#head.startsWith('HTTP/1.1 101 ')) {
      this.#fail('It was refused')
      return
    }
    const rest = Buffer.from(this.#head.slice(end + 4), 'latin1')
    this.#head = ''
    this.#isOpen = true
    this.#opened.resolve()
    if (rest.length > 0) this.#readFrames(rest, rest.length)
  }

  #readFrames(buffer: Buffer, length: number): void {
    let bytes = buffer
    let end = length
    if (this.#rest !== undefined) {
      bytes = Buffer.concat([this.#rest, buffer.subarray(0, length)])
      end = bytes.length
      this.#rest = undefined
    }
    let at = 0
    while (at + 2 <= end) {
      const first = bytes[at] ?? 0
      const second = bytes[at + 1] ?? 0
      let start = at + 2
      let size = second & 0x7f
      if (size === 126) {
        if (at + 4 > end) break
        size = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
        start = at + 4
      } else if (size === 127) {
        if (at + 10 > end) break
        size = bytes.readUIntBE(at + 4, 6)
        start = at + 10
      }
      if (start + size > end) break
      this.#frame(first, bytes, start, start + size)
      at = start + size
    }
    if (at < end) this.#rest = Buffer.from(bytes.subarray(at, end))
  }

  #frame(first: number, bytes: Buffer, start: number, end: number): void {
    switch (first) {
      case 0x81:
        this.#onText(bytes, start, end)
        break
      case 0x88:
        this.#fail(`Closed with ${end - start >= 2 ? bytes.readUInt16BE(start) : 'no code'}`)
        break
      case 0x89:
        this.#sendFrame(0xa, Buffer.from(bytes.subarray(start, end)))
        break
      default:
        this.#fail(`A frame that begins with ${first} was not expected`)
        this.close()
    }
  }

  /** Masked with zeros, which leaves it as it is: the mask protects caches on the way, of which there are none. */
  #sendFrame(opcode: number, payload: Buffer): void {
    const { length } = payload
    const head = Buffer.alloc(length < 126 ? 6 : 8)
    head[0] = 0x80 | opcode
    if (length < 126) {
      head[1] = 0x80 | length
    } else {
      if (length > 0xffff) throw new RangeError('This client sends no frames of more than 64 KiB.')
      head[1] = 0x80 | 126
      head.writeUInt16BE(length, 2)
    }
    this.#socket.write(Buffer.concat([head, payload]))
  }
}

const shared = Buffer.alloc(256 * 1024)
