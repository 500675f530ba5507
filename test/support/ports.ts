import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port that was free a moment ago. Whoever binds it has to be ready to lose it to somebody else. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')
  return address.port
}
