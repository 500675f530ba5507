/**
 * JSON text that is the same for the same value: keys sorted by UTF-16 code units, no white space, numbers and strings as JSON.stringify
 * writes them (the rules of RFC 8785 for what JSON.parse can give). The value must not be nested deeper than the stack allows: check before.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`

  const members = new Map(Object.entries(value))
  let text = '{'
  for (const key of [...members.keys()].sort()) {
    const member = members.get(key)
    if (member === undefined) continue
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `${text}}`
}
