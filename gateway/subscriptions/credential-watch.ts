import { accessClass } from '../../core/access/access-class.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import type { Authenticate, Log } from '../context.ts'

/** Milliseconds after which a credential is looked at again: a key that is revoked ends its connections within this time. */
const RECHECK_MS = 30_000

/** The longest that a timer of Node can wait. */
const TIMER_MS_MAX = 2 ** 31 - 1

/** Why a credential does not carry its connection any further. Whoever has an `invalid` one need not come back with it. */
export type CredentialEnd = 'invalid' | 'expired' | 'access changed'

export interface CredentialWatchOptions {
  readonly authorization: string | undefined
  readonly viewer: Viewer
  readonly expiresAt: Date | null
  readonly authenticate: Authenticate
  readonly log: Log
  /** Called once. */
  readonly onEnd: (reason: CredentialEnd) => void
}

/** Sees to it that a connection that goes on for long goes on no longer than its credential allows. */
export class CredentialWatch {
  readonly #options: CredentialWatchOptions
  #authorization: string | undefined
  /** Counted, so that of two under way the later one holds. */
  #renewals = 0
  #expiry: NodeJS.Timeout | undefined
  #recheck: NodeJS.Timeout | undefined
  #over = false

  constructor(options: CredentialWatchOptions) {
    this.#options = options
    this.#authorization = options.authorization
    this.#recheck = setInterval(() => this.#lookAgain(), RECHECK_MS)
    this.#recheck.unref()
    if (options.expiresAt !== null) this.#waitFor(options.expiresAt)
  }

  stop(): void {
    this.#over = true
    clearTimeout(this.#expiry)
    clearInterval(this.#recheck)
  }

  /**
   * Takes a fresh credential in place of the one before; it has to be the same client's, and to show the same. One that is not is the end. Resolves with when the new one expires, or with
   * undefined when it cannot be looked up now: then nothing has changed.
   */
  async renew(authorization: string): Promise<{ readonly expiresAt: Date | null } | undefined> {
    const { authenticate, viewer, log } = this.#options
    this.#renewals++
    const renewal = this.#renewals
    const result = await authenticate(authorization).catch((error: unknown) => {
      log.warn({ err: error }, 'A credential could not be looked up')
      return undefined
    })
    if (result === undefined) return undefined
    if ('error' in result) this.#end(result.reason === 'expired' ? 'expired' : 'invalid')
    else if (result.viewer.client !== viewer.client || accessClass(result.viewer) !== accessClass(viewer)) {
      this.#end('access changed')
    } else if (!this.#over && renewal === this.#renewals) {
      this.#authorization = authorization
      clearTimeout(this.#expiry)
      if (result.expiresAt !== null) this.#waitFor(result.expiresAt)
      return { expiresAt: result.expiresAt }
    }
    return undefined
  }

  #end(reason: CredentialEnd): void {
    if (this.#over) return
    this.stop()
    this.#options.onEnd(reason)
  }

  #waitFor(expiresAt: Date): void {
    const remainingMs = expiresAt.getTime() - Date.now()
    if (remainingMs <= 0) {
      this.#end('expired')
      return
    }
    this.#expiry = setTimeout(() => this.#waitFor(expiresAt), Math.min(remainingMs, TIMER_MS_MAX))
    this.#expiry.unref()
  }

  async #lookAgain(): Promise<void> {
    const { authenticate, viewer, log } = this.#options
    const authorization = this.#authorization
    try {
      const result = await authenticate(authorization)
      // It was renewed meanwhile.
      if (authorization !== this.#authorization) return
      if ('error' in result) this.#end(result.reason === 'expired' ? 'expired' : 'invalid')
      else if (accessClass(result.viewer) !== accessClass(viewer)) this.#end('access changed')
    } catch (error) {
      log.debug({ err: error }, 'A credential could not be looked at again')
    }
  }
}
