import { hash } from 'node:crypto'
import type { Submission } from '../../core/ledger/commands.ts'
import { newId } from '../../core/ledger/ids.ts'

/** Few, so that they are fought for, and in buckets of their own. */
export const SKUS = ['MUG', 'CUP', 'JAR', 'POT', 'PAN', 'JUG', 'VASE', 'BOWL'] as const
export const LOCATIONS = ['BER', 'MUC'] as const

/** The command of a number is the same whoever sends it and however often: its key is the number. */
export function numbered(number: number): Submission {
  const key = { key: `load-${number}`, requestHash: hash('sha256', `load-${number}`, 'buffer') }
  const common = { client: 'load', channels: null, occurredAt: null, key }
  const sku = pick(SKUS, number * 7)
  const locationId = pick(LOCATIONS, Math.floor(number / 3))
  const quantity = 1 + (number % 3)
  const reference = referenceOf(number)
  if (number % 2 === 1) {
    return { ...common, command: { kind: 'recordSale', sku, locationId, quantity, reference, channelId: null } }
  }
  const other = pick(SKUS, number * 7 + 3)
  const lines =
    number % 4 === 0
      ? [{ sku, quantity }]
      : [
          { sku, locationId, quantity },
          { sku: other, quantity: 1 },
        ]
  return {
    ...common,
    command: {
      kind: 'reserve',
      id: newId('rsv'),
      channelId: 'web',
      reference,
      ttlSeconds: 3_600,
      allOrNothing: true,
      lines,
    },
  }
}

/** Under which its effect is found again: a reservation, or a sale in the journal. */
export function referenceOf(number: number): string {
  return `load-${number}`
}

function pick<T>(from: readonly [T, ...T[]] | readonly T[], number: number): T {
  const found = from[number % from.length]
  if (found === undefined) throw new Error('Nothing to pick from')
  return found
}
