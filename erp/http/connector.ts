import { MOVEMENT_KINDS } from '../../core/erp/movement.ts'
import { STOCK_ACCOUNTS } from '../../core/ledger/accounts.ts'
import type { Outgoing } from '../../outgoing/outgoing.ts'
import { type ErpConnector, type ErpEvent, ErpUnavailable, type Movement, type PostResult } from '../connector.ts'
import { askWith } from './client.ts'
import type { Answers, ToldEvent } from './contract.ts'
import type { HttpSettings } from './settings.ts'

const PAGE_SIZE = 1_000
const POST_BATCH = 100
/** Movements in one request at most, as the contract says. */
const POST_MAX = 1_000

/** Any ERP that answers as `openapi.json` says, by itself or by something in front of it. Owns `outgoing`. */
export function openHttp(settings: HttpSettings, outgoing: Outgoing): ErpConnector {
  const { source, kinds = MOVEMENT_KINDS, pageSize = PAGE_SIZE, postBatch = POST_BATCH } = settings
  const ask = askWith(outgoing, settings)

  const eventOf = (event: ToldEvent): ErpEvent => ({ ...event, specversion: '1.0', source })

  /** A request at a time: what is asked of one SKU keeps its order. */
  async function inPortions<From, To>(
    from: readonly From[],
    work: (portion: readonly From[]) => Promise<readonly To[]>,
  ): Promise<To[]> {
    const all: To[] = []
    for (let at = 0; at < from.length; at += POST_MAX) all.push(...(await work(from.slice(at, at + POST_MAX))))
    return all
  }

  return {
    kind: 'http',
    can: { pull: true, snapshot: true, post: kinds, find: true, postBatch },

    async health(signal) {
      const sentAt = Date.now()
      const { version, now } = await ask('/health', {}, 'Health', signal)
      const told = new Date(now)
      return { version, now: told, aheadMs: Math.round(told.getTime() - (sentAt + Date.now()) / 2) }
    },

    async *pull(watermark, signal) {
      for (let after = watermark; ; ) {
        const changes = await ask('/changes', { after, limit: pageSize }, 'Changes', signal)
        const { items, locations, events, acknowledgements, next, upTo, more } = changes
        // One without news as well: how far it was read is news to the comparison of the books.
        yield {
          items,
          locations,
          events: events.map(eventOf),
          acknowledgements: acknowledgements.map(({ events = [], ...one }) => ({
            ...one,
            at: new Date(one.at),
            events: events.map(eventOf),
          })),
          watermark: next,
          upTo: new Date(upTo),
        }
        if (!more) return
        if (next === after) throw new ErpUnavailable('It says that there is more, and does not go on.')
        after = next
      }
    },

    async *snapshot({ locationIds, skus }, signal) {
      for (let page: string | null = null; ; ) {
        const stock: Answers['Stock'] = await ask(
          '/stock',
          { locationIds, skus, page, limit: pageSize },
          'Stock',
          signal,
        )
        const { asOf, balances, unreadable, next } = stock
        yield {
          asOf: new Date(asOf),
          balances: balances.map((balance) => ({ accounts: STOCK_ACCOUNTS, ...balance })),
          unreadable,
        }
        if (next === null) return
        if (next === page) throw new ErpUnavailable('It says that there is another page, and gives the same.')
        page = next
      }
    },

    post: (movements, signal) =>
      inPortions(movements, async (portion) => {
        const taken = portion.filter(({ kind }) => kinds.includes(kind))
        const results =
          taken.length === 0 ? [] : (await ask('/movements', { movements: taken }, 'MovementsAnswered', signal)).results
        requireAll(taken, results)
        const byReference = new Map(results.map((result) => [result.reference, result]))
        return portion.map((movement) => byReference.get(movement.reference) ?? unsupported(movement))
      }),

    find: (references, signal) =>
      inPortions(references, async (portion) => {
        const { found } = await ask('/movements/find', { references: portion }, 'MovementsFound', signal)
        requireAll(
          portion.map((reference) => ({ reference })),
          found,
        )
        return found
      }),

    close: () => outgoing.close(),
  }
}

/** Whoever leaves one out says nothing of it, and whoever mixes them up cannot be believed of any. */
function requireAll(
  asked: readonly { readonly reference: string }[],
  answered: readonly { readonly reference: string }[],
): void {
  if (
    asked.length === answered.length &&
    asked.every(({ reference }, index) => answered[index]?.reference === reference)
  )
    return
  throw new ErpUnavailable('It does not answer each in the order given.')
}

function unsupported({ reference, kind }: Movement): PostResult {
  const message = `The settings of this ERP do not name movements of the kind ${kind}.`
  return { reference, status: 'refused', code: 'NOT_SUPPORTED', message, permanent: true }
}
