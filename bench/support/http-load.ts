import { connect, type Socket } from 'node:net'
import type { Answer } from './drive.ts'
import type { Order } from './workloads.ts'
import { CHANNEL } from './workloads.ts'

/** Sends orders as `reserve` mutations; as many at once as it has connections. */
export interface HttpShop {
  send(order: Order): Promise<Answer>
  close(): void
}

/** What a storefront asks for when it holds a cart, with everything that the answer has. */
export const RESERVE = `mutation Reserve($input: ReserveInput!) {
  reserve(input: $input) {
    reservation { id status channelId reference expiresAt lines { id sku locationId quantity status } }
    userErrors { code field message }
    cursor
  }
}`

const TTL_SECONDS = 900
const HEAD_END = Buffer.from('\r\n\r\n')
const RESERVED = Buffer.from('"userErrors":[]')
const REFUSED = Buffer.from('"INSUFFICIENT_STOCK"')

/**
 * A client of HTTP/1.1 that does next to nothing, so that the hub is measured and not its client: keep-alive connections of its own, one request under
 * way on each, the body made of prepared parts, the answer searched for two words instead of parsed.
 */
export async function openHttpShop(url: string, connections: number, key: string | undefined): Promise<HttpShop> {
  const { hostname, port, host } = new URL(url)
  const head =
    `POST /graphql HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\naccept: application/json\r\n` +
    `${key === undefined ? '' : `authorization: Bearer ${key}\r\n`}content-length: `
  const body = `{"query":${JSON.stringify(RESERVE)},"variables":{"input":`

  const all = await Promise.all(Array.from({ length: connections }, () => Connection.open(hostname, Number(port))))
  const idle = [...all]
  const waiting: ((connection: Connection) => void)[] = []

  return {
    async send({ key: idempotencyKey, lines }) {
      const input = { idempotencyKey, channelId: CHANNEL, reference: idempotencyKey, ttlSeconds: TTL_SECONDS, lines }
      const text = `${body}${JSON.stringify(input)}}}`
      const connection = idle.pop() ?? (await new Promise<Connection>((resolve) => waiting.push(resolve)))
      try {
        return await connection.ask(`${head}${text.length}\r\n\r\n${text}`)
      } finally {
        const next = waiting.shift()
        if (next === undefined) idle.push(connection)
        else next(connection)
      }
    },
    close() {
      for (const connection of all) connection.close()
    },
  }
}

class Connection {
  readonly #socket: Socket
  #received: Buffer | undefined
  #underWay: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#read(chunk))
    socket.on('close', () => this.#underWay?.reject(new Error('The hub closed a connection under way')))
    socket.on('error', (error) => this.#underWay?.reject(error))
  }

  static open(host: string, port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host, port }, () => {
        socket.off('error', reject)
        resolve(new Connection(socket))
      })
      socket.once('error', reject)
    })
  }

  ask(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#underWay = { resolve, reject }
      this.#socket.write(request, 'latin1')
    })
  }

  close(): void {
    this.#underWay = undefined
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    const received = this.#received === undefined ? chunk : Buffer.concat([this.#received, chunk])
    const headEnd = received.indexOf(HEAD_END)
    const head = headEnd < 0 ? undefined : received.toString('latin1', 0, headEnd)
    const length = head === undefined ? undefined : lengthOf(head)
    if (head === undefined || length === undefined || received.length < headEnd + HEAD_END.length + length) {
      this.#received = received
      return
    }
    this.#received = undefined
    const { resolve, reject } = this.#underWay ?? {}
    this.#underWay = undefined
    if (received.includes(RESERVED, headEnd)) resolve?.('reserved')
    else if (received.includes(REFUSED, headEnd)) resolve?.('refused')
    else reject?.(new Error(`The hub answered:\n${received.toString()}`))
  }
}

function lengthOf(head: string): number {
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? []
  if (length === undefined) throw new Error(`An answer without its length:\n${head}`)
  return Number(length)
}
