import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openDatabase } from '../../core/database/connection.ts'
import { emptyDatabase } from '../support/database.ts'

const MAIN = fileURLToPath(new URL('../../hub/main.ts', import.meta.url))
const LINES = 20_000
const SKUS = 50

/** Made-up trade: every SKU sells on, and some of it comes back or is corrected. */
async function madeUpTrade() {
  const folder = await mkdtemp(join(tmpdir(), 'onhand-retail-'))
  const skus = Array.from({ length: SKUS }, (_, n) => `SKU-${n}`)
  const lines = Array.from({ length: LINES }, (_, n) => {
    const invoice = Math.floor(n / 20)
    const sku = skus[(n * 7) % SKUS]
    const time = new Date(Date.UTC(2011, 0, 1) + n * 60_000).toISOString().slice(0, 19)
    if (invoice % 50 === 0) return `C${invoice},${sku},-1,${time},1.5,17850,United Kingdom,true`
    return invoice % 70 === 0
      ? `${invoice},${sku},-2,${time},0,,United Kingdom,false`
      : `${invoice},${sku},3,${time},1.5,,EIRE,false`
  })
  const files = {
    transactions: ['invoice,sku,quantity,occurred_at,unit_price,customer,country,is_cancellation', ...lines],
    skus: ['sku,kind,description', ...skus.map((sku) => `${sku},product,Thing ${sku}`)],
    adjustments: ['row,sku,quantity,note'],
  }
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, `${name}.csv.gz`), gzipSync(`${text.join('\n')}\n`))
  }
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
}

function startImport(folder: string, databaseUrl: string): ChildProcess {
  return spawn(process.execPath, [MAIN, 'import', 'online-retail', folder], {
    env: { ...process.env, DATABASE_URL: databaseUrl, REDIS_URL: '', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function outcomeOf(importing: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = ''
  for (const stream of [importing.stdout, importing.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = await once(importing, 'close')
  return { code, output }
}

// Goal: an import that was interrupted at any point ends the same when it is started again.
test('an import that is killed twice ends as if it had never been', async () => {
  await using trade = await madeUpTrade()
  await using empty = await emptyDatabase()
  const db = await openDatabase({ url: empty.url, poolSize: 2 })
  try {
    const recorded = async () => {
      const row = await db.kysely
        .selectFrom('event')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirst()
        .catch(() => undefined)
      return row?.count ?? 0
    }
    for (const at of [2_000, 9_000]) {
      const importing = startImport(trade.folder, empty.url)
      await expect.poll(recorded, { timeout: 60_000, interval: 20 }).toBeGreaterThan(at)
      importing.kill('SIGKILL')
      await once(importing, 'close')
      expect(await recorded()).toBeLessThan(LINES)
    }

    const { code, output } = await outcomeOf(startImport(trade.folder, empty.url))
    expect(output).toContain(`${SKUS} of ${SKUS} SKUs agree`)
    expect(output).toMatch(/DUPLICATE +[\d,]+/)
    expect(code).toBe(0)
    expect(await recorded()).toBe(LINES + SKUS)
    const entries = await db.kysely.selectFrom('journal').select(['event_id']).execute()
    expect(new Set(entries.map(({ event_id }) => event_id)).size).toBe(entries.length)
  } finally {
    await db.close()
  }
}, 180_000)
