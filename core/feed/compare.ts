import type { FeedPosition } from './position.ts'

/** Whether `a` has seen all that `b` has seen. Positions of different epochs cannot be compared: false. */
export function isAtLeast(a: FeedPosition, b: FeedPosition): boolean {
  if (a.epoch !== b.epoch) return false
  for (const [stream, number] of b.numbers) if ((a.numbers.get(stream) ?? 0) < number) return false
  return true
}

/** The earliest position that has seen all that either has seen. Throws for different epochs: there is no such position. */
export function merge(a: FeedPosition, b: FeedPosition): FeedPosition {
  if (a.epoch !== b.epoch) throw new RangeError('Feed positions of different epochs cannot be merged.')
  const numbers = new Map(a.numbers)
  for (const [stream, number] of b.numbers) if (number > (numbers.get(stream) ?? 0)) numbers.set(stream, number)
  return { epoch: a.epoch, numbers }
}

/** The position after `number` of `stream` was seen as well; the same one where it had been seen before. */
export function advance(position: FeedPosition, stream: number, number: number): FeedPosition {
  if (number <= (position.numbers.get(stream) ?? 0)) return position
  return { epoch: position.epoch, numbers: new Map(position.numbers).set(stream, number) }
}
