import type { TrytonClient } from './client.ts'
import type { DocumentKind } from './documents.ts'
import { id, searchRead, text } from './records.ts'

/** Documents that bear one of our references, with their moves. */
export interface Entered {
  readonly reference: string
  readonly kind: DocumentKind
  readonly documentId: number
  /** `stock.shipment.out,12` */
  readonly erpReference: string
  readonly closed: boolean
  readonly moves: readonly { readonly id: number; readonly done: boolean }[]
}

/** By reference; of several with the same, those whose move is done come first, then the oldest. Canceled ones are none: whoever canceled it wanted it to have no effect. */
export async function findEntered(
  client: TrytonClient,
  kind: DocumentKind,
  references: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, readonly Entered[]>> {
  if (references.length === 0) return new Map()
  const documents = await searchRead(
    client,
    kind.model,
    {
      domain: [
        ['reference', 'in', references],
        ['state', '!=', 'cancelled'],
      ],
      fields: ['reference', 'state'],
    },
    signal,
  )
  if (documents.length === 0) return new Map()
  const moves = await searchRead(
    client,
    'stock.move',
    {
      domain: [
        ['shipment', 'in', documents.map((rec) => `${kind.model},${id(rec)}`)],
        ['state', '!=', 'cancelled'],
      ],
      fields: ['shipment', 'state'],
    },
    signal,
  )

  const found = new Map<string, Entered[]>()
  for (const rec of documents) {
    const reference = text(rec, 'reference')
    const erpReference = `${kind.model},${id(rec)}`
    if (reference === null) continue
    const own = moves.filter((move) => text(move, 'shipment') === erpReference)
    const entered = {
      reference,
      kind,
      documentId: id(rec),
      erpReference,
      closed: text(rec, 'state') === 'done',
      moves: own.map((move) => ({ id: id(move), done: text(move, 'state') === 'done' })),
    }
    found.set(reference, [...(found.get(reference) ?? []), entered])
  }
  for (const several of found.values()) several.sort((a, b) => Number(isDone(b)) - Number(isDone(a)))
  return found
}

export function isDone({ moves }: Entered): boolean {
  return moves.some(({ done }) => done)
}
