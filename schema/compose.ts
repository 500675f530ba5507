import { writeFileSync } from 'node:fs'
import { compose } from './composition.ts'
import { schemaFile } from './index.ts'

// Writes the supergraph. Run by `npm run codegen`; with --release the present API schema becomes the released one.
const composition = compose()

for (const hint of composition.hints) console.warn(`hint: ${hint}`)

writeFileSync(schemaFile('supergraph.graphql'), composition.supergraph)
if (process.argv.includes('--release')) writeFileSync(schemaFile('released.graphql'), composition.apiSdl)
