import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { compileValidator } from '../../core/ingest/validate.ts'
import { Evaluator } from '../../core/mappings/evaluator.ts'
import { payloadMapper } from '../../core/mappings/map-payload.ts'
import { readMapping } from '../../core/mappings/read-mapping.ts'
import { HubProcess } from '../hub/hub-process.ts'
import { openTestLedger } from '../support/ledger.ts'
import { worked } from './mapped-server.ts'

const BASKET = fileURLToPath(new URL('../../docs/mappings/till-basket.json', import.meta.url))

describe('a file', () => {
  test.each([
    ['is no JSON', '{', /^INVALID_MAPPING: It is not JSON/],
    ['has no examples', { examples: [] }, /^INVALID_MAPPING: \/examples must NOT have fewer than 1 items/],
    ['has a word too many', { expresion: '1' }, /^INVALID_MAPPING: .*\("expresion"\)/],
    ['has a name that is no part of a path', { name: 'a/b' }, /^INVALID_MAPPING: \/name must match pattern/],
    ['names a signature that there is not', { signature: { scheme: 'md5' } }, /^INVALID_MAPPING: \/signature/],
  ])('that %s is refused', async (_what, more, says) => {
    const text =
      typeof more === 'string' ? more : JSON.stringify({ ...JSON.parse(await readFile(BASKET, 'utf8')), ...more })
    expect(() => readMapping(text)).toThrow(says)
  })
})

// Goal: what a sender does not send any more is noticed. Method: every member of every example left out, one after the other; what comes is the same events by name, or none and a reason.
test.each(['shop-order', 'wms-receipt', 'till-basket'])(
  '%s takes no payload for no news that lacks something',
  {
    timeout: 60_000,
  },
  async (name) => {
    const mapping = await worked(name)
    const mapPayload = payloadMapper(new Evaluator(), compileValidator())
    const namesOf = (events: readonly unknown[]) => events.map((event) => Object(event).source + Object(event).id)
    const overlooked: string[] = []
    let refused = 0
    for (const { payload, events } of mapping.examples) {
      for (const { without, lacking } of withoutEach(payload)) {
        const mapped = await mapPayload(mapping, without)
        if (mapped.status === 'unmapped') refused++
        else if (!isDeepStrictEqual(namesOf(mapped.events), namesOf(events))) overlooked.push(lacking)
      }
    }
    expect(overlooked).toEqual([])
    expect(refused).toBeGreaterThan(0)
  },
)

/** The value with one member left out, each of them once, however deep. */
function withoutEach(value: unknown, path = ''): { readonly without: unknown; readonly lacking: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const within = `${path}/${name}`
    const put = (other: unknown) =>
      Array.isArray(value) ? value.with(Number(name), other) : { ...value, [name]: other }
    const deeper = withoutEach(member, within).map(({ without, lacking }) => ({ without: put(without), lacking }))
    return Array.isArray(value) ? deeper : [{ without: put(undefined), lacking: within }, ...deeper]
  })
}

test('the command line checks files, shows what differs, and puts in place what holds', {
  timeout: 240_000,
}, async () => {
  await using shop = await openTestLedger('postgres')
  const env = { DATABASE_URL: shop.db.url ?? '' }
  const folder = await mkdtemp(join(tmpdir(), 'onhand-mappings-'))
  const text = await readFile(BASKET, 'utf8')
  const write = async (name: string, change: (text: string) => string) => {
    await writeFile(join(folder, name), change(text))
    return join(folder, name)
  }
  const other = await write('other.json', (same) => same.replace('"quantity": 2,', '"quantity": 3,'))
  const broken = await write('broken.json', (same) => same.replace('$basket := $;', '$basket := ;'))

  const checked = await HubProcess.run(['mappings', 'check', other, broken, BASKET])
  expect(checked.code).toBe(1)
  expect(checked.stderr).toContain('EXAMPLE_FAILED: till-basket 1, example 1')
  expect(checked.stderr).toMatch(/\n\+ {7}"quantity": 2,\n- {7}"quantity": 3,\n/)
  expect(checked.stderr).toMatch(/INVALID_EXPRESSION: line 2, column 14/)
  expect(checked.stdout).toBe(`${BASKET}: till-basket 1 holds for all its examples.\n`)

  expect(await HubProcess.run(['mappings', 'put', other], env)).toMatchObject({ code: 1 })
  expect((await HubProcess.run(['mappings', 'list'], env)).stdout).toBe('There are no mappings.\n')
  const put = await HubProcess.run(['mappings', 'put', BASKET], env)
  expect(put).toMatchObject({ code: 0, stdout: expect.stringContaining('till-basket 1 is in place.') })
  const changed = await write('changed.json', (same) => same.replace('two articles sold', 'Two articles sold'))
  const taken = await HubProcess.run(['mappings', 'put', changed], env)
  expect(taken).toMatchObject({ code: 1, stderr: expect.stringContaining('VERSION_TAKEN: ') })
  expect((await HubProcess.run(['mappings', 'list'], env)).stdout).toMatch(
    /^till-basket 1 {2}\/tills {2}by key {2}put /,
  )

  // By another name a basket that is sent again would be booked twice.
  const newer = (same: string) => same.replace('"version": 1', '"version": 2')
  const renamed = await write('renamed.json', (same) =>
    newer(same)
      .replaceAll("'/tills/' & store & '/' & register", "'/tills'")
      .replaceAll('"source": "/tills/BER/3"', '"source": "/tills"'),
  )
  const refused = await HubProcess.run(['mappings', 'put', renamed], env)
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/NAMES_CHANGED: .* \/tills\/BER\/3 BER-3-10492\/1/),
  })
  expect(await HubProcess.run(['mappings', 'put', '--renames', renamed], env)).toMatchObject({ code: 0 })
  expect(await HubProcess.run(['mappings', 'put', renamed], env)).toMatchObject({ code: 0 })

  expect(await HubProcess.run(['mappings', 'retire', 'till-basket', '1'], env)).toMatchObject({ code: 0 })
  const retired = await HubProcess.run(['mappings', 'put', BASKET], env)
  expect(retired).toMatchObject({ code: 1, stderr: expect.stringContaining('VERSION_RETIRED: ') })
  expect(await HubProcess.run(['mappings', 'retire', 'till-basket', '1'], env)).toMatchObject({ code: 1 })
  await rm(folder, { recursive: true, force: true })
})
