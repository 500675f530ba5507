/** At most so many bands are told apart. */
export const BANDS_MAX = 100

/** The highest number at which a band begins. */
export const BOUND_MAX = 1_000_000_000

/** What is told in place of an exact quantity: that it lies between two numbers, both included. */
export interface Band {
  readonly from: number
  /** Null: no limit. */
  readonly to: number | null
}

export function areBounds(bounds: readonly number[]): boolean {
  return (
    bounds.length <= BANDS_MAX &&
    bounds.every((bound, index) => Number.isInteger(bound) && bound <= BOUND_MAX && bound > (bounds[index - 1] ?? 0))
  )
}

/**
 * The band in which a quantity lies. Bounds are where bands begin, ascending and at least 1: with 5 and 20 the bands are 0, 1–4, 5–19 and 20+. Nothing is
 * always told apart from something.
 */
export function bandOf(quantity: number, bounds: readonly number[]): Band {
  if (quantity <= 0) return { from: 0, to: 0 }
  let from = 1
  for (const bound of bounds) {
    if (bound > quantity) return { from, to: bound - 1 }
    from = bound
  }
  return { from, to: null }
}

/** Between which numbers the sum lies, as far as the bands tell. */
export function sumOfBands(bands: Iterable<Band>): Band {
  let from = 0
  let to: number | null = 0
  for (const band of bands) {
    from += band.from
    to = to === null || band.to === null ? null : to + band.to
  }
  return { from, to }
}

/** Between which numbers the smaller of two quantities lies, as far as the bands tell. */
export function lesserBand(a: Band, b: Band): Band {
  const to = a.to === null || b.to === null ? (a.to ?? b.to) : Math.min(a.to, b.to)
  return { from: Math.min(a.from, b.from), to }
}

/** As a shop would show it: `0`, `1–4`, `7`, `20+`. */
export function textOf({ from, to }: Band): string {
  if (to === null) return `${from}+`
  return from === to ? String(from) : `${from}–${to}`
}
