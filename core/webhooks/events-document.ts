/** What a webhook that is told events follows: the journal, with all that an event is made of. */
export const EVENTS_DOCUMENT = `subscription CanonicalEvents($locationIds: [ID!], $skus: [ID!]) {
  stockMovements(locationIds: $locationIds, skus: $skus) {
    hubReference sku locationId family from to quantity kind occurredAt recordedAt reference source eventId channelId reason documentKind documentId
  }
}`

/** Which events are told. */
export interface WebhookEvents {
  /** CloudEvents types; null or absent: all. */
  readonly types?: readonly string[] | null
  readonly locationIds?: readonly string[] | null
  readonly skus?: readonly string[] | null
}
