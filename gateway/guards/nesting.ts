import { Lexer, Source, TokenKind } from 'graphql'
import { CodedError } from '../errors.ts'

/**
 * Brackets of a document that may stand within each other: more than any selection, argument or type needs, and far less than the stack of the parser and of
 * the rules holds, which go one call deeper for each.
 */
const NESTING_MAX = 250

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

/**
 * Throws for a document that nests too deeply to be parsed, so that what happens to it does not depend on how much of the stack is left. Says nothing
 * about documents that the parser refuses anyhow, and stops where it would.
 */
export function requireShallow(query: string, tokensMax: number): void {
  const lexer = new Lexer(new Source(query))
  let nesting = 0
  try {
    for (let tokens = 0; tokens <= tokensMax; tokens++) {
      const { kind } = lexer.advance()
      if (kind === TokenKind.EOF) return
      if (OPENING.has(kind)) nesting++
      else if (CLOSING.has(kind)) nesting--
      if (nesting > NESTING_MAX) break
    }
  } catch {
    // A character that no document has: the parser will say where.
    return
  }
  if (nesting <= NESTING_MAX) return
  throw new CodedError('BAD_USER_INPUT', `The document nests more than ${NESTING_MAX} brackets deep.`, { status: 400 })
}
