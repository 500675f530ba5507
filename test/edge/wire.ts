import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'

/** One connection: to who asked, and to the server. */
interface Pair {
  readonly near: Socket
  readonly far: Socket
}

/** A wire to a server that can be cut, go silent, or lose one answer, as networks do. The server itself goes on. */
export class Wire implements AsyncDisposable {
  readonly port: number
  readonly #close: () => Promise<void>
  readonly #pairs: Set<Pair>
  #silent = false
  #cut = false
  #lost: { readonly said: string; readonly noticed: () => void } | undefined

  private constructor(port: number, pairs: Set<Pair>, close: () => Promise<void>) {
    this.port = port
    this.#pairs = pairs
    this.#close = close
  }

  static async to(port: number): Promise<Wire> {
    const pairs = new Set<Pair>()
    let wire: Wire | undefined
    const server = createServer((near) => {
      if (wire?.isCut === true) {
        near.destroy()
        return
      }
      const far = dial(port, '127.0.0.1')
      const pair = { near, far }
      pairs.add(pair)
      const gone = () => {
        pairs.delete(pair)
        near.destroy()
        far.destroy()
      }
      near.on('error', gone).on('close', gone)
      far.on('error', gone).on('close', gone)
      near.on('data', (chunk) => wire?.asked(pair, chunk))
      far.on('data', (chunk) => near.write(chunk))
      if (wire?.silent === true) wire.hush(pair)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    wire = new Wire((server.address() as AddressInfo).port, pairs, async () => {
      for (const { near, far } of pairs) {
        near.destroy()
        far.destroy()
      }
      await new Promise((resolve) => server.close(resolve))
    })
    return wire
  }

  get silent(): boolean {
    return this.#silent
  }

  /** Nothing arrives any more in either direction, and nobody is told: what a partition looks like from inside. */
  goSilent(): void {
    this.#silent = true
    for (const pair of this.#pairs) this.hush(pair)
  }

  /** What was held up is delivered, and everything flows again. */
  speakAgain(): void {
    this.#silent = false
    for (const { near, far } of this.#pairs) {
      near.resume()
      far.resume()
    }
  }

  /** Everything that goes through it breaks off, and nobody gets through any more. */
  cut(): void {
    this.#cut = true
    for (const { near, far } of this.#pairs) {
      near.destroy()
      far.destroy()
    }
  }

  mend(): void {
    this.#cut = false
  }

  get isCut(): boolean {
    return this.#cut
  }

  /** From the next time that somebody asks with these words on, that connection delivers the question, and no answer. Resolves when it was asked. */
  loseAnswerTo(said: string): Promise<void> {
    return new Promise((noticed) => {
      this.#lost = { said, noticed }
    })
  }

  hush({ near, far }: Pair): void {
    near.pause()
    far.pause()
  }

  asked(pair: Pair, chunk: Buffer): void {
    if (this.#lost !== undefined && chunk.toString('latin1').toLowerCase().includes(this.#lost.said)) {
      pair.far.pause()
      this.#lost.noticed()
      this.#lost = undefined
    }
    pair.far.write(chunk)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#close()
  }
}
