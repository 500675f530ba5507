import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AddressRules } from '../../outgoing/address-rules.ts'
import { openOutgoing } from '../../outgoing/outgoing.ts'

describe('which addresses are called', () => {
  test.each([
    ['93.184.216.34', 'public'],
    ['2606:4700::1111', 'public'],
    ['::ffff:93.184.216.34', 'public'],
    ['0.0.0.0', 'refused'],
    ['10.1.2.3', 'refused'],
    ['100.64.0.1', 'refused'],
    ['127.0.0.1', 'refused'],
    ['127.255.255.254', 'refused'],
    ['169.254.169.254', 'refused'],
    ['172.16.0.1', 'refused'],
    ['172.32.0.1', 'public'],
    ['192.0.0.170', 'refused'],
    ['192.168.1.1', 'refused'],
    ['198.18.0.1', 'refused'],
    ['224.0.0.1', 'refused'],
    ['255.255.255.255', 'refused'],
    ['::', 'refused'],
    ['::1', 'refused'],
    ['::ffff:127.0.0.1', 'refused'],
    ['::ffff:a9fe:a9fe', 'refused'],
    ['::127.0.0.1', 'refused'],
    ['64:ff9b::7f00:1', 'refused'],
    ['64:ff9b:1::1', 'refused'],
    ['2002:7f00:1::', 'refused'],
    ['2001:0:7f00:1::', 'refused'],
    ['2001:db8::1', 'refused'],
    ['fc00::1', 'refused'],
    ['fd00:ec2::254', 'refused'],
    ['fe80::1', 'refused'],
    ['fec0::1', 'refused'],
    ['ff02::1', 'refused'],
    ['nonsense', 'refused'],
  ])('%s is %s', (address, judged) => {
    expect(new AddressRules([]).judge(address)).toBe(judged)
  })

  test('what the settings name may be called, and nothing beside it', () => {
    const rules = new AddressRules(['10.0.0.0/8', '127.0.0.1', 'fd00::/8'])
    expect(['10.9.9.9', '127.0.0.1', '::ffff:10.0.0.1', 'fd00::1'].map((one) => rules.judge(one))).toEqual(
      Array(4).fill('allowed'),
    )
    expect(['11.0.0.1', '127.0.0.2', 'fe80::1'].map((one) => rules.judge(one))).toEqual([
      'public',
      'refused',
      'refused',
    ])
  })
})

describe('calls to servers of others', () => {
  let port: number
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.url ?? '')
    switch (request.url) {
      case '/redirect':
        return response.writeHead(307, { location: `http://127.0.0.1:${port}/target` }).end()
      case '/endless': {
        response.writeHead(200)
        const more = setInterval(() => response.write('x'.repeat(16_384)), 1)
        return response.on('close', () => clearInterval(more))
      }
      case '/slow': {
        response.writeHead(200)
        const more = setInterval(() => response.write('x'), 20)
        return response.on('close', () => clearInterval(more))
      }
      case '/silent':
        return undefined
      default:
        return response.writeHead(200).end('thanks')
    }
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  const post = async (url: string, options: Partial<Parameters<typeof openOutgoing>[0]> = {}, timeoutMs = 20_000) => {
    const outgoing = openOutgoing({ allowed: ['127.0.0.1'], ...options })
    try {
      return await outgoing.post({ url, headers: {}, body: '{}', timeoutMs })
    } finally {
      await outgoing.close()
    }
  }

  test('are answered', async () => {
    expect(await post(`http://127.0.0.1:${port}/`)).toMatchObject({ kind: 'answered', status: 200, text: 'thanks' })
  })

  test('go nowhere private, whatever the address looks like', async () => {
    const before = seen.length
    for (const host of ['127.0.0.1', '127.1', '0x7f000001', '2130706433', '[::ffff:127.0.0.1]', '[::1]', 'localhost']) {
      expect([host, (await post(`http://${host}:${port}/`, { allowed: [] })).kind]).toEqual([host, 'refused'])
    }
    expect(seen.length).toBe(before)
  })

  // Goal: DNS rebinding gains nothing. Method: a name whose address changes with every look, asked over and over.
  test('go to the very address that was looked at, and to none where one of several is private', async () => {
    let asked = 0
    const rebinding = async () => {
      asked++
      return [{ address: asked % 2 === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
    }
    const before = seen.length
    for (let attempt = 1; attempt <= 4; attempt++) {
      const answer = await post(`http://rebinding.test:${port}/`, { resolve: rebinding })
      expect([attempt, answer.kind]).toEqual([attempt, attempt % 2 === 1 ? 'answered' : 'refused'])
    }
    expect(asked).toBe(4)
    expect(seen.length).toBe(before + 2)

    const both = async () => ['127.0.0.1', '127.0.0.2'].map((address) => ({ address, family: 4 }))
    expect(await post(`http://both.test:${port}/`, { resolve: both })).toMatchObject({ kind: 'refused' })
    expect(seen.length).toBe(before + 2)
  })

  test('go to public addresses by TLS only', async () => {
    const resolve = async () => [{ address: '93.184.216.34', family: 4 }]
    expect(await post('http://public.test/', { resolve })).toEqual({
      kind: 'refused',
      message: 'public.test is called by https only.',
    })
  })

  test('follow no redirect', async () => {
    expect(await post(`http://127.0.0.1:${port}/redirect`)).toMatchObject({ kind: 'answered', status: 307 })
    expect(seen).not.toContain('/target')
  })

  test('read no more than the beginning of an answer, and wait for none for ever', async () => {
    const endless = await post(`http://127.0.0.1:${port}/endless`)
    expect(endless).toMatchObject({ kind: 'answered', status: 200 })
    expect(endless.kind === 'answered' && endless.text.length).toBe(2_000)
    for (const path of ['slow', 'silent']) {
      expect(await post(`http://127.0.0.1:${port}/${path}`, {}, 500)).toEqual({
        kind: 'failed',
        message: 'No answer within 500 ms.',
      })
    }
  })
})
