import { STOCK_ACCOUNTS } from '../../core/ledger/accounts.ts'
import { checkTimeZone, settingsReader } from '../../outgoing/settings-reader.ts'
import type { TrytonSettings } from './settings.ts'

/** What of the settings stands with the ERP system, for everybody to see who sees ERPs. */
export type TrytonPublicSettings = Omit<TrytonSettings, 'user' | 'password' | 'source' | 'company'> & {
  readonly company?: number
}

/** What of them does not. */
export interface TrytonCredentials {
  readonly user: string
  readonly password: string
}

const seconds = (maximum: number) => ({ type: 'integer', minimum: 1, maximum })

const SETTINGS = {
  type: 'object',
  required: ['url', 'locations'],
  additionalProperties: false,
  properties: {
    url: { type: 'string', pattern: '^https?://[^/@]+/[^/]+/$' },
    company: { type: 'integer', minimum: 1 },
    locations: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['code', 'locationId'],
        additionalProperties: false,
        properties: {
          code: { type: 'string', minLength: 1 },
          locationId: { type: 'string', minLength: 1 },
          accounts: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: STOCK_ACCOUNTS } },
        },
      },
    },
    customer: { type: 'string', minLength: 1 },
    supplier: { type: 'string', minLength: 1 },
    units: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['unit', 'factor'],
        additionalProperties: false,
        properties: { unit: { type: 'string', minLength: 1 }, factor: { type: 'integer', minimum: 1 } },
      },
    },
    timeZone: { type: 'string', minLength: 1 },
    overlapSeconds: seconds(86_400),
    timeoutSeconds: seconds(3_600),
    since: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)$' },
    pageSize: { type: 'integer', minimum: 1, maximum: 10_000 },
  },
}

const CREDENTIALS = {
  type: 'object',
  required: ['user', 'password'],
  properties: { user: { type: 'string', minLength: 1 }, password: { type: 'string', minLength: 1 } },
}

const readSettings = settingsReader<TrytonPublicSettings>(SETTINGS, 'Settings of a Tryton')
const readCredentials = settingsReader<TrytonCredentials>(CREDENTIALS, 'Secrets of a Tryton')

export function readTrytonSettings(settings: unknown, secrets: unknown, source: string): TrytonSettings {
  const seen = readSettings(settings)
  const { user, password } = readCredentials(secrets)
  checkTimeZone(seen.timeZone)
  return { ...seen, company: seen.company ?? 1, user, password, source }
}
