import { SettingsError, settingsReader } from '../../outgoing/settings-reader.ts'

/** How a marketplace that keeps to the contract is reached. */
export interface HttpSettings extends HttpPublicSettings, HttpSecrets {}

/** What of the settings stands with the marketplace, for everybody to see who sees marketplaces. */
export interface HttpPublicSettings {
  /** Below which the paths of the contract are, without a slash at its end. */
  readonly url: string
  /** In which an answer has to be there; 15 by default. */
  readonly timeoutSeconds?: number
  /** Orders are asked for once more that changed so long before what was read; 300 by default. Longer than the marketplace takes to show an order under its own time. */
  readonly overlapSeconds?: number
}

export interface HttpSecrets {
  /** `whsec_` and a key in base64, as Standard Webhooks has it. */
  readonly secret: string
  /** Sent as a bearer token, where something in front of the marketplace wants one. */
  readonly token?: string
}

const SETTINGS = {
  type: 'object',
  required: ['url'],
  additionalProperties: false,
  properties: {
    url: { type: 'string', pattern: '^https?://[^/@?#]+(/[^?#]*)?[^/?#]$' },
    timeoutSeconds: { type: 'integer', minimum: 1, maximum: 60 },
    overlapSeconds: { type: 'integer', minimum: 0, maximum: 86_400 },
  },
}

const SECRETS = {
  type: 'object',
  required: ['secret'],
  additionalProperties: false,
  properties: {
    secret: { type: 'string', pattern: '^whsec_[A-Za-z0-9+/]{32,}={0,2}$' },
    token: { type: 'string', pattern: '^[!-~]+$' },
  },
}

const WHAT = 'of a marketplace by HTTP'
const readSettings = settingsReader<HttpPublicSettings>(SETTINGS, `Settings ${WHAT}`)
const readSecrets = settingsReader<HttpSecrets>(SECRETS, `Secrets ${WHAT}`)

/** `refusal` says why a URL is never called. */
export function readHttpSettings(
  settings: unknown,
  secrets: unknown,
  refusal: (url: string) => string | undefined,
): HttpSettings {
  const seen = readSettings(settings)
  const refused = refusal(seen.url)
  if (refused !== undefined) throw new SettingsError(`Settings ${WHAT}: /url: ${refused}`)
  return { ...seen, ...readSecrets(secrets) }
}
