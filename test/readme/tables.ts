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
