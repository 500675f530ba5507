/** A location is the subgraph `stock`'s: here it is its key. */
export function locationOf({ locationId }: { readonly locationId: string }): { readonly id: string } {
  return { id: locationId }
}
