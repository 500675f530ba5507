// Prints `N passed, N failed` from the results of Vitest's JSON reporter; exits with 1 unless tests ran and all passed.
import { readFileSync } from 'node:fs'

const text = readFileSync(process.argv[2] ?? '', 'utf8')
const results = text === '' ? { testResults: [] } : JSON.parse(text)

const tests = results.testResults.flatMap((file) => file.assertionResults)
const passed = tests.filter((test) => test.status === 'passed').length
// A file that fails without a failed test could not be loaded, or its set-up failed: one failure.
const broken = results.testResults.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
).length
const failed = tests.filter((test) => test.status === 'failed').length + broken
const others = tests.length + broken - passed - failed

if (others > 0) console.log(`${others} did not run`)
if (tests.length === 0) console.log('No test ran.')
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = passed > 0 && failed === 0 ? 0 : 1
