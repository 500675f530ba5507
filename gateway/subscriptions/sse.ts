import type { Framing } from './framing.ts'

/**
 * The distinct connections mode of GraphQL over Server-Sent Events (graphql-sse), with the ids of the EventSource standard: whoever comes back sends the last one in `Last-Event-ID`.
 * The beginning and heartbeats have an id and no data, which tells the cursor and is no event to anybody.
 */
export const SSE: Framing = {
  transport: 'sse',
  contentType: 'text/event-stream; charset=utf-8',
  // A comment at least, so that clients see at once that they are heard.
  begin: (cursor) => `:\n${idOf(cursor)}\n`,
  next: (result, cursor) => `event: next\n${idOf(cursor)}data: ${result}\n\n`,
  heartbeat: (cursor) => `:\n${idOf(cursor)}\n`,
  // Without a field `data` an EventSource tells nobody; with a blank in it, urql reads the blank as JSON.
  complete: () => 'event: complete\ndata:\n\n',
  // No `complete`, after which nobody would come back.
  end: ({ retryMs }) => `retry: ${retryMs}\n\n`,
}

function idOf(cursor: string | undefined): string {
  return cursor === undefined ? '' : `id: ${cursor}\n`
}
