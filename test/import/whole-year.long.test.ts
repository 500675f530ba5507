import { expect, test } from 'vitest'
import { importOnlineRetail } from '../../hub/import/online-retail.ts'
import { openIngestHub } from '../ingest/ingest-hub.ts'
import { SILENT } from '../support/ledger.ts'
import { realData } from './real-data.ts'

// The figures are those that the description of the data gives, and what follows from them for products alone.
test('the whole real year is imported, proven, and changes nothing when it comes again', async (context) => {
  const folder = realData(context)
  await using hub = await openIngestHub('postgres')
  const { db, ledger, ingest } = hub
  const run = () => importOnlineRetail({ folder, openingStock: 'auto', db, ledger, ingest, log: SILENT })

  expect(await run()).toMatchObject({
    rows: 541_909,
    skipped: { non_product: 2_916, gift_voucher: 34 },
    events: { count: 4_053, sale: 527_791, return: 8_704, correction: 2_464 },
    results: { ACCEPTED: 543_012 },
    refused: [],
    compared: 4_053,
    different: [],
  })
  expect(await run()).toMatchObject({ results: { DUPLICATE: 543_012 }, different: [] })
}, 1_200_000)
