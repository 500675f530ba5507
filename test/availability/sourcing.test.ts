import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distanceMeters } from '../../core/availability/distance.ts'
import { fewestLocations } from '../../core/availability/fewest-locations.ts'
import { type Sourced, type SourcingQuestion, source, type WantedUnits } from '../../core/availability/sourcing.ts'

const BERLIN = { latitude: 52.52, longitude: 13.405 }
const MUNICH = { latitude: 48.137, longitude: 11.575 }

/** A small channel: what each location has of each SKU, which are closed, where they are. */
interface Shop {
  readonly stock: readonly (readonly number[])[]
  readonly closed: readonly boolean[]
  readonly longitudes: readonly (number | null)[]
  readonly buffer: number
}

const SKUS = ['A', 'B', 'C']
const idOf = (index: number) => `L${index}`
const indexOf = (id: string) => Number(id.slice(1))

const shop: fc.Arbitrary<Shop> = fc.integer({ min: 1, max: 6 }).chain((count) => {
  const each = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: count, maxLength: count })
  return fc.record({
    stock: fc.array(each(fc.integer({ min: -2, max: 6 })), { minLength: SKUS.length, maxLength: SKUS.length }),
    closed: each(fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true))),
    longitudes: each(fc.option(fc.integer({ min: 0, max: 4 }))),
    buffer: fc.constantFrom(0, 0, 3),
  })
})
const cart = fc.array(
  fc.record({
    sku: fc.nat(SKUS.length - 1),
    at: fc.option(fc.nat(5), { freq: 2 }),
    quantity: fc.integer({ min: 1, max: 7 }),
  }),
  { minLength: 1, maxLength: 5 },
)
const strategy = fc.constantFrom('PRIORITY', 'NEAREST', 'FEWEST_PARCELS')

function questionOf(of: Shop, wanted: readonly WantedUnits[], how: Partial<SourcingQuestion> = {}): SourcingQuestion {
  return {
    lines: wanted,
    strategy: 'PRIORITY',
    near: { latitude: 0, longitude: 0 },
    locations: of.closed.map((_, index) => ({ locationId: idOf(index), priority: index })),
    place: (id) => {
      const longitude = of.longitudes[indexOf(id)] ?? null
      return { latitude: longitude === null ? null : 0, longitude, closed: of.closed[indexOf(id)] ?? false }
    },
    buffer: of.buffer,
    atf: (sku, id) => of.stock[SKUS.indexOf(sku)]?.[indexOf(id)] ?? 0,
    ...how,
  }
}

/** Lines about open locations of the shop, as the ledger lets through. */
function linesOf(
  { closed }: Shop,
  wanted: readonly { sku: number; at: number | null; quantity: number }[],
): WantedUnits[] {
  return wanted.map(({ sku, at, quantity }) => {
    const open = at !== null && closed[at % closed.length] === false
    return { sku: SKUS[sku] ?? '', locationId: open ? idOf(at % closed.length) : null, quantity }
  })
}

function offered(of: Shop, sku: string, index: number): number {
  return of.closed[index] === true ? 0 : Math.max(0, of.stock[SKUS.indexOf(sku)]?.[index] ?? 0)
}

function atsOf(of: Shop, sku: string): number {
  return Math.max(0, of.closed.reduce((sum, _, index) => sum + offered(of, sku, index), 0) - of.buffer)
}

function taken({ lines }: Sourced, sku: string, locationId?: string): number {
  const parts = lines.filter((line) => line.sku === sku).flatMap((line) => line.parts)
  return parts.reduce(
    (sum, part) => (locationId === undefined || part.locationId === locationId ? sum + part.quantity : sum),
    0,
  )
}

describe('sourcing', () => {
  test('never takes more than a location has, than the channel may sell, or than was wanted', () => {
    fc.assert(
      fc.property(shop, cart, strategy, (of, wanted, how) => {
        const lines = linesOf(of, wanted)
        const sourced = source(questionOf(of, lines, { strategy: how }))
        for (const sku of SKUS) {
          expect(taken(sourced, sku)).toBeLessThanOrEqual(atsOf(of, sku))
          for (const index of of.closed.keys()) {
            expect(taken(sourced, sku, idOf(index))).toBeLessThanOrEqual(offered(of, sku, index))
          }
        }
        for (const [index, line] of sourced.lines.entries()) {
          expect(line).toMatchObject(lines[index] ?? {})
          expect(line.parts.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(line.available)
          expect(line.available).toBeLessThanOrEqual(line.quantity)
          expect(line.parts.every(({ quantity }) => quantity > 0)).toBe(true)
          expect(new Set(line.parts.map(({ locationId }) => locationId)).size).toBe(line.parts.length)
          if (line.locationId !== null)
            expect(line.parts.every((part) => part.locationId === line.locationId)).toBe(true)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  // Goal: if any split has the whole cart, it is found. Method: units are handed to lines one by one in every possible way.
  test('finds the whole cart wherever there is a way, and else gives each line all that those before it leave', () => {
    fc.assert(
      fc.property(shop, cart, strategy, (of, wanted, how) => {
        const lines = linesOf(of, wanted)
        const { lines: sourced } = source(questionOf(of, lines, { strategy: how }))
        for (const sku of SKUS) {
          const asked = lines.filter((line) => line.sku === sku)
          const given = sourced.filter((line) => line.sku === sku).map((line) => line.available)
          expect(given).toEqual(mostByLine(of, sku, asked))
        }
      }),
      { numRuns: 500 },
    )
  })

  test('needs no more locations than any other way, and takes those that are preferred', () => {
    fc.assert(
      fc.property(shop, cart, fc.boolean(), (of, wanted, near) => {
        const lines = linesOf(of, wanted)
        const question = questionOf(of, lines, { strategy: 'FEWEST_PARCELS', ...(near ? {} : { near: null }) })
        const sourced = source(question)
        const order = near ? byDistance(of) : [...of.closed.keys()]
        const used = new Set(sourced.lines.flatMap(({ parts }) => parts.map(({ locationId }) => indexOf(locationId))))
        expect(sourced.provenFewest).toBe(true)
        expect([...used].sort((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(fewestByHand(of, sourced, order))
      }),
      { numRuns: 2_000 },
    )
  })

  test('keeps a line together at the first location that has all of it, and else splits it in the same order', () => {
    fc.assert(
      fc.property(shop, fc.nat(2), fc.integer({ min: 1, max: 9 }), fc.boolean(), (of, number, quantity, near) => {
        const sku = SKUS[number] ?? ''
        const line = { sku, locationId: null, quantity }
        const question = questionOf({ ...of, buffer: 0 }, [line], { strategy: near ? 'NEAREST' : 'PRIORITY' })
        const [sourced] = source(question).lines
        const order = (near ? byDistance(of) : [...of.closed.keys()]).filter((index) => offered(of, sku, index) > 0)
        const available = Math.min(quantity, atsOf({ ...of, buffer: 0 }, sku))
        const whole = order.find((index) => offered(of, sku, index) >= available)
        const expected: { locationId: string; quantity: number }[] = []
        let left = available
        for (const index of whole === undefined ? order : [whole]) {
          const part = Math.min(left, offered(of, sku, index))
          if (part > 0) expected.push({ locationId: idOf(index), quantity: part })
          left -= part
        }
        expect(sourced?.parts).toEqual(available === 0 ? [] : expected)
      }),
      { numRuns: 1_000 },
    )
  })

  test('explains every location with what it had and what became of it', () => {
    fc.assert(
      fc.property(shop, cart, strategy, (of, wanted, how) => {
        const lines = linesOf(of, wanted)
        const sourced = source(questionOf(of, lines, { strategy: how }))
        for (const [index, line] of sourced.lines.entries()) {
          const considered = sourced.considered(index, 250)
          expect(considered).toHaveLength(line.locationId === null ? of.closed.length : 1)
          for (const { locationId, atf, quantity, verdict } of considered) {
            const at = indexOf(locationId)
            expect(atf).toBe(of.stock[SKUS.indexOf(line.sku)]?.[at])
            expect(quantity).toBe(line.parts.find((part) => part.locationId === locationId)?.quantity ?? 0)
            expect(verdict === 'CHOSEN').toBe(quantity > 0)
            expect(verdict === 'CLOSED').toBe(of.closed[at])
            if (verdict === 'EMPTY') expect(atf).toBeLessThanOrEqual(0)
            if (verdict === 'TAKEN') expect(taken(sourced, line.sku, locationId)).toBe(atf)
            if (verdict === 'TOO_LITTLE') expect(line).toMatchObject({ choice: 'WHOLE' })
          }
          // What is taken from comes first, however few are asked for.
          const first = sourced.considered(index, Math.max(1, line.parts.length))
          if (line.parts.length > 0)
            expect(first.map(({ locationId }) => locationId)).toEqual(line.parts.map(({ locationId }) => locationId))
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('an order made elsewhere is held where it says, closed or not, and never beyond what is there', () => {
    const of: Shop = { stock: [[5, 5], [], []], closed: [false, true], longitudes: [null, null], buffer: 0 }
    const lines = [
      { sku: 'A', locationId: 'L1', quantity: 7 },
      { sku: 'A', locationId: null, quantity: 7 },
    ]
    const sourced = source(questionOf(of, lines))
    expect(sourced.lines).toMatchObject([
      { available: 5, parts: [{ locationId: 'L1', quantity: 5 }], choice: 'NAMED' },
      { available: 5, parts: [{ locationId: 'L0', quantity: 5 }], choice: 'WHOLE', restAt: 'L0' },
    ])
  })

  test('does not look beyond the named locations where it need not', () => {
    const asked: string[] = []
    const of: Shop = { stock: [[5, 5, 5], [], []], closed: [false, false, false], longitudes: [], buffer: 0 }
    const atf = (sku: string, id: string) => {
      asked.push(id)
      return of.stock[SKUS.indexOf(sku)]?.[indexOf(id)] ?? 0
    }
    source(questionOf(of, [{ sku: 'A', locationId: 'L1', quantity: 2 }], { atf }))
    expect(asked).toEqual(['L1'])
  })
})

/** For each line in turn the most that it can get without taking from what those before it get: by trying every location for every unit. */
function mostByLine(of: Shop, sku: string, lines: readonly WantedUnits[]): number[] {
  const most: number[] = []
  for (const [index, line] of lines.entries()) {
    let quantity = line.quantity
    while (quantity > 0 && !canBeHad(of, sku, lines.slice(0, index + 1), [...most, quantity])) quantity--
    most.push(quantity)
  }
  return most
}

function canBeHad(of: Shop, sku: string, lines: readonly WantedUnits[], quantities: readonly number[]): boolean {
  if (quantities.reduce((sum, quantity) => sum + quantity, 0) > atsOf(of, sku)) return false
  const left = of.closed.map((_, index) => offered(of, sku, index))
  const tried = new Set<string>()
  const place = (line: number, open: number): boolean => {
    if (line === lines.length) return true
    if (open === 0) return place(line + 1, quantities[line + 1] ?? 0)
    const here = `${line} ${open} ${left}`
    if (tried.has(here)) return false
    tried.add(here)
    const named = lines[line]?.locationId ?? null
    for (const index of left.keys()) {
      if ((left[index] ?? 0) === 0 || (named !== null && indexOf(named) !== index)) continue
      left[index] = (left[index] ?? 0) - 1
      if (place(line, open - 1)) return true
      left[index] = (left[index] ?? 0) + 1
    }
    return false
  }
  return place(0, quantities[0] ?? 0)
}

/** Open locations by distance, those without coordinates last; equally far ones in the channel's order. */
function byDistance({ longitudes, closed }: Shop): number[] {
  return [...closed.keys()]
    .filter((index) => closed[index] === false)
    .map((index) => ({ index, far: longitudes[index] ?? 1_000 }))
    .sort((a, b) => a.far - b.far || a.index - b.index)
    .map(({ index }) => index)
}

/** Every set of locations is tried, the smallest first and of those the preferred first. */
function fewestByHand(of: Shop, { lines }: Sourced, order: readonly number[]): number[] {
  const named = new Set(
    lines.flatMap((line) => (line.locationId === null ? [] : line.parts.map((part) => indexOf(part.locationId)))),
  )
  const isEnough = (set: ReadonlySet<number>) =>
    SKUS.every((sku) => {
      const wanted = lines.filter((line) => line.sku === sku).reduce((sum, line) => sum + line.available, 0)
      return [...set].reduce((sum, index) => sum + offered(of, sku, index), 0) >= wanted
    })
  const sets = Array.from({ length: 2 ** order.length }, (_, bits) =>
    order.filter((_index, at) => (bits >> at) % 2 === 1),
  )
    .filter((set) => [...named].every((index) => set.includes(index)))
    .filter((set) => isEnough(new Set(set)))
    .sort((a, b) => a.length - b.length || compare(a, b, order))
  return sets[0] ?? []
}

function compare(a: readonly number[], b: readonly number[], order: readonly number[]): number {
  const at = a.findIndex((index, place) => index !== b[place])
  return at === -1 ? 0 : order.indexOf(a[at] ?? 0) - order.indexOf(b[at] ?? 0)
}

describe('the fewest locations', () => {
  test('of many are found exactly where goods are scarce, and nearly where they are not', () => {
    const random = randomNumbers(7)
    const [skus, locations] = [100, 400]
    for (const share of [0.02, 0.1, 0.5, 0.9]) {
      const has = Array.from({ length: skus }, () => {
        const units = Float64Array.from({ length: locations }, () =>
          random() < share ? 1 + Math.floor(random() * 3) : 0,
        )
        units[locations - 1] = Math.max(1, units[locations - 1] ?? 0)
        return units
      })
      const started = performance.now()
      const { places, proven } = fewestLocations(
        has.map(() => 1),
        has,
      )
      const tookMs = performance.now() - started
      // The last one has everything.
      expect({ share, places, proven }).toEqual({ share, places: [locations - 1], proven: true })
      expect(tookMs).toBeLessThan(200)
    }
  })

  test('are found in bounded time, whatever is asked, and the same each time', () => {
    const random = randomNumbers(11)
    for (const share of [0.05, 0.3, 0.6, 0.95]) {
      const has = Array.from({ length: 100 }, () => {
        const units = Float64Array.from({ length: 400 }, () => (random() < share ? 1 + Math.floor(random() * 9) : 0))
        units[0] = 20
        return units
      })
      const needs = has.map(() => 1 + Math.floor(random() * 12))
      const started = performance.now()
      const first = fewestLocations(needs, has, new Set([1]))
      const tookMs = performance.now() - started
      expect(tookMs).toBeLessThan(300)
      expect(fewestLocations(needs, has, new Set([1]))).toEqual(first)
      for (const [sku, need] of needs.entries()) {
        const units = [1, ...first.places].reduce((sum, place) => sum + (has[sku]?.[place] ?? 0), 0)
        expect(units).toBeGreaterThanOrEqual(need)
      }
    }
  })
})

/** A generator by G. Marsaglia (xorshift32): the same numbers each time. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

describe('distances', () => {
  test.each([
    ['Berlin to Munich', BERLIN, MUNICH, 504_200],
    ['a quarter of the earth', { latitude: 0, longitude: 0 }, { latitude: 90, longitude: 77 }, 10_007_557],
    ['the other side of the earth', { latitude: 10, longitude: 20 }, { latitude: -10, longitude: -160 }, 20_015_115],
    ['over the date line', { latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }, 111_195],
    ['nowhere', BERLIN, BERLIN, 0],
  ])('%s', (_what, from, to, meters) => {
    expect(Math.abs(distanceMeters(from, to) - meters)).toBeLessThan(meters / 1_000 + 1)
    expect(distanceMeters(to, from)).toBe(distanceMeters(from, to))
  })
})
