import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { parse, visit } from 'graphql'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ERROR_CODES } from '../../gateway/errors.ts'
import { readSupergraph } from '../../schema/index.ts'
import { HubProcess } from '../hub/hub-process.ts'
import { emptyDatabase } from '../support/database.ts'
import { freePort } from '../support/ports.ts'
import { type Page, partOf, ROOT, readPage } from './page.ts'
import { type BackgroundProcess, Reader } from './reader.ts'
import { isShown } from './shown.ts'
import { codesIn, firstCells, settingsTable } from './tables.ts'

const SLOW = { timeout: 180_000 }

describe('who follows the README from its top', () => {
  let reader: Reader
  let hub: BackgroundProcess
  let listener: BackgroundProcess

  beforeAll(async () => {
    reader = await Reader.of('README.md')
  })

  afterAll(async () => {
    await reader[Symbol.asyncDispose]()
  })

  test('starts an empty hub and fills it', SLOW, async () => {
    hub = await reader.startHub('start')
    await reader.graph('setup')
    await reader.shell('count')
  })

  test('asks, holds, confirms, and reads what was written, as a storefront developer', async () => {
    await reader.graph('ask')
    await reader.graph('check')
    const { id } = Object((await reader.graph('reserve')).reserve).reservation
    const { cursor } = Object((await reader.graph('confirm', { id })).confirmReservation)
    await reader.graph('conflict')
    await reader.graph('refused')
    await reader.graph('mistake')
    await reader.graph('at-least', { cursor })
  })

  test('gets a key, listens, and sees its orders, as a partner', SLOW, async () => {
    await hub.interrupt()
    await reader.shell('keys')
    hub = await reader.startHub('start')
    await reader.shell('who')
    expect((await reader.ask('{ viewer { kind } }')).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ])

    await reader.save('listen.mjs')
    listener = await reader.background('listen')
    await listener.printed(/BOWL 0/)
    await reader.shell('sale')
    await listener.printed(/MUG 21/)
    expect(isShown(reader.answerOf('listen'), listener.output), listener.output).toBe(true)

    await reader.graph('orders', {}, reader.variable('MARKET_KEY'))
  })

  test('reports, asks why, looks after orders and moves goods, as an operator', async () => {
    const key = reader.variable('STAFF_KEY')
    await reader.save('morning.ndjson')
    await reader.shell('events')
    await reader.graph('why', {}, key)
    await reader.graph('history', {}, key)
    await reader.graph('fence', {}, key)
    const { id } = Object((await reader.graph('ship', {}, key)).createShipment).shipment
    await reader.graph('dispatch', { id }, key)
    await listener.printed(/MUG 15/)
  })

  test('goes on listening where it stopped when the hub was away', SLOW, async () => {
    await hub.interrupt()
    hub = await reader.startHub('start')
    await reader.sell('MUG', 'DC1', 1, reader.variable('TILL_KEY'))
    await listener.printed(/MUG 14/, 90_000)
    // Without its cursor it would have been told the state of every SKU again.
    expect(listener.output.match(/BOWL/g)).toHaveLength(1)
    await hub.interrupt()
  })

  test('imports trade', SLOW, async () => {
    const folder = await reader.makeFolder('online-retail')
    await writeTrade(folder, reader.page)
    reader.replace({ './online-retail': folder })
    const { stdout } = await reader.shell('import')
    expect(stdout).toMatch(/5 lines read, 1 of them not about products/)
    expect(stdout).toMatch(/2 of 2 SKUs agree/)
  })

  test('runs it on real servers', SLOW, async () => {
    await using database = await emptyDatabase()
    reader.replace({
      'postgres://onhand:secret@localhost:5432/onhand': database.url,
      'redis://localhost:6379': inject('servers').redisUrl,
    })
    const real = await reader.startHub('real')
    expect(real.output).toMatch(/"database":"postgres","bus":"redis"/)
    await real.interrupt()
  })

  test('has tried every example', () => {
    expect(reader.untried).toEqual([])
    expect(reader.page.nameless).toEqual([])
  })
})

describe('what the README says', () => {
  const page = readPage('README.md')
  const sdl = readSupergraph()

  test('begins with the two commands that do everything', () => {
    const [first] = page.blocks
    expect(first?.text).toMatch(/^npm ci && npm run demo .*\nnpm ci && npm test /)
    expect(page.text.indexOf('```')).toBeLessThan(1_500)
  })

  test('the settings are those of the program, with unit, default and range', () => {
    expect(partOf(page, 'settings')).toBe(settingsTable())
  })

  test('the commands are those of the command line, and each says what it takes', SLOW, async () => {
    const listed = codesIn(partOf(page, 'commands')).map((command) => command.replace(/ <.*/, ''))
    const { stdout } = await HubProcess.run(['--help'])
    const groups = commandsIn(stdout).filter((name) => name !== 'help')
    expect([...new Set(listed.map((command) => command.split(' ')[0]))].sort()).toEqual(groups.sort())

    await Promise.all(
      listed.map(async (command) => {
        const { code, stdout: help } = await HubProcess.run([...command.split(' '), '--help'])
        expect(code).toBe(0)
        expect(help).toContain(`Usage: onhand ${command} `)
      }),
    )
    const rows = partOf(page, 'commands').split('\n')
    for (const option of ['--rate', '--seed', '--for']) {
      expect(rows.find((row) => row.startsWith('| `demo`'))).toContain(option)
      expect((await HubProcess.run(['demo', '--help'])).stdout).toContain(option)
    }
  })

  test('the codes are those of the schema and of the gateway', () => {
    expect(codesIn(partOf(page, 'user errors')).sort()).toEqual(mutationErrorCodes(sdl).sort())
    expect(codesIn(partOf(page, 'top-level errors'))).toEqual([...ERROR_CODES])
  })

  test('the scripts are those of the package', async () => {
    const { scripts } = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8'))
    for (const command of codesIn(partOf(page, 'scripts'))) {
      expect(Object.keys(scripts)).toContain(command.replace(/^npm (run )?/, ''))
    }
  })

  test('the benchmarks are those there are', SLOW, async () => {
    const listed = codesIn(partOf(page, 'benchmarks')).map((command) => command.replace('npm run bench -- ', ''))
    const { stdout } = await run(['bench/main.ts', '--help'])
    expect(commandsIn(stdout)).toEqual(listed)
  })

  test('links lead somewhere', async () => {
    const links = [...page.text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '')
    for (const link of links.filter((link) => !link.startsWith('http'))) {
      const [file = '', heading] = link.split('#')
      const text = file === '' ? page.text : await readFile(`${ROOT}${file}`, 'utf8')
      if (heading !== undefined) expect(headingsOf(text)).toContain(heading)
    }
  })

  test('the paths answer as the table says, before anyone has a key', SLOW, async () => {
    await using visitor = await Reader.of('README.md')
    const hub = await visitor.startHub('start')
    for (const [path, credential] of pathsOf(page)) {
      const response = await fetch(visitor.url + path)
      const wanted = credential === 'yes' ? [200, 400] : [200]
      expect(wanted, `${path}: ${response.status}`).toContain(response.status)
    }
    await hub.interrupt()
  })
})

test('npm run demo fills a hub, makes it alive, says what to paste, and leaves nothing behind', SLOW, async () => {
  const { code, stdout, stderr } = await HubProcess.run(
    ['demo', '--for', '8', '--rate', '20', '--port', String(await freePort())],
    { TMPDIR: tmpdir() },
  )

  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(stdout).toContain('A query to paste into GraphiQL:')
  expect(stdout).toContain('availabilityChanged(')
  expect(stdout).toMatch(/events: [1-9]\d* accepted/)
  expect(stdout).toContain('nothing is left behind')
})

async function writeTrade(folder: string, page: Page): Promise<void> {
  await mkdir(folder, { recursive: true })
  const lines: Record<string, string[]> = {
    'transactions.csv.gz': [
      '1,A,6,2010-12-01T08:26:00,2.55,17850,United Kingdom,false',
      '1,B,2,2010-12-01T08:26:00,1.00,17850,United Kingdom,false',
      '1,POST,1,2010-12-01T08:26:00,18.00,17850,United Kingdom,false',
      'C2,A,-1,2010-12-02T10:00:00,2.55,17850,United Kingdom,true',
      '3,B,-2,2010-12-03T10:00:00,0,,United Kingdom,false',
    ],
    'skus.csv.gz': ['A,product,HEART', 'B,product,LANTERN', 'POST,postage,POSTAGE'],
    'adjustments.csv.gz': ['5,B,-2,damaged'],
  }
  const header = new Map(
    partOf(page, 'import files')
      .split('\n')
      .slice(2)
      .map((row): [string, string] => {
        const [file = '', columns = ''] = [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
        return [file, columns]
      }),
  )
  const zip = promisify(gzip)
  for (const [file, rows] of Object.entries(lines)) {
    await writeFile(join(folder, file), await zip([header.get(file), ...rows, ''].join('\n')))
  }
}

/** The commands that a help text lists. */
function commandsIn(help: string): string[] {
  const [, list = ''] = help.split('Commands:\n')
  return [...(list.split('\n\n')[0] ?? '').matchAll(/^ {2}(\w[\w-]*)/gm)].map((match) => match[1] ?? '')
}

/** Values of all enums of which mutations' user errors are. Events have codes of their own. */
function mutationErrorCodes(sdl: string): string[] {
  const codes = new Set<string>()
  visit(parse(sdl), {
    EnumTypeDefinition(node) {
      if (!node.name.value.endsWith('ErrorCode') || node.name.value === 'EventErrorCode') return
      for (const value of node.values ?? []) codes.add(value.name.value)
    },
  })
  return [...codes]
}

/** As GitHub makes anchors of headings. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  )
}

/** Paths that are fetched by GET, and whether a credential is needed. */
function pathsOf(page: Page): [path: string, credential: string][] {
  return partOf(page, 'paths')
    .split('\n')
    .slice(2)
    .flatMap((row) => {
      const credential = row.split('|').at(-2)?.trim() ?? ''
      return [...(firstCells(`||\n||\n${row}`)[0] ?? '').matchAll(/GET (\/[\w/.]*)/g)].map(
        (match): [string, string] => [match[1] ?? '', credential],
      )
    })
}

async function run(args: readonly string[]) {
  const { spawnSync } = await import('node:child_process')
  return spawnSync(process.execPath, [...args], { cwd: ROOT, encoding: 'utf8' })
}
