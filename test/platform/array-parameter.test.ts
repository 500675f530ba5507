import { describe, expect, test } from 'vitest'
import { bigints, hexBytes, jsons, smallints, texts, timestamps } from '../../core/database/array-parameter.ts'
import { run } from '../../core/database/statement.ts'
import { DATABASE_KINDS, freshDatabase } from '../support/database.ts'

const same = <T>(value: T): T => value

// Goal: whatever goes in comes out again, in both formats in which the columns travel. Method: values at the ends of each range, and what needs escaping.
describe.each(DATABASE_KINDS)('columns as one parameter on %s', (kind) => {
  const cases = [
    {
      type: 'smallint',
      values: [0, 1, -1, 63, 255, 256, -256, 32_767, -32_768, null],
      of: (values: (number | null)[]) => smallints(values, same),
    },
    {
      type: 'bigint',
      values: [
        0,
        1,
        -1,
        2 ** 31,
        -(2 ** 31),
        2 ** 32,
        -(2 ** 32),
        2 ** 32 - 1,
        Number.MAX_SAFE_INTEGER,
        Number.MIN_SAFE_INTEGER,
        null,
      ],
      of: (values: (number | null)[]) => bigints(values, same),
    },
    {
      type: 'text',
      values: [
        '',
        'NULL',
        'null',
        '"',
        '\\',
        '\\"',
        "it's",
        '{a,b}',
        ' space ',
        'ä',
        '€',
        '🛒',
        'x'.repeat(100_000),
        null,
      ],
      of: (values: (string | null)[]) => texts(values, same),
    },
    {
      type: 'timestamptz',
      values: [
        '1970-01-01T00:00:00.000Z',
        '2000-01-01T00:00:00.000Z',
        '1999-12-31T23:59:59.999Z',
        '2026-11-23T10:11:12.345Z',
        '0001-01-01T00:00:00.000Z',
        '9999-12-31T23:59:59.999Z',
      ].map((time) => new Date(time)),
      of: (values: (Date | null)[]) => timestamps(values, same),
    },
  ] as const
  test.each(cases)('$type', async ({ type, values, of }) => {
    await using database = await freshDatabase(kind)
    // Each case has values of its own type.
    const column = (of as (values: readonly unknown[]) => unknown)(values)
    const rows = await run<{ value: unknown }>(
      database.kysely,
      `select value from unnest($1::${type}[]) with ordinality as w (value, place) order by place`,
      [column],
    )
    expect(rows.map(({ value }) => value)).toEqual(values)
  })

  test('bytes and JSON', async () => {
    await using database = await freshDatabase(kind)
    const rows = await run<{ bytes: string; json: string }>(
      database.kysely,
      `select encode(bytes, 'hex') as bytes, json::text as json from unnest($1::bytea[], $2::json[]) as w (bytes, json)`,
      [hexBytes(['', '00ff10', null], same), jsons(['{"a":"\\"\\\\"}', 'null', null], same)],
    )
    expect(rows).toEqual([
      { bytes: '', json: '{"a":"\\"\\\\"}' },
      { bytes: '00ff10', json: 'null' },
      { bytes: null, json: null },
    ])
  })

  test('columns without rows', async () => {
    await using database = await freshDatabase(kind)
    const rows = await run(database.kysely, 'select * from unnest($1::text[], $2::bigint[]) as w (a, b)', [
      texts([], same),
      bigints([], same),
    ])
    expect(rows).toEqual([])
  })
})
