import { randomUUID } from 'node:crypto'
import type { BalanceAccount, Balances } from '../../core/ledger/accounts.ts'
import { BALANCE_ACCOUNTS, FAMILY_OF, NO_BALANCES } from '../../core/ledger/accounts.ts'
import type { Command, Submission } from '../../core/ledger/commands.ts'
import { decide } from '../../core/ledger/decide/index.ts'
import type { Decision, Posting, StockException } from '../../core/ledger/decision.ts'
import type { Fact, ReturnCase, Shipment } from '../../core/ledger/documents.ts'
import { documentsOf, FAR_FUTURE, type KnownDocuments, type NamedDocument, Needs } from '../../core/ledger/needs.ts'
import { accountKey, effectOn, factKey, LedgerState, positionKey } from '../../core/ledger/state.ts'

const NO_TIME = new Date(0)

/**
 * The ledger's rules without a database: each command is decided on the real `LedgerState`, filled with nothing but what the real `Needs` say that it
 * needs, and kept in memory. A rule that looks at what would not have been loaded fails here as it would there.
 */
export class MemoryLedger {
  now = new Date('2026-03-01T08:00:00Z')
  readonly journal: Posting[] = []
  readonly exceptions: StockException[] = []
  /** The last decision, whatever its outcome. */
  decision: Decision | undefined
  #state = new LedgerState(this.now)

  /** Locations, items of base unit "each" with cases of 12, and a channel "web" over all of the locations. */
  constructor(skus: readonly string[], locations: readonly string[]) {
    this.submit({
      kind: 'upsertItems',
      items: skus.map((sku) => ({ sku, title: sku, units: [{ unit: 'case', factor: 12 }] })),
    })
    this.submit({ kind: 'upsertLocations', locations: locations.map((id) => ({ id, name: id })) })
    for (const id of ['web', 'market']) {
      this.submit({ kind: 'upsertChannel', id, name: id, locations: locations.map((locationId) => ({ locationId })) })
    }
  }

  /** Decides and applies one command; a second passes first. */
  submit<C extends Command>(command: C, more: Partial<Submission> = {}): Decision['outcome'] {
    this.now = new Date(this.now.getTime() + 1000)
    const submission: Submission = { command, client: 'test', channels: null, occurredAt: null, ...more }
    const state = this.#load(submission)
    const decision = decide(submission, state)
    const applied = state.apply(decision)
    this.decision = decision
    this.journal.push(...applied.postings)
    this.exceptions.push(...applied.exceptions)
    this.#keep(state)
    return decision.outcome
  }

  balances(sku: string, locationId: string): Balances {
    return this.#state.positions.get(positionKey(sku, locationId))?.balances ?? NO_BALANCES
  }

  /** The balances that are not zero. */
  nonZero(sku: string, locationId: string): Partial<Record<BalanceAccount, number>> {
    const balances = this.balances(sku, locationId)
    return Object.fromEntries(
      BALANCE_ACCOUNTS.flatMap((account) => (balances[account] === 0 ? [] : [[account, balances[account]]])),
    )
  }

  /** What an account of a SKU has gained by the journal, over all locations: also for accounts outside, which have no balance. */
  gained(sku: string, account: Posting['from']): number {
    return this.journal
      .filter((posting) => posting.sku === sku)
      .reduce(
        (sum, { from, to, quantity }) => sum + (to === account ? quantity : 0) - (from === account ? quantity : 0),
        0,
      )
  }

  shipment(id: string): Shipment {
    const shipment = this.#state.shipments.get(id)
    if (shipment === undefined) throw new Error(`No shipment ${id}`)
    return shipment
  }

  get shipments(): Shipment[] {
    return [...this.#state.shipments.values()]
  }

  returnCase(id: string): ReturnCase {
    const returned = this.#state.returns.get(id)
    if (returned === undefined) throw new Error(`No return ${id}`)
    return returned
  }

  get returns(): ReturnCase[] {
    return [...this.#state.returns.values()]
  }

  get facts(): Fact[] {
    return [...this.#state.factsByKey.values()].flat()
  }

  #load(submission: Submission): LedgerState {
    const old = this.#state
    const state = new LedgerState(this.now)
    for (const [id, location] of old.locations) state.locations.set(id, location)
    for (const [id, channel] of old.channels) state.channels.set(id, channel)
    for (const [key, authority] of old.authorities) state.authorities.set(key, authority)

    const names = documentsOf(submission)
    for (const name of names) this.#loadNamed(state, name)
    const needs = new Needs()
    needs.add(submission, this.#known())
    for (const sku of needs.skus) state.items.set(sku, old.items.get(sku))
    for (const [key, position] of needs.positions) {
      state.positions.set(key, old.positions.get(key) ?? { ...position, balances: NO_BALANCES, lastHold: 0, id: null })
      const safetyStock = old.safetyStocks.get(key)
      if (safetyStock !== undefined) state.safetyStocks.set(key, safetyStock)
      const fences = old.fencesByPosition.get(key)
      if (fences !== undefined) state.fencesByPosition.set(key, fences)
    }
    for (const { sku, locationId, reference } of needs.facts.values()) {
      const key = factKey(sku, locationId, reference)
      state.factsByKey.set(key, old.factsByKey.get(key) ?? [])
    }
    for (const [key, at] of old.latestCounts) state.latestCounts.set(key, at)
    for (const { sku, locationId, account, since } of needs.moments.values()) {
      const moment = since.getTime() === FAR_FUTURE.getTime() || since > this.now ? this.now : since
      const later = this.journal.filter(
        (posting) => posting.sku === sku && posting.locationId === locationId && isLater(posting, moment),
      )
      const net = later.reduce((sum, posting) => sum + (isBalance(account) ? effectOn(account, posting) : 0), 0)
      state.netByMoment.set(`${accountKey(sku, locationId, account)}\u0000${moment.getTime()}`, net)
    }
    return state
  }

  #loadNamed(state: LedgerState, { kind, id, reference }: NamedDocument): void {
    const old = this.#state
    const ids = [...(id === undefined ? [] : [id])]
    if (id !== undefined) state.asked.add(`${kind} ${id}`)
    if (reference !== undefined) {
      const key = `${kind}s ${reference}`
      state.asked.add(key)
      const found = old.references.get(key) ?? []
      state.references.set(key, [...found])
      ids.push(...found)
    }
    for (const it of ids) {
      state.asked.add(`${kind} ${it}`)
      const shipment = old.shipments.get(it)
      if (kind === 'shipment' && shipment !== undefined) state.shipments.set(it, shipment)
      const returned = old.returns.get(it)
      if (kind === 'return' && returned !== undefined) state.returns.set(it, returned)
      const head = old.heads.get(it)
      if (kind === 'reservation' && head !== undefined) {
        state.heads.set(it, head)
        state.lines.set(it, new Map(old.lines.get(it)))
      }
    }
  }

  #known(): KnownDocuments {
    const old = this.#state
    const idsOf = ({ kind, id, reference }: NamedDocument) => [
      ...(id === undefined ? [] : [id]),
      ...(reference === undefined ? [] : (old.references.get(`${kind}s ${reference}`) ?? [])),
    ]
    const pick = <D>(all: ReadonlyMap<string, D>, name: NamedDocument) =>
      idsOf(name).flatMap((id) => {
        const document = all.get(id)
        return document === undefined ? [] : [document]
      })
    return {
      reservations: (name) =>
        idsOf(name).flatMap((id) => {
          const head = old.heads.get(id)
          return head === undefined ? [] : [{ ...head, lines: [...(old.lines.get(id)?.values() ?? [])] }]
        }),
      shipments: (name) => pick(old.shipments, name),
      returns: (name) => pick(old.returns, name),
      channel: (id) => old.channels.get(id),
    }
  }

  /** What was decided becomes part of everything that is known. */
  #keep(state: LedgerState): void {
    const old = this.#state
    for (const [sku, item] of state.items) old.items.set(sku, item)
    for (const [id, location] of state.locations) old.locations.set(id, location)
    for (const [id, channel] of state.channels) old.channels.set(id, channel)
    for (const [key, authority] of state.authorities) old.authorities.set(key, authority)
    for (const [key, position] of state.positions) old.positions.set(key, position)
    for (const [key, safetyStock] of state.safetyStocks) old.safetyStocks.set(key, safetyStock)
    for (const [key, fences] of state.fencesByPosition) old.fencesByPosition.set(key, fences)
    for (const [id, head] of state.heads) old.heads.set(id, head)
    for (const [id, lines] of state.lines) old.lines.set(id, lines)
    for (const [id, shipment] of state.shipments) old.shipments.set(id, shipment)
    for (const [id, returned] of state.returns) old.returns.set(id, returned)
    for (const [name, ids] of state.references) {
      old.references.set(name, [...new Set([...(old.references.get(name) ?? []), ...ids])])
    }
    for (const [key, facts] of state.factsByKey) old.factsByKey.set(key, facts)
    for (const [key, at] of state.latestCounts) old.latestCounts.set(key, at)
  }
}

/** An event of a source, for `submit`; new each time. Decisions see nothing of it but who tells it. */
export function told(source: string, occurredAt: Date | null = null): Partial<Submission> {
  const event = { source, id: randomUUID(), type: 'test', contentHash: Buffer.alloc(0), content: '{}' }
  return { event, occurredAt, client: source }
}

/** What no sequence of commands may break: balances are those of the journal, families are not mixed, promises and supply are not below zero. */
export function requireSound(ledger: MemoryLedger, skus: readonly string[], locations: readonly string[]): void {
  for (const posting of ledger.journal) {
    if (FAMILY_OF[posting.from] !== FAMILY_OF[posting.to] || posting.quantity <= 0 || posting.occurredAt <= NO_TIME) {
      throw new Error(`Not a posting: ${JSON.stringify(posting)}`)
    }
  }
  for (const sku of skus) {
    for (const locationId of locations) {
      const balances = ledger.balances(sku, locationId)
      for (const account of BALANCE_ACCOUNTS) {
        const sum = ledger.journal
          .filter((posting) => posting.sku === sku && posting.locationId === locationId)
          .reduce((total, posting) => total + effectOn(account, posting), 0)
        if (sum !== balances[account])
          throw new Error(`${account} of ${sku} at ${locationId}: ${balances[account]}, journal ${sum}`)
        if (FAMILY_OF[account] !== 'stock' && sum < 0)
          throw new Error(`${account} of ${sku} at ${locationId} is ${sum}`)
      }
    }
  }
}

function isBalance(account: string): account is BalanceAccount {
  return BALANCE_ACCOUNTS.some((balance) => balance === account)
}

function isLater(posting: Posting, since: Date): boolean {
  const difference = posting.occurredAt.getTime() - since.getTime()
  return difference > 0 || (difference === 0 && posting.kind !== 'count' && posting.kind !== 'countOffset')
}
