import type { Viewer } from '../../core/access/viewer.ts'
import type { ReturnCase, ReturnLine } from '../../core/ledger/documents.ts'

/** What resolvers of this subgraph get with every request. */
export interface Context {
  readonly viewer: Viewer
}

/** What resolvers hand to each other for a type of the schema; named in codegen.yml. */
export type ReturnModel = ReturnCase
export type ReturnLineModel = ReturnLine
/** Reservations belong to another subgraph; here only the key is known. */
export interface ReservationModel {
  readonly id: string
}
