import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deriveKey } from '../access/secrets.ts'

/** https://www.standardwebhooks.com: 24 to 64 random bytes in base64, after this prefix. */
const PREFIX = 'whsec_'
const SECRET_BYTES = 32

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A new secret, as its owner gets it. */
export function makeSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64')
}

/** The key that signs. */
export function keyOf(secret: string): Buffer {
  if (!secret.startsWith(PREFIX)) throw new Error('This is not the secret of a webhook.')
  return Buffer.from(secret.slice(PREFIX.length), 'base64')
}

/**
 * Secrets as the database keeps them: encrypted (AES-256-GCM) for their webhook alone, so that a copy of the database signs nothing where HUB_SECRET is set.
 */
export interface SecretBox {
  seal(webhookId: string, secret: string): Buffer
  /** Undefined for what was sealed under another HUB_SECRET, or for another webhook. */
  open(webhookId: string, sealed: Buffer): string | undefined
}

export function secretBox(hubSecret: string): SecretBox {
  const key = deriveKey(hubSecret, 'webhook-secret')
  return {
    seal(webhookId, secret) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(webhookId))
      return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    open(webhookId, sealed) {
      const bytes = Buffer.from(sealed)
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
        decipher.setAAD(Buffer.from(webhookId))
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
        return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        return undefined
      }
    },
  }
}
