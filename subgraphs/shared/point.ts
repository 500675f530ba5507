import { RequestError } from './errors.ts'

interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** The point of a query's arguments; null where none is given. BAD_USER_INPUT for degrees that are not on earth. */
export function pointOf(near: Point | null | undefined): Point | null {
  if (near == null) return null
  if (Math.abs(near.latitude) <= 90 && Math.abs(near.longitude) <= 180) return near
  throw new RequestError('BAD_USER_INPUT', 'near is a latitude within ±90° and a longitude within ±180°.')
}
