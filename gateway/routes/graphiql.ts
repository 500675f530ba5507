import type { FastifyInstance } from 'fastify'
import { ruruHTML } from 'ruru/server'
import { getStaticFile } from 'ruru/static'

const STATIC_PATH = '/graphiql/static/'

const EXAMPLE = `# Everything that can be asked stands in the documentation to the left.
# Where keys are required, put { "Authorization": "Bearer <key>" } below, under Headers.

query Channels {
  channels {
    nodes { id name }
  }
}

query WhatCanBeSold($channelId: ID!, $skus: [ID!]!) {
  availability(channelId: $channelId, skus: $skus) {
    sku
    quantity
    status
    locations { locationId quantity }
  }
}

subscription Live($channelId: ID!, $skus: [ID!]) {
  availabilityChanged(channelId: $channelId, skus: $skus, initial: true) {
    sku
    quantity
    status
    cursor
  }
}
`

/** Ruru types each of its options as required, so these are added to what it writes into the page. */
const CLIENT_CONFIG = { defaultQuery: EXAMPLE, debugTools: [] }

/** `/graphiql`: GraphiQL in the distribution of Ruru, whose files come with the package, so that it works without internet. */
export function graphiqlRoutes(app: FastifyInstance): void {
  const html = ruruHTML({
    endpoint: '/graphql',
    subscriptionEndpoint: '/graphql',
    staticPath: STATIC_PATH,
    htmlParts: {
      titleTag: '<title>Onhand GraphiQL</title>',
      configScript: (original) =>
        `${original}<script>Object.assign(RURU_CONFIG, ${JSON.stringify(CLIENT_CONFIG)})</script>`,
    },
  })
  const quiet = { logLevel: 'warn' } as const

  app.get('/graphiql', quiet, (_request, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      // Only what this server sends is loaded, and no other site can put the page into a frame of its own.
      .header(
        'content-security-policy',
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; " +
          "img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' ws: wss:; frame-ancestors 'none'",
      )
      .send(html),
  )

  app.get(`${STATIC_PATH}*`, quiet, async (request, reply) => {
    const file = await getStaticFile({
      staticPath: STATIC_PATH,
      urlPath: request.url,
      acceptEncoding: request.headers['accept-encoding'],
      disallowDevAssets: true,
    })
    if (file === null) return reply.callNotFound()
    const { etag } = file.headers
    reply.headers({
      ...file.headers,
      'cache-control': 'public, max-age=3600',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
    })
    if (request.headers['if-none-match'] === etag) return reply.code(304).removeHeader('content-length').send()
    return reply.send(file.content)
  })
}
