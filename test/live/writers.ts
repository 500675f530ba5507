import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { eventOf } from '../edge/edge-hub.ts'
import type { TestClient } from '../hub/hub-process.ts'
import { type LiveGateway, NUDGES, SKUS } from './world.ts'

type Json = ReturnType<typeof JSON.parse>

const ATTEMPT_MS_MAX = 5_000
const RESERVE = `mutation ($key: ID!, $sku: ID!) {
  reserve(input: { idempotencyKey: $key, channelId: "web", ttlSeconds: 3600, lines: [{ sku: $sku, quantity: 1 }] }) { reservation { id } userErrors { code } }
}`
const RELEASE = `mutation ($key: ID!, $id: ID!) {
  releaseReservation(input: { idempotencyKey: $key, id: $id }) { reservation { id } userErrors { code } }
}`

/** Whether all of these events are recorded, now or before. */
export async function areRecorded(
  { url }: TestClient,
  events: readonly object[],
  signal?: AbortSignal,
): Promise<boolean> {
  const response = await fetch(`${url}/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents-batch+json' },
    body: JSON.stringify(events),
    signal: signal ?? null,
  })
  const { results }: Json = await response.json()
  return results?.every(({ status }: Json) => status === 'ACCEPTED' || status === 'DUPLICATE') === true
}

/**
 * Those who change stock all the time, one at each gateway. Whatever is not answered is sent again, word for word, to whichever gateway answers: so each of
 * it happens once, and what the balances have to be in the end is known.
 */
export class Writers {
  readonly #gateways: readonly LiveGateway[]
  /** What each SKU has to come to. */
  readonly onHand = new Map<string, number>([...SKUS, ...NUDGES].map((sku) => [sku, 0]))
  #over = false
  #running: Promise<unknown> | undefined

  constructor(gateways: readonly LiveGateway[]) {
    this.#gateways = gateways
  }

  start(): void {
    this.#over = false
    this.#running = Promise.all(
      this.#gateways.flatMap((_gateway, index) => [this.#adjust(index), this.#holdAndRelease(index)]),
    )
  }

  /** Resolves when all that was begun is done. */
  async stop(): Promise<void> {
    this.#over = true
    await this.#running
  }

  /** Every SKU has one more, all at once, so that there is a big tick. */
  async burst(index = 0): Promise<void> {
    await this.#report(
      index,
      SKUS.map((sku) => ({ sku, delta: 1 })),
    )
  }

  /** Something happens in the bucket of every SKU, and to none of them. */
  async nudge(): Promise<void> {
    const changes = NUDGES.map((sku) => ({ sku, delta: 1 }))
    await Promise.all(this.#gateways.map((_gateway, index) => this.#report(index, changes)))
  }

  async #adjust(index: number): Promise<void> {
    while (!this.#over) {
      const count = Math.random() < 0.1 ? SKUS.length : 1 + Math.floor(Math.random() * 5)
      const skus = [...SKUS].sort(() => Math.random() - 0.5).slice(0, count)
      await this.#report(
        index,
        skus.map((sku) => ({ sku, delta: Math.random() < 0.7 ? 2 : -1 })),
      )
      await sleep(10 + Math.random() * 60)
    }
  }

  async #report(index: number, changes: readonly { readonly sku: string; readonly delta: number }[]): Promise<void> {
    const events = changes.map(({ sku, delta }) =>
      eventOf('onhand.stock.adjusted.v1', { sku, locationId: 'BER', delta, reason: 'found' }),
    )
    await this.#untilAnswered(index, ({ client }, signal) => areRecorded(client, events, signal))
    for (const { sku, delta } of changes) this.onHand.set(sku, (this.onHand.get(sku) ?? 0) + delta)
  }

  async #holdAndRelease(index: number): Promise<void> {
    while (!this.#over) {
      const sku = SKUS[Math.floor(Math.random() * SKUS.length)]
      const { reserve } = await this.#mutate(index, RESERVE, { key: randomUUID(), sku })
      if (reserve.reservation !== null) {
        await sleep(Math.random() * 50)
        await this.#mutate(index, RELEASE, { key: randomUUID(), id: reserve.reservation.id })
      }
      await sleep(20 + Math.random() * 100)
    }
  }

  async #mutate(index: number, query: string, variables: object): Promise<Json> {
    let data: Json
    await this.#untilAnswered(index, async ({ client }, signal) => {
      const response = await fetch(`${client.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
        signal,
      })
      const answer: Json = await response.json()
      data = answer.data
      return answer.errors === undefined
    })
    return data
  }

  async #untilAnswered(
    index: number,
    attempt: (gateway: LiveGateway, signal: AbortSignal) => Promise<boolean>,
  ): Promise<void> {
    for (let turn = index; ; turn++) {
      const gateway = this.#gateways[turn % this.#gateways.length]
      if (gateway === undefined) throw new Error('There is no gateway.')
      if (await attempt(gateway, AbortSignal.timeout(ATTEMPT_MS_MAX)).catch(() => false)) return
      await sleep(50)
    }
  }
}
