import { MOVEMENT_KINDS, type MovementKind } from '../../core/erp/movement.ts'
import { CONTRACT_SECRETS, CONTRACT_URL, type ContractSecrets } from '../../outgoing/contract-settings.ts'
import { SettingsError, settingsReader } from '../../outgoing/settings-reader.ts'

/** How an ERP that keeps to the contract is reached. */
export interface HttpSettings extends HttpPublicSettings, ContractSecrets {
  /** The `source` of its events: an URI reference that names this ERP for ever, such as `/erp/main`. */
  readonly source: string
}

/** What of the settings stands with the ERP system, for everybody to see who sees ERPs. */
export interface HttpPublicSettings {
  /** Below which the paths of the contract are, without a slash at its end. */
  readonly url: string
  /** Kinds of movements that it takes; none: it is only read. Default: all. */
  readonly kinds?: readonly MovementKind[]
  /** In which an answer has to be there; 30 by default. */
  readonly timeoutSeconds?: number
  /** For so long it may still be at work on what it did not answer; 60 by default. */
  readonly settleSeconds?: number
  /** Changes and balances in an answer; 1,000 by default. */
  readonly pageSize?: number
  /** Movements in a request; 100 by default. */
  readonly postBatch?: number
}

const integer = (maximum: number) => ({ type: 'integer', minimum: 1, maximum })

const SETTINGS = {
  type: 'object',
  required: ['url'],
  additionalProperties: false,
  properties: {
    url: CONTRACT_URL,
    kinds: { type: 'array', uniqueItems: true, items: { enum: MOVEMENT_KINDS } },
    timeoutSeconds: integer(3_600),
    settleSeconds: integer(86_400),
    pageSize: integer(10_000),
    postBatch: integer(1_000),
  },
}

const readSettings = settingsReader<HttpPublicSettings>(SETTINGS, 'Settings of an ERP by HTTP')
const readSecrets = settingsReader<ContractSecrets>(CONTRACT_SECRETS, 'Secrets of an ERP by HTTP')

/** `refusal` says why a URL is never called. */
export function readHttpSettings(
  settings: unknown,
  secrets: unknown,
  source: string,
  refusal: (url: string) => string | undefined,
): HttpSettings {
  const seen = readSettings(settings)
  const refused = refusal(seen.url)
  if (refused !== undefined) throw new SettingsError(`Settings of an ERP by HTTP: /url: ${refused}`)
  return { ...seen, ...readSecrets(secrets), source }
}
