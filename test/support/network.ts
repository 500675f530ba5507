import { once } from 'node:events'
import { createServer, connect as dial, type Socket } from 'node:net'

/** A network in front of one server, in which everything can happen that happens in networks. The two ends go on running, and are told nothing. */
export interface Network extends AsyncDisposable {
  readonly port: number
  /** The server's URL by way of this network. */
  through(url: string): string
  /** Leads to another port of this machine, from the next connection on. */
  leadTo(port: number): void
  /** Resets every connection, and each new one, until it is mended. */
  cut(): void
  /** Resets every connection once; new ones work. */
  reset(): void
  /** Swallows whatever is sent over connections of now and of until it is mended; those carry nothing ever again. */
  swallow(): void
  /** Each way takes so much longer. */
  delay(ms: number): void
  /** Loses this share of the pieces that the server sends, in the middle of what they belong to. */
  lose(share: number): void
  /** As at the beginning, for new connections and those that were not swallowed. */
  mend(): void
}

interface Pair {
  readonly near: Socket
  readonly far: Socket
  dead: boolean
}

/** `await using network = await networkTo(server.port)`. */
export async function networkTo(target: number): Promise<Network> {
  const pairs = new Set<Pair>()
  let to = target
  let isCut = false
  let swallows = false
  let delayMs = 0
  let lost = 0

  const server = createServer({ noDelay: true }, (near) => {
    near.on('error', () => {})
    if (isCut) {
      near.resetAndDestroy()
      return
    }
    const far = dial({ port: to, host: '127.0.0.1', noDelay: true })
    const pair: Pair = { near, far, dead: swallows }
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      // Over a connection that swallows everything, the end of one side does not arrive at the other either.
      if (pair.dead) return
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) socket.on('error', () => {}).on('close', end)
    carry(near, far, () => pair.dead)
    carry(far, near, () => pair.dead || Math.random() < lost)
  })

  function carry(from: Socket, into: Socket, isLost: () => boolean): void {
    let before: Promise<void> = Promise.resolve()
    from.on('data', (piece) => {
      if (isLost()) return
      if (delayMs === 0) {
        // Who does not read is felt by who writes.
        if (!into.write(piece)) {
          from.pause()
          into.once('drain', () => from.resume())
        }
        return
      }
      const due = performance.now() + delayMs
      from.pause()
      before = before.then(async () => {
        await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
        if (!into.destroyed) into.write(piece)
        from.resume()
      })
    })
  }

  function reset(): void {
    for (const { near, far } of pairs) {
      near.resetAndDestroy()
      far.resetAndDestroy()
    }
    pairs.clear()
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')

  return {
    port: address.port,
    through(url) {
      const changed = new URL(url)
      changed.port = String(address.port)
      return changed.href
    },
    leadTo(port) {
      to = port
    },
    cut() {
      isCut = true
      reset()
    },
    reset,
    swallow() {
      swallows = true
      for (const pair of pairs) pair.dead = true
    },
    delay(ms) {
      delayMs = ms
    },
    lose(share) {
      lost = share
    },
    mend() {
      isCut = false
      swallows = false
      delayMs = 0
      lost = 0
    },
    async [Symbol.asyncDispose]() {
      server.close()
      reset()
      await once(server, 'close')
    },
  }
}
