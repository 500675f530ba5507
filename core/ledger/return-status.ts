import type { ReturnLine, ReturnState } from './documents.ts'

export type ReturnStatus =
  | 'AUTHORIZED'
  | 'IN_TRANSIT'
  | 'RECEIVED'
  | 'QUARANTINED'
  | 'INSPECTED'
  | 'RESTOCK_APPROVED'
  | 'RESTOCKED'
  | 'RETURNED_TO_VENDOR'
  | 'DISPOSED'
  | 'MISSING'
  | 'CANCELED'

/** Open states, the least advanced first; then the ends, in the order in which they give a case its name. */
export const RETURN_STATUS_OF: readonly (readonly [ReturnState, ReturnStatus])[] = [
  ['authorized', 'AUTHORIZED'],
  ['inTransit', 'IN_TRANSIT'],
  ['received', 'RECEIVED'],
  ['quarantined', 'QUARANTINED'],
  ['inspected', 'INSPECTED'],
  ['restockApproved', 'RESTOCK_APPROVED'],
  ['restocked', 'RESTOCKED'],
  ['returnedToVendor', 'RETURNED_TO_VENDOR'],
  ['disposed', 'DISPOSED'],
  ['missing', 'MISSING'],
  ['canceled', 'CANCELED'],
]

/** Units that have not arrived. */
export const AWAITED_STATES = ['inTransit', 'authorized'] as const satisfies readonly ReturnState[]
/** Units that are here, in qualityHold. */
export const IN_HOUSE_STATES = [
  'received',
  'quarantined',
  'inspected',
  'restockApproved',
] as const satisfies readonly ReturnState[]

type Quantities = Pick<ReturnLine, ReturnState>

/** That of the least advanced open units; with none open that of the furthest end. */
export function returnLineStatus(line: Quantities): ReturnStatus {
  return returnStatus([line])
}

/** As for a line, over all lines. */
export function returnStatus(lines: readonly Quantities[]): ReturnStatus {
  const found = RETURN_STATUS_OF.find(([state]) => lines.some((line) => line[state] > 0))
  return found === undefined ? 'CANCELED' : found[1]
}

export function unitsIn(line: Quantities, states: readonly ReturnState[]): number {
  return states.reduce((sum, state) => sum + line[state], 0)
}

/** Whether something of it has not come to an end. */
export function isReturnOpen(lines: readonly Quantities[]): boolean {
  return lines.some((line) => unitsIn(line, AWAITED_STATES) + unitsIn(line, IN_HOUSE_STATES) > 0)
}
