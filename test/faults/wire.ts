import { once } from 'node:events'
import { createConnection, createServer, type Socket } from 'node:net'

/** A wire to a server, which can be cut without either end being told: what is sent is swallowed, as by a switch that lost its power. */
export interface Wire extends AsyncDisposable {
  /** The server's URL by way of this wire. */
  readonly url: string
  cut(): void
  /** New connections go through again; those of before stay dead. */
  mend(): void
}

export async function wireTo(target: string): Promise<Wire> {
  const to = new URL(target)
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((here) => {
    sockets.add(here)
    here.on('error', () => {})
    if (isCut) return
    const there = createConnection({ host: to.hostname, port: Number(to.port) })
    sockets.add(there)
    there.on('error', () => here.destroy())
    for (const [from, into] of [
      [here, there],
      [there, here],
    ] as const) {
      from.pipe(into)
      from.on('close', () => into.destroy())
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The wire has no port')
  const url = new URL(target)
  url.hostname = '127.0.0.1'
  url.port = String(address.port)

  return {
    url: url.href,
    cut() {
      isCut = true
      for (const socket of sockets) {
        socket.unpipe()
        socket.removeAllListeners('close')
        socket.pause()
      }
    },
    mend() {
      isCut = false
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
