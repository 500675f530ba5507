import type { FastifyRequest } from 'fastify'
import { ANONYMOUS_CLIENT } from '../core/access/api-keys.ts'
import type { Viewer } from '../core/access/viewer.ts'

/**
 * Whether a page of another site makes the browser ask (RFC 6454; Fetch Metadata); pages on this machine are at home, whatever their port. Browsers let any page open a socket or an
 * event stream to anywhere.
 */
export function isOfForeignPage({ headers, hostname }: FastifyRequest): boolean {
  const { origin } = headers
  // Not every request has an origin: images have none.
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site'
  const page = URL.parse(origin)?.hostname
  return page === undefined || !(page === hostname || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(page))
}

/** Such a page, and no credential that it cannot have. An open hub looks at none, so that the page may have made one up. */
export function isUninvited(
  request: FastifyRequest,
  { authorization, viewer }: { readonly authorization: string | undefined; readonly viewer: Viewer },
): boolean {
  return isOfForeignPage(request) && (authorization === undefined || viewer.client === ANONYMOUS_CLIENT)
}
