import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { asyncApiText } from './asyncapi/text.ts'
import { type Composition, compose } from './composition.ts'
import { readAsyncApi, readReleasedSchema, readSupergraph, schemaFile } from './index.ts'
import { lintAccess, lintApi } from './lint.ts'

/** Changes of the API that would break a client written against the released schema. Only additions are allowed. */
export async function breakingChanges(released: GraphQLSchema, now: GraphQLSchema): Promise<string[]> {
  const changes = await diff(released, now)
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    .map((change) => `${change.path ?? 'schema'}: ${change.message}`)
}

/** Everything that is wrong with the committed schema; empty when nothing is. Throws where the subgraphs do not compose. */
export async function checkSchema(composition: Composition = compose()): Promise<string[]> {
  const problems: string[] = []

  if (readSupergraph() !== composition.supergraph) {
    problems.push('schema/supergraph.graphql is stale: run `npm run codegen`')
  }
  if (readFileSync(schemaFile('generated/api.graphql'), 'utf8') !== composition.apiSdl) {
    problems.push('schema/generated/api.graphql is stale: run `npm run codegen`')
  }
  if (readAsyncApi() !== asyncApiText(composition.api)) {
    problems.push('schema/generated/asyncapi.json is stale: run `npm run codegen`')
  }
  for (const change of await breakingChanges(buildSchema(readReleasedSchema()), composition.api)) {
    problems.push(`breaks clients of the released schema: ${change}`)
  }
  for (const { at, problem } of [...lintApi(composition.api), ...lintAccess(composition.supergraph, composition.api)]) {
    problems.push(`${at} ${problem}`)
  }
  return problems
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const problems = await checkSchema()
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
}
