import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseUnavailable } from '../core/database/errors.ts'
import { expireParked, retryParked } from '../core/ingest/sweep.ts'
import { audit } from '../core/ledger/audit.ts'
import { startSweep } from '../core/ledger/sweep.ts'
import type { Parts } from './parts.ts'

const EXPIRE_PARKED_MS = 1_000
const RETRY_PARKED_MS = 60_000
/** A background audit reads everything; at the first start there is nothing to read yet. */
const AUDIT_FIRST_MS = 60_000

export interface Worker {
  close(): Promise<void>
}

/**
 * What happens without being asked for: holds and parked events whose time is over, what waits without being woken, and the comparison of balances
 * with the journal. Any number of workers may run on one database: each step is decided under the lock, so nothing is done twice.
 */
export function startWorker({ config, database, ledger, ingest, log }: Parts): Worker {
  const ending = new AbortController()
  const sweep = startSweep({
    db: database,
    ledger,
    log: {
      // It looks four times a second: a database that is away is told by those who are asked meanwhile.
      warn: (details, message) => {
        const away = 'err' in details && isDatabaseUnavailable(details.err)
        log[away ? 'debug' : 'warn'](details, message)
      },
    },
  })
  const loops = [
    every(EXPIRE_PARKED_MS, 0, 'Parked events whose time is over could not be set aside', async () => {
      const expired = await expireParked(ingest)
      if (expired > 0) log.warn({ expired }, 'Parked events have become dead letters: their predecessors never came')
    }),
    every(RETRY_PARKED_MS, 0, 'Parked events could not be tried again', async () => {
      await retryParked(ingest)
    }),
  ]
  if (config.auditIntervalSeconds > 0) {
    const auditMs = config.auditIntervalSeconds * 1000
    loops.push(every(auditMs, Math.min(AUDIT_FIRST_MS, auditMs), 'The audit could not be finished', auditOnce))
  }

  async function every(intervalMs: number, firstMs: number, failed: string, work: () => Promise<void>): Promise<void> {
    const { signal } = ending
    const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => {})
    await pause(firstMs)
    while (!signal.aborted) {
      try {
        await work()
      } catch (error) {
        if (signal.aborted) return
        // The database being away is told once by whoever serves; this goes on when it is back.
        if (isDatabaseUnavailable(error)) log.debug({ err: error }, failed)
        else log.error({ err: error }, failed)
      }
      await pause(intervalMs)
    }
  }

  async function auditOnce(): Promise<void> {
    const { positions, entries, differences } = await audit({ db: database, stopped: () => ending.signal.aborted })
    const found = { positions, entries, differences: differences.length, first: differences.slice(0, 10) }
    if (differences.length > 0) log.error(found, 'The audit found figures that do not follow from the journal')
    else log.info(found, 'The audit found every balance to follow from the journal')
  }

  return {
    async close() {
      ending.abort()
      await Promise.all([sweep.stop(), ...loops])
    },
  }
}
