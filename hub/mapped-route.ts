import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ANONYMOUS_CLIENT } from '../core/access/api-keys.ts'
import type { Config } from '../core/config.ts'
import { isDatabaseUnavailable } from '../core/database/errors.ts'
import type { Ingest, Reporter } from '../core/ingest/ingest.ts'
import { isKeepable, recordPayload } from '../core/ingest/mapped-payload.ts'
import { LedgerUnavailable } from '../core/ledger/ledger.ts'
import { MappingUnavailable } from '../core/mappings/evaluator.ts'
import type { Mapping } from '../core/mappings/mapping.ts'
import { parsePayload } from '../core/mappings/parse-payload.ts'
import { isSignedBy, isUsable, type SenderSignature } from '../core/mappings/sender-signature.ts'
import { findMapping, newestMapping } from '../core/mappings/stored-mappings.ts'
import { errorBody } from '../gateway/errors.ts'
import { isUninvited } from '../gateway/foreign-page.ts'
import type { SenderSecrets } from './read-sender-secrets.ts'
import { identifyReporter, type Refusal, type ReporterOptions } from './reporter.ts'

export interface MappedRouteOptions extends ReporterOptions {
  readonly ingest: Ingest
  readonly secrets: SenderSecrets
  readonly config: Pick<Config, 'eventLimitBytes'>
  /** Called for each payload of which its mapping made no event: many of them may be no news, or misunderstood. */
  readonly noNews: (mapping: string) => void
}

interface Route {
  Params: { name: string; version?: string }
  Body: Buffer | undefined
}

/**
 * A Fastify plugin: `POST /events/mapped/<name>` takes what a system posts in its own JSON, has the newest version of that mapping make events of it (`/<version>`: this one), and answers 200 with their results as
 * `POST /events` does; a payload of which none can be made is one result that is REJECTED. 400: no JSON. 401: neither a credential nor the signature that the mapping asks for. 403: whoever it is may not report, or is a page of another site. 404: no such mapping. 413: longer than an event
 * may be. 503: nothing was lost, send it again.
 */
export function mappedRoute(options: MappedRouteOptions): (app: FastifyInstance) => Promise<void> {
  const { ingest, config, log } = options
  /** Mappings whose secrets were complained of: once each, however often somebody posts. */
  const warnedOf = new Set<string>()

  return async (app) => {
    // A signature is about the very bytes.
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: config.eventLimitBytes }, (_request, body, done) =>
      done(null, body),
    )
    app.post<Route>('/events/mapped/:name', answer)
    app.post<Route>('/events/mapped/:name/:version', answer)
  }

  async function answer(request: FastifyRequest<Route>, reply: FastifyReply) {
    const refuse = ({ status, code, message, headers }: Refusal) =>
      reply
        .code(status)
        .headers(headers)
        .send(errorBody(code, message, request.id))
    try {
      const body = request.body ?? Buffer.alloc(0)
      const mapping = await mappingOf(request.params)
      const sender = await senderOf(request, mapping, body)
      if ('refusal' in sender) return refuse(sender.refusal)
      if (mapping === undefined) {
        const message = `There is no mapping "${request.params.name}" of that version, or it was retired.`
        return refuse({ status: 404, code: 'BAD_USER_INPUT', message, headers: {} })
      }
      const payload = jsonOf(body)
      if ('problem' in payload) {
        return refuse({
          status: 400,
          code: 'BAD_USER_INPUT',
          message: `${payload.problem} Nothing was stored.`,
          headers: {},
        })
      }
      const results = await recordPayload(ingest, mapping, payload.value, sender.reporter)
      if (results.length === 0) options.noNews(mapping.name)
      return { results }
    } catch (error) {
      const isAway =
        error instanceof LedgerUnavailable || error instanceof MappingUnavailable || isDatabaseUnavailable(error)
      if (!isAway) throw error
      log.warn({ err: error, requestId: request.id }, 'A payload could not be recorded')
      const message = 'It could not be recorded at the moment. Send it again: what was recorded is a duplicate then.'
      return refuse({ status: 503, code: 'SERVICE_UNAVAILABLE', message, headers: { 'retry-after': '1' } })
    }
  }

  async function mappingOf({ name, version }: Route['Params']): Promise<Mapping | undefined> {
    const db = ingest.options.db.kysely
    if (!/^[a-z0-9-]{1,64}$/.test(name)) return undefined
    if (version === undefined) return newestMapping(db, name)
    return /^[1-9]\d{0,5}$/.test(version) ? findMapping(db, name, Number(version)) : undefined
  }

  /** A signature that is right says who sends. Where a mapping has one, a credential of somebody the hub knows does as well, and nobody else gets in, however open the hub is. */
  async function senderOf(
    request: FastifyRequest,
    mapping: Mapping | undefined,
    body: Buffer,
  ): Promise<{ readonly reporter: Reporter } | { readonly refusal: Refusal }> {
    const { authorization } = request.headers
    const { name, signature } = mapping ?? { name: '', signature: null }
    if (signature !== null) {
      if (isSignedBy(secretsOf(name, signature), signature, request.headers, body)) {
        return { reporter: { client: `mapping:${name}`, channels: null } }
      }
      if (authorization === undefined) return UNSIGNED
    }
    const found = await identifyReporter(options, authorization, request.id)
    if ('refusal' in found) return found
    const { viewer } = found
    if (signature !== null && viewer.client === ANONYMOUS_CLIENT) return UNSIGNED
    // Any media type is taken, so that the browser asks nobody whether the page may post.
    if (isUninvited(request, { authorization, viewer })) return UNINVITED
    return { reporter: viewer }
  }

  function secretsOf(name: string, signature: SenderSignature): readonly string[] {
    const secrets = options.secrets.of(name)
    const usable = secrets.filter((secret) => isUsable(secret, signature))
    if ((usable.length === 0 || usable.length < secrets.length) && !warnedOf.has(name)) {
      warnedOf.add(name)
      const about = { mapping: name, scheme: signature.scheme, secrets: secrets.length, usable: usable.length }
      log.warn(about, 'SENDER_SECRETS_FILE has no secret of a sender that could have signed, or one that is no base64')
    }
    return usable
  }
}

const UNSIGNED = {
  refusal: {
    status: 401,
    code: 'UNAUTHENTICATED',
    message: 'It is not signed with the secret of its sender, or was signed too long ago.',
    headers: { 'www-authenticate': 'Bearer' },
  },
} as const

const UNINVITED = {
  refusal: { status: 403, code: 'FORBIDDEN', message: 'A page of another site may not report events.', headers: {} },
} as const

function jsonOf(body: Buffer): { readonly value: unknown } | { readonly problem: string } {
  if (!isUtf8(body)) return { problem: 'The body is not UTF-8.' }
  let value: unknown
  try {
    value = parsePayload(body.toString('utf8'))
  } catch (error) {
    return { problem: `The body is not JSON: ${error instanceof Error ? error.message : String(error)}.` }
  }
  return isKeepable(value) ? { value } : { problem: 'The body nests too deeply.' }
}
