import type { Viewer } from '../../core/access/viewer.ts'
import type { Reservation, ReservationLine } from '../../core/ledger/documents.ts'

/** What resolvers of this subgraph get with every request. */
export interface Context {
  readonly viewer: Viewer
}

/** What resolvers hand to each other for a type of the schema; named in codegen.yml. */
export type ReservationModel = Reservation
export type ReservationLineModel = ReservationLine
