import { Agent, request } from 'undici'
import { ErpUnavailable } from '../connector.ts'

export interface TrytonClientOptions {
  readonly url: string
  readonly user: string
  readonly password: string
  /** Whose stock it is about; null for what is about no company. */
  readonly company: number | null
  readonly timeoutMs: number
  /** After an answer that did not come the ERP may still be at work: for so long it is to be left alone. */
  readonly settleMs: number
}

/** Tryton has answered, and the answer is no. What it was asked to do has been undone. */
export class TrytonRefusal extends Error {
  override readonly name = 'TrytonRefusal'
  /** `UserError`, `ConcurrencyException`, or what Python says. */
  readonly kind: string

  constructor(kind: string, message: string) {
    super(message)
    this.kind = kind
  }
}

/** JSON-RPC as Tryton speaks it: one session, renewed when it is over. */
export interface TrytonClient {
  /** The context, with the company in it, goes last, where Tryton wants it. */
  call(method: string, parameters: readonly unknown[], signal: AbortSignal, context?: object): Promise<unknown>
  /** The ERP's clock as its last answer told it, to the second, and how far it was ahead of ours. */
  clock(): { readonly now: Date; readonly aheadMs: number } | undefined
  version(signal: AbortSignal): Promise<string>
  close(): Promise<void>
}

interface Session {
  readonly authorization: string
  readonly userId: number
}

/**
 * What Python says in place of Tryton where Tryton's own database is away, or has undone what two did at once. Nothing follows from that for what it was asked. (Seen when PostgreSQL was stopped: `connection already closed`,
 * then `connection to server at … failed: Connection refused`.)
 */
const DATABASE_AWAY =
  /connection (already closed|to server|refused|reset)|could not connect|closed the connection|connection has been closed|terminating connection|the database system is|cursor already closed|too many (clients|connections)|remaining connection slots|could not serialize|deadlock detected|canceling statement/i

/** What Tryton itself says, whatever words are in it. */
const TRYTONS_OWN = new Set(['UserError', 'UserWarning', 'ConcurrencyException'])

export function openTrytonClient(options: TrytonClientOptions): TrytonClient {
  const { url, user, password, company, timeoutMs, settleMs } = options
  const base = company === null ? {} : { company }
  const agent = new Agent({
    keepAliveTimeout: 10_000,
    connections: 4,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  })
  let session: Promise<Session> | undefined
  let clock: { now: Date; aheadMs: number } | undefined
  let next = 1

  async function post(
    to: string,
    method: string,
    params: readonly unknown[],
    signal: AbortSignal,
    authorization?: string,
  ): Promise<{ status: number; body: string }> {
    signal.throwIfAborted()
    const late = AbortSignal.timeout(timeoutMs)
    const sentAt = Date.now()
    try {
      const answer = await request(to, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
        body: JSON.stringify({ id: next++, method, params }),
        dispatcher: agent,
        signal: AbortSignal.any([late, signal]),
      })
      const body = await answer.body.text()
      noteClock(answer.headers.date, sentAt)
      return { status: answer.statusCode, body }
    } catch (cause) {
      signal.throwIfAborted()
      // The cause names an address at most: what was sent, a password among it, is in none of these errors.
      const what = late.aborted ? `No answer within ${timeoutMs} ms` : 'It cannot be reached'
      throw new ErpUnavailable(`${what} (${method}).`, { cause, retryAfterMs: settleMs })
    }
  }

  function noteClock(header: string | string[] | undefined, sentAt: number): void {
    const told = typeof header === 'string' ? Date.parse(header) : Number.NaN
    if (Number.isNaN(told)) return
    // The header leaves out the part of a second that has passed: half of one on the average.
    const aheadMs = Math.round(told + 500 - (sentAt + Date.now()) / 2)
    clock = { now: new Date(told), aheadMs: Math.abs(aheadMs) <= 1_000 ? 0 : aheadMs }
  }

  async function login(signal: AbortSignal): Promise<Session> {
    const { status, body } = await post(url, 'common.db.login', [user, { password }], signal)
    if (status === 401)
      throw new ErpUnavailable(`It does not let "${user}" in: the password is wrong, or was tried too often.`)
    const result = resultOf(status, body, 'common.db.login')
    if (!Array.isArray(result) || typeof result[0] !== 'number' || typeof result[1] !== 'string') {
      throw new ErpUnavailable(`It does not let "${user}" in.`)
    }
    const [userId, key] = result
    return { userId, authorization: `Session ${Buffer.from(`${user}:${userId}:${key}`).toString('base64')}` }
  }

  /** One login for all who wait for it; one that fails is forgotten. */
  function sessionFor(signal: AbortSignal): Promise<Session> {
    session ??= login(signal).catch((error: unknown) => {
      session = undefined
      throw error
    })
    return session
  }

  async function callOnce(method: string, params: readonly unknown[], signal: AbortSignal): Promise<unknown> {
    const current = sessionFor(signal)
    const { authorization } = await current
    let answer = await post(url, method, params, signal, authorization)
    if (answer.status === 401) {
      // The session is over. Nothing was done, so it may be sent again; others may have renewed it already.
      if (session === current) session = undefined
      answer = await post(url, method, params, signal, (await sessionFor(signal)).authorization)
    }
    return resultOf(answer.status, answer.body, method)
  }

  function resultOf(status: number, body: string, method: string): unknown {
    if (status === 403 || status === 404) throw new TrytonRefusal(`HTTP ${status}`, `It does not offer ${method}.`)
    if (status !== 200)
      throw new ErpUnavailable(`It answers with status ${status} (${method}).`, { retryAfterMs: settleMs })
    const answer = parse(body, method)
    if (!('error' in answer) || answer.error == null) return answer.result
    const [kind, detail] = Array.isArray(answer.error) ? answer.error : ['', answer.error]
    if (!TRYTONS_OWN.has(String(kind)) && DATABASE_AWAY.test(`${String(kind)} ${JSON.stringify(detail)}`)) {
      // It has answered, so it is at work on nothing any more.
      throw new ErpUnavailable(`Its database is away (${method}).`)
    }
    if (kind === 'UserWarning' && Array.isArray(detail)) throw new Warned(String(detail[0]), String(detail[1]))
    const words = Array.isArray(detail) ? detail.filter((word) => typeof word === 'string' && word !== '') : [detail]
    throw new TrytonRefusal(String(kind), words.length === 0 || words[0] === '' ? String(kind) : words.join(' '))
  }

  function parse(body: string, method: string): { result?: unknown; error?: unknown } {
    try {
      const answer: unknown = JSON.parse(body)
      if (typeof answer === 'object' && answer !== null) return answer
    } catch {
      // Said below: whoever answers like this is no Tryton.
    }
    throw new ErpUnavailable(`Its answer is not JSON (${method}).`, { retryAfterMs: settleMs })
  }

  return {
    async call(method, parameters, signal, context = {}) {
      const params = [...parameters, { ...base, ...context }]
      try {
        return await callOnce(method, params, signal)
      } catch (error) {
        if (!(error instanceof Warned)) throw error
        // A warning asks a human for consent. What is posted has happened, so the answer is yes; once, for this one.
        const { userId } = await sessionFor(signal)
        const consent = [{ user: userId, name: error.warning, always: false }]
        await callOnce('model.res.user.warning.create', [consent, base], signal)
        try {
          return await callOnce(method, params, signal)
        } catch (again) {
          if (again instanceof Warned) throw new TrytonRefusal('UserWarning', again.message)
          throw again
        }
      }
    },
    clock: () => clock,
    async version(signal) {
      const root = new URL('/', url).href
      const { status, body } = await post(root, 'common.server.version', [], signal)
      return String(resultOf(status, body, 'common.server.version'))
    },
    close: () => agent.destroy(),
  }
}

class Warned extends Error {
  override readonly name = 'Warned'
  readonly warning: string

  constructor(warning: string, message: string) {
    super(message)
    this.warning = warning
  }
}
