import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { workReconciliations } from '../../erp/reconciliation/work-reconciliations.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { openTestHub, type TestHub } from '../support/hub.ts'
import { SILENT } from '../support/ledger.ts'
import { plainConnector } from './plain-connector.ts'
import { deliver, drained, knowErps, PlainErp, setRoute } from './plain-shop.ts'

const REPORT = `{ erpSystems(filter: { ids: ["young"] }) { nodes { shadowReport {
  since comparisons positions movements differing refused longEnough problems
} } } }`

/** An ERP that is in SHADOW of another, at the pace of an hour, and is to be right for four. */
class Shadow implements AsyncDisposable {
  readonly hub: TestHub
  readonly erp: PlainErp
  readonly #deliveries: { close(): Promise<void> }

  private constructor(hub: TestHub, erp: PlainErp) {
    this.hub = hub
    this.erp = erp
    this.#deliveries = deliver(hub, { old: erp, young: erp })
  }

  static async open(kind: (typeof DATABASE_KINDS)[number]): Promise<Shadow> {
    const hub = await openTestHub(kind)
    await hub.shop(['MUG', 'PEN'], ['BER'])
    await knowErps(hub, 'old', 'young')
    // The old one is none that could be asked: it is only there to have the books.
    await hub.submit({ kind: 'upsertErpSystem', id: 'old', paused: true })
    await hub.submit({ kind: 'upsertErpSystem', id: 'young', reconcileMinutes: 60, shadowHours: 4, correctUpTo: 2 })
    await setRoute(hub, 'young', 'SHADOW')
    const shadow = new Shadow(hub, await PlainErp.open())
    await hub.count('MUG', 'BER', 10)
    await hub.count('PEN', 'BER', 10)
    await drained(hub, 'young')
    return shadow
  }

  async report() {
    return (await this.hub.data('stock', REPORT)).erpSystems.nodes[0].shadowReport
  }

  /** Compares it, as of so many hours ago. */
  async compared(hoursAgo: number): Promise<void> {
    const { db } = this.hub
    await this.hub.mutate('stock', 'reconcile', 'reconciliation { id }', { systemId: 'young' })
    await workReconciliations({
      db,
      ingest: this.hub.ingest,
      connect: () => plainConnector({ url: this.erp.url }),
      pulledUpTo: async () => undefined,
      pullMs: 100,
      signal: new AbortController().signal,
      log: SILENT,
    })
    await sql`
      update erp_reconciliation
      set requested_at = requested_at - ${hoursAgo} * interval '1 hour', started_at = started_at - ${hoursAgo} * interval '1 hour', ended_at = ended_at - ${hoursAgo} * interval '1 hour'
      where ended_at > clock_timestamp() - interval '1 minute'
    `.execute(db.kysely)
  }

  /** What it has taken until now, it took that many hours ago. */
  async tookBefore(hours: number): Promise<void> {
    await sql`
      update erp_movement set settled_at = clock_timestamp() - ${hours} * interval '1 hour' where settled_at > clock_timestamp() - interval '1 hour'
    `.execute(this.hub.db.kysely)
  }

  cutOver(input: object) {
    return this.hub.mutate('stock', 'setErpRoute', 'warnings', { systemId: 'young', mode: 'CUT_OVER', ...input })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#deliveries.close()
    await this.hub[Symbol.asyncDispose]()
    await this.erp[Symbol.asyncDispose]()
  }
}

describe.each(DATABASE_KINDS)('the report about an ERP in SHADOW, on %s', (kind) => {
  test('says when it has been right for long enough, and only then lets it have the books without a word', async () => {
    await using shadow = await Shadow.open(kind)
    const never = ['NEVER_COMPARED', 'TOO_SHORT']
    expect(await shadow.report()).toMatchObject({ since: null, comparisons: 0, longEnough: false, problems: never })
    const key = randomUUID()
    expect(await shadow.cutOver({ requireReady: true, idempotencyKey: key })).toMatchObject({
      warnings: never,
      userErrors: [{ code: 'WRONG_STATE', field: ['input', 'requireReady'] }],
      cursor: null,
    })

    for (const hours of [5, 3, 1]) await shadow.compared(hours)
    expect(await shadow.report()).toMatchObject({
      since: expect.any(String),
      comparisons: 3,
      positions: 2,
      longEnough: true,
      problems: [],
    })
    expect(await shadow.cutOver({ requireReady: true, idempotencyKey: key })).toMatchObject({
      warnings: [],
      userErrors: [],
    })

    // A repetition gets the first answer, also when it would be refused by now.
    await sql`update erp_reconciliation set beyond = 1`.execute(shadow.hub.db.kysely)
    expect(await shadow.cutOver({ requireReady: true, idempotencyKey: key })).toMatchObject({
      warnings: ['DIFFERS', 'TOO_SHORT'],
      userErrors: [],
      cursor: expect.any(String),
    })
  })

  test('counts from the first comparison after a difference that mattered', async () => {
    await using shadow = await Shadow.open(kind)
    await shadow.tookBefore(24)
    await shadow.compared(8)
    await shadow.erp.own('MUG', 'BER', -5)
    await shadow.compared(6)
    expect(await shadow.report()).toMatchObject({
      since: null,
      differing: 1,
      problems: ['DIFFERS', 'NOT_COMPARED', 'TOO_SHORT'],
    })
    // It is mended, and what it is told meanwhile counts.
    await shadow.erp.own('MUG', 'BER', 5)
    await shadow.compared(4.5)
    await shadow.hub.sell('PEN', 'BER', 1)
    await drained(shadow.hub, 'young')
    await shadow.tookBefore(4)
    // What is taken over by itself does not matter.
    await shadow.erp.own('MUG', 'BER', 2)
    await shadow.compared(2)
    await shadow.compared(0.5)
    expect(await shadow.report()).toMatchObject({ comparisons: 3, movements: 1, differing: 0, longEnough: true })
    await shadow.erp.own('PEN', 'BER', 3)
    await shadow.compared(0)
    expect(await shadow.cutOver({})).toMatchObject({ warnings: ['DIFFERS', 'TOO_SHORT'], userErrors: [] })
  })

  test('begins anew after a hole, and says what else is wrong', async () => {
    await using shadow = await Shadow.open(kind)
    for (const hours of [9, 8, 2, 1]) await shadow.compared(hours)
    expect(await shadow.report()).toMatchObject({ comparisons: 2, longEnough: false, problems: ['TOO_SHORT'] })
    await sql`update erp_reconciliation set ended_at = ended_at - interval '4 hours', started_at = started_at - interval '4 hours'`.execute(
      shadow.hub.db.kysely,
    )
    expect(await shadow.report()).toMatchObject({ since: null, problems: ['NOT_COMPARED', 'TOO_SHORT'] })

    await shadow.compared(0)
    await shadow.erp.behave({ refuse: ['PEN'] })
    await shadow.hub.sell('PEN', 'BER', 1)
    await drained(shadow.hub, 'young')
    expect(await shadow.report()).toMatchObject({ since: null, refused: 1, problems: ['REFUSED', 'TOO_SHORT'] })
  })

  test('says so of an ERP that is compared each minute as well', async () => {
    await using shadow = await Shadow.open(kind)
    await shadow.hub.submit({ kind: 'upsertErpSystem', id: 'young', reconcileMinutes: 1, shadowHours: 168 })
    const { kysely } = shadow.hub.db
    const minutes = 169 * 60
    await sql`
      insert into erp_reconciliation (id, system_id, state, requested_by, requested_at, started_at, ended_at, compared, told)
      select 'rec_' || n, 'young', 'DONE', 'hub', at, at, at + interval '1 second', 2, 1
      from (select n, clock_timestamp() - n * interval '1 minute' as at from generate_series(1, ${minutes}::integer) n) minute
    `.execute(kysely)
    const all = { comparisons: minutes, movements: minutes, positions: 2, longEnough: true, problems: [] }
    expect(await shadow.report()).toMatchObject(all)
    await sql`update erp_reconciliation set beyond = 1 where id = 'rec_100'`.execute(kysely)
    expect(await shadow.report()).toMatchObject({ comparisons: 99, movements: 99, problems: ['TOO_SHORT'] })
  })

  test('takes differences whose size nobody noted for such as count', async () => {
    await using shadow = await Shadow.open(kind)
    for (const hours of [5, 3]) await shadow.compared(hours)
    // As a worker of the version before `beyond` ends one.
    await sql`
      insert into erp_reconciliation (id, system_id, state, requested_by, started_at, ended_at, compared, divergent)
      values ('rec_old', 'young', 'DONE', 'hub', clock_timestamp(), clock_timestamp(), 2, 1)
    `.execute(shadow.hub.db.kysely)
    expect(await shadow.report()).toMatchObject({ since: null, problems: ['DIFFERS', 'TOO_SHORT'] })
    const reconciliations = '{ erpSystems { nodes { reconciliations(first: 1) { divergent beyond } } } }'
    const { nodes } = (await shadow.hub.data('stock', reconciliations)).erpSystems
    expect(nodes).toContainEqual({ reconciliations: [{ divergent: 1, beyond: 1 }] })
  })

  test('is not made worse by a comparison of a part', async () => {
    await using shadow = await Shadow.open(kind)
    for (const hours of [5, 3, 1]) await shadow.compared(hours)
    await sql`
      insert into erp_reconciliation (id, system_id, skus, state, requested_by, started_at, ended_at, beyond)
      values ('rec_part', 'young', array['CAP'], 'DONE', 'test', clock_timestamp(), clock_timestamp(), 7)
    `.execute(shadow.hub.db.kysely)
    expect(await shadow.report()).toMatchObject({ comparisons: 3, longEnough: true })
  })
})
