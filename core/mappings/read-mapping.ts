import { Ajv } from 'ajv'
import { type MappingDefinition, MappingRefused } from './mapping.ts'
import { parsePayload } from './parse-payload.ts'

/** The largest file of a mapping, in characters. */
const DEFINITION_LENGTH_MAX = 1024 * 1024

const SCHEMA = {
  type: 'object',
  required: ['name', 'version', 'source', 'expression', 'examples'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
    version: { type: 'integer', minimum: 1, maximum: 1_000_000 },
    source: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
    expression: {
      anyOf: [
        { type: 'string', minLength: 1 },
        { type: 'array', minItems: 1, items: { type: 'string' } },
      ],
    },
    signature: {
      type: 'object',
      required: ['scheme'],
      oneOf: [
        { additionalProperties: false, properties: { scheme: { const: 'standard-webhooks' } } },
        {
          additionalProperties: false,
          required: ['header', 'encoding'],
          properties: {
            scheme: { const: 'hmac-sha256' },
            header: { type: 'string', pattern: '^[A-Za-z0-9-]{1,100}$' },
            encoding: { enum: ['base64', 'hex'] },
            prefix: { type: 'string', maxLength: 100 },
          },
        },
      ],
    },
    examples: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'object',
        required: ['title', 'payload', 'events'],
        additionalProperties: false,
        properties: {
          title: { type: 'string', minLength: 1, maxLength: 200 },
          payload: {},
          events: { type: 'array', items: { type: 'object' } },
        },
      },
    },
  },
} as const

/** As the file says it: an expression may be a list of its lines, and a mapping without a signature says nothing of it. */
interface MappingFile extends Omit<MappingDefinition, 'expression' | 'signature'> {
  readonly expression: string | readonly string[]
  readonly signature?: MappingDefinition['signature']
}

const isMappingFile = new Ajv({ strict: false }).compile<MappingFile>(SCHEMA)

/** The text of a file → mapping. Throws `MappingRefused` with INVALID_MAPPING. */
export function readMapping(text: string): MappingDefinition {
  if (text.length > DEFINITION_LENGTH_MAX) {
    throw new MappingRefused('INVALID_MAPPING', `It is longer than ${DEFINITION_LENGTH_MAX} characters.`)
  }
  let value: unknown
  try {
    value = parsePayload(text)
  } catch (error) {
    throw new MappingRefused('INVALID_MAPPING', `It is not JSON: ${error instanceof Error ? error.message : error}.`)
  }
  if (!isMappingFile(value)) {
    const [error] = isMappingFile.errors ?? []
    const place = error === undefined || error.instancePath === '' ? 'The mapping' : error.instancePath
    const named: unknown = error?.params.additionalProperty
    const what = typeof named === 'string' ? ` ("${named}")` : ''
    throw new MappingRefused('INVALID_MAPPING', `${place} ${error?.message ?? 'is not valid'}${what}.`)
  }
  const { expression, signature = null } = value
  return { ...value, expression: typeof expression === 'string' ? expression : expression.join('\n'), signature }
}
