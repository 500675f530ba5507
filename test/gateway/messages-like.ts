import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { readAsyncApi } from '../../schema/index.ts'

type Json = ReturnType<typeof JSON.parse>

const document: Json = JSON.parse(readAsyncApi())

// Events that tell another format than the schema says are found, too.
const ajv = new Ajv({ strict: false })
addFormats.default(ajv)
ajv.addSchema({ $id: 'asyncapi', ...document })

/** The names of a channel's messages that a frame is one of. */
export function messagesLike(
  channel: string,
  frame: { payload?: unknown; headers?: unknown },
  among?: readonly string[],
): string[] {
  const keys = Object.keys(document.channels[channel].messages)
  return keys.filter((key) => {
    if (among !== undefined && !among.includes(key)) return false
    const { payload, headers } = document.components.messages[`${channel}.${key}`]
    const path = `asyncapi#/components/messages/${channel.replaceAll('/', '~1')}.${key}`
    const fits = (part: 'payload' | 'headers', schema: unknown, value: unknown) =>
      schema === undefined
        ? value === undefined
        : value !== undefined && ajv.validate({ $ref: `${path}/${part}` }, value)
    return fits('payload', payload, frame.payload) && (headers === undefined || fits('headers', headers, frame.headers))
  })
}
