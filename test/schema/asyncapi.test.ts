import asyncApiSpecs from '@asyncapi/specs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { buildSchema } from 'graphql'
import { describe, expect, test } from 'vitest'
import { ERROR_CODES } from '../../gateway/errors.ts'
import { asyncApi } from '../../schema/asyncapi/document.ts'
import { asyncApiText } from '../../schema/asyncapi/text.ts'
import { CLOSE_CODES } from '../../schema/close-codes.ts'
import { compose } from '../../schema/composition.ts'
import { EVENT_TYPES } from '../../schema/events/index.ts'
import { readAsyncApi } from '../../schema/index.ts'
import { partOf, readPage } from '../readme/page.ts'

type Json = ReturnType<typeof JSON.parse>

/** What is wrong with a document by the official JSON Schema of AsyncAPI 3.0. */
function problemsOf(document: unknown): unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true })
  addFormats.default(ajv)
  const validate = ajv.compile(JSON.parse(JSON.stringify(asyncApiSpecs.schemasWithoutId['3.0.0'])))
  validate(document)
  return validate.errors ?? []
}

/** References that lead nowhere. The official schema does not follow them. */
function danglingIn(document: Json): string[] {
  const dangling: string[] = []
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, of] of Object.entries(value)) {
      if (key !== '$ref' || typeof of !== 'string') {
        look(of)
        continue
      }
      const path = of.replace(/^#\//, '').split('/')
      const found = path.reduce<unknown>((at, name) => Object(at)[name], document)
      if (!of.startsWith('#/') || found === undefined) dangling.push(of)
    }
  }
  look(document)
  return dangling
}

describe('the document of everything that is sent and received', () => {
  const document: Json = JSON.parse(readAsyncApi())

  test('is one of AsyncAPI 3.0', () => {
    expect(problemsOf(document)).toEqual([])
    expect(danglingIn(document)).toEqual([])
  })

  // A check that never finds anything might as well be none.
  test.each([
    ['an operation that does neither', (bad: Json) => Object.assign(bad.operations.tellFeed, { action: 'shout' })],
    ['a channel without an address that is one', (bad: Json) => Object.assign(bad.channels.sockets, { address: 7 })],
    ['a server of no protocol', (bad: Json) => delete bad.servers.http.protocol],
  ])('and it would be noticed: %s', (_what, spoil) => {
    const bad = structuredClone(document)
    spoil(bad)
    expect(problemsOf(bad)).not.toEqual([])
  })

  test('and a reference that leads nowhere would be', () => {
    const bad = structuredClone(document)
    delete bad.components.schemas.Availability
    expect(danglingIn(bad)).toContain('#/components/schemas/Availability')
  })

  test('is made from the schema: another field of Subscription, or of a type, is in it', () => {
    const { apiSdl } = compose()
    const more = `${apiSdl}
      extend type Subscription { "Tells it. At once." shelfChanged(shelf: ID!): Shelf }
      type Shelf { "How high." height: Int! }`
    const made: Json = asyncApi(buildSchema(more))
    expect(problemsOf(made)).toEqual([])
    expect(danglingIn(made)).toEqual([])
    expect(made.operations.shelfChangedAsStream).toMatchObject({ action: 'send', title: 'Tells it.' })
    expect(made.components.schemas.Shelf.properties.height.description).toBe('How high.')
    expect(asyncApiText(buildSchema(more))).not.toBe(readAsyncApi())
    expect(asyncApiText(buildSchema(apiSdl))).toBe(readAsyncApi())
  })

  test('names every subscription on each transport, every event, error and way of closing', () => {
    const fields = Object.keys(compose().api.getSubscriptionType()?.getFields() ?? {})
    for (const channel of ['sockets', 'stream', 'parts', 'webhooks'])
      expect(Object.keys(document.channels[channel].messages)).toEqual(expect.arrayContaining(fields))
    expect(Object.keys(document.channels.events.messages)).toEqual(['results', ...EVENT_TYPES])
    expect(document.components.schemas.ErrorCode.enum).toEqual([...ERROR_CODES])
    const listed = [...partOf(readPage('docs/transports.md'), 'closes').matchAll(/^\| (\d{4}) \|/gm)].map(
      ([, code]) => code,
    )
    expect(Object.keys(CLOSE_CODES)).toEqual(listed)
    for (const code of listed) expect(document.channels.sockets.description).toContain(`- ${code}: `)
  })
})
