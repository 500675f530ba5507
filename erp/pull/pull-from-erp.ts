import { setTimeout as sleep } from 'node:timers/promises'
import { bitsOf } from '../../core/erp/divergence.ts'
import { Believed, type Pulls } from '../../core/erp/pulls.ts'
import type { Unrecognised } from '../../core/erp/queue.ts'
import type { ErpRoute } from '../../core/erp/routes.ts'
import type { Ingest, Reporter } from '../../core/ingest/ingest.ts'
import type { EventResult } from '../../core/ingest/result.ts'
import { isStockAccount } from '../../core/ledger/accounts.ts'
import type { UpsertItems, UpsertLocations } from '../../core/ledger/commands.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import type { Acknowledgement, ErpConnector, ErpEvent, ErpItem, ErpLocation, PulledPage } from '../connector.ts'
import { asItWasBooked, countSpanOf } from './counts.ts'

export interface PullLog {
  debug(details: object, message: string): void
  warn(details: object, message: string): void
}

export interface PullFromErpOptions {
  readonly systemId: string
  readonly connector: ErpConnector
  readonly routes: readonly ErpRoute[]
  readonly pulls: Pulls
  readonly ledger: Pick<Ledger, 'submit'>
  readonly ingest: Pick<Ingest, 'record'>
  /** What came from us has arrived. Answers what is no acknowledgement. */
  readonly acknowledge: (systemId: string, seen: readonly Acknowledgement[]) => Promise<Unrecognised>
  readonly log: PullLog
  readonly signal: AbortSignal
  /** Milliseconds that another process waits for one that says nothing any more. */
  readonly leaseMs: number
}

export interface Pulled {
  readonly items: number
  readonly acknowledgements: number
  /** Events by what became of them; refused ones by their code, and `SHADOW` what was not recorded because another ERP keeps those books. */
  readonly events: Readonly<Record<string, number>>
}

/** Events given to the ledger at a time. */
const PORTION = 500
/** References that one line of the log names. */
const LOST_TOLD = 20
/** Items in one command. */
const ITEMS = 500

/**
 * Reads what has changed in an ERP, and records it by the same door as everything else. Whatever ends it, what was not recorded is read again: the watermark is stored after what it stands for, and what
 * is recorded a second time is a duplicate. Undefined where another process reads this ERP.
 */
export async function pullFromErp(options: PullFromErpOptions): Promise<Pulled | undefined> {
  const { systemId, connector, pulls, signal, leaseMs } = options
  const taken = await pulls.take(systemId, leaseMs)
  if (taken === undefined) return undefined
  const ended = new AbortController()
  const holding = holdOn(options, ended.signal)
  let problem: string | null = null
  try {
    const tally = new Tally()
    for await (const page of connector.pull(taken.watermark, AbortSignal.any([signal, ended.signal]))) {
      await record(page, options, tally)
      if (!(await pulls.reached(systemId, page.watermark, page.upTo, leaseMs))) return undefined
    }
    return tally
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error)
    throw error
  } finally {
    ended.abort()
    await holding
    // One that was told to end has no problem, and has not read to the end either.
    await pulls.leave(systemId, signal.aborted ? 'It was ended before its end.' : problem)
  }
}

/** A page may take longer than a lease. */
async function holdOn({ pulls, systemId, leaseMs, log }: PullFromErpOptions, ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    await sleep(leaseMs / 3, undefined, { signal: ended, ref: false }).catch(() => {})
    if (ended.aborted) return
    // One that fails may still be in time the next time; whoever writes looks at the lease anyway.
    await pulls.take(systemId, leaseMs).catch((error: unknown) => log.debug({ err: error }, 'A lease was not renewed'))
  }
}

class Tally implements Pulled {
  items = 0
  acknowledgements = 0
  readonly events: Record<string, number> = {}

  count(what: string): void {
    this.events[what] = (this.events[what] ?? 0) + 1
  }
}

async function record(page: PulledPage, options: PullFromErpOptions, tally: Tally): Promise<void> {
  const { systemId, acknowledge, log } = options
  await storeLocations(page.locations, options)
  await storeItems(page.items, options)
  tally.items += page.items.length
  await recordEvents(page.events, options, tally)

  // Last, so that whatever is not acknowledged is really not known to be there.
  const { lost, untold } = await acknowledge(systemId, page.acknowledgements)
  tally.acknowledgements += page.acknowledgements.length - lost.length - untold.length
  for (const reference of untold) {
    log.warn(
      { erp: systemId, reference },
      'An ERP has a movement that bears our name and that this hub has never sent it',
    )
  }
  if (lost.length === 0) return
  log.warn(
    { erp: systemId, references: lost.slice(0, LOST_TOLD), count: lost.length },
    'An ERP has movements that this hub sent and does not know any more; they are recorded as news',
  )
  const isLost = new Set(lost)
  const news = page.acknowledgements.filter(({ reference }) => isLost.has(reference))
  await recordEvents(
    news.flatMap(({ events }) => events),
    options,
    tally,
  )
}

async function recordEvents(events: readonly ErpEvent[], options: PullFromErpOptions, tally: Tally): Promise<void> {
  const { systemId, ingest, pulls, routes } = options
  const reporter: Reporter = { client: `erp:${systemId}`, channels: null }
  const believed = new Believed(systemId, routes)
  const told = events.filter((event) => isBelieved(event, believed)).flatMap((event) => asItWasBooked(event, believed))
  const shadowed = events.filter((event) => !isBelieved(event, believed)).length
  for (let count = 0; count < shadowed; count++) tally.count('SHADOW')
  for (let at = 0; at < told.length; at += PORTION) {
    const portion = told.slice(at, at + PORTION)
    if (portion.some(({ erpbooked }) => erpbooked !== undefined)) await pulls.lookThrough()
    const results = await ingest.record(portion, reporter, 'bulk')
    for (const result of results) tell(result, options, tally)
    await tellCounts(
      portion.filter((_, index) => results[index]?.status !== 'REJECTED'),
      options,
    )
  }
}

/** After what they are about was recorded, and before the watermark is stored. */
async function tellCounts(events: readonly ErpEvent[], { systemId, pulls }: PullFromErpOptions): Promise<void> {
  const counts = events.flatMap((event) => countSpanOf(event) ?? [])
  if (counts.length === 0) return
  await pulls.counted(
    systemId,
    counts.map(({ accounts, ...count }) => ({ ...count, accounts: bitsOf(accounts.filter(isStockAccount)) })),
  )
}

function tell(result: EventResult, { systemId, log }: PullFromErpOptions, tally: Tally): void {
  const { id, status, code, message } = result
  tally.count(code ?? status)
  if (status !== 'REJECTED') return
  // Some ERPs change the time of a record when they only note something beside it: the first that was told stands.
  if (code === 'EVENT_CONFLICT') log.debug({ erp: systemId, event: id }, 'An ERP tells a change again, in other words')
  else log.warn({ erp: systemId, event: id, code, message }, 'What an ERP told is a dead letter now')
}

/** Of a step of a transfer it is its own side that counts. */
function isBelieved({ type, time, data }: ErpEvent, believed: Believed): boolean {
  const place = type === 'onhand.shipment.dispatched.v1' ? data.originId : (data.locationId ?? data.destinationId)
  const [line] = Array.isArray(data.lines) ? data.lines : [data]
  const sku = typeof line === 'object' && line !== null && 'sku' in line ? line.sku : undefined
  // What names no place and no item is for the door to judge.
  if (typeof place !== 'string' || typeof sku !== 'string') return true
  return believed.of(place, sku, new Date(time))
}

/** Locations are the hub's: what people there have called them stays. */
async function storeLocations(locations: readonly ErpLocation[], options: PullFromErpOptions): Promise<void> {
  if (locations.length === 0) return
  const known = await options.pulls.knownLocations(locations.map(({ id }) => id))
  const fresh = new Map(locations.filter(({ id }) => !known.has(id)).map((location) => [location.id, location]))
  if (fresh.size > 0) await submit({ kind: 'upsertLocations', locations: [...fresh.values()] }, options)
}

async function storeItems(items: readonly ErpItem[], options: PullFromErpOptions): Promise<void> {
  for (let at = 0; at < items.length; at += ITEMS) {
    // An ERP that knows no other units leaves those that people have added here.
    const some = items
      .slice(at, at + ITEMS)
      .map(({ sku, title, unit, units }) => ({ sku, title, unit, ...(units.length === 0 ? {} : { units }) }))
    if (await submit({ kind: 'upsertItems', items: some }, options, false)) continue
    // Refused as a whole for what is wrong with some: these are told one by one, and what the ERP tells of them becomes dead letters.
    for (const item of some) await submit({ kind: 'upsertItems', items: [item] }, options)
  }
}

async function submit(
  command: UpsertItems | UpsertLocations,
  { ledger, systemId, log }: PullFromErpOptions,
  isTold = true,
): Promise<boolean> {
  const result = await ledger.submit({ command, client: `erp:${systemId}`, channels: null, occurredAt: null }, 'bulk')
  if (result.status !== 'refused') return true
  if (isTold)
    log.warn({ erp: systemId, errors: result.errors }, 'What an ERP says of its items or locations cannot be so here')
  return false
}
