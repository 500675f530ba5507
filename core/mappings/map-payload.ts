import { asText } from '../ingest/unreadable.ts'
import type { EventValidator } from '../ingest/validate.ts'
import type { EventRefusalCode } from '../ledger/commands.ts'
import type { Evaluator } from './evaluator.ts'
import { type Mapping, nameOf } from './mapping.ts'
import { placeIn } from './place.ts'

/** The expression failed; it took too much; what came out is no event. */
export type MappingProblemCode = Extract<EventRefusalCode, 'MAPPING_FAILED' | 'MAPPING_LIMIT' | 'MAPPING_RESULT'>

export type Mapped =
  /** CloudEvents that keep to their schemas; none where the mapping says, by an empty list, that the payload is no news. */
  | { readonly status: 'mapped'; readonly events: readonly object[] }
  /** Nothing of it may be recorded: a later version of the mapping may make other events of it. */
  | { readonly status: 'unmapped'; readonly code: MappingProblemCode; readonly message: string }

export type MapPayload = (mapping: Mapping, payload: unknown) => Promise<Mapped>

/** Events in one payload at most. */
const EVENTS_MAX = 1_000
/** Characters of a message that are kept: what $error says may have any length. */
const MESSAGE_LENGTH_MAX = 2_000

/** Payload → events. Throws `MappingUnavailable`. */
export function payloadMapper(evaluator: Evaluator, validator: EventValidator): MapPayload {
  return async (mapping, payload) => {
    // Messages quote the payload, and are kept with it: a NUL that PostgreSQL does not take would keep the letter out.
    const unmapped = (code: MappingProblemCode, message: string): Mapped => ({
      status: 'unmapped',
      code,
      message: asText(`Mapping ${nameOf(mapping)}: ${message}`.slice(0, MESSAGE_LENGTH_MAX)),
    })
    const answer = await evaluator.evaluate({ expression: mapping.expression, payload: JSON.stringify(payload) })
    if (answer.status !== 'evaluated') {
      const code = answer.status === 'limit' ? 'MAPPING_LIMIT' : 'MAPPING_FAILED'
      return unmapped(code, `${placeIn(mapping.expression, answer)}${sentence(answer.message)}`)
    }
    if (answer.text === undefined) {
      return unmapped('MAPPING_RESULT', 'Nothing came out of it. Where a payload is no news, the result is [].')
    }
    const result: unknown = JSON.parse(answer.text)
    const events = (Array.isArray(result) ? result : [result]).map((event: unknown) => completed(event, mapping))
    if (events.length > EVENTS_MAX) return unmapped('MAPPING_LIMIT', `More than ${EVENTS_MAX} events came out of it.`)

    const names = new Map<string, number>()
    for (const [index, event] of events.entries()) {
      const wrong = whatIsWrong(event, mapping, validator)
      if (wrong !== undefined) return unmapped('MAPPING_RESULT', `Event ${index + 1} of ${events.length}: ${wrong}`)
      const name = JSON.stringify([Reflect.get(event, 'source'), Reflect.get(event, 'id')])
      const other = names.get(name)
      if (other !== undefined)
        return unmapped('MAPPING_RESULT', `Event ${index + 1} of ${events.length}: /id is that of event ${other + 1}.`)
      names.set(name, index)
    }
    return { status: 'mapped', events }
  }
}

/** What every event of a mapping has need not be said by it. */
function completed(event: unknown, { source }: Mapping): object {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return { unreadable: event }
  return { specversion: '1.0', source, ...event }
}

function whatIsWrong(event: object, { source }: Mapping, validator: EventValidator): string | undefined {
  if ('unreadable' in event) return 'It is no JSON object.'
  const checked = validator.check(event)
  if (!('event' in checked)) return checked.message
  const own = checked.event.source
  if (own === source || own.startsWith(`${source}/`)) return undefined
  return `/source is neither ${source} nor below it.`
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
