import type { AnswerChecker } from './answer-checker.ts'
import type { Outgoing } from './outgoing.ts'

/** A call by a published contract: POST of JSON below one URL, answered by JSON with the status 200. */
export interface ContractCall<Answers, Name extends keyof Answers & string> {
  readonly outgoing: Outgoing
  /** Without a slash at its end. */
  readonly url: string
  /** With a slash at its beginning. */
  readonly path: string
  /** JSON. */
  readonly body: string
  /** Beside those that say that it is JSON. */
  readonly headers: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly signal: AbortSignal
  /** What the contract calls the answer. */
  readonly name: Name
  readonly check: AnswerChecker<Answers>
}

/** How a call went that was not answered as the contract says. */
export interface Failed {
  readonly kind: /** It was never called. */
    | 'uncalled'
    /** No answer came: it may be at work on it. */
    | 'lost'
    /** It did nothing, and asks to be left alone for `retryAfterMs`, where it says for how long. */
    | 'later'
    /** It did nothing, and knows neither us nor such a call. */
    | 'closed'
    /** It did nothing, because it takes the request for a wrong one. */
    | 'wrong'
    /** It has failed, or said something that cannot be read: what it did stands. */
    | 'failed'
  /** A sentence, with what it said. */
  readonly message: string
  readonly retryAfterMs: number | undefined
}

/** The longest answer that is read, in bytes. */
const ANSWER_BYTES_MAX = 32 * 1024 * 1024

/** By which it says of what was sent, and not of itself, that it is wrong. */
const WRONG: ReadonlySet<number> = new Set([400, 409, 413, 414, 415, 422])
/** By which it says that there is nobody who would answer such a call: nothing was done. */
const ABSENT: ReadonlySet<number> = new Set([404, 405, 410])

/** Never throws, except for a signal that was aborted. */
export async function callByContract<Answers, Name extends keyof Answers & string>(
  call: ContractCall<Answers, Name>,
): Promise<{ readonly kind: 'answered'; readonly answer: Answers[Name] } | Failed> {
  const { outgoing, url, path, body, headers, timeoutMs, signal, name, check } = call
  signal.throwIfAborted()
  const answer = await outgoing.post({
    url: `${url}${path}`,
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body,
    timeoutMs,
    answerBytesMax: ANSWER_BYTES_MAX,
    signal,
  })
  signal.throwIfAborted()
  const failed = (kind: Failed['kind'], message: string, retryAfterMs?: number): Failed => {
    return { kind, message, retryAfterMs }
  }
  if (answer.kind === 'refused') return failed('uncalled', answer.message)
  if (answer.kind === 'failed') return failed('lost', `${answer.message} (${path})`)

  const { status, retryAfterMs, text: said } = answer
  if (status === 200) {
    const value = parsed(said)
    if (value === undefined) return failed('failed', `Its answer is not JSON (${path}).`)
    const checked = check(name, value)
    if ('answer' in checked) return { kind: 'answered', answer: checked.answer }
    return failed('failed', `Its answer is not what the contract says: ${checked.problem} (${path}).`)
  }
  const told = `${status}${wordsOf(said)} (${path}).`
  // A 503 without a time is also what a proxy says when the other side was at work and has fallen.
  if (status === 429 || (status === 503 && retryAfterMs !== undefined)) {
    return failed('later', `It asks to be left alone: ${told}`, retryAfterMs)
  }
  if (status === 401 || status === 403) return failed('closed', `It does not let the hub in: ${told}`)
  if (ABSENT.has(status)) return failed('closed', `It does not know this call: ${told}`)
  if (WRONG.has(status)) return failed('wrong', `It takes the request for a wrong one: ${told}`)
  return failed('failed', `It answers with status ${told}`)
}

function parsed(said: string): unknown {
  try {
    return JSON.parse(said)
  } catch {
    return undefined
  }
}

/** What it says of an error, where it says something. */
function wordsOf(said: string): string {
  const { message }: { message?: unknown } = Object(parsed(said))
  return typeof message === 'string' && message !== '' ? `, ${message.slice(0, 500)}` : ''
}
