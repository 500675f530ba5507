import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import Fastify from 'fastify'
import { Webhook } from 'standardwebhooks'
import { ANONYMOUS, type Authenticated } from '../../core/access/authenticate.ts'
import type { EventResult } from '../../core/ingest/result.ts'
import type { MappingDefinition } from '../../core/mappings/mapping.ts'
import { readMapping } from '../../core/mappings/read-mapping.ts'
import { putMapping } from '../../core/mappings/stored-mappings.ts'
import { tryMapping } from '../../core/mappings/try-mapping.ts'
import { mappedRoute } from '../../hub/mapped-route.ts'
import { INGEST_CONFIG, type IngestHub, openIngestHub } from '../ingest/ingest-hub.ts'
import type { DatabaseKind } from '../support/database.ts'

export const SHOP_SECRET = 'what the shop signs with'
export const WMS_SECRET = `whsec_${Buffer.from('what the warehouse signs with').toString('base64')}`

const SECRETS: Readonly<Record<string, readonly string[]>> = {
  'shop-order': ['an older one', SHOP_SECRET],
  'wms-receipt': [WMS_SECRET],
  plain: ['no base64!'],
}

/** A mapping that comes with the documentation. */
export async function worked(name: string): Promise<MappingDefinition> {
  const file = fileURLToPath(new URL(`../../docs/mappings/${name}.json`, import.meta.url))
  return readMapping(await readFile(file, 'utf8'))
}

/** A mapping whose expression is all that matters. */
export function mappingOf(expression: string, more: Partial<MappingDefinition> = {}): MappingDefinition {
  const examples: MappingDefinition['examples'] = [{ title: 'none', payload: null, events: [] }]
  return { name: 'till', version: 1, source: '/till', expression, signature: null, examples, ...more }
}

/** The route on a hub of its own. The credential is the kind of the viewer; where the hub is open, everybody is an administrator, whatever credential comes. */
export class MappedServer implements AsyncDisposable {
  readonly hub: IngestHub
  /** Names of mappings, for each payload that was no news. */
  readonly noNews: string[]
  readonly warnings: unknown[]
  readonly #url: string
  readonly #close: () => Promise<void>

  private constructor(
    hub: IngestHub,
    { noNews, warnings }: Pick<MappedServer, 'noNews' | 'warnings'>,
    url: string,
    close: () => Promise<void>,
  ) {
    this.hub = hub
    this.noNews = noNews
    this.warnings = warnings
    this.#url = url
    this.#close = close
  }

  static async open(kind: DatabaseKind, { isOpen = false } = {}): Promise<MappedServer> {
    const hub = await openIngestHub(kind)
    await hub.shop(['MUG', 'BOWL', 'HAT'], ['BER', 'DC1'])
    await hub.submit({
      kind: 'upsertItems',
      items: [{ sku: 'MUG', title: 'Mug', units: [{ unit: 'case', factor: 6 }] }],
    })
    const app = Fastify()
    const viewerFor = async (authorization: string | undefined): Promise<Authenticated> => {
      if (isOpen) return { viewer: ANONYMOUS, expiresAt: null }
      const kind = authorization
      if (kind !== 'service' && kind !== 'partner')
        return { error: 'UNAUTHENTICATED', reason: 'missing', message: 'Who are you?' }
      return { viewer: { kind, client: 'till', channels: null, scopes: [] }, expiresAt: null }
    }
    const secrets = { of: (name: string) => SECRETS[name] ?? [] }
    const told: Pick<MappedServer, 'noNews' | 'warnings'> = { noNews: [], warnings: [] }
    const noNews = (mapping: string) => void told.noNews.push(mapping)
    const log = { warn: (details: object) => void told.warnings.push(details) }
    await app.register(mappedRoute({ ingest: hub.ingest, viewerFor, secrets, noNews, config: INGEST_CONFIG, log }))
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    return new MappedServer(hub, told, `http://127.0.0.1:${port}`, () => app.close())
  }

  /** As `mappings put` does. */
  async put(mapping: MappingDefinition): Promise<boolean> {
    await tryMapping(mapping, this.hub.ingest.mapPayload)
    return putMapping(this.hub.db.kysely, mapping)
  }

  async post(path: string, payload: unknown, headers: Record<string, string> = { authorization: 'service' }) {
    const body = typeof payload === 'string' || payload instanceof Uint8Array ? payload : JSON.stringify(payload)
    const answer = await fetch(`${this.#url}/events/mapped/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })
    const { results = [], errors = [] }: Answer = JSON.parse(await answer.text())
    return {
      status: answer.status,
      results,
      statuses: results.map((result) => result.code ?? result.status),
      message: errors[0]?.message ?? results[0]?.message,
    }
  }

  async [Symbol.asyncDispose]() {
    await this.#close()
    await this.hub[Symbol.asyncDispose]()
  }
}

interface Answer {
  results?: EventResult[]
  errors?: { message: string; extensions: { code: string } }[]
}

/** As a shop signs: the body alone. */
export function shopHeaders(body: string, secret = SHOP_SECRET): Record<string, string> {
  return { 'X-Shopify-Hmac-Sha256': createHmac('sha256', secret).update(body).digest('base64') }
}

/** As Standard Webhooks says. */
export function wmsHeaders(body: string, at = new Date(), secret = WMS_SECRET): Record<string, string> {
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
  }
}
