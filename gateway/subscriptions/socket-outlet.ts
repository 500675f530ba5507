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
  #held: Buffer[] | Buffer | undefined
  #heldBytes = 0
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
    return this.#isOpen && this.#heldBytes + this.#stream.writableLength < this.#stream.writableHighWaterMark
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN && !this.#isTooSlow
  }

  write(bytes: Buffer): void {
    if (this.#held === undefined) this.#held = bytes
    else if (Array.isArray(this.#held)) this.#held.push(bytes)
    else this.#held = [this.#held, bytes]
    this.#heldBytes += bytes.length
  }

  flush(): void {
    const held = this.#held
    if (held === undefined) return
    this.#held = undefined
    this.#heldBytes = 0
    if (!this.#isOpen) return
    if (Array.isArray(held)) {
      this.#stream.cork()
      for (const bytes of held) this.#stream.write(bytes)
      this.#stream.uncork()
    } else {
      this.#stream.write(held)
    }
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
    this.#held = undefined
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
  const tail = Buffer.from(`,"id":${JSON.stringify(id)}}`)
  return {
    key: `ws ${tail.length}`,
    tail,
    wrap: (payload) => frameUpTo(`${NEXT}${payload}`, tail.length),
  }
}

/** One unmasked text frame whose last bytes follow later. */
function frameUpTo(text: string, tailBytes: number): Buffer {
  const textBytes = Buffer.byteLength(text)
  const length = textBytes + tailBytes
  const headBytes = length < 126 ? 2 : length < 0x10000 ? 4 : 10
  const frame = Buffer.allocUnsafe(headBytes + textBytes)
  frame[0] = 0x81
  if (headBytes === 2) {
    frame[1] = length
  } else if (headBytes === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.write(text, headBytes)
  return frame
}
