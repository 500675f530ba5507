import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestLedger } from '../support/ledger.ts'
import type { PlainErp } from './plain-shop.ts'

/** Two processes that deliver, of which one or both are killed in each round, at any moment, while goods move and the ERP does wrong now and then. */
export async function crashRounds(
  hub: TestLedger,
  erp: PlainErp,
  rounds: number,
  trade: () => Promise<unknown>,
): Promise<void> {
  const script = new URL('./delivery-process.ts', import.meta.url).pathname
  const start = () =>
    spawn(process.execPath, [script, hub.db.url ?? '', erp.url], { stdio: ['ignore', 'ignore', 'inherit'] })
  const running = [start(), start()]
  let over = false
  const trading = (async () => {
    while (!over) {
      await trade()
      await sleep(10)
    }
  })()
  try {
    // Both have to be there before killing one says anything.
    await sleep(2_500)
    for (let round = 0; round < rounds; round++) {
      await erp.behave({
        cutAfterCommit: round % 3 === 0 ? 1 : 0,
        cutBefore: round % 4 === 1 ? 1 : 0,
        // Now and then later than another process has taken over.
        commitAfterMs: round % 4 === 2 ? 1_000 : 10,
        answerAfterMs: 60,
      })
      await sleep(1_000 + Math.random() * 600)
      for (const [index, victim] of running.entries()) {
        if (round % 2 === 0 && index !== (round / 2) % 2) continue
        const gone = once(victim, 'exit')
        victim.kill('SIGKILL')
        await gone
        running[index] = start()
      }
      if (round % 5 === 4) {
        await erp.kill()
        await sleep(Math.random() * 400)
        await erp.start()
      }
    }
    over = true
    await trading
  } finally {
    over = true
    for (const child of running) child.kill('SIGKILL')
  }
}
