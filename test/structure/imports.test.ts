import { glob, readFile } from 'node:fs/promises'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * What each part of the house may import: parts of ours by their folder, or a file by its path; packages where they
 * are limited. Imports point the way the data travels, back toward core.
 */
interface Rule {
  /** Folders and files, the part itself included without being named. */
  ours: string[]
  /** Packages that must not be imported here. */
  notPackages?: RegExp
}

const GRAPHQL_AND_HTTP =
  /^(graphql($|[/-])|@apollo\/|mercurius|graphql-ws|fastify|@fastify\/|@as-integrations\/|undici|ws$|(node:)?https?2?$)/
const SQL = /^(kysely|pg|pg-pool|@electric-sql\/|redis$)/

/** Where a file lives decides its rule; the first that matches holds. */
const RULES: [where: RegExp, rule: Rule][] = [
  [/^schema\//, { ours: [] }],
  // The JSON Schemas of events are data, and what ingest checks events against; the SDL beside them is none of its business.
  [/^core\//, { ours: ['schema/events/'], notPackages: GRAPHQL_AND_HTTP }],
  // Calls to servers of others know nothing of what they are about.
  [/^outgoing\//, { ours: [], notPackages: new RegExp(`${SQL.source}|^(graphql($|[/-])|@apollo/|mercurius|fastify)`) }],
  [/^erp\//, { ours: ['core/', 'outgoing/'], notPackages: /^(graphql($|[/-])|@apollo\/|mercurius)/ }],
  [/^marketplaces\//, { ours: ['core/', 'outgoing/'], notPackages: /^(graphql($|[/-])|@apollo\/|mercurius)/ }],
  // Each subgraph is a part of its own: none imports another, and what all of them share imports none of them.
  [/^subgraphs\/shared\//, { ours: ['core/', 'schema/'] }],
  [/^subgraphs\/[^/]+\//, { ours: ['core/', 'schema/', 'subgraphs/shared/'] }],
  [
    /^gateway\//,
    {
      ours: ['schema/', 'core/config.ts', 'core/feed/', 'core/access/', 'core/webhooks/', 'outgoing/'],
      notPackages: SQL,
    },
  ],
  [/^console\//, { ours: ['*/generated/'], notPackages: SQL }],
  [/^client\//, { ours: [] }],
  [
    /^hub\//,
    {
      ours: ['schema/', 'core/', 'outgoing/', 'erp/', 'marketplaces/', 'subgraphs/', 'gateway/', 'console/', 'client/'],
    },
  ],
  [/^(test|bench)\//, { ours: ['*'] }],
  [/^[^/]+\.config\.ts$/, { ours: [] }],
]

/** The part that a file belongs to: what it may always import from. */
function partOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'subgraphs' ? `${first}/${second}/` : `${first}/`
}

function isAllowed(from: string, to: string, { ours }: Rule): boolean {
  if (to.startsWith(partOf(from))) return true
  return ours.some((pattern) => {
    if (pattern === '*') return true
    if (pattern === '*/generated/') return to.includes('/generated/')
    return pattern.endsWith('/') ? to.startsWith(pattern) : to === pattern
  })
}

interface Source {
  path: string
  text: string
}

async function sources(): Promise<Source[]> {
  const paths = await Array.fromAsync(
    glob('**/*.{ts,mts,js,mjs,cjs,tsx}', {
      cwd: ROOT,
      exclude: (name) => ['node_modules', '.git', 'dist', 'data', 'coverage'].includes(name),
    }),
  )
  return Promise.all(paths.sort().map(async (path) => ({ path, text: await readFile(join(ROOT, path), 'utf8') })))
}

/** The specifiers of `import … from`, `export … from`, `import()` and `import type`, comments left out. */
function importsOf(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const statement = /(?:^|[\n;}])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g
  const bare = /(?:^|[\n;])\s*import\s*['"]([^'"]+)['"]/g
  const call = /\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]\s*\)/g
  return [statement, bare, call].flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''))
}

/** What is wrong with the imports of one file, as lines for a human. */
function wrongImports({ path, text }: Source): string[] {
  const rule = RULES.find(([where]) => where.test(path))?.[1]
  if (rule === undefined) return path.startsWith('.') ? [] : [`${path}: no rule says what may live there`]

  return importsOf(text).flatMap((specifier) => {
    if (specifier.startsWith('.')) {
      const to = normalize(relative(ROOT, join(ROOT, dirname(path), specifier))).replaceAll('\\', '/')
      if (to === 'package.json') return []
      return isAllowed(path, to, rule) ? [] : [`${path} imports ${to}`]
    }
    return rule.notPackages?.test(specifier) ? [`${path} imports the package ${specifier}`] : []
  })
}

/** Words that say somebody meant to come back. Written in parts, so that this file does not find itself. */
const LEFT_OVER = new RegExp(`\\b(${['FIX', 'ME'].join('')}|${['TO', 'DO'].join('')}|${['XX', 'X'].join('')})\\b`)

function leftOvers({ path, text }: Source): string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (LEFT_OVER.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []))
}

function readsEnvironment({ path, text }: Source): string[] {
  if (path === 'core/config.ts' || /^(test|bench|\.ci)\//.test(path)) return []
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '')
  const reads = /\bprocess\s*(\?\.|\.)\s*env\b|\bprocess\s*\[\s*['"]env['"]|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b/
  const imports = /import\s*\{[^}]*\benv\b[^}]*\}\s*from\s*['"](node:)?process['"]/
  return reads.test(code) || imports.test(code) ? [path] : []
}

describe('the house', () => {
  test('imports point back toward core', async () => {
    expect((await sources()).flatMap(wrongImports)).toEqual([])
  })

  test('nothing was left to be done later', async () => {
    const written = (await sources()).filter(({ path }) => !path.includes('/generated/'))
    const others = await Array.fromAsync(
      glob('{*.md,docs/**/*.md,schema/*.graphql,schema/events/*.json,*.yml,test/**/*.graphql}', { cwd: ROOT }),
    )
    const texts = await Promise.all(
      others.map(async (path) => ({ path, text: await readFile(join(ROOT, path), 'utf8') })),
    )
    expect([...written, ...texts].flatMap(leftOvers)).toEqual([])
  })

  test('core/config.ts is the only reader of the environment', async () => {
    expect((await sources()).flatMap(readsEnvironment)).toEqual([])
  })

  test('the compiler is not told to look away', async () => {
    const lookingAway = new RegExp(`@ts-${'ignore'}|@ts-${'nocheck'}|\\bas ${'unknown'} as\\b|\\bas ${'any'}\\b`)
    const written = (await sources()).filter(({ path }) => !path.includes('/generated/'))
    expect(written.filter(({ text }) => lookingAway.test(text)).map(({ path }) => path)).toEqual([])
  })
})

// A rule that nothing breaks might also be one that sees nothing.
describe('the checks see', () => {
  test.each([
    ['core/ledger/ledger.ts', "import { GraphQLError } from 'graphql'", 'the package graphql'],
    ['core/ledger/ledger.ts', "import { createServer } from 'node:http'", 'the package node:http'],
    [
      'core/ledger/ledger.ts',
      "import type { Item } from '../../subgraphs/stock/models.ts'",
      'subgraphs/stock/models.ts',
    ],
    ['core/ingest/validate.ts', "import { x } from '../../schema/index.ts'", 'schema/index.ts'],
    ['subgraphs/stock/server.ts', "export { x } from '../transit/server.ts'", 'subgraphs/transit/server.ts'],
    ['subgraphs/shared/relay.ts', "import { x } from '../stock/models.ts'", 'subgraphs/stock/models.ts'],
    ['subgraphs/stock/queries/item.ts', "const x = await import('../../../gateway/server.ts')", 'gateway/server.ts'],
    [
      'gateway/server.ts',
      "import {\n  openDatabase,\n} from '../core/database/connection.ts'",
      'core/database/connection.ts',
    ],
    ['gateway/server.ts', "import { sql } from 'kysely'", 'the package kysely'],
    ['hub/main.ts', "import '../test/support/servers.ts'", 'test/support/servers.ts'],
    ['client/index.ts', "import { x } from '../core/config.ts'", 'core/config.ts'],
    ['schema/index.ts', "import { x } from '../core/config.ts'", 'core/config.ts'],
    ['elsewhere/index.ts', '', 'no rule'],
  ])('%s with %s', (path, text, expected) => {
    expect(wrongImports({ path, text }).join()).toContain(expected)
  })

  test.each([
    [
      'core/ledger/ledger.ts',
      "import { type Kysely, sql } from 'kysely'\nimport { x } from '../database/connection.ts'",
    ],
    ['core/ledger/ledger.ts', "// import { x } from 'graphql'\n/** import { x } from 'graphql' */"],
    [
      'subgraphs/stock/server.ts',
      "import { x } from '../../core/ledger/ledger.ts'\nimport { y } from '../shared/relay.ts'\nimport { z } from './models.ts'",
    ],
    [
      'gateway/server.ts',
      "import { readConfig } from '../core/config.ts'\nimport { x } from '../core/access/viewer.ts'",
    ],
    ['hub/main.ts', "import { x } from '../gateway/server.ts'\nimport { y } from '../subgraphs/stock/server.ts'"],
    ['bench/main.ts', "import { x } from '../hub/start.ts'\nimport { y } from '../test/support/postgres-server.ts'"],
  ])('nothing wrong in %s with %s', (path, text) => {
    expect(wrongImports({ path, text })).toEqual([])
  })

  test.each([
    'const port = process.env.PORT',
    "const port = process['env']['PORT']",
    'const { env } = process',
    "import { env } from 'node:process'",
  ])('the environment read by %s', (text) => {
    expect(readsEnvironment({ path: 'hub/main.ts', text })).toEqual(['hub/main.ts'])
  })

  test('what was left to be done later', () => {
    expect(leftOvers({ path: 'hub/main.ts', text: `ok\n// ${['FIX', 'ME'].join('')}: later` })).toHaveLength(1)
  })
})
