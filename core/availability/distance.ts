/** A place on earth, in degrees of WGS 84. */
export interface Point {
  /** −90 to 90; north is positive. */
  readonly latitude: number
  /** −180 to 180; east is positive. */
  readonly longitude: number
}

/** Mean radius of the earth as the IUGG defines it, (2a + b) / 3 of GRS 80. */
const EARTH_RADIUS_METERS = 6_371_008.8

const RADIANS = Math.PI / 180

/**
 * Great-circle distance by the haversine formula, in whole meters. The earth is taken as a sphere: off by up to 0.5 %, which does not change where
 * somebody goes to pick something up.
 */
export function distanceMeters(a: Point, b: Point): number {
  const halfLatitude = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2)
  const halfLongitude = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2)
  const haversine =
    halfLatitude * halfLatitude +
    Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * halfLongitude * halfLongitude
  // Of points that face each other, rounding may carry it beyond 1.
  return Math.round(2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(Math.min(1, haversine))))
}

/** The distance to what may have no coordinates; null then, or where nobody asked from where. */
export function distanceTo(
  near: Point | null | undefined,
  place: { readonly latitude: number | null; readonly longitude: number | null } | undefined,
): number | null {
  if (near == null || place === undefined || place.latitude === null || place.longitude === null) return null
  return distanceMeters(near, { latitude: place.latitude, longitude: place.longitude })
}
