import type { FactKind } from './documents.ts'

/** Which source has the last word on a kind of fact, at a location or wherever no other is declared. */
export interface Authority {
  readonly kind: FactKind
  /** null: everywhere. */
  readonly locationId: string | null
  /** A CloudEvents source; one that ends with "/" stands for all that begin with it. */
  readonly source: string
  /** Whether it may tell a fact in several reports: then less than others told is a correction only once it has said that this is all. */
  readonly inParts: boolean
  /** Client that declared it. */
  readonly setBy: string
  readonly recordedAt: Date
}

/** One source is authoritative for a kind of fact at a place. */
export function authorityKey({ kind, locationId }: Pick<Authority, 'kind' | 'locationId'>): string {
  return JSON.stringify([kind, locationId])
}

export function isOf(authority: string, source: string): boolean {
  return source === authority || (authority.endsWith('/') && source.startsWith(authority))
}

/** How a client is named as a source of what it does by a mutation. */
export function sourceOfClient(client: string): string {
  return `${CLIENT}${client}`
}

export function isClient(source: string): boolean {
  return source.startsWith(CLIENT)
}

const CLIENT = 'client:'
