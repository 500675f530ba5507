import type { Authenticated } from '../core/access/authenticate.ts'
import type { Viewer, ViewerKind } from '../core/access/viewer.ts'
import type { errorBody } from '../gateway/errors.ts'

export interface ReporterOptions {
  readonly viewerFor: (authorization: string | undefined) => Promise<Authenticated>
  readonly log: { warn(details: object, message: string): void }
}

/** An answer that refuses a request to report something. */
export interface Refusal {
  readonly status: number
  readonly code: Parameters<typeof errorBody>[0]
  readonly message: string
  readonly headers: Readonly<Record<string, string>>
}

/** Who may report what happened. */
const REPORTERS: readonly ViewerKind[] = ['service', 'operator', 'admin']

/** Who reports by this credential: 401 where it is missing or wrong, 403 where its owner may not, 503 where that cannot be found out. */
export async function identifyReporter(
  { viewerFor, log }: ReporterOptions,
  authorization: string | undefined,
  requestId: string,
): Promise<{ readonly viewer: Viewer } | { readonly refusal: Refusal }> {
  const authenticated = await viewerFor(authorization).catch((error: unknown) => {
    log.warn({ err: error, requestId }, 'A credential could not be looked up')
    return undefined
  })
  if (authenticated === undefined) {
    const message = 'Who is asking cannot be found out at the moment. Nothing was stored. Try again.'
    return { refusal: { status: 503, code: 'SERVICE_UNAVAILABLE', message, headers: { 'retry-after': '1' } } }
  }
  if ('error' in authenticated) {
    // RFC 9110, 11.6.1 and RFC 6750, 3.
    const challenge = authenticated.reason === 'missing' ? 'Bearer' : 'Bearer error="invalid_token"'
    const { message } = authenticated
    return { refusal: { status: 401, code: 'UNAUTHENTICATED', message, headers: { 'www-authenticate': challenge } } }
  }
  const { viewer } = authenticated
  if (REPORTERS.includes(viewer.kind)) return { viewer }
  const message = `A ${viewer.kind} may not report events; ${REPORTERS.join(', ')} may.`
  return { refusal: { status: 403, code: 'FORBIDDEN', message, headers: {} } }
}
