import { createHmac, timingSafeEqual } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** How a system signs the bytes that it posts. */
export type SenderSignature =
  /** https://www.standardwebhooks.com: an id, a time within five minutes of ours and the body, in three headers. */
  | { readonly scheme: 'standard-webhooks' }
  /** HMAC-SHA256 of the body alone in a header, as shops mostly do. It has no time: what is sent again by somebody who has seen it is a duplicate. */
  | {
      readonly scheme: 'hmac-sha256'
      readonly header: string
      readonly encoding: 'base64' | 'hex'
      /** What stands before it in the header, such as `sha256=`. */
      readonly prefix?: string
    }

/** Headers by their names in lower case. */
export type SenderHeaders = Readonly<Record<string, string | string[] | undefined>>

/** Whether anything can be signed with the secret: one of Standard Webhooks is base64. */
export function isUsable(secret: string, { scheme }: SenderSignature): boolean {
  if (scheme === 'hmac-sha256') return true
  try {
    new Webhook(secret)
    return true
  } catch {
    return false
  }
}

/** Whether one of the secrets has signed the body. Compared in a time that does not tell how much of it was right. */
export function isSignedBy(
  secrets: readonly string[],
  signature: SenderSignature,
  headers: SenderHeaders,
  body: Buffer,
): boolean {
  return secrets.some((secret) =>
    signature.scheme === 'hmac-sha256'
      ? isMac(secret, signature, headers[signature.header.toLowerCase()], body)
      : isStandardWebhook(secret, headers, body),
  )
}

function isMac(
  secret: string,
  { encoding, prefix = '' }: Extract<SenderSignature, { scheme: 'hmac-sha256' }>,
  given: string | string[] | undefined,
  body: Buffer,
): boolean {
  if (typeof given !== 'string' || !given.startsWith(prefix)) return false
  const mac = createHmac('sha256', secret).update(body).digest()
  const sent = Buffer.from(given.slice(prefix.length), encoding)
  return sent.length === mac.length && timingSafeEqual(sent, mac)
}

function isStandardWebhook(secret: string, headers: SenderHeaders, body: Buffer): boolean {
  const single = Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  try {
    new Webhook(secret).verify(body, single, { jsonParse: false })
    return true
  } catch {
    return false
  }
}
