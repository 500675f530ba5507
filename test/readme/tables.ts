import { SETTINGS, type Setting } from '../../core/config.ts'

/** The settings as the README lists them: all that `--help` says. */
export function settingsTable(): string {
  const rows = Object.entries<Setting<unknown>>(SETTINGS).map(([name, setting]) => {
    const fallback = setting.default === 'unset' ? 'unset' : `\`${setting.default}\``
    return `| \`${name}\` | ${cell(setting.description)} | ${setting.unit ?? ''} | ${fallback} | ${cell(setting.range)} |`
  })
  return ['| variable | what it does | unit | default | range |', '|---|---|---|---|---|', ...rows].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}

/** The first cells of a table's rows, without the two lines of its head. */
export function firstCells(table: string): string[] {
  return table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|')[1]?.trim() ?? '')
}

/** What stands between backticks in each row's first cell. */
export function codesIn(table: string): string[] {
  return firstCells(table).flatMap((text) => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))
}

const KINDS = ['storefront', 'partner', 'service', 'operator', 'admin'] as const

/** Which kinds of viewer may select which root fields, those with the same answer in one row. */
export function accessTable(access: ReadonlyMap<string, readonly string[]>): string {
  const rows = new Map<string, string[]>()
  for (const [field, kinds] of access) {
    const [type = '', name = ''] = field.split('.')
    if (!['Query', 'Mutation', 'Subscription'].includes(type)) continue
    const marks = KINDS.map((kind) => (kinds.includes(kind.toUpperCase()) ? 'yes' : '')).join(' | ')
    const row = `${type} | ${marks}`
    rows.set(row, [...(rows.get(row) ?? []), `\`${name}\``])
  }
  const order = ['Query', 'Mutation', 'Subscription']
  const sorted = [...rows].sort(
    ([a], [b]) => order.indexOf(a.split(' ')[0] ?? '') - order.indexOf(b.split(' ')[0] ?? '') || (a < b ? 1 : -1),
  )
  return [
    `| fields | type | ${KINDS.join(' | ')} |`,
    `|---|---|${KINDS.map(() => '---|').join('')}`,
    ...sorted.map(([row, names]) => `| ${names.sort().join(' ')} | ${row} |`),
  ].join('\n')
}
