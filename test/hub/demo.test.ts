import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { QUERY, SUBSCRIPTION } from '../../hub/demo/samples.ts'
import { HubProcess, TestClient } from './hub-process.ts'
import { subscribe } from './subscribe.ts'

describe('the demo', () => {
  let temporary: string
  let demo: HubProcess
  let client: TestClient

  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'onhand-test-demo-'))
    demo = await HubProcess.start(['demo', '--port', '0', '--seed', '4', '--rate', '20'], { TMPDIR: temporary })
    const url = await demo.printed(/GraphiQL +(http\S+)\/graphiql/)
    client = new TestClient(url)
  })

  afterAll(async () => {
    await demo[Symbol.asyncDispose]()
    await rm(temporary, { recursive: true, force: true })
  })

  test('prints a query that can be pasted', async () => {
    expect(demo.stdout).toContain(QUERY)
    const { availability } = await client.data(QUERY)

    expect(availability).toHaveLength(3)
    for (const entry of availability) {
      expect(entry.explanation.terms).toHaveLength(7)
      expect(entry.explanation.terms[0].entries[0]).toMatchObject({ kind: expect.any(String) })
    }
  })

  test('prints a subscription that is alive', async () => {
    expect(demo.stdout).toContain(SUBSCRIPTION)
    await using listener = subscribe(client.url, SUBSCRIPTION)

    const first = await listener.next(({ sku }) => sku === 'MUG-BLUE')
    await listener.next((event) => event.sku === 'MUG-BLUE' && event.quantity !== first.quantity, 25_000)
  })

  test('shows every kind of thing that can happen, and nothing fails', { timeout: 120_000 }, async () => {
    const kinds = [
      /[1-9]\d* accepted/,
      /[1-9]\d* duplicate/,
      /[1-9]\d* confirmed, \d+ parked/,
      /[1-9]\d* confirmed, \d+ fulfilled/,
      /[1-9]\d* parked/,
      /[1-9]\d* rejected/,
      /[1-9]\d* fulfilled/,
      /[1-9]\d* released/,
      /[1-9]\d* received/,
      /[1-9]\d* restocked/,
      /live updates: [1-9]/,
    ]
    for (const kind of kinds) await demo.printed(kind, 100_000)

    expect(demo.stdout).not.toContain('failed')
    expect(demo.stderr).toBe('')
    const { deadLetters, stockMovements } = await client.data(
      '{ deadLetters(first: 1) { nodes { code } } stockMovements(first: 1) { nodes { kind } } }',
    )
    expect(deadLetters.nodes).toHaveLength(1)
    expect(stockMovements.nodes).toHaveLength(1)
  })

  test('ends when it is interrupted, and leaves nothing behind', async () => {
    expect(await demo.stop('SIGINT')).toBe(0)
    expect(demo.stdout.trimEnd()).toMatch(/Ended; nothing is left behind\.$/)
    expect(await readdir(temporary)).toEqual([])
  })
})

test('a demo in a folder of its own keeps it, and ends by itself', { timeout: 120_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'onhand-test-demo-'))
  try {
    const env = { DATA_DIR: dataDir }
    for (const run of ['first', 'second']) {
      const { code, stdout, stderr } = await HubProcess.run(['demo', '--port', '0', '--for', '6', '--rate', '5'], env)
      expect(`${run}: ${stderr}`).toBe(`${run}: `)
      expect(code).toBe(0)
      expect(stdout).toContain(`What was recorded is kept in ${dataDir}`)
    }
    expect(existsSync(join(dataDir, 'pglite'))).toBe(true)
    expect(await HubProcess.run(['audit'], env)).toMatchObject({ code: 0 })
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})
