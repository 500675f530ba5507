import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { Agent, request } from 'undici'
import { AddressRules } from './address-rules.ts'

export interface OutgoingOptions {
  /** Addresses, and ranges of them in CIDR notation, that may be called although they are not public; only there without TLS. */
  readonly allowed: readonly string[]
  /** Finds the addresses of a name; the system's resolver unless told otherwise. */
  readonly resolve?: Resolve
}

export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>

export interface OutgoingPost {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Milliseconds in which the answer has to be there, from looking the name up to its last byte. */
  readonly timeoutMs: number
  /** The answer is wanted as a whole, and may have so many bytes: a longer one counts as none. Default: its beginning, however long it is. */
  readonly answerBytesMax?: number
  readonly signal?: AbortSignal
}

export type OutgoingAnswer =
  | {
      readonly kind: 'answered'
      readonly status: number
      /** The header of that name: a number of seconds, or a date (RFC 9110, 10.2.3). */
      readonly retryAfterMs: number | undefined
      /** The beginning of the answer; all of it where that was asked for. */
      readonly text: string
    }
  /** No answer came, or none that was waited for; whether the other side has heard us is not known. */
  | { readonly kind: 'failed'; readonly message: string }
  /** It may not be called. */
  | { readonly kind: 'refused'; readonly message: string }

/** Calls to servers that others name. */
export interface Outgoing {
  /** Never throws. Follows no redirects. */
  post(request: OutgoingPost): Promise<OutgoingAnswer>
  /** Why this URL is never called, whatever its name resolves to; undefined where there is no such reason. */
  refusal(url: string): string | undefined
  close(): Promise<void>
}

/** Characters of an answer that are kept, and bytes that are read: more is not waited for. */
const ANSWER_CHARACTERS_MAX = 2_000
const ANSWER_BYTES_MAX = 64 * 1024
const HEADER_BYTES_MAX = 16 * 1024

/** Milliseconds for which a connection is kept for the next call. */
const KEEP_ALIVE_MS = 10_000

/**
 * Every address that a name resolves to is looked at, and the connection is made to one of the very addresses that were looked at: a name that resolves to something else the
 * next moment (DNS rebinding) gains nothing by it.
 */
export function openOutgoing({ allowed, resolve = resolveBySystem }: OutgoingOptions): Outgoing {
  const rules = new AddressRules(allowed)

  const agent = (plain: boolean) =>
    new Agent({
      maxHeaderSize: HEADER_BYTES_MAX,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MS,
      connect: {
        lookup: (hostname: string, options: LookupOptions, found: Found) => {
          resolve(hostname).then(
            (addresses) => {
              const refusal = refusalOf(hostname, addresses, plain)
              if (refusal !== undefined) found(new RefusedAddress(refusal), [])
              else if (options.all === true) found(null, [...addresses])
              else found(null, addresses[0]?.address ?? '', addresses[0]?.family)
            },
            (error: unknown) => found(error instanceof Error ? error : new Error(String(error)), []),
          )
        },
      },
    })
  // Connections are shared by origin only, so what is asked of the address does not change from call to call.
  const agents = { 'https:': agent(false), 'http:': agent(true) }

  /** `plain`: without TLS, which public addresses are not called without. */
  function refusalOf(hostname: string, addresses: readonly LookupAddress[], plain: boolean): string | undefined {
    if (addresses.length === 0) return `${hostname} has no address.`
    for (const { address } of addresses) {
      const judged = rules.judge(address)
      if (judged === 'refused')
        return `${hostname} is at ${address}, which is not public and was not allowed (OUTGOING_ALLOW).`
      if (judged === 'public' && plain) return `${hostname} is called by https only.`
    }
    return undefined
  }

  function refusal(text: string): string | undefined {
    const url = URL.parse(text)
    if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return 'It is no URL of http or https.'
    if (url.username !== '' || url.password !== '') return 'A URL with a user or password is not called.'
    const hostname = url.hostname.replace(/^\[|\]$/g, '')
    const family = isIP(hostname)
    // What is no name is not looked up.
    return family === 0 ? undefined : refusalOf(hostname, [{ address: hostname, family }], url.protocol === 'http:')
  }

  return {
    refusal,

    async post({ url, headers, body, timeoutMs, answerBytesMax, signal }) {
      const refused = refusal(url)
      if (refused !== undefined) return { kind: 'refused', message: refused }
      const late = AbortSignal.timeout(timeoutMs)
      try {
        const answer = await request(url, {
          method: 'POST',
          headers,
          body,
          dispatcher: agents[url.slice(0, 6).toLowerCase() === 'https:' ? 'https:' : 'http:'],
          signal: signal === undefined ? late : AbortSignal.any([late, signal]),
          headersTimeout: timeoutMs,
          bodyTimeout: timeoutMs,
        })
        const text =
          answerBytesMax === undefined ? await beginningOf(answer.body) : await wholeOf(answer.body, answerBytesMax)
        return {
          kind: 'answered',
          status: answer.statusCode,
          retryAfterMs: retryAfterMs(answer.headers['retry-after']),
          text,
        }
      } catch (error) {
        const cause = refusedIn(error)
        if (cause !== undefined) return { kind: 'refused', message: cause.message }
        if (late.aborted) return { kind: 'failed', message: `No answer within ${timeoutMs} ms.` }
        return { kind: 'failed', message: messageOf(error) }
      }
    },

    close: async () => {
      await Promise.all(Object.values(agents).map((one) => one.destroy()))
    },
  }
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void

class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress'
}

function resolveBySystem(hostname: string): Promise<readonly LookupAddress[]> {
  return new Promise((resolve, reject) => {
    lookup(hostname, { all: true }, (error, addresses) => (error === null ? resolve(addresses) : reject(error)))
  })
}

async function beginningOf(body: Readable): Promise<string> {
  const { bytes } = await bytesOf(body, ANSWER_BYTES_MAX)
  return bytes.toString('utf8').replaceAll('\0', '\uFFFD').slice(0, ANSWER_CHARACTERS_MAX).toWellFormed()
}

async function wholeOf(body: Readable, bytesMax: number): Promise<string> {
  const { bytes, isMore } = await bytesOf(body, bytesMax)
  if (isMore) throw new Error(`Its answer is longer than ${bytesMax} bytes.`)
  return bytes.toString('utf8')
}

/** Of an answer without an end no more is read than is kept. */
async function bytesOf(
  body: Readable,
  bytesMax: number,
): Promise<{ readonly bytes: Buffer; readonly isMore: boolean }> {
  const chunks: Buffer[] = []
  let length = 0
  // What is left unread breaks the connection, and says so.
  body.on('error', () => {})
  for await (const chunk of body) {
    chunks.push(chunk)
    length += chunk.length
    if (length > bytesMax) break
  }
  return { bytes: Buffer.concat(chunks), isMore: length > bytesMax }
}

function retryAfterMs(header: string | string[] | undefined): number | undefined {
  if (typeof header !== 'string') return undefined
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1_000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}

function refusedIn(error: unknown): RefusedAddress | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof RefusedAddress) return cause
    if (cause instanceof AggregateError) for (const one of cause.errors) if (one instanceof RefusedAddress) return one
  }
  return undefined
}

/** Connections that fail at each of several addresses say so one by one. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.map(messageOf).join(' ')
  return error instanceof Error ? error.message || error.name : String(error)
}
