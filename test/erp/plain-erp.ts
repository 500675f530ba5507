import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * An ERP for tests, as a process of its own that can be killed: `node plain-erp.ts <file> [port]`. It keeps its books in a file, has no idea of duplicates, and does wrong what it is told to by
 * `POST /behave`. Prints its port.
 */
export interface Behaviour {
  /** Commits the next so many postings, and then cuts the connection instead of answering. */
  cutAfterCommit?: number
  /** Does nothing for the next so many postings but cut the connection. */
  cutBefore?: number
  /** Commits so many milliseconds late, whether anybody still waits or not. */
  commitAfterMs?: number
  /** Answers so many milliseconds after it has committed. */
  answerAfterMs?: number
  /** SKUs that it refuses for good, and for now. */
  refuse?: readonly string[]
  refuseForNow?: readonly string[]
  /** Answers 503 to everything. */
  down?: boolean
}

export interface Booked {
  readonly reference: string
  readonly sku: string
  readonly locationId: string
  readonly from: string
  readonly to: string
  readonly quantity: number
}

const [, , file = '', port = '0'] = process.argv
let behaviour: Behaviour = {}
const books: Booked[] = existsSync(file)
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Booked => JSON.parse(line))
  : []

/** On hand, as far as it was ever told of any. */
function stock(): readonly { sku: string; locationId: string; quantity: number }[] {
  const here = new Set(['sellable', 'qualityHold', 'damaged', 'blocked'])
  const positions = new Map<string, { sku: string; locationId: string; quantity: number }>()
  for (const { sku, locationId, from, to, quantity } of books) {
    const key = `${sku} ${locationId}`
    const position = positions.get(key) ?? { sku, locationId, quantity: 0 }
    position.quantity += (here.has(to) ? quantity : 0) - (here.has(from) ? quantity : 0)
    positions.set(key, position)
  }
  return [...positions.values()]
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

const server = createServer((request, response) => {
  void (async () => {
    const body = await bodyOf(request)
    const answer = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    }
    if (request.url === '/behave') {
      behaviour = JSON.parse(body)
      return answer(200, {})
    }
    if (request.url === '/books') return answer(200, books)
    // What happens in the ERP itself, and the hub may hear of or not.
    if (request.url === '/own') {
      const own: Booked = JSON.parse(body)
      appendFileSync(file, `${JSON.stringify(own)}\n`)
      books.push(own)
      return answer(200, {})
    }
    if (request.url === '/stock') return answer(200, stock())
    if (behaviour.down === true) return answer(503, {})
    if (request.url === '/find') {
      const references: readonly string[] = JSON.parse(body)
      const wanted = new Set(references)
      const there = books.filter(({ reference }) => wanted.has(reference))
      return answer(200, Object.fromEntries(Map.groupBy(there, ({ reference }) => reference)))
    }

    const movements: readonly Booked[] = JSON.parse(body)
    if ((behaviour.cutBefore ?? 0) > 0) {
      behaviour.cutBefore = (behaviour.cutBefore ?? 0) - 1
      return request.socket.destroy()
    }
    if (behaviour.commitAfterMs !== undefined) await sleep(behaviour.commitAfterMs)
    const refused = (movement: Booked) =>
      behaviour.refuse?.includes(movement.sku) === true
        ? 'for good'
        : behaviour.refuseForNow?.includes(movement.sku) === true
          ? 'for now'
          : undefined
    const taken = movements.filter((movement) => refused(movement) === undefined)
    if (taken.length > 0) appendFileSync(file, `${taken.map((movement) => JSON.stringify(movement)).join('\n')}\n`)
    books.push(...taken)
    if (behaviour.answerAfterMs !== undefined) await sleep(behaviour.answerAfterMs)
    if ((behaviour.cutAfterCommit ?? 0) > 0) {
      behaviour.cutAfterCommit = (behaviour.cutAfterCommit ?? 0) - 1
      return request.socket.destroy()
    }
    answer(
      200,
      movements.map((movement) => ({ reference: movement.reference, refused: refused(movement) })),
    )
  })()
})
server.listen(Number(port), '127.0.0.1', () => {
  const address = server.address()
  console.log(typeof address === 'object' ? address?.port : '')
})
