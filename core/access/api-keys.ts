import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database/connection.ts'
import { ExpiringCache } from './expiring-cache.ts'
import type { Viewer, ViewerKind } from './viewer.ts'
import { isViewerKind, needsChannels } from './viewer-kinds.ts'

/**
 * API keys look like `onh_<id>_<secret>`: 12 characters that name the key, and 256 random bits in base64url. The database keeps SHA-256 of the secret,
 * which is enough for something that cannot be guessed; whoever reads the database cannot use the keys.
 */
const API_KEY = /^onh_([0-9a-z]{12})_([A-Za-z0-9_-]{43})$/

/** Text that begins like this is meant to be an API key, and is never tried as anything else. */
export const API_KEY_PREFIX = 'onh_'

/** Milliseconds for which a looked-up key is not looked up again: the longest that a revoked key still works. */
export const API_KEY_CACHE_MS = 5_000
/** Milliseconds for which an unknown id is remembered as unknown. */
const UNKNOWN_CACHE_MS = 1_000
const CACHED_MAX = 10_000

const ID_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const CLIENT_NAME = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$/
const LIST_LENGTH_MAX = 250
const TEXT_LENGTH_MAX = 255
/** Bytes of channels and scopes as JSON: they travel to subgraphs with every request. */
const LISTS_BYTES_MAX = 24 * 1024

/** The client of everyone while the hub is open. */
export const ANONYMOUS_CLIENT = 'anonymous'

type Db = Pick<Database, 'kysely'>

export interface NewApiKey {
  /**
   * The client that uses it: letters, digits, spaces and `. _ -`, at most 100. Keys of one name are one client, so a key can be replaced by another
   * without losing idempotency keys and limits.
   */
  readonly name: string
  readonly kind: ViewerKind
  /** Storefronts and partners need at least one; for the others null means every channel. */
  readonly channels: readonly string[] | null
  readonly scopes: readonly string[]
}

export interface ApiKey extends NewApiKey {
  readonly id: string
  readonly createdAt: Date
  readonly revokedAt: Date | null
}

/** What is wrong with the description of a new key. */
export class InvalidApiKey extends Error {
  override readonly name = 'InvalidApiKey'
  readonly code = 'INVALID_INPUT'
}

/** Makes a key. Its text is given here and nowhere else again. Throws `InvalidApiKey`. */
export async function createApiKey(db: Db, key: NewApiKey): Promise<{ readonly id: string; readonly key: string }> {
  requireValid(key)
  const id = [...randomBytes(12)].map((byte) => ID_ALPHABET[byte % ID_ALPHABET.length]).join('')
  const secret = randomBytes(32).toString('base64url')
  await db.kysely
    .insertInto('api_key')
    .values({
      id,
      hash: hashOf(secret),
      name: key.name,
      kind: key.kind,
      channels: key.channels === null ? null : [...new Set(key.channels)],
      scopes: [...new Set(key.scopes)],
    })
    .execute()
  return { id, key: `${API_KEY_PREFIX}${id}_${secret}` }
}

/** All keys, revoked ones included, oldest first, without anything that could be used. */
export async function listApiKeys(db: Db): Promise<ApiKey[]> {
  const rows = await db.kysely
    .selectFrom('api_key')
    .select(['id', 'name', 'kind', 'channels', 'scopes', 'created_at', 'revoked_at'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ kind, created_at: createdAt, revoked_at: revokedAt, ...row }) =>
    isViewerKind(kind) ? [{ ...row, kind, createdAt, revokedAt }] : [],
  )
}

/**
 * Ends a key, given by its id: it is refused everywhere within 5 seconds. False when there is no such key. A key that was revoked before keeps its
 * first time.
 */
export async function revokeApiKey(db: Db, id: string): Promise<boolean> {
  const row = await db.kysely
    .updateTable('api_key')
    .set({ revoked_at: sql<Date>`coalesce(revoked_at, now())` })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether a key was ever made, revoked or not. */
export async function hasApiKeys(db: Db): Promise<boolean> {
  return (await db.kysely.selectFrom('api_key').select('id').limit(1).executeTakeFirst()) !== undefined
}

export interface ApiKeyVerifier {
  /** The viewer whose key this is; undefined when it is none, a wrong one, or revoked. Throws when the database cannot be asked. */
  verify(key: string): Promise<Viewer | undefined>
}

interface Known {
  readonly hash: Buffer
  readonly viewer: Viewer
}

/** Looks keys up, each at most once in 5 seconds, however many requests come with it. */
export function apiKeyVerifier(db: Db, now: () => number = () => performance.now()): ApiKeyVerifier {
  const cache = new ExpiringCache<Known | null>(CACHED_MAX, now)
  const underWay = new Map<string, Promise<Known | null>>()

  async function find(id: string): Promise<Known | null> {
    const cached = cache.get(id)
    if (cached !== undefined) return cached
    let lookup = underWay.get(id)
    if (lookup === undefined) {
      const startedAt = now()
      lookup = read(db, id)
        .then((known) => {
          cache.set(id, known, startedAt + (known === null ? UNKNOWN_CACHE_MS : API_KEY_CACHE_MS))
          return known
        })
        .finally(() => underWay.delete(id))
      underWay.set(id, lookup)
    }
    return lookup
  }

  return {
    async verify(key) {
      const [, id, secret] = API_KEY.exec(key) ?? []
      if (id === undefined || secret === undefined) return undefined
      const known = await find(id)
      if (known === null) return undefined
      return timingSafeEqual(known.hash, hashOf(secret)) ? known.viewer : undefined
    },
  }
}

async function read(db: Db, id: string): Promise<Known | null> {
  const row = await db.kysely
    .selectFrom('api_key')
    .select(['hash', 'name', 'kind', 'channels', 'scopes'])
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined || !isViewerKind(row.kind)) return null
  const channels = row.channels ?? (needsChannels(row.kind) ? [] : null)
  return { hash: Buffer.from(row.hash), viewer: { kind: row.kind, client: row.name, channels, scopes: row.scopes } }
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

function requireValid({ name, kind, channels, scopes }: NewApiKey): void {
  if (!CLIENT_NAME.test(name) || name === ANONYMOUS_CLIENT) {
    throw new InvalidApiKey(
      'The name has 1 to 100 letters, digits, spaces and . _ -, begins with a letter or digit, and is not "anonymous".',
    )
  }
  if (!isViewerKind(kind)) throw new InvalidApiKey(`"${kind}" is not a kind of viewer.`)
  if (needsChannels(kind) && (channels === null || channels.length === 0)) {
    throw new InvalidApiKey(`A key of kind ${kind} needs at least one channel.`)
  }
  if (Buffer.byteLength(JSON.stringify([channels, scopes])) > LISTS_BYTES_MAX) {
    throw new InvalidApiKey(`Channels and scopes have at most ${LISTS_BYTES_MAX} bytes together.`)
  }
  for (const list of [channels ?? [], scopes]) {
    const wrong = list.find((text) => text === '' || text.length > TEXT_LENGTH_MAX || text.includes('\0'))
    if (list.length > LIST_LENGTH_MAX || wrong !== undefined) {
      throw new InvalidApiKey(
        `Channels and scopes are at most ${LIST_LENGTH_MAX}, of 1 to ${TEXT_LENGTH_MAX} characters each.`,
      )
    }
  }
}
