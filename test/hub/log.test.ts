import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const LOG = new URL('../../hub/log.ts', import.meta.url).href

/** A program that logs, turn by turn, until it has logged so much, then says on standard error that it got there. */
const PROGRAM = `
  import { setImmediate as turn } from 'node:timers/promises'
  const { openLog } = await import(${JSON.stringify(LOG)})
  const log = openLog('info', 'test')
  for (let line = 0; line < 2_000; line++) {
    log.info({ line }, 'A line')
    if (line % 10 === 0) await turn()
  }
  log.error({}, 'The last line')
  process.stderr.write('done')
`

function run() {
  const cwd = fileURLToPath(new URL('../../', import.meta.url))
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return { child, ended: once(child, 'close').then(() => ({ code: child.exitCode, stderr })) }
}

test('a log that nobody reads any more does not stop the hub', async () => {
  const { child, ended } = run()
  child.stdout.destroy()
  expect(await ended).toEqual({ code: 0, stderr: 'done' })
})

test('a log that is read slowly is read whole', async () => {
  const { child, ended } = run()
  await new Promise((resolve) => setTimeout(resolve, 300))
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  expect(await ended).toEqual({ code: 0, stderr: 'done' })
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ line }) => line)).toEqual([...Array(2_000).keys(), undefined])
})
