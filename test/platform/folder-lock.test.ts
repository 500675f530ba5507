import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { openDatabase } from '../../core/database/connection.ts'
import { lockFolder } from '../../core/database/folder-lock.ts'

let folders = 0
function newFolder(): string {
  folders += 1
  return join(inject('servers').folder, `lock-${process.pid}-${folders}`, 'data')
}

/** A process of its own that opens the folder, writes a row, says so, and then waits to be killed. */
async function otherHub(folder: string): Promise<ChildProcess> {
  const connection = new URL('../../core/database/connection.ts', import.meta.url).href
  const program = `
    const { openDatabase } = await import(${JSON.stringify(connection)})
    const database = await openDatabase({ dataDir: ${JSON.stringify(folder)} })
    const { CompiledQuery } = await import('kysely')
    await database.kysely.executeQuery(CompiledQuery.raw('create table note (id int)'))
    await database.kysely.executeQuery(CompiledQuery.raw('insert into note values (7)'))
    console.log('open')
    setInterval(() => {}, 1000)
  `
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

// Goal: two processes never write the same PGlite files, and what was acknowledged survives the first one's death.
test('the folder of a living process is refused, that of a killed one is taken over with its data', async () => {
  const folder = newFolder()
  const other = await otherHub(folder)
  await expect(openDatabase({ dataDir: folder })).rejects.toThrow(`in use by process ${other.pid}`)

  other.kill('SIGKILL')
  await once(other, 'exit')
  const database = await openDatabase({ dataDir: folder })
  expect((await sql`select id from note`.execute(database.kysely)).rows).toEqual([{ id: 7 }])

  await database.close()
  expect(await readdir(folder)).toEqual(['pglite'])
})

test('one process cannot open a folder twice, but again after closing it', async () => {
  const folder = newFolder()
  const lock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow('already open in this process')
  await lock.release()
  const again = await lockFolder(folder)
  await again.release()
})

test('a process that was given the pid of a dead one does not keep its folder locked', async () => {
  const folder = newFolder()
  const lock = await lockFolder(folder)
  const content: unknown = JSON.parse(await readFile(join(folder, 'hub.lock'), 'utf8'))
  await lock.release()
  // Our parent lives, but did not start when the writer of this lock did.
  await writeFile(join(folder, 'hub.lock'), JSON.stringify(Object.assign({}, content, { pid: process.ppid })))

  const taken = await lockFolder(folder)
  await taken.release()
})

test('a lock file with nonsense in it is not in the way', async () => {
  const folder = newFolder()
  await (await lockFolder(folder)).release()
  await writeFile(join(folder, 'hub.lock'), 'half a')
  await (await lockFolder(folder)).release()
})
