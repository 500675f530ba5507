import type { GraphQLSchema } from 'graphql'
import { asyncApi } from './document.ts'

/** The document as it is committed and served. */
export function asyncApiText(api: GraphQLSchema): string {
  return `${JSON.stringify(asyncApi(api), null, 2)}\n`
}
