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

const WALL_TIME = /^\d{4}-\d\d-\d\dT\d\d:[0-5]\d(:[0-5]\d)?$/

/** The same for many times in order: asks the time zone once for each hour (London changes its clocks on the hour), and remembers the last answer. */
export function londonClock(): (wallTime: string) => string {
  const hours = new Map<string, number>()
  let last = { wallTime: '', iso: '' }
  return (wallTime) => {
    if (wallTime === last.wallTime) return last.iso
    if (!WALL_TIME.test(wallTime)) throw new RangeError(`"${wallTime}" is no time such as 2010-12-01T08:26:00.`)
    const hour = wallTime.slice(0, 13)
    const start = hours.get(hour) ?? Date.parse(londonTime(`${hour}:00:00`))
    hours.set(hour, start)
    const seconds = Number(wallTime.slice(14, 16)) * 60 + Number(wallTime.slice(17))
    last = { wallTime, iso: new Date(start + seconds * 1000).toISOString() }
    return last.iso
  }
}
