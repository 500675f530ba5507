import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  availableToFulfil,
  availableToPromise,
  isDueBy,
  offeredBy,
  type Promisable,
  type PromisedUnits,
  type PromiseQuestion,
  setAside,
  uncoveredPromises,
  type WaitingUnits,
} from '../../core/availability/arithmetic.ts'
import type { ExpectedSupply, Fence } from '../../core/ledger/documents.ts'

const NOW = new Date('2026-01-01T00:00:00Z')
const day = (number: number) => new Date(NOW.getTime() + number * 86_400_000)

const CHANNELS = ['web', 'market', 'app'] as const
const channel = fc.constantFrom(...CHANNELS)
const dayAhead = fc.integer({ min: 1, max: 5 })
const supplies = fc.array(fc.record({ day: dayAhead, quantity: fc.integer({ min: 1, max: 9 }) }), { maxLength: 5 })
const fences = fc.array(
  fc.record({ channelId: channel, quantity: fc.integer({ min: 1, max: 8 }), until: fc.option(dayAhead) }),
  { maxLength: 3 },
)
const asked = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('promise' as const), channel, day: dayAhead, share: fc.nat(3) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('hold' as const), channel, share: fc.nat(3) }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('queue' as const), channel, quantity: fc.integer({ min: 1, max: 4 }) }),
    },
  ),
  { maxLength: 12 },
)

/** A location as simple as it can be: what is free, what is set aside, and who waits, the one who is filled next first. */
interface Shelf {
  free: number
  fences: { channelId: string; left: number; until: number | null }[]
  waiting: { channelId: string; day: number | null; quantity: number }[]
}

/** What others than the channel cannot touch: each fence takes what those before it leave. */
function availableFor(shelf: Shelf, channelId: string): number {
  let unclaimed = Math.max(0, shelf.free)
  let ofOthers = 0
  for (const fence of shelf.fences) {
    const there = Math.min(fence.left, unclaimed)
    unclaimed -= there
    if (fence.channelId !== channelId) ofOthers += there
  }
  return shelf.free - ofOthers
}

function take(shelf: Shelf, channelId: string, quantity: number): void {
  shelf.free -= quantity
  const own = shelf.fences.find((fence) => fence.channelId === channelId)
  if (own !== undefined) own.left -= Math.min(own.left, quantity)
}

function fill(shelf: Shelf): void {
  const order = (units: Shelf['waiting'][number]) => units.day ?? Number.POSITIVE_INFINITY
  shelf.waiting.sort((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)))
  for (const units of shelf.waiting) {
    const quantity = Math.max(0, Math.min(units.quantity, availableFor(shelf, units.channelId)))
    units.quantity -= quantity
    take(shelf, units.channelId, quantity)
  }
  shelf.waiting = shelf.waiting.filter(({ quantity }) => quantity > 0)
}

type Supply = readonly { readonly day: number; readonly quantity: number }[]

/** The shelf as the arithmetic sees it. */
function seen(shelf: Shelf, supply: Supply) {
  return {
    free: shelf.free,
    fences: shelf.fences.map(({ channelId, left, until }): Fence => {
      return { channelId, quantity: left, used: 0, until: until === null ? null : day(until) }
    }),
    supply: supply.map(({ day: due, quantity }, index): ExpectedSupply => {
      return { shipmentId: `${index}`, onOrder: quantity, inTransit: 0, dueAt: day(due), lateTold: false }
    }),
  }
}

function offeredAt(shelf: Shelf, supply: Supply, channelId: string, by: number) {
  const question = seen(shelf, supply)
  const atf = availableToFulfil({ sellable: shelf.free, held: 0, committed: 0 }, 0, question.fences, channelId)
  const waiting = shelf.waiting.map(({ day: until, ...units }): WaitingUnits => {
    return { ...units, by: until === null ? null : day(until) }
  })
  const { atp } = availableToPromise({ ...question, waiting, channelId, by: day(by), now: NOW })
  return { atf, offered: offeredBy(atf, atp) }
}

function uncoveredIn(shelf: Shelf, supply: Supply): number {
  const byDate = [...shelf.waiting].sort((a, b) => (a.day ?? 0) - (b.day ?? 0))
  const promised = byDate.flatMap(({ day: until, ...units }) => (until === null ? [] : [{ ...units, by: day(until) }]))
  return uncoveredPromises({ ...seen(shelf, supply), promised }).reduce((sum, quantity) => sum + quantity, 0)
}

// Goal: every promise for a date can be kept, whoever else was promised what, before or after, for an earlier date or a later one. Method: promise at random
// up to what is offered, then let everything come when it is due and fill who waits as the ledger does: at the end of its day nobody waits any more.
test('whatever was promised up to what was offered is there by its date', () => {
  fc.assert(
    fc.property(fc.nat(6), supplies, fences, asked, (there, supply, setAside, wanted) => {
      const unique = setAside.filter(
        (fence, index) => setAside.findIndex((f) => f.channelId === fence.channelId) === index,
      )
      const shelf: Shelf = {
        free: there,
        fences: unique.map(({ channelId, quantity, until }) => ({ channelId, left: quantity, until })),
        waiting: [],
      }
      for (const one of wanted) {
        if (one.kind === 'queue') {
          shelf.waiting.push({ channelId: one.channel, day: null, quantity: one.quantity })
          fill(shelf)
          continue
        }
        if (one.kind === 'hold') {
          const quantity = Math.ceil((Math.max(0, availableFor(shelf, one.channel)) * one.share) / 3)
          take(shelf, one.channel, quantity)
          continue
        }
        const { atf, offered } = offeredAt(shelf, supply, one.channel, one.day)
        expect(atf).toBe(availableFor(shelf, one.channel))
        const quantity = Math.ceil((offered * one.share) / 3)
        const held = Math.min(quantity, Math.max(0, atf))
        take(shelf, one.channel, held)
        shelf.waiting.push({ channelId: one.channel, day: one.day, quantity: quantity - held })
        expect(uncoveredIn(shelf, supply)).toBe(0)
      }
      for (let today = 1; today <= 5; today++) {
        shelf.fences = shelf.fences.filter(({ until }) => until === null || until > today)
        fill(shelf)
        for (const { day: due, quantity } of supply) if (due === today) shelf.free += quantity
        fill(shelf)
        expect(shelf.waiting.filter((units) => units.day !== null && units.day <= today)).toEqual([])
      }
    }),
    { numRuns: 5_000 },
  )
})

test('offers everything that can be promised without breaking a promise, and more for a later date', () => {
  fc.assert(
    fc.property(fc.nat(4), supplies, asked, (there, supply, wanted) => {
      const shelf: Shelf = { free: there, fences: [], waiting: [] }
      const cameBy = (today: number) => supply.reduce((sum, it) => (it.day <= today ? sum + it.quantity : sum), 0)
      const promisedBy = (today: number) =>
        shelf.waiting.reduce((sum, units) => (units.day !== null && units.day > today ? sum : sum + units.quantity), 0)
      for (const one of wanted) {
        if (one.kind === 'hold') continue
        if (one.kind === 'queue') {
          // Who waits for no date was there first: later promises take nothing from what he is to get.
          shelf.waiting.push({ channelId: one.channel, day: null, quantity: one.quantity })
          fill(shelf)
          continue
        }
        const offers = [1, 2, 3, 4, 5].map((by) => offeredAt(shelf, supply, one.channel, by).offered)
        expect(offers).toEqual([...offers].sort((a, b) => a - b))
        for (const [index, offered] of offers.entries()) {
          // One more, and on some day from then on more would have been promised than came.
          const left = [1, 2, 3, 4, 5]
            .filter((today) => today > index)
            .map((d) => shelf.free + cameBy(d) - promisedBy(d))
          expect(offered).toBe(Math.max(0, Math.min(...left)))
        }
        const offered = offers[one.day - 1] ?? 0
        const quantity = Math.ceil((offered * one.share) / 3)
        const held = Math.min(quantity, shelf.free)
        shelf.free -= held
        shelf.waiting.push({ channelId: one.channel, day: one.day, quantity: quantity - held })
      }
    }),
    { numRuns: 2_000 },
  )
})

/** What is said of `availableToPromise`, word for word: everything is looked at anew for every date. */
function plainlyAvailable(question: PromiseQuestion): Promisable {
  const { waiting, by } = question
  const later = waiting.flatMap((units) => (units.by !== null && units.by > by ? [units.by] : []))
  const dates = [by, ...later].sort((a, b) => a.getTime() - b.getTime())
  const left = dates.map((date) => plainlyLeft(question, date))
  const least = Math.min(...left.map(({ atp }) => atp))
  return left.find(({ atp }) => atp === least) as Promisable
}

function plainlyLeft({ free, fences: all, waiting, supply, channelId, now }: PromiseQuestion, date: Date): Promisable {
  const until = waiting.filter((units) => units.by === null || units.by <= date)
  const due = supply.filter((entry) => isDueBy(entry, date, now))
  const supplyDue = due.reduce((sum, { onOrder, inTransit }) => sum + onOrder + inTransit, 0)
  const backordered = until.reduce((sum, { quantity }) => sum + quantity, 0)
  const lasting = all.flatMap((fence) => {
    if (fence.channelId === channelId && fence.until !== null && fence.until <= date) return []
    const taken = until.reduce((sum, units) => (units.channelId === fence.channelId ? sum + units.quantity : sum), 0)
    return [{ ...fence, used: fence.used + taken }]
  })
  const rest = free + supplyDue - backordered
  const fenced = setAside(rest, lasting, channelId)
  return { atp: rest - fenced, decidedBy: date, supplyDue, backordered, fenced }
}

/** The same of `uncoveredPromises`. */
function plainlyUncovered(
  { free, fences: all, supply }: Pick<PromiseQuestion, 'free' | 'fences' | 'supply'>,
  promised: readonly PromisedUnits[],
): number[] {
  return promised.map((units, index) => {
    const before = promised.slice(0, index)
    const due = supply.filter(({ dueAt, lateTold }) => !lateTold && dueAt !== null && dueAt <= units.by)
    const came = due.reduce((sum, { onOrder, inTransit }) => sum + onOrder + inTransit, 0)
    const rest = free + came - before.reduce((sum, { quantity }) => sum + quantity, 0)
    const lasting = all.flatMap((fence) => {
      if (fence.channelId === units.channelId && fence.until !== null && fence.until <= units.by) return []
      const own = before.filter(({ channelId }) => channelId === fence.channelId)
      return [{ ...fence, used: own.reduce((sum, { quantity }) => sum + quantity, fence.used) }]
    })
    return units.quantity - Math.max(0, Math.min(units.quantity, rest - setAside(rest, lasting, units.channelId)))
  })
}

const dateOrNone = fc.option(fc.integer({ min: -2, max: 9 }).map(day))
const questions: fc.Arbitrary<PromiseQuestion> = fc.record({
  free: fc.integer({ min: -9, max: 30 }),
  fences: fc.array(
    fc.record({ channelId: channel, quantity: fc.nat(9), used: fc.nat(9), until: fc.option(dayAhead.map(day)) }),
    { maxLength: 4 },
  ),
  waiting: fc.array(fc.record({ channelId: channel, by: dateOrNone, quantity: fc.nat(6) }), { maxLength: 15 }),
  supply: fc.array(
    fc.record({
      shipmentId: fc.constant('s'),
      onOrder: fc.nat(9),
      inTransit: fc.nat(9),
      dueAt: dateOrNone,
      lateTold: fc.boolean(),
    }),
    { maxLength: 6 },
  ),
  channelId: channel,
  by: fc.integer({ min: -2, max: 9 }).map(day),
  now: fc.constant(NOW),
})

test('what is worked out along the dates is what looking at each date anew says', () => {
  fc.assert(
    fc.property(questions, (question) => {
      expect(availableToPromise(question)).toEqual(plainlyAvailable(question))
      const promised = question.waiting
        .flatMap((units) => (units.by === null ? [] : [{ ...units, by: units.by }]))
        .sort((a, b) => a.by.getTime() - b.by.getTime())
      expect(uncoveredPromises({ ...question, promised })).toEqual(plainlyUncovered(question, promised))
    }),
    { numRuns: 10_000 },
  )
})

// Goal: shoppers who ask for as many dates as they like do not make each other wait. Method: see how often a date is looked at where 2,000 are promised.
test('looks at each of the dates a few times, however many there are', () => {
  const dates = 2_000
  let looks = 0
  const seenAt = (minute: number) => ({
    get by() {
      looks++
      return new Date(NOW.getTime() + minute * 60_000)
    },
    get dueAt() {
      looks++
      return new Date(NOW.getTime() + minute * 60_000)
    },
  })
  const minutes = Array.from({ length: dates }, (_, index) => ((index * 7) % dates) + 1)
  const waiting = minutes.map((minute) => Object.assign(seenAt(minute), { channelId: 'web', quantity: 1 }))
  const supply = minutes.map((minute) => {
    return Object.assign(seenAt(minute), { shipmentId: `${minute}`, onOrder: 1, inTransit: 0, lateTold: false })
  })
  const question = { free: 3, fences: [], supply, now: NOW }
  expect(availableToPromise({ ...question, waiting, channelId: 'web', by: NOW })).toMatchObject({ atp: 3 })
  const promised = [...waiting].sort((a, b) => a.by.getTime() - b.by.getTime())
  expect(uncoveredPromises({ ...question, promised })).toEqual(Array(dates).fill(0))
  expect(looks).toBeLessThan(dates * 100)
})
