import { type Authority, isClient, isOf } from './authority.ts'
import type { View } from './decision.ts'
import type { Fact, FactKind, FactState, FactVerdict } from './documents.ts'

export interface FactReport {
  readonly sku: string
  readonly locationId: string
  readonly reference: string
  readonly kind: FactKind
  readonly source: string
  /** null: it names neither a channel nor an order. */
  readonly channelId: string | null
  readonly quantity: number
  /** All that the channel's orders under this reference have shipped with it; null: it is about no order that the hub knows. */
  readonly shipped: number | null
  readonly occurredAt: Date
  /** Whether the source said that this is all of it; null: it did not say. */
  readonly complete: boolean | null
  /** More of the same fact follows within this report. */
  readonly more: boolean
  /** What the source has told of the fact by the same event, in place of which this stands. */
  readonly instead?: Instead | undefined
}

export interface Instead {
  readonly channelId: string | null
  readonly quantity: number
}

export interface ReportedFact {
  /** The reporter's total after this report: to be stored. */
  readonly fact: Fact
  /** What it has told through another channel, where this stands in place of a part of that: to be stored as well. */
  readonly lessened?: Fact | undefined
  /** What is to be posted: zero when all of it was told before, below zero what is to be taken back. */
  readonly change: number
  /** When it happened: the first report's time where another reporter told it first. */
  readonly occurredAt: Date
}

/**
 * One fact, several reporters. Partial reports of one source add up before they are compared. Where nobody is authoritative, what stands is the largest of the sources' totals, so the outcome does not depend on the
 * order in which the reports arrive. Where a source is, its total stands as soon as it is known to be all, whoever told more or less, before or after.
 */
export function reportFact(view: Pick<View, 'facts' | 'authority' | 'now'>, report: FactReport): ReportedFact {
  const { more, instead, ...told } = report
  const stored = view.facts(report.sku, report.locationId, report.reference, report.kind)
  const known = without(instead, report.source, stored)
  const mine = known.find((fact) => isSameReport(fact, report))
  const lessened = known.find((fact) => fact !== mine && !stored.includes(fact))
  const shipped = report.shipped ?? mine?.shipped ?? null
  const quantity = (mine?.quantity ?? 0) + report.quantity
  const complete = report.complete ?? mine?.complete ?? null
  const first = mine?.occurredAt ?? report.occurredAt
  const fact: Fact = { ...told, quantity, shipped, complete, occurredAt: first, verdict: null }
  const all = [...known.filter((other) => other !== mine), fact]
  const before = standing(stored)
  const gain = largestOf(all) - largestOf(stored)
  const authority = view.authority(report.kind, report.locationId)
  const comparable = known.filter((other) => mayBeSame(other, report))
  const earliest = firstOf(comparable)?.occurredAt ?? report.occurredAt

  if (authority === undefined && before.verdict === null) {
    const isFirst = comparable.some(({ source }) => source === report.source)
    return { fact, lessened, change: gain, occurredAt: isFirst ? report.occurredAt : earliest }
  }
  const stands = standsAfter(fact, all, before.stands, gain, authority, more)
  const verdict = verdictOf(fact, all, stands, before, authority, view.now)
  return {
    fact: { ...fact, verdict },
    lessened,
    change: stands - before.stands,
    // What corrects another's report is about the same moment.
    occurredAt: comparable.some(({ source }) => source !== report.source) ? earliest : report.occurredAt,
  }
}

/** What was told, but for what a source has told by an event that is told anew. */
function without(instead: Instead | undefined, source: string, known: readonly Fact[]): readonly Fact[] {
  if (instead === undefined) return known
  const isMeant = (fact: Fact) => isSameReport(fact, { source, channelId: instead.channelId })
  return known.map((fact) =>
    isMeant(fact) ? { ...fact, quantity: Math.max(0, fact.quantity - instead.quantity) } : fact,
  )
}

/**
 * Units that leave on top of what has left for an order, as somebody says who sees the order: no repetition of anything that was told of it, but of what was told without naming an order, such as a sale by a till.
 * `shipped` is what had left for all of the channel's orders under the reference, with these units.
 */
export function shipMore(
  view: Pick<View, 'facts' | 'authority' | 'now'>,
  told: Omit<FactReport, 'more' | 'instead'> & { readonly shipped: number },
): ReportedFact {
  const known = view.facts(told.sku, told.locationId, told.reference, told.kind)
  const mine = known.find((fact) => isSameReport(fact, told))
  const quantity = (mine?.quantity ?? 0) + told.quantity
  const complete = told.complete ?? mine?.complete ?? null
  const fact: Fact = { ...told, quantity, complete, occurredAt: mine?.occurredAt ?? told.occurredAt, verdict: null }
  const all = [...known.filter((other) => other !== mine), fact]
  const before = standing(known)
  const change = largestOf(all) - largestOf(known)
  const authority = view.authority(told.kind, told.locationId)
  const { occurredAt } = told
  if (authority === undefined && before.verdict === null) return { fact, change, occurredAt }
  const verdict = verdictOf(fact, all, before.stands + change, before, authority, view.now)
  return { fact: { ...fact, verdict }, change, occurredAt }
}

/** Units of a channel's orders that had been shipped, as far as whoever told of one of them has noted. */
export function shippedUnder(known: readonly Fact[], channelId: string): number {
  return Math.max(0, ...known.map((fact) => (fact.channelId === channelId ? (fact.shipped ?? 0) : 0)))
}

/** What a source has told that may be about orders of a channel, but for what it tells anew. */
export function toldBy(source: string, known: readonly Fact[], channelId: string, instead?: Instead): number {
  return sumOf(without(instead, source, known).filter((it) => it.source === source && mayBeSame(it, { channelId })))
}

export function isSameReport(a: Pick<Fact, 'source' | 'channelId'>, b: Pick<Fact, 'source' | 'channelId'>): boolean {
  return a.source === b.source && a.channelId === b.channelId
}

/** Sales through different channels are different ones, although they have the same number. */
function mayBeSame(a: Pick<Fact, 'channelId'>, b: Pick<Fact, 'channelId'>): boolean {
  return a.channelId === null || b.channelId === null || a.channelId === b.channelId
}

/** The same for what comes on top of what stands, whoever told that: somebody sees the document as it is now. `quantity` is its total then. */
export function addToFact(view: Pick<View, 'facts' | 'authority' | 'now'>, fact: Fact): Fact {
  const known = view.facts(fact.sku, fact.locationId, fact.reference, fact.kind)
  const before = standing(known)
  const authority = view.authority(fact.kind, fact.locationId)
  if (authority === undefined && before.verdict === null) return fact
  const all = [...known.filter((other) => !isSameReport(other, fact)), fact]
  return { ...fact, verdict: verdictOf(fact, all, fact.quantity, before, authority, view.now) }
}

/** What is posted of a fact. */
export function standing(known: readonly Fact[]): { readonly stands: number; readonly verdict: FactVerdict | null } {
  const verdict = known[0]?.verdict ?? null
  return { stands: verdict?.stands ?? largestOf(known), verdict }
}

/** What was told first, by the clocks of the sources. */
function firstOf(known: readonly Fact[]): Fact | undefined {
  return [...known].sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())[0]
}

function standsAfter(
  by: Fact,
  all: readonly Fact[],
  before: number,
  gain: number,
  authority: Authority | undefined,
  more: boolean,
): number {
  const heard = heardOf(authority, all)
  const isWhole = heard.every((fact) => fact.complete ?? authority?.inParts === false)
  if (heard.length === 0 || more || !isWhole) {
    return gain < 0 ? Math.max(0, before + gain) : Math.max(before + gain, sumOf(all.filter(isFrom(by.source))))
  }
  return heard.includes(by) ? largestOf(heard) : before
}

function verdictOf(
  by: Fact,
  all: readonly Fact[],
  stands: number,
  before: ReturnType<typeof standing>,
  authority: Authority | undefined,
  now: Date,
): FactVerdict {
  const state = stateOf(by, all, stands, before, authority)
  return { stands, state, authority: authority?.source ?? null, changedAt: now }
}

function stateOf(
  by: Fact,
  all: readonly Fact[],
  stands: number,
  before: ReturnType<typeof standing>,
  authority: Authority | undefined,
): FactState {
  const totals = totalsOf(all)
  const agree = [...totals.values()].every((total) => total === stands)
  if (authority === undefined) return agreedState(all, stands)
  const heard = heardOf(authority, all)
  if (heard.length > 0 && agree) return 'CONFIRMED'
  if (heard.length === 0 || largestOf(heard) < stands) return 'PROVISIONAL'
  if (heard.includes(by)) {
    if (stands !== before.stands) return 'CORRECTED'
  } else if (totals.get(by.source) !== stands) {
    return 'CONTRADICTED'
  }
  // Whoever differs has differed before.
  return before.verdict?.state === 'CORRECTED' ? 'CORRECTED' : 'CONTRADICTED'
}

/** Of a fact for which nobody is authoritative: whether two have told the same. */
export function agreedState(all: readonly Fact[], stands: number): FactState {
  return [...totalsOf(all).values()].filter((total) => total === stands).length > 1 ? 'CONFIRMED' : 'REPORTED'
}

function heardOf(authority: Authority | undefined, all: readonly Fact[]): readonly Fact[] {
  return authority === undefined ? [] : all.filter(({ source }) => isOf(authority.source, source))
}

/**
 * The largest total of all that was told: of one source, through whatever channels, or of all channels together, of each the largest that was told of it. Of what several clients have shipped for orders of a channel,
 * none has told all.
 */
function largestOf(facts: readonly Fact[]): number {
  const bySource = new Map<string, number>()
  const byChannel = new Map<string, number>()
  for (const { source, channelId, quantity, shipped } of facts) {
    bySource.set(source, (bySource.get(source) ?? 0) + quantity)
    if (channelId === null) continue
    byChannel.set(channelId, Math.max(byChannel.get(channelId) ?? 0, quantity, shipped ?? 0))
  }
  let channels = 0
  for (const total of byChannel.values()) channels += total
  return Math.max(0, channels, ...bySource.values())
}

/** What each source has told in sum. Who ships a part of an order by a mutation sees what the others have shipped, and says nothing else. */
function totalsOf(facts: readonly Fact[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { source, channelId, quantity, shipped } of facts) {
    const seen = isClient(source) && channelId !== null && shipped !== null ? shippedUnder(facts, channelId) : quantity
    totals.set(source, (totals.get(source) ?? 0) + seen)
  }
  return totals
}

function isFrom(source: string): (fact: Fact) => boolean {
  return (fact) => fact.source === source
}

function sumOf(facts: readonly Fact[]): number {
  return facts.reduce((sum, { quantity }) => sum + quantity, 0)
}
