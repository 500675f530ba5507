import { once } from 'node:events'
import { createServer } from 'node:http'
import { createClient } from 'redis'
import { type WebSocket, WebSocketServer } from 'ws'
import { CHANNEL, urlOf } from './redis-channel.ts'

/*
 * The limit: a bare `ws` broadcast. What Redis says of a SKU is sent as it came to everyone who follows it, one frame each; no cursors, no credentials, no
 * thought for who reads slowly. Run by `npm run bench -- fanout`.
 */

const followers = new Map<string, Set<WebSocket>>()

const redis = createClient({ url: process.env.REDIS_URL ?? '' })
redis.on('error', (error) => console.error(error))
await redis.connect()
await redis.subscribe(
  CHANNEL,
  (message) => {
    // `<sku> <frame>`: the frame is ready, and a Buffer is not encoded anew for each socket.
    const space = message.indexOf(0x20)
    const frame = message.subarray(space + 1)
    for (const socket of followers.get(message.toString('latin1', 0, space)) ?? [])
      socket.send(frame, { binary: false })
  },
  true,
)

const http = createServer((_request, response) => response.writeHead(404).end())
const server = new WebSocketServer({ server: http, perMessageDeflate: false })
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type, payload } = JSON.parse(String(data))
    if (type === 'connection_init') return socket.send('{"type":"connection_ack"}')
    const skus: string[] = payload.variables.skus
    for (const sku of skus) {
      const others = followers.get(sku)
      if (others === undefined) followers.set(sku, new Set([socket]))
      else others.add(socket)
    }
    socket.once('close', () => {
      for (const sku of skus) followers.get(sku)?.delete(socket)
    })
  })
})

http.listen(0, '127.0.0.1')
await once(http, 'listening')
console.log(JSON.stringify({ url: urlOf(http) }))
