import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../../core/database/connection.ts'
import { LedgerUnavailable } from '../../core/ledger/ledger.ts'
import { openLedger } from '../../core/ledger/writer.ts'
import { numbered } from './load.ts'

/**
 * A writer in a process of its own, to be killed: sends the numbered commands from `first` up to `last`, some at once, and says a line for each answer. A
 * command that the ledger could not take is sent again. With `dieAfter` it kills itself right after so many commits, before anyone is answered.
 */
const [url = '', first = '0', last = '0', atOnce = '64', dieAfter = ''] = process.argv.slice(2)

const db = await openDatabase({ url })
let commits = 0
const bus = {
  publish: async () => {
    commits++
    if (dieAfter !== '' && commits >= Number(dieAfter)) process.kill(process.pid, 'SIGKILL')
  },
}
const ledger = await openLedger({ db, bus, log: { warn: () => {}, error: () => {} } })

let next = Number(first)
async function work(): Promise<void> {
  while (next <= Number(last)) await send(next++)
}

async function send(number: number): Promise<void> {
  for (;;) {
    const sentAt = performance.now()
    try {
      const result = await ledger.submit(numbered(number))
      const document = 'document' in result ? (result.document?.id ?? '') : ''
      const again = 'repeated' in result && result.repeated ? 'again' : 'first'
      console.log(`answered ${number} ${result.status} ${again} ${document}`)
      return
    } catch (error) {
      const unavailable = error instanceof LedgerUnavailable
      console.log(
        `${unavailable ? 'unavailable' : 'failed'} ${number} ${Math.round(performance.now() - sentAt)} ${error}`,
      )
      if (!unavailable) return
      await sleep(100)
    }
  }
}

await Promise.all(Array.from({ length: Number(atOnce) }, work))
await ledger.close()
await db.close()
