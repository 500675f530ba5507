import { expect, test } from 'vitest'
import { cursorCodec } from '../../core/feed/cursor.ts'
import { Point } from '../../gateway/subscriptions/point.ts'
import { Sweep, type Swept } from '../../gateway/subscriptions/sweep.ts'
import { Turns } from '../../gateway/subscriptions/turns.ts'

const cursors = cursorCodec('a secret that only this test knows')
const pointOf = (order: number) => new Point(order, { epoch: 'e', numbers: new Map([[0, order]]) }, cursors)
const PAGES = [['A', 'B'], ['C'], ['D', 'E']]

async function* pages(): AsyncGenerator<readonly string[]> {
  yield* PAGES
}

test('policies that change all the time keep no SKU waiting for ever', async () => {
  const sweep = new Sweep(pages)
  const drawn: string[] = []
  for (let order = 0; order < 9; order++) {
    sweep.ask(pointOf(order))
    expect(await sweep.draw(({ skus }) => drawn.push(...skus))).toBe(true)
  }
  expect(drawn.join('')).toBe('ABCDEABCDEABCDE')
})

test('whoever asks in the middle is told everything, and a cursor stays before the oldest change of which something is left', async () => {
  const sweep = new Sweep(pages)
  const rounds: Swept[] = []
  const draw = () => sweep.draw((swept) => rounds.push(swept))
  const [first, second] = [pointOf(1), pointOf(2)]
  sweep.ask(first)
  await draw()
  sweep.ask(second)
  expect(sweep.floor).toBe(first)
  await draw()
  await draw()
  expect(rounds.map(({ isLast }) => isLast)).toEqual([false, false, true])
  expect(sweep.floor).toBe(second)
  for (let page = 0; page < 3; page++) await draw()
  expect(rounds.slice(3).flatMap(({ skus }) => skus)).toEqual(PAGES.flat())
  expect(sweep.floor).toBeUndefined()
  expect(await draw()).toBe(false)
})

test('a round that cannot go on begins again, with all that it was for', async () => {
  let failing = true
  const sweep = new Sweep(async function* () {
    yield ['A']
    yield ['B']
    if (failing) throw new Error('The list cannot be read.')
    yield ['C']
  })
  const drawn: string[] = []
  const since = pointOf(1)
  sweep.ask(since)
  const draw = () => sweep.draw(({ skus }) => drawn.push(...skus))
  await draw()
  await expect(draw()).rejects.toThrow('cannot be read')
  expect(sweep.floor).toBe(since)
  failing = false
  drawn.length = 0
  while (await draw()) {}
  expect(drawn).toEqual(['A', 'B', 'C'])
})

test('turns are taken in the order in which they were asked for, and no more at once than there are', async () => {
  const turns = new Turns(2)
  const log: string[] = []
  const work = async (name: string) => {
    for (let page = 0; page < 3; page++) {
      await turns.take()
      log.push(name)
      await new Promise(setImmediate)
      turns.pass()
    }
  }
  await Promise.all(['a', 'b', 'c', 'd'].map(work))
  // Nobody has a third turn before everybody had the first.
  expect([...log.slice(0, 4)].sort().join('')).toBe('abcd')
  expect([...log.slice(4, 8)].sort().join('')).toBe('abcd')
})
