import { openDatabase } from '../../core/database/connection.ts'
import { deliverToErps } from '../../erp/outbox/deliver-to-erps.ts'
import { plainConnector } from './plain-connector.ts'

/** Delivers to the ERP at a URL until it is killed: `node delivery-process.ts <database> <erp>`. */
const [, , database = '', erp = ''] = process.argv
const db = await openDatabase({ url: database, poolSize: 4 })
const silent = () => {}
deliverToErps({
  db: db.kysely,
  bus: { subscribe: () => silent },
  connect: () => plainConnector({ url: erp, postBatch: 20, retryAfterMs: 300 }),
  settings: { callMs: 1_500, unknownMs: 1_500, retryMsMin: 20, retryMsMax: 200 },
  leaseMs: 500,
  log: { debug: silent, info: silent, warn: silent, error: silent },
})
