import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Evaluator, MappingUnavailable } from '../../core/mappings/evaluator.ts'
import { withNode } from './with-node.ts'

const SLOW = { timeout: 60_000 }

// Goal: a mapping costs at most what it may, and never the hub. Method: what is known to go on for ever or to fill a heap, and then one that is well.
describe('an expression', () => {
  test.each([
    ['goes on for ever', '($f := function($x) { $f($x + 1) }; $f(1))', 'limit'],
    ['calls itself without end', '($f := function($x) { 1 + $f($x) }; $f(1))', 'limit'],
    ['makes lists of lists', '($a := [1..90000]; $map($a, function($x) { $map($a, function($y) { [$a] }) }))', 'limit'],
    ['makes a list that is too long', '[1..9999999]', 'limit'],
    ['makes texts that fit nowhere', '$map([1..3], function() { $pad("y", 100000000) })', 'limit'],
    ['makes too much', '$pad("y", 5000000)', 'limit'],
    ['doubles a text', '($f := function($s) { $f($s & $s) }; $f("ab"))', 'failed'],
    ['matches what backtracks', '$match(text, /^(a+)+$/) ? 1 : 2', 'evaluated'],
  ])('that %s ends, and the next is evaluated', SLOW, async (_what, expression, status) => {
    const evaluator = new Evaluator()
    const payload = JSON.stringify({ text: `${'a'.repeat(50)}!` })
    let turns = 0
    const other = setInterval(() => turns++, 1)
    const [answer, next] = await Promise.all([
      evaluator.evaluate({ expression, payload }),
      evaluator.evaluate({ expression: '{ "still": "here" }', payload }),
    ])
    clearInterval(other)
    expect(answer).toMatchObject({ status })
    expect(next).toEqual({ status: 'evaluated', text: '{"still":"here"}' })
    // This process had time for others.
    expect(turns).toBeGreaterThan(0)
  })

  test('that was ended from outside is nobody’s fault, and sent again', SLOW, async () => {
    const evaluator = new Evaluator()
    const one = { expression: '1', payload: 'null' }
    expect(await evaluator.evaluate(one)).toMatchObject({ status: 'evaluated' })
    const endless = evaluator.evaluate({ expression: '($f := function($x) { $f($x + 1) }; $f(1))', payload: 'null' })
    const killed = expect(endless).rejects.toThrow(/SIGKILL/)
    for (const pid of childrenOf(process.pid)) process.kill(pid, 'SIGKILL')
    await killed
    expect(await evaluator.evaluate(one)).toMatchObject({ status: 'evaluated' })
  })
})

describe('nobody’s fault, and sent again, is', () => {
  const one = { expression: '1', payload: 'null' }

  test('what waits for longer than others take', SLOW, async () => {
    const evaluator = new Evaluator()
    const endless = { expression: '($f := function($x) { $f($x + 1) }; $f(1))', payload: 'null' }
    const [first, ...others] = [1, 2, 3].map(() => evaluator.evaluate(endless))
    const last = expect(evaluator.evaluate(one)).rejects.toThrow(MappingUnavailable)
    await Promise.allSettled(others)
    expect(await first).toMatchObject({ status: 'limit' })
    await last
    expect(await evaluator.evaluate(one)).toMatchObject({ status: 'evaluated' })
  })

  test.each([
    ['cannot be started', '/nowhere/node'],
    ['ends at once', '/bin/false'],
  ])('that the process %s', SLOW, async (_what, node) => {
    const evaluator = new Evaluator()
    await withNode(node, () => expect(evaluator.evaluate(one)).rejects.toThrow(MappingUnavailable))
    expect(await evaluator.evaluate(one)).toMatchObject({ status: 'evaluated' })
  })

  test('that the process never gets ready', SLOW, async () => {
    const evaluator = new Evaluator()
    const folder = await mkdtemp(join(tmpdir(), 'onhand-node-'))
    const node = join(folder, 'node')
    await writeFile(node, '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 })
    await withNode(node, () => expect(evaluator.evaluate(one)).rejects.toThrow(/not ready/))
    await rm(folder, { recursive: true })
    expect(await evaluator.evaluate(one)).toMatchObject({ status: 'evaluated' })
  })
})

/** Processes that evaluate, of this one. */
function childrenOf(parent: number): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return stdout.split('\n').flatMap((line) => {
    const [, pid, ppid, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return Number(ppid) === parent && args.includes('evaluate-process') ? [Number(pid)] : []
  })
}
