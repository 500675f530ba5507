import type { FastifyInstance } from 'fastify'
import { readAsyncApi } from '../../schema/index.ts'

/** `/asyncapi.json`: everything that is sent and received, for machines and whoever generates code. It is no secret: the schema is open as well. */
export function asyncApiRoute(app: FastifyInstance): void {
  const document = readAsyncApi()
  app.get('/asyncapi.json', { logLevel: 'warn' }, (_request, reply) =>
    reply.header('access-control-allow-origin', '*').type('application/vnd.aai.asyncapi+json').send(document),
  )
}
