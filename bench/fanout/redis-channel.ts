import type { Server } from 'node:http'

/** Where contenders other than ours hear of changes. */
export const CHANNEL = 'availability'

export function urlOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen')
  return `http://127.0.0.1:${address.port}`
}
