import { DateTime } from 'luxon'

/**
 * Wall time in London → the moment, as ISO 8601 in UTC. In the night when clocks go back an hour happens twice, and the first of the two is taken; the
 * hour that they skip in spring is read by the clock before the change. (The shop trades from 6 to 20 o'clock, so neither occurs in its data.)
 */
export function londonTime(wallTime: string): string {
  const time = DateTime.fromISO(wallTime, { zone: 'Europe/London' })
  const [first = time] = time.getPossibleOffsets().toSorted((a, b) => a.toMillis() - b.toMillis())
  const iso = first.toUTC().toISO()
  if (iso === null) throw new RangeError(`"${wallTime}" is no time such as 2010-12-01T08:26:00.`)
  return iso
}

/** The same, remembering the last answer: lines of one minute follow each other. */
export function londonClock(): (wallTime: string) => string {
  let last = { wallTime: '', iso: '' }
  return (wallTime) => {
    if (wallTime !== last.wallTime) last = { wallTime, iso: londonTime(wallTime) }
    return last.iso
  }
}
