import { DateTime } from 'luxon'

/** A moment, or null for a day without one; undefined where the text is neither. */
export function timeOf(said: string, timeZone: string): Date | null | undefined {
  const time = DateTime.fromISO(said.replace(' ', 'T'), { zone: timeZone })
  if (!time.isValid) return undefined
  return /^\d{4}-?\d{2}-?\d{2}$/.test(said) ? null : time.toJSDate()
}
