import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import { Webhook } from 'standardwebhooks'
import type { MarketplaceOrder, Offer } from '../../marketplaces/connector.ts'
import { readContract } from '../../marketplaces/http/contract.ts'

export const SECRET = `whsec_${Buffer.from('what the hub signs with, and nobody else').toString('base64')}`

/** What it does when it is told to. */
export interface Behaviour {
  /** Calls in a second, and at once, before it answers 429. Unset: any number. */
  limit?: { readonly perSecond: number; readonly burst: number }
  /** What is read back is as old as this, in milliseconds. */
  lagMs?: number
  /** Takes so many calls with offers, and then cuts the connection. */
  cutAfter?: number
  /** Cuts the connection of so many calls with offers, and takes them so many milliseconds later. */
  late?: { times: number; readonly ms: number }
  /** Of which it refuses any number, in these words. */
  refuse?: ReadonlyMap<string, string>
  /** Of which it puts each off so many times. */
  throttle?: Map<string, number>
  /** Fails as a whole with this status at a call in which they are. */
  poison?: { readonly names: ReadonlySet<string>; readonly status: number }
  /** Takes numbers of any version, as marketplaces do that know of none. */
  ignoresVersions?: boolean
}

export interface Call {
  readonly path: string
  readonly at: number
  readonly status: number
  readonly names: readonly string[]
}

interface Told {
  readonly quantity: number
  readonly version: number
  readonly at: number
}

interface Body {
  readonly offers: readonly Offer[]
  readonly names: readonly string[]
  readonly changedSince: string | null
  readonly page: string | null
  readonly limit: number
}

/** A marketplace that answers by the contract, and otherwise behaves as marketplaces do: it limits calls, refuses some of many, shows late what it has taken, loses answers, and takes orders. */
export class RateLimitedMarketplace implements AsyncDisposable {
  readonly behaviour: Behaviour = {}
  readonly calls: Call[] = []
  /** What it was told of each listing, in the order in which it came to be so. */
  readonly told = new Map<string, Told[]>()
  readonly orders: MarketplaceOrder[] = []
  /** Numbers that came with a version that was not newer than the one before. */
  older = 0
  readonly #server: Server
  readonly #webhook = new Webhook(SECRET)
  readonly #isRequest: (path: string, body: unknown) => boolean
  #tokens = Number.POSITIVE_INFINITY
  #filledAt = 0

  private constructor(server: Server) {
    this.#server = server
    const ajv = new Ajv2020({ strict: false })
    addFormatsModule.default(ajv)
    ajv.addSchema(readContract(), 'contract')
    this.#isRequest = (path, body) => {
      const escaped = path.replaceAll('/', '~1')
      const at = `contract#/paths/${escaped}/post/requestBody/content/application~1json/schema`
      return ajv.getSchema(at)?.(body) === true
    }
  }

  static async open(port = 0): Promise<RateLimitedMarketplace> {
    const server = createServer((request, response) => {
      marketplace.#answer(request, response).catch((error: unknown) => response.destroy(new Error(String(error))))
    })
    const marketplace = new RateLimitedMarketplace(server)
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    return marketplace
  }

  get url(): string {
    const address = this.#server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/onhand`
  }

  /** What it has of each listing now. */
  get offers(): ReadonlyMap<string, number> {
    return new Map([...this.told].map(([name, told]) => [name, told.at(-1)?.quantity ?? 0]))
  }

  /** Somebody at the marketplace changes a number. */
  set(name: string, quantity: number): void {
    const told = this.told.get(name) ?? []
    this.told.set(name, [...told, { quantity, version: told.at(-1)?.version ?? 0, at: Date.now() }])
  }

  /** Somebody buys there. */
  order(id: string, name: string, quantity: number, state: MarketplaceOrder['state'] = 'CONFIRMED'): void {
    this.orders.push({ id, state, at: new Date().toISOString(), lines: [{ name, quantity }] })
  }

  pushes(): readonly Call[] {
    return this.calls.filter(({ path }) => path === '/offers')
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    const path = (request.url ?? '').replace('/onhand', '')
    const at = Date.now()
    const answer = (status: number, value: object, headers: Record<string, string> = {}) => {
      const body: Partial<Body> = Object(JSON.parse(text))
      const names = body.offers?.map(({ name }) => name) ?? body.names ?? []
      this.calls.push({ path, at, status, names })
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
    }
    try {
      this.#webhook.verify(text, Object(request.headers))
    } catch {
      return answer(401, { message: 'not signed' })
    }
    const body: Body = JSON.parse(text)
    if (!this.#isRequest(path, body)) return answer(422, { message: 'not what the contract says' })
    const waitMs = this.#takeToken(at)
    if (waitMs > 0) return answer(429, { message: 'slow down' }, { 'retry-after': String(Math.ceil(waitMs / 1_000)) })

    if (path === '/orders') return answer(200, this.#ordersSince(body))
    if (path === '/offers/read') return answer(200, { offers: body.names.map((name) => this.#shown(name, at)) })

    const { poison, late, cutAfter = 0 } = this.behaviour
    if (poison !== undefined && body.offers.some(({ name }) => poison.names.has(name))) {
      return answer(poison.status, { message: 'something is wrong' })
    }
    if (late !== undefined && late.times > 0) {
      late.times--
      this.calls.push({ path, at, status: 0, names: body.offers.map(({ name }) => name) })
      response.destroy()
      await sleep(late.ms)
      for (const offer of body.offers) this.#take(offer)
      return
    }
    const results = body.offers.map((offer) => this.#take(offer))
    if (cutAfter === 0) return answer(200, { results })
    this.behaviour.cutAfter = cutAfter - 1
    this.calls.push({ path, at, status: 0, names: body.offers.map(({ name }) => name) })
    response.destroy()
  }

  #take({ name, quantity, version }: Offer): object {
    const { refuse, throttle, ignoresVersions = false } = this.behaviour
    const message = refuse?.get(name)
    if (message !== undefined) return { name, status: 'refused', message }
    const left = throttle?.get(name) ?? 0
    if (left > 0) {
      throttle?.set(name, left - 1)
      return { name, status: 'throttled', retryAfterSeconds: 0.2 }
    }
    const told = this.told.get(name) ?? []
    const isOld = version <= (told.at(-1)?.version ?? 0)
    if (isOld) this.older++
    if (!isOld || ignoresVersions) this.told.set(name, [...told, { quantity, version, at: Date.now() }])
    return { name, status: 'accepted' }
  }

  #shown(name: string, at: number): { name: string; quantity: number | null } {
    const seen = this.told.get(name)?.filter((one) => one.at <= at - (this.behaviour.lagMs ?? 0))
    return { name, quantity: seen?.at(-1)?.quantity ?? null }
  }

  #ordersSince({ changedSince, page, limit }: Body): object {
    const changed = this.orders.filter(({ at }) => changedSince === null || at >= changedSince)
    const from = Number(page ?? 0)
    const next = from + limit < changed.length ? String(from + limit) : null
    return { orders: changed.slice(from, from + limit), upTo: new Date().toISOString(), next }
  }

  /** 0: it may be answered; else in how many milliseconds one may. */
  #takeToken(now: number): number {
    const { limit } = this.behaviour
    if (limit === undefined) return 0
    const elapsed = this.#filledAt === 0 ? 0 : now - this.#filledAt
    this.#tokens = Math.min(limit.burst, this.#tokens + (elapsed / 1_000) * limit.perSecond)
    this.#filledAt = now
    if (this.#tokens < 1) return ((1 - this.#tokens) / limit.perSecond) * 1_000
    this.#tokens--
    return 0
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
