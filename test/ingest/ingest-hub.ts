import { createIngest, type Ingest, type IngestConfig, type Reporter } from '../../core/ingest/ingest.ts'
import type { EventResult } from '../../core/ingest/result.ts'
import { readable } from '../../core/ingest/unreadable.ts'
import type { DatabaseKind } from '../support/database.ts'
import { openTestLedger, SILENT, TestLedger } from '../support/ledger.ts'

export const INGEST_CONFIG: IngestConfig = {
  eventLimitBytes: 256 * 1024,
  clockSkewSecondsMax: 300,
  parkSeconds: 86_400,
}

export const TILL: Reporter = { client: 'till', channels: null }

/** A ledger with its door for events, and the sentences that tests about it are written in. */
export class IngestHub extends TestLedger {
  readonly ingest: Ingest

  constructor(ledger: TestLedger, config: Partial<IngestConfig> = {}) {
    super(ledger.db, ledger.ledger, ledger.messages)
    this.ingest = createIngest({
      ledger: ledger.ledger,
      db: ledger.db,
      config: { ...INGEST_CONFIG, ...config },
      log: SILENT,
    })
  }

  async send(...events: unknown[]): Promise<EventResult[]> {
    return this.ingest.record(events, TILL)
  }

  /** Statuses, and codes of what was refused. */
  async answers(...events: unknown[]): Promise<string[]> {
    return (await this.send(...events)).map(({ status, code }) => code ?? status)
  }

  async deadLetters() {
    const rows = await this.db.kysely
      .selectFrom('dead_letter')
      .select(['id', 'source', 'event_id', 'type', 'code', 'message', 'content', 'status', 'attempts', 'settled_by'])
      .orderBy('recorded_at')
      .orderBy('id')
      .execute()
    return rows.map((row) => ({
      ...row,
      source: readable(row.source),
      event_id: readable(row.event_id),
      type: readable(row.type),
    }))
  }

  async parked(): Promise<number> {
    return (await this.db.kysely.selectFrom('parked_event').select('id').execute()).length
  }
}

export async function openIngestHub(kind: DatabaseKind, config: Partial<IngestConfig> = {}): Promise<IngestHub> {
  return new IngestHub(await openTestLedger(kind), config)
}

let sent = 0

/** A CloudEvent; new each time unless an id is given. */
export function cloudEvent(type: string, data: object, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    specversion: '1.0',
    id: `event-${++sent}`,
    source: '/tills/berlin-1',
    type: `onhand.${type}.v1`,
    data,
    ...more,
  }
}

export function sale(
  sku: string,
  quantity: number | string,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const { unit, reference, channelId, ...attributes } = more
  const optional = Object.entries({ unit, reference, channelId }).filter(([, value]) => value !== undefined)
  return cloudEvent('sale.recorded', { sku, locationId: 'BER', quantity, ...Object.fromEntries(optional) }, attributes)
}

export function count(sku: string, quantity: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return cloudEvent('stock.counted', { sku, locationId: 'BER', quantity }, more)
}
