import { randomUUID } from 'node:crypto'
import { signatureHeaders } from '../../core/webhooks/signature.ts'
import { callByContract } from '../../outgoing/contract-call.ts'
import type { Outgoing } from '../../outgoing/outgoing.ts'
import { ErpUnavailable } from '../connector.ts'
import { type Answers, checkAnswer } from './contract.ts'
import type { HttpSettings } from './settings.ts'

/** An ERP that asks for more patience than this is asked again nevertheless. */
const RETRY_AFTER_MS_MAX = 3_600_000
const TIMEOUT_SECONDS = 30
const SETTLE_SECONDS = 60

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
    const called = await callByContract({
      outgoing,
      url,
      path,
      body: text,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...signatureHeaders({ id: `msg_${randomUUID()}`, sentAt: Date.now(), body: text }, [secret]),
      },
      timeoutMs: timeoutSeconds * 1_000,
      signal,
      name,
      check: checkAnswer,
    })
    switch (called.kind) {
      case 'answered':
        return called.answer
      case 'uncalled':
      case 'closed':
        throw new ErpUnavailable(called.message)
      case 'later': {
        const waitMs = Math.min(called.retryAfterMs ?? 0, RETRY_AFTER_MS_MAX)
        quietUntil = Math.max(quietUntil, Date.now() + waitMs)
        throw new ErpUnavailable(called.message, { retryAfterMs: waitMs })
      }
      case 'wrong':
        throw path === '/movements' ? new Error(called.message) : new ErpUnavailable(called.message)
      case 'lost':
      case 'failed':
        throw new ErpUnavailable(called.message, { retryAfterMs: settleMs })
    }
  }
}
