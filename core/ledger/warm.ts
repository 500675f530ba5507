import { STOCK_ACCOUNTS, type StockAccount } from './accounts.ts'
import { bucketOf } from './bucket.ts'
import type { Outcome } from './decision.ts'
import type { Fact, Fence, Item, Position, ReservationLine } from './documents.ts'
import type { Needs } from './needs.ts'
import { accountKey, factKey, type LedgerState } from './state.ts'

/** Positions remembered of one bucket, at most: with 64 buckets some 65,000, about 30 MiB. The ones that were not used for longest are forgotten. */
const POSITIONS_MAX = 1_024

/** Facts remembered of one bucket, at most: the lines of one document come close together, and some of them are about the same SKU. */
const FACTS_MAX = 256

/** First answers remembered, at most: enough for retries that come within minutes. Older ones are found in the database. */
const ANSWERS_MAX = 10_000

export interface StoredAnswer {
  readonly requestHash: string
  readonly outcome: Outcome
}

interface WarmPosition {
  readonly position: Position
  readonly safetyStock: number
  readonly fences: readonly Fence[] | undefined
  /** The newest count of each stock account that has been counted. */
  readonly counts: ReadonlyMap<StockAccount, Date>
}

interface WarmBucket {
  version: number
  readonly items: Map<string, Item | undefined>
  readonly positions: Map<string, WarmPosition>
  /** What was told last, by SKU, location and reference. */
  readonly facts: Map<string, readonly Fact[]>
  /** No open line of the bucket ends before this moment. Undefined: not known. */
  quietUntil: number | undefined
}

/** What was locked and found for a batch. */
export interface Locked {
  readonly epoch: string
  /** Versions of the locked buckets of SKUs, before the batch. */
  readonly versions: ReadonlyMap<number, number>
}

/**
 * What this process knows of the buckets from its own last batches: valid under the lock of a bucket as long as nobody else has written there, which
 * the version in the bucket's head row tells. A process that is the only one to write reads positions once, not with every batch.
 */
export class Warm {
  #epoch = ''
  readonly #buckets = new Map<number, WarmBucket>()
  readonly #answers = new Map<string, StoredAnswer>()

  /** The first answer to a key, where it is remembered. Answers never change, so this needs no lock. */
  answer(keyHash: string): StoredAnswer | undefined {
    return this.#answers.get(keyHash)
  }

  /** Puts what is known into the state, and names what has to be read. */
  fill(
    state: LedgerState,
    { epoch, versions }: Locked,
    { skus, positions, facts }: Pick<Needs, 'skus' | 'positions' | 'facts'>,
  ) {
    // After a restore the same version may stand for something else.
    if (epoch !== this.#epoch) this.#forget(epoch)
    const missing = { skus: [] as string[], positions: [] as { sku: string; locationId: string }[] }
    for (const sku of skus) {
      const bucket = this.#valid(bucketOf(sku), versions)
      if (bucket?.items.has(sku)) state.items.set(sku, bucket.items.get(sku))
      else missing.skus.push(sku)
    }
    for (const [key, { sku, locationId }] of positions) {
      const known = this.#valid(bucketOf(sku), versions)?.positions.get(key)
      if (known === undefined) {
        missing.positions.push({ sku, locationId })
        continue
      }
      state.positions.set(key, known.position)
      if (known.safetyStock !== 0) state.safetyStocks.set(key, known.safetyStock)
      if (known.fences !== undefined) state.fencesByPosition.set(key, known.fences)
      for (const [account, at] of known.counts) state.latestCounts.set(accountKey(sku, locationId, account), at)
    }
    for (const [key, { sku }] of facts) {
      const bucket = this.#valid(bucketOf(sku), versions)
      if (bucket === undefined || bucket.facts.size === 0) continue
      const told = bucket.facts.get(key)
      if (told !== undefined) state.putStoredFacts(key, told)
    }
    return missing
  }

  /** Whether no open line of the bucket has ended by then, as far as is known. */
  isQuiet(bucket: number, { versions }: Locked, now: Date): boolean {
    const quietUntil = this.#valid(bucket, versions)?.quietUntil
    return quietUntil !== undefined && now.getTime() < quietUntil
  }

  /**
   * Remembers what a batch left behind, after its commit. `quiet` are the buckets whose earliest end of an open line was read, with that moment.
   */
  keep(
    state: LedgerState,
    { epoch, versions }: Locked,
    written: ReadonlySet<number>,
    quiet: ReadonlyMap<number, number>,
    answers: Iterable<readonly [string, StoredAnswer]>,
  ): void {
    if (epoch !== this.#epoch) return
    const kept = new Map<number, WarmBucket>()
    for (const [number, before] of versions) {
      const after = written.has(number) ? before + 1 : before
      const known = this.#buckets.get(number)
      // A later batch was here first: what it knows is newer.
      if (known !== undefined && known.version > after) continue
      const bucket =
        known !== undefined && known.version === before
          ? known
          : { version: before, items: new Map(), positions: new Map(), facts: new Map(), quietUntil: undefined }
      bucket.version = after
      bucket.quietUntil = quiet.get(number) ?? bucket.quietUntil
      this.#buckets.set(number, bucket)
      kept.set(number, bucket)
    }
    const counted = state.newCounts.size > 0
    for (const [sku, item] of state.items) kept.get(bucketOf(sku))?.items.set(sku, item)
    for (const [key, position] of state.positions) {
      const { sku, locationId } = position
      const bucket = kept.get(bucketOf(sku))
      if (bucket === undefined) continue
      const known = bucket.positions.get(key)
      const counts = known === undefined || counted ? countsOf(state, sku, locationId) : known.counts
      // Set anew, so that the map is in the order of last use.
      bucket.positions.delete(key)
      const safetyStock = state.safetyStocks.get(key) ?? 0
      bucket.positions.set(key, { position, safetyStock, fences: state.fencesByPosition.get(key), counts })
    }
    for (const [fact] of state.dirtyFacts.values()) {
      if (fact === undefined) continue
      const key = factKey(fact.sku, fact.locationId, fact.reference)
      const told = state.factsByKey.get(key)
      if (told !== undefined) kept.get(bucketOf(fact.sku))?.facts.set(key, told)
    }
    for (const line of state.dirtyLines) bringForward(kept.get(bucketOf(line.sku)), line)
    for (const bucket of kept.values()) {
      limit(bucket.positions, POSITIONS_MAX)
      limit(bucket.items, POSITIONS_MAX)
      limit(bucket.facts, FACTS_MAX)
    }
    for (const [keyHash, answer] of answers) this.#answers.set(keyHash, answer)
    limit(this.#answers, ANSWERS_MAX)
  }

  #valid(number: number, versions: ReadonlyMap<number, number>): WarmBucket | undefined {
    const bucket = this.#buckets.get(number)
    return bucket !== undefined && bucket.version === versions.get(number) ? bucket : undefined
  }

  #forget(epoch: string): void {
    this.#epoch = epoch
    this.#buckets.clear()
    this.#answers.clear()
  }
}

const NEVER_COUNTED: ReadonlyMap<StockAccount, Date> = new Map()

function countsOf(state: LedgerState, sku: string, locationId: string): ReadonlyMap<StockAccount, Date> {
  let counts: Map<StockAccount, Date> | undefined
  for (const account of STOCK_ACCOUNTS) {
    const at = state.latestCountAt(sku, locationId, account)
    if (at === undefined) continue
    counts ??= new Map()
    counts.set(account, at)
  }
  return counts ?? NEVER_COUNTED
}

function bringForward(bucket: WarmBucket | undefined, line: ReservationLine): void {
  if (bucket?.quietUntil === undefined || line.expiresAt === null) return
  bucket.quietUntil = Math.min(bucket.quietUntil, line.expiresAt.getTime())
}

function limit(map: Map<unknown, unknown>, most: number): void {
  if (map.size <= most) return
  let over = map.size - most
  for (const key of map.keys()) {
    if (over-- <= 0) return
    map.delete(key)
  }
}
