import type { Database } from '../database/connection.ts'
import { ANONYMOUS_CLIENT, API_KEY_PREFIX, apiKeyVerifier, hasApiKeys } from './api-keys.ts'
import { type JwtConfig, jwtVerifier } from './jwt.ts'
import type { Viewer } from './viewer.ts'

export type Authenticated =
  | {
      readonly viewer: Viewer
      /** When the credential ends by itself; null for API keys, which end when they are revoked. */
      readonly expiresAt: Date | null
    }
  | {
      readonly error: 'UNAUTHENTICATED'
      readonly reason: 'missing' | 'invalid' | 'expired'
      readonly message: string
    }

export interface Authenticator {
  /**
   * Who is asking, by `Authorization: Bearer <API key or JWT>` (RFC 6750). Throws when that cannot be found out now: `AccessUnavailable`, or the error of
   * the database.
   */
  viewerFor(authorization: string | undefined): Promise<Authenticated>
  /**
   * Whether everyone is admin: JWT_JWKS is not set and no API key was ever made. Revoking the last key does not open the hub again. An open hub must
   * listen on loopback only.
   */
  isOpen(): Promise<boolean>
}

export type AccessConfig = Omit<JwtConfig, 'jwtJwks'> & { readonly jwtJwks: string | undefined }

export interface AuthenticatorOptions {
  readonly db: Pick<Database, 'kysely'>
  readonly config: AccessConfig
}

/** Everyone, while nothing is configured. */
export const ANONYMOUS: Viewer = { kind: 'admin', client: ANONYMOUS_CLIENT, channels: null, scopes: ['*'] }

/** Milliseconds for which a hub that was open is taken to be open still: then the first key closes it. */
const OPEN_CACHE_MS = 1_000

const BEARER = /^Bearer +([^\s]+) *$/i

export function authenticator({ db, config }: AuthenticatorOptions): Authenticator {
  const { jwtJwks } = config
  const jwts = jwtJwks === undefined ? undefined : jwtVerifier({ ...config, jwtJwks })
  const keys = apiKeyVerifier(db)
  /** Once closed, always closed. */
  let closed = jwts !== undefined
  let openUntil = 0

  async function isOpen(): Promise<boolean> {
    if (closed) return false
    const now = performance.now()
    if (now < openUntil) return true
    closed = await hasApiKeys(db)
    openUntil = now + OPEN_CACHE_MS
    return !closed
  }

  return {
    isOpen,

    async viewerFor(authorization) {
      if (await isOpen()) return { viewer: ANONYMOUS, expiresAt: null }
      if (authorization === undefined || authorization === '') {
        return unauthenticated('missing', 'Send "Authorization: Bearer" with an API key or a JWT.')
      }
      const [, credential] = BEARER.exec(authorization) ?? []
      if (credential === undefined)
        return unauthenticated('invalid', 'The authorization has to be "Bearer" and one credential.')

      if (credential.startsWith(API_KEY_PREFIX)) {
        const viewer = await keys.verify(credential)
        if (viewer !== undefined) return { viewer, expiresAt: null }
        return unauthenticated('invalid', 'The API key is unknown or was revoked.')
      }
      if (jwts === undefined)
        return unauthenticated('invalid', 'The credential is not an API key, and JWTs are not accepted here.')
      const result = await jwts.verify(credential)
      return 'viewer' in result ? result : unauthenticated(result.reason, result.message)
    },
  }
}

function unauthenticated(reason: 'missing' | 'invalid' | 'expired', message: string): Authenticated {
  return { error: 'UNAUTHENTICATED', reason, message }
}
