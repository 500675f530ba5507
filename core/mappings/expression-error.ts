import type { EvaluationProblem } from './evaluation.ts'

/** What JSONata says of an error: it throws objects, with a code of its own, a message, and where it knows them a position and a token. */
export interface ExpressionError extends Pick<EvaluationProblem, 'message' | 'position' | 'token'> {
  readonly code: string | undefined
}

export function expressionError(error: unknown): ExpressionError {
  const of = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
  const [code, message, position, token] = [of('code'), of('message'), of('position'), of('token')]
  return {
    code: typeof code === 'string' ? code : undefined,
    message: typeof message === 'string' && message !== '' ? message : String(error),
    position: typeof position === 'number' ? position : undefined,
    token: typeof token === 'string' ? token : undefined,
  }
}
