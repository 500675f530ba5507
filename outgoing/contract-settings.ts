/** The JSON Schema of a URL below which the paths of a contract are, without a slash at its end. */
export const CONTRACT_URL = { type: 'string', pattern: '^https?://[^/@?#]+(/[^?#]*)?[^/?#]$' }

/** What is known to nobody but us and a server that keeps to a contract. */
export interface ContractSecrets {
  /** `whsec_` and a key in base64, as Standard Webhooks has it. */
  readonly secret: string
  /** Sent as a bearer token, where something in front of the server wants one. */
  readonly token?: string
}

/** The JSON Schema of them. */
export const CONTRACT_SECRETS = {
  type: 'object',
  required: ['secret'],
  additionalProperties: false,
  properties: {
    secret: { type: 'string', pattern: '^whsec_[A-Za-z0-9+/]{32,}={0,2}$' },
    token: { type: 'string', pattern: '^[!-~]+$' },
  },
}
