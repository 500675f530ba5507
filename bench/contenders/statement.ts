import { Client, Pool } from 'pg'
import { type Answer, drive, sendAll } from '../support/drive.ts'
import type { Server } from '../support/server.ts'
import { type Order, ordersOf, scarceOrders } from '../support/workloads.ts'
import type { Contender, Measured, Run } from './contender.ts'
import { cartStatement, fillStock, judgeStatement, singleStatement } from './statement-sql.ts'

const DATABASE = 'onhand_bench_statement'

const SINGLE = singleStatement('$1', '$2::text', '$3::bigint')
const CART = cartStatement('$1', '$2::text[]', '$3::bigint[]')

/** Connections of a pool, at most: many are best for orders that do not meet, few for those that wait for one row. */
export const POOLS = { statement: 64, 'statement-16': 16 } as const

/** The single statement through `pg`: prepared once for each connection, one round trip for an order, one commit for each. */
export function statementContender(server: Server, name: keyof typeof POOLS): Contender {
  const most = POOLS[name]
  const fewer = name !== 'statement'
  return {
    name,
    says: `one conditional statement an order, through pg, on ${most} connections at most`,
    async run({ workload, concurrency, warmUpSeconds, seconds }: Run): Promise<Measured | string> {
      if (fewer && concurrency <= most) return 'the pool would be that of "statement"'
      const url = await server.createDatabase(DATABASE)
      const client = new Client({ connectionString: url })
      await client.connect()
      const pool = new Pool({ connectionString: url, max: Math.min(concurrency, most) })
      // Connections may still be closing when their database is dropped.
      pool.on('error', () => {})
      try {
        await fillStock(client)
        await server.checkpoint()
        const send = (order: Order) => reserve(pool, order)
        const driven = await drive(send, ordersOf(workload, 'run'), { concurrency, warmUpSeconds, seconds })
        const last = await sendAll(send, scarceOrders(workload, 'last'), concurrency)
        const verdict = await judgeStatement(client, workload, driven.acknowledged + last)
        return { ...driven, ...verdict }
      } finally {
        await pool.end()
        await client.end()
        await server.dropDatabase(DATABASE)
      }
    },
    [Symbol.asyncDispose]: async () => {},
  }
}

async function reserve(pool: Pool, { key, lines }: Order): Promise<Answer> {
  const [first] = lines
  if (first === undefined) throw new Error('An order has lines')
  const { rowCount } =
    lines.length === 1
      ? await pool.query({ name: 'reserve', text: SINGLE, values: [key, first.sku, first.quantity] })
      : await pool.query({
          name: 'reserve-cart',
          text: CART,
          values: [key, lines.map(({ sku }) => sku), lines.map(({ quantity }) => quantity)],
        })
  if (rowCount === lines.length) return 'reserved'
  // Nothing was written: the key was taken, and has its first answer, or there was not enough.
  const { rows } = await pool.query<{ lines: number }>({
    name: 'first-answer',
    text: 'select count(l.line)::int as lines from reservation r left join reservation_line l on l.reservation_id = r.id where r.key = $1',
    values: [key],
  })
  return (rows[0]?.lines ?? 0) > 0 ? 'reserved' : 'refused'
}
