import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import type { StockAccount } from '../../core/ledger/accounts.ts'
import type { ErpItem, ErpLocation, FoundMovement, PostResult, UnreadableBalance } from '../connector.ts'

const addFormats = addFormatsModule.default

/** What the contract (`openapi.json`) calls its answers, and what they are once they were looked at. Times are ISO 8601. */
export interface Answers {
  readonly Health: { readonly version: string; readonly now: string }
  readonly Changes: {
    readonly items: readonly ErpItem[]
    readonly locations: readonly ErpLocation[]
    readonly events: readonly ToldEvent[]
    readonly acknowledgements: readonly {
      readonly reference: string
      readonly erpReference: string
      readonly at: string
      readonly events?: readonly ToldEvent[]
    }[]
    readonly next: string
    readonly upTo: string
    readonly more: boolean
  }
  readonly Stock: {
    readonly asOf: string
    readonly balances: readonly {
      readonly sku: string
      readonly locationId: string
      readonly accounts?: readonly StockAccount[]
      readonly quantity: number
    }[]
    readonly unreadable: readonly UnreadableBalance[]
    readonly next: string | null
  }
  readonly MovementsAnswered: { readonly results: readonly PostResult[] }
  readonly MovementsFound: { readonly found: readonly FoundMovement[] }
}

/** Without what every event of an ERP has. */
export interface ToldEvent {
  readonly id: string
  readonly type: string
  readonly time: string
  readonly data: Readonly<Record<string, unknown>>
  readonly erpbooked?: string
  readonly erpfrom?: string
  readonly erpentered?: string
}

const CONTRACT = 'contract'

/** The document that is published: what the connector takes for an answer is what stands there, and nothing else. */
export function readContract(): object {
  return JSON.parse(readFileSync(new URL('./openapi.json', import.meta.url), 'utf8'))
}

const ajv = new Ajv2020({ strict: false })
addFormats(ajv, ['date-time'])
ajv.addSchema(readContract(), CONTRACT)

/** Whether a value is what the contract says of it; otherwise what is wrong. */
export function checkAnswer<Name extends keyof Answers>(
  name: Name,
  value: unknown,
): { readonly answer: Answers[Name] } | { readonly problem: string } {
  const isAnswer = ajv.getSchema(`${CONTRACT}#/components/schemas/${name}`)
  if (isAnswer === undefined) throw new Error(`The contract has no ${name}`)
  if (fits<Answers[Name]>(isAnswer, value)) return { answer: value }
  const [error] = isAnswer.errors ?? []
  return { problem: `${error?.instancePath || 'it'} ${error?.message ?? 'is not valid'}` }
}

function fits<Answer>(isAnswer: (value: unknown) => unknown, value: unknown): value is Answer {
  return isAnswer(value) === true
}
