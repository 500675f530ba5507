/**
 * JSON text that is the same for the same value: keys sorted by UTF-16 code units, no white space, numbers and strings as JSON.stringify
 * writes them (the rules of RFC 8785 for what JSON.parse can give). The value must not be nested deeper than the stack allows: check before.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`

  let text = '{'
  for (const [key, member] of Object.entries(value).sort(byKey)) {
    if (member === undefined) continue
    if (text.length > 1) text += ','
    text += `${JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `${text}}`
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
