import { type EventRefusalCode, eventCodeOf } from '../ledger/commands.ts'
import type { Outcome } from '../ledger/decision.ts'
import type { CommandResult } from '../ledger/ledger.ts'
import { type KeptIdentity, readable } from './unreadable.ts'

export const EVENT_STATUSES = ['ACCEPTED', 'DUPLICATE', 'CONFIRMED', 'PARKED', 'REJECTED'] as const
export type EventStatus = (typeof EVENT_STATUSES)[number]

export function isEventStatus(text: string): text is EventStatus {
  return EVENT_STATUSES.some((status) => status === text)
}

/** What became of one event. */
export interface EventResult {
  /** null where the event had none that could be read. */
  readonly source: string | null
  readonly id: string | null
  readonly status: EventStatus
  /** Why it was refused; null unless REJECTED. */
  readonly code: EventRefusalCode | null
  readonly message: string | null
}

export function toEventResult(identity: KeptIdentity, result: CommandResult | Outcome): EventResult {
  const source = readable(identity.source)
  const id = readable(identity.id)
  switch (result.status) {
    case 'posted':
      return { source, id, status: 'ACCEPTED', code: null, message: result.note ?? null }
    case 'confirmed': {
      const message = result.note ?? 'Another reporter told this before.'
      return { source, id, status: 'CONFIRMED', code: null, message }
    }
    case 'parked':
      return { source, id, status: 'PARKED', code: null, message: `It waits for ${result.awaits}.` }
    case 'refused': {
      const [{ code, message }] = result.errors
      return { source, id, status: 'REJECTED', code: eventCodeOf(code), message }
    }
    case 'each':
      throw new Error('An event stands for one command')
    case 'duplicate': {
      const { status, code, message } = result.first
      if (status === 'REJECTED') return { source, id, status, code: code ?? 'INVALID_EVENT', message }
      return { source, id, status: 'DUPLICATE', code: null, message: null }
    }
  }
}

/** How many events became what. */
export type Tally = Readonly<Record<EventStatus, number>>

export function tallyOf(statuses: readonly EventStatus[]): Tally {
  const tally = { ACCEPTED: 0, DUPLICATE: 0, CONFIRMED: 0, PARKED: 0, REJECTED: 0 }
  for (const status of statuses) tally[status]++
  return tally
}
