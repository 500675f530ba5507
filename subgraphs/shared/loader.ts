import DataLoader from 'dataloader'

/** Statements grow with their keys; beyond this many they are split. */
const KEYS_PER_STATEMENT = 1_000

export type Loader<Key, Value> = DataLoader<Key, Value, string>

/**
 * Gathers the keys that resolvers ask for at the same time and reads them at once. `read` gets every key once and answers with what it
 * found, by the same name that `nameOf` gives a key; what it did not find is null.
 */
export function loaderOf<Key, Value>(
  nameOf: (key: Key) => string,
  read: (keys: readonly Key[]) => Promise<ReadonlyMap<string, Value>>,
): Loader<Key, Value | null> {
  return new DataLoader<Key, Value | null, string>(
    async (keys) => {
      const found = await read(keys)
      return keys.map((key) => found.get(nameOf(key)) ?? null)
    },
    { cacheKeyFn: nameOf, maxBatchSize: KEYS_PER_STATEMENT },
  )
}

/** The same for lists: what it did not find is an empty list. */
export function listLoaderOf<Key, Value>(
  nameOf: (key: Key) => string,
  read: (keys: readonly Key[]) => Promise<ReadonlyMap<string, readonly Value[]>>,
): Loader<Key, readonly Value[]> {
  return new DataLoader<Key, readonly Value[], string>(
    async (keys) => {
      const found = await read(keys)
      return keys.map((key) => found.get(nameOf(key)) ?? [])
    },
    { cacheKeyFn: nameOf, maxBatchSize: KEYS_PER_STATEMENT },
  )
}

/** A name for keys of several parts, such as a SKU at a location. */
export function nameOfParts(...parts: readonly unknown[]): string {
  return JSON.stringify(parts)
}

/** Rows by name, in the order in which they came. */
export function grouped<Row>(rows: Iterable<Row>, nameOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const name = nameOf(row)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [row])
    else group.push(row)
  }
  return groups
}

/** Rows by name, of several with the same name the last. */
export function keyed<Row>(rows: Iterable<Row>, nameOf: (row: Row) => string): Map<string, Row> {
  const found = new Map<string, Row>()
  for (const row of rows) found.set(nameOf(row), row)
  return found
}
