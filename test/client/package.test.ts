import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestGateway } from '../gateway/support.ts'
import { IN_JAVASCRIPT, type Packed, packed, ROOT, run } from './packed.ts'

/** What a user of the package writes. */
const IN_TYPESCRIPT = `import { type AvailabilityStore, OnhandError, type Status, watchAvailability } from 'onhand/client'

const store = watchAvailability<{ item: { title: string } | null }>({
  url: 'wss://hub.example/graphql',
  token: async () => 'a token',
  channelId: 'web',
  skus: ['MUG'],
  select: 'item { title }',
  onlyWhen: 'STATUS_CHANGES',
  minIntervalMs: 1_000,
})
const title: string | undefined = store.get('MUG')?.item?.title
const quantity: number | undefined = store.get('MUG')?.quantity
const stop: () => void = store.subscribe((change) => {
  if (change.kind === 'snapshot') console.log(change.reason, change.removed)
  else if (change.kind === 'tick') for (const { sku, item } of change.items) console.log(sku, item?.title)
})
const status: Status = store.status
if (status.state === 'closed' && status.error instanceof OnhandError) console.log(status.error.code, title, quantity)
const plain: AvailabilityStore = watchAvailability({ url: '/graphql', channelId: 'web' })
// @ts-expect-error Nobody selected it.
plain.get('MUG')?.item
// @ts-expect-error There is no other condition.
watchAvailability({ url: '/graphql', channelId: 'web', onlyWhen: 'ALWAYS' })
// @ts-expect-error A channel is always named.
watchAvailability({ url: '/graphql' })
stop()
`

describe('onhand/client as a package', () => {
  let project: Packed
  let folder: string

  beforeAll(async () => {
    project = await packed()
    folder = project.folder
    // As npm installs it, without what the client does not use; `npm run test:long` leaves it to npm.
    const modules = join(folder, 'node_modules')
    await mkdir(join(modules, 'onhand'), { recursive: true })
    await run('tar', ['-xzf', project.tarball, '-C', join(modules, 'onhand'), '--strip-components=1'])
    for (const name of ['graphql-ws', 'graphql']) await symlink(join(ROOT, 'node_modules', name), join(modules, name))
  })
  afterAll(() => project?.[Symbol.asyncDispose]())

  test('works from plain JavaScript', async () => {
    await using gateway = await openTestGateway('pglite')
    await gateway.hub.shop(['MUG'], ['BER'])
    await gateway.hub.count('MUG', 'BER', 12)
    await writeFile(join(folder, 'watch.mjs'), IN_JAVASCRIPT)
    const { stdout } = await run(process.execPath, ['watch.mjs', `${gateway.url}/graphql`], { cwd: folder })
    expect(JSON.parse(stdout)).toEqual([{ sku: 'MUG', quantity: 12 }])
  })

  test.each(['nodenext', 'bundler'])('has types (moduleResolution %s)', async (moduleResolution) => {
    await writeFile(join(folder, 'watch.ts'), IN_TYPESCRIPT)
    const options = {
      target: 'es2022',
      lib: ['es2022', 'dom'],
      module: moduleResolution === 'bundler' ? 'esnext' : moduleResolution,
      moduleResolution,
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    }
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['watch.ts'] }))
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch((error: unknown) => Object(error))
    expect(stdout).toBe('')
  })

  test('is small', async () => {
    const output = await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        minify: true,
        lib: { entry: join(folder, 'node_modules/onhand/dist/client/index.js'), formats: ['es'], fileName: 'client' },
        rollupOptions: { external: [/^graphql-ws/] },
      },
    })
    const [bundle] = [output].flat()
    if (bundle === undefined || !('output' in bundle)) throw new Error('Nothing was bundled.')
    const [{ code, imports }] = bundle.output
    expect(imports).toEqual(['graphql-ws/client'])
    const bytes = gzipSync(code, { level: 9 }).length
    console.log(`onhand/client: ${bytes} bytes gzipped, ${code.length} minified, without graphql-ws`)
    expect(bytes).toBeLessThan(8 * 1024)
  })
})
