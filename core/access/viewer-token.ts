import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'
import { deriveKey } from './secrets.ts'
import type { Viewer } from './viewer.ts'
import { isViewer } from './viewer-kinds.ts'

/** The header in which the gateway tells subgraphs who is asking. Subgraphs answer only what carries a valid one. */
export const VIEWER_HEADER = 'onhand-viewer'

/** Milliseconds a token is good for: as long as a request may be under way, and the clocks of two machines may differ. */
export const VIEWER_TOKEN_LIFE_MS = 30_000

export interface SignedRequest {
  readonly viewer: Viewer
  readonly requestId: string
}

/**
 * Tells subgraphs who is asking in words that only the gateway can have said:
 *
 *     v1.<viewer as JSON>.<expiry, milliseconds since 1970>.<request id>.<HMAC-SHA256 of all before it>
 *
 * with JSON, request id and HMAC in base64url. Each request is signed by itself, at about 4 µs; the viewer's part is made once for each viewer object.
 */
export interface ViewerTokens {
  sign(viewer: Viewer, requestId: string): string
  /** Undefined when the token is forged, damaged or over; never throws. */
  verify(token: string | undefined): SignedRequest | undefined
}

const MAC_BYTES = 32
/** More than a gateway signs: what an API key may list takes 32 KiB in base64url. */
const CHARACTERS_MAX = 40 * 1024
/** Bytes of headers that whoever takes tokens has to accept. Node's own limit is 16 KiB. */
export const VIEWER_HEADER_BYTES_MAX = 64 * 1024
/** Viewers that a verifier remembers by their part of the token, so that it is read once and not with each request. */
const REMEMBERED_MAX = 1_000

export interface ViewerTokensOptions {
  /** Milliseconds since 1970; for tests. */
  readonly now?: () => number
}

export function viewerTokens(secret: string, { now = Date.now }: ViewerTokensOptions = {}): ViewerTokens {
  const key = createSecretKey(deriveKey(secret, 'viewer-token'))
  const parts = new WeakMap<Viewer, string>()
  const known = new Map<string, Viewer>()

  const macOf = (text: string) => createHmac('sha256', key).update(text).digest()

  function partOf(viewer: Viewer): string {
    let part = parts.get(viewer)
    if (part === undefined) {
      const { kind, client, channels, scopes } = viewer
      part = Buffer.from(JSON.stringify({ kind, client, channels, scopes })).toString('base64url')
      parts.set(viewer, part)
    }
    return part
  }

  function viewerOf(part: string): Viewer | undefined {
    const remembered = known.get(part)
    if (remembered !== undefined) return remembered
    const viewer: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    if (!isViewer(viewer)) return undefined
    if (known.size >= REMEMBERED_MAX) known.clear()
    known.set(part, viewer)
    return viewer
  }

  return {
    sign(viewer, requestId) {
      const id = Buffer.from(requestId).toString('base64url')
      const said = `v1.${partOf(viewer)}.${now() + VIEWER_TOKEN_LIFE_MS}.${id}`
      return `${said}.${macOf(said).toString('base64url')}`
    },

    verify(token) {
      if (token === undefined || token.length > CHARACTERS_MAX) return undefined
      const [version, viewerPart, expiry, requestPart, mac, ...rest] = token.split('.')
      if (version !== 'v1' || viewerPart === undefined || requestPart === undefined || mac === undefined)
        return undefined
      if (rest.length > 0) return undefined

      const given = Buffer.from(mac, 'base64url')
      const own = macOf(token.slice(0, token.length - mac.length - 1))
      if (given.length !== MAC_BYTES || !timingSafeEqual(given, own)) return undefined

      // From here on it is what a gateway has said.
      const remainingMs = Number(expiry) - now()
      // More than twice its life ahead: a clock is so wrong that nothing can be said about its age.
      if (!(remainingMs > 0 && remainingMs <= 2 * VIEWER_TOKEN_LIFE_MS)) return undefined
      const viewer = viewerOf(viewerPart)
      if (viewer === undefined) return undefined
      return { viewer, requestId: Buffer.from(requestPart, 'base64url').toString() }
    },
  }
}
