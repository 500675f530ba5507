import type { Command, Submission } from '../../core/ledger/commands.ts'
import type { CommandResult } from '../../core/ledger/ledger.ts'

/** Have tests of their own: here everything is expected later than anything happens, and what is remembered of low stock or said of ERPs moves nothing, and nobody is authoritative. */
type Elsewhere = 'tellLateSupply' | 'noteLowStock' | 'upsertErpSystem' | 'setErpRoute' | 'setAuthority'

/** Every other command that there is, and the status that it has to have got at least once: a new one does not compile until it is named here. */
const EVERY_COMMAND: Readonly<Record<Exclude<Command['kind'], Elsewhere>, CommandResult['status']>> = {
  reserve: 'posted',
  extendReservation: 'posted',
  confirmReservation: 'posted',
  releaseReservation: 'posted',
  fulfillReservation: 'posted',
  moveReservationLine: 'posted',
  each: 'each',
  expireHolds: 'posted',
  countStock: 'posted',
  adjustStock: 'posted',
  receiveStock: 'posted',
  reclassifyStock: 'posted',
  recordSale: 'posted',
  createShipment: 'posted',
  dispatchShipment: 'posted',
  receiveShipment: 'posted',
  closeShipment: 'posted',
  cancelShipment: 'posted',
  rescheduleShipment: 'posted',
  authorizeReturn: 'posted',
  receiveReturn: 'posted',
  inspectReturn: 'posted',
  approveRestock: 'posted',
  restockReturn: 'posted',
  dispositionReturn: 'posted',
  upsertItems: 'posted',
  upsertLocations: 'posted',
  upsertChannel: 'posted',
  upsertStockPolicy: 'posted',
  refuseEvent: 'refused',
  expireParked: 'refused',
}

/** How often each command occurred, and what became of it: a check of what never happens is none. */
export class Tally {
  readonly #counts = new Map<string, Map<string, number>>()

  add({ command }: Submission, result: CommandResult | undefined): void {
    this.#count(command.kind, result)
    if (command.kind !== 'each' || result?.status !== 'each') return
    for (const [index, one] of command.commands.entries()) this.#count(`each: ${one.kind}`, result.results[index])
  }

  #count(kind: string, result: CommandResult | undefined): void {
    const codes = result?.status === 'refused' ? result.errors.map(({ code }) => code) : []
    const counts = this.#counts.get(kind) ?? new Map<string, number>()
    this.#counts.set(kind, counts)
    for (const what of [result?.status ?? 'unanswered', ...codes]) counts.set(what, (counts.get(what) ?? 0) + 1)
  }

  print(): void {
    const lines = [...this.#counts].sort().map(([kind, counts]) => {
      return `  ${kind}: ${[...counts].map(([what, count]) => `${count} ${what}`).join(', ')}`
    })
    console.info(lines.join('\n'))
  }

  requireEveryCommand(): void {
    const missing = Object.entries(EVERY_COMMAND).filter(([kind, status]) => !this.#counts.get(kind)?.has(status))
    if (missing.length > 0) throw new Error(`Never happened: ${missing.map((entry) => entry.join(' ')).join(', ')}`)
  }
}
