/**
 * A point in the feed: the epoch of the database and the last number seen of each stream (buckets, and -1 for policies).
 * A stream that is absent stands at 0. Cursors are this, encrypted.
 */
export interface FeedPosition {
  readonly epoch: string
  readonly numbers: ReadonlyMap<number, number>
}

/** What a committed batch changed in one stream: numbers `from` to `to`, both included. The message on the bus. */
export interface FeedMessage {
  readonly epoch: string
  readonly stream: number
  readonly from: number
  readonly to: number
  /** When it was recorded, in milliseconds on PostgreSQL's clock. Absent in what processes of older versions send. */
  readonly recordedAt?: number
  readonly changes: readonly FeedChange[]
}

/** One numbered change, as little as a listener needs to know what to read again. */
export interface FeedChange {
  readonly number: number
  /** journal: balances of a SKU at a location moved; otherwise the subject of a change. */
  readonly subject:
    | 'journal'
    | 'item'
    | 'reservation'
    | 'shipment'
    | 'return'
    | 'channel'
    | 'location'
    | 'stockPolicy'
    | 'erpSystem'
    | 'erpRoute'
    | 'authority'
  /** The document, channel, location or item that changed; for the journal its document, where there is one. */
  readonly subjectId: string | null
  readonly sku: string | null
  readonly locationId: string | null
}
