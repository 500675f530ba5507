export type Data = Record<string, unknown>

/** Whether a value has fields. Lists have none. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field of its own; what every object has, such as `constructor`, is none. */
export function ownOf(object: Data, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** Sets a field whatever its name: `__proto__` is a name that a client may choose. */
export function setOwn(object: Data, key: string, value: unknown): void {
  if (key in object && !Object.hasOwn(object, key)) {
    Object.defineProperty(object, key, { configurable: true, enumerable: true, writable: true, value })
  } else {
    object[key] = value
  }
}

/**
 * Adds what a subgraph answered to what is there already: fields of the same object come together, and so do lists of the same length, entry by entry.
 * Takes objects over as they are, where nothing was before.
 */
export function mergeInto(target: Data, source: Data | null | undefined): void {
  if (source === undefined || source === null) return
  for (const key of Object.keys(source)) {
    const added = source[key]
    if (added === undefined) continue
    const known = ownOf(target, key)
    if (isData(known) && isData(added)) mergeInto(known, added)
    else if (Array.isArray(known) && Array.isArray(added) && known.length === added.length) mergeLists(known, added)
    else setOwn(target, key, added)
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (let index = 0; index < source.length; index++) {
    const known = target[index]
    const added = source[index]
    if (isData(known) && isData(added)) mergeInto(known, added)
    else target[index] = added
  }
}
