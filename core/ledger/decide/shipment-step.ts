import type { Change, Decision, Outcome, Posting, PostingKind, StockException } from '../decision.ts'
import type { Shipment, ShipmentLine } from '../documents.ts'
import { type ShipmentBalance, shipmentBalance } from '../shipment-status.ts'
import { takenBack } from './taken-back.ts'
import type { Telling } from './telling.ts'

export type Totals = Pick<ShipmentLine, 'quantity' | 'dispatched' | 'received'>

const NOTHING: ShipmentBalance = {
  departed: 0,
  onOrder: 0,
  inTransit: 0,
  outstanding: 0,
  closedShort: 0,
  lost: 0,
}

/** Where and when a line moved, when that differs from what the shipment says. */
interface Circumstances {
  readonly originId?: string | null
  readonly receivedAt?: string
  readonly occurredAt?: Date
}

/**
 * One step of a shipment: gathers new totals of its lines and new facts about its head, then posts the difference that they make to each line's
 * balance. `before` has no lines where the shipment is new.
 */
export class ShipmentStep {
  readonly exceptions: StockException[] = []
  readonly #before: Shipment
  readonly #kind: PostingKind
  readonly #occurredAt: Date
  readonly #lines: ShipmentLine[]
  readonly #circumstances = new Map<number, Circumstances>()
  readonly #beside: Posting[] = []
  #head: Partial<Omit<Shipment, 'lines'>> = {}

  constructor(before: Shipment, kind: PostingKind, occurredAt: Date) {
    this.#before = before
    this.#kind = kind
    this.#occurredAt = occurredAt
    this.#lines = [...before.lines]
  }

  /** The shipment with what was changed so far. */
  get shipment(): Shipment {
    return { ...this.#before, ...this.#head, lines: this.#lines }
  }

  lineOfSku(sku: string): ShipmentLine | undefined {
    return this.#lines.find((line) => line.sku === sku)
  }

  /** A line for units of a SKU that the shipment did not name so far. */
  addLine(sku: string, quantity: number): ShipmentLine {
    const line: ShipmentLine = {
      shipmentId: this.#before.id,
      line: this.#lines.reduce((last, other) => Math.max(last, other.line), 0) + 1,
      sku,
      quantity,
      dispatched: 0,
      received: 0,
      closedShort: 0,
      onOrder: 0,
      inTransit: 0,
      lateTold: false,
      version: 0,
    }
    this.#lines.push(line)
    return line
  }

  changeHead(change: Partial<Omit<Shipment, 'lines'>>): void {
    this.#head = { ...this.#head, ...change }
  }

  changeLine(number: number, totals: Partial<Totals>, circumstances: Circumstances = {}): void {
    const index = this.#lines.findIndex((line) => line.line === number)
    const line = this.#lines[index]
    if (line === undefined) throw new Error(`Shipment ${this.#before.id} has no line ${number}`)
    this.#lines[index] = { ...line, ...totals }
    this.#circumstances.set(number, circumstances)
  }

  except(kind: StockException['kind'], sku: string, locationId: string, quantity: number, message: string): void {
    const document = { kind: 'shipment', id: this.#before.id } as const
    this.exceptions.push({ kind, sku, locationId, quantity, document, message })
  }

  /** Takes back what was told under the reference of this shipment, and is on none of its lines: it came before the shipment was known, or is another's. */
  takeBackBeside(posting: Pick<Posting, 'sku' | 'locationId' | 'from' | 'to' | 'quantity' | 'occurredAt'>): void {
    this.#beside.push(takenBack({ ...posting, kind: this.#kind, reference: this.#before.reference }))
  }

  decision(action: string, telling?: Telling): Decision {
    const after = this.shipment
    const postings: Posting[] = [...this.#beside]
    const isSameDate = after.expectedAt?.getTime() === this.#before.expectedAt?.getTime()
    const lines = this.#lines.map((line) => {
      const settled = this.#settle(after, line)
      postings.push(...settled.postings)
      // Another date may be missed anew.
      return isSameDate ? settled.line : { ...settled.line, lateTold: false }
    })
    const shipment: Shipment = { ...after, version: this.#before.version + 1, lines }
    const first = lines[0]
    const document = { kind: 'shipment', id: shipment.id } as const
    const outcome: Outcome = { status: 'posted', document, note: telling?.note }
    const { facts = [], exceptions: contradictions = [], changes = [] } = telling ?? {}
    const exceptions = [...this.exceptions, ...contradictions]
    const told: Change[] =
      postings.length > 0 || first === undefined
        ? []
        : [
            {
              subject: 'shipment',
              subjectId: shipment.id,
              sku: first.sku,
              locationId: shipment.destinationId,
              action,
            },
          ]
    return { outcome, postings, shipments: [shipment], facts, exceptions, changes: [...told, ...changes] }
  }

  #settle(after: Shipment, line: ShipmentLine): { line: ShipmentLine; postings: Posting[] } {
    const old = this.#before.lines.find((other) => other.line === line.line)
    const was = old === undefined ? NOTHING : shipmentBalance(this.#before, old)
    const is = shipmentBalance(after, line)
    const { onOrder, inTransit, closedShort } = is
    const settled = { ...line, onOrder, inTransit, closedShort }
    const same =
      old !== undefined &&
      old.quantity === line.quantity &&
      old.dispatched === line.dispatched &&
      old.received === line.received &&
      old.closedShort === closedShort &&
      old.onOrder === onOrder &&
      old.inTransit === inTransit
    if (same) return { line: old, postings: [] }

    const postings = this.#postings(after, line, old?.received ?? 0, was, is)
    return { line: { ...settled, version: (old?.version ?? 0) + 1 }, postings }
  }

  #postings(
    after: Shipment,
    line: ShipmentLine,
    receivedBefore: number,
    was: ShipmentBalance,
    is: ShipmentBalance,
  ): Posting[] {
    const postings: Posting[] = []
    const circumstances = this.#circumstances.get(line.line) ?? {}
    const post = (
      locationId: string,
      from: Posting['from'],
      to: Posting['to'],
      quantity: number,
      kind: PostingKind = this.#kind,
    ) => {
      if (quantity === 0) return
      const posting: Posting = {
        sku: line.sku,
        locationId,
        from,
        to,
        quantity,
        kind,
        occurredAt: circumstances.occurredAt ?? this.#occurredAt,
        document: { kind: 'shipment', id: after.id },
        line: line.line,
        reference: after.reference,
      }
      postings.push(quantity > 0 ? posting : takenBack(posting))
    }

    // Stock: out of the origin, into the destination, and what is lost or found again on the way.
    const transfer = after.kind === 'TRANSFER'
    const originId = circumstances.originId ?? after.originId
    if (transfer && originId !== null) {
      post(originId, 'sellable', 'inTransfer', is.departed - was.departed, 'dispatch')
    }
    if (is.lost < was.lost) post(after.destinationId, 'loss', 'inTransfer', was.lost - is.lost)
    const receivedAt = circumstances.receivedAt ?? after.destinationId
    post(receivedAt, transfer ? 'inTransfer' : 'supplier', 'sellable', line.received - receivedBefore, 'receipt')
    if (is.lost > was.lost) post(after.destinationId, 'inTransfer', 'loss', is.lost - was.lost, 'close')

    // Supply, expected at the destination.
    const ordered = is.onOrder - was.onOrder
    const shipped = is.inTransit - was.inTransit
    const moved = ordered < 0 && shipped > 0 ? Math.min(-ordered, shipped) : 0
    post(after.destinationId, 'onOrder', 'inTransit', moved)
    post(after.destinationId, 'onOrder', 'unscheduled', Math.max(0, -ordered - moved))
    post(after.destinationId, 'inTransit', 'unscheduled', Math.max(0, -shipped))
    post(after.destinationId, 'unscheduled', 'onOrder', Math.max(0, ordered))
    post(after.destinationId, 'unscheduled', 'inTransit', Math.max(0, shipped - moved))
    return postings
  }
}
