import type { View } from './decision.ts'
import type { Fact, FactKind } from './documents.ts'

export interface FactReport {
  readonly sku: string
  readonly locationId: string
  readonly reference: string
  readonly kind: FactKind
  readonly source: string
  readonly quantity: number
  readonly occurredAt: Date
}

export interface ReportedFact {
  /** The reporter's total after this report: to be stored. */
  readonly fact: Fact
  /** What is to be posted; zero when the others have told all of it before. */
  readonly increase: number
  /** When it happened: the first report's time where another reporter told it first. */
  readonly occurredAt: Date
}

/**
 * One fact, several reporters. Partial reports of one source add up before they are compared; what has been posted is the largest of the
 * sources' totals, so the outcome does not depend on the order in which the reports arrive.
 */
export function reportFact(view: Pick<View, 'facts'>, report: FactReport): ReportedFact {
  const known = view.facts(report.sku, report.locationId, report.reference, report.kind)
  const mine = known.find((fact) => fact.source === report.source)
  const total = (mine?.quantity ?? 0) + report.quantity
  const posted = Math.max(0, ...known.map((fact) => fact.quantity))
  const told = mine ?? [...known].sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime())[0]

  return {
    fact: { ...report, quantity: total, occurredAt: mine?.occurredAt ?? report.occurredAt },
    increase: Math.max(0, total - posted),
    occurredAt: mine === undefined && told !== undefined ? told.occurredAt : report.occurredAt,
  }
}
