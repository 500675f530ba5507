import { createClient } from 'graphql-ws'
import type { Figures } from './figures.ts'

/** Listens as a shop would, and counts what it is told. Returns a function that ends it. */
export function watch(url: string, apiKey: string | undefined, skus: readonly string[], figures: Figures): () => void {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    ...(apiKey === undefined ? {} : { connectionParams: { authorization: `Bearer ${apiKey}` } }),
  })
  const query =
    'subscription Watch($skus: [ID!]) { availabilityChanged(channelId: "web", skus: $skus) { sku quantity cursor } }'
  client.subscribe(
    { query, variables: { skus } },
    {
      next: ({ errors }) => figures.count(errors === undefined ? 'update' : 'failed'),
      error: () => figures.count('failed'),
      complete: () => {},
    },
  )
  return () => void client.dispose()
}
