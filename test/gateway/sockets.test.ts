import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Authenticate } from '../../gateway/context.ts'
import type { SubgraphCall } from '../../gateway/subgraph-call.ts'
import { openTestGateway, type TestGateway, VIEWERS } from './support.ts'

/** A socket on which a test says every word itself. */
async function connect(
  gateway: TestGateway,
  authorization?: string,
): Promise<{ socket: WebSocket; closed: Promise<number> }> {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
  const closed = once(socket, 'close').then(([code]) => Number(code))
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }))
  return { socket, closed }
}

describe('sockets', () => {
  test('of a bad credential are closed with 4401, of an expired one with 4410, now or when it expires', async () => {
    const authenticate: Authenticate = async (authorization) => {
      if (authorization === 'soon') return { viewer: VIEWERS.partner, expiresAt: new Date(Date.now() + 300) }
      const reason = authorization === 'old' ? 'expired' : 'invalid'
      return { error: 'UNAUTHENTICATED', reason, message: 'No.' }
    }
    await using gateway = await openTestGateway('pglite', { authenticate })
    expect(await (await connect(gateway)).closed).toBe(4401)
    expect(await (await connect(gateway, 'old')).closed).toBe(4410)
    const { socket, closed } = await connect(gateway, 'soon')
    const ack: unknown = JSON.parse(String((await once(socket, 'message'))[0]))
    expect(ack).toEqual({ type: 'connection_ack', payload: { expiresAt: expect.any(String) } })
    expect(await closed).toBe(4410)
  })

  test('that a page of another site opens without a credential are refused', async () => {
    await using gateway = await openTestGateway('pglite')
    const open = async (origin: string, payload: object = {}) => {
      const url = `${gateway.url.replace('http', 'ws')}/graphql`
      const socket = new WebSocket(url, 'graphql-transport-ws', { origin })
      await once(socket, 'open')
      const answer = Promise.race([
        once(socket, 'message').then(([data]) => String(data)),
        once(socket, 'close').then(([code]) => code),
      ])
      socket.send(JSON.stringify({ type: 'connection_init', payload }))
      return answer.finally(() => socket.close())
    }
    expect(await open('https://evil.example')).toBe(4403)
    expect(await open('null')).toBe(4403)
    const ack = '{"type":"connection_ack"}'
    expect(await open('https://shop.example', { authorization: 'Bearer partner' })).toBe(ack)
    expect(await open('http://localhost:3000')).toBe(ack)
    expect(await open(gateway.url)).toBe(ack)
  })

  test('are asked to move over when the gateway closes, and what is under way is finished', async () => {
    let asking = () => {}
    const asked = new Promise<void>((resolve) => (asking = resolve))
    await using gateway = await openTestGateway('pglite', {
      places: (places) => {
        const { stock } = places
        if (stock === undefined || !('call' in stock)) throw new Error('The test needs the subgraph in its process.')
        const call: SubgraphCall = async (request, caller) => {
          if (request.query.includes('title')) {
            asking()
            await sleep(300)
          }
          return stock.call(request, caller)
        }
        return { ...places, stock: { call } }
      },
    })
    await gateway.hub.shop(['MUG'], ['BER'])
    const { socket, closed } = await connect(gateway)
    await once(socket, 'message')
    const answer = gateway.query('{ item(sku: "MUG") { title } }')
    await asked
    const closing = gateway.gateway.close()
    expect(await closed).toBe(1012)
    expect((await answer).data).toEqual({ item: { title: 'MUG' } })
    await closing
    await expect(fetch(`${gateway.url}/healthz`)).rejects.toThrow('fetch failed')
  })

  test('that go leave nothing behind', async () => {
    await using gateway = await openTestGateway('pglite')
    await gateway.hub.shop(['MUG'], ['BER'])
    const metric = async (name: string) => {
      const text = await (await fetch(`${gateway.url}/metrics`)).text()
      return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1])
    }
    const query = 'subscription { availabilityChanged(channelId: "web", skus: ["MUG"], initial: true) { sku } }'
    {
      await using one = gateway.subscribe(query)
      await using other = gateway.subscribe(`# The same selection, spelled otherwise.\n${query}`)
      await Promise.all([one.next(), other.next()])
      expect(await metric('onhand_subscriptions_open')).toBe(2)
      expect(await metric('onhand_live_queries_open')).toBe(1)
      expect(await metric('onhand_sockets_open')).toBe(2)
    }
    await sleep(100)
    expect(await metric('onhand_subscriptions_open')).toBe(0)
    expect(await metric('onhand_live_queries_open')).toBe(0)
    expect(await metric('onhand_sockets_open')).toBe(0)
  })

  test('get frames that any client of the protocol reads, and an end when they ask for it', async () => {
    await using gateway = await openTestGateway('pglite')
    await gateway.hub.shop(['MUG'], ['BER'])
    const { socket } = await connect(gateway)
    const messages: unknown[] = []
    socket.on('message', (data) => messages.push(JSON.parse(String(data))))
    await expect.poll(() => messages.length).toBe(1)
    const query =
      'subscription { a: availabilityChanged(channelId: "web", skus: ["MUG"], initial: true) { sku quantity } }'
    socket.send(JSON.stringify({ id: '"quoted"', type: 'subscribe', payload: { query } }))
    await expect.poll(() => messages.length).toBe(2)
    expect(messages[1]).toEqual({ id: '"quoted"', type: 'next', payload: { data: { a: { sku: 'MUG', quantity: 0 } } } })
    socket.send(JSON.stringify({ id: '"quoted"', type: 'complete' }))
    await sleep(50)
    await gateway.hub.count('MUG', 'BER', 1)
    await sleep(200)
    expect(messages).toHaveLength(2)
    socket.close()
  })
})
