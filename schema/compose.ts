import { mkdirSync, writeFileSync } from 'node:fs'
import { asyncApiText } from './asyncapi/text.ts'
import { compose } from './composition.ts'
import { schemaFile } from './index.ts'

// Writes the supergraph, the schema as clients see it, and the document of everything that is sent and received. Run by `npm run codegen`; with --release the present API schema becomes the released one.
const composition = compose()

for (const hint of composition.hints) console.warn(`hint: ${hint}`)

writeFileSync(schemaFile('supergraph.graphql'), composition.supergraph)
mkdirSync(schemaFile('generated/'), { recursive: true })
writeFileSync(schemaFile('generated/api.graphql'), composition.apiSdl)
writeFileSync(schemaFile('generated/asyncapi.json'), asyncApiText(composition.api))
if (process.argv.includes('--release')) writeFileSync(schemaFile('released.graphql'), composition.apiSdl)
