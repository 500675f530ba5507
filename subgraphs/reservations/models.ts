import type { Cart } from '../../core/ledger/cart.ts'
import type { Reservation, ReservationLine } from '../../core/ledger/documents.ts'
import type { RequestContext } from '../shared/context.ts'
import type { RecordedStep } from './entities/reservation-history.ts'
import type { Loaders } from './loaders.ts'

/** What resolvers get with every request. */
export type Context = RequestContext<Loaders>

/** What resolvers hand to each other for a type of the schema; named in codegen.yml. Lines are as of the reading: nothing of them is due. */
export type ReservationModel = Reservation
export type ReservationLineModel = ReservationLine
export type ReservationStepModel = RecordedStep

/** A cart with what was asked for: the strategy, and the place of each line. */
export interface CartModel extends Cart {
  readonly asked: {
    readonly sourcing: 'PRIORITY' | 'NEAREST' | 'FEWEST_PARCELS'
    readonly lines: readonly { readonly locationId?: string | null; readonly by?: Date | null }[]
  }
}

/** One line of it, by its place. */
export interface CartLineModel {
  readonly cart: CartModel
  readonly index: number
}
