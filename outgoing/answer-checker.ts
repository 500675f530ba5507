import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'

const addFormats = addFormatsModule.default

/** Whether a value is what a contract calls by a name; otherwise what is wrong. */
export type AnswerChecker<Answers> = <Name extends keyof Answers & string>(
  name: Name,
  value: unknown,
) => { readonly answer: Answers[Name] } | { readonly problem: string }

/** Looks at answers by the schemas of a document of OpenAPI 3.1: what is taken for an answer is what stands in what is published, and nothing else. */
export function answerChecker<Answers>(contract: object): AnswerChecker<Answers> {
  const ajv = new Ajv2020({ strict: false })
  addFormats(ajv, ['date-time'])
  ajv.addSchema(contract, 'contract')
  return (name, value) => {
    const isAnswer = ajv.getSchema(`contract#/components/schemas/${name}`)
    if (isAnswer === undefined) throw new Error(`The contract has no ${name}`)
    if (fits<Answers[typeof name]>(isAnswer, value)) return { answer: value }
    const [error] = isAnswer.errors ?? []
    return { problem: `${error?.instancePath || 'it'} ${error?.message ?? 'is not valid'}` }
  }
}

function fits<Answer>(isAnswer: (value: unknown) => unknown, value: unknown): value is Answer {
  return isAnswer(value) === true
}
