import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import type { OperationContext } from '../context.ts'

/** An operation that was parsed and is valid. */
export interface GuardedOperation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
  readonly context: OperationContext
}

/**
 * Decides whether an operation may be planned and executed, whatever it was asked through. Throws a `CodedError` that refuses it as a whole.
 *
 * This folder is the one place for such decisions: access today; rate limits, cost limits and trusted documents are further guards.
 */
export type Guard = (operation: GuardedOperation) => void | Promise<void>

export async function runGuards(guards: readonly Guard[], operation: GuardedOperation): Promise<void> {
  for (const guard of guards) {
    const decided = guard(operation)
    // Most know at once.
    if (decided !== undefined) await decided
  }
}
