import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import { Webhook } from 'standardwebhooks'
import type { ErpConnector, Movement } from '../../erp/connector.ts'
import { openHttp } from '../../erp/http/connector.ts'
import { readContract } from '../../erp/http/contract.ts'
import type { HttpSettings } from '../../erp/http/settings.ts'
import { openOutgoing } from '../../outgoing/outgoing.ts'

export const SECRET = `whsec_${Buffer.from('what the hub signs with, and nobody else').toString('base64')}`

/** An answer to the next so many requests, of one path or of all, after a while. */
interface Instead {
  status: number
  headers?: Record<string, string>
  body?: string
  times: number
  path?: string
  afterMs?: number
}

/** What it does wrong when it is told to. */
export interface Misbehaviour {
  /** Answers so, and does nothing. */
  instead?: Instead | Instead[]
  /** Commits the next so many postings, and then cuts the connection. */
  cutAfterCommit?: number
  /** Commits, and answers so many milliseconds later. */
  answerAfterMs?: number
  /** SKUs that it refuses. */
  refuse?: readonly string[]
  /** Leaves out the last result, or gives them in the other order. */
  results?: 'short' | 'mixed'
}

interface Booked extends Pick<Movement, 'reference' | 'sku' | 'locationId' | 'from' | 'to' | 'quantity'> {
  readonly erpReference: string
}

interface Change {
  readonly events?: readonly object[]
  readonly acknowledgements?: readonly object[]
}

/** Of whatever is asked, what is there. */
interface Requests {
  readonly after: string | null
  readonly limit: number
  readonly locationIds: readonly string[] | null
  readonly skus: readonly string[] | null
  readonly page: string | null
  readonly movements: readonly Movement[]
  readonly references: readonly string[]
}

interface Asked {
  readonly path: string
  readonly at: number
  readonly headers: IncomingMessage['headers']
}

const ajv = new Ajv2020({ strict: false })
addFormatsModule.default(ajv, ['date-time'])
ajv.addSchema(readContract(), 'contract')

/** What each path is asked and answers, as the contract says. */
const PATHS: Readonly<Record<string, readonly [asked: string, answered: string]>> = {
  '/health': ['', 'Health'],
  '/changes': ['ChangesAsked', 'Changes'],
  '/stock': ['StockAsked', 'Stock'],
  '/movements': ['MovementsPosted', 'MovementsAnswered'],
  '/movements/find': ['ReferencesAsked', 'MovementsFound'],
}

const ITEMS = [
  { sku: 'MUG', title: 'Mug', unit: 'each', units: [] },
  { sku: 'TEA', title: 'Tea', unit: 'each', units: [{ unit: 'case', factor: 12 }] },
]
const LOCATIONS = [
  { id: 'DC1', name: 'Warehouse', kind: 'DC' },
  { id: 'ST1', name: 'Shop', kind: 'STORE' },
]
/** It keeps tea in cases. */
const KEPT_IN: Readonly<Record<string, number>> = { MUG: 1, PEN: 1, TEA: 12 }
const GOODS = new Set(['sellable', 'qualityHold', 'damaged', 'blocked'])

/** A small ERP of somebody who has read the contract and nothing else: it keeps books in memory, looks at every signature, and takes no request that the document does not allow. */
export class HttpErp implements AsyncDisposable {
  readonly asked: Asked[] = []
  readonly #stock = new Map<string, number>()
  readonly #changes: Change[] = []
  readonly #booked = new Map<string, Booked>()
  #server: Server | undefined
  #port = 0
  #number = 0
  #broken = false
  #closedBefore: number | undefined
  misbehave: Misbehaviour = {}

  static async open(): Promise<HttpErp> {
    const erp = new HttpErp()
    await erp.start()
    return erp
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/onhand`
  }

  /** A connector to it; `allowed` as the settings say which private addresses may be called. */
  connector(more: Partial<HttpSettings> = {}, allowed: readonly string[] = ['127.0.0.1']): ErpConnector {
    const settings = { url: this.url, secret: SECRET, source: '/erp/http', pageSize: 3, ...more }
    return openHttp(settings, openOutgoing({ allowed }))
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => void this.#serve(request, response))
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve))
    const address = server.address()
    if (typeof address === 'object' && address !== null) this.#port = address.port
    this.#server = server
  }

  async stop(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    if (server === undefined) return
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  /** What it has on its books. */
  stockOf(sku: string, locationId: string): number {
    return this.#stock.get(`${sku} ${locationId}`) ?? 0
  }

  entries(reference: string): number {
    return this.#booked.has(reference) ? 1 : 0
  }

  get references(): string[] {
    return [...this.#booked.keys()]
  }

  /** Something that happens in it. Told when it is committed, and numbered then. */
  begin(type: string, sku: string, locationId: string, quantity: number): () => void {
    const id = `record-${++this.#number}`
    const time = new Date().toISOString()
    return () => {
      this.#move(sku, locationId, type === 'onhand.sale.recorded.v1' ? -quantity : quantity)
      this.#changes.push({ events: [{ id, type, time, data: { sku, locationId, quantity } }] })
    }
  }

  /** All that it answers is an error of its own, until the function is called. */
  lose(): () => Promise<void> {
    this.#broken = true
    return async () => {
      this.#broken = false
    }
  }

  forbidBefore(moment: Date): void {
    this.#closedBefore = moment.getTime()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
  }

  #move(sku: string, locationId: string, by: number): void {
    this.#stock.set(`${sku} ${locationId}`, this.stockOf(sku, locationId) + by)
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const answer = (status: number, value: unknown, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(typeof value === 'string' ? value : JSON.stringify(value))

    const path = (request.url ?? '').replace(/^\/onhand/, '')
    this.asked.push({ path, at: Date.now(), headers: request.headers })
    const { cutAfterCommit = 0, answerAfterMs } = this.misbehave
    const instead = [this.misbehave.instead ?? []]
      .flat()
      .find((one) => one.times > 0 && (one.path === undefined || one.path === path))
    if (instead !== undefined) {
      instead.times--
      if (instead.afterMs !== undefined) await sleep(instead.afterMs)
      return void answer(instead.status, instead.body ?? { message: 'As I was told to.' }, instead.headers)
    }
    try {
      new Webhook(SECRET).verify(body, Object(request.headers))
    } catch {
      return void answer(401, { message: 'It is not signed.' })
    }
    const [asked, answered] = PATHS[path] ?? []
    if (asked === undefined || request.method !== 'POST') return void answer(404, { message: 'There is no such path.' })
    if (this.#broken) return void answer(500, { message: 'Where is my database?' })
    const value = JSON.parse(body.toString())
    if (asked !== '' && !fits(asked, value)) return void answer(400, { message: `It is no ${asked}.` })

    const given = this.#answer(path, value)
    if (!fits(answered ?? '', given)) throw new Error(`The ERP of the tests does not keep to the contract at ${path}`)
    if (path === '/movements') {
      if (answerAfterMs !== undefined) await sleep(answerAfterMs)
      if (cutAfterCommit > 0) {
        this.misbehave.cutAfterCommit = cutAfterCommit - 1
        return void request.socket.destroy()
      }
    }
    answer(200, given)
  }

  // What it is asked was looked at by the contract.
  #answer(path: string, asked: Requests): object {
    const now = new Date().toISOString()
    switch (path) {
      case '/health':
        return { version: 'tiny 1', now }
      case '/changes': {
        const from = asked.after === null ? 0 : Number(asked.after)
        const some = this.#changes.slice(from, from + asked.limit)
        const next = from + some.length
        return {
          items: asked.after === null ? ITEMS : [],
          locations: asked.after === null ? LOCATIONS : [],
          events: some.flatMap(({ events = [] }) => events),
          acknowledgements: some.flatMap(({ acknowledgements = [] }) => acknowledgements),
          next: String(next),
          upTo: now,
          more: next < this.#changes.length,
        }
      }
      case '/stock': {
        const all = [...this.#stock].map(([key, quantity]) => {
          const [sku = '', locationId = ''] = key.split(' ')
          return { sku, locationId, quantity }
        })
        const wanted = all.filter(
          ({ sku, locationId }) =>
            (asked.skus === null || asked.skus.includes(sku)) &&
            (asked.locationIds === null || asked.locationIds.includes(locationId)),
        )
        const from = Number(asked.page ?? 0)
        const next = from + asked.limit
        return {
          asOf: now,
          balances: wanted.slice(from, next),
          unreadable: [],
          next: next < wanted.length ? String(next) : null,
        }
      }
      case '/movements': {
        const results = asked.movements.map((movement) => this.#enter(movement, now))
        if (this.misbehave.results === 'short') return { results: results.slice(1) }
        return { results: this.misbehave.results === 'mixed' ? results.reverse() : results }
      }
      default:
        return {
          found: asked.references.map((reference) => {
            const there = this.#booked.get(reference)
            if (there === undefined) return { reference, status: 'unknown' }
            return { reference, status: 'done', erpReference: there.erpReference, duplicates: [] }
          }),
        }
    }
  }

  #enter(movement: Movement, now: string): object {
    const { reference, sku, locationId, from, to, quantity } = movement
    const refused = (code: string, message: string) => ({
      reference,
      status: 'refused',
      code,
      message,
      permanent: true,
    })
    const there = this.#booked.get(reference)
    if (there !== undefined) {
      if (there.sku !== sku || there.quantity !== quantity) return refused('CONFLICT', 'That is another one.')
      return { reference, status: 'accepted', erpReference: there.erpReference }
    }
    if (this.misbehave.refuse?.includes(sku) === true) return refused('RULE', 'Not this one, says the ERP.')
    const factor = KEPT_IN[sku]
    if (factor === undefined) return refused('UNKNOWN_SKU', `What is ${sku}?`)
    if (quantity % factor !== 0) return refused('NOT_WHOLE', 'It is kept in cases.')
    if (!LOCATIONS.some(({ id }) => id === locationId)) return refused('UNKNOWN_LOCATION', `Where is ${locationId}?`)
    if (Date.parse(String(movement.occurredAt)) < (this.#closedBefore ?? 0)) {
      return refused('RULE', 'The period is closed.')
    }
    const erpReference = `tiny/${this.#booked.size + 1}`
    this.#booked.set(reference, { reference, sku, locationId, from, to, quantity, erpReference })
    const given = { id: erpReference, type: 'onhand.stock.adjusted.v1', time: now }
    const delta = (GOODS.has(to) ? quantity : 0) - (GOODS.has(from) ? quantity : 0)
    this.#move(sku, locationId, delta)
    const events = delta === 0 ? [] : [{ ...given, data: { sku, locationId, delta, reason: 'given back' } }]
    this.#changes.push({ acknowledgements: [{ reference, erpReference, at: now, events }] })
    return { reference, status: 'accepted', erpReference }
  }
}

function fits(name: string, value: unknown): boolean {
  const isSo = ajv.getSchema(`contract#/components/schemas/${name}`)
  if (isSo === undefined) throw new Error(`The contract has no ${name}`)
  return isSo(value) === true
}
