import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CreateShipment, DispatchShipment, QuantityOfLine, ReceiveShipment } from '../../core/ledger/commands.ts'
import type { Decision } from '../../core/ledger/decision.ts'
import { isShipmentOpen, shipmentBalance, shipmentStatus } from '../../core/ledger/shipment-status.ts'
import { MemoryLedger, requireSound, told } from '../support/view.ts'

const SKUS = ['MUG', 'CUP']
const PLACES = ['DC', 'BER', 'MUC']

function chain(): MemoryLedger {
  const ledger = new MemoryLedger(SKUS, PLACES)
  for (const sku of SKUS)
    ledger.submit({ kind: 'countStock', sku, locationId: 'DC', quantity: 100, account: 'sellable' })
  return ledger
}

function purchase(ledger: MemoryLedger, quantity: number, more: Partial<CreateShipment> = {}): string {
  return create(ledger, { shipmentKind: 'PURCHASE', lines: [{ sku: 'MUG', quantity }], ...more })
}

function transfer(ledger: MemoryLedger, quantity: number, more: Partial<CreateShipment> = {}): string {
  return create(ledger, { shipmentKind: 'TRANSFER', originId: 'DC', lines: [{ sku: 'MUG', quantity }], ...more })
}

function create(
  ledger: MemoryLedger,
  more: Pick<CreateShipment, 'shipmentKind' | 'lines'> & Partial<CreateShipment>,
): string {
  const id = `shp_${ledger.shipments.length + 1}`
  const outcome = ledger.submit({
    kind: 'createShipment',
    id,
    originId: null,
    destinationId: 'BER',
    supplier: null,
    reference: null,
    expectedAt: null,
    ...more,
  })
  expect(outcome).toMatchObject({ status: 'posted', document: { kind: 'shipment', id } })
  return id
}

const dispatch = (id: string, lines?: readonly QuantityOfLine[]): DispatchShipment => ({
  kind: 'dispatchShipment',
  shipment: { id },
  lines: lines ?? null,
})
const receive = (id: string, lines?: readonly QuantityOfLine[]): ReceiveShipment => ({
  kind: 'receiveShipment',
  shipment: { id },
  lines: lines ?? null,
})

/** What an event of a source says; the shipment is made up from it when nobody has told of it before. */
function fact<K extends 'dispatchShipment' | 'receiveShipment'>(
  kind: K,
  reference: string,
  lines: readonly QuantityOfLine[],
  originId: string | null = null,
) {
  const shipmentKind = originId === null ? 'PURCHASE' : 'TRANSFER'
  const asFact = {
    id: `made-${reference}`,
    shipmentKind,
    originId,
    destinationId: 'BER',
    supplier: null,
    expectedAt: null,
  } as const
  return { kind, shipment: { reference }, lines, asFact }
}

function codes(outcome: Decision['outcome']): string[] {
  return outcome.status === 'refused' ? outcome.errors.map((error) => error.code) : [outcome.status]
}

const mugs = (quantity: number) => [{ sku: 'MUG', quantity }]

describe('a purchase', () => {
  test('is expected from its order until it arrives', () => {
    const ledger = chain()
    const id = purchase(ledger, 10)
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ onOrder: 10 })
    expect(shipmentStatus(ledger.shipment(id))).toBe('DRAFT')

    ledger.submit(dispatch(id, [{ line: 1, quantity: 6 }]))
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ onOrder: 4, inTransit: 6 })
    expect(shipmentStatus(ledger.shipment(id))).toBe('IN_TRANSIT')

    ledger.submit(receive(id, [{ line: 1, quantity: 5 }]))
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 5, onOrder: 4, inTransit: 1 })
    expect(shipmentStatus(ledger.shipment(id))).toBe('PARTIALLY_RECEIVED')

    ledger.submit(dispatch(id))
    ledger.submit(receive(id))
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 10 })
    expect(shipmentStatus(ledger.shipment(id))).toBe('RECEIVED')
    expect(ledger.exceptions).toEqual([])
  })

  test('that brings more than was ordered makes all of it sellable and says so', () => {
    const ledger = chain()
    const id = purchase(ledger, 10)
    ledger.submit(dispatch(id))
    ledger.submit(receive(id, [{ line: 1, quantity: 1, unit: 'case' }]))
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 12 })
    expect(ledger.exceptions).toMatchObject([{ kind: 'OVER_RECEIPT', sku: 'MUG', locationId: 'BER', quantity: 2 }])
    expect(shipmentStatus(ledger.shipment(id))).toBe('RECEIVED')
  })

  test('that is closed short is no longer expected', () => {
    const ledger = chain()
    const id = purchase(ledger, 10)
    ledger.submit(dispatch(id, [{ line: 1, quantity: 6 }]))
    ledger.submit(receive(id, [{ line: 1, quantity: 5 }]))
    ledger.submit({ kind: 'closeShipment', shipment: { id } })
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 5 })
    expect(ledger.shipment(id).lines).toMatchObject([{ closedShort: 5, onOrder: 0, inTransit: 0 }])
    expect(shipmentStatus(ledger.shipment(id))).toBe('CLOSED_SHORT')
    expect(ledger.gained('MUG', 'loss')).toBe(-100)
  })

  test('that is canceled before anything left is no longer expected', () => {
    const ledger = chain()
    const id = purchase(ledger, 10)
    ledger.submit({ kind: 'cancelShipment', shipment: { id } })
    expect(ledger.nonZero('MUG', 'BER')).toEqual({})
    expect(shipmentStatus(ledger.shipment(id))).toBe('CANCELED')
  })
})

describe('a transfer', () => {
  test('takes units from the origin when they leave, and gives them to the destination when they arrive', () => {
    const ledger = chain()
    const id = transfer(ledger, 10)
    expect(ledger.nonZero('MUG', 'DC')).toEqual({ sellable: 100 })
    expect(ledger.nonZero('MUG', 'BER')).toEqual({})

    ledger.submit(dispatch(id))
    expect(ledger.nonZero('MUG', 'DC')).toEqual({ sellable: 90 })
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ inTransit: 10 })
    expect(ledger.gained('MUG', 'inTransfer')).toBe(10)

    ledger.submit(receive(id, [{ line: 1, quantity: 7 }]))
    ledger.submit({ kind: 'closeShipment', shipment: { id } })
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 7 })
    expect(ledger.gained('MUG', 'inTransfer')).toBe(0)
    expect(ledger.gained('MUG', 'loss')).toBe(3 - 100)
    expect(shipmentStatus(ledger.shipment(id))).toBe('CLOSED_SHORT')
  })

  test('may leave although the hub does not know of the units, and tells that they were not known', () => {
    const ledger = chain()
    ledger.submit({ kind: 'countStock', sku: 'MUG', locationId: 'DC', quantity: 4, account: 'sellable' })
    const id = transfer(ledger, 10)
    expect(codes(ledger.submit(dispatch(id)))).toEqual(['posted'])
    expect(ledger.nonZero('MUG', 'DC')).toEqual({ sellable: -6 })
    expect(ledger.exceptions).toMatchObject([{ kind: 'NEGATIVE_STOCK', sku: 'MUG', locationId: 'DC', quantity: 6 }])
  })

  test('that arrives without having been said to leave has left by arriving', () => {
    const ledger = chain()
    const id = transfer(ledger, 10)
    ledger.submit(receive(id))
    expect(ledger.nonZero('MUG', 'DC')).toEqual({ sellable: 90 })
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 10 })
    expect(shipmentBalance(ledger.shipment(id), { quantity: 10, dispatched: 0, received: 10 })).toMatchObject({
      departed: 10,
    })
  })

  test('that brings more than was sent leaves the origin as it is', () => {
    const ledger = chain()
    const id = transfer(ledger, 10)
    ledger.submit(dispatch(id))
    ledger.submit(receive(id, [{ line: 1, quantity: 12 }]))
    expect(ledger.nonZero('MUG', 'DC')).toEqual({ sellable: 90 })
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 12 })
    expect(ledger.exceptions).toMatchObject([{ kind: 'OVER_RECEIPT', quantity: 2 }])
  })

  test('of which lost units turn up again gives them back', () => {
    const ledger = chain()
    const id = transfer(ledger, 10, { reference: 'T-1' })
    ledger.submit(dispatch(id))
    ledger.submit(receive(id, [{ line: 1, quantity: 7 }]))
    ledger.submit({ kind: 'closeShipment', shipment: { id } })
    ledger.submit(fact('receiveShipment', 'T-1', mugs(10)), told('/wms'))
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 10 })
    expect(ledger.gained('MUG', 'loss')).toBe(-100)
    expect(ledger.gained('MUG', 'inTransfer')).toBe(0)
    expect(shipmentStatus(ledger.shipment(id))).toBe('RECEIVED')
    expect(ledger.exceptions).toMatchObject([{ kind: 'UNEXPECTED_STATE', quantity: 3 }])
  })
})

describe('events about shipments', () => {
  test('make up a shipment that the hub has not heard of', () => {
    const ledger = chain()
    ledger.submit(fact('dispatchShipment', 'T-9', mugs(5), 'DC'), told('/wms'))
    expect(ledger.nonZero('MUG', 'DC')).toEqual({ sellable: 95 })
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ inTransit: 5 })
    ledger.submit(fact('receiveShipment', 'T-9', mugs(5), 'DC'), told('/wms'))
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 5 })
    expect(ledger.shipments).toHaveLength(1)
    expect(shipmentStatus(ledger.shipment('made-T-9'))).toBe('RECEIVED')
    expect(ledger.exceptions).toMatchObject([{ kind: 'UNKNOWN_DOCUMENT', sku: 'MUG', quantity: 5 }])
  })

  test('that tell of a receipt before its dispatch end the same', () => {
    const ledger = chain()
    ledger.submit(fact('receiveShipment', 'T-9', mugs(5), 'DC'), told('/wms/ber'))
    expect(ledger.nonZero('MUG', 'DC')).toEqual({ sellable: 95 })
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 5 })
    ledger.submit(fact('dispatchShipment', 'T-9', mugs(8), 'DC'), told('/wms/dc'))
    expect(ledger.nonZero('MUG', 'DC')).toEqual({ sellable: 92 })
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 5, inTransit: 3 })
    expect(shipmentStatus(ledger.shipment('made-T-9'))).toBe('PARTIALLY_RECEIVED')
  })

  test('of two reporters about the same receipt post it once', () => {
    const ledger = chain()
    const id = purchase(ledger, 10, { reference: 'PO-1' })
    ledger.submit(fact('receiveShipment', 'PO-1', mugs(4)), told('/wms'))
    ledger.submit(fact('receiveShipment', 'PO-1', mugs(6)), told('/wms'))
    expect(codes(ledger.submit(fact('receiveShipment', 'PO-1', mugs(10)), told('/erp')))).toEqual(['confirmed'])
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 10 })
    expect(ledger.facts.map(({ source, quantity }) => [source, quantity])).toEqual([
      ['/wms', 10],
      ['/erp', 10],
    ])
    expect(codes(ledger.submit(fact('receiveShipment', 'PO-1', mugs(1)), told('/erp')))).toEqual(['posted'])
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 11 })
    expect(ledger.shipment(id).lines).toMatchObject([{ received: 11 }])
  })

  test('go to the oldest shipment of their reference that is not complete', () => {
    const ledger = chain()
    const ids = [purchase(ledger, 10, { reference: 'PO-1' }), purchase(ledger, 5, { reference: 'PO-1' })]
    ledger.submit(fact('receiveShipment', 'PO-1', mugs(10)), told('/wms'))
    ledger.submit(fact('receiveShipment', 'PO-1', mugs(5)), told('/wms'))
    expect(ids.map((id) => shipmentStatus(ledger.shipment(id)))).toEqual(['RECEIVED', 'RECEIVED'])
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 15 })
    expect(ledger.exceptions).toEqual([])
  })

  test('repeat what a mutation said without posting it again', () => {
    const ledger = chain()
    const id = transfer(ledger, 10, { reference: 'T-1' })
    ledger.submit(dispatch(id))
    expect(codes(ledger.submit(fact('dispatchShipment', 'T-1', mugs(10)), told('/wms')))).toEqual(['confirmed'])
    ledger.submit(receive(id, [{ line: 1, quantity: 6 }]))
    ledger.submit(receive(id, [{ line: 1, quantity: 4 }]))
    expect(codes(ledger.submit(fact('receiveShipment', 'T-1', mugs(10)), told('/wms')))).toEqual(['confirmed'])
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 10 })
  })

  test('about units that nobody ordered add a line', () => {
    const ledger = chain()
    const id = purchase(ledger, 10, { reference: 'PO-1' })
    ledger.submit(fact('receiveShipment', 'PO-1', [...mugs(10), { sku: 'CUP', quantity: 2 }]), told('/wms'))
    expect(ledger.nonZero('CUP', 'BER')).toEqual({ sellable: 2 })
    expect(ledger.shipment(id).lines).toMatchObject([{ sku: 'MUG' }, { sku: 'CUP', quantity: 0, received: 2 }])
    expect(ledger.exceptions).toMatchObject([{ kind: 'OVER_RECEIPT', sku: 'CUP', quantity: 2 }])
  })

  test('about units that arrived elsewhere post them where they are', () => {
    const ledger = chain()
    purchase(ledger, 10, { reference: 'PO-1' })
    const elsewhere = fact('receiveShipment', 'PO-1', mugs(10))
    ledger.submit({ ...elsewhere, asFact: { ...elsewhere.asFact, destinationId: 'MUC' } }, told('/wms'))
    expect(ledger.nonZero('MUG', 'MUC')).toEqual({ sellable: 10 })
    expect(ledger.nonZero('MUG', 'BER')).toEqual({})
    expect(ledger.exceptions).toMatchObject([{ kind: 'UNEXPECTED_STATE', locationId: 'MUC' }])
  })

  test('wait when they close a shipment that the hub has not heard of', () => {
    const ledger = chain()
    const close = { kind: 'closeShipment', shipment: { reference: 'T-9' }, asFact: true } as const
    expect(ledger.submit(close, told('/erp'))).toEqual({ status: 'parked', awaits: 'shipment T-9' })
    ledger.submit(fact('dispatchShipment', 'T-9', mugs(5), 'DC'), told('/wms'))
    expect(codes(ledger.submit(close, told('/erp')))).toEqual(['posted'])
    expect(codes(ledger.submit(close, told('/wms')))).toEqual(['confirmed'])
    expect(ledger.gained('MUG', 'loss')).toBe(5 - 100)
  })

  test('that do not say enough about an unknown shipment are refused', () => {
    const ledger = chain()
    const unknown = fact('receiveShipment', 'T-9', mugs(5), 'DC')
    const without = { ...unknown, asFact: { ...unknown.asFact, destinationId: null } }
    expect(codes(ledger.submit(without, told('/wms')))).toEqual(['INVALID_INPUT'])
    expect(codes(ledger.submit(fact('receiveShipment', 'T-9', [{ sku: 'NO', quantity: 1 }]), told('/wms')))).toEqual([
      'UNKNOWN_SKU',
    ])
    expect(codes(ledger.submit(fact('dispatchShipment', 'T-9', mugs(1), 'NOWHERE'), told('/wms')))).toEqual([
      'UNKNOWN_LOCATION',
    ])
    expect(ledger.shipments).toEqual([])
  })
})

describe('commands about shipments are refused', () => {
  test.each<[string, Partial<CreateShipment>, string[], string[] | undefined]>([
    ['without lines', { lines: [] }, ['INVALID_INPUT'], ['input', 'lines']],
    [
      'of a unit that the item does not have',
      { lines: [{ sku: 'MUG', quantity: 1, unit: 'pallet' }] },
      ['INVALID_INPUT'],
      ['input', 'lines', '0', 'unit'],
    ],
    [
      'of less than one',
      {
        lines: [
          { sku: 'CUP', quantity: 1 },
          { sku: 'MUG', quantity: 0 },
        ],
      },
      ['INVALID_INPUT'],
      ['input', 'lines', '1', 'quantity'],
    ],
    [
      'of a SKU twice',
      {
        lines: [
          { sku: 'MUG', quantity: 1 },
          { sku: 'MUG', quantity: 1 },
        ],
      },
      ['INVALID_INPUT'],
      ['input', 'lines', '1', 'sku'],
    ],
    [
      'of an unknown SKU from an unknown location',
      { originId: 'NO', lines: [{ sku: 'NO', quantity: 1 }] },
      ['UNKNOWN_SKU', 'UNKNOWN_LOCATION'],
      ['input', 'lines', '0', 'sku'],
    ],
    ['that go nowhere', { destinationId: 'DC' }, ['INVALID_INPUT'], ['input', 'destinationId']],
    ['with the origin of a purchase', { shipmentKind: 'PURCHASE' }, ['INVALID_INPUT'], ['input', 'originId']],
  ])('%s', (_, command, expected, field) => {
    const ledger = chain()
    const outcome = ledger.submit({
      kind: 'createShipment',
      id: 'shp_1',
      shipmentKind: 'TRANSFER',
      originId: 'DC',
      destinationId: 'BER',
      supplier: null,
      reference: null,
      expectedAt: null,
      lines: mugs(1),
      ...command,
    })
    expect(codes(outcome)).toEqual(expected)
    expect(outcome).toMatchObject({ errors: [{ field }, ...expected.slice(1).map(() => ({}))] })
  })

  test('in the wrong state', () => {
    const ledger = chain()
    const draft = transfer(ledger, 10)
    expect(codes(ledger.submit({ kind: 'closeShipment', shipment: { id: draft } }))).toEqual(['WRONG_STATE'])
    ledger.submit(dispatch(draft))
    expect(codes(ledger.submit(dispatch(draft)))).toEqual(['WRONG_STATE'])
    expect(codes(ledger.submit({ kind: 'cancelShipment', shipment: { id: draft } }))).toEqual(['WRONG_STATE'])
    ledger.submit(receive(draft))
    expect(codes(ledger.submit(receive(draft)))).toEqual(['WRONG_STATE'])
    expect(codes(ledger.submit(receive(draft, [{ line: 1, quantity: 1 }])))).toEqual(['WRONG_STATE'])
    expect(codes(ledger.submit(dispatch('shp_none')))).toEqual(['NOT_FOUND'])
    expect(codes(ledger.submit(receive(transfer(ledger, 1), [{ line: 2, quantity: 1 }])))).toEqual(['NOT_FOUND'])
  })
})

// Goal: supply and stock are right after whatever anybody says about shipments, in whatever order.
describe('after any sequence of steps', () => {
  const quantity = fc.integer({ min: 1, max: 9 })
  const lines = fc.option(
    fc.uniqueArray(fc.record({ sku: fc.constantFrom(...SKUS), quantity }), {
      minLength: 1,
      maxLength: 2,
      selector: (line) => line.sku,
    }),
    { nil: null },
  )
  const which = fc.integer({ min: 0, max: 3 })
  const step = fc.oneof(
    fc.record({ step: fc.constant('create'), kind: fc.constantFrom('TRANSFER', 'PURCHASE'), lines, which }),
    fc.record({
      step: fc.constantFrom('dispatch', 'receive'),
      lines,
      which,
      event: fc.option(fc.constantFrom('/wms', '/erp'), { nil: null }),
    }),
    fc.record({ step: fc.constantFrom('close', 'cancel', 'closeFact'), which }),
  )

  test('supply is what open lines expect, quantities add up, and nothing is made or lost on the road', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const ledger = chain()
        for (const it of steps) {
          const reference = `ref-${it.which}`
          if ('kind' in it) {
            const shipmentKind = it.kind === 'TRANSFER' ? 'TRANSFER' : 'PURCHASE'
            ledger.submit({
              kind: 'createShipment',
              id: `shp_${ledger.shipments.length}`,
              shipmentKind,
              originId: shipmentKind === 'TRANSFER' ? 'DC' : null,
              destinationId: 'BER',
              supplier: null,
              reference,
              expectedAt: null,
              lines: it.lines ?? mugs(3),
            })
          } else if ('lines' in it) {
            const kind = it.step === 'dispatch' ? 'dispatchShipment' : 'receiveShipment'
            if (it.event === null) ledger.submit({ kind, shipment: { reference }, lines: it.lines })
            else
              ledger.submit(
                { ...fact(kind, reference, it.lines ?? mugs(2), it.which % 2 === 0 ? 'DC' : null) },
                told(it.event),
              )
          } else if (it.step === 'cancel') {
            ledger.submit({ kind: 'cancelShipment', shipment: { reference } })
          } else {
            const more = it.step === 'close' ? {} : told('/erp')
            ledger.submit({ kind: 'closeShipment', shipment: { reference }, asFact: it.step !== 'close' }, more)
          }
          requireSound(ledger, SKUS, PLACES)
          requireBalanced(ledger)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the order in which dispatches and receipts become known makes no difference', () => {
    const report = fc.record({ kind: fc.constantFrom('dispatchShipment', 'receiveShipment'), quantity })
    const shuffled = fc
      .array(report, { minLength: 1, maxLength: 6 })
      .chain((reports) => fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })))
    fc.assert(
      fc.property(shuffled, ([reports, others]) => {
        const end = (sequence: typeof reports) => {
          const ledger = chain()
          transfer(ledger, 20, { reference: 'T-1' })
          for (const { kind, quantity: some } of sequence) {
            ledger.submit(fact(kind, 'T-1', mugs(some)), told(kind === 'receiveShipment' ? '/ber' : '/dc'))
          }
          return [
            ledger.nonZero('MUG', 'DC'),
            ledger.nonZero('MUG', 'BER'),
            ledger.shipment('shp_1').lines.map(({ version, ...line }) => line),
          ]
        }
        expect(end(others)).toEqual(end(reports))
      }),
      { numRuns: 200 },
    )
  })
})

function requireBalanced(ledger: MemoryLedger): void {
  for (const sku of SKUS) {
    const lines = ledger.shipments.flatMap((shipment) =>
      shipment.lines
        .filter((line) => line.sku === sku)
        .map((line) => ({ shipment, line, balance: shipmentBalance(shipment, line) })),
    )
    const sum = (of: (it: (typeof lines)[number]) => number) => lines.reduce((total, it) => total + of(it), 0)
    expect(ledger.balances(sku, 'BER').onOrder).toBe(sum(({ line }) => line.onOrder))
    expect(ledger.balances(sku, 'BER').inTransit).toBe(sum(({ line }) => line.inTransit))

    for (const { shipment, line, balance } of lines) {
      const { onOrder, inTransit, closedShort } = balance
      expect(line).toMatchObject({ onOrder, inTransit, closedShort })
      const ordered = shipment.canceledAt === null ? line.quantity : 0
      expect(line.received + balance.outstanding + closedShort).toBe(Math.max(ordered, line.dispatched, line.received))
      if (!isShipmentOpen(shipment)) expect(onOrder + inTransit).toBe(0)
    }
    // What left and neither arrived nor was lost is on the road; more may arrive than left, never the other way round.
    const transfers = lines.filter(({ shipment }) => shipment.kind === 'TRANSFER')
    const onTheRoad = transfers.reduce(
      (total, { line, balance }) => total + balance.departed - line.received - balance.lost,
      0,
    )
    expect(ledger.gained(sku, 'inTransfer')).toBe(onTheRoad)
    const received = lines.reduce((total, { line }) => total + line.received, 0)
    expect(ledger.balances(sku, 'BER').sellable).toBe(received)
    const departed = transfers.reduce((total, { balance }) => total + balance.departed, 0)
    expect(ledger.balances(sku, 'DC').sellable).toBe(100 - departed)
  }
}
