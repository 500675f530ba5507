import { NO_BALANCES, STOCK_ACCOUNTS, type StockAccount } from './accounts.ts'
import { bucketOf } from './bucket.ts'
import type { Outcome } from './decision.ts'
import type { Fact, Fence, Item, LatestCount, Position, ReservationLine } from './documents.ts'
import type { Needs } from './needs.ts'
import { accountKey, factKey, type LedgerState } from './state.ts'

/** Positions remembered of one bucket, at most: with 64 buckets some 65,000, about 30 MiB. The ones that were not used for longest are forgotten. */
const POSITIONS_MAX = 1_024

/** From so many on, the order in which they were used matters. */
const NEARLY_FULL = POSITIONS_MAX / 2

/** Facts remembered of one bucket, at most: the lines of one document come close together, and some of them are about the same SKU. */
const FACTS_MAX = 64

/** First answers remembered, at most: enough for retries that come within minutes. Older ones are found in the database. */
const ANSWERS_MAX = 10_000

/**
 * Characters of JSON of an answer that is remembered, at most: what was posted, or refused for a few lines. Longer ones, which a storefront can have by the hundred
 * lines that are wrong, would be half a gigabyte; of them it is remembered that they stand in the database.
 */
export const ANSWER_LENGTH_MAX = 1_000

/** SKUs remembered of one bucket that do not exist, at most: anybody can name as many as they like, and they are not to take the place of what is sold. */
const ABSENT_MAX = 64

export interface StoredAnswer {
  readonly requestHash: string
  readonly outcome: Outcome
}

/** Changed in place: with each batch new objects that stay would be most of what has to be collected. */
interface WarmPosition {
  position: Position
  safetyStock: number
  fences: readonly Fence[] | undefined
  /** The newest count of each stock account that has been counted. */
  counts: ReadonlyMap<StockAccount, LatestCount>
}

interface WarmBucket {
  version: number
  /** Versions before this one since which all that was written is remembered here. */
  before: number[]
  /** The last feed number of its stream. */
  number: number
  /** When something was written there last. */
  recordedAt: number
  readonly items: Map<string, Item>
  /** SKUs that do not exist. */
  readonly absent: Set<string>
  readonly positions: Map<string, WarmPosition>
  /** What was told last, by SKU, location and reference. */
  readonly facts: Map<string, readonly Fact[]>
  /** No open line of the bucket ends before this moment. Undefined: not known. */
  quietUntil: number | undefined
}

/** Under what a batch is decided. */
export interface Locked {
  readonly epoch: string
  /** Versions of the buckets of SKUs that the batch touches, before it. */
  readonly versions: ReadonlyMap<number, number>
}

/** Under what a batch can be decided without a lock, because the database will be asked whether it was right. */
export interface Ahead extends Locked {
  /** Last feed numbers of the touched streams. */
  readonly heads: Map<number, number>
  /** When something was last written in any of the touched buckets. */
  readonly recordedAt: number
}

/** What was read of some buckets without locking them, all at one moment. */
export interface Glimpse {
  readonly state: LedgerState
  readonly epoch: string
  readonly buckets: readonly {
    readonly bucket: number
    readonly version: number
    readonly number: number
    readonly recordedAt: number
  }[]
  readonly quiet: ReadonlyMap<number, number>
}

/** Versions of its own that a bucket looks back on: more than batches can be under way. */
const BEFORE_MAX = 8

/** What a batch leaves behind. */
export interface Left {
  readonly state: LedgerState
  readonly locked: Locked
  readonly heads: ReadonlyMap<number, number>
  /** Buckets where the batch wrote, and the version that it gave them. */
  readonly written: ReadonlySet<number>
  readonly version: number
  /** Buckets whose open lines were looked through, with the moment at which the first of them ends. */
  readonly quiet: ReadonlyMap<number, number>
}

/**
 * What this process knows of the buckets from its own last batches: valid under the lock of a bucket as long as nobody else has written there, which
 * the version in the bucket's head row tells. A process that is the only one to write reads positions once, not with every batch.
 */
export class Warm {
  #epoch = ''
  readonly #buckets = new Map<number, WarmBucket>()
  readonly #answers = new Map<string, StoredAnswer | 'long'>()
  readonly #seen = new Set<number>()
  /** Last known numbers of all streams: what others have written since is not in them. */
  readonly #streams = new Map<number, number>()

  /** Numbers of all streams, as far as they are known. */
  get streams(): ReadonlyMap<number, number> {
    return this.#streams
  }

  /** What is known of all these buckets; undefined where one of them is not known. */
  ahead(buckets: Iterable<number>): Ahead | undefined {
    const versions = new Map<number, number>()
    const heads = new Map<number, number>()
    let recordedAt = 0
    for (const number of buckets) {
      const bucket = this.#buckets.get(number)
      if (bucket === undefined) return undefined
      versions.set(number, bucket.version)
      heads.set(number, bucket.number)
      recordedAt = Math.max(recordedAt, bucket.recordedAt)
    }
    return { epoch: this.#epoch, versions, heads, recordedAt }
  }

  /** Whether the bucket was looked through once. */
  hasSeen(bucket: number): boolean {
    return this.#seen.has(bucket)
  }

  /** The first answer to a key, where it is remembered. Answers never change, so this needs no lock. */
  answer(keyHash: string): StoredAnswer | undefined {
    const answer = this.#answers.get(keyHash)
    return answer === 'long' ? undefined : answer
  }

  /** Whether the first answer to a key is one that is too long to be remembered: it stands in the database. */
  isLong(keyHash: string): boolean {
    return this.#answers.get(keyHash) === 'long'
  }

  /** Remembers first answers that stand in the database. */
  learnAnswers(answers: Iterable<readonly [string, StoredAnswer]>): void {
    for (const [keyHash, answer] of answers) {
      const isShort = JSON.stringify(answer.outcome).length <= ANSWER_LENGTH_MAX
      this.#answers.set(keyHash, isShort ? answer : 'long')
    }
    limit(this.#answers, ANSWERS_MAX)
  }

  forgetAnswer(keyHash: string): void {
    this.#answers.delete(keyHash)
  }

  /** Puts what is known into the state, and names what has to be read. */
  fill(
    state: LedgerState,
    { epoch, versions }: Locked,
    { skus, positions, facts }: Pick<Needs, 'skus' | 'positions' | 'facts'>,
  ) {
    // After a restore the same version may stand for something else.
    if (epoch !== this.#epoch) this.#forgetAll(epoch)
    const missing = { skus: [] as string[], positions: [] as { sku: string; locationId: string }[] }
    for (const sku of skus) {
      const bucket = this.#valid(bucketOf(sku), versions)
      const item = bucket?.items.get(sku)
      if (item !== undefined || bucket?.absent.has(sku)) state.items.set(sku, item)
      else missing.skus.push(sku)
    }
    for (const [key, { sku, locationId }] of positions) {
      const bucket = this.#valid(bucketOf(sku), versions)
      const known = bucket?.positions.get(key)
      if (known === undefined) {
        // Of what does not exist nothing is anywhere.
        if (bucket?.absent.has(sku))
          state.positions.set(key, { sku, locationId, balances: NO_BALANCES, lastHold: 0, id: null })
        else missing.positions.push({ sku, locationId })
        continue
      }
      state.positions.set(key, known.position)
      if (known.safetyStock !== 0) state.safetyStocks.set(key, known.safetyStock)
      if (known.fences !== undefined) state.fencesByPosition.set(key, known.fences)
      for (const [account, counted] of known.counts)
        state.latestCounts.set(accountKey(sku, locationId, account), counted)
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

  /** Remembers what a batch left behind: after its commit, or before it where the next batch is decided on what this one is going to write. */
  keep({ state, locked, heads, written, version, quiet }: Left): void {
    if (locked.epoch !== this.#epoch) return
    const kept = new Map<number, WarmBucket>()
    for (const [number, before] of locked.versions) {
      const known = this.#buckets.get(number)
      const bucket: WarmBucket =
        known !== undefined && known.version === before
          ? known
          : {
              version: before,
              before: [],
              number: 0,
              recordedAt: 0,
              items: new Map(),
              absent: new Set(),
              positions: new Map(),
              facts: new Map(),
              quietUntil: undefined,
            }
      if (written.has(number)) {
        bucket.before = [...bucket.before.slice(1 - BEFORE_MAX), bucket.version]
        bucket.version = version
      }
      bucket.number = heads.get(number) ?? bucket.number
      // A bucket that was locked but not written has its time from before, which the lock made earlier than the batch's.
      bucket.recordedAt = state.now.getTime()
      bucket.quietUntil = quiet.get(number) ?? bucket.quietUntil
      this.#buckets.set(number, bucket)
      kept.set(number, bucket)
    }
    const counted = state.newCounts.size > 0
    for (const [sku, item] of state.items) {
      const bucket = kept.get(bucketOf(sku))
      if (item === undefined) bucket?.absent.add(sku)
      else if (bucket !== undefined && bucket.items.get(sku) !== item) {
        bucket.items.set(sku, item)
        bucket.absent.delete(sku)
      }
    }
    for (const [key, position] of state.positions) {
      const { sku, locationId } = position
      const bucket = kept.get(bucketOf(sku))
      if (bucket === undefined || state.items.get(sku) === undefined) continue
      const safetyStock = state.safetyStocks.get(key) ?? 0
      const fences = state.fencesByPosition.get(key)
      const known = bucket.positions.get(key)
      if (known === undefined) {
        bucket.positions.set(key, { position, safetyStock, fences, counts: countsOf(state, sku, locationId) })
        continue
      }
      known.position = position
      known.safetyStock = safetyStock
      known.fences = fences
      if (counted) known.counts = countsOf(state, sku, locationId)
      if (bucket.positions.size < NEARLY_FULL) continue
      // Set anew, so that the map is in the order of last use.
      bucket.positions.delete(key)
      bucket.positions.set(key, known)
    }
    for (const [fact] of state.dirtyFacts.values()) {
      if (fact === undefined) continue
      const key = factKey(fact.sku, fact.locationId, fact.reference)
      const told = state.factsByKey.get(key)
      if (told !== undefined) kept.get(bucketOf(fact.sku))?.facts.set(key, told)
    }
    for (const line of state.dirtyLines) bringForward(kept.get(bucketOf(line.sku)), line)
    for (const bucket of kept.values()) tidy(bucket)
  }

  /**
   * Adds what was read without a lock. It is what a bucket holds now where the bucket is as it was read, or where only this process has written since:
   * what that wrote is remembered already.
   */
  learn({ state, epoch, buckets, quiet }: Glimpse): void {
    if (epoch !== this.#epoch) this.#forgetAll(epoch)
    const learning = new Map<number, WarmBucket>()
    for (const { bucket: number, version, number: head, recordedAt } of buckets) {
      this.#seen.add(number)
      const known = this.#buckets.get(number)
      if (known !== undefined && known.version !== version && !known.before.includes(version)) continue
      const bucket: WarmBucket = known ?? {
        version,
        before: [],
        number: head,
        recordedAt,
        items: new Map(),
        absent: new Set(),
        positions: new Map(),
        facts: new Map(),
        quietUntil: undefined,
      }
      // Lines that were made since may end sooner.
      if (bucket.version === version) bucket.quietUntil ??= quiet.get(number)
      this.#buckets.set(number, bucket)
      learning.set(number, bucket)
    }
    for (const [sku, item] of state.items) {
      const bucket = learning.get(bucketOf(sku))
      if (bucket === undefined || bucket.items.has(sku)) continue
      if (item === undefined) bucket.absent.add(sku)
      else {
        bucket.items.set(sku, item)
        bucket.absent.delete(sku)
      }
    }
    for (const [key, position] of state.positions) {
      const { sku, locationId } = position
      const bucket = learning.get(bucketOf(sku))
      if (bucket === undefined || bucket.positions.has(key) || state.items.get(sku) === undefined) continue
      const safetyStock = state.safetyStocks.get(key) ?? 0
      const counts = countsOf(state, sku, locationId)
      bucket.positions.set(key, { position, safetyStock, fences: state.fencesByPosition.get(key), counts })
    }
    for (const bucket of learning.values()) tidy(bucket)
  }

  /** Remembers what was committed for good. */
  settle(
    epoch: string,
    streams: Iterable<readonly [number, number]>,
    answers: Iterable<readonly [string, StoredAnswer | 'long']>,
  ) {
    if (epoch !== this.#epoch) return
    for (const [stream, number] of streams) this.#streams.set(stream, Math.max(number, this.#streams.get(stream) ?? 0))
    for (const [keyHash, answer] of answers) this.#answers.set(keyHash, answer)
    limit(this.#answers, ANSWERS_MAX)
  }

  /** What was thought of these buckets is not so. */
  forget(buckets: Iterable<number>): void {
    for (const bucket of buckets) this.#buckets.delete(bucket)
  }

  #valid(number: number, versions: ReadonlyMap<number, number>): WarmBucket | undefined {
    const bucket = this.#buckets.get(number)
    return bucket !== undefined && bucket.version === versions.get(number) ? bucket : undefined
  }

  #forgetAll(epoch: string): void {
    this.#epoch = epoch
    this.#buckets.clear()
    this.#answers.clear()
    this.#streams.clear()
    this.#seen.clear()
  }
}

const NEVER_COUNTED: ReadonlyMap<StockAccount, LatestCount> = new Map()

function countsOf(state: LedgerState, sku: string, locationId: string): ReadonlyMap<StockAccount, LatestCount> {
  let counts: Map<StockAccount, LatestCount> | undefined
  for (const account of STOCK_ACCOUNTS) {
    const counted = state.latestCount(sku, locationId, account)
    if (counted === undefined) continue
    counts ??= new Map()
    counts.set(account, counted)
  }
  return counts ?? NEVER_COUNTED
}

function bringForward(bucket: WarmBucket | undefined, line: ReservationLine): void {
  if (bucket?.quietUntil === undefined || line.expiresAt === null) return
  bucket.quietUntil = Math.min(bucket.quietUntil, line.expiresAt.getTime())
}

function tidy(bucket: WarmBucket): void {
  limit(bucket.facts, FACTS_MAX)
  limit(bucket.absent, ABSENT_MAX)
  // Of what is forgotten nobody knows any more when it was written.
  if (limit(bucket.positions, POSITIONS_MAX) || limit(bucket.items, POSITIONS_MAX)) bucket.before = []
}

/** Forgets what was not used for longest; whether there was any. */
function limit(map: Map<unknown, unknown> | Set<unknown>, most: number): boolean {
  if (map.size <= most) return false
  let over = map.size - most
  for (const key of map.keys()) {
    if (over-- <= 0) break
    map.delete(key)
  }
  return true
}
