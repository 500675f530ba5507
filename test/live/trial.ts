import { setTimeout as sleep } from 'node:timers/promises'
import { expect, vi } from 'vitest'
import { allOf, type Clients, type Fault } from './faults.ts'
import { Follower } from './follower.ts'
import { JournalReader } from './journal-reader.ts'
import type { Habit, LiveClient } from './live-client.ts'
import { LiveWorld, SKUS } from './world.ts'
import { Writers } from './writers.ts'

type Json = ReturnType<typeof JSON.parse>

const DEEP = 'quantity status item { title stockLevels(locationIds: ["BER"]) { onHand atf } }'
const FLAT = 'quantity status'
const HABITS: readonly Habit[] = ['steady', 'breaks', 'stalls']
const NUDGE_MS = 500
const HEALED_MS_MAX = 30_000
const MIB = 1024 * 1024
/** What a gateway may hold more than before and still count as being back: plans, code and pools that were not needed until then. */
const MEMORY_BYTES_MAX = 24 * MIB

/** Two gateways, a writer at each, and clients of every habit at each: what is let happen to them, and what has to hold afterwards. */
export class Trial implements AsyncDisposable {
  readonly world: LiveWorld
  readonly writers: Writers
  /** Of each gateway. */
  readonly followers: readonly (readonly Follower[])[]
  readonly readers: readonly (readonly JournalReader[])[]
  #memory: readonly number[] = []

  private constructor(world: LiveWorld) {
    this.world = world
    this.writers = new Writers(world.gateways)
    this.followers = world.gateways.map(({ url }) =>
      HABITS.flatMap((habit) => [
        new Follower({ urls: [url], habit, skus: SKUS, selection: DEEP }),
        new Follower({ urls: [url], habit, skus: SKUS.slice(0, 10), selection: FLAT }),
        new Follower({ urls: [url], habit, skus: null, selection: FLAT }),
      ]),
    )
    this.readers = world.gateways.map(({ url }) =>
      HABITS.flatMap((habit) =>
        [null, SKUS.slice(0, 10)].map(
          (skus) => new JournalReader({ urls: [url], habit, skus, after: world.beginning }),
        ),
      ),
    )
  }

  static async start(settings: Record<string, string> = {}): Promise<Trial> {
    const world = await LiveWorld.start(settings)
    const trial = new Trial(world)
    await trial.writers.burst()
    await trial.expectHealed()
    trial.#memory = await Promise.all(world.gateways.map((_gateway, index) => world.memory(index)))
    return trial
  }

  /** Those of each gateway. */
  get #groups(): readonly Clients[] {
    return this.followers.map((followers, index) => ({ followers, readers: this.readers[index] ?? [] }))
  }

  get #clients(): readonly LiveClient[] {
    return this.#groups.flatMap(allOf).map(({ client }) => client)
  }

  /** Lets it happen while everybody writes and listens; then everything has to be as if it had not. */
  async survives(fault: Fault): Promise<void> {
    for (const client of this.#clients) client.misbehave()
    for (const { snapshots } of this.#groups.flatMap(allOf)) snapshots.length = 0
    this.writers.start()
    try {
      await sleep(200)
      await fault.happen(this.world, this.#groups)
    } finally {
      this.world.mend()
      await sleep(300)
      await this.writers.stop()
    }
    // Whatever they were in the middle of: from here on everybody only has to come to the end of it.
    for (const client of this.#clients) client.calm()
    const groups = this.#groups
    await vi.waitFor(() => groups.forEach((clients, index) => void fault.told?.(clients, index)), {
      timeout: HEALED_MS_MAX,
      interval: 50,
    })
    await this.#expectHealedByNews()
    await this.expectMemoryBack()
  }

  /** Whatever was lost without a trace is noticed when something else happens: by its number, not because it is told anew. */
  async #expectHealedByNews(): Promise<void> {
    let isOver = false
    const nudging = async () => {
      while (!isOver) {
        await this.writers.nudge()
        await sleep(NUDGE_MS)
      }
    }
    const nudged = nudging()
    try {
      await this.expectHealed()
    } finally {
      isOver = true
      await nudged
    }
  }

  /** Every client knows what the database says, every movement came once, and the database says what was written. */
  async expectHealed(): Promise<void> {
    const { entries, differences } = await this.world.journal()
    expect(differences).toEqual([])
    const truth = await this.#truth()
    for (const sku of SKUS) {
      const onHand = this.writers.onHand.get(sku)
      expect(truth.get(sku)?.item.stockLevels[0]?.onHand ?? 0, sku).toBe(onHand)
    }
    const deadline = Date.now() + HEALED_MS_MAX
    const heals = async (findWrong: () => readonly object[], who: string) => {
      while (Date.now() < deadline && findWrong().length > 0) await sleep(20)
      expect(findWrong(), who).toEqual([])
    }
    for (const [index, followers] of this.followers.entries()) {
      for (const follower of followers) {
        const { habit, skus, selection } = follower.options
        await heals(
          () => wrongStates(follower, truth),
          `${habit} at ${index}, ${skus?.length ?? 'all'} SKUs, ${selection}`,
        )
      }
    }
    for (const [index, readers] of this.readers.entries()) {
      for (const reader of readers) {
        const { habit, skus } = reader.options
        await heals(
          () => wrongEntries(reader, entries),
          `${habit} at ${index}, journal of ${skus?.length ?? 'all'} SKUs`,
        )
      }
    }
    for (const { problems } of this.#clients) expect(problems).toEqual([])
  }

  async #truth(): Promise<ReadonlyMap<string, Json>> {
    const query = `query ($skus: [ID!]!) { availability(skus: $skus, channelId: "web") { sku ${DEEP} } }`
    let answer: Json
    await vi.waitUntil(
      async () => {
        answer = await this.world
          .gateway(0)
          .client.graph(query, { skus: SKUS })
          .catch(() => undefined)
        return answer !== undefined && answer.errors === undefined
      },
      { timeout: HEALED_MS_MAX, interval: 50 },
    )
    return new Map(answer.data.availability.map((state: Json) => [state.sku, state]))
  }

  async expectMemoryBack(): Promise<void> {
    for (const [index, before] of this.#memory.entries()) {
      const grown = async () => (await this.world.memory(index)) - before
      await expect.poll(grown, { timeout: HEALED_MS_MAX, message: 'memory' }).toBeLessThan(MEMORY_BYTES_MAX)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.writers.stop()
    await Promise.all(this.#clients.map((client) => client[Symbol.asyncDispose]()))
    await this.world[Symbol.asyncDispose]()
  }
}

/** The SKUs of which a client knows something else than the truth. */
function wrongStates({ options, states }: Follower, truth: ReadonlyMap<string, Json>): readonly object[] {
  return (options.skus ?? SKUS).flatMap((sku) => {
    const known = states.get(sku)
    const { item, ...flat } = truth.get(sku) ?? {}
    const wanted = options.selection === DEEP ? { ...flat, item } : flat
    return JSON.stringify(known) === JSON.stringify(wanted) ? [] : [{ sku, known, wanted }]
  })
}

/** The SKUs of which somebody did not get every entry, once and in its order. */
function wrongEntries(
  { options, ids }: JournalReader,
  journal: ReadonlyMap<string, readonly string[]>,
): readonly object[] {
  return (options.skus ?? SKUS).flatMap((sku) => {
    const known = ids.get(sku) ?? []
    const wanted = journal.get(sku) ?? []
    if (known.length === wanted.length && known.every((id, index) => id === wanted[index])) return []
    const missing = wanted.filter((id) => !known.includes(id))
    const doubled = known.filter((id, index) => known.indexOf(id) !== index)
    return [{ sku, known: known.length, wanted: wanted.length, missing, doubled }]
  })
}
