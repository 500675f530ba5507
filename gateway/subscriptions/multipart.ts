import { errorBody } from '../errors.ts'
import type { Framing } from './framing.ts'

/**
 * Apollo's multipart protocol for subscriptions over HTTP (`multipart/mixed;subscriptionSpec=1.0`). Each part is written with the delimiter after it: readers take a part as
 * complete only when they see that.
 */
export const MULTIPART: Framing = {
  transport: 'multipart',
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
  // An empty part, so that clients see at once that they are heard.
  begin: () => `\r\n--graphql${part('{}')}`,
  next: (result) => part(`{"payload":${result}}`),
  heartbeat: () => part('{}'),
  complete: () => '--\r\n',
  // Errors beside an empty payload are those of the transport, and its last words.
  end: ({ code, message, requestId }) =>
    `${part(JSON.stringify({ payload: null, ...errorBody(code, message, requestId) }))}--\r\n`,
}

function part(json: string): string {
  return `\r\ncontent-type: application/json\r\n\r\n${json}\r\n--graphql`
}
