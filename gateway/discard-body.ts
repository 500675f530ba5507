import type { IncomingMessage } from 'node:http'

/** Bytes of a refused body that are read and dropped, so that its sender comes to read the answer; of a longer one the connection is cut. */
const DISCARD_MAX = 64 * 1024 * 1024

/** Milliseconds that dropping it may take. */
const DISCARD_MS_MAX = 30_000

/** Reads what is left of a body, for nothing. Resolves with whether it came to the end. */
export function discardBody(request: IncomingMessage): Promise<boolean> {
  if (request.readableEnded || request.destroyed) return Promise.resolve(request.readableEnded)
  return new Promise((resolve) => {
    let read = 0
    const settle = (ended: boolean) => {
      clearTimeout(late)
      request.off('data', count).off('end', over).off('close', cut)
      resolve(ended)
    }
    const count = (chunk: Buffer) => {
      read += chunk.length
      if (read > DISCARD_MAX) settle(false)
    }
    const over = () => settle(true)
    const cut = () => settle(false)
    const late = setTimeout(cut, DISCARD_MS_MAX)
    request.on('data', count).once('end', over).once('close', cut).resume()
  })
}
