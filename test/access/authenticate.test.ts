import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JSONWebKeySet,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { AccessUnavailable } from '../../core/access/access-unavailable.ts'
import {
  API_KEY_CACHE_MS,
  apiKeyVerifier,
  createApiKey,
  InvalidApiKey,
  listApiKeys,
  revokeApiKey,
} from '../../core/access/api-keys.ts'
import { type AccessConfig, ANONYMOUS, authenticator } from '../../core/access/authenticate.ts'
import { channelFilter } from '../../core/access/channel-filter.ts'
import { jwtVerifier } from '../../core/access/jwt.ts'
import { deriveKey, hubName, hubSecret } from '../../core/access/secrets.ts'
import { seesChannel } from '../../core/access/viewer.ts'
import { DATABASE_KINDS, type FreshDatabase, freshDatabase } from '../support/database.ts'

const nothing: AccessConfig = { jwtJwks: undefined, jwtIssuer: undefined, jwtAudience: undefined }
const ISSUER = 'https://login.example.com/'
const AUDIENCE = 'onhand'

async function newKey(kid: string, algorithm = 'ES256') {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' }
  return { publicKey, privateKey, jwk, kid, algorithm }
}
type Key = Awaited<ReturnType<typeof newKey>>

function sign(key: Key, claims: JWTPayload = {}, lifeSeconds = 60, without?: 'aud' | 'sub'): Promise<string> {
  const payload: JWTPayload = { iss: ISSUER, aud: AUDIENCE, sub: 'shop-1', onhand_kind: 'operator', ...claims }
  if (without !== undefined) delete payload[without]
  return new SignJWT(payload)
    .setProtectedHeader({ alg: key.algorithm, kid: key.kid })
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + lifeSeconds)
    .sign(key.privateKey)
}

const setOf = (...keys: Key[]): JSONWebKeySet => ({ keys: keys.map(({ jwk }) => jwk) })

describe.each(DATABASE_KINDS)('API keys on %s', (kind) => {
  let db: FreshDatabase
  beforeEach(async () => {
    db = await freshDatabase(kind)
    return () => db[Symbol.asyncDispose]()
  })

  test('a hub with nothing configured is open, until the first key is made, and not again when it is revoked', async () => {
    const before = authenticator({ db, config: nothing })
    expect(await before.isOpen()).toBe(true)
    expect(await before.viewerFor(undefined)).toEqual({ viewer: ANONYMOUS, expiresAt: null })

    const { id } = await createApiKey(db, { name: 'ops', kind: 'operator', channels: null, scopes: [] })
    await expect.poll(() => before.isOpen(), { timeout: 3_000 }).toBe(false)
    expect(await before.viewerFor(undefined)).toMatchObject({ error: 'UNAUTHENTICATED', reason: 'missing' })

    await revokeApiKey(db, id)
    expect(await authenticator({ db, config: nothing }).isOpen()).toBe(false)
  })

  test('a key says who is asking', async () => {
    const { viewerFor } = authenticator({ db, config: nothing })
    const partner = { name: 'Outlet 24', kind: 'partner', channels: ['outlet', 'wéb,"2"'], scopes: ['read'] } as const
    const { key } = await createApiKey(db, partner)
    const { key: service } = await createApiKey(db, { name: 'till', kind: 'service', channels: null, scopes: [] })

    expect(key).toMatch(/^onh_[0-9a-z]{12}_[\w-]{43}$/)
    expect(await viewerFor(`Bearer ${key}`)).toEqual({
      viewer: { kind: 'partner', client: 'Outlet 24', channels: partner.channels, scopes: ['read'] },
      expiresAt: null,
    })
    expect(await viewerFor(`bearer  ${service}`)).toMatchObject({ viewer: { kind: 'service', channels: null } })
  })

  test('what is not exactly a key is refused', async () => {
    const { viewerFor } = authenticator({ db, config: nothing })
    const { id, key } = await createApiKey(db, { name: 'ops', kind: 'admin', channels: null, scopes: [] })
    const { key: other } = await createApiKey(db, { name: 'other', kind: 'admin', channels: null, scopes: [] })
    const secretOfOther = other.slice(-43)

    const wrong = [
      key.slice(0, -1),
      `${key}A`,
      key.toUpperCase(),
      key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A'),
      `onh_${id}_${secretOfOther}`,
      `onh_${id}_`,
      `onh_000000000000_${secretOfOther}`,
      id,
      'onh_',
    ]
    for (const credential of wrong) {
      expect(await viewerFor(`Bearer ${credential}`)).toMatchObject({ error: 'UNAUTHENTICATED', reason: 'invalid' })
    }
    for (const header of [key, `Basic ${key}`, 'Bearer', 'Bearer ', `Bearer ${key} ${key}`, `Bearer ${key}\n`]) {
      expect(await viewerFor(header)).toMatchObject({ error: 'UNAUTHENTICATED' })
    }
    expect(await viewerFor('')).toMatchObject({ reason: 'missing' })
  })

  test('a revoked key stops working, within 5 seconds where it was just used', async () => {
    const { id, key } = await createApiKey(db, { name: 'ops', kind: 'operator', channels: null, scopes: [] })
    let now = 0
    const verifier = apiKeyVerifier(db, () => now)
    expect(await verifier.verify(key)).toMatchObject({ client: 'ops' })

    expect(await revokeApiKey(db, id)).toBe(true)
    expect(await revokeApiKey(db, 'nobody')).toBe(false)
    expect(await apiKeyVerifier(db).verify(key)).toBeUndefined()
    now += API_KEY_CACHE_MS
    expect(API_KEY_CACHE_MS).toBeLessThanOrEqual(5_000)
    expect(await verifier.verify(key)).toBeUndefined()

    const [first] = await listApiKeys(db)
    await revokeApiKey(db, id)
    const [again] = await listApiKeys(db)
    expect(first?.revokedAt).toBeInstanceOf(Date)
    expect(again?.revokedAt).toEqual(first?.revokedAt)
  })

  test('the list and the table show nothing that could be used', async () => {
    const { id, key } = await createApiKey(db, { name: 'shop', kind: 'storefront', channels: ['web'], scopes: ['a'] })
    const secret = key.slice(-43)

    const keys = await listApiKeys(db)
    expect(keys).toEqual([
      {
        id,
        name: 'shop',
        kind: 'storefront',
        channels: ['web'],
        scopes: ['a'],
        createdAt: expect.any(Date),
        revokedAt: null,
      },
    ])
    const rows = await db.kysely.selectFrom('api_key').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(rows.map(({ hash }) => Buffer.from(hash).toString())).not.toContain(secret)
  })

  test('a key that would see too much or could be taken for another client is not made', async () => {
    const key = { name: 'shop', kind: 'storefront', channels: ['web'], scopes: [] } as const
    const wrong = [
      { ...key, channels: null },
      { ...key, channels: [] },
      { ...key, channels: [''] },
      { ...key, channels: ['a\0b'] },
      { ...key, name: '' },
      { ...key, name: 'jwt:shop-1' },
      { ...key, name: 'anonymous' },
      { ...key, scopes: ['x'.repeat(256)] },
    ]
    for (const one of wrong) await expect(createApiKey(db, one)).rejects.toThrow(InvalidApiKey)
    expect(await listApiKeys(db)).toEqual([])
  })

  test('many requests with one key are one look-up', async () => {
    const { key } = await createApiKey(db, { name: 'ops', kind: 'operator', channels: null, scopes: [] })
    const verifier = apiKeyVerifier(db)
    const viewers = await Promise.all(Array.from({ length: 50 }, () => verifier.verify(key)))
    // The same object, so that what is made once for each viewer is made once.
    expect(new Set(viewers).size).toBe(1)
  })

  test('rows are seen in SQL as in TypeScript', async () => {
    const channels = [null, 'web', 'outlet', 'a,"b"']
    for (const seen of [null, [], ['web'], ['outlet', 'a,"b"']]) {
      const viewer = { ...ANONYMOUS, channels: seen }
      for (const channel of channels) {
        const { rows } = await sql`
          select from (values (${channel}::text)) as row (channel_id) where ${channelFilter(viewer, 'row.channel_id')}
        `.execute(db.kysely)
        expect(rows.length === 1).toBe(seesChannel(viewer, channel))
      }
    }
  })

  test('the secret is that of the environment, else that of the database', async () => {
    const kept = await hubSecret({ hubSecret: undefined }, db)
    expect(kept.length).toBeGreaterThanOrEqual(32)
    expect(await hubSecret({ hubSecret: undefined }, db)).toBe(kept)
    expect(await hubSecret({ hubSecret: 'from the environment' }, db)).toBe('from the environment')

    expect(deriveKey(kept, 'cursor')).toHaveLength(32)
    expect(deriveKey(kept, 'cursor')).not.toEqual(deriveKey(kept, 'viewer-token'))
    expect(hubName(kept)).toMatch(/^[0-9a-f]{16}$/)
    expect(kept).not.toContain(hubName(kept))
  })
})

describe('JWTs', () => {
  let db: FreshDatabase
  let key: Key
  let other: Key
  let config: AccessConfig
  beforeAll(async () => {
    db = await freshDatabase('pglite')
    ;[key, other] = await Promise.all([newKey('one'), newKey('two', 'RS256')])
    config = { jwtJwks: JSON.stringify(setOf(key, other)), jwtIssuer: ISSUER, jwtAudience: AUDIENCE }
  })
  afterAll(() => db[Symbol.asyncDispose]())
  const ask = async (token: string) => authenticator({ db, config }).viewerFor(`Bearer ${token}`)

  test('a hub that accepts JWTs is not open', async () => {
    const { isOpen, viewerFor } = authenticator({ db, config })
    expect(await isOpen()).toBe(false)
    expect(await viewerFor(undefined)).toMatchObject({ error: 'UNAUTHENTICATED', reason: 'missing' })
  })

  test('claims say who is asking, and until when', async () => {
    const claims = { onhand_kind: 'partner', onhand_channels: ['outlet'], scope: 'read  write' }
    for (const signer of [key, other]) {
      const answer = await ask(await sign(signer, claims, 60))
      expect(answer).toEqual({
        viewer: { kind: 'partner', client: 'jwt:shop-1', channels: ['outlet'], scopes: ['read', 'write'] },
        expiresAt: expect.any(Date),
      })
      const remainingMs = 'expiresAt' in answer ? (answer.expiresAt?.getTime() ?? 0) - Date.now() : 0
      expect(remainingMs).toBeGreaterThan(50_000)
      expect(remainingMs).toBeLessThanOrEqual(60_000)
    }
  })

  test('without the claim, storefronts and partners see no channel and the others every channel', async () => {
    for (const [kind, channels] of [
      ['storefront', []],
      ['partner', []],
      ['operator', null],
      ['service', null],
    ] as const) {
      expect(await ask(await sign(key, { onhand_kind: kind }))).toMatchObject({ viewer: { kind, channels } })
    }
    expect(await ask(await sign(key, { onhand_channels: ['web'] }))).toMatchObject({ viewer: { channels: ['web'] } })
  })

  test('a token that is over, for others, from others, or too early is refused with the reason', async () => {
    const cases: [Promise<string>, 'expired' | 'invalid', RegExp][] = [
      [sign(key, {}, -60), 'expired', /expired/],
      [sign(key, { aud: 'another' }), 'invalid', /"aud"/],
      [sign(key, {}, 60, 'aud'), 'invalid', /"aud" .* missing/],
      [sign(key, { iss: 'https://evil.example.com/' }), 'invalid', /"iss"/],
      [sign(key, { nbf: Math.floor(Date.now() / 1000) + 600 }), 'invalid', /"nbf"/],
      [sign(key, {}, 60, 'sub'), 'invalid', /"sub"/],
      [sign(key, { sub: '' }), 'invalid', /"sub"/],
      [sign(key, { onhand_kind: 'root' }), 'invalid', /"onhand_kind"/],
      [sign(key, { onhand_kind: undefined }), 'invalid', /"onhand_kind"/],
      [sign(key, { onhand_channels: 'web' }), 'invalid', /"onhand_channels"/],
      [sign(key, { scope: 7 }), 'invalid', /"scope"/],
    ]
    for (const [token, reason, message] of cases) {
      expect(await ask(await token)).toEqual({
        error: 'UNAUTHENTICATED',
        reason,
        message: expect.stringMatching(message),
      })
    }
  })

  test('clocks may differ by 5 seconds', async () => {
    expect(await ask(await sign(key, {}, -2))).toMatchObject({ viewer: { kind: 'operator' } })
    expect(await ask(await sign(key, {}, -10))).toMatchObject({ reason: 'expired' })
  })

  test('a token without an end is refused', async () => {
    const endless = await new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: 'x', onhand_kind: 'admin' })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .sign(key.privateKey)
    expect(await ask(endless)).toMatchObject({ reason: 'invalid', message: expect.stringMatching(/"exp"/) })
  })

  test('a token that nobody signed, or somebody else, or that was changed is refused', async () => {
    const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'shop-1', onhand_kind: 'admin' }
    const unsigned = new UnsecuredJWT(claims).setExpirationTime('1m').encode()
    const stranger = await newKey('one')
    const unknown = await newKey('three')
    const good = await sign(key)
    const [header, , signature] = good.split('.')
    const payload = Buffer.from(JSON.stringify({ ...claims, exp: 9_999_999_999 })).toString('base64url')
    const tampered = `${header}.${payload}.${signature}`

    for (const token of [
      unsigned,
      await sign(stranger),
      await sign(unknown),
      tampered,
      `${good}A`,
      good.slice(0, -2),
      'a.b.c',
      'x',
    ]) {
      expect(await ask(token)).toMatchObject({ error: 'UNAUTHENTICATED', reason: 'invalid' })
    }
    expect(await ask('x'.repeat(20_000))).toMatchObject({
      reason: 'invalid',
      message: expect.stringMatching(/too long/),
    })
  })

  test('a public key cannot be used as a shared secret', async () => {
    // The classic confusion of algorithms: an HMAC made with what everybody may know.
    const header = Buffer.from(JSON.stringify({ alg: 'HS256', kid: 'two' })).toString('base64url')
    const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'x', onhand_kind: 'admin', exp: 9_999_999_999 }
    const said = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
    for (const secret of [await exportSPKI(other.publicKey), JSON.stringify(other.jwk), randomBytes(32)]) {
      const token = `${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`
      expect(await ask(token)).toMatchObject({ reason: 'invalid', message: expect.stringMatching(/algorithm/) })
    }
    const shared = { keys: [{ kty: 'oct', k: randomBytes(32).toString('base64url'), kid: 'two', alg: 'HS256' }] }
    const verifier = jwtVerifier({ jwtJwks: JSON.stringify(shared), jwtIssuer: undefined, jwtAudience: undefined })
    expect(await verifier.verify(`${said}.AAAA`)).toMatchObject({ reason: 'invalid' })
  })

  test('a remembered token is not remembered longer than it lives', async () => {
    let now = Date.now()
    const jwtJwks = JSON.stringify(setOf(key))
    const verifier = jwtVerifier({ jwtJwks, jwtIssuer: ISSUER, jwtAudience: AUDIENCE }, () => now)
    const token = await sign(key, {}, 20)
    expect(await verifier.verify(token)).toMatchObject({ viewer: { client: 'jwt:shop-1' } })

    now += 10_000
    expect(await verifier.verify(token)).toMatchObject({ viewer: { client: 'jwt:shop-1' } })
    now += 16_000
    expect(await verifier.verify(token)).toMatchObject({ reason: 'expired' })
  })

  test('an API key is accepted beside JWTs, and is never taken for one', async () => {
    const { viewerFor } = authenticator({ db, config })
    const { key: apiKey } = await createApiKey(db, { name: 'ops', kind: 'operator', channels: null, scopes: [] })

    expect(await viewerFor(`Bearer ${apiKey}`)).toMatchObject({ viewer: { client: 'ops' } })
    expect(await viewerFor(`Bearer ${await sign(key, { sub: 'ops' })}`)).toMatchObject({
      viewer: { client: 'jwt:ops' },
    })
    expect(await viewerFor('Bearer onh_nonsense')).toMatchObject({ message: expect.stringMatching(/API key/) })
  })

  test('keys are fetched from their URL, again for a new key, and are kept while the issuer is away', async () => {
    let published = setOf(key)
    let available = true
    let requests = 0
    const server = createServer((_request, response) => {
      requests++
      response.writeHead(available ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(published))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.')
    const remote = { ...config, jwtJwks: `http://127.0.0.1:${address.port}/keys` }
    try {
      const { viewerFor } = authenticator({ db, config: remote })
      available = false
      await expect(viewerFor(`Bearer ${await sign(key)}`)).rejects.toThrow(AccessUnavailable)
      available = true
      expect(await viewerFor(`Bearer ${await sign(key)}`)).toMatchObject({ viewer: { kind: 'operator' } })
      expect(await viewerFor(`Bearer ${await sign(other)}`)).toMatchObject({
        message: expect.stringMatching(/unknown key/),
      })
      expect(requests).toBe(2)

      available = false
      expect(await viewerFor(`Bearer ${await sign(key, { sub: 'another' })}`)).toMatchObject({
        viewer: { client: 'jwt:another' },
      })

      available = true
      published = setOf(key, other)
      const later = authenticator({ db, config: remote })
      expect(await later.viewerFor(`Bearer ${await sign(other)}`)).toMatchObject({ viewer: { kind: 'operator' } })
    } finally {
      server.close()
      server.closeAllConnections()
    }
  })
})
