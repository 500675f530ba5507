/**
 * The id of a journal entry as the graph shows it: its bucket and its number there. The subgraph `stock` resolves it, others hand it out. Only
 * those who may read the journal ever see one, so that it need not be encrypted as cursors are.
 */
export function movementIdOf(entry: { readonly bucket: number; readonly number: number }): string {
  return `mov_${entry.bucket}_${entry.number}`
}

const MOVEMENT_ID = /^mov_(\d{1,3})_(\d{1,16})$/

/** The entry's key; undefined for what cannot be the id of one. */
export function movementOf(id: string): { readonly bucket: number; readonly number: number } | undefined {
  const match = MOVEMENT_ID.exec(id)
  if (match === null) return undefined
  const bucket = Number(match[1])
  const number = Number(match[2])
  return Number.isSafeInteger(number) ? { bucket, number } : undefined
}
