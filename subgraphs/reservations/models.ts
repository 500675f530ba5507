import type { Reservation, ReservationLine } from '../../core/ledger/documents.ts'
import type { RequestContext } from '../shared/context.ts'
import type { Loaders } from './loaders.ts'

/** What resolvers of this subgraph get with every request. */
export type Context = RequestContext<Loaders>

/** What resolvers hand to each other for a type of the schema; named in codegen.yml. Lines are as of the reading: nothing of them is due. */
export type ReservationModel = Reservation
export type ReservationLineModel = ReservationLine
