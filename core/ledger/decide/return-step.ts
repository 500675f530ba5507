import type { Account } from '../accounts.ts'
import type { Decision, Posting, PostingKind, StockException } from '../decision.ts'
import type { ReturnCase, ReturnLine, ReturnState } from '../documents.ts'
import { AWAITED_STATES, unitsIn } from '../return-status.ts'
import { takenBack } from './taken-back.ts'
import type { Telling } from './telling.ts'

type Units = Record<ReturnState, number>

const NO_UNITS: Units = {
  authorized: 0,
  inTransit: 0,
  received: 0,
  inspected: 0,
  quarantined: 0,
  restockApproved: 0,
  restocked: 0,
  disposed: 0,
  returnedToVendor: 0,
  missing: 0,
  canceled: 0,
}

/** Where the units of a state are. What never came stays with the customer; what went missing here is lost. */
function accountOf(state: ReturnState, arrived: boolean): Account {
  switch (state) {
    case 'authorized':
    case 'inTransit':
    case 'canceled':
      return 'customer'
    case 'received':
    case 'inspected':
    case 'quarantined':
    case 'restockApproved':
      return 'qualityHold'
    case 'restocked':
      return 'sellable'
    case 'disposed':
      return 'loss'
    case 'returnedToVendor':
      return 'supplier'
    case 'missing':
      return arrived ? 'loss' : 'customer'
  }
}

function kindOf(to: Account): PostingKind {
  switch (to) {
    case 'qualityHold':
      return 'return'
    case 'sellable':
      return 'restock'
    case 'supplier':
      return 'toVendor'
    default:
      return 'dispose'
  }
}

/** Where units that never came may be said to be by now, in the order in which they are taken from there. */
const ARRIVED = [
  'received',
  'quarantined',
  'inspected',
  'restockApproved',
  'restocked',
  'returnedToVendor',
  'disposed',
] as const satisfies readonly ReturnState[]

/** One step of a return: moves units between the states of its lines and posts what that means for stock. `before` has no lines where the return is new. */
export class ReturnStep {
  readonly exceptions: StockException[] = []
  readonly #before: ReturnCase
  readonly #occurredAt: Date
  readonly #reason: string | null
  readonly #postings: Posting[] = []
  readonly #lines: ReturnLine[]
  #locationId: string | null

  constructor(before: ReturnCase, occurredAt: Date, reason: string | null = null) {
    this.#before = before
    this.#occurredAt = occurredAt
    this.#reason = reason
    this.#lines = [...before.lines]
    this.#locationId = before.locationId
  }

  /** Lines as changed so far. */
  get lines(): readonly ReturnLine[] {
    return this.#lines
  }

  line(number: number): ReturnLine {
    const line = this.#lines.find((other) => other.line === number)
    if (line === undefined) throw new Error(`Return ${this.#before.id} has no line ${number}`)
    return line
  }

  addLine(sku: string, reason: string | null, units: Partial<Units>, locationId: string | null = null): ReturnLine {
    const states = { ...NO_UNITS, ...units }
    const line: ReturnLine = {
      returnId: this.#before.id,
      line: this.#lines.reduce((last, other) => Math.max(last, other.line), 0) + 1,
      sku,
      locationId,
      reason,
      ...states,
      quantity: Object.values(states).reduce((sum, quantity) => sum + quantity, 0),
      version: 0,
    }
    this.#lines.push(line)
    return line
  }

  /** Units of one line go from one state to another, at the place where they are. */
  move(number: number, from: ReturnState, to: ReturnState, quantity: number): void {
    if (quantity === 0) return
    const line = this.line(number)
    this.#put({ ...line, [from]: line[from] - quantity, [to]: line[to] + quantity })
    const arrived = accountOf(from, true) === 'qualityHold'
    this.#post(line, line.locationId, accountOf(from, arrived), accountOf(to, arrived), quantity)
  }

  /**
   * Units of a line that were awaited arrived at a location. A line whose other units arrived elsewhere is split: what has arrived at one location
   * stands together.
   */
  receive(number: number, quantity: number, locationId: string, occurredAt: Date): void {
    if (quantity === 0) return
    this.#locationId ??= locationId
    const line = this.line(number)
    const left: Partial<Units> = {}
    let rest = quantity
    for (const state of AWAITED_STATES) {
      const taken = Math.min(rest, line[state])
      left[state] = line[state] - taken
      rest -= taken
    }
    if (rest > 0) throw new Error(`Line ${number} of return ${this.#before.id} awaits fewer than ${quantity} units`)

    if (line.locationId === null || line.locationId === locationId) {
      const received = line.received + quantity
      this.#put({ ...line, ...left, locationId, received })
      this.#post(line, locationId, 'customer', 'qualityHold', quantity, occurredAt)
      return
    }
    this.#put({ ...line, ...left, quantity: line.quantity - quantity })
    const other = this.#lines.find((it) => it.sku === line.sku && it.locationId === locationId)
    if (other !== undefined)
      this.#put({ ...other, quantity: other.quantity + quantity, received: other.received + quantity })
    const target = other ?? this.addLine(line.sku, line.reason, { received: quantity }, locationId)
    this.#post(target, locationId, 'customer', 'qualityHold', quantity, occurredAt)
  }

  /** Units arrived that nobody awaited: a line of their own, at the end. */
  receiveMore(sku: string, reason: string | null, quantity: number, locationId: string, occurredAt: Date): void {
    this.#locationId ??= locationId
    const line = this.addLine(sku, reason, { received: quantity }, locationId)
    this.#post(line, locationId, 'customer', 'qualityHold', quantity, occurredAt)
  }

  /**
   * Fewer units arrived at a location than was told: they are awaited again, and stay with the customer, wherever they were said to be meanwhile. The lines that were made last for what nobody
   * awaited come first.
   */
  takeBack(sku: string, quantity: number, locationId: string, occurredAt: Date): void {
    let rest = quantity
    const take = (line: ReturnLine, from: ReturnState) => {
      const taken = Math.min(rest, line[from])
      if (taken === 0) return line
      const after = { ...line, [from]: line[from] - taken, authorized: line.authorized + taken }
      this.#put(after)
      this.#post(line, locationId, accountOf(from, true), 'customer', taken, occurredAt, 'correction')
      rest -= taken
      return after
    }
    for (const line of this.#lines.filter((it) => it.sku === sku && it.locationId === locationId).reverse()) {
      ARRIVED.reduce(take, line)
    }
    if (rest === 0) return
    const { reference, channelId } = this.#before
    const arrived = { sku, locationId, from: 'customer', to: 'qualityHold', kind: 'return' } as const
    this.#postings.push(takenBack({ ...arrived, quantity: -rest, occurredAt, reference, channelId }))
  }

  awaitedOf(number: number): number {
    return unitsIn(this.line(number), AWAITED_STATES)
  }

  /** Where units of a line that are still awaited can only have arrived. */
  placeOf(line: ReturnLine): string | null {
    return line.locationId ?? this.#locationId
  }

  /** A place of this return, once something of it has one. */
  get somewhere(): string {
    const place = this.#locationId ?? this.#lines.find((line) => line.locationId !== null)?.locationId
    if (place == null) throw new Error(`Nothing of return ${this.#before.id} has arrived anywhere`)
    return place
  }

  except(kind: StockException['kind'], sku: string, locationId: string, quantity: number, message: string): void {
    const document = { kind: 'return', id: this.#before.id } as const
    this.exceptions.push({ kind, sku, locationId, quantity, document, message })
  }

  decision(action: string, telling?: Telling): Decision {
    const { id, version } = this.#before
    const document = { kind: 'return', id } as const
    const lines = this.#lines.map((line) => {
      const old = this.#before.lines.find((other) => other.line === line.line)
      return old === line ? line : { ...line, version: (old?.version ?? 0) + 1 }
    })
    const returned: ReturnCase = { ...this.#before, locationId: this.#locationId, version: version + 1, lines }
    const [first] = lines
    const silent = this.#postings.length === 0 && first !== undefined
    const { facts = [], exceptions = [], changes = [] } = telling ?? {}
    return {
      outcome: { status: 'posted', document, note: telling?.note },
      postings: this.#postings,
      returns: [returned],
      facts,
      exceptions: [...this.exceptions, ...exceptions],
      changes: silent
        ? [
            ...changes,
            {
              subject: 'return',
              subjectId: id,
              sku: first.sku,
              locationId: returned.locationId,
              action,
            },
          ]
        : changes,
    }
  }

  #put(line: ReturnLine): void {
    this.#lines[this.#lines.findIndex((other) => other.line === line.line)] = line
  }

  #post(
    line: ReturnLine,
    locationId: string | null,
    from: Account,
    to: Account,
    quantity: number,
    occurredAt = this.#occurredAt,
    kind = kindOf(to),
  ): void {
    if (from === to) return
    if (locationId === null) throw new Error(`Units of line ${line.line} of return ${line.returnId} are nowhere`)
    this.#postings.push({
      sku: line.sku,
      locationId,
      from,
      to,
      quantity,
      kind,
      occurredAt,
      document: { kind: 'return', id: this.#before.id },
      line: line.line,
      reference: this.#before.reference,
      channelId: this.#before.channelId,
      reason: this.#reason ?? line.reason,
    })
  }
}
