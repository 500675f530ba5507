import { type CoresUsed, watchCores } from './machine.ts'
import type { Order } from './workloads.ts'

/** What became of one sending of an order, as it was answered. */
export type Answer = 'reserved' | 'refused'

export interface Pace {
  /** Orders under way at once. */
  readonly concurrency: number
  readonly warmUpSeconds: number
  readonly seconds: number
  /** Told at both ends of what is measured. */
  readonly onBegin?: () => Promise<void>
  readonly onEnd?: () => Promise<void>
}

export interface Drive {
  /** Orders that were answered within the measured time, each once however often it was sent. */
  readonly reserved: number
  readonly refused: number
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Keys that were sent twice at the same time. */
  readonly doubled: number
  /** Orders that were answered as reserved over the whole run, warm-up and all: each has to be found in the database. */
  readonly acknowledged: number
  /** Within the measured time. */
  readonly cores: CoresUsed | undefined
}

/** One key in so many is sent twice at the same time. */
const DOUBLED_ONE_IN = 100

/**
 * A closed loop: so many customers, each of whom sends the next order when the last was answered. One in a hundred loses patience and sends its order
 * twice at once, under the same key.
 */
export async function drive(
  send: (order: Order) => Promise<Answer>,
  next: () => Order,
  { concurrency, warmUpSeconds, seconds, onBegin, onEnd }: Pace,
): Promise<Drive> {
  const latencies: number[] = []
  let measuring = false
  let over = false
  let sent = 0
  let reserved = 0
  let refused = 0
  let doubled = 0
  let acknowledged = 0

  const timed = async (order: Order): Promise<Answer> => {
    const begun = performance.now()
    const answer = await send(order)
    if (measuring) latencies.push(performance.now() - begun)
    return answer
  }
  const customer = async () => {
    while (!over) {
      const order = next()
      let answer: Answer
      if (sent++ % DOUBLED_ONE_IN === 0) {
        const [first, second] = await Promise.all([timed(order), timed(order)])
        answer = first === 'reserved' ? first : second
        if (measuring) doubled++
      } else {
        answer = await timed(order)
      }
      if (answer === 'reserved') acknowledged++
      if (!measuring) continue
      if (answer === 'reserved') reserved++
      else refused++
    }
  }

  const failed = Promise.withResolvers<never>()
  const customers = Promise.all(Array.from({ length: concurrency }, customer))
  customers.catch(failed.reject)
  const pause = (length: number) =>
    Promise.race([new Promise((resolve) => setTimeout(resolve, length * 1000)), failed.promise])
  try {
    await pause(warmUpSeconds)
    await onBegin?.()
    measuring = true
    const watch = watchCores()
    const begun = performance.now()
    await pause(seconds)
    measuring = false
    const took = (performance.now() - begun) / 1000
    const cores = watch()
    await onEnd?.()
    over = true
    await customers
    return { reserved, refused, seconds: took, doubled, acknowledged, cores, ...percentiles(latencies) }
  } finally {
    over = true
  }
}

/** Sends these orders, so many at once; answers how many were reserved. */
export async function sendAll(
  send: (order: Order) => Promise<Answer>,
  orders: readonly Order[],
  concurrency: number,
): Promise<number> {
  let next = 0
  let reserved = 0
  const customer = async () => {
    for (let order = orders[next++]; order !== undefined; order = orders[next++]) {
      if ((await send(order)) === 'reserved') reserved++
    }
  }
  await Promise.all(Array.from({ length: concurrency }, customer))
  return reserved
}

export function percentiles(milliseconds: readonly number[]): { p50Ms: number; p99Ms: number } {
  const sorted = Float64Array.from(milliseconds).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50Ms: at(0.5), p99Ms: at(0.99) }
}
