import { createHmac } from 'node:crypto'
import { keyOf } from './secrets.ts'

export interface Signed {
  readonly id: string
  /** Milliseconds since 1970; signed to the second. */
  readonly sentAt: number
  readonly body: string
}

/**
 * The headers of a message, as https://www.standardwebhooks.com specifies them: HMAC-SHA256 of id, time and body by each secret, so that receivers accept it while they change from
 * one secret to the next.
 */
export function signatureHeaders({ id, sentAt, body }: Signed, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(sentAt / 1_000))
  const signatures = secrets.map((secret) => {
    const mac = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`)
    return `v1,${mac.digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
