import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'

/** What a single result can be sent as (GraphQL over HTTP, "Media Types"), in the order in which Apollo Server prefers them. */
const MEDIA_TYPES = ['application/json; charset=utf-8', 'application/graphql-response+json; charset=utf-8']

/** Accept headers whose outcome is remembered: clients send few different ones. */
const REMEMBERED_MAX = 100

/** Longer ones are left to Apollo Server. */
const CHARACTERS_MAX = 256

const remembered = new LRUCache<string, { readonly contentType: string | undefined }>({ max: REMEMBERED_MAX })

/** The content type for a result, by what the client accepts (RFC 9110, 12.5.1); undefined where that is none of these. */
export function contentTypeFor(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === '') return MEDIA_TYPES[0]
  if (accept.length > CHARACTERS_MAX) return undefined
  let known = remembered.get(accept)
  if (known === undefined) {
    known = { contentType: new Negotiator({ headers: { accept } }).mediaType(MEDIA_TYPES) }
    remembered.set(accept, known)
  }
  return known.contentType
}
