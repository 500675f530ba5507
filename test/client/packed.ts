import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const run = promisify(execFile)

/** What a user of the package writes. */
export const IN_JAVASCRIPT = `import { watchAvailability } from 'onhand/client'
const store = watchAvailability({ url: process.argv[2], channelId: 'web', skus: ['MUG'] })
await store.ready()
console.log(JSON.stringify([...store.items.values()].map(({ sku, quantity }) => ({ sku, quantity }))))
store.close()
`

/** An empty project, and beside it the package as `npm pack` makes it. */
export interface Packed extends AsyncDisposable {
  readonly folder: string
  readonly tarball: string
}

export async function packed(): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), 'onhand-package-'))
  const { stdout } = await run('npm', ['pack', '--json', '--silent', '--pack-destination', folder], { cwd: ROOT })
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('[')))
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'shop', private: true, type: 'module' }))
  return {
    folder,
    tarball: join(folder, filename),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}
