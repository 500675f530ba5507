import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createConnection } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startPostgres } from '../support/postgres-server.ts'
import { startRedis } from '../support/redis-server.ts'

const support = (file: string) => JSON.stringify(new URL(`../support/${file}`, import.meta.url).href)

async function isOpen(port: number): Promise<boolean> {
  const socket = createConnection({ port, host: '127.0.0.1' })
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

// Goal: nobody who stops a test run, by whatever means, finds servers and folders left behind.
test.each(['SIGKILL', 'SIGINT'] as const)('servers and folders go when their owner ends by %s', async (signal) => {
  const program = `
    const { startPostgres } = await import(${support('postgres-server.ts')})
    const { startRedis } = await import(${support('redis-server.ts')})
    const servers = [await startPostgres(), await startRedis()]
    const { readlinkSync } = await import('node:fs')
    console.log(JSON.stringify(servers.map(({ port, pid }) => ({
      port, pid, folder: process.platform === 'linux' ? readlinkSync('/proc/' + pid + '/cwd') : null,
    }))))
    setInterval(() => {}, 1000)
  `
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line]: Buffer[] = await once(owner.stdout, 'data')
  const servers: { port: number; folder: string | null }[] = JSON.parse(String(line))
  for (const { port } of servers) expect(await isOpen(port)).toBe(true)

  owner.kill(signal)
  await once(owner, 'exit')
  const isLeft = async () => {
    for (const { port, folder } of servers)
      if ((await isOpen(port)) || (folder !== null && existsSync(folder))) return true
    return false
  }
  for (let attempt = 0; attempt < 100 && (await isLeft()); attempt++) await sleep(100)
  expect(await isLeft()).toBe(false)
})

test('a server comes back on its port, with its data where it keeps any', async () => {
  await using postgres = await startPostgres()
  await using redis = await startRedis()
  const before = [postgres.url, redis.url]

  await Promise.all([postgres.restart('immediate'), redis.restart()])
  expect([postgres.url, redis.url]).toEqual(before)
  for (const { port } of [postgres, redis]) expect(await isOpen(port)).toBe(true)
})
