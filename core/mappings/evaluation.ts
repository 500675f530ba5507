/** What one evaluation may cost. JSONata looks at the first three itself; what it cannot look at (a regular expression that goes on for ever, memory) ends with the process. */
export const EVALUATION_MS_MAX = 2_000
/** How deep evaluations nest: a function that calls itself for ever ends there. */
export const DEPTH_MAX = 1_000
export const SEQUENCE_MAX = 100_000
/** Characters of what comes out, as JSON. */
export const RESULT_LENGTH_MAX = 4 * 1024 * 1024
/** Milliseconds after which the process is ended, whatever it does: longer than JSONata itself takes to notice. */
export const PROCESS_MS_MAX = EVALUATION_MS_MAX + 1_000
export const PROCESS_HEAP_MIB = 96

/** An expression, and the payload as JSON text. */
export interface EvaluationTask {
  readonly expression: string
  readonly payload: string
}

export type EvaluationAnswer =
  /** `text` is JSON; undefined where nothing came out. */
  { readonly status: 'evaluated'; readonly text: string | undefined } | EvaluationProblem

export interface EvaluationProblem {
  /** `limit`: it took too much time or room; what is smaller may go well. */
  readonly status: 'failed' | 'limit'
  readonly message: string
  /** Characters of the expression up to the end of the token that it is about. */
  readonly position?: number | undefined
  readonly token?: string | undefined
  /** It is no expression at all. */
  readonly isSyntax?: boolean
}
