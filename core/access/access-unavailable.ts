/** It cannot be found out now who is asking: the keys of the issuer of JWTs cannot be fetched. Retryable; says nothing about the credential. */
export class AccessUnavailable extends Error {
  override readonly name = 'AccessUnavailable'
}
