import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestGateway } from '../gateway/support.ts'
import { IN_JAVASCRIPT, packed, run } from './packed.ts'

// The package brings what the hub runs on along, so that this takes a while and the registry.
test('onhand/client works where npm has installed it, in an empty folder', { timeout: 600_000 }, async () => {
  await using project = await packed()
  const { folder, tarball } = project
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--omit=optional', tarball], {
    cwd: folder,
  })
  await using gateway = await openTestGateway('pglite')
  await gateway.hub.shop(['MUG'], ['BER'])
  await gateway.hub.count('MUG', 'BER', 12)
  await writeFile(join(folder, 'watch.mjs'), IN_JAVASCRIPT)
  const { stdout } = await run(process.execPath, ['watch.mjs', `${gateway.url}/graphql`], { cwd: folder })
  expect(JSON.parse(stdout)).toEqual([{ sku: 'MUG', quantity: 12 }])
})
