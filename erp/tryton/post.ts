import type { Movement, PostResult } from '../connector.ts'
import { type TrytonClient, TrytonRefusal } from './client.ts'
import { type DocumentKind, documentKindOf } from './documents.ts'
import { type Entered, findEntered, isDone } from './entered.ts'
import type { Places } from './places.ts'
import { type Product, readProducts } from './products.ts'
import type { BaseUnit } from './settings.ts'
import { fromBase } from './units.ts'
import { dayOf, decimalOf } from './values.ts'

export interface Party {
  readonly id: number
  readonly addressId: number | null
}

export interface PostOptions {
  readonly client: TrytonClient
  readonly places: (signal: AbortSignal) => Promise<Places>
  readonly parties: (
    signal: AbortSignal,
  ) => Promise<{ readonly customer: Party | null; readonly supplier: Party | null }>
  readonly units: Readonly<Record<string, BaseUnit>>
  readonly company: number
  readonly timeZone: string
}

/** A movement that can be entered, and the values of its document. */
interface Planned {
  readonly movement: Movement
  readonly kind: DocumentKind
  readonly values: object
}

type Verdict = PostResult | Planned

/**
 * Creating a document and doing its move are two transactions, and Tryton takes the same document twice without a word. So each is looked for first; one that is there is only carried on with. Doing
 * a move that is done changes nothing, and closing a document is for tidiness: goods move with the move.
 */
export async function post(
  options: PostOptions,
  movements: readonly Movement[],
  signal: AbortSignal,
): Promise<readonly PostResult[]> {
  const { client } = options
  const verdicts = await plan(options, movements, signal)
  const planned = verdicts.filter((verdict): verdict is Planned => 'movement' in verdict)
  const results = new Map<string, PostResult>()
  for (const verdict of verdicts) if (!('movement' in verdict)) results.set(verdict.reference, verdict)

  const entered: Entered[] = []
  for (const [kind, ofKind] of byKind(planned)) {
    const known = await findEntered(client, kind, ofKind.map(referenceOf), signal)
    const missing = ofKind.filter((one) => usable(known.get(referenceOf(one))) === undefined)
    await create(options, kind, missing, results, signal)
    const created = await findEntered(client, kind, missing.map(referenceOf), signal)
    for (const one of ofKind) {
      const found = usable(known.get(referenceOf(one)) ?? created.get(referenceOf(one)))
      if (found !== undefined) entered.push(found)
    }
  }

  const open = entered.filter((one) => !isDone(one))
  await each(open, results, (some) =>
    client.call('model.stock.move.do', [some.flatMap(({ moves }) => moves.map((move) => move.id))], signal),
  )
  for (const { reference, erpReference } of entered) {
    if (!results.has(reference)) results.set(reference, { reference, status: 'accepted', erpReference })
  }
  await close(
    client,
    entered.filter((one) => !one.closed && results.get(one.reference)?.status === 'accepted'),
    signal,
  )

  return movements.map(({ reference }) => {
    const result = results.get(reference)
    if (result === undefined) throw new Error(`Tryton took ${reference}, and does not know it afterwards`)
    return result
  })
}

/** One without a move has no effect and never will. */
function usable(found: readonly Entered[] | undefined): Entered | undefined {
  return found?.find(({ moves }) => moves.length > 0)
}

function referenceOf({ movement }: Planned): string {
  return movement.reference
}

function byKind(planned: readonly Planned[]): Map<DocumentKind, readonly Planned[]> {
  const kinds = new Map<DocumentKind, Planned[]>()
  for (const one of planned) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one])
  return kinds
}

async function plan(
  { client, places, parties, units, company, timeZone }: PostOptions,
  movements: readonly Movement[],
  signal: AbortSignal,
): Promise<readonly Verdict[]> {
  const skus = [...new Set(movements.map(({ sku }) => sku))]
  const [now, { customer, supplier }, products] = await Promise.all([
    places(signal),
    parties(signal),
    readProducts(client, { skus }, units, signal),
  ])
  const bySku = new Map<string, Product[]>()
  for (const product of products) {
    if (product.sku !== null) bySku.set(product.sku, [...(bySku.get(product.sku) ?? []), product])
  }
  const today = dayOf(client.clock()?.now ?? new Date(), timeZone)

  return movements.map((movement): Verdict => {
    const { reference, sku, locationId, from, to } = movement
    const refuse = (code: 'UNKNOWN_SKU' | 'UNKNOWN_LOCATION' | 'NOT_WHOLE' | 'NOT_SUPPORTED', message: string) =>
      ({ reference, status: 'refused', code, message, permanent: true }) as const

    const fromId = now.idOf(locationId, from)
    const toId = now.idOf(locationId, to)
    if (fromId === undefined || toId === undefined) {
      const account = fromId === undefined ? from : to
      return refuse(
        'UNKNOWN_LOCATION',
        `The settings do not say where "${account}" of location "${locationId}" is in Tryton.`,
      )
    }
    if (fromId === toId) return { reference, status: 'immaterial' }

    const [product, ...others] = bySku.get(sku) ?? []
    if (product === undefined) return refuse('UNKNOWN_SKU', `Tryton has no product with the code "${sku}".`)
    if (others.length > 0) return refuse('UNKNOWN_SKU', `Tryton has several products with the code "${sku}".`)
    const quantity = product.unit === undefined ? undefined : fromBase(movement.quantity, product.unit)
    if (quantity === undefined) {
      const base = product.unit?.base
      const unit = base === undefined ? '' : ` (1 = ${base.factor} ${base.unit})`
      return refuse(
        'NOT_WHOLE',
        `${movement.quantity} of ${sku} does not come out whole in ${product.unitName}${unit}.`,
      )
    }

    const kind = documentKindOf(movement)
    const party = kind.needs === 'customer' ? customer : kind.needs === 'supplier' ? supplier : null
    if (kind.needs !== 'nobody' && party === null) {
      return refuse('NOT_SUPPORTED', `The settings name no ${kind.needs} in Tryton.`)
    }
    const price = kind.needs === 'customer' ? product.listPrice : product.costPrice
    const occurred = dayOf(movement.occurredAt, timeZone)
    const move = {
      product: product.id,
      quantity,
      uom: product.uomId,
      from_location: fromId,
      to_location: toId,
      company,
      // A day that has not come yet in the ERP would keep the goods out of its stock until then.
      effective_date: isLater(occurred, today) ? today : occurred,
      ...(kind.needs === 'nobody' ? {} : { unit_price: decimalOf(price ?? '0') }),
    }
    const warehouse = now.warehouseOf(from === 'customer' || from === 'supplier' ? toId : fromId)
    const values = {
      reference,
      company,
      moves: [['create', [move]]],
      ...documentValues(kind, party, warehouse, fromId, toId),
    }
    return { movement, kind, values }
  })
}

function documentValues(
  { model }: DocumentKind,
  party: Party | null,
  warehouse: number | undefined,
  fromId: number,
  toId: number,
): object {
  switch (model) {
    case 'stock.shipment.out':
    case 'stock.shipment.out.return':
      return { customer: party?.id, delivery_address: party?.addressId, warehouse }
    case 'stock.shipment.in':
      return { supplier: party?.id, warehouse }
    case 'stock.shipment.in.return':
      return { supplier: party?.id, from_location: fromId, to_location: toId }
    default:
      return { from_location: fromId, to_location: toId }
  }
}

type Day = ReturnType<typeof dayOf>

function isLater(a: Day, b: Day): boolean {
  return a.year * 10_000 + a.month * 100 + a.day > b.year * 10_000 + b.month * 100 + b.day
}

async function create(
  { client }: PostOptions,
  { model }: DocumentKind,
  missing: readonly Planned[],
  results: Map<string, PostResult>,
  signal: AbortSignal,
): Promise<void> {
  const some = missing.map(({ movement: { reference }, values }) => ({ reference, values }))
  await each(some, results, (few) => client.call(`model.${model}.create`, [few.map(({ values }) => values)], signal))
}

/** All at once; where Tryton refuses that, in halves, until those that it is about are alone with their refusal. What a refused call had begun was undone. */
async function each<One extends { readonly reference: string }>(
  all: readonly One[],
  results: Map<string, PostResult>,
  enter: (some: readonly One[]) => Promise<unknown>,
): Promise<void> {
  const [first] = all
  if (first === undefined) return
  try {
    await enter(all)
  } catch (error) {
    if (!(error instanceof TrytonRefusal)) throw error
    if (all.length === 1) {
      results.set(first.reference, refusalOf(first.reference, error))
      return
    }
    const half = Math.ceil(all.length / 2)
    await each(all.slice(0, half), results, enter)
    await each(all.slice(half), results, enter)
  }
}

/** What broke a rule is for somebody to mend. Whatever else Python says may be a fault of that moment, so it is worth another try. */
function refusalOf(reference: string, { kind, message }: TrytonRefusal): PostResult {
  const code = kind === 'ConcurrencyException' ? 'CONFLICT' : 'RULE'
  return { reference, status: 'refused', code, message, permanent: RULES.has(kind) }
}

const RULES = new Set(['UserError', 'UserWarning', 'HTTP 403', 'HTTP 404'])

/** A document that cannot be closed stays open in the ERP, for whoever looks there; its goods have moved. */
async function close(client: TrytonClient, entered: readonly Entered[], signal: AbortSignal): Promise<void> {
  const kinds = new Set(entered.map(({ kind }) => kind))
  for (const kind of kinds) {
    const ids = entered.filter((one) => one.kind === kind).map(({ documentId }) => documentId)
    for (const button of kind.closing) {
      try {
        await client.call(`model.${kind.model}.${button}`, [ids], signal)
      } catch (error) {
        if (!(error instanceof TrytonRefusal)) throw error
        break
      }
    }
  }
}
