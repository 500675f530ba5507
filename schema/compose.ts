import { mkdirSync, writeFileSync } from 'node:fs'
import { compose } from './composition.ts'
import { schemaFile } from './index.ts'

// Writes the supergraph, and the schema as clients see it. Run by `npm run codegen`; with --release the present API schema becomes the released one.
const composition = compose()

for (const hint of composition.hints) console.warn(`hint: ${hint}`)

writeFileSync(schemaFile('supergraph.graphql'), composition.supergraph)
mkdirSync(schemaFile('generated/'), { recursive: true })
writeFileSync(schemaFile('generated/api.graphql'), composition.apiSdl)
if (process.argv.includes('--release')) writeFileSync(schemaFile('released.graphql'), composition.apiSdl)
