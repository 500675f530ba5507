import type { EvaluationProblem } from './evaluation.ts'

/** Where in an expression something is the matter, as the beginning of a sentence: `line 3, column 14, at "foo": `. JSONata tells the end of a token; empty where it tells nothing. */
export function placeIn(
  expression: string,
  { position, token }: Pick<EvaluationProblem, 'position' | 'token'>,
): string {
  if (position === undefined) return ''
  const before = expression.slice(0, position).split('\n')
  const at = token === undefined ? '' : `, at "${token}"`
  return `line ${before.length}, column ${before.at(-1)?.length ?? 0}${at}: `
}
