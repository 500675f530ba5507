import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { epochOf, movementReference } from '../../core/erp/movement.ts'
import { type DeliverToErpsOptions, deliverToErps } from '../../erp/outbox/deliver-to-erps.ts'
import { SILENT, type TestLedger } from '../support/ledger.ts'
import { type PlainOptions, plainConnector } from './plain-connector.ts'
import type { Behaviour, Booked } from './plain-erp.ts'

/** An ERP in a process of its own, with its books in a file. */
export class PlainErp implements AsyncDisposable {
  readonly #folder: string
  #process: ChildProcess | undefined
  #port = 0

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async open(): Promise<PlainErp> {
    const erp = new PlainErp(await mkdtemp(join(tmpdir(), 'plain-erp-')))
    await erp.start()
    return erp
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** On the port that it had before. */
  async start(): Promise<void> {
    const script = new URL('./plain-erp.ts', import.meta.url).pathname
    const child = spawn(process.execPath, [script, join(this.#folder, 'books'), String(this.#port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#process = child
    const [line] = await once(child.stdout, 'data')
    this.#port = Number(String(line).trim())
  }

  async kill(): Promise<void> {
    const child = this.#process
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  async behave(behaviour: Behaviour): Promise<void> {
    await fetch(`${this.url}/behave`, { method: 'POST', body: JSON.stringify(behaviour) })
  }

  async books(): Promise<readonly Booked[]> {
    return (await (await fetch(`${this.url}/books`)).json()) as readonly Booked[]
  }

  /** Something that happens in the ERP itself: so many units more, or fewer. */
  async own(sku: string, locationId: string, delta: number): Promise<void> {
    const [from, to] = delta > 0 ? ['loss', 'sellable'] : ['sellable', 'loss']
    const booked: Booked = { reference: 'own', sku, locationId, from, to, quantity: Math.abs(delta) }
    await fetch(`${this.url}/own`, { method: 'POST', body: JSON.stringify(booked) })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
    await rm(this.#folder, { recursive: true, force: true })
  }
}

/** Makes ERPs known of which the first has the books, everywhere. */
export async function knowErps(hub: TestLedger, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) await hub.submit({ kind: 'upsertErpSystem', id, connector: 'plain' })
  const [first] = ids
  if (first !== undefined) await setRoute(hub, first, 'LIVE')
}

export function setRoute(
  hub: TestLedger,
  systemId: string,
  mode: 'LIVE' | 'SHADOW' | 'OFF' | 'CUT_OVER',
  locationIds: readonly string[] | null = null,
) {
  return hub.submit({ kind: 'setErpRoute', systemId, locationIds, skuPrefixes: null, mode, validFrom: null })
}

/** Delivers in this process, with a short patience. */
export function deliver(
  hub: TestLedger,
  erps: Readonly<Record<string, PlainErp>>,
  plain: Partial<PlainOptions> = {},
  more: Partial<DeliverToErpsOptions> = {},
) {
  const deliveries = deliverToErps({
    db: hub.db.kysely,
    bus: { subscribe: () => () => {} },
    connect: ({ id }) => {
      const erp = erps[id]
      if (erp === undefined) throw new Error(`There is no ERP ${id}`)
      return plainConnector({ url: erp.url, ...plain })
    },
    settings: { callMs: 2_000, unknownMs: 200, retryMsMin: 20, retryMsMax: 200 },
    leaseMs: 2_000,
    log: SILENT,
    ...more,
  })
  return { close: deliveries.close, [Symbol.asyncDispose]: deliveries.close }
}

/** How many movements are in which state, of one ERP. */
export async function statesOf(hub: TestLedger, systemId: string): Promise<Record<string, number>> {
  const rows = await hub.db.kysely
    .selectFrom('erp_movement')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('system_id', '=', systemId)
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}

/** Resolves when something is so; fails after a minute, with what it was last. */
export async function until<T>(look: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const value = await look()
    if (isSo(value)) return value
    if (Date.now() > deadline) throw new Error(`It never came to be so: ${JSON.stringify(value)}`)
    await sleep(50)
  }
}

/** Resolves when the ERP has been told everything, or has refused it. */
export async function drained(hub: TestLedger, systemId: string): Promise<Record<string, number>> {
  return until(
    async () => {
      const { behind } = await hub.db.kysely
        .selectFrom('erp_cursor')
        .innerJoin('bucket_head', 'bucket_head.bucket', 'erp_cursor.bucket')
        .select((eb) => eb.fn.countAll<number>().as('behind'))
        .whereRef('bucket_head.number', '>', 'erp_cursor.number')
        .executeTakeFirstOrThrow()
      return { behind: Number(behind), ...(await statesOf(hub, systemId)) } as Record<string, number>
    },
    ({ behind, QUEUED = 0, SENT = 0 }) => behind === 0 && QUEUED + SENT === 0,
  )
}

/** The journal's entries that move goods and came from elsewhere, by the names under which an ERP is told of them, in the order of each bucket. */
export async function goodsMoved(hub: TestLedger, source = '/erp/erp') {
  const rows = await hub.db.kysely
    .selectFrom('journal')
    .selectAll()
    .select(epochOf(sql`journal.bucket`, sql`journal.number`).as('epoch'))
    .where('from_account', 'in', [
      'sellable',
      'qualityHold',
      'damaged',
      'blocked',
      'supplier',
      'customer',
      'loss',
      'inTransfer',
    ])
    .where((eb) => eb.or([eb('source', 'is', null), eb('source', '<>', source)]))
    .orderBy('bucket')
    .orderBy('number')
    .execute()
  return rows.map(({ bucket: stream, number, epoch, ...row }) => {
    return { ...row, reference: movementReference({ epoch, stream, number }) }
  })
}
