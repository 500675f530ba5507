import { openDatabase } from '../../core/database/connection.ts'
import { openConnector } from '../../marketplaces/open-connector.ts'
import { tellMarketplaces } from '../../marketplaces/tell-marketplaces.ts'
import { SECRET } from './rate-limited-marketplace.ts'

/** Tells marketplaces until it is killed, and reads no orders: `node tell-process.ts <database>`. */
const [, , url = ''] = process.argv
const db = await openDatabase({ url, poolSize: 4 })
const silent = () => {}
tellMarketplaces({
  db,
  ingest: { record: async () => [] },
  bus: { subscribe: () => silent },
  connect: (one) => openConnector(one, { market: { secret: SECRET } }, ['127.0.0.1']),
  settings: { callMs: 300, retryMsMin: 20, retryMsMax: 200 },
  leaseMs: 500,
  log: { debug: silent, info: silent, warn: silent },
})
