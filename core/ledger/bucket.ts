/** The stream of policies (channels, locations, stock policies) in the feed; its head row has this bucket. */
export const POLICY_STREAM = -1

/** Buckets of a database; fixed when it is made (`hub.bucket_count`). */
export const BUCKET_COUNT = 64

export const BUCKETS: readonly number[] = Array.from({ length: BUCKET_COUNT }, (_, bucket) => bucket)

/** All streams of the feed, in the order of their numbers. */
export const STREAMS: readonly number[] = [POLICY_STREAM, ...BUCKETS]

/** FNV-1a over UTF-16 code units, folded: stable for ever, because rows are stored under it. */
export function bucketOf(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) {
    hash ^= key.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 16
  return (hash >>> 0) % BUCKET_COUNT
}

/** Bucket of a pair such as (source, id) or (client, key). */
export function bucketOfPair(first: string, second: string): number {
  return bucketOf(`${first}\u0000${second}`)
}
