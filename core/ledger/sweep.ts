import { sql } from 'kysely'
import type { Database } from '../database/connection.ts'
import { BUCKET_COUNT } from './bucket.ts'
import type { Ledger } from './ledger.ts'

const ALL_BUCKETS = Array.from({ length: BUCKET_COUNT }, (_, bucket) => bucket)
const POSITIONS_IN_COMMAND = 100
const POSITIONS_IN_PAGE = 1_000
const SHIPMENTS_IN_PAGE = 100

export interface SweepOptions {
  readonly db: Database
  readonly ledger: Ledger
  readonly log: { warn(details: object, message: string): void }
  /** Milliseconds between looks, default 250: an expiry is told within a second. */
  readonly everyMs?: number
}

export interface Sweep {
  stop(): Promise<void>
}

/**
 * Turns what time alone changes into commands. A hold past its time holds nothing for anyone who asks or decides, and a fence past its time sets
 * nothing aside, swept or not; the sweep frees it in the balances and tells it, and so it does of supply that has not come when it was expected. Several processes may sweep: whatever is expired is decided under the
 * lock, so nothing is done twice.
 */
export function startSweep({ db, ledger, log, everyMs = 250 }: SweepOptions): Sweep {
  let stopped = false
  let wake = () => {}
  const run = async () => {
    while (!stopped) {
      let more = false
      try {
        more = (await sweepOnce(db, ledger)) >= POSITIONS_IN_PAGE
      } catch (error) {
        log.warn({ err: error }, 'Due holds and fences could not be swept; trying again')
      }
      if (more || stopped) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}

/** Expires what is due now and tells what is late, up to a page; answers how many positions and shipments were touched. */
export async function sweepOnce(db: Database, ledger: Ledger): Promise<number> {
  const { rows } = await sql<{ sku: string; location_id: string }>`
    select sku, location_id from reservation_line
    where bucket = any(${ALL_BUCKETS}::smallint[]) and expires_at <= clock_timestamp()
      and (held > 0 or (backordered > 0 and confirmed_at is null))
    union
    select sku, location_id from fence where bucket = any(${ALL_BUCKETS}::smallint[]) and until <= clock_timestamp()
    limit ${POSITIONS_IN_PAGE}
  `.execute(db.kysely)
  const positions = rows.map((row) => ({ sku: row.sku, locationId: row.location_id }))
  const commands = []
  for (let at = 0; at < positions.length; at += POSITIONS_IN_COMMAND) {
    commands.push(
      ledger.submit({
        command: { kind: 'expireHolds', positions: positions.slice(at, at + POSITIONS_IN_COMMAND) },
        client: 'hub',
        channels: null,
        occurredAt: null,
      }),
    )
  }
  const late = await lateShipments(db)
  for (const id of late) {
    const command = { kind: 'tellLateSupply', shipment: { id } } as const
    commands.push(ledger.submit({ command, client: 'hub', channels: null, occurredAt: null }))
  }
  await Promise.all(commands)
  return positions.length + late.length
}

/** Shipments of which something was expected by now and is not there, where that was not told. */
async function lateShipments(db: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct shipment_id as id from shipment_line
    where bucket = any(${ALL_BUCKETS}::smallint[]) and expected_at <= clock_timestamp()
      and not late_told and (on_order > 0 or in_transit > 0)
    limit ${SHIPMENTS_IN_PAGE}
  `.execute(db.kysely)
  return rows.map(({ id }) => id)
}
