import type { Submission } from '../commands.ts'
import type { View } from '../decision.ts'
import type { Fact, FactKind } from '../documents.ts'
import { reportFact } from '../facts.ts'
import { sourceOf } from './input.ts'

interface Told {
  readonly sku: string
  readonly locationId: string
  /** Of the document; without one nobody else can tell the same fact. */
  readonly reference: string | null
  readonly kind: FactKind
  readonly quantity: number
  readonly occurredAt: Date
}

/** What one command tells of facts that others may tell as well; several lines of it may be about the same fact. */
export class Telling {
  /** To be stored. */
  readonly facts: Fact[] = []
  readonly #view: Pick<View, 'facts'>
  readonly #source: string

  constructor(view: Pick<View, 'facts'>, submission: Pick<Submission, 'event' | 'client'>) {
    this.#view = view
    this.#source = sourceOf(submission)
  }

  /** A report from outside, which may repeat what another reporter said: how much of it is news, and when it happened. */
  report(told: Told): { readonly increase: number; readonly occurredAt: Date } {
    const { reference } = told
    if (reference === null) return { increase: told.quantity, occurredAt: told.occurredAt }
    const facts: Pick<View, 'facts'> = { facts: (...of) => this.#known(...of) }
    const reported = reportFact(facts, { ...told, reference, source: this.#source })
    this.#keep(reported.fact)
    return { increase: reported.increase, occurredAt: reported.occurredAt }
  }

  /**
   * Said by somebody who sees the document as it is now, so that it always comes on top of what was told before; or implied by a later step.
   * `atLeast` is the document's own total where that is more than the reports add up to.
   */
  add(told: Told, options: { readonly source?: string; readonly atLeast?: number } = {}): void {
    const { reference, sku, locationId, kind, quantity, occurredAt } = told
    if (reference === null) return
    const source = options.source ?? this.#source
    const known = this.#known(sku, locationId, reference, kind)
    const posted = Math.max(0, ...known.map((fact) => fact.quantity))
    const first = known.find((fact) => fact.source === source)?.occurredAt ?? occurredAt
    const total = Math.max(posted + quantity, options.atLeast ?? 0)
    this.#keep({ sku, locationId, reference, kind, source, quantity: total, occurredAt: first })
  }

  #known(...of: Parameters<View['facts']>): readonly Fact[] {
    const [sku, locationId, reference, kind] = of
    const newer = this.facts.filter(
      (fact) =>
        fact.sku === sku && fact.locationId === locationId && fact.reference === reference && fact.kind === kind,
    )
    const stored = this.#view.facts(...of)
    return [...stored.filter((fact) => !newer.some((other) => other.source === fact.source)), ...newer]
  }

  #keep(fact: Fact): void {
    const same = this.facts.findIndex(
      (other) =>
        other.sku === fact.sku &&
        other.locationId === fact.locationId &&
        other.reference === fact.reference &&
        other.kind === fact.kind &&
        other.source === fact.source,
    )
    if (same === -1) this.facts.push(fact)
    else this.facts[same] = fact
  }
}
