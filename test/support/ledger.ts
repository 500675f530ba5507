import { createHash, randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { openDatabase } from '../../core/database/connection.ts'
import type { FeedMessage } from '../../core/feed/position.ts'
import type { StockAccount } from '../../core/ledger/accounts.ts'
import { bucketOf } from '../../core/ledger/bucket.ts'
import type { Command, Reserve, ReserveLine, Submission } from '../../core/ledger/commands.ts'
import type { Reservation } from '../../core/ledger/documents.ts'
import { newId } from '../../core/ledger/ids.ts'
import type { CommandResult } from '../../core/ledger/ledger.ts'
import { loadDocuments } from '../../core/ledger/load.ts'
import { balancesOf } from '../../core/ledger/rows.ts'
import { type LedgerOptions, type OpenLedger, openLedger } from '../../core/ledger/writer.ts'
import { type DatabaseKind, type FreshDatabase, freshDatabase } from './database.ts'

export const SILENT = { warn: () => {}, error: () => {}, info: () => {}, debug: () => {} }

/** A ledger on a fresh database, with the sentences that tests are written in. */
export class TestLedger implements AsyncDisposable {
  readonly db: FreshDatabase
  readonly ledger: OpenLedger
  readonly messages: FeedMessage[]

  constructor(db: FreshDatabase, ledger: OpenLedger, messages: FeedMessage[]) {
    this.db = db
    this.ledger = ledger
    this.messages = messages
  }

  submit<C extends Command>(command: C, more: Partial<Submission> = {}): Promise<CommandResult> {
    return this.ledger.submit({ command, client: 'test', channels: null, occurredAt: null, ...more })
  }

  /** Locations, one channel over all of them in that order, and items of base unit "each". */
  async shop(
    skus: readonly string[],
    locations: readonly string[],
    channel: { buffer?: number; cap?: number; allowBackorder?: boolean } = {},
  ): Promise<void> {
    await this.submit({ kind: 'upsertLocations', locations: locations.map((id) => ({ id, name: id })) })
    await this.submit({
      kind: 'upsertChannel',
      id: 'web',
      name: 'Web shop',
      locations: locations.map((locationId) => ({ locationId })),
      ...channel,
    })
    const units = [{ unit: 'case', factor: 12 }]
    await this.submit({ kind: 'upsertItems', items: skus.map((sku) => ({ sku, title: sku, units })) })
  }

  count(sku: string, locationId: string, quantity: number, at: Date | null = null, account: StockAccount = 'sellable') {
    return this.submit({ kind: 'countStock', sku, locationId, quantity, account }, { occurredAt: at })
  }

  sell(
    sku: string,
    locationId: string,
    quantity: number,
    more: { at?: Date; reference?: string; source?: string } = {},
  ) {
    const command = {
      kind: 'recordSale',
      sku,
      locationId,
      quantity,
      reference: more.reference ?? null,
      channelId: null,
    } as const
    return this.submit(command, { occurredAt: more.at ?? null, ...(more.source && { event: event(more.source) }) })
  }

  reserve(lines: readonly ReserveLine[], more: Partial<Omit<Reserve, 'kind' | 'lines'>> & { key?: string } = {}) {
    const { key, ...command } = more
    return this.submit(
      {
        kind: 'reserve',
        id: newId('rsv'),
        channelId: 'web',
        reference: null,
        ttlSeconds: 900,
        allOrNothing: true,
        lines,
        ...command,
      },
      key === undefined ? {} : { key: { key, requestHash: hash(JSON.stringify({ lines, ...command })) } },
    )
  }

  async position(sku: string, locationId: string) {
    const row = await this.db.kysely
      .selectFrom('position')
      .selectAll()
      .where('bucket', '=', bucketOf(sku))
      .where('sku', '=', sku)
      .where('location_id', '=', locationId)
      .executeTakeFirst()
    return row === undefined ? undefined : balancesOf(row)
  }

  /** Changes rows as no command does, so that a test need not wait for time to pass; writers then know that they have to read them again. */
  async rewrite(statement: RawBuilder<unknown>): Promise<void> {
    await statement.execute(this.db.kysely)
    await sql`update bucket_head set version = version + 1`.execute(this.db.kysely)
  }

  async reservation(id: string): Promise<Reservation> {
    const { reservations } = await loadDocuments(this.db.kysely, [{ kind: 'reservation', id }])
    const reservation = reservations.get(id)
    if (reservation === undefined) throw new Error(`No reservation ${id}`)
    return reservation
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.ledger.close()
    await this.db[Symbol.asyncDispose]()
  }
}

export async function openTestLedger(
  kind: DatabaseKind,
  options: Partial<LedgerOptions> = {},
  on?: FreshDatabase,
): Promise<TestLedger> {
  const db = on ?? (await freshDatabase(kind))
  const messages: FeedMessage[] = []
  const bus = { publish: async (batch: readonly FeedMessage[]) => void messages.push(...batch) }
  const ledger = await openLedger({ db, bus, log: SILENT, ...options })
  return new TestLedger(db, ledger, messages)
}

/** A second writer on the same database, with connections of its own where there can be some, as another process would be: it remembers other things. */
export async function openSecondLedger({ db }: TestLedger): Promise<AsyncDisposable & { readonly ledger: OpenLedger }> {
  const own = db.url === undefined ? undefined : await openDatabase({ url: db.url, poolSize: 4 })
  const ledger = await openLedger({ db: own ?? db, bus: { publish: async () => {} }, log: SILENT })
  return {
    ledger,
    async [Symbol.asyncDispose]() {
      await ledger.close()
      await own?.close()
    },
  }
}

/** An event of a source, new each time unless an id is given. */
export function event(source: string, id: string = randomUUID(), content: object = {}) {
  const text = JSON.stringify(content)
  return { source, id, type: 'test', contentHash: hash(text), content: text }
}

export function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** The id of the document that a command made. */
export function made(result: CommandResult): string {
  if (result.status !== 'posted' || result.document === undefined)
    throw new Error(`Not posted: ${JSON.stringify(result)}`)
  return result.document.id
}

export function codesOf(result: CommandResult): string[] {
  return result.status === 'refused' ? result.errors.map((error) => error.code) : []
}
