import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildSchema, type GraphQLSchema, isEnumType } from 'graphql'
import { Client } from 'pg'
import { describe, expect, inject, test } from 'vitest'
import { accessByField } from '../../schema/access.ts'
import { EVENT_TYPES, isEventType, readEventSchemaText } from '../../schema/events/index.ts'
import { readSupergraph } from '../../schema/index.ts'
import { emptyDatabase } from '../support/database.ts'
import { freePort } from '../support/ports.ts'
import { partOf, ROOT, readPage } from './page.ts'
import { Reader } from './reader.ts'
import { isShown } from './shown.ts'
import { accessTable, codesIn } from './tables.ts'

const SLOW = { timeout: 240_000 }

test('docs/events.md can be followed from its top', SLOW, async () => {
  await using reader = await Reader.of('docs/events.md')
  const hub = await reader.startHub('start')
  await reader.graph('setup')
  await reader.shell('batch')
  for (const name of ['unexpected', 'reporters', 'authority', 'count', 'early']) await reader.save(`${name}.ndjson`)

  const { stdout } = await reader.shell('unexpected')
  expect(JSON.parse(stdout)).toMatchObject({ results: [{ status: 'ACCEPTED' }, { status: 'ACCEPTED' }] })
  await reader.graph('oversell')
  await reader.shell('reporters')
  await reader.graph('authority')
  await reader.shell('told')
  await reader.graph('facts')
  await reader.shell('count')
  await reader.graph('counted')
  await reader.shell('early')

  const letters: { id: string; code: string; event: object }[] = Object(
    (await reader.graph('letters')).deadLetters,
  ).nodes
  const unknown = letters.find(({ code }) => code === 'UNKNOWN_SKU')
  const invalid = letters.find(({ code }) => code === 'INVALID_INPUT')
  const { data } = Object(invalid?.event)
  await reader.graph('teapot')
  await reader.graph('dry')
  await reader.graph('replay', {
    unknown: unknown?.id,
    invalid: invalid?.id,
    mended: { ...invalid?.event, data: { ...data, quantity: 1 } },
  })
  await reader.shell('failed')
  for (const name of ['saucer', 'preview', 'real']) await reader.graph(name)
  await hub.interrupt()

  expect(reader.untried).toEqual([])
  expect(reader.page.nameless).toEqual([])
})

test('docs/mappings.md can be followed from its top', SLOW, async () => {
  await using reader = await Reader.of('docs/mappings.md')
  await using database = await emptyDatabase()
  reader.setEnv({ DATABASE_URL: database.url })
  const hub = await reader.startHub('start')
  await reader.graph('setup')
  for (const name of ['check', 'put', 'basket', 'broken']) await reader.shell(name)
  await reader.save('till-basket-2.json')
  await reader.shell('mend')
  await reader.graph('replay')
  await hub.interrupt()

  expect(reader.untried).toEqual([])
  expect(reader.page.nameless).toEqual([])
})

test('docs/sourcing.md can be followed from its top', SLOW, async () => {
  await using reader = await Reader.of('docs/sourcing.md')
  const hub = await reader.startHub('start')
  for (const name of ['setup', 'fewest', 'supply', 'preorder', 'promisable', 'close', 'closed'])
    await reader.graph(name)
  await hub.interrupt()

  expect(reader.untried).toEqual([])
  expect(reader.page.nameless).toEqual([])
})

test('docs/webhooks.md can be followed from its top', SLOW, async () => {
  await using reader = await Reader.of('docs/webhooks.md')
  const port = String(await freePort())
  reader.replace({ '127.0.0.1:4500': `127.0.0.1:${port}`, 'listen(4500,': `listen(${port},` })
  const hub = await reader.startHub('start')
  await reader.graph('setup')
  await reader.save('receiver.mjs')
  const { webhook } = Object((await reader.graph('store')).upsertWebhook)
  reader.setEnv({ SECRET: webhook.newSecret })
  const receiver = await reader.background('receive')
  await receiver.printed(/listening/)
  await reader.graph('count')
  await receiver.printed(/MUG 10/)
  expect(isShown(reader.answerOf('receive'), receiver.output), receiver.output).toBe(true)

  const log: { nodes: { cursor: string }[] } = Object(
    Object((await reader.ask('{ webhookDeliveries(webhookId: "market") { nodes { cursor } } }')).data)
      .webhookDeliveries,
  )
  await reader.graph('look')
  await reader.graph('replay', { cursor: log.nodes[0]?.cursor })
  await reader.graph('rotate')
  await reader.graph('ping')
  await reader.graph('events')
  // The former secret signs still.
  const delivered =
    '{ webhookDeliveries(webhookId: "market", filter: { kinds: [PING], statuses: [DELIVERED] }) { nodes { id } } }'
  await expect
    .poll(async () => Object(Object((await reader.ask(delivered)).data).webhookDeliveries).nodes.length, {
      timeout: 20_000,
    })
    .toBe(1)
  await hub.interrupt()

  expect(reader.untried).toEqual([])
  expect(reader.page.nameless).toEqual([])
})

test('docs/marketplaces.md can be followed from its top', SLOW, async () => {
  await using reader = await Reader.of('docs/marketplaces.md')
  const port = String(await freePort())
  reader.replace({ '127.0.0.1:4600': `127.0.0.1:${port}`, 'listen(4600,': `listen(${port},` })
  await reader.save('marketplace.mjs')
  const market = await reader.background('market')
  await market.printed(/listening/)
  await reader.save('secrets.json')
  const hub = await reader.startHub('start')
  await reader.graph('setup')
  await reader.graph('known')
  await market.printed(/mug-blue 10/)
  await reader.shell('buy')
  await market.printed(/mug-blue 8/)
  expect(isShown(reader.answerOf('market'), market.output), market.output).toBe(true)
  await reader.graph('orders')
  // It has been told before its answer is here.
  const states = '{ marketplaceListings(marketplaceId: "bazaar") { nodes { state } } }'
  await expect
    .poll(async () => JSON.stringify((await reader.ask(states)).data), { timeout: 20_000 })
    .toContain('"CURRENT"')
  for (const name of ['listings', 'push', 'check', 'look']) await reader.graph(name)
  await hub.interrupt()

  expect(reader.untried).toEqual([])
  expect(reader.page.nameless).toEqual([])
})

test('docs/listening.md can be followed from its top', SLOW, async () => {
  await using reader = await Reader.of('docs/listening.md')
  const hub = await reader.startHub('start')
  await reader.graph('setup')
  // The page's reader is where it saves files; here that is not the repository.
  reader.replace({ 'follow.cursor': join(await reader.makeFolder('kept'), 'follow.cursor') })
  await reader.save('follow.mjs')
  await reader.save('order.mjs')
  const { reservation, cursor } = Object((await reader.graph('reserve')).reserve)
  const { id } = reservation
  reader.setEnv({ AFTER: cursor, ORDER: id })
  const follower = await reader.background('follow')
  const order = await reader.background('order')
  await order.printed(/HELD/)
  await reader.graph('confirm', { id })
  await order.printed(/CONFIRMED/)
  await reader.graph('fulfill', { id })
  await order.printed(/FULFILLED/)
  await follower.printed(/COMMITTED → UNPROMISED/)
  expect(isShown(reader.answerOf('order'), order.output), order.output).toBe(true)
  expect(isShown(reader.answerOf('follow'), follower.output), follower.output).toBe(true)
  await follower.interrupt()
  await reader.graph('shape')
  await hub.interrupt()

  expect(reader.untried).toEqual([])
  expect(reader.page.nameless).toEqual([])
})

test('docs/transports.md can be followed from its top', SLOW, async () => {
  await using reader = await Reader.of('docs/transports.md')
  const hub = await reader.startHub('start')
  await reader.graph('setup')
  const stream = await reader.background('stream')
  await stream.printed(/"quantity":0/)
  expect(isShown(reader.answerOf('stream'), stream.output), stream.output).toBe(true)
  await stream.interrupt()
  await hub.interrupt()

  expect(reader.untried).toEqual([])
  expect(reader.page.nameless).toEqual([])
})

test('docs/client.md can be followed from its top', SLOW, async () => {
  await using reader = await Reader.of('docs/client.md')
  await reader.shell('build')
  const hub = await reader.startHub('start')
  await reader.graph('setup')
  await reader.save('watch.mjs')
  const watcher = await reader.background('watch')
  await watcher.printed(/Mug, blue: 0/)
  await reader.graph('count')
  await watcher.printed(/BOWL 3/)
  const lines = (text: string) => text.trim().split('\n').sort()
  expect(lines(watcher.output)).toEqual(lines(reader.answerOf('watch')))
  await watcher.interrupt()
  await hub.interrupt()

  expect(reader.untried).toEqual([])
  expect(reader.page.nameless).toEqual([])
})

test('docs/access.md can be followed from its top', SLOW, async () => {
  await using reader = await Reader.of('docs/access.md')
  await reader.save('token.mjs')
  // The page tells of keys before it starts a hub for tokens; here one hub serves both, and PostgreSQL lets keys be made while it runs.
  await using database = await emptyDatabase()
  reader.setEnv({ DATABASE_URL: database.url })
  await reader.shell('token')
  const hub = await reader.startHub('start')
  await reader.shell('ask')
  await reader.shell('create')
  await reader.shell('use')
  await reader.shell('forbidden')
  await reader.shell('revoke')
  await expect
    .poll(async () => (await reader.ask('{ viewer { kind } }', {}, reader.variable('KEY'))).errors, { timeout: 10_000 })
    .toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  await hub.interrupt()

  expect(reader.untried).toEqual([])
  expect(reader.page.nameless).toEqual([])
})

test('docs/operating.md can be followed from its top: the hub in eight processes', SLOW, async () => {
  await using reader = await Reader.of('docs/operating.md')
  await using database = await emptyDatabase()
  const ports = await Promise.all(
    ['4001', '4002', '4003', '4004', '4005'].map(async (port) => [port, await freePort()]),
  )
  reader.replace({
    'postgres://onhand:secret@localhost:5432/onhand': database.url,
    'redis://localhost:6379': inject('servers').redisUrl,
    ...Object.fromEntries(ports),
  })
  reader.setEnv({ DATABASE_POOL_SIZE: '4' })
  await reader.shell('migrate')
  const parts = await reader.startHub('parts')
  await reader.shell('ready')
  await reader.graph('daily')
  await reader.graph('figures')
  await reader.shell('audit')

  const response = await fetch(`${reader.url}/metrics`)
  const names = [...(await response.text()).matchAll(/^# TYPE (onhand_\w+)/gm)].map((match) => match[1] ?? '')
  expect(codesIn(partOf(reader.page, 'metrics')).sort()).toEqual(names.sort())

  await parts.interrupt()
  const client = new Client({ connectionString: database.url })
  await client.connect()
  expect((await client.query(reader.text('epoch'))).rowCount).toBe(1)
  await client.end()
  expect(reader.untried).toEqual([])
  expect(reader.page.nameless).toEqual([])
})

describe('what docs/ says', () => {
  const schema = buildSchema(readSupergraph(), { assumeValidSDL: true })

  test('of access is what the schema says', () => {
    expect(partOf(readPage('docs/access.md'), 'fields')).toBe(accessTable(accessByField(readSupergraph())))
  })

  test('of events is what the schemas say', () => {
    const page = readPage('docs/events.md')
    const types = partOf(page, 'types')
    expect(codesIn(types)).toEqual([...EVENT_TYPES])
    expect(codesIn(partOf(page, 'statuses')).filter((code) => /^[A-Z]/.test(code))).toEqual(
      valuesOf(schema, 'EventStatus'),
    )
    expect(codesIn(partOf(page, 'codes'))).toEqual(valuesOf(schema, 'EventErrorCode'))
    expect(codesIn(partOf(page, 'fact-states'))).toEqual(valuesOf(schema, 'FactState'))

    for (const row of types.split('\n').slice(2)) {
      const [, type = '', data = ''] = row.split('|')
      const name = type.replaceAll(/[` ]/g, '')
      if (!isEventType(name)) throw new Error(`${name} is no event type.`)
      const { properties } = JSON.parse(readEventSchemaText(name)).properties.data
      const listed = [...data.matchAll(/`(\w+)`/g)].map((match) => match[1])
      expect(listed.sort(), name).toEqual(Object.keys(properties).sort())
    }
  })

  test('of the client is what its types say', async () => {
    const page = readPage('docs/client.md')
    const source = async (file: string) => readFile(`${ROOT}client/${file}.ts`, 'utf8')
    const quoted = (text = '') => [...text.matchAll(/'([\w -]+)'/g)].map(([, word]) => word).sort()
    const union = async (file: string, name: string) =>
      quoted(new RegExp(`export type ${name} =([^;]*?)\n\n`).exec(`${await source(file)}\n\n`)?.[1])
    const reasons = [...(await union('ending', 'LossReason')), ...(await union('status', 'StaleReason'))].sort()
    expect(reasons.length).toBeGreaterThan(5)
    expect(firstsOf(partOf(page, 'reasons'))).toEqual(reasons)
    expect(firstsOf(partOf(page, 'snapshots'))).toEqual(await union('picture', 'SnapshotReason'))
    const states = [...(await source('status')).matchAll(/state: '(\w+)'/g)].map(([, state]) => state)
    expect(firstsOf(partOf(page, 'states'))).toEqual(states.sort())
  })

  test('leads somewhere with every link', async () => {
    const pages = (await readdir(`${ROOT}docs`)).filter((file) => file.endsWith('.md'))
    for (const file of pages) {
      const { text } = readPage(`docs/${file}`)
      for (const [, link = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
        if (link.startsWith('http')) continue
        const [path = '', heading] = link.split('#')
        const target = path === '' ? text : await readFile(`${ROOT}docs/${path}`, 'utf8')
        if (heading !== undefined) expect(headingsOf(target)).toContain(heading)
      }
    }
  })
})

/** What stands in the first column of a table, sorted. */
function firstsOf(table: string): string[] {
  return [...table.matchAll(/^\| `([^`]+)` \|/gm)]
    .map(([, first = '']) => first)
    .filter((first) => first !== 'reason' && first !== 'state')
    .sort()
}

function valuesOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name)
  if (!isEnumType(type)) throw new Error(`${name} is no enum of the schema.`)
  return type.getValues().map((value) => value.name)
}

test('docs/erp.md can be followed from its top', SLOW, async () => {
  await using reader = await Reader.of('docs/erp.md')
  const hub = await reader.startHub('start')
  for (const name of ['known', 'shadow', 'systems', 'reconcile', 'divergences', 'report', 'early']) {
    await reader.graph(name)
  }
  await hub.interrupt()

  expect(reader.untried).toEqual([])
  expect(reader.page.nameless).toEqual([])
})

/** By the names that links have for them: small letters, without punctuation, with a hyphen for each space. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => {
    return heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
  })
}
