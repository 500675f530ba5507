import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import { ROOT } from '../readme/page.ts'

const run = promisify(execFile)

const CLEAN = { oversold: 0, unsold: 0, doubleEffects: 0, lost: 0, drifted: 0 }

// Half a second says nothing about speed; it shows that the benchmarks run, and that what they print is there.

test('reservations beside the statement: something was reserved by both, and nothing twice', async () => {
  const { results, said } = await benchmark('reservations', [
    ...['--only', 'statement,ours', '--workload', 'carts,hot'],
    ...['--concurrency', '8', '--seconds', '0.5', '--warm-up', '0'],
  ])
  expect(results).toHaveLength(4)
  for (const result of results) {
    expect(result).toMatchObject(CLEAN)
    expect(result.perSecond).toBeGreaterThan(0)
  }
  expect(said).toMatch(/ours .*× statement/)
})

test('`reserve` over HTTP on a hub of its own', async () => {
  const { results } = await benchmark('graph', [
    '--workload',
    'spread',
    ...['--connections', '8', '--seconds', '0.5', '--warm-up', '0.5'],
  ])
  expect(results).toMatchObject([CLEAN])
  expect(results[0]?.perSecond).toBeGreaterThan(0)
})

test('two processes on one database', async () => {
  const { results } = await benchmark('processes', [
    ...['--workload', 'hot', '--processes', '2'],
    ...['--concurrency', '16', '--seconds', '1', '--warm-up', '0'],
  ])
  expect(results).toMatchObject([{ ...CLEAN, deadlocks: 0, processes: 2 }])
})

test('holds that end beside others that go on: all swept and told, once', async () => {
  const { written } = await runBenchmark('expiry', [
    ...['--pattern', 'steady,hot', '--workers', '1', '--open', '200'],
    ...['--steady', '50', '--over', '2', '--burst', '50'],
  ])
  const { results }: { results: Ends[] } = written
  expect(results).toMatchObject([
    { pattern: 'steady', ended: 50, wrong: 0, doubled: 0, left: 0 },
    { pattern: 'hot', ended: 50, toldSkus: 1, wrong: 0, doubled: 0, left: 0 },
  ])
  for (const { answers, swept, told } of results) {
    expect(answers).toBeGreaterThan(0)
    expect(swept.max).toBeGreaterThan(0)
    expect(told.max).toBeGreaterThanOrEqual(0)
  }
}, 120_000)

test('fan-out to a few sockets beside the limit, with some idle subscriptions', async () => {
  const { throughputs, latencies, idles } = await figures('fanout', [
    ...['--only', 'limit,ours', '--sockets', '20', '--skus', '10', '--followed', '5', '--idle', '0,20'],
    ...['--seconds', '0.5', '--warm-up', '0'],
  ])
  expect(throughputs).toMatchObject([
    { contender: 'limit', mode: 'single' },
    { contender: 'limit', mode: 'many' },
    { contender: 'ours', mode: 'single' },
    { contender: 'ours', mode: 'many' },
  ])
  for (const { perSecond } of [...throughputs, ...latencies]) expect(perSecond).toBeGreaterThan(0)
  expect(latencies).toHaveLength(1)
  expect(idles).toMatchObject([{ subscriptions: 0 }, { subscriptions: 20 }])
}, 240_000)

interface Result {
  readonly perSecond: number
}

interface Ends {
  readonly answers: number
  readonly swept: { readonly max: number }
  readonly told: { readonly max: number }
}

interface Figures {
  readonly throughputs: readonly Result[]
  readonly latencies: readonly Result[]
  readonly idles: readonly object[]
}

async function benchmark(name: string, options: readonly string[]) {
  const { said, written } = await runBenchmark(name, options)
  const { results }: { results: Result[] } = written
  return { results, said }
}

async function figures(name: string, options: readonly string[]): Promise<Figures> {
  return (await runBenchmark(name, options)).written
}

async function runBenchmark(name: string, options: readonly string[]) {
  const { databaseUrl, folder } = inject('servers')
  const json = join(folder, `bench-${name}.json`)
  const { stdout } = await run(process.execPath, ['bench/main.ts', name, ...options, '--json', json], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl },
  })
  return { said: stdout, written: JSON.parse(await readFile(json, 'utf8')) }
}
