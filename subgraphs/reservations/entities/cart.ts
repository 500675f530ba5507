import type { Cart, CartShare } from '../../../core/ledger/cart.ts'
import type { Reservation } from '../../../core/ledger/documents.ts'
import { pageSize } from '../../shared/relay.ts'
import type { CartLineResolvers, CartResolvers, ReserveInput } from '../generated/types.ts'
import type { CartModel } from '../models.ts'

/** What was asked for decides how it is told. */
type Asked = Pick<ReserveInput, 'lines'> & {
  readonly [name in 'sourcing' | 'near']?: ReserveInput[name] | undefined
}

export function cartModel(cart: Cart, { lines, sourcing, near }: Asked): CartModel {
  return { ...cart, asked: { lines, sourcing: sourcing ?? (near == null ? 'PRIORITY' : 'NEAREST') } }
}

/** The cart of a key that was used before: where nothing else was kept, each line was held whole, as the lines of the reservation tell. */
export function repeatedCart({ lines }: Reservation, asked: Asked): CartModel {
  const shares = asked.lines.flatMap((_, index): CartShare[] => {
    const line = lines[index]
    if (line === undefined) return []
    const { sku, locationId, requested } = line
    return [{ line: index, sku, locationId, held: requested, backordered: 0, short: 0 }]
  })
  return cartModel({ shares, sourced: null }, asked)
}

export const cartFields: CartResolvers = {
  sourcing: ({ asked }) => asked.sourcing,
  parcels: ({ shares, asked }) =>
    new Set(shares.flatMap((share) => (gotOf(share, asked) > 0 ? [share.locationId] : []))).size,
  provenFewest: ({ sourced }) => sourced?.provenFewest ?? null,
  lines: (cart) => cart.asked.lines.map((_, index) => ({ cart, index })),
}

export const cartLineFields: CartLineResolvers = {
  sku: (line) => skuOf(line),
  item: (line) => ({ sku: skuOf(line) }),
  quantity: (line) => line.cart.sourced?.lines[line.index]?.quantity ?? total(line, unitsOf),
  by: ({ cart, index }) => cart.asked.lines[index]?.by ?? null,
  available: (line) =>
    line.cart.sourced?.lines[line.index]?.available ?? total(line, (share) => gotOf(share, line.cart.asked)),
  held: (line) => total(line, ({ held }) => held),
  backordered: (line) => total(line, ({ backordered }) => backordered),
  short: (line) => {
    const quantity = line.cart.sourced?.lines[line.index]?.quantity ?? total(line, unitsOf)
    return quantity - total(line, ({ held, backordered }) => held + backordered)
  },
  choice: (line) => line.cart.sourced?.lines[line.index]?.choice ?? choiceOf(line),
  parts: (line) =>
    sharesOf(line)
      .filter(({ held, backordered }) => held + backordered > 0)
      .map(({ locationId, held, backordered }) => ({
        locationId,
        location: { id: locationId },
        distanceMeters: line.cart.sourced?.distanceMeters(locationId) ?? null,
        held,
        backordered,
      })),
  considered: ({ cart, index }, args) => {
    const first = pageSize(args.first, 10)
    if (cart.sourced === null) return null
    return cart.sourced
      .considered(index, first)
      .map((location) => ({ ...location, location: { id: location.locationId } }))
  },
}

interface Line {
  readonly cart: CartModel
  readonly index: number
}

function sharesOf({ cart, index }: Line): readonly CartShare[] {
  return cart.shares.filter(({ line }) => line === index)
}

function total(line: Line, of: (share: CartShare) => number): number {
  return sharesOf(line).reduce((sum, share) => sum + of(share), 0)
}

/** Held, or promised for the line's date: a place in the queue is not counted. */
function gotOf({ line, held, backordered }: CartShare, { lines }: CartModel['asked']): number {
  return lines[line]?.by == null ? held : held + backordered
}

function unitsOf({ held, backordered, short }: CartShare): number {
  return held + backordered + short
}

function skuOf(line: Line): string {
  return line.cart.sourced?.lines[line.index]?.sku ?? sharesOf(line)[0]?.sku ?? ''
}

/** As it was chosen, told from what came of it. */
function choiceOf(line: Line): 'NAMED' | 'WHOLE' | 'SPLIT' | 'NOTHING' {
  const parts = sharesOf(line).filter((share) => gotOf(share, line.cart.asked) > 0)
  if (parts.length === 0) return 'NOTHING'
  if (line.cart.asked.lines[line.index]?.locationId != null) return 'NAMED'
  return parts.length > 1 ? 'SPLIT' : 'WHOLE'
}
