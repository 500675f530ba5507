/**
 * JSON text that is the same for the same value: keys sorted by UTF-16 code units, no white space, numbers and strings as JSON.stringify
 * writes them (the rules of RFC 8785 for what JSON.parse can give), and moments as it does. The value must not be nested deeper than the stack allows: check before.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isRecord(value) || value instanceof Date) return JSON.stringify(value) ?? 'null'

  let text = '{'
  for (const key of inOrder(Object.keys(value))) {
    const member = value[key]
    if (member === undefined) continue
    if (text.length > 1) text += ','
    text += `${JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `${text}}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Sorts in place by insertion: objects have few keys, and the built-in sort allocates more than the whole text. */
function inOrder(keys: string[]): string[] {
  if (keys.length > 16) return keys.sort()
  for (let sorted = 1; sorted < keys.length; sorted++) {
    const key = keys[sorted] ?? ''
    let at = sorted
    for (; at > 0; at--) {
      const before = keys[at - 1] ?? ''
      if (before <= key) break
      keys[at] = before
    }
    keys[at] = key
  }
  return keys
}
