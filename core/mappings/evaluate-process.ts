import jsonata from 'jsonata'
import { LRUCache } from 'lru-cache'
import {
  DEPTH_MAX,
  EVALUATION_MS_MAX,
  type EvaluationAnswer,
  type EvaluationTask,
  RESULT_LENGTH_MAX,
  SEQUENCE_MAX,
} from './evaluation.ts'
import { expressionError } from './expression-error.ts'

/** What would come out otherwise each time: a payload that is sent again has to become the same events again. */
const OF_CHANCE = ['now', 'millis', 'random', 'shuffle'] as const

const compiled = new LRUCache<string, jsonata.Expression>({ max: 100 })

function compile(text: string): jsonata.Expression {
  const known = compiled.get(text)
  if (known !== undefined) return known
  const expression = jsonata(text, { timeout: EVALUATION_MS_MAX, stack: DEPTH_MAX, sequence: SEQUENCE_MAX })
  for (const name of OF_CHANCE) {
    expression.registerFunction(name, () => {
      throw new Error(`$${name} is not for mappings: the same payload has to become the same events each time.`)
    })
  }
  compiled.set(text, expression)
  return expression
}

async function answerTo({ expression, payload }: EvaluationTask): Promise<EvaluationAnswer> {
  try {
    const result: unknown = await compile(expression).evaluate(JSON.parse(payload))
    const text = JSON.stringify(result)
    if (text !== undefined && text.length > RESULT_LENGTH_MAX) {
      return { status: 'limit', message: `What comes out is longer than ${RESULT_LENGTH_MAX} characters.` }
    }
    return { status: 'evaluated', text }
  } catch (error) {
    return problemOf(error)
  }
}

function problemOf(error: unknown): EvaluationAnswer {
  const { code, ...about } = expressionError(error)
  const status = code !== undefined && LIMIT_CODES.has(code) ? 'limit' : 'failed'
  return { status, ...about, isSyntax: code?.startsWith('S') === true }
}

/** Depth, time, and lengths of sequences. */
const LIMIT_CODES: ReadonlySet<string> = new Set(['D1011', 'D1012', 'D2014', 'D2015'])

/** Absent where somebody runs this file by hand. */
const send = process.send?.bind(process)
if (send === undefined) throw new Error('This is the code of a process that another one starts.')
process.on('message', (task: EvaluationTask) => {
  answerTo(task).then((answer) => send(answer))
})
send('ready')
