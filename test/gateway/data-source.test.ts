import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pino from 'pino'
import { describe, expect, test } from 'vitest'
import { viewerTokens } from '../../core/access/viewer-token.ts'
import { HttpSource } from '../../gateway/data-source-http.ts'
import { deduplicate } from '../../gateway/representations.ts'
import { ADMIN } from '../support/hub.ts'
import { openTestGateway } from './support.ts'

const log = pino({ level: 'silent' })
const item = (sku: string) => ({ __typename: 'InventoryItem', sku })

describe('representations', () => {
  test('are asked for once and answered at each place, with copies that can be written into', () => {
    const { variables, restore } = deduplicate({ first: 3, representations: [item('A'), item('B'), item('A')] })
    expect(variables).toEqual({ first: 3, representations: [item('A'), item('B')] })

    const { data } = restore({ data: { _entities: [{ title: 'a', levels: [{ n: 1 }] }, null] } })
    const [first, second, third] = Array.isArray(data?._entities) ? data._entities : []
    expect([first, second, third]).toEqual([
      { title: 'a', levels: [{ n: 1 }] },
      null,
      { title: 'a', levels: [{ n: 1 }] },
    ])
    expect(first).not.toBe(third)
    expect(first.levels[0]).not.toBe(third.levels[0])
  })

  test('carry their errors to each place', () => {
    const { restore } = deduplicate({ representations: [item('A'), item('B'), item('A')] })
    const { errors } = restore({
      data: null,
      errors: [{ message: 'no', path: ['_entities', 0, 'title'] }, { message: 'all' }],
    })
    expect(errors).toEqual([
      { message: 'no', path: ['_entities', 0, 'title'] },
      { message: 'no', path: ['_entities', 2, 'title'] },
      { message: 'all' },
    ])
  })

  test('that differ are left as they are', () => {
    const variables = { representations: [item('A'), item('B')] }
    expect(deduplicate(variables).variables).toBe(variables)
  })
})

class SmallServer implements AsyncDisposable {
  readonly requests: { headers: IncomingMessage['headers']; body: unknown }[] = []
  readonly server: Server

  constructor(answer: (response: ServerResponse, requests: number) => void) {
    this.server = createServer((request, response) => {
      let text = ''
      request.on('data', (chunk) => (text += chunk))
      request.on('end', () => {
        this.requests.push({ headers: request.headers, body: JSON.parse(text) })
        answer(response, this.requests.length)
      })
    })
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    const address: AddressInfo | string | null = this.server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}/graphql`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}

function sourceAt(url: string, timeoutMs = 1_000): HttpSource {
  return new HttpSource({ name: 'stock', url, timeoutMs, log, signViewer: viewerTokens('x'.repeat(32)).sign })
}

const QUERY = { query: '{ a }', variables: {}, operationName: undefined }
const CALLER = { viewer: ADMIN, requestId: 'r-1', atLeast: 'cursor' }

describe('a subgraph over HTTP', () => {
  test('is told who asks, under which request, and from which point on', async () => {
    await using server = new SmallServer((response) => response.end('{"data":{"a":1}}'))
    const source = sourceAt(await server.listen())
    expect(await source.ask({ ...QUERY, variables: { x: 1 }, operationName: 'A' }, CALLER, undefined)).toEqual({
      data: { a: 1 },
    })
    expect(server.requests).toMatchObject([
      {
        headers: {
          'x-request-id': 'r-1',
          'onhand-at-least': 'cursor',
          'onhand-viewer': expect.stringMatching(/^v1\./),
        },
        body: { query: '{ a }', variables: { x: 1 }, operationName: 'A' },
      },
    ])
    await source.close()
  })

  test('that closed a kept connection is asked once more, but not for a mutation', async () => {
    await using server = new SmallServer((response, requests) => {
      if (requests % 2 === 0) response.socket?.destroy()
      else response.end('{"data":{"a":1}}')
    })
    const source = sourceAt(await server.listen())
    await source.ask(QUERY, CALLER, undefined)
    expect(await source.ask(QUERY, CALLER, undefined)).toEqual({ data: { a: 1 } })
    const mutation = source.ask({ ...QUERY, query: 'mutation { a }' }, CALLER, undefined)
    await expect(mutation).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    expect(server.requests).toHaveLength(4)
    await source.close()
  })

  test.each([
    ['that says 500', (response: ServerResponse) => response.writeHead(500).end('oops'), 'SERVICE_UNAVAILABLE'],
    ['that answers no JSON', (response: ServerResponse) => response.end('<html>'), 'SERVICE_UNAVAILABLE'],
    ['that does not answer', () => {}, 'SERVICE_UNAVAILABLE'],
    [
      'that refuses our signature',
      (response: ServerResponse) => response.writeHead(401).end('{"errors":[{"message":"who?"}]}'),
      'INTERNAL_SERVER_ERROR',
    ],
  ])('%s is an error with a code', async (_what, answer, code) => {
    await using server = new SmallServer(answer)
    const source = sourceAt(await server.listen(), 300)
    await expect(source.ask(QUERY, CALLER, undefined)).rejects.toMatchObject({ code })
    await source.close()
  })

  test('is not waited for when the client has gone', async () => {
    let closed = false
    await using server = new SmallServer((response) => response.once('close', () => (closed = true)))
    const source = sourceAt(await server.listen(), 5_000)
    const abort = new AbortController()
    const asked = source.ask(QUERY, CALLER, abort.signal)
    await sleep(50)
    abort.abort()
    await expect(asked).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    await sleep(50)
    expect(closed).toBe(true)
    await source.close()
  })
})

test('a real subgraph is asked the same way over HTTP as in the process', async () => {
  let url = ''
  await using gateway = await openTestGateway('pglite', {
    places: (places) => ({
      ...places,
      // Found out below: the gateway connects when it is asked for the first time.
      stock: { call: (request, caller) => remote().ask(request, caller, undefined) },
    }),
  })
  const remote = () => {
    source ??= new HttpSource({ name: 'stock', url, timeoutMs: 2_000, log, signViewer: gateway.hub.tokens.sign })
    return source
  }
  let source: HttpSource | undefined
  const address = await gateway.hub.subgraphs.stock.app.listen({ host: '127.0.0.1', port: 0 })
  url = `${address}/graphql`

  await gateway.hub.shop(['MUG'], ['BER'])
  await gateway.hub.count('MUG', 'BER', 3)
  const { data, errors } = await gateway.query(
    '{ availability(channelId: "web", skus: ["MUG"]) { quantity item { title stockLevels { onHand } } } viewer { kind } }',
    {},
    'operator',
  )
  expect(errors).toEqual([])
  expect(data).toEqual({
    availability: [{ quantity: 3, item: { title: 'MUG', stockLevels: [{ onHand: 3 }] } }],
    viewer: { kind: 'OPERATOR' },
  })
  await source?.close()
})
