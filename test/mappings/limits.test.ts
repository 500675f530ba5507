import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { Evaluator } from '../../core/mappings/evaluator.ts'

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

/** Processes that evaluate, of this one. */
function childrenOf(parent: number): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return stdout.split('\n').flatMap((line) => {
    const [, pid, ppid, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return Number(ppid) === parent && args.includes('evaluate-process') ? [Number(pid)] : []
  })
}
