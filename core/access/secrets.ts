import { hkdfSync } from 'node:crypto'
import type { Database } from '../database/connection.ts'

/** What each derived key is for. One secret, but a key that leaks from one use is of no use in another. */
export type KeyPurpose = 'cursor' | 'viewer-token' | 'bus' | 'webhook-secret'

/**
 * The secret of this hub: HUB_SECRET where it is set, else the one made with the database, so that all processes on one database agree
 * without being told. Throws when the database cannot be read.
 */
export async function hubSecret(
  config: { readonly hubSecret: string | undefined },
  db: Pick<Database, 'kysely'>,
): Promise<string> {
  if (config.hubSecret !== undefined) return config.hubSecret
  const row = await db.kysely.selectFrom('hub').select('secret').executeTakeFirstOrThrow()
  return row.secret
}

/** A 256-bit key for one purpose (HKDF with SHA-256, RFC 5869). */
export function deriveKey(secret: string, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `onhand ${purpose} v1`, 32))
}

/**
 * A name that is the same for all processes of one hub, different for another hub, and tells nothing about the secret. Keeps hubs apart that
 * share a Redis; unlike the epoch it survives the restoring of a database.
 */
export function hubName(secret: string): string {
  return deriveKey(secret, 'bus').toString('hex', 0, 8)
}
