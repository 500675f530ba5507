/**
 * Where an answer is not what a page shows; empty when it is. The page shows every field; `…` stands for whatever differs from one time to the next:
 * alone for any value, within a string for any characters.
 */
export function differences(shown: unknown, actual: unknown, path = ''): string[] {
  if (shown === '…') return actual === undefined ? [`${path} is absent`] : []
  if (typeof shown === 'string' && shown.includes('…') && typeof actual === 'string') {
    return pattern(shown).test(actual) ? [] : [`${path}: shown ${shown}, answered ${actual}`]
  }
  if (Array.isArray(shown) && Array.isArray(actual)) {
    if (shown.length !== actual.length) {
      return [`${path}: shown ${shown.length} entries, answered ${actual.length}: ${JSON.stringify(actual)}`]
    }
    return shown.flatMap((entry, index) => differences(entry, actual[index], `${path}[${index}]`))
  }
  if (isRecord(shown) && isRecord(actual)) {
    return [...new Set([...Object.keys(shown), ...Object.keys(actual)])].flatMap((key) =>
      Object.hasOwn(shown, key)
        ? differences(shown[key], actual[key], `${path}.${key}`)
        : [`${path}.${key} is not shown; it is ${JSON.stringify(actual[key])}`],
    )
  }
  return Object.is(shown, actual) ? [] : [`${path}: shown ${JSON.stringify(shown)}, answered ${JSON.stringify(actual)}`]
}

/** Whether a text is what a page shows, line by line, blanks at both ends of a line aside. */
export function isShown(shown: string, actual: string): boolean {
  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => line.trim())
  const expected = lines(shown)
  const found = lines(actual)
  return expected.length === found.length && expected.every((line, index) => pattern(line).test(found[index] ?? ''))
}

function pattern(shown: string): RegExp {
  const escaped = shown.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${escaped.join('.*')}$`, 's')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
