import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { audit } from '../../core/ledger/audit.ts'
import type { CommandResult, Ledger } from '../../core/ledger/ledger.ts'
import { openLedger } from '../../core/ledger/writer.ts'
import type { FreshDatabase } from '../support/database.ts'
import { eraseAtExit } from '../support/janitor.ts'
import { SILENT } from '../support/ledger.ts'
import { LOCATIONS, numbered, referenceOf, SKUS } from './load.ts'

export interface Answered {
  readonly number: number
  readonly status: string
  /** Given again: the effect was there before. */
  readonly again: boolean
  readonly document: string
}

/** A writer in a process of its own, and what it has said so far. */
export interface WriterProcess {
  readonly answered: readonly Answered[]
  /** Milliseconds until each command that could not be taken was given back. */
  readonly unavailableMs: readonly number[]
  /** Anything else it said or died of. */
  readonly failures: readonly string[]
  /** Resolves when so many answers have come, or the process has gone. */
  answers(count: number): Promise<void>
  kill(): Promise<void>
  /** Resolves with the code, or the signal that ended it. */
  readonly gone: Promise<number | NodeJS.Signals | null>
}

interface WriterOptions {
  readonly first?: number
  readonly last: number
  readonly atOnce?: number
  readonly dieAfter?: number
}

export function startWriter(url: string, { first = 0, last, atOnce = 64, dieAfter }: WriterOptions): WriterProcess {
  const script = fileURLToPath(new URL('writer-process.ts', import.meta.url))
  const args = [
    script,
    url,
    String(first),
    String(last),
    String(atOnce),
    dieAfter === undefined ? '' : String(dieAfter),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  return watched(child)
}

function watched(child: ChildProcess): WriterProcess {
  const answered: Answered[] = []
  const unavailableMs: number[] = []
  const failures: string[] = []
  const calledOff = child.pid === undefined ? () => {} : eraseAtExit({ pid: child.pid, signal: 'SIGKILL' })
  let heard = () => {}

  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('The writer has no output')
  const lines = createInterface({ input: stdout })
  lines.on('line', (line) => {
    const [what, number, second = '', again, document = ''] = line.split(' ')
    if (what === 'answered')
      answered.push({ number: Number(number), status: second, again: again === 'again', document })
    else if (what === 'unavailable') unavailableMs.push(Number(second))
    else failures.push(line)
    heard()
  })
  stderr.on('data', (chunk: Buffer) => failures.push(chunk.toString()))
  // The last lines may come after the process has gone.
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')])
  const gone = ended.then(([[code, signal]]: [unknown[], unknown]) => {
    calledOff()
    heard()
    return typeof code === 'number' ? code : isSignal(signal) ? signal : null
  })
  let over = false
  void gone.then(() => {
    over = true
  })

  return {
    answered,
    unavailableMs,
    failures,
    gone,
    async answers(count) {
      while (answered.length < count && !over) {
        await Promise.race([
          gone,
          new Promise<void>((resolve) => {
            heard = resolve
          }),
        ])
      }
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

function isSignal(value: unknown): value is NodeJS.Signals {
  return typeof value === 'string'
}

/** Items, locations and a channel, and less stock than will be asked for. */
export async function prepareShop(db: FreshDatabase, stock: number): Promise<void> {
  await withLedger(db, async (ledger) => {
    const submit = async (command: Parameters<Ledger['submit']>[0]['command']) => {
      const result = await ledger.submit({ command, client: 'test', channels: null, occurredAt: null })
      if (result.status !== 'posted') throw new Error(`Not prepared: ${JSON.stringify(result)}`)
    }
    await submit({ kind: 'upsertLocations', locations: LOCATIONS.map((id) => ({ id, name: id })) })
    const locations = LOCATIONS.map((locationId) => ({ locationId }))
    await submit({ kind: 'upsertChannel', id: 'web', name: 'Web shop', locations })
    await submit({ kind: 'upsertItems', items: SKUS.map((sku) => ({ sku, title: sku })) })
    for (const sku of SKUS) {
      for (const locationId of LOCATIONS) {
        await submit({ kind: 'countStock', sku, locationId, quantity: stock, account: 'sellable' })
      }
    }
  })
}

async function withLedger<T>(db: FreshDatabase, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger({ db, bus: { publish: async () => {} }, log: SILENT })
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

/** Far fewer than may wait: the ledger turns away what is beyond that. */
const SENT_AGAIN_AT_ONCE = 1_000

/**
 * What was acknowledged is there: everything that may have been sent is sent once more, and each number has got one answer, ever, and one effect. Throws
 * with what is wrong.
 */
export async function requireNothingLost(db: FreshDatabase, told: readonly Answered[], last: number): Promise<void> {
  const wrong: string[] = []
  const first = new Map<number, Answered>()
  for (const answer of told) {
    const before = first.get(answer.number)
    first.set(answer.number, before ?? answer)
    if (before !== undefined && (before.status !== answer.status || before.document !== answer.document)) {
      wrong.push(
        `${answer.number} was answered ${before.status} ${before.document}, then ${answer.status} ${answer.document}`,
      )
    }
  }

  const retried = await withLedger(db, async (ledger) => {
    const results: CommandResult[] = []
    while (results.length <= last) {
      const some = Array.from(
        { length: Math.min(SENT_AGAIN_AT_ONCE, last + 1 - results.length) },
        (_, at) => at + results.length,
      )
      results.push(...(await Promise.all(some.map((number) => ledger.submit(numbered(number))))))
    }
    return results
  })
  for (const [number, result] of retried.entries()) {
    const known = first.get(number)
    if (known === undefined) continue
    if (!isAgain(result)) wrong.push(`${number} was answered ${known.status} and done again`)
    if (result.status !== known.status || documentOf(result) !== known.document) {
      wrong.push(`${number} was answered ${known.status} ${known.document}, now ${result.status} ${documentOf(result)}`)
    }
  }
  wrong.push(...(await wrongEffects(db, retried)))
  const { differences } = await audit({ db })
  wrong.push(...differences.map((difference) => JSON.stringify(difference)))
  if (wrong.length > 0) throw new Error(`${wrong.length} things are wrong:\n${wrong.slice(0, 20).join('\n')}`)
}

/** As many units moved under each number's reference as its answer says, no more and no fewer. */
async function wrongEffects(db: FreshDatabase, results: readonly CommandResult[]): Promise<string[]> {
  const { rows } = await sql<{ reference: string; units: number }>`
    select reference, sum(quantity)::bigint as units from journal where reference like 'load-%' group by reference
  `.execute(db.kysely)
  const moved = new Map(rows.map(({ reference, units }) => [reference, units]))
  return results.flatMap((result, number) => {
    const { command } = numbered(number)
    const asked = command.kind === 'reserve' ? command.lines : command.kind === 'recordSale' ? [command] : []
    const units = result.status === 'posted' ? asked.reduce((sum, line) => sum + Number(line.quantity), 0) : 0
    const found = moved.get(referenceOf(number)) ?? 0
    return found === units ? [] : [`${number} was ${result.status}: ${units} units should have moved, ${found} did`]
  })
}

function isAgain(result: CommandResult): boolean {
  return 'repeated' in result && result.repeated
}

function documentOf(result: CommandResult): string {
  return 'document' in result ? (result.document?.id ?? '') : ''
}
