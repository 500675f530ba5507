import { openDatabase } from '../../core/database/connection.ts'
import { createIngest } from '../../core/ingest/ingest.ts'
import { workReplays } from '../../core/ingest/work-replays.ts'
import { openLedger } from '../../core/ledger/writer.ts'

/**
 * A worker in a process of its own, to be killed: does the replays that there are to do on the database at a URL. With a second argument it kills itself right after so many commits of the ledger, before what
 * became of them is written down.
 */
const [, , url = '', dieAfter = ''] = process.argv
const db = await openDatabase({ url, poolSize: 4 })
let commits = 0
const bus = {
  publish: async () => {
    commits++
    if (dieAfter !== '' && commits >= Number(dieAfter)) process.kill(process.pid, 'SIGKILL')
  },
}
const silent = () => {}
const log = { debug: silent, info: silent, warn: silent, error: silent }
const ledger = await openLedger({ db, bus, log })
const config = { eventLimitBytes: 256 * 1024, clockSkewSecondsMax: 300, parkSeconds: 86_400 }
const ingest = createIngest({ ledger, db, config, log })
await workReplays({ ingest, signal: new AbortController().signal, log })
await ledger.close()
await db.close()
