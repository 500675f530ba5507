import '../../hub/keep-young.ts'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../../core/database/connection.ts'
import { openInProcessBus } from '../../core/feed/in-process-bus.ts'
import { openLedger } from '../../core/ledger/writer.ts'
import { openCommandLog } from '../../hub/log.ts'
import { reserve } from '../contenders/ours.ts'
import { type Drive, drive, sendAll } from './drive.ts'
import { type Order, ordersOf, scarceOrders, type Workload } from './workloads.ts'

/*
 * A ledger in a process of its own, beside others on the same database, with a load of its own. Run by `startWriter`; speaks over IPC.
 */

interface Load {
  readonly workload: Workload
  /** Of its keys, so that those of other processes are others. */
  readonly prefix: string
  readonly concurrency: number
  readonly warmUpSeconds: number
  readonly seconds: number
}

type Request = { readonly kind: 'load'; readonly load: Load } | { readonly kind: 'order'; readonly order: Order }

export interface WriterReport {
  readonly driven: Drive
  /** How many of the last units it was answered as reserved. */
  readonly last: number
  /** Keys of single orders that were answered as reserved. */
  readonly reservedKeys: readonly string[]
  /** What the ledger complained of, such as batches that the database refused. */
  readonly complaints: readonly string[]
}

/** `hundred`: a hundred more orders were answered. */
type Message =
  | { readonly kind: 'ready' | 'begin' | 'end' | 'hundred' }
  | { readonly kind: 'done'; readonly report: WriterReport }

/** A writer as the process that started it sees it. */
export interface Writer extends AsyncDisposable {
  /** Begins a load; told at both ends of what is measured, and of each hundred orders. */
  load(load: Load, told: Readonly<Record<'begin' | 'end' | 'hundred', () => void>>): Promise<WriterReport>
  /** One more order, now. */
  send(order: Order): void
}

export async function startWriter(url: string): Promise<Writer> {
  const child = fork(fileURLToPath(import.meta.url), [url])
  await messageOf(child, 'ready')
  return {
    async load(load, told) {
      const listen = ({ kind }: Message) => {
        if (kind === 'begin' || kind === 'end' || kind === 'hundred') told[kind]()
      }
      child.on('message', listen)
      const request: Request = { kind: 'load', load }
      child.send(request)
      const done = await messageOf(child, 'done')
      child.off('message', listen)
      if (done.kind !== 'done') throw new Error('A writer answered something else')
      return done.report
    },
    send(order) {
      const request: Request = { kind: 'order', order }
      child.send(request)
    },
    async [Symbol.asyncDispose]() {
      if (!child.connected) return
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

function messageOf(child: ChildProcess, kind: Message['kind']): Promise<Message> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      child.off('message', onMessage)
      child.off('exit', onExit)
    }
    const onMessage = (message: Message) => {
      if (message.kind !== kind) return
      settle()
      resolve(message)
    }
    const onExit = () => {
      settle()
      reject(new Error(`A writer ended before it said "${kind}"`))
    }
    child.on('message', onMessage)
    child.on('exit', onExit)
  })
}

async function serve(url: string): Promise<void> {
  const complaints: string[] = []
  const complain = (details: object, message: string) => {
    const cause = 'err' in details ? String(details.err) : ''
    complaints.push(`${message}: ${cause}`)
  }
  const log = { warn: complain, error: complain }
  const db = await openDatabase({ url })
  const bus = openInProcessBus({ log: openCommandLog('warn', 'bench') })
  const ledger = await openLedger({ db, bus, log })
  const tell = (message: Message) => void process.send?.(message)

  const singles: Promise<string | undefined>[] = []
  const load = async ({ workload, prefix, ...pace }: Load): Promise<WriterReport> => {
    const send = (order: Order) => reserve(ledger, order)
    let answered = 0
    const counted = async (order: Order) => {
      const answer = await send(order)
      if (++answered % 100 === 0) tell({ kind: 'hundred' })
      return answer
    }
    const driven = await drive(counted, ordersOf(workload, prefix), {
      ...pace,
      onBegin: async () => tell({ kind: 'begin' }),
      onEnd: async () => tell({ kind: 'end' }),
    })
    const last = await sendAll(send, scarceOrders(workload, `last-${prefix}`), pace.concurrency)
    const reservedKeys = (await Promise.all(singles.splice(0))).filter((key) => key !== undefined)
    return { driven, last, reservedKeys, complaints: complaints.splice(0) }
  }
  process.on('message', (request: Request) => {
    if (request.kind === 'load') {
      void load(request.load).then((report) => tell({ kind: 'done', report }))
    } else {
      const { order } = request
      singles.push(reserve(ledger, order).then((answer) => (answer === 'reserved' ? order.key : undefined)))
    }
  })
  process.once('disconnect', async () => {
    await ledger.close()
    await bus.close()
    await db.close()
  })
  tell({ kind: 'ready' })
}

if (import.meta.main) await serve(process.argv[2] ?? '')
