import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Outlet, Wrapping } from './outlet.ts'

export interface SocketOutletOptions {
  /** Bytes beyond which nothing more is added to what waits for a client. */
  readonly bufferLimitBytes: number
  /** Milliseconds for which a client may take nothing at all while something waits for it. */
  readonly stallMs: number
  /** The client reads too slowly. Called once. */
  readonly onTooSlow: (reason: string) => void
}

/**
 * Writes messages to a WebSocket that were framed beforehand (RFC 6455, section 5.2), past `ws`, which frames each message for each socket anew. That goes
 * because the hub neither compresses nor fragments: `ws` writes each of its own frames as a whole and at once, so frames of both never mix.
 */
export class SocketOutlet implements Outlet {
  readonly #socket: WebSocket
  readonly #stream: Duplex & { readonly bytesWritten?: number }
  readonly #options: SocketOutletOptions
  #held = ''
  #waiting: (() => void)[] | undefined
  #stall: NodeJS.Timeout | undefined
  #isTooSlow = false

  /** `stream` is what `socket` writes to. */
  constructor(socket: WebSocket, stream: Duplex, options: SocketOutletOptions) {
    this.#socket = socket
    this.#stream = stream
    this.#options = options
  }

  get ready(): boolean {
    return this.#isOpen && this.#held.length + this.#stream.writableLength < this.#stream.writableHighWaterMark
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN && !this.#isTooSlow
  }

  write(bytes: string): void {
    this.#held += bytes
  }

  flush(): void {
    const held = this.#held
    if (held === '') return
    this.#held = ''
    if (!this.#isOpen) return
    this.#stream.write(held, 'latin1')
    this.watch()
    // Those who stopped because of what was held go on where the system took all of it.
    if (this.#waiting !== undefined && this.ready) this.#resume()
  }

  whenReady(resume: () => void): void {
    if (this.#waiting === undefined) this.#waiting = [resume]
    else this.#waiting.push(resume)
    this.watch()
  }

  /** Whether something that cannot be left out may still be added to what waits. If not, the client was too slow. */
  hasRoom(): boolean {
    if (!this.#isOpen) return false
    const { bufferLimitBytes } = this.#options
    if (this.#stream.writableLength <= bufferLimitBytes) return true
    this.#giveUp(`more than ${bufferLimitBytes} bytes wait for it`)
    return false
  }

  /** Looks from now on whether the client takes what was written to it, by whomever. */
  watch(): void {
    if (this.#stall !== undefined || this.#stream.writableLength === 0 || !this.#isOpen) return
    this.#stream.on('drain', this.#onDrain)
    this.#lookAgain(this.#taken)
  }

  /** Nothing of it remains. */
  close(): void {
    clearTimeout(this.#stall)
    this.#stall = undefined
    this.#held = ''
    this.#waiting = undefined
    this.#stream.off('drain', this.#onDrain)
  }

  /** Bytes that the system has taken over. */
  get #taken(): number {
    return (this.#stream.bytesWritten ?? 0) - this.#stream.writableLength
  }

  #lookAgain(taken: number): void {
    this.#stall = setTimeout(() => {
      if (this.#stream.writableLength > 0 && this.#taken === taken) {
        this.#giveUp(`it took nothing for ${this.#options.stallMs} ms`)
      } else if (this.#stream.writableLength > 0) {
        this.#lookAgain(this.#taken)
      } else {
        this.#onDrain()
      }
    }, this.#options.stallMs)
    this.#stall.unref()
  }

  readonly #onDrain = (): void => {
    clearTimeout(this.#stall)
    this.#stall = undefined
    this.#stream.off('drain', this.#onDrain)
    this.#resume()
  }

  #resume(): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    for (const resume of waiting ?? []) resume()
  }

  #giveUp(reason: string): void {
    this.#isTooSlow = true
    this.close()
    this.#options.onTooSlow(reason)
  }
}

const NEXT = '{"type":"next","payload":'

/** The messages `next` of `graphql-transport-ws` as frames: the order of keys in a message is free, so the id, which each subscription has its own of, comes last. */
export function nextFrames(id: string): Wrapping {
  const tail = bytesOf(`,"id":${JSON.stringify(id)}}`)
  return {
    key: `ws ${tail.length}`,
    tail,
    wrap: (payload) => {
      const text = bytesOf(`${NEXT}${payload}`)
      return headOf(text.length + tail.length) + text
    },
  }
}

function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1')
}

/** The head of one unmasked text frame. */
function headOf(length: number): string {
  const head = Buffer.alloc(length < 126 ? 2 : length < 0x10000 ? 4 : 10)
  head[0] = 0x81
  if (length < 126) {
    head[1] = length
  } else if (length < 0x10000) {
    head[1] = 126
    head.writeUInt16BE(length, 2)
  } else {
    head[1] = 127
    head.writeBigUInt64BE(BigInt(length), 2)
  }
  return head.toString('latin1')
}
