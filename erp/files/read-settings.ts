import { checkTimeZone, settingsReader } from '../../outgoing/settings-reader.ts'
import { FIELDS, type FilesSettings, ROW_KINDS } from './settings.ts'

const text = { type: 'string', minLength: 1 }
const byField = (schema: object) => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(FIELDS.map((field) => [field, schema])),
})

const SETTINGS = {
  type: 'object',
  required: ['folder', 'files'],
  additionalProperties: false,
  properties: {
    folder: text,
    files: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['pattern', 'rows'],
        additionalProperties: false,
        properties: {
          pattern: text,
          rows: { enum: ROW_KINDS },
          columns: byField(text),
          fixed: byField(text),
          prefix: { type: 'object', additionalProperties: false, properties: { location: text, origin: text } },
          delimiter: { type: 'string', minLength: 1, maxLength: 1 },
        },
      },
    },
    complete: { enum: ['trailer', 'rename'] },
    timeZone: text,
    staleSeconds: { type: 'integer', minimum: 1, maximum: 2_592_000 },
    pageSize: { type: 'integer', minimum: 1, maximum: 10_000 },
  },
}

const read = settingsReader<Omit<FilesSettings, 'source'>>(SETTINGS, 'Settings of files')

export function readFilesSettings(settings: unknown, source: string): FilesSettings {
  const seen = read(settings)
  checkTimeZone(seen.timeZone)
  return { ...seen, source }
}
