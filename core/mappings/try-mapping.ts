import { diff, isDeepStrictEqual } from 'node:util'
import jsonata from 'jsonata'
import { expressionError } from './expression-error.ts'
import type { MapPayload } from './map-payload.ts'
import { type MappingDefinition, MappingRefused, nameOf } from './mapping.ts'
import { placeIn } from './place.ts'

/** Tries a mapping on its examples. Throws `MappingRefused` with INVALID_EXPRESSION, or EXAMPLE_FAILED and what came out otherwise, line by line. */
export async function tryMapping(mapping: MappingDefinition, mapPayload: MapPayload): Promise<void> {
  requireExpression(mapping.expression)
  for (const [index, { title, payload, events }] of mapping.examples.entries()) {
    const mapped = await mapPayload(mapping, payload)
    const example = `${nameOf(mapping)}, example ${index + 1} (${title})`
    if (mapped.status === 'unmapped') {
      throw new MappingRefused('EXAMPLE_FAILED', `${example}: ${mapped.code}: ${mapped.message}`)
    }
    if (isDeepStrictEqual(mapped.events, events)) continue
    const difference = differenceOf(events, mapped.events)
    throw new MappingRefused('EXAMPLE_FAILED', `${example}: other events came out.\n${difference}`)
  }
}

/** Parsed here and not evaluated: that takes no longer than the expression is. */
function requireExpression(expression: string): void {
  try {
    jsonata(expression)
  } catch (error) {
    const { message, ...about } = expressionError(error)
    throw new MappingRefused('INVALID_EXPRESSION', `${placeIn(expression, about)}${message}.`)
  }
}

/** As a reader of patches expects it: what was expected and is missing with a minus, what came instead with a plus. */
function differenceOf(expected: unknown, cameOut: unknown): string {
  const marks = { '-1': '-', '0': ' ', '1': '+' } as const
  const lines = diff(linesOf(cameOut), linesOf(expected)).map(([kind, line]) => `${marks[kind]} ${line}`)
  return ['- expected', '+ came out', ...lines].join('\n')
}

function linesOf(value: unknown): string[] {
  return JSON.stringify(inOrder(value), null, 2).split('\n')
}

/** Members by their names, so that their order makes no difference. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, inOrder(member)]),
  )
}
