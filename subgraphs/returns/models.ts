import type { ReturnCase, ReturnLine } from '../../core/ledger/documents.ts'
import type { RequestContext } from '../shared/context.ts'
import type { Loaders } from './loaders.ts'

/** What resolvers of this subgraph get with every request. */
export type Context = RequestContext<Loaders>

/** What resolvers hand to each other for a type of the schema; named in codegen.yml. */
export type ReturnModel = ReturnCase
export type ReturnLineModel = ReturnLine
/** Reservations belong to another subgraph; here only the key is known. */
export interface ReservationModel {
  readonly id: string
}
