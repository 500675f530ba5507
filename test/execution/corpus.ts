import { readdirSync, readFileSync } from 'node:fs'
import { type DocumentNode, Kind, parse, print, separateOperations } from 'graphql'
import { ROOT, readPage } from '../readme/page.ts'

/** An operation that somebody really asks, or that asks in a way of its own. */
export interface Example {
  readonly name: string
  readonly source: string
}

/** Every query and mutation of the tests, of the demo and of the documentation, and some that are there to be difficult. */
export function corpus(): Example[] {
  // Files of the tests use fragments of each other.
  const folder = `${ROOT}test/operations/`
  const ofTests = readdirSync(folder).map((name) => readFileSync(folder + name, 'utf8'))
  const ofDemo = readFileSync(`${ROOT}hub/demo/operations.graphql`, 'utf8')
  const pages = ['README.md', ...readdirSync(`${ROOT}docs`).map((name) => `docs/${name}`)].filter((path) =>
    path.endsWith('.md'),
  )
  return [
    ...examplesIn('test/operations', ofTests.join('\n')),
    ...examplesIn('hub/demo', ofDemo),
    ...pages.flatMap((path) =>
      readPage(path).blocks.flatMap(({ role, name, language, text }) =>
        role === 'run' && language === 'graphql' ? examplesIn(`${path}: ${name}`, text) : [],
      ),
    ),
    ...Object.entries(DIFFICULT).map(([name, source]) => ({ name, source })),
  ]
}

function examplesIn(path: string, text: string): Example[] {
  return Object.entries(separateOperations(parse(text)))
    .filter(([, document]) => !isSubscription(document))
    .map(([name, document]) => ({ name: `${path} ${name}`, source: print(document) }))
}

function isSubscription({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'subscription',
  )
}

const ITEM =
  'item { title stockLevels { locationId onHand atf } shipments { id } reservations { id status } returns { id } }'

const DIFFICULT: Readonly<Record<string, string>> = {
  nothing: '{ __typename }',
  schema: '{ __schema { queryType { name } types { name } } a: __type(name: "Item") { name } viewer { kind } }',
  'five subgraphs': `{ availability(channelId: "web", skus: ["MUG", "NONE", "CUP", "MUG"]) { sku quantity status ${ITEM} } }`,
  'five subgraphs, twice': `{
    a: availability(channelId: "web", skus: ["MUG"]) { ${ITEM} } b: item(sku: "MUG") { sku availability(channelId: "web") { quantity ${ITEM} } }
  }`,
  'an unknown item': '{ item(sku: "NONE") { title reservations { id } } reservation(id: "rsv_none") { status } }',
  'a refused argument': '{ items(first: 1000) { nodes { sku } } viewer { kind } }',
  'a refused argument of an entity': '{ item(sku: "MUG") { title reservations(first: 1000) { id } } }',
  'a channel that is not there': '{ availability(channelId: "none", skus: ["MUG"]) { quantity item { title } } }',
  'a foreign cursor':
    '{ availability(channelId: "web", skus: ["MUG"], atLeast: "nonsense") { quantity item { title } } }',
  aliases: '{ constructor: viewer { toString: kind __proto__: client } x: item(sku: "MUG") { a: sku b: sku a: sku } }',
  fragments: `query { ...A viewer { ... { kind } ...V } }
    fragment A on Query { item(sku: "MUG") { ...I } viewer { client } } fragment V on Viewer { kind channelIds }
    fragment I on InventoryItem { title ... on InventoryItem { stockLevels { ...L } } } fragment L on StockLevel { onHand }`,
  'skip and include': `query ($yes: Boolean = true, $no: Boolean = false) {
    viewer @skip(if: $yes) { kind } a: viewer @include(if: $yes) { kind client @include(if: $no) channelIds @skip(if: $no) }
    item(sku: "MUG") @include(if: $yes) { title shipments @include(if: $yes) { id } returns @skip(if: $yes) { id } }
  }`,
  'all of it skipped': '{ viewer @skip(if: true) { kind } }',
  'two mutations': `mutation {
    a: releaseReservation(input: { idempotencyKey: "corpus-a", id: "rsv_none" }) { userErrors { code field message } cursor }
    b: releaseReservation(input: { idempotencyKey: "corpus-b", id: "rsv_none" }) { userErrors { code } reservation { id } }
  }`,
  'a reservation with everything about it': `mutation {
    reserve(input: { idempotencyKey: "corpus-r", channelId: "web", lines: [{ sku: "MUG", locationId: "BER", quantity: 1 }] }) {
      reservation { id status channel { name } lines { quantity item { ${ITEM.slice('item { '.length)} location { name } } } userErrors { code } cursor
    }
  }`,
}
