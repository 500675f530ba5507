import { readConfig } from '../../core/config.ts'
import { type Database, openDatabase } from '../../core/database/connection.ts'
import { migrate } from '../../core/database/migrate.ts'
import { openInProcessBus } from '../../core/feed/in-process-bus.ts'
import { createIngest, type Ingest } from '../../core/ingest/ingest.ts'
import type { Command } from '../../core/ledger/commands.ts'
import { openLedger } from '../../core/ledger/writer.ts'
import { openCommandLog } from '../../hub/log.ts'
import type { Server } from '../support/server.ts'

/** What the hub calls the ERP. */
export const ERP = 'books'

/** A hub in this process on a database of its own, for which one ERP has the books of everything. */
export interface BenchHub extends AsyncDisposable {
  readonly db: Database
  readonly ledger: Awaited<ReturnType<typeof openLedger>>
  readonly ingest: Ingest
  submit(command: Command): Promise<void>
}

export async function openBenchHub(server: Server, name: string, locationIds: readonly string[]): Promise<BenchHub> {
  const db = await openDatabase({ url: await server.createDatabase(name) })
  await migrate(db)
  const log = openCommandLog('warn', 'bench')
  const bus = openInProcessBus({ log })
  const ledger = await openLedger({ db, bus, log })
  const submit = async (command: Command) => {
    const result = await ledger.submit({ command, client: 'bench', channels: null, occurredAt: null })
    if (result.status === 'refused') throw new Error(JSON.stringify(result.errors))
  }
  await submit({ kind: 'upsertLocations', locations: locationIds.map((id) => ({ id, name: id })) })
  await submit({ kind: 'upsertErpSystem', id: ERP, connector: 'tryton', settings: {} })
  const route = { locationIds: null, skuPrefixes: null, mode: 'LIVE', validFrom: null } as const
  await submit({ kind: 'setErpRoute', systemId: ERP, ...route })
  return {
    ...{ db, ledger, submit },
    ingest: createIngest({ ledger, db, config: readConfig({}), log }),
    async [Symbol.asyncDispose]() {
      await ledger.close()
      await bus.close()
      await db.close()
      await server.dropDatabase(name)
    },
  }
}
