import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AuthorizeReturn, Disposition, QuantityOfLine } from '../../core/ledger/commands.ts'
import type { Decision } from '../../core/ledger/decision.ts'
import type { ReturnLine } from '../../core/ledger/documents.ts'
import { RETURN_STATES } from '../../core/ledger/documents.ts'
import { IN_HOUSE_STATES, returnStatus, unitsIn } from '../../core/ledger/return-status.ts'
import { MemoryLedger, requireSound, told } from '../support/view.ts'

const SKUS = ['MUG', 'CUP']
const PLACES = ['BER', 'MUC']

const shop = () => new MemoryLedger(SKUS, PLACES)
const mugs = (quantity: number) => [{ sku: 'MUG', quantity }]
const first = (quantity: number) => [{ line: 1, quantity }]

function authorize(ledger: MemoryLedger, quantity: number, more: Partial<AuthorizeReturn> = {}): string {
  const id = `ret_${ledger.returns.length + 1}`
  const outcome = ledger.submit({ ...AUTHORIZED, id, lines: mugs(quantity), ...more })
  expect(outcome).toMatchObject({ status: 'posted', document: { kind: 'return', id } })
  return id
}

const AUTHORIZED: AuthorizeReturn = {
  kind: 'authorizeReturn',
  id: 'ret_1',
  channelId: 'web',
  reservationId: null,
  locationId: 'BER',
  reference: null,
  lines: mugs(1),
}

const receive = (id: string, lines: readonly QuantityOfLine[] | null = null, locationId: string | null = null) =>
  ({ kind: 'receiveReturn', return: { id }, locationId, lines }) as const
const inspect = (
  id: string,
  outcome: 'PASSED' | 'QUARANTINED' = 'PASSED',
  lines: readonly QuantityOfLine[] | null = null,
) => ({ kind: 'inspectReturn', return: { id }, outcome, lines }) as const
const approve = (id: string, lines: readonly QuantityOfLine[] | null = null) =>
  ({ kind: 'approveRestock', return: { id }, lines }) as const
const restock = (id: string, lines: readonly QuantityOfLine[] | null = null) =>
  ({ kind: 'restockReturn', return: { id }, lines }) as const
const dispose = (id: string, disposition: Disposition, lines: readonly QuantityOfLine[] | null = null) =>
  ({ kind: 'dispositionReturn', return: { id }, disposition, lines, reason: null }) as const

/** What an event of a source says about a return by reference. */
const arrived = (reference: string, lines: readonly QuantityOfLine[], locationId: string | null = 'BER') =>
  ({
    kind: 'receiveReturn',
    return: { reference },
    locationId,
    lines,
    asFact: { id: `made-${reference}`, channelId: null },
  }) as const
const inspected = (reference: string, lines: readonly QuantityOfLine[] | null) =>
  ({ kind: 'inspectReturn', return: { reference }, outcome: 'PASSED', lines, asFact: true }) as const
const restocked = (reference: string, lines: readonly QuantityOfLine[] | null) =>
  ({ kind: 'restockReturn', return: { reference }, lines, asFact: true }) as const
const disposed = (reference: string, disposition: Disposition, lines: readonly QuantityOfLine[] | null) =>
  ({ kind: 'dispositionReturn', return: { reference }, disposition, lines, reason: null, asFact: true }) as const

function codes(outcome: Decision['outcome']): string[] {
  return outcome.status === 'refused' ? outcome.errors.map((error) => error.code) : [outcome.status]
}

/** The states of a return's lines that are not zero, with where they are. */
function states(ledger: MemoryLedger, id: string) {
  return ledger.returnCase(id).lines.map((line) => ({
    ...(line.locationId === null ? {} : { at: line.locationId }),
    ...Object.fromEntries(RETURN_STATES.flatMap((state) => (line[state] === 0 ? [] : [[state, line[state]]]))),
  }))
}

const statusOf = (ledger: MemoryLedger, id: string) => returnStatus(ledger.returnCase(id).lines)

describe('a return', () => {
  test('becomes sellable by restocking, and by nothing before it', () => {
    const ledger = shop()
    const id = authorize(ledger, 3)
    expect(statusOf(ledger, id)).toBe('AUTHORIZED')
    ledger.submit(dispose(id, 'IN_TRANSIT'))
    expect(statusOf(ledger, id)).toBe('IN_TRANSIT')
    expect(ledger.nonZero('MUG', 'BER')).toEqual({})

    const steps = [
      [receive(id), 'RECEIVED'],
      [inspect(id), 'INSPECTED'],
      [approve(id), 'RESTOCK_APPROVED'],
    ] as const
    for (const [step, status] of steps) {
      expect(codes(ledger.submit(step))).toEqual(['posted'])
      expect(statusOf(ledger, id)).toBe(status)
      expect(ledger.nonZero('MUG', 'BER')).toEqual({ qualityHold: 3 })
    }

    ledger.submit(restock(id, first(2)))
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 2, qualityHold: 1 })
    expect(statusOf(ledger, id)).toBe('RESTOCK_APPROVED')
    ledger.submit(restock(id))
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 3 })
    expect(statusOf(ledger, id)).toBe('RESTOCKED')
    expect(ledger.gained('MUG', 'customer')).toBe(-3)
  })

  test('whose units take different ways keeps count of each', () => {
    const ledger = shop()
    const id = authorize(ledger, 12)
    ledger.submit(receive(id, first(10)))
    ledger.submit(inspect(id, 'QUARANTINED', first(4)))
    ledger.submit(inspect(id, 'PASSED', first(5)))
    ledger.submit(dispose(id, 'RELEASE_FROM_QUARANTINE', first(1)))
    ledger.submit(dispose(id, 'DISPOSE', first(2)))
    ledger.submit(dispose(id, 'RETURN_TO_VENDOR', first(1)))
    ledger.submit(dispose(id, 'CANCEL', first(1)))
    ledger.submit(dispose(id, 'MISSING'))
    expect(states(ledger, id)).toEqual([
      { at: 'BER', received: 2, inspected: 5, disposed: 2, returnedToVendor: 1, missing: 1, canceled: 1 },
    ])
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ qualityHold: 7 })
    expect([ledger.gained('MUG', 'loss'), ledger.gained('MUG', 'supplier'), ledger.gained('MUG', 'customer')]).toEqual([
      2, 1, -10,
    ])

    ledger.submit(dispose(id, 'MISSING', first(3)))
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ qualityHold: 4 })
    expect(ledger.gained('MUG', 'loss')).toBe(5)
  })

  test('that brings more than was authorized keeps the rest on a line of its own, and says so', () => {
    const ledger = shop()
    const id = authorize(ledger, 3)
    ledger.submit(receive(id, first(5)))
    expect(states(ledger, id)).toEqual([
      { at: 'BER', received: 3 },
      { at: 'BER', received: 2 },
    ])
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ qualityHold: 5 })
    expect(ledger.exceptions).toMatchObject([{ kind: 'OVER_RECEIPT', sku: 'MUG', quantity: 2 }])
  })

  test('that arrives at two locations stands on two lines', () => {
    const ledger = shop()
    const id = authorize(ledger, 5)
    ledger.submit(receive(id, first(2)))
    ledger.submit(receive(id, first(3), 'MUC'))
    expect(states(ledger, id)).toEqual([
      { at: 'BER', received: 2 },
      { at: 'MUC', received: 3 },
    ])
    expect(ledger.nonZero('MUG', 'MUC')).toEqual({ qualityHold: 3 })
    ledger.submit(inspect(id))
    ledger.submit(approve(id))
    ledger.submit(restock(id))
    expect([ledger.nonZero('MUG', 'BER'), ledger.nonZero('MUG', 'MUC')]).toEqual([{ sellable: 2 }, { sellable: 3 }])
  })
})

describe('events about returns', () => {
  test('make up a return that the hub has not heard of', () => {
    const ledger = shop()
    ledger.submit(
      arrived('R-1', [
        { sku: 'MUG', quantity: 2 },
        { sku: 'CUP', quantity: 1, unit: 'case' },
      ]),
      told('/wms'),
    )
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ qualityHold: 2 })
    expect(ledger.nonZero('CUP', 'BER')).toEqual({ qualityHold: 12 })
    expect(ledger.exceptions.map((exception) => exception.kind)).toEqual(['UNKNOWN_DOCUMENT', 'UNKNOWN_DOCUMENT'])
    ledger.submit(arrived('R-1', mugs(1)), told('/wms'))
    expect(ledger.returns).toHaveLength(1)
  })

  test('of two reporters about the same parcel post it once', () => {
    const ledger = shop()
    const id = authorize(ledger, 3, { reference: 'R-1' })
    ledger.submit(arrived('R-1', mugs(1)), told('/wms'))
    ledger.submit(arrived('R-1', mugs(2)), told('/wms'))
    expect(codes(ledger.submit(arrived('R-1', mugs(3)), told('/erp')))).toEqual(['confirmed'])
    expect(states(ledger, id)).toEqual([{ at: 'BER', received: 3 }])
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ qualityHold: 3 })
  })

  test('about an inspection wait until as much has arrived', () => {
    const ledger = shop()
    expect(ledger.submit(inspected('R-1', mugs(2)), told('/wms'))).toEqual({ status: 'parked', awaits: 'return R-1' })
    authorize(ledger, 3, { reference: 'R-1' })
    expect(codes(ledger.submit(inspected('R-1', mugs(2)), told('/wms')))).toEqual(['parked'])
    ledger.submit(arrived('R-1', mugs(2)), told('/wms'))
    expect(codes(ledger.submit(inspected('R-1', mugs(2)), told('/wms')))).toEqual(['posted'])
    expect(states(ledger, 'ret_1')).toEqual([{ at: 'BER', authorized: 1, inspected: 2 }])
  })

  test('about units back on the shelf imply the steps that were not told, and the late receipt posts nothing again', () => {
    const ledger = shop()
    const id = authorize(ledger, 3, { reference: 'R-1' })
    ledger.submit(restocked('R-1', mugs(2)), told('/wms'))
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 2 })
    expect(codes(ledger.submit(arrived('R-1', mugs(2)), told('/wms')))).toEqual(['confirmed'])
    expect(states(ledger, id)).toEqual([{ at: 'BER', authorized: 1, restocked: 2 }])
    ledger.submit(arrived('R-1', mugs(1)), told('/wms'))
    expect(states(ledger, id)).toEqual([{ at: 'BER', received: 1, restocked: 2 }])
    expect(ledger.nonZero('MUG', 'BER')).toEqual({ sellable: 2, qualityHold: 1 })
  })

  test('that tell the same disposition again confirm it', () => {
    const ledger = shop()
    authorize(ledger, 2, { reference: 'R-1' })
    ledger.submit(arrived('R-1', mugs(2)), told('/wms'))
    expect(codes(ledger.submit(disposed('R-1', 'DISPOSE', mugs(2)), told('/wms')))).toEqual(['posted'])
    expect(codes(ledger.submit(disposed('R-1', 'DISPOSE', mugs(2)), told('/erp')))).toEqual(['confirmed'])
    expect(ledger.gained('MUG', 'loss')).toBe(2)
  })

  test('about more units than the return has move those that it has, and say so', () => {
    const ledger = shop()
    const id = authorize(ledger, 2, { reference: 'R-1' })
    ledger.submit(arrived('R-1', mugs(2)), told('/wms'))
    ledger.submit(disposed('R-1', 'RETURN_TO_VENDOR', mugs(3)), told('/wms'))
    expect(states(ledger, id)).toEqual([{ at: 'BER', returnedToVendor: 2 }])
    expect(ledger.exceptions).toMatchObject([{ kind: 'UNEXPECTED_STATE', sku: 'MUG', locationId: 'BER', quantity: 1 }])
  })

  test('without stock wait for the step before them', () => {
    const ledger = shop()
    authorize(ledger, 2, { reference: 'R-1' })
    expect(codes(ledger.submit(disposed('R-1', 'QUARANTINE', mugs(1)), told('/wms')))).toEqual(['parked'])
    expect(codes(ledger.submit(disposed('R-1', 'IN_TRANSIT', mugs(2)), told('/wms')))).toEqual(['posted'])
    expect(codes(ledger.submit(disposed('R-1', 'IN_TRANSIT', mugs(2)), told('/wms')))).toEqual(['parked'])
  })
})

describe('rows by channel', () => {
  test('a return of another channel, or of none, is not found', () => {
    const ledger = shop()
    const id = authorize(ledger, 2)
    const none = authorize(ledger, 2, { channelId: null })
    const market = { channels: ['market'] }
    expect(codes(ledger.submit(receive(id), market))).toEqual(['NOT_FOUND'])
    expect(codes(ledger.submit(receive(none), market))).toEqual(['NOT_FOUND'])
    expect(codes(ledger.submit({ ...AUTHORIZED, id: 'ret_3' }, market))).toEqual(['UNKNOWN_CHANNEL'])
    expect(codes(ledger.submit({ ...AUTHORIZED, id: 'ret_3', channelId: null }, market))).toEqual(['INVALID_INPUT'])
    expect(codes(ledger.submit(receive(id), { channels: ['web'] }))).toEqual(['posted'])
  })

  test('a return made up from an event belongs to the only channel of its reporter', () => {
    const ledger = shop()
    ledger.submit(arrived('R-1', mugs(1)), { ...told('/market'), channels: ['market'] })
    expect(ledger.returnCase('made-R-1').channelId).toBe('market')
  })

  test('the channel is that of the reservation by which the units were sold', () => {
    const ledger = shop()
    ledger.submit({ kind: 'countStock', sku: 'MUG', locationId: 'BER', quantity: 5, account: 'sellable' })
    ledger.submit({
      kind: 'reserve',
      id: 'rsv_1',
      channelId: 'web',
      reference: null,
      ttlSeconds: 900,
      allOrNothing: true,
      lines: [{ sku: 'MUG', quantity: 1, locationId: 'BER' }],
    })
    const id = authorize(ledger, 1, { channelId: null, reservationId: 'rsv_1' })
    expect(ledger.returnCase(id).channelId).toBe('web')
    const other: AuthorizeReturn = { ...AUTHORIZED, id: 'ret_2', reservationId: 'rsv_1' }
    expect(codes(ledger.submit({ ...other, channelId: 'market' }))).toEqual(['INVALID_INPUT'])
    expect(codes(ledger.submit({ ...other, reservationId: 'rsv_none' }))).toEqual(['NOT_FOUND'])
    expect(codes(ledger.submit({ ...other, channelId: null }, { channels: ['market'] }))).toEqual(['NOT_FOUND'])
  })
})

describe('commands about returns are refused', () => {
  test.each<[string, Partial<AuthorizeReturn>, string[], string[]]>([
    ['without lines', { lines: [] }, ['INVALID_INPUT'], ['input', 'lines']],
    [
      'of a fraction',
      { lines: [{ sku: 'MUG', quantity: '0.5' }] },
      ['INVALID_INPUT'],
      ['input', 'lines', '0', 'quantity'],
    ],
    [
      'of an unknown SKU, location and channel',
      { lines: [{ sku: 'NO', quantity: 1 }], locationId: 'NO', channelId: 'NO' },
      ['UNKNOWN_SKU', 'UNKNOWN_LOCATION', 'UNKNOWN_CHANNEL'],
      ['input', 'lines', '0', 'sku'],
    ],
  ])('%s', (_, command, expected, field) => {
    const outcome = shop().submit({ ...AUTHORIZED, ...command })
    expect(codes(outcome)).toEqual(expected)
    expect(outcome).toMatchObject({ errors: [{ field }, ...expected.slice(1).map(() => ({}))] })
  })

  test('in the wrong state', () => {
    const ledger = shop()
    const id = authorize(ledger, 2)
    const refused = (command: Parameters<MemoryLedger['submit']>[0]) =>
      expect(codes(ledger.submit(command)), command.kind).toEqual(['WRONG_STATE'])
    refused(inspect(id))
    refused(approve(id))
    refused(restock(id))
    refused(dispose(id, 'DISPOSE'))
    refused(dispose(id, 'RELEASE_FROM_QUARANTINE', first(1)))
    ledger.submit(receive(id))
    refused(receive(id))
    refused(restock(id))
    refused(inspect(id, 'PASSED', first(3)))
    ledger.submit(dispose(id, 'DISPOSE'))
    refused(receive(id, first(1)))
    expect(codes(ledger.submit(inspect(id, 'PASSED', [{ line: 2, quantity: 1 }])))).toEqual(['NOT_FOUND'])
    expect(codes(ledger.submit(inspect('ret_none')))).toEqual(['NOT_FOUND'])
  })
})

// Goal: each unit of a return is in exactly one state, and stock says the same as the states do, after whatever anybody says in whatever order.
test('after any sequence of steps, states and stock agree', () => {
  const quantity = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null })
  const sku = fc.constantFrom(...SKUS)
  const step = fc.record({
    step: fc.constantFrom('authorize', 'receive', 'inspect', 'approve', 'restock', 'dispose'),
    reference: fc.constantFrom('R-1', 'R-2', null),
    lines: fc.option(
      fc.array(fc.record({ sku, line: fc.integer({ min: 1, max: 3 }), quantity }), { minLength: 1, maxLength: 3 }),
      { nil: null },
    ),
    outcome: fc.constantFrom('PASSED', 'QUARANTINED'),
    disposition: fc.constantFrom<Disposition>(
      'IN_TRANSIT',
      'DISPOSE',
      'RETURN_TO_VENDOR',
      'QUARANTINE',
      'RELEASE_FROM_QUARANTINE',
      'MISSING',
      'CANCEL',
    ),
    locationId: fc.option(fc.constantFrom(...PLACES), { nil: null }),
    event: fc.option(fc.constantFrom('/wms', '/erp'), { nil: null }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const ledger = shop()
      for (const it of steps) {
        const name = it.reference === null ? { id: 'ret_0' } : { reference: it.reference }
        const lines =
          it.lines?.map(({ line, sku: of, quantity: some }) =>
            it.event === null ? { line, quantity: some } : { sku: of, quantity: some },
          ) ?? null
        const more = it.event === null ? {} : told(it.event)
        const asFact = it.event !== null
        const { locationId, disposition } = it
        if (it.step === 'authorize') {
          const id = `ret_${ledger.returns.length}`
          const wanted = it.lines?.map(({ sku: of, quantity: some }) => ({ sku: of, quantity: some ?? 1 })) ?? mugs(2)
          ledger.submit({ ...AUTHORIZED, id, reference: it.reference, locationId, lines: wanted })
        } else if (it.step === 'receive') {
          const unknown = { asFact: { id: `ret_${ledger.returns.length}`, channelId: null } }
          ledger.submit({ kind: 'receiveReturn', return: name, locationId, lines, ...(asFact ? unknown : {}) }, more)
        } else if (it.step === 'inspect') {
          ledger.submit(
            {
              kind: 'inspectReturn',
              return: name,
              outcome: it.outcome === 'PASSED' ? 'PASSED' : 'QUARANTINED',
              lines,
              asFact,
            },
            more,
          )
        } else if (it.step === 'approve') {
          ledger.submit({
            kind: 'approveRestock',
            return: name,
            lines: lines?.map(({ quantity: some }) => ({ line: 1, quantity: some })) ?? null,
          })
        } else if (it.step === 'restock') {
          ledger.submit({ kind: 'restockReturn', return: name, lines, asFact }, more)
        } else {
          ledger.submit({ kind: 'dispositionReturn', return: name, disposition, lines, reason: null, asFact }, more)
        }
        requireSound(ledger, SKUS, PLACES)
        requireAgreed(ledger)
      }
    }),
    { numRuns: 400 },
  )
})

function requireAgreed(ledger: MemoryLedger): void {
  const lines = ledger.returns.flatMap((returned) => returned.lines)
  for (const line of lines) {
    expect(unitsIn(line, RETURN_STATES)).toBe(line.quantity)
    expect(line.quantity).toBeGreaterThan(0)
    for (const state of RETURN_STATES) expect(line[state]).toBeGreaterThanOrEqual(0)
    if (unitsIn(line, IN_HOUSE_STATES) > 0) expect(line.locationId).not.toBeNull()
  }
  for (const sku of SKUS) {
    const of = lines.filter((line) => line.sku === sku)
    const sum = (amount: (line: ReturnLine) => number) => of.reduce((total, line) => total + amount(line), 0)
    for (const place of PLACES) {
      const here = of.filter((line) => line.locationId === place)
      const held = here.reduce((total, line) => total + unitsIn(line, IN_HOUSE_STATES), 0)
      const sellable = here.reduce((total, line) => total + line.restocked, 0)
      expect(ledger.balances(sku, place)).toMatchObject({ qualityHold: held, sellable })
    }
    expect(ledger.gained(sku, 'supplier')).toBe(sum((line) => line.returnedToVendor))
    const lost = ledger.gained(sku, 'loss')
    expect(lost).toBeGreaterThanOrEqual(sum((line) => line.disposed))
    expect(lost).toBeLessThanOrEqual(sum((line) => line.disposed + line.missing))
  }
}
