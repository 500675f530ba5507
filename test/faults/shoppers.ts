import { setTimeout as sleep } from 'node:timers/promises'
import { LOCATIONS, SKUS } from './graph-shop.ts'

/** A request of one client: the same bytes however often it is sent. */
export interface Request {
  /** Its idempotency key, or the id of the event. */
  readonly key: string
  readonly path: '/graphql' | '/events'
  readonly type: string
  readonly body: string
}

/** What a client was told, without the point in the feed and without what goes on changing. */
export interface Acknowledged {
  readonly request: Request
  readonly said: string
}

/** What has to be true of a line from now on. What is open of it may be held, committed or backordered. */
export interface LineExpected {
  readonly quantity: number
  fulfilled: number
  released: number
  expired: number
}

interface LineTold {
  readonly id: string
  readonly quantity: number
  readonly held: number
  readonly committed: number
  readonly backordered: number
  readonly fulfilled: number
  readonly released: number
  readonly expired: number
}

interface ReservationTold {
  readonly id: string
  readonly lines: readonly LineTold[]
}

/** Of an answered mutation what its kind has of these. */
interface Payload {
  readonly reservation?: ReservationTold | null
  readonly userErrors?: readonly { readonly code: string }[]
  readonly results?:
    | readonly {
        readonly id: string
        readonly status?: string
        readonly reservation?: ReservationTold | null
        readonly userErrors?: readonly { readonly code: string }[]
      }[]
    | null
  readonly cursor?: string | null
}

interface Answer {
  readonly data?: Readonly<Record<string, Payload | null>> | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
  /** Of events. */
  readonly results?: Payload['results']
}

/** How long anybody is without an answer at most, however often the hub and its servers went away meanwhile. */
const PATIENCE_MS = 240_000
const ATTEMPT_MS = 20_000
/** Between two requests of one client, at most: the load has to meet every moment of the hub, not to use up the machine. */
const THINKING_MS = 60

const RESERVATION =
  'reservation { id lines { id quantity held committed backordered fulfilled released expired } } userErrors { code } cursor'

/**
 * Clients of one or several hubs, each going through the lives of orders and telling what happened to stock. A request that gets no answer, or is told
 * that the hub cannot take it, is sent again as it was, to whichever hub, until it is answered; some are sent twice at the same time anyhow. It keeps
 * what was acknowledged, and what therefore has to be found.
 */
export class Shoppers implements AsyncDisposable {
  readonly acknowledged: Acknowledged[] = []
  readonly orders = new Map<string, Map<string, LineExpected>>()
  /** Units that each event has moved, by its id. */
  readonly events = new Map<string, number>()
  /** What no client may be told, and answers that contradict each other. */
  readonly wrong: string[] = []
  /** Attempts that got no answer at all, and those that were turned away. */
  readonly unanswered = { lost: 0, turnedAway: 0 }
  /** The newest point in the feed that anybody was given. */
  cursor: string | undefined
  readonly #hubs: readonly string[]
  readonly #shoppers: Promise<void>[]
  #next = 0
  #open = Promise.resolve()
  #reopen = () => {}
  #ended = false
  /** Shoppers that are between two requests, waiting to go on. */
  #resting = 0

  constructor(hubs: readonly string[], atOnce: number) {
    this.#hubs = hubs
    this.#shoppers = Array.from({ length: atOnce }, () => this.#shop())
  }

  /** Resolves when every request that was sent is answered; nobody sends another until `resume`. */
  async pause(): Promise<void> {
    this.#open = new Promise((resolve) => {
      this.#reopen = resolve
    })
    do await sleep(5)
    while (this.#resting < this.#shoppers.length)
  }

  resume(): void {
    this.#reopen()
  }

  /** Resolves when so many more requests have been answered. */
  async answered(more: number): Promise<void> {
    const enough = this.acknowledged.length + more
    const deadline = Date.now() + PATIENCE_MS
    while (this.acknowledged.length < enough) {
      if (Date.now() > deadline) throw new Error('The hub does not answer')
      await sleep(5)
    }
  }

  /** Ends everyone where they stand, also those who will never be answered. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended = true
    this.#reopen()
    await Promise.all(this.#shoppers)
  }

  /** Sends once more what was answered before: the answer has to be the same. */
  async askAgain(requests: readonly Acknowledged[]): Promise<void> {
    const waiting = [...requests]
    const ask = async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { said } = await this.#untilAnswered(next.request)
        if (said !== next.said) this.wrong.push(`${next.request.key} was told ${next.said}, then ${said}`)
      }
    }
    await Promise.all(Array.from({ length: 16 }, ask))
  }

  async #shop(): Promise<void> {
    while (!this.#ended) {
      try {
        await this.#life(this.#next++)
      } catch (error) {
        if (error !== ENDED) this.wrong.push(String(error))
      }
    }
  }

  /** What becomes of a number: always the same, but for what others take meanwhile. */
  async #life(number: number): Promise<void> {
    const sku = pick(SKUS, number * 7)
    const other = pick(SKUS, number * 7 + 3)
    const locationId = pick(LOCATIONS, Math.floor(number / 3))
    const quantity = 1 + (number % 3)
    switch (number % 10) {
      case 0:
      case 1: {
        const id = await this.#reserve(number, [
          { sku, quantity },
          { sku: other, locationId, quantity: 1 },
        ])
        if (id === undefined) return
        await this.#step(number, 'extend', 'extendReservation', { id, ttlSeconds: 7_200 })
        if (!(await this.#step(number, 'confirm', 'confirmReservation', { id }))) return
        // The first unit goes ahead of the others.
        const [first] = this.orders.get(id)?.keys() ?? []
        await this.#fulfill(number, 'ahead', id, [{ lineId: first, quantity: 1 }])
        await this.#fulfill(number, 'rest', id, null)
        return
      }
      case 2: {
        const id = await this.#reserve(number, [{ sku, locationId, quantity }])
        if (id !== undefined) await this.#release(number, 'release', id)
        return
      }
      case 3: {
        const id = await this.#reserve(
          number,
          [
            { sku, quantity: 2 },
            { sku: other, quantity: 2 },
          ],
          { allOrNothing: false },
        )
        if (id === undefined) return
        const [first] = this.orders.get(id)?.keys() ?? []
        await this.#step(number, 'confirm', 'confirmReservation', { id, lines: [{ lineId: first, quantity: 1 }] })
        await this.#release(number, 'release', id)
        return
      }
      case 4: {
        // Several under one key.
        const ids = [
          await this.#reserve(number, [{ sku, quantity: 1 }]),
          await this.#reserve(number, [{ sku: other, quantity: 1 }], {}, 'second'),
        ].flatMap((id) => (id === undefined ? [] : [{ id }]))
        if (ids.length > 0) await this.#bulk(number, ids)
        return
      }
      case 5: {
        const id = await this.#reserve(number, [{ sku, locationId, quantity: 1 }])
        if (id === undefined) return
        const elsewhere = LOCATIONS.find((one) => one !== locationId)
        await this.#step(number, 'move', 'moveReservationLine', { lineId: `${id}/1`, locationId: elsewhere })
        await this.#step(number, 'confirm', 'confirmReservation', { id })
        return
      }
      case 6: {
        const id = await this.#reserve(number, [{ sku, quantity: 1 }], { ttlSeconds: 1 })
        // From here on it may end at any moment, and it does.
        for (const line of this.orders.get(id ?? '')?.values() ?? []) line.expired = line.quantity
        return
      }
      case 7: {
        const id = await this.#reserve(number, [{ sku, locationId, quantity: 5 }], { channelId: 'market' })
        if (id !== undefined && number % 4 === 3) await this.#step(number, 'confirm', 'confirmReservation', { id })
        return
      }
      case 8:
        await this.#sell(number, { sku, locationId, quantity })
        return
      case 9:
        await this.#deliver(number, { sku, locationId, other })
    }
  }

  async #reserve(
    number: number,
    lines: readonly object[],
    more: object = {},
    name = 'reserve',
  ): Promise<string | undefined> {
    const reference = `${number}-${name}`
    const payload = await this.#mutate(number, name, 'reserve', {
      channelId: 'web',
      reference,
      ttlSeconds: 3_600,
      lines,
      ...more,
    })
    const { reservation, userErrors } = payload
    if (reservation == null) {
      this.#requireOne(reference, userErrors, ['INSUFFICIENT_STOCK'])
      return undefined
    }
    const expected = new Map<string, LineExpected>()
    for (const { id, quantity, released } of reservation.lines) {
      expected.set(id, { quantity, fulfilled: 0, released, expired: 0 })
    }
    this.orders.set(reservation.id, expected)
    return reservation.id
  }

  /** A step that changes what is open in another way than by ending it; whether it was done. */
  async #step(number: number, name: string, mutation: string, input: object): Promise<boolean> {
    const { reservation, userErrors } = await this.#mutate(number, name, mutation, input)
    if (reservation == null) {
      // A line of a cart that got as much as there was may have got nothing.
      this.#requireOne(`${number}-${name}`, userErrors, ['INSUFFICIENT_STOCK', 'NO_LONGER_AVAILABLE', 'WRONG_STATE'])
      return false
    }
    this.#compare(number, name, reservation)
    return true
  }

  async #release(number: number, name: string, id: string): Promise<void> {
    const { reservation } = await this.#mutate(number, name, 'releaseReservation', { id })
    // Nothing was open where nothing was held.
    if (reservation == null) return
    for (const line of this.orders.get(id)?.values() ?? []) {
      line.released = line.quantity - line.fulfilled - line.expired
    }
    this.#compare(number, name, reservation)
  }

  async #fulfill(number: number, name: string, id: string, lines: readonly object[] | null): Promise<void> {
    const { reservation, userErrors } = await this.#mutate(number, name, 'fulfillReservation', { id, lines })
    if (reservation == null) {
      this.#requireOne(`${number}-${name}`, userErrors, ['WRONG_STATE'])
      return
    }
    const expected = this.orders.get(id)
    if (lines === null) {
      for (const line of expected?.values() ?? []) line.fulfilled = line.quantity - line.released - line.expired
    } else {
      const [first] = expected?.values() ?? []
      if (first !== undefined) first.fulfilled = 1
    }
    this.#compare(number, name, reservation)
  }

  async #bulk(number: number, reservations: readonly { readonly id: string }[]): Promise<void> {
    const release = number % 20 === 14
    const mutation = release ? 'releaseReservations' : 'confirmReservations'
    const { results } = await this.#mutate(number, 'bulk', mutation, { reservations })
    for (const { id, reservation } of results ?? []) {
      if (reservation == null) continue
      if (release) for (const line of this.orders.get(id)?.values() ?? []) line.released = line.quantity
      this.#compare(number, 'bulk', reservation)
    }
  }

  async #sell(number: number, at: { sku: string; locationId: string; quantity: number }): Promise<void> {
    const id = `${number}-sale`
    const event = told(id, 'onhand.sale.recorded.v1', { ...at, reference: `receipt-${number}` })
    const request = {
      key: id,
      path: '/events',
      type: 'application/cloudevents+json',
      body: JSON.stringify(event),
    } as const
    await this.#tell(request)
    this.events.set(id, at.quantity)
  }

  /** Two events in one request, under a key. */
  async #deliver(number: number, { sku, locationId, other }: { sku: string; locationId: string; other: string }) {
    const received = { sku, locationId, quantity: 12, reference: `delivery-${number}` }
    const found = { sku: other, locationId, delta: 2, reason: 'found' }
    const events = [
      told(`${number}-received`, 'onhand.stock.received.v1', received),
      told(`${number}-found`, 'onhand.stock.adjusted.v1', found),
    ]
    await this.#mutate(number, 'deliver', 'recordEvents', { events })
    this.events.set(`${number}-received`, 12)
    this.events.set(`${number}-found`, 2)
  }

  async #mutate(number: number, name: string, mutation: string, input: object): Promise<Payload> {
    const key = `${number}-${name}`
    const body = JSON.stringify({ query: DOCUMENTS[mutation], variables: { input: { idempotencyKey: key, ...input } } })
    const answer = await this.#tell({ key, path: '/graphql', type: 'application/json', body })
    const payload = answer.data?.[mutation]
    if (payload == null) throw new Error(`${key} got no payload: ${JSON.stringify(answer)}`)
    return payload
  }

  /** Sends until it is answered, some twice at once, and keeps what was said. */
  async #tell(request: Request): Promise<Answer> {
    await this.#turn()
    const twice = Math.random() < 0.15
    const answers = await Promise.all([this.#untilAnswered(request), ...(twice ? [this.#untilAnswered(request)] : [])])
    const [first, second] = answers
    if (first === undefined) throw new Error('Nothing was sent')
    if (second !== undefined && second.said !== first.said) {
      this.wrong.push(`${request.key} was told ${first.said} and ${second.said}`)
    }
    this.acknowledged.push({ request, said: first.said })
    const [payload] = Object.values(first.answer.data ?? {})
    this.cursor = payload?.cursor ?? this.cursor
    return first.answer
  }

  async #turn(): Promise<void> {
    await sleep(Math.random() * THINKING_MS)
    this.#resting++
    await this.#open
    this.#resting--
    if (this.#ended) throw ENDED
  }

  async #untilAnswered(request: Request): Promise<{ answer: Answer; said: string }> {
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const answer = await this.#attempt(request)
      if (answer !== undefined) return { answer, said: saidIn(answer) }
      if (this.#ended) throw ENDED
      if (Date.now() > deadline) throw new Error(`${request.key} was not answered within ${PATIENCE_MS} ms`)
      await sleep(50)
    }
  }

  /** Undefined where nobody knows whether it was done. */
  async #attempt({ path, type, body }: Request): Promise<Answer | undefined> {
    const hub = this.#hubs[Math.floor(Math.random() * this.#hubs.length)] ?? ''
    let text: string
    let status: number
    try {
      const init = { method: 'POST', headers: { 'content-type': type }, body, signal: AbortSignal.timeout(ATTEMPT_MS) }
      const response = await fetch(hub + path, init)
      status = response.status
      text = await response.text()
    } catch {
      this.unanswered.lost++
      return undefined
    }
    const answer: Answer = JSON.parse(text)
    const codes = answer.errors?.map(({ extensions }) => extensions?.code) ?? []
    if (status === 503 || codes.includes('SERVICE_UNAVAILABLE')) {
      this.unanswered.turnedAway++
      return undefined
    }
    if (codes.length > 0) throw new Error(`Answered ${text} to ${body}`)
    return answer
  }

  /** What the answer says of the lines that were ended is what the steps so far have made of them. */
  #compare(number: number, name: string, { id, lines }: ReservationTold): void {
    const expected = this.orders.get(id)
    for (const { id: lineId, fulfilled, released, expired } of lines) {
      const line = expected?.get(lineId)
      if (line?.fulfilled === fulfilled && line.released === released && line.expired === expired) continue
      this.wrong.push(
        `${number}-${name}: ${JSON.stringify(lines)} where ${JSON.stringify([...(expected ?? [])])} was expected`,
      )
      return
    }
  }

  #requireOne(key: string, errors: Payload['userErrors'], allowed: readonly string[]): void {
    const codes = errors?.map(({ code }) => code) ?? []
    if (codes.length === 0 || codes.some((code) => !allowed.includes(code))) {
      this.wrong.push(`${key} was refused: ${codes}`)
    }
  }
}

const ENDED = new Error('Ended')

const RESULTS = `results { id ${RESERVATION.replace(' cursor', '')} } userErrors { code } cursor`
const DOCUMENTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'reserve',
      'extendReservation',
      'confirmReservation',
      'releaseReservation',
      'fulfillReservation',
      'moveReservationLine',
    ].map((mutation) => [mutation, documentOf(mutation, RESERVATION)]),
  ),
  confirmReservations: documentOf('confirmReservations', RESULTS),
  releaseReservations: documentOf('releaseReservations', RESULTS),
  recordEvents: documentOf('recordEvents', 'results { id status code } userErrors { code } cursor'),
}

function documentOf(mutation: string, selection: string): string {
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`
  return `mutation ($input: ${input}) { ${mutation}(input: $input) { ${selection} } }`
}

function told(id: string, type: string, data: object): object {
  return { specversion: '1.0', id, source: '/shoppers', type, data }
}

/** What may not change when it is said again: which document, which refusals, that an event was taken. */
function saidIn({ data, results }: Answer): string {
  if (results !== undefined) {
    return JSON.stringify(results?.map(({ status = '' }) => (status === 'DUPLICATE' ? 'ACCEPTED' : status)))
  }
  const [payload] = Object.values(data ?? {})
  return JSON.stringify({
    id: payload?.reservation?.id,
    codes: payload?.userErrors?.map(({ code }) => code),
    results: payload?.results?.map(({ id, status, userErrors }) => [id, status, userErrors?.map(({ code }) => code)]),
  })
}

function pick<T>(from: readonly T[], number: number): T {
  const found = from[number % from.length]
  if (found === undefined) throw new Error('Nothing to pick from')
  return found
}
