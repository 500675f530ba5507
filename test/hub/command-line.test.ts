import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openTestLedger } from '../support/ledger.ts'
import { HubProcess } from './hub-process.ts'

describe('the command line', () => {
  test('says what there is, and what each setting takes', async () => {
    const help = await HubProcess.run(['--help'])
    expect(help.code).toBe(0)
    for (const command of [
      'start',
      'demo',
      'gateway',
      'subgraph',
      'worker',
      'migrate',
      'import',
      'rebuild',
      'audit',
      'keys',
      'mappings',
    ]) {
      expect(help.stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
    }

    const start = await HubProcess.run(['start', '--help'])
    expect(start.stdout).toMatch(/FEED_POLL_MS .*\n\s+100 to 60000 ms; default: 1000/)
  })

  test.for([
    { args: ['no-such-command'], says: "unknown command 'no-such-command'" },
    { args: ['subgraph', 'no-such-subgraph'], says: 'There are stock, reservations, transit, returns, availability.' },
    { args: ['start', '--port', '70000'], says: 'It takes a whole number from 0 to 65535.' },
    { args: ['import', 'online-retail'], says: "missing required argument 'folder'" },
    {
      args: ['keys', 'create', '--name', 'x', '--kind', 'king'],
      says: "option '--kind <kind>' argument 'king' is invalid",
    },
    { args: ['audit'], env: { DATABASE_URL: 'mysql://x' }, says: 'DATABASE_URL is not such a URL.' },
  ])('ends with 2 and says why: $args', async ({ args, env = {}, says }) => {
    const { code, stdout, stderr } = await HubProcess.run(args, env)

    expect(stderr).toContain(says)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  test('audit finds a balance that does not follow from the journal, rebuild mends it when told to', {
    timeout: 90_000,
  }, async () => {
    await using shop = await openTestLedger('postgres')
    await shop.shop(['MUG'], ['BER'])
    await shop.count('MUG', 'BER', 10)
    const env = { DATABASE_URL: shop.db.url ?? '' }
    expect(await HubProcess.run(['audit'], env)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing differs.'),
    })

    await sql`update position set sellable = 12 where sku = 'MUG'`.execute(shop.db.kysely)
    const difference = 'position: MUG at BER, sellable: kept 12, derived 10'
    expect(await HubProcess.run(['audit'], env)).toMatchObject({ code: 1, stdout: expect.stringContaining(difference) })
    expect(await HubProcess.run(['rebuild'], env)).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        new RegExp(`${difference}\n    proposed: .*\n1 figures differ.\nNothing was changed.`),
      ),
    })
    expect(await shop.position('MUG', 'BER')).toMatchObject({ sellable: 12 })

    expect(await HubProcess.run(['rebuild', '--apply'], env)).toMatchObject({ code: 0 })
    expect(await shop.position('MUG', 'BER')).toMatchObject({ sellable: 10 })
    expect(await HubProcess.run(['rebuild'], env)).toMatchObject({ code: 0 })
  })

  test('audit proposes what would mend a balance, and writes it when told its fingerprint, not another one', {
    timeout: 90_000,
  }, async () => {
    await using shop = await openTestLedger('postgres')
    await shop.shop(['MUG'], ['BER'])
    await shop.count('MUG', 'BER', 10)
    await sql`update position set sellable = 12 where sku = 'MUG'`.execute(shop.db.kysely)
    const env = { DATABASE_URL: shop.db.url ?? '' }

    const found = await HubProcess.run(['audit'], env)
    expect(found).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('proposed: set the balance sellable to 10, as the journal says'),
    })
    const fingerprint = /audit --apply ([0-9a-f]+)/.exec(found.stdout)?.[1] ?? ''
    expect(fingerprint).not.toBe('')

    const other = await HubProcess.run(['audit', '--apply', '0123456789ab'], env)
    expect(other).toMatchObject({ code: 1, stdout: expect.stringContaining(`It is ${fingerprint} now.`) })
    expect(await shop.position('MUG', 'BER')).toMatchObject({ sellable: 12 })

    expect(await HubProcess.run(['audit', '--apply', fingerprint], env)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/corrected: MUG at BER, sellable: 12 became 10\n.*\n?Nothing differs any more/),
    })
    expect(await shop.position('MUG', 'BER')).toMatchObject({ sellable: 10 })
  })

  test('keys are made, listed without their secret, and revoked', { timeout: 90_000 }, async () => {
    await using shop = await openTestLedger('postgres')
    const env = { DATABASE_URL: shop.db.url ?? '' }
    const made = await HubProcess.run(['keys', 'create', '--name', 'till', '--kind', 'service'], env)
    // The secret may have an underscore itself.
    const [, id, ...parts] = made.stdout.trim().split('_')
    const secret = parts.join('_')
    expect(made.code).toBe(0)

    const listed = await HubProcess.run(['keys', 'list'], env)
    expect(listed.stdout).toMatch(new RegExp(`^${id}  service +till  all channels  made \\S+\\n$`))
    expect(listed.stdout).not.toContain(secret)
    expect(await HubProcess.run(['keys', 'revoke', id ?? ''], env)).toMatchObject({ code: 0 })
    expect((await HubProcess.run(['keys', 'list'], env)).stdout).toContain('revoked 20')
    expect(await HubProcess.run(['keys', 'revoke', 'nobody'], env)).toMatchObject({ code: 1 })
    expect(await HubProcess.run(['keys', 'create', '--name', 'shop', '--kind', 'storefront'], env)).toMatchObject({
      code: 2,
    })
  })

  test('says in one line that Node is too old', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url))
    const pretend =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.1.0"}})'
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', pretend, '--import', './hub/check-node.js', 'hub/main.ts', '--help'],
      { cwd: root, encoding: 'utf8' },
    )

    expect(status).toBe(1)
    expect(stderr).toMatch(/^Onhand runs on Node 24 or newer; this is Node 20\.1\.0/)
  })
})
