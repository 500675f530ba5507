import type { AvailabilityReading } from '../availability/read.ts'

/** What a marketplace shows of a SKU: what its channel sells, at least. A channel that tells bands tells where they begin. */
export function shownQuantity(reading: AvailabilityReading, sku: string, channelId: string): number {
  const availability = reading.of(sku, channelId)
  return availability?.band?.from ?? availability?.quantity ?? 0
}
