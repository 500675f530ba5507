import type { Database } from '../../core/database/connection.ts'
import { beginNext, endReconciliation, requestDue } from '../../core/erp/reconciliations.ts'
import type { ErpSystem } from '../../core/erp/routes.ts'
import type { Ingest } from '../../core/ingest/ingest.ts'
import { erpSystemOf } from '../../core/ledger/rows.ts'
import type { ErpConnector } from '../connector.ts'
import { reconcile } from './reconcile.ts'

export interface WorkReconciliationsOptions {
  readonly db: Database
  readonly ingest: Ingest
  readonly connect: (system: ErpSystem) => ErpConnector | Promise<ErpConnector>
  /** By the clock of an ERP, up to when what it has committed was recorded here. */
  readonly pulledUpTo: (systemId: string) => Promise<Date | undefined>
  /** Milliseconds for which the pull may take to pass a snapshot. */
  readonly pullMs: number
  readonly signal: AbortSignal
  readonly log: {
    info(details: object, message: string): void
    warn(details: object, message: string): void
  }
}

/** Does the comparisons that were asked for or whose time has come, one after the other. In one process at a time. */
export async function workReconciliations(options: WorkReconciliationsOptions): Promise<void> {
  const { db, ingest, connect, pulledUpTo, pullMs, signal, log } = options
  const { kysely } = db
  await requestDue(kysely)
  for (let next = await beginNext(kysely); next !== undefined; next = await beginNext(kysely)) {
    const { id: runId, system_id: erp, location_ids: locationIds, skus } = next
    try {
      const row = await kysely.selectFrom('erp_system').selectAll().where('id', '=', erp).executeTakeFirst()
      if (row === undefined) throw new Error(`There is no ERP "${erp}".`)
      const system = erpSystemOf(row)
      const connector = await connect(system)
      try {
        if (!connector.can.snapshot) throw new Error(`The connector ${connector.kind} cannot read what the ERP has.`)
        const scope = { locationIds, skus }
        const upTo = () => pulledUpTo(erp)
        const result = await reconcile({
          db,
          ingest,
          connector,
          system,
          runId,
          scope,
          pulledUpTo: upTo,
          pullMs,
          signal,
        })
        await endReconciliation(kysely, runId, { ...result, state: 'DONE' })
        log.info({ erp, ...result }, 'An ERP was compared with what it can know')
      } finally {
        await connector.close()
      }
    } catch (error) {
      // Another process begins it anew.
      signal.throwIfAborted()
      log.warn({ err: error, erp }, 'An ERP could not be compared')
      await endReconciliation(kysely, runId, {
        state: 'FAILED',
        message: error instanceof Error ? error.message : String(error),
      })
    }
  }
}
