import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Piece, UnreadableBody } from '../../core/ingest/pieces.ts'
import { splitArray } from '../../core/ingest/split-array.ts'
import { splitLines } from '../../core/ingest/split-lines.ts'

const LIMIT = 1000

/** The bytes in chunks that end anywhere, also within a character. */
async function* chunked(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0
  for (let step = 0; from < bytes.length; step++) {
    const size = sizes[step % sizes.length] ?? bytes.length
    yield bytes.subarray(from, from + size)
    from += size
  }
}

const one = (text: string | Buffer) => chunked(Buffer.from(text), [])
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })

async function all(pieces: AsyncIterable<readonly Piece[]>): Promise<Piece[]> {
  return (await Array.fromAsync(pieces)).flat()
}

describe('lines', () => {
  test('are the same however the body arrives', async () => {
    const line = fc.json({ maxDepth: 2 }).filter((text) => text.length < LIMIT / 4 && !text.includes('\n'))
    await fc.assert(
      fc.asyncProperty(fc.array(line), sizes, fc.boolean(), async (lines, sizes, lastNewline) => {
        const body = lines.join('\n') + (lastNewline ? '\n' : '')
        const pieces = await all(splitLines(chunked(Buffer.from(body), sizes), LIMIT))
        expect(pieces.map(({ text }) => text)).toEqual(lines)
      }),
    )
  })

  test('that are blank are skipped, and a carriage return does no harm', async () => {
    const pieces = await all(splitLines(one('{"a":1}\r\n\r\n   \n{"b":2}\r\n'), LIMIT))
    expect(pieces.map(({ text }) => JSON.parse(text))).toEqual([{ a: 1 }, { b: 2 }])
  })

  test('that are too long are told with their beginning, and their neighbours are read as ever', async () => {
    const long = 'x'.repeat(5 * LIMIT)
    const pieces = await all(splitLines(chunked(Buffer.from(`1\n${long}\n2\n${long}`), [333]), LIMIT))
    expect(pieces.map(({ problem }) => problem)).toEqual([
      undefined,
      expect.stringContaining('5000'),
      undefined,
      expect.any(String),
    ])
    expect(pieces.map(({ bytes }) => bytes)).toEqual([1, 5000, 1, 5000])
    expect(pieces[1]?.text.length).toBeLessThanOrEqual(LIMIT + 1)
  })

  test('exactly as long as the limit are read', async () => {
    const [piece] = await all(splitLines(one('x'.repeat(LIMIT)), LIMIT))
    expect(piece).toEqual({ text: 'x'.repeat(LIMIT), bytes: LIMIT })
  })

  test('that are not UTF-8 are told as such', async () => {
    const [bad, good] = await all(splitLines(one(Buffer.from([0x22, 0xc3, 0x28, 0x22, 0x0a, 0x31])), LIMIT))
    expect(bad?.problem).toContain('UTF-8')
    expect(good).toEqual({ text: '1', bytes: 1 })
  })
})

describe('elements of an array', () => {
  test('are the same however the body arrives', async () => {
    const value = fc.jsonValue({ maxDepth: 3 }).filter((value) => JSON.stringify(value).length < LIMIT / 4)
    await fc.assert(
      fc.asyncProperty(fc.array(value), sizes, fc.constantFrom(undefined, 2), async (values, sizes, indent) => {
        const body = `\n ${JSON.stringify(values, null, indent)} \n`
        const pieces = await all(splitArray(chunked(Buffer.from(body), sizes), 4 * LIMIT))
        expect(pieces.map(({ text }) => JSON.parse(text))).toEqual(JSON.parse(body))
      }),
    )
  })

  test('that are too long are told with their beginning, and their neighbours are read as ever', async () => {
    const body = `[1,"${'[,'.repeat(LIMIT)}",{"two":[2,{}]}]`
    const pieces = await all(splitArray(chunked(Buffer.from(body), [77]), LIMIT))
    expect(pieces.map(({ problem }) => problem !== undefined)).toEqual([false, true, false])
    expect(pieces[2]?.text).toBe('{"two":[2,{}]}')
  })

  test('that are not JSON do not hide their neighbours', async () => {
    const pieces = await all(splitArray(one('[1, {"a": }, 3]'), LIMIT))
    expect(pieces.map(({ text }) => text.trim())).toEqual(['1', '{"a": }', '3'])
  })

  test.each(['', '  ', '{}', '1', '[', '[1', '[1,', '[,1]', '[1,]', '[1,,2]', '[1]]', '[1] 2', '}', '[}', '["open]'])(
    'are not read from %j, which is no array',
    async (body) => {
      await expect(all(splitArray(one(body), LIMIT))).rejects.toThrow(UnreadableBody)
    },
  )
})
