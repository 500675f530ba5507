import { randomUUID } from 'node:crypto'
import { signatureHeaders } from '../../core/webhooks/signature.ts'
import type { Outgoing } from '../../outgoing/outgoing.ts'
import { ErpUnavailable } from '../connector.ts'
import { type Answers, checkAnswer } from './contract.ts'
import type { HttpSettings } from './settings.ts'

/** The longest answer that is read, in bytes. */
const ANSWER_BYTES_MAX = 32 * 1024 * 1024
/** An ERP that asks for more patience than this is asked again nevertheless. */
const RETRY_AFTER_MS_MAX = 3_600_000
const TIMEOUT_SECONDS = 30
const SETTLE_SECONDS = 60

/** By which it says of the movements, and not of itself, that they are wrong. */
const WRONG: ReadonlySet<number> = new Set([400, 409, 413, 414, 415, 422])
/** By which it says that there is nobody who would answer such a call: nothing was done. */
const ABSENT: ReadonlySet<number> = new Set([404, 405, 410])

/** Asks an ERP by the contract. */
export type Ask = <Name extends keyof Answers>(
  path: string,
  body: object,
  name: Name,
  signal: AbortSignal,
) => Promise<Answers[Name]>

/**
 * Throws `ErpUnavailable`, and any other error for movements that the ERP takes for a wrong request: one of them may be to blame, and is put aside. Of a question there is nothing to put aside; it waits until it is answered.
 * Whoever was asked to be left alone is: nothing is sent before that time is over.
 */
export function askWith(outgoing: Outgoing, settings: HttpSettings): Ask {
  const { url, secret, token, timeoutSeconds = TIMEOUT_SECONDS, settleSeconds = SETTLE_SECONDS } = settings
  const settleMs = settleSeconds * 1_000
  let quietUntil = 0

  return async (path, body, name, signal) => {
    signal.throwIfAborted()
    const quietMs = quietUntil - Date.now()
    if (quietMs > 0) throw new ErpUnavailable('It has asked to be left alone.', { retryAfterMs: quietMs })

    const text = JSON.stringify(body)
    const answer = await outgoing.post({
      url: `${url}${path}`,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...signatureHeaders({ id: `msg_${randomUUID()}`, sentAt: Date.now(), body: text }, [secret]),
      },
      body: text,
      timeoutMs: timeoutSeconds * 1_000,
      answerBytesMax: ANSWER_BYTES_MAX,
      signal,
    })
    signal.throwIfAborted()
    // It was never called.
    if (answer.kind === 'refused') throw new ErpUnavailable(answer.message)
    if (answer.kind === 'failed') throw new ErpUnavailable(`${answer.message} (${path})`, { retryAfterMs: settleMs })

    const { status, retryAfterMs, text: said } = answer
    if (status === 200) return answerIn(said, path, name, settleMs)
    const words = wordsOf(said)
    // Nothing was done. A 503 without a time is also what a proxy says when the ERP was at work and has fallen.
    if (status === 429 || (status === 503 && retryAfterMs !== undefined)) {
      const waitMs = Math.min(retryAfterMs ?? 0, RETRY_AFTER_MS_MAX)
      quietUntil = Math.max(quietUntil, Date.now() + waitMs)
      throw new ErpUnavailable(`It asks to be left alone: ${status}${words} (${path}).`, { retryAfterMs: waitMs })
    }
    if (status === 401 || status === 403)
      throw new ErpUnavailable(`It does not let the hub in: ${status}${words} (${path}).`)
    if (ABSENT.has(status)) throw new ErpUnavailable(`It does not know this call: ${status}${words} (${path}).`)
    if (WRONG.has(status)) {
      const message = `The ERP takes the request for a wrong one: ${status}${words} (${path}).`
      throw path === '/movements' ? new Error(message) : new ErpUnavailable(message)
    }
    throw new ErpUnavailable(`It answers with status ${status}${words} (${path}).`, { retryAfterMs: settleMs })
  }
}

/** What it may have done stands, though its answer cannot be read. */
function answerIn<Name extends keyof Answers>(
  said: string,
  path: string,
  name: Name,
  retryAfterMs: number,
): Answers[Name] {
  let value: unknown
  try {
    value = JSON.parse(said)
  } catch (cause) {
    throw new ErpUnavailable(`Its answer is not JSON (${path}).`, { cause, retryAfterMs })
  }
  const checked = checkAnswer(name, value)
  if ('answer' in checked) return checked.answer
  throw new ErpUnavailable(`Its answer is not what the contract says: ${checked.problem} (${path}).`, { retryAfterMs })
}

/** What it says of an error, where it says something. */
function wordsOf(said: string): string {
  try {
    const { message }: { message?: unknown } = Object(JSON.parse(said))
    return typeof message === 'string' && message !== '' ? `, ${message.slice(0, 500)}` : ''
  } catch {
    return ''
  }
}
