import { STOCK_ACCOUNTS } from '../../core/ledger/accounts.ts'
import {
  type ErpBalance,
  type ErpConnector,
  ErpUnavailable,
  type FoundMovement,
  type Movement,
  type PostResult,
} from '../../erp/connector.ts'
import type { Booked } from './plain-erp.ts'

export interface PlainOptions {
  readonly url: string
  readonly postBatch?: number
  /** What it does not say itself: how long the ERP may go on with what nobody waits for any more. */
  readonly retryAfterMs?: number
  /** Fails, as a connector with a mistake in it does, where it meets this SKU. */
  readonly failsAt?: string
}

/** Speaks with `plain-erp.ts`. It looks for nothing before it posts, so that a movement is there once only if whoever calls it sees to that. */
export function plainConnector({ url, postBatch = 50, retryAfterMs = 0, failsAt }: PlainOptions): ErpConnector {
  async function ask(path: string, body: unknown, signal: AbortSignal): Promise<Response> {
    let response: Response
    try {
      response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body), signal })
    } catch (cause) {
      throw new ErpUnavailable('It gave no answer.', { cause, retryAfterMs })
    }
    if (response.status !== 200) throw new ErpUnavailable(`It answered ${response.status}.`)
    return response
  }

  return {
    kind: 'plain',
    can: { pull: false, snapshot: true, post: [], find: true, postBatch },
    health: async () => ({ version: '1', now: new Date(), aheadMs: 0 }),
    pull: () => {
      throw new Error('It cannot')
    },
    async *snapshot({ locationIds, skus }, signal) {
      const response = await ask('/stock', {}, signal)
      const stock = (await response.json()) as readonly Omit<ErpBalance, 'accounts'>[]
      const balances = stock
        .filter(({ sku, locationId }) => (skus?.includes(sku) ?? true) && (locationIds?.includes(locationId) ?? true))
        .map((balance): ErpBalance => ({ ...balance, accounts: STOCK_ACCOUNTS }))
      yield { asOf: new Date(), balances, unreadable: [] }
    },
    async post(movements: readonly Movement[], signal) {
      if (movements.some(({ sku }) => sku === failsAt)) throw new TypeError('A mistake of the connector')
      const booked = movements.map(({ reference, sku, locationId, from, to, quantity }): Booked => {
        return { reference, sku, locationId, from, to, quantity }
      })
      const response = await ask('/movements', booked, signal)
      const answers = (await response.json()) as readonly { reference: string; refused?: 'for good' | 'for now' }[]
      return answers.map(({ reference, refused }): PostResult => {
        if (refused === undefined) return { reference, status: 'accepted', erpReference: `plain ${reference}` }
        const permanent = refused === 'for good'
        return { reference, status: 'refused', code: 'RULE', message: `Not this one, ${refused}.`, permanent }
      })
    },
    async find(references, signal) {
      const response = await ask('/find', references, signal)
      const found = (await response.json()) as Readonly<Record<string, readonly Booked[]>>
      return references.map((reference): FoundMovement => {
        const [first, ...more] = found[reference] ?? []
        if (first === undefined) return { reference, status: 'unknown' }
        return {
          reference,
          status: 'done',
          erpReference: `plain ${reference}`,
          duplicates: more.map(() => `plain ${reference}`),
        }
      })
    },
    close: async () => {},
  }
}
