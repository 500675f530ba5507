import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, openDatabase } from '../../core/database/connection.ts'
import { migrate } from '../../core/database/migrate.ts'
import { openInProcessBus } from '../../core/feed/in-process-bus.ts'
import type { Submission } from '../../core/ledger/commands.ts'
import { newId } from '../../core/ledger/ids.ts'
import type { Ledger } from '../../core/ledger/ledger.ts'
import { openLedger } from '../../core/ledger/writer.ts'
import { openCommandLog } from '../../hub/log.ts'
import { type Answer, drive, sendAll } from '../support/drive.ts'
import { type Profile, profile } from '../support/profile.ts'
import type { Server } from '../support/server.ts'
import { CHANNEL, LOCATION, type Order, ordersOf, scarceOrders, shelf, type Workload } from '../support/workloads.ts'
import type { Contender, Measured, Run, Verdict } from './contender.ts'
import { compareWithShelf } from './shelf.ts'

const DATABASE = 'onhand_bench_ours'
const TEMPLATE = 'onhand_bench_ours_template'
const TTL_SECONDS = 900
const ITEMS_AT_ONCE = 1_000

const log = openCommandLog('warn', 'bench')

/** The ledger of this hub, in this process: idempotency keys, journal, documents, positions and feed numbers are all written. */
export async function ourContender(server: Server): Promise<Contender> {
  const url = await server.createDatabase(TEMPLATE)
  await fillShelf(url)
  return {
    name: 'ours',
    says: 'the ledger of this hub, in this process',
    async run({ workload, concurrency, warmUpSeconds, seconds, profileFolder }: Run): Promise<Measured> {
      const db = await openDatabase({ url: await server.createDatabase(DATABASE, TEMPLATE) })
      const bus = openInProcessBus({ log })
      const ledger = await openLedger({ db, bus, log })
      try {
        await server.checkpoint()
        const send = (order: Order) => reserve(ledger, order)
        let profiling: Profile | undefined
        const driven = await drive(send, ordersOf(workload, 'run'), {
          concurrency,
          warmUpSeconds,
          seconds,
          onBegin: async () => {
            if (profileFolder !== undefined) profiling = await profile()
          },
          onEnd: async () => {
            if (profileFolder !== undefined) await profiling?.save(profileFolder, `ours-${workload}-${concurrency}`)
          },
        })
        const last = await sendAll(send, scarceOrders(workload, 'last'), concurrency)
        await ledger.close()
        return { ...driven, ...(await judgeOurs(db, workload, driven.acknowledged + last)) }
      } finally {
        await ledger.close()
        await bus.close()
        await db.close()
        await server.dropDatabase(DATABASE)
      }
    },
    [Symbol.asyncDispose]: () => server.dropDatabase(TEMPLATE),
  }
}

/** One location, one channel, and all goods counted there. */
export async function fillShelf(url: string): Promise<void> {
  const db = await openDatabase({ url })
  await migrate(db)
  const ledger = await openLedger({ db, bus: { publish: async () => {} }, log })
  const submit = async (command: Submission['command']) => {
    const result = await ledger.submit({ command, client: 'bench', channels: null, occurredAt: null })
    if (result.status !== 'posted') throw new Error(`The shelf could not be filled: ${JSON.stringify(result)}`)
  }
  try {
    await submit({ kind: 'upsertLocations', locations: [{ id: LOCATION, name: LOCATION }] })
    await submit({ kind: 'upsertChannel', id: CHANNEL, name: CHANNEL, locations: [{ locationId: LOCATION }] })
    const goods = [...shelf()]
    for (let from = 0; from < goods.length; from += ITEMS_AT_ONCE) {
      const some = goods.slice(from, from + ITEMS_AT_ONCE)
      await submit({ kind: 'upsertItems', items: some.map(([sku]) => ({ sku, title: sku })) })
      await Promise.all(
        some.map(([sku, quantity]) =>
          submit({ kind: 'countStock', sku, locationId: LOCATION, quantity, account: 'sellable' }),
        ),
      )
    }
    await sql`vacuum analyze`.execute(db.kysely)
  } finally {
    await ledger.close()
    await db.close()
  }
}

/** As the mutation `reserve` submits it; the order's key is also its reference, by which its effects are found in the database. */
export function submissionOf({ key, channelId = CHANNEL, lines }: Order): Submission {
  const content = { channelId, reference: key, ttlSeconds: TTL_SECONDS, allOrNothing: true, lines }
  return {
    command: { kind: 'reserve', id: newId('rsv'), ...content },
    client: 'bench',
    channels: null,
    occurredAt: null,
    key: { key, requestHash: createHash('sha256').update(JSON.stringify(content)).digest() },
  }
}

export async function reserve(ledger: Ledger, order: Order): Promise<Answer> {
  const result = await ledger.submit(submissionOf(order))
  switch (result.status) {
    case 'posted':
      return 'reserved'
    case 'refused':
      if (result.errors.every(({ code }) => code === 'INSUFFICIENT_STOCK')) return 'refused'
      throw new Error(`An order was refused: ${JSON.stringify(result.errors)}`)
    default:
      throw new Error(`An order was answered like an event: ${result.status}`)
  }
}

/** Looks at lines, positions and journal only: what was answered is one number to compare with. */
export async function judgeOurs(db: Database, workload: Workload, acknowledged: number): Promise<Verdict> {
  const promised = await sql<{ sku: string; promised: number }>`
    select sku, sum(held + committed)::bigint as promised from reservation_line group by sku
  `.execute(db.kysely)
  const { rows } = await sql<{ kept: number; doubled: number; drifted: number }>`
    select (select count(distinct reference) from reservation) as kept,
           (select count(*) from (select from reservation group by reference having count(*) > 1) d) as doubled,
           (select count(*) from position p
            left join (select sku, sum(held) as held from reservation_line group by sku) l using (sku)
            left join (
              select sku, sum(case 'held' when to_account then quantity when from_account then -quantity else 0 end) as held
              from journal group by sku
            ) j using (sku)
            where p.held <> coalesce(l.held, 0) or p.held <> coalesce(j.held, 0)) as drifted
  `.execute(db.kysely)
  const [found] = rows
  if (found === undefined) throw new Error('The tables did not answer')
  return {
    ...compareWithShelf(workload, new Map(promised.rows.map((row) => [row.sku, row.promised]))),
    doubleEffects: found.doubled,
    lost: Math.max(0, acknowledged - found.kept),
    drifted: found.drifted,
  }
}
