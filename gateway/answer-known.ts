import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Admission } from './admission.ts'
import type { OperationContext } from './context.ts'
import { formatError } from './errors.ts'
import type { PlannedOperation } from './execution/planner.ts'
import type { Execute } from './supergraph.ts'

export interface Answer {
  /** Of HTTP. */
  readonly status: number
  readonly result: FormattedExecutionResult
}

/** Answers an operation that is known, with variables that fit: as Apollo Server would, by a shorter way. Never throws. */
export type AnswerKnown = (
  operation: PlannedOperation,
  variables: Readonly<Record<string, unknown>>,
  context: OperationContext,
) => Promise<Answer>

/**
 * The short way of operations that Apollo Server has let through before. What it found out about the text – it parses, is valid, has this plan – holds for everybody and
 * is not found out again; whether this viewer may have it executed is decided each time, by the same guards. The errors, their order and the status are
 * those of Apollo Server's request pipeline, which tests compare it with.
 */
export function answerKnown({ admission, execute }: { admission: Admission; execute: Execute }): AnswerKnown {
  return async (planned, variables, context) => {
    const startedAt = performance.now()
    const { document, operation } = planned
    let answer: Answer
    try {
      await admission.admit({ document, operation, variables, context })
      const { data, errors } = await execute(planned, variables, context)
      answer =
        errors === undefined || errors.length === 0
          ? { status: 200, result: data === undefined ? {} : { data } }
          : withErrors(errors, data, context)
    } catch (error) {
      answer = refused(error, context)
    }
    const { operation: type, name } = operation
    admission.tell({ type, name: name?.value, errors: answer.result.errors ?? [], startedAt, context })
    return answer
  }
}

/** Of several errors that want a status of their own, the last one has it. */
function withErrors(
  errors: readonly unknown[],
  data: Readonly<Record<string, unknown>> | null | undefined,
  context: OperationContext,
): Answer {
  const told = errors.map((error) => tell(error, context))
  const status = told.findLast((error) => error.status !== undefined)?.status ?? (data === undefined ? 400 : 200)
  const formatted = told.map((error) => error.formatted)
  return { status, result: { errors: formatted, ...(data === undefined ? {} : { data }) } }
}

function refused(error: unknown, context: OperationContext): Answer {
  const { formatted, status = 500 } = tell(error, context)
  return { status, result: { errors: [formatted] } }
}

function tell(thrown: unknown, context: OperationContext): { formatted: GraphQLFormattedError; status?: number } {
  const error = thrown instanceof GraphQLError ? thrown : wrapped(thrown)
  const { http, ...extensions } = error.extensions
  const { code = 'INTERNAL_SERVER_ERROR' } = extensions
  const formatted = formatError({ ...error.toJSON(), extensions: { ...extensions, code } }, error, context)
  const status = typeof http === 'object' && http !== null && 'status' in http ? http.status : undefined
  return typeof status === 'number' ? { formatted, status } : { formatted }
}

function wrapped(thrown: unknown): GraphQLError {
  const error = thrown instanceof Error ? thrown : new Error(`Unexpected error value: ${thrown}`)
  return new GraphQLError(error.message, { originalError: error })
}
