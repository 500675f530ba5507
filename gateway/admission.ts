import type { GraphQLFormattedError } from 'graphql'
import type { CursorCodec } from '../core/feed/cursor.ts'
import { atLeastOf } from './at-least.ts'
import type { OperationContext } from './context.ts'
import { type Guard, type GuardedOperation, runGuards } from './guards/index.ts'
import type { Metrics } from './metrics.ts'

export interface AdmissionOptions {
  readonly guards: readonly Guard[]
  readonly cursors: CursorCodec
  readonly metrics: Pick<Metrics, 'operationSeconds' | 'errors'>
}

/** What happens to every query and mutation before and after it is executed, whatever it came through. */
export interface Admission {
  /** Whether this viewer may have it executed now; throws a `CodedError` if not. Finds out from which point on it is to be answered. */
  admit(operation: GuardedOperation): Promise<void>
  /** Tells log and metrics what became of an operation. */
  tell(outcome: Outcome): void
}

export interface Outcome {
  readonly type: 'query' | 'mutation' | 'subscription' | 'unknown'
  readonly name: string | undefined
  readonly errors: readonly GraphQLFormattedError[]
  /** By `performance.now()`. */
  readonly startedAt: number
  readonly context: OperationContext
}

export function admission({ guards, cursors, metrics }: AdmissionOptions): Admission {
  return {
    async admit(guarded) {
      await runGuards(guards, guarded)
      const { document, operation, variables, context } = guarded
      context.atLeast = atLeastOf(operation, document, variables, cursors)
    },

    tell({ type, name, errors, startedAt, context }) {
      const durationMs = performance.now() - startedAt
      metrics.operationSeconds.observe({ type, transport: context.transport }, durationMs / 1000)
      const codes = errors.map(codeOf)
      for (const code of codes) metrics.errors.inc({ code })
      context.log.info(
        {
          type,
          operation: name,
          durationMs: Math.round(durationMs * 10) / 10,
          ...(codes.length === 0 ? {} : { codes: [...new Set(codes)] }),
        },
        'operation',
      )
    },
  }
}

function codeOf(error: GraphQLFormattedError): string {
  return String(error.extensions?.code ?? 'INTERNAL_SERVER_ERROR')
}
