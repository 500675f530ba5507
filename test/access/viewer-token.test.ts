import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accessClass } from '../../core/access/access-class.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import { VIEWER_KINDS } from '../../core/access/viewer-kinds.ts'
import { VIEWER_TOKEN_LIFE_MS, viewerTokens } from '../../core/access/viewer-token.ts'

const secret = 'the secret of one hub in the tests'
const tokens = viewerTokens(secret)
const partner: Viewer = { kind: 'partner', client: 'outlet', channels: ['outlet', 'wéb'], scopes: ['read'] }

const anyViewer: fc.Arbitrary<Viewer> = fc.record({
  kind: fc.constantFrom(...VIEWER_KINDS),
  client: fc.string({ unit: 'grapheme' }),
  channels: fc.option(fc.array(fc.string())),
  scopes: fc.array(fc.string()),
})

test('a signed viewer arrives as it was signed, with its request', () => {
  fc.assert(
    fc.property(anyViewer, fc.string({ unit: 'grapheme' }), (viewer, requestId) => {
      const token = tokens.sign(viewer, requestId)
      expect(token).toMatch(/^[\w.-]+$/)
      expect(tokens.verify(token)).toEqual({ viewer, requestId })
    }),
  )
})

test('a token is good for 30 s and no longer', () => {
  let now = Date.now()
  const timed = viewerTokens(secret, { now: () => now })
  const token = timed.sign(partner, 'r1')

  now += VIEWER_TOKEN_LIFE_MS - 1
  expect(timed.verify(token)?.viewer).toEqual(partner)
  now += 1
  expect(timed.verify(token)).toBeUndefined()
  now -= 3 * VIEWER_TOKEN_LIFE_MS
  expect(timed.verify(token)).toBeUndefined()
})

test('no character of a token can be changed', () => {
  const token = tokens.sign(partner, 'request')
  for (let index = 0; index < token.length; index++) {
    const changed = token[index] === 'A' ? 'B' : 'A'
    // The last character of the HMAC has two bits that mean nothing.
    if (index === token.length - 1) continue
    expect(tokens.verify(token.slice(0, index) + changed + token.slice(index + 1))).toBeUndefined()
  }
})

test('what another hub, or nobody, has signed is refused', () => {
  const [, viewer, expiry, id] = tokens.sign({ ...partner, kind: 'admin', channels: null }, 'r').split('.')
  const said = `v1.${viewer}.${expiry}.${id}`
  const macs = ['', 'AAAA', createHmac('sha256', secret).update(said).digest('base64url')]

  for (const mac of macs) expect(tokens.verify(`${said}.${mac}`)).toBeUndefined()
  expect(tokens.verify(said)).toBeUndefined()
  expect(tokens.verify(viewerTokens('the secret of another hub').sign(partner, 'r'))).toBeUndefined()
  for (const garbage of [undefined, '', '....', 'v1', 'v1....', 'x'.repeat(100_000)]) {
    expect(tokens.verify(garbage)).toBeUndefined()
  }
})

test('a token that was good once is not good for ever, even where its viewer is remembered', async () => {
  const token = tokens.sign(partner, 'r')
  expect(tokens.verify(token)).toBeDefined()
  await sleep(1)
  const later = viewerTokens(secret, { now: () => Date.now() + VIEWER_TOKEN_LIFE_MS })
  expect(later.verify(token)).toBeUndefined()
})

test('viewers are of one access class exactly when they may see the same', () => {
  const shuffled = { ...partner, client: 'another', channels: ['wéb', 'outlet', 'wéb'] }
  expect(accessClass(shuffled)).toBe(accessClass(partner))

  const others: Viewer[] = [
    { ...partner, kind: 'storefront' },
    { ...partner, channels: ['outlet'] },
    { ...partner, channels: [] },
    { ...partner, channels: null },
    { ...partner, channels: ['outlet,wéb'] },
    { ...partner, scopes: [] },
    { ...partner, channels: ['outlet'], scopes: ['wéb', 'read'] },
  ]
  const classes = new Set([partner, ...others].map(accessClass))
  expect(classes.size).toBe(others.length + 1)
})
