import type { Submission } from '../commands.ts'
import type { Change, StockException, View } from '../decision.ts'
import type { Fact, FactKind } from '../documents.ts'
import {
  addToFact,
  type Instead,
  isSameReport,
  reportFact,
  shipMore,
  shippedUnder,
  standing,
  toldBy,
} from '../facts.ts'
import { sourceOf } from './input.ts'

interface Told {
  readonly sku: string
  readonly locationId: string
  /** Of the document; without one nobody else can tell the same fact. */
  readonly reference: string | null
  readonly kind: FactKind
  /** Of a sale: through which channel, where it was said. */
  readonly channelId?: string | null | undefined
  readonly quantity: number
  readonly occurredAt: Date
  /** What was told of the same by the event that is told anew. */
  readonly instead?: Instead | undefined
}

/** What left for an order that the hub knows. */
interface ToldOfOrder extends Told {
  readonly channelId: string
  /** Units of the same goods from the same place that had left for it before. */
  readonly shippedBefore: number
}

type Facts = Pick<View, 'facts' | 'authority' | 'now'>

/** What one command tells of facts that others may tell as well; several lines of it may be about the same fact. */
export class Telling {
  /** To be stored. */
  readonly facts: Fact[] = []
  /** What an authority does not agree with, or has corrected, in sentences for people. */
  readonly #notes: string[] = []
  readonly exceptions: StockException[] = []
  /** For contradictions, which post nothing. */
  readonly changes: Change[] = []
  readonly #before: Facts
  readonly #view: Facts
  readonly #source: string
  readonly #complete: boolean | null

  constructor(view: Facts, submission: Pick<Submission, 'event' | 'client' | 'command'>) {
    this.#before = view
    this.#view = {
      now: view.now,
      authority: (...of) => view.authority(...of),
      facts: (...of) => this.known(...of),
    }
    this.#source = sourceOf(submission)
    const { command } = submission
    this.#complete = 'complete' in command ? (command.complete ?? null) : null
  }

  /** What is noteworthy about what was told; undefined where nothing is. */
  get note(): string | undefined {
    return this.#notes.length === 0 ? undefined : this.#notes.join(' ')
  }

  /**
   * A report from outside, which may repeat what another reporter said: how much of it is news, or is to be taken back where that is below zero, and when it happened. `more`: another line of the command
   * is about the same fact, so this is not all of it.
   */
  report(told: Told, more = false): { readonly change: number; readonly occurredAt: Date } {
    return this.#report(told, null, more)
  }

  #report(told: Told, shipped: number | null, more: boolean): { readonly change: number; readonly occurredAt: Date } {
    const { sku, locationId, reference, kind, channelId = null, quantity, occurredAt, instead } = told
    if (reference === null) return { change: quantity - (instead?.quantity ?? 0), occurredAt }
    const before = standing(this.#view.facts(sku, locationId, reference, kind)).stands
    const said = { sku, locationId, reference, kind, channelId, quantity, shipped, occurredAt, instead }
    const reported = reportFact(this.#view, { ...said, source: this.#source, complete: this.#complete, more })
    if (reported.lessened !== undefined) this.#keep(reported.lessened)
    this.#keep(reported.fact)
    if (!more) this.#noteOn(reported.fact, before)
    return { change: reported.change, occurredAt: reported.occurredAt }
  }

  /**
   * A report of what left for an order. `news` is how much of it has not left for the order already, as another has told: so much of the order is shipped by it, as far as it is open. `open`: how much that is at most.
   */
  reportShipped(
    told: ToldOfOrder & { readonly open: number },
    more = false,
  ): { readonly change: number; readonly occurredAt: Date; readonly news: number } {
    const { sku, locationId, reference, kind, channelId, quantity, shippedBefore, open, instead } = told
    if (reference === null) return { ...this.#report(told, null, more), news: quantity }
    const known = this.#view.facts(sku, locationId, reference, kind)
    const total = toldBy(this.#source, known, channelId, instead) + quantity
    const news = Math.max(0, Math.min(quantity, total - shippedBefore))
    // What left beyond the order has left all the same.
    const ofOrders = Math.max(shippedUnder(known, channelId), shippedBefore) + Math.min(news, open)
    const shipped = Math.max(ofOrders, shippedBefore + news)
    return { ...this.#report(told, shipped, more), news }
  }

  /** What somebody ships who sees the order: on top of what has left for it. Answers how much of it nobody has told as a sale without naming an order. */
  ship(told: ToldOfOrder): { readonly change: number; readonly occurredAt: Date } {
    const { sku, locationId, reference, kind, channelId, quantity, occurredAt, shippedBefore } = told
    if (reference === null) return { change: quantity, occurredAt }
    const known = this.#view.facts(sku, locationId, reference, kind)
    const shipped = Math.max(shippedUnder(known, channelId), shippedBefore) + quantity
    const said = { sku, locationId, reference, kind, channelId, quantity, shipped, occurredAt }
    const { fact, change } = shipMore(this.#view, { ...said, source: this.#source, complete: this.#complete })
    this.#keep(fact)
    return { change, occurredAt }
  }

  /**
   * Said by somebody who sees the document as it is now, so that it always comes on top of what was told before; or implied by a later step.
   * `atLeast` is the document's own total where that is more than the reports add up to.
   */
  add(told: Told, options: { readonly source?: string; readonly atLeast?: number } = {}): void {
    const { reference, sku, locationId, kind, quantity, occurredAt } = told
    if (reference === null) return
    const source = options.source ?? this.#source
    const known = this.#view.facts(sku, locationId, reference, kind)
    const { channelId = null } = told
    const mine = known.find((fact) => isSameReport(fact, { source, channelId }))
    const total = Math.max(standing(known).stands + quantity, options.atLeast ?? 0)
    const fact = { sku, locationId, reference, kind, source, channelId, quantity: total, shipped: null }
    const first = mine?.occurredAt ?? occurredAt
    this.#keep(addToFact(this.#view, { ...fact, occurredAt: first, complete: mine?.complete ?? null, verdict: null }))
  }

  #noteOn({ sku, locationId, reference, quantity, source, verdict }: Fact, before: number): void {
    if (verdict === null) return
    const { stands, state, authority } = verdict
    const what = `${sku} at ${locationId} under ${reference}`
    if (state === 'CORRECTED' && stands !== before) {
      this.#notes.push(`Of ${what} ${stands} stand from now on, not ${before}: ${authority} is authoritative for it.`)
    }
    if (state !== 'CONTRADICTED' || quantity === stands) return
    const message = `${source} told ${quantity} of ${what}, but ${authority} is authoritative for it and told ${stands}.`
    this.#notes.push(`${message} Nothing was posted.`)
    this.exceptions.push({ kind: 'CONTRADICTION', sku, locationId, quantity: Math.abs(quantity - stands), message })
    this.changes.push({ subject: 'item', subjectId: sku, sku, locationId, action: 'contradicted' })
  }

  /** What every source has told of one fact, with what is told here. */
  known(...of: Parameters<View['facts']>): readonly Fact[] {
    const [sku, locationId, reference, kind] = of
    const newer = this.facts.filter(
      (fact) =>
        fact.sku === sku && fact.locationId === locationId && fact.reference === reference && fact.kind === kind,
    )
    const stored = this.#before.facts(...of).filter((fact) => !newer.some((other) => isSameReport(other, fact)))
    const verdict = newer[0]?.verdict
    return verdict == null ? [...stored, ...newer] : [...stored.map((fact) => ({ ...fact, verdict })), ...newer]
  }

  /** What is held of the fact as a whole is held of what its other reporters told as well. */
  #keep(fact: Fact): void {
    const isAbout = (other: Fact) =>
      other.sku === fact.sku &&
      other.locationId === fact.locationId &&
      other.reference === fact.reference &&
      other.kind === fact.kind
    const same = this.facts.findIndex((other) => isAbout(other) && isSameReport(other, fact))
    if (same === -1) this.facts.push(fact)
    else this.facts[same] = fact
    if (fact.verdict === null) return
    for (const [index, other] of this.facts.entries()) {
      if (isAbout(other)) this.facts[index] = { ...other, verdict: fact.verdict }
    }
  }
}
