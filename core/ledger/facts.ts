import { type Authority, isOf } from './authority.ts'
import type { View } from './decision.ts'
import type { Fact, FactKind, FactState, FactVerdict } from './documents.ts'

export interface FactReport {
  readonly sku: string
  readonly locationId: string
  readonly reference: string
  readonly kind: FactKind
  readonly source: string
  readonly quantity: number
  readonly occurredAt: Date
  /** Whether the source said that this is all of it; null: it did not say. */
  readonly complete: boolean | null
  /** More of the same fact follows within this report. */
  readonly more: boolean
}

export interface ReportedFact {
  /** The reporter's total after this report: to be stored. */
  readonly fact: Fact
  /** What is to be posted: zero when the others have told all of it before, below zero what is to be taken back. */
  readonly change: number
  /** When it happened: the first report's time where another reporter told it first. */
  readonly occurredAt: Date
}

/**
 * One fact, several reporters. Partial reports of one source add up before they are compared. Where nobody is authoritative, what stands is the largest of the sources' totals, so the outcome does not depend on the
 * order in which the reports arrive. Where a source is, its total stands as soon as it is known to be all, whoever told more or less, before or after.
 */
export function reportFact(view: Pick<View, 'facts' | 'authority' | 'now'>, report: FactReport): ReportedFact {
  const { more, ...told } = report
  const known = view.facts(report.sku, report.locationId, report.reference, report.kind)
  const mine = known.find((fact) => fact.source === report.source)
  const others = known.filter((fact) => fact !== mine)
  const before = standing(known)
  const authority = view.authority(report.kind, report.locationId)
  const quantity = (mine?.quantity ?? 0) + report.quantity
  const complete = report.complete ?? mine?.complete ?? null
  const fact: Fact = { ...told, quantity, complete, occurredAt: mine?.occurredAt ?? report.occurredAt, verdict: null }
  const first = firstOf(known)

  if (authority === undefined && before.verdict === null) {
    return {
      fact,
      change: Math.max(0, quantity - before.stands),
      occurredAt: mine === undefined && first !== undefined ? first.occurredAt : report.occurredAt,
    }
  }
  const stands = standsAfter(fact, [...others, fact], before.stands, authority, more)
  const verdict = verdictOf(fact, [...others, fact], stands, before, authority, view.now)
  return {
    fact: { ...fact, verdict },
    change: stands - before.stands,
    // What corrects another's report is about the same moment.
    occurredAt: first === undefined || others.length === 0 ? report.occurredAt : first.occurredAt,
  }
}

/** The same for what comes on top of what stands, whoever told that: somebody sees the document as it is now. `quantity` is its total then. */
export function addToFact(view: Pick<View, 'facts' | 'authority' | 'now'>, fact: Fact): Fact {
  const known = view.facts(fact.sku, fact.locationId, fact.reference, fact.kind)
  const before = standing(known)
  const authority = view.authority(fact.kind, fact.locationId)
  if (authority === undefined && before.verdict === null) return fact
  const all = [...known.filter(({ source }) => source !== fact.source), fact]
  return { ...fact, verdict: verdictOf(fact, all, fact.quantity, before, authority, view.now) }
}

/** What is posted of a fact. */
export function standing(known: readonly Fact[]): { readonly stands: number; readonly verdict: FactVerdict | null } {
  const verdict = known[0]?.verdict ?? null
  return { stands: verdict?.stands ?? Math.max(0, ...known.map((fact) => fact.quantity)), verdict }
}

/** What was told first, by the clocks of the sources. */
function firstOf(known: readonly Fact[]): Fact | undefined {
  return [...known].sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())[0]
}

function standsAfter(
  by: Fact,
  all: readonly Fact[],
  before: number,
  authority: Authority | undefined,
  more: boolean,
): number {
  const heard = heardOf(authority, all)
  const isWhole = heard.every((fact) => fact.complete ?? authority?.inParts === false)
  if (heard.length === 0 || more || !isWhole) return Math.max(before, by.quantity)
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
  const agree = all.every((fact) => fact.quantity === stands)
  if (authority === undefined) return agreedState(all, stands)
  const heard = heardOf(authority, all)
  if (heard.length > 0 && agree) return 'CONFIRMED'
  if (heard.length === 0 || largestOf(heard) < stands) return 'PROVISIONAL'
  if (heard.includes(by)) {
    if (stands !== before.stands) return 'CORRECTED'
  } else if (by.quantity !== stands) {
    return 'CONTRADICTED'
  }
  // Whoever differs has differed before.
  return before.verdict?.state === 'CORRECTED' ? 'CORRECTED' : 'CONTRADICTED'
}

/** Of a fact for which nobody is authoritative: whether two have told the same. */
export function agreedState(all: readonly Fact[], stands: number): FactState {
  return all.filter((fact) => fact.quantity === stands).length > 1 ? 'CONFIRMED' : 'REPORTED'
}

function heardOf(authority: Authority | undefined, all: readonly Fact[]): readonly Fact[] {
  return authority === undefined ? [] : all.filter(({ source }) => isOf(authority.source, source))
}

function largestOf(facts: readonly Fact[]): number {
  return Math.max(0, ...facts.map((fact) => fact.quantity))
}
