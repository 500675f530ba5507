import type { Submission } from '../../core/ledger/commands.ts'
import type { ReservationLine } from '../../core/ledger/documents.ts'
import type { CommandResult } from '../../core/ledger/ledger.ts'
import {
  type Answer,
  canExpire,
  copyOf,
  expire,
  firstServable,
  obey,
  serveNow,
  summary,
  type World,
} from './reference.ts'

/** Milliseconds by which the clock of the database may differ from the one here, or run ahead within a bucket. */
const CLOCK_TOLERANCE_MS = 100

/** One step as it was seen from outside: what was sent at the same time, what was answered, and between which moments. */
export interface Seen {
  readonly number: number
  readonly submissions: readonly Submission[]
  readonly results: readonly CommandResult[]
  readonly from: number
  readonly to: number
}

/**
 * All worlds in which the answers are right: the commands of a step were sent at the same time, so any order of them may explain the answers, a hold
 * whose time ran out meanwhile may have ended before or after each, and who waits may have got before each what another step has left to them. No world at all means that no order explains what was answered.
 */
export function explain(worlds: readonly World[], seen: Seen): World[] {
  const explained = new Map<string, World>()
  const told = seen.results.map(answerOf)
  const been = new Set<string>()
  const over = seen.to + CLOCK_TOLERANCE_MS
  const search = (world: World, waiting: readonly number[]): void => {
    // Two ways to the same world go on alike.
    const here = canonical(world)
    const crossing = `${waiting} ${here}`
    if (been.has(crossing)) return
    been.add(crossing)
    if (waiting.length === 0) explained.set(here, world)
    for (const index of waiting) {
      const submission = seen.submissions[index]
      const result = seen.results[index]
      if (submission === undefined || result === undefined) continue
      const recordedAt = recordedAtOf(submission, result)
      const now = NOW + seen.number
      const wasAnother = (result.status === 'each' ? result.results : [result]).map(isVersionConflict)
      if (recordedAt !== undefined && !isWithin(recordedAt, seen)) continue
      for (const possible of possiblyTooLate(submission, over)) {
        const next = copyOf(world)
        if (canonical(obey(next, possible, { now, recordedAt, wasAnother })) !== canonical(told[index])) continue
        search(
          next,
          waiting.filter((other) => other !== index),
        )
      }
    }
    for (const line of world.lines) {
      if (!canExpire(line) || (line.expiresAt ?? 0) > over) continue
      for (const everywhere of [false, true]) {
        const next = copyOf(world)
        expire(next, [line], 0, everywhere)
        search(next, waiting)
      }
    }
    for (const line of firstServable(world)) {
      const next = copyOf(world)
      serveNow(next, line)
      search(next, waiting)
    }
    for (const until of Object.values(world.fences).flatMap((fences) => fences.map((fence) => fence.until))) {
      if (until === null || until > over) continue
      for (const everywhere of [false, true]) {
        const next = copyOf(world)
        expire(next, [], until, everywhere)
        search(next, waiting)
      }
    }
  }
  for (const world of worlds) {
    for (const everywhere of [false, true]) {
      const started = copyOf(world)
      endHolds(started, seen.from - CLOCK_TOLERANCE_MS, everywhere)
      search(started, [...seen.submissions.keys()])
    }
  }
  return [...explained.values()]
}

/** Later than every moment that a source names, and later from step to step. */
const NOW = Date.UTC(2100, 0, 1)

/** Ends all holds and fences whose time was over at this moment. */
export function endHolds(world: World, moment: number, everywhere = false): void {
  const over = world.lines.filter((line) => canExpire(line) && (line.expiresAt ?? 0) < moment)
  expire(world, over, moment, everywhere)
}

/** All worlds that this one may be once everybody who waits has got what there is: it may depend on who gets it first. */
export function served(world: World): World[] {
  const found = new Map<string, World>()
  const search = (one: World) => {
    const next = firstServable(one)
    if (next.length === 0) found.set(canonical(one), one)
    for (const line of next) {
      const other = copyOf(one)
      serveNow(other, line)
      search(other)
    }
  }
  search(world)
  return [...found.values()]
}

/** What is to be set aside for so short that it may have been over before it was decided is then not set aside at all. */
function possiblyTooLate(submission: Submission, over: number): Submission[] {
  const { command } = submission
  if (command.kind !== 'upsertStockPolicy' || command.fences == null) return [submission]
  const ends = new Set(command.fences.flatMap(({ until }) => until?.getTime() ?? []).filter((end) => end <= over))
  const lasting = [...ends].map((end) => command.fences?.filter(({ until }) => until == null || until.getTime() > end))
  return [submission, ...lasting.map((fences) => ({ ...submission, command: { ...command, fences: fences ?? [] } }))]
}

function isVersionConflict(result: CommandResult): boolean {
  return result.status === 'refused' && result.errors.some(({ code }) => code === 'VERSION_CONFLICT')
}

function isWithin(moment: number, { from, to }: Seen): boolean {
  return moment >= from - CLOCK_TOLERANCE_MS && moment <= to + CLOCK_TOLERANCE_MS
}

/** When the hub recorded what gave a hold its end. */
function recordedAtOf({ command }: Submission, result: CommandResult): number | undefined {
  if (result.status !== 'posted' || result.reservation === undefined) return undefined
  const made = command.kind === 'confirmReservation' ? command.unknown?.id : undefined
  if (command.kind === 'reserve' || made === result.reservation.id) return result.reservation.recordedAt.getTime()
  if (command.kind !== 'extendReservation') return undefined
  // What was confirmed does not end, and so was not extended.
  const open = result.reservation.lines.find(
    (line) => line.held > 0 || (line.backordered > 0 && line.confirmedAt === null),
  )
  const end = open?.expiresAt?.getTime()
  return end === undefined ? undefined : end - command.ttlSeconds * 1000
}

const FIRST_STATUS: Readonly<Record<string, string>> = {
  ACCEPTED: 'posted',
  CONFIRMED: 'confirmed',
  PARKED: 'parked',
  REJECTED: 'refused',
}

function answerOf(result: CommandResult): Answer {
  switch (result.status) {
    case 'posted': {
      const { document, repeated, reservation } = result
      const lines = reservation?.lines.map(summaryOf)
      return { status: 'posted', document: document?.id, repeats: repeated ? 'yes' : undefined, lines }
    }
    case 'refused': {
      const codes = [...new Set(result.errors.map((error) => error.code))]
      return { status: 'refused', codes, repeats: result.repeated ? 'yes' : undefined }
    }
    case 'confirmed':
      return { status: 'confirmed', document: result.document?.id }
    case 'parked':
      return { status: 'parked' }
    case 'each': {
      const answers = { ...result.results.map(answerOf) }
      return { status: 'each', answers, repeats: result.repeated ? 'yes' : undefined }
    }
    case 'duplicate':
      return { status: 'duplicate', repeats: FIRST_STATUS[result.first.status] }
  }
}

export function summaryOf(line: Omit<ReservationLine, 'version' | 'reservationId'>): string {
  return summary({ ...line, location: line.locationId, by: line.promisedBy?.getTime() ?? null })
}

/** The same text for the same content, in whatever order it came to be. Written by hand, because most of the time of the test is spent here. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries: string[] = []
  for (const [name, inner] of Object.entries(value)) {
    if (inner !== undefined) entries.push(`${JSON.stringify(name)}:${canonical(inner)}`)
  }
  return `{${entries.sort().join()}}`
}
