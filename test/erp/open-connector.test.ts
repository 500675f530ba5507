import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { buildSchema, isEnumType } from 'graphql'
import { expect, test } from 'vitest'
import { ERP_LOCATION_KINDS } from '../../erp/connector.ts'
import { ROW_FIELDS, ROW_KINDS } from '../../erp/files/settings.ts'
import { openConnector } from '../../erp/open-connector.ts'
import { readSupergraph } from '../../schema/index.ts'

/** The settings that a part of the page shows. */
async function shown(heading: string): Promise<Record<string, unknown>> {
  const page = await readFile(fileURLToPath(new URL('../../docs/connectors.md', import.meta.url)), 'utf8')
  const part = page.split(`\n## ${heading}\n`)[1] ?? ''
  return JSON.parse(/```json\n([\s\S]*?)```/.exec(part)?.[1] ?? '')
}

const SECRETS = { main: { user: 'hub', password: 'do not tell' } }

test('the settings that the page shows are those that connectors take', async () => {
  const tryton = openConnector({ id: 'main', kind: 'tryton', settings: await shown('Tryton') }, SECRETS)
  expect(tryton.kind).toBe('tryton')
  await tryton.close()
  const files = openConnector({ id: 'old', kind: 'files', settings: await shown('Files') }, SECRETS)
  expect(files).toMatchObject({ kind: 'files', can: { pull: true, snapshot: true, post: [] } })
  await files.close()
  const secret = `whsec_${Buffer.from('what the hub signs with, and nobody else').toString('base64')}`
  const http = openConnector({ id: 'main', kind: 'http', settings: await shown('HTTP') }, { main: { secret } })
  expect(http).toMatchObject({ kind: 'http', can: { pull: true, snapshot: true, find: true, postBatch: 100 } })
  await http.close()
})

test('the fields of rows of files are those that the page lists', async () => {
  const page = await readFile(fileURLToPath(new URL('../../docs/connectors.md', import.meta.url)), 'utf8')
  const table = /<!-- begin: rows -->\n([\s\S]*?)<!-- end: rows -->/.exec(page)?.[1] ?? ''
  const listed = table
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) =>
      line
        .split('|')
        .slice(1, 3)
        .map((cell) => cell.trim()),
    )
  const code = (fields: readonly string[]) => fields.map((field) => `\`${field}\``).join(' ')
  expect(listed).toEqual(
    ROW_KINDS.map((kind) => [code([kind]), [ROW_FIELDS[kind].needs, ROW_FIELDS[kind].may].map(code).join(', ')]),
  )
})

test.each([
  [
    'a kind that there is not',
    { kind: 'sapphire', settings: {} },
    /no connector "sapphire" .* there are: files, http, tryton/,
  ],
  ['no URL', { settings: { locations: [] } }, /ERP "main": Settings of a Tryton: must have required property 'url'/],
  [
    'a misspelt name',
    { settings: { url: 'http://erp/db/', locations: [{ code: 'A', location: 'B' }] } },
    /\/locations\/0/,
  ],
  [
    'a time zone that is none',
    { settings: { url: 'http://erp/db/', locations: [{ code: 'A', locationId: 'B' }], timeZone: 'Mars' } },
    /"Mars"/,
  ],
])('%s is told', (_what, { kind = 'tryton', settings }: { kind?: string; settings: object }, said) => {
  expect(() => openConnector({ id: 'main', kind, settings: { ...settings } }, SECRETS)).toThrow(said)
})

test('secrets that are missing are told, and those that are there are not', () => {
  const settings = { url: 'http://erp/db/', locations: [{ code: 'A', locationId: 'B' }] }
  const system = { id: 'main', kind: 'tryton', settings }
  expect(() => openConnector(system, { other: SECRETS.main })).toThrow(/Secrets of a Tryton/)
  expect(() => openConnector(system, { main: { user: 7, password: 'do not tell' } })).toThrow(/^(?!.*do not tell)/)
})

test('kinds of locations are those of the graph', () => {
  const type = buildSchema(readSupergraph()).getType('LocationKind')
  if (!isEnumType(type)) throw new Error('LocationKind is an enum')
  expect(type.getValues().map(({ name }) => name)).toEqual(ERP_LOCATION_KINDS)
})
