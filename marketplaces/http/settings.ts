import { CONTRACT_SECRETS, CONTRACT_URL, type ContractSecrets } from '../../outgoing/contract-settings.ts'
import { SettingsError, settingsReader } from '../../outgoing/settings-reader.ts'

/** How a marketplace that keeps to the contract is reached. */
export interface HttpSettings extends HttpPublicSettings, ContractSecrets {}

/** What of the settings stands with the marketplace, for everybody to see who sees marketplaces. */
export interface HttpPublicSettings {
  /** Below which the paths of the contract are, without a slash at its end. */
  readonly url: string
  /** In which an answer has to be there; 15 by default. */
  readonly timeoutSeconds?: number
  /** Orders are asked for once more that changed so long before what was read; 300 by default. Longer than the marketplace takes to show an order under its own time. */
  readonly overlapSeconds?: number
}

const SETTINGS = {
  type: 'object',
  required: ['url'],
  additionalProperties: false,
  properties: {
    url: CONTRACT_URL,
    timeoutSeconds: { type: 'integer', minimum: 1, maximum: 60 },
    overlapSeconds: { type: 'integer', minimum: 0, maximum: 86_400 },
  },
}

const WHAT = 'of a marketplace by HTTP'
const readSettings = settingsReader<HttpPublicSettings>(SETTINGS, `Settings ${WHAT}`)
const readSecrets = settingsReader<ContractSecrets>(CONTRACT_SECRETS, `Secrets ${WHAT}`)

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
