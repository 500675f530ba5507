import type { FastifyRequest } from 'fastify'
import { CodedError } from '../errors.ts'
import { isRecord } from '../is-record.ts'
import type { OperationRequest } from '../subscriptions/operation.ts'

/**
 * What a request asks: in its body, or in its URL (GraphQL over HTTP, "Request Parameters"). Throws a `CodedError` for a request that asks nothing that can be understood; what is wrong
 * with the document is not looked at.
 */
export function parametersOf({ method, body, query: url }: FastifyRequest): OperationRequest {
  const place = method === 'GET' ? url : body
  if (!isRecord(place)) throw mistake('The body has to be a JSON object.')
  const { query, operationName = null, variables = null, extensions = null } = place
  if (typeof query !== 'string' || query === '') throw mistake('The parameter query has to be the text of a document.')
  if (operationName !== null && typeof operationName !== 'string') {
    throw mistake('The parameter operationName has to be a string.')
  }
  return {
    query,
    operationName: operationName === '' ? null : operationName,
    variables: recordIn('variables', variables),
    extensions: recordIn('extensions', extensions),
  }
}

/** In a URL objects are JSON. */
function recordIn(name: string, given: unknown): Readonly<Record<string, unknown>> | null {
  const value = typeof given === 'string' ? parsed(given) : given
  if (value === null || isRecord(value)) return value
  throw mistake(`The parameter ${name} has to be an object.`)
}

function parsed(json: string): unknown {
  if (json === '') return null
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function mistake(message: string): CodedError {
  return new CodedError('BAD_USER_INPUT', message, { status: 400 })
}
