import { randomUUID } from 'node:crypto'
import { signatureHeaders } from '../../core/webhooks/signature.ts'
import { callByContract } from '../../outgoing/contract-call.ts'
import type { Outgoing } from '../../outgoing/outgoing.ts'
import { type MarketplaceConnector, MarketplaceThrottled, MarketplaceUnavailable } from '../connector.ts'
import { type Answers, checkAnswer } from './contract.ts'
import type { HttpSettings } from './settings.ts'

/** Listings in one request at most, and orders in one answer, as the contract says. */
const BATCH = 1_000
const ORDERS = 100
const TIMEOUT_SECONDS = 15
const OVERLAP_SECONDS = 300

/** Any marketplace that answers as `openapi.json` says, by itself or by something in front of it. Owns `outgoing`. */
export function openHttp(settings: HttpSettings, outgoing: Outgoing): MarketplaceConnector {
  const { url, secret, token, timeoutSeconds = TIMEOUT_SECONDS, overlapSeconds = OVERLAP_SECONDS } = settings

  async function ask<Name extends keyof Answers>(
    path: string,
    content: object,
    name: Name,
    signal: AbortSignal,
  ): Promise<Answers[Name]> {
    const body = JSON.stringify(content)
    const called = await callByContract({
      outgoing,
      url,
      path,
      body,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...signatureHeaders({ id: `msg_${randomUUID()}`, sentAt: Date.now(), body }, [secret]),
      },
      timeoutMs: timeoutSeconds * 1_000,
      signal,
      name,
      check: checkAnswer,
    })
    switch (called.kind) {
      case 'answered':
        return called.answer
      case 'later':
        throw new MarketplaceThrottled(called.message, called.retryAfterMs)
      case 'wrong':
        throw new Error(called.message)
      case 'uncalled':
      case 'closed':
      case 'lost':
      case 'failed':
        // What arrives late is an older version then, and is ignored by the contract.
        throw new MarketplaceUnavailable(called.message)
    }
  }

  return {
    kind: 'http',
    can: { batch: BATCH, versions: true, read: true, orders: true },

    async push(offers, signal) {
      const { results } = await ask('/offers', { offers }, 'OffersAnswered', signal)
      requireAll(offers, results)
      return results.map((result) => {
        if (result.status !== 'throttled') return result
        const { name, status, retryAfterSeconds } = result
        return { name, status, retryAfterMs: retryAfterSeconds === undefined ? undefined : retryAfterSeconds * 1_000 }
      })
    },

    async read(names, signal) {
      const { offers } = await ask('/offers/read', { names }, 'OffersShown', signal)
      requireAll(
        names.map((name) => ({ name })),
        offers,
      )
      return offers
    },

    async orders(watermark, signal) {
      const { since, page, upTo } = readWatermark(watermark)
      const answer = await ask('/orders', { changedSince: since, page, limit: ORDERS }, 'Orders', signal)
      if (answer.next !== null && answer.next === page) {
        throw new MarketplaceUnavailable('It says that there is another page, and gives the same.')
      }
      // What changes while pages are read may slip from one to the other, so the next time begins with the first of them.
      const first = upTo ?? answer.upTo
      const next = new Date(new Date(first).getTime() - overlapSeconds * 1_000).toISOString()
      const after: Watermark =
        answer.next === null ? { since: next, page: null, upTo: null } : { since, page: answer.next, upTo: first }
      return { orders: answer.orders, watermark: JSON.stringify(after), more: answer.next !== null }
    },

    close: () => outgoing.close(),
  }
}

interface Watermark {
  /** ISO 8601; null: from the beginning. */
  readonly since: string | null
  readonly page: string | null
  /** Up to when the first of these pages was. */
  readonly upTo: string | null
}

function readWatermark(watermark: string | null): Watermark {
  const { since = null, page = null, upTo = null }: Partial<Watermark> = JSON.parse(watermark ?? '{}')
  return { since, page, upTo }
}

/** Whoever leaves one out says nothing of it, and whoever mixes them up cannot be believed of any. */
function requireAll(asked: readonly { readonly name: string }[], answered: readonly { readonly name: string }[]): void {
  if (asked.length === answered.length && asked.every(({ name }, index) => answered[index]?.name === name)) return
  throw new MarketplaceUnavailable('It does not answer each in the order given.')
}
