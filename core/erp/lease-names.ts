/** Who looks through the journal for ERPs. */
export const OUTBOX_LEASE = 'outbox'

/** Who delivers to an ERP. */
export function deliveryLease(systemId: string): string {
  return `deliver ${systemId}`
}
