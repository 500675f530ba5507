import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose'
import { AccessUnavailable } from './access-unavailable.ts'
import { ExpiringCache } from './expiring-cache.ts'
import type { Viewer } from './viewer.ts'
import { isTextList, isViewerKind, needsChannels } from './viewer-kinds.ts'

/**
 * JSON Web Tokens (RFC 7519) of an issuer whose public keys are known by JWT_JWKS. Their claims:
 *
 * | claim             |                                                                                                          |
 * |-------------------|----------------------------------------------------------------------------------------------------------|
 * | `exp`             | required                                                                                                 |
 * | `sub`             | required; the client is `jwt:<sub>`, so that no API key has the same one                                 |
 * | `onhand_kind`     | required: storefront, partner, operator, admin or service                                                |
 * | `onhand_channels` | list of channel ids. Absent: none for storefronts and partners, every channel for the others             |
 * | `scope`           | scopes, separated by spaces (RFC 8693, section 4.2), or a list                                           |
 * | `iss`, `aud`      | compared with JWT_ISSUER and JWT_AUDIENCE where these are set                                            |
 * | `nbf`             | respected where present                                                                                  |
 */
export interface JwtConfig {
  /** URL of a JSON Web Key Set, or the set itself as JSON. */
  readonly jwtJwks: string
  readonly jwtIssuer: string | undefined
  readonly jwtAudience: string | undefined
}

export type JwtResult =
  | { readonly viewer: Viewer; readonly expiresAt: Date }
  | { readonly reason: 'invalid' | 'expired'; readonly message: string }

export interface JwtVerifier {
  /** Throws `AccessUnavailable` when the issuer's keys are needed and cannot be fetched. */
  verify(token: string): Promise<JwtResult>
}

/** Signatures by a private key only: with these, knowing what verifies a token is of no use for making one. */
export const JWT_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]

/** Clocks of issuer and hub may differ by this many seconds. */
export const CLOCK_TOLERANCE_SECONDS = 5
/** Milliseconds for which a verified token is not verified again. */
const VERIFIED_CACHE_MS = 60_000
const VERIFIED_CACHED_MAX = 10_000
const TOKEN_CHARACTERS_MAX = 16 * 1024
const CLIENT_CHARACTERS_MAX = 255
/** Milliseconds after which the issuer's keys are fetched again; those known before serve until that worked. */
const KEYS_FRESH_MS = 600_000

export function jwtVerifier(config: JwtConfig, now: () => number = Date.now): JwtVerifier {
  const keys = keysOf(config.jwtJwks)
  const verified = new ExpiringCache<JwtResult>(VERIFIED_CACHED_MAX, now)

  return {
    async verify(token) {
      if (token.length > TOKEN_CHARACTERS_MAX) return invalid('The token is too long.')
      const known = verified.get(token)
      if (known !== undefined) return known
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms: JWT_ALGORITHMS,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          currentDate: new Date(now()),
          requiredClaims: ['exp', 'sub'],
          ...(config.jwtIssuer === undefined ? {} : { issuer: config.jwtIssuer }),
          ...(config.jwtAudience === undefined ? {} : { audience: config.jwtAudience }),
        })
        const result = fromClaims(payload)
        if ('viewer' in result)
          verified.set(token, result, Math.min(result.expiresAt.getTime(), now() + VERIFIED_CACHE_MS))
        return result
      } catch (error) {
        return explain(error)
      }
    },
  }
}

/** Who the claims say is asking. */
function fromClaims(payload: JWTPayload): JwtResult {
  const { sub, exp, onhand_kind: kind, onhand_channels: given, scope = [] } = payload
  if (sub === undefined || sub === '' || sub.length > CLIENT_CHARACTERS_MAX) {
    return invalid(`The claim "sub" has to have 1 to ${CLIENT_CHARACTERS_MAX} characters.`)
  }
  if (!isStorable(sub)) return invalid('The claim "sub" has a NUL or half a surrogate pair.')
  if (exp === undefined) return invalid('The token has no "exp".')
  if (!isViewerKind(kind)) return invalid('The claim "onhand_kind" has to name a kind of viewer.')
  if (given !== undefined && !(isTextList(given) && given.every(isStorable)))
    return invalid('The claim "onhand_channels" has to be a list of channel ids.')
  const scopes = typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : scope
  if (!isTextList(scopes)) return invalid('The claim "scope" has to be text.')

  const channels = given ?? (needsChannels(kind) ? [] : null)
  return { viewer: { kind, client: `jwt:${sub}`, channels, scopes }, expiresAt: new Date(exp * 1000) }
}

/** Whether PostgreSQL can compare it with what it keeps. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

function invalid(message: string): JwtResult {
  return { reason: 'invalid', message }
}

/** What is wrong with a token, in words that help its sender and tell nothing else. */
function explain(error: unknown): JwtResult {
  if (error instanceof errors.JWTExpired) return { reason: 'expired', message: 'The token has expired.' }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return invalid(
      `The claim "${error.claim}" of the token is ${error.reason === 'missing' ? 'missing' : 'not accepted'}.`,
    )
  }
  if (error instanceof errors.JOSEAlgNotAllowed)
    return invalid('The token is signed by an algorithm that is not accepted.')
  if (error instanceof errors.JWSSignatureVerificationFailed) return invalid('The signature of the token is wrong.')
  if (error instanceof errors.JWKSNoMatchingKey) return invalid('The token is signed by an unknown key.')
  if (error instanceof errors.JWKSMultipleMatchingKeys)
    return invalid('The token does not say which key ("kid") signed it.')
  if (
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKInvalid
  ) {
    return invalid('This is not a JSON Web Token.')
  }
  throw new AccessUnavailable('The keys that sign JWTs cannot be fetched.', { cause: error })
}

function keysOf(jwks: string): JWTVerifyGetKey {
  if (!jwks.trimStart().startsWith('{')) return remoteKeys(new URL(jwks))
  const set: JSONWebKeySet = JSON.parse(jwks)
  return createLocalJWKSet(set)
}

/**
 * Keys are fetched when first needed, when a token names an unknown one (at most every 30 s), and in the background when they are 10 minutes old. An
 * issuer that is away does not shut out those whose keys are known.
 */
function remoteKeys(url: URL): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url, { cacheMaxAge: Number.POSITIVE_INFINITY, timeoutDuration: 5_000 })
  let fetchedAt = performance.now()
  return async (header, token) => {
    if (keys.jwks() !== undefined && performance.now() - fetchedAt > KEYS_FRESH_MS) {
      fetchedAt = performance.now()
      // What fails here is tried again in ten minutes, or at once for a token with an unknown key.
      keys.reload().catch(() => {})
    }
    return keys(header, token)
  }
}
