import type { FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'

/** Something that the hub needs and that does not work now, in words for whoever operates it. */
export interface Problem {
  readonly part: string
  readonly message: string
}

export interface HealthRouteOptions {
  /** Everything that keeps the hub from answering; empty when it is ready. */
  readonly problems: () => Promise<readonly Problem[]>
  /** How far what subscribers were told is behind what is committed; 0 when nothing is known to be missing. */
  readonly feed: { readonly lagMs: number }
  readonly registry: Registry
}

/** `/healthz`: the process lives. `/readyz`: it can answer, and how fresh what it tells is. `/metrics`: what it does. */
export function healthRoutes(app: FastifyInstance, { problems, feed, registry }: HealthRouteOptions): void {
  const quiet = { logLevel: 'warn' } as const

  app.get('/healthz', quiet, () => ({ status: 'ok' }))

  app.get('/readyz', quiet, async (_request, reply) => {
    const found = await problems()
    return reply
      .code(found.length === 0 ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: found.length === 0 ? 'ready' : 'not ready', problems: found, lagMs: feed.lagMs })
  })

  app.get('/metrics', quiet, async (_request, reply) =>
    reply.header('content-type', registry.contentType).send(await registry.metrics()),
  )
}
