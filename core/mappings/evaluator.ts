import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type EvaluationAnswer, type EvaluationTask, PROCESS_HEAP_MIB, PROCESS_MS_MAX } from './evaluation.ts'

/** Tasks that wait at most. */
const WAITING_MAX = 1_000
/** Milliseconds for which a task waits at most: whoever posted it is told to come again rather than kept. */
const WAIT_MS_MAX = 4_000
/** Milliseconds in which the process has to be ready. */
const START_MS_MAX = 10_000
/** Milliseconds without work after which the process ends. */
const IDLE_MS = 30_000

/** Nothing can be mapped now, for no fault of the payload: too much waits, or the process that maps cannot be started or was ended from outside. Trying again later helps. */
export class MappingUnavailable extends Error {
  override readonly name = 'MappingUnavailable'
}

/**
 * Evaluates expressions in a process of its own, one after the other, so that none of them can stall this one or take its memory: what takes too long or too much ends with that process, and the next
 * one gets a new one. A thread would not do: one string that does not fit ends all threads with it (V8 aborts), whatever its limits say. The time of a task begins when it is handed over, not while a
 * process starts or is busy with another. Needs no closing: it keeps nothing alive, and ends when there is nothing to do.
 */
export class Evaluator {
  #child: Promise<ChildProcess> | undefined
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #idle: NodeJS.Timeout | undefined

  /** Throws `MappingUnavailable`. */
  async evaluate(task: EvaluationTask): Promise<EvaluationAnswer> {
    if (this.#waiting >= WAITING_MAX) throw new MappingUnavailable('Too many payloads wait to be mapped.')
    this.#waiting++
    clearTimeout(this.#idle)
    const asked = performance.now()
    const answer = this.#last.then(() => {
      if (performance.now() - asked < WAIT_MS_MAX) return this.#run(task)
      throw new MappingUnavailable(`Other payloads took ${WAIT_MS_MAX} ms to be mapped.`)
    })
    this.#last = answer.catch(() => {})
    try {
      return await answer
    } finally {
      this.#waiting--
      if (this.#waiting === 0) this.#idle = setTimeout(() => this.#end(), IDLE_MS).unref()
    }
  }

  #end(): void {
    const child = this.#child
    this.#child = undefined
    child?.then((ended) => ended.kill('SIGKILL')).catch(() => {})
  }

  async #start(): Promise<ChildProcess> {
    const child = await startChild()
    child.once('exit', () => this.#forget(child))
    return child
  }

  #forget(child: ChildProcess): void {
    const kept = this.#child
    kept?.then(
      (current) => {
        if (current === child && this.#child === kept) this.#child = undefined
      },
      () => {},
    )
  }

  async #run(task: EvaluationTask): Promise<EvaluationAnswer> {
    this.#child ??= this.#start()
    try {
      const child = await this.#child
      keepAlive(child, true)
      const answer = await answerOf(child, task)
      keepAlive(child, false)
      if (answer.status !== 'limit' || answer.ends !== true) return answer
      this.#end()
      return { status: 'limit', message: answer.message }
    } catch (error) {
      this.#end()
      if (error instanceof MappingUnavailable) throw error
      throw new MappingUnavailable('The process that maps payloads cannot be reached.', { cause: error })
    }
  }
}

/** How V8 ends a process whose heap is full; other signals come from outside. */
const ABORTS: ReadonlySet<NodeJS.Signals> = new Set(['SIGABRT', 'SIGTRAP', 'SIGILL'])

type Answer = EvaluationAnswer & { readonly ends?: boolean }

/** `ends`: the process is of no more use. */
function answerOf(child: ChildProcess, task: EvaluationTask): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const limit = (message: string) => () => resolve({ status: 'limit', message, ends: true })
  const late = setTimeout(limit(`It was not done after ${PROCESS_MS_MAX} ms.`), PROCESS_MS_MAX)
  const answered = (answer: EvaluationAnswer) => resolve(answer)
  const full = limit(`It took more than the ${PROCESS_HEAP_MIB} MiB that it may have.`)
  const gone = (_code: number | null, signal: NodeJS.Signals | null) => {
    if (signal === null || ABORTS.has(signal)) full()
    else reject(new MappingUnavailable(`The process that maps payloads was ended by ${signal}.`))
  }
  child.once('message', answered).once('exit', gone).once('error', reject)
  child.send(task)
  return promise.finally(() => {
    clearTimeout(late)
    child.off('message', answered).off('exit', gone).off('error', reject)
  })
}

async function startChild(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('./evaluate-process.ts', import.meta.url)), {
    // What backtracks without end is matched otherwise then, in a time that grows with the text.
    execArgv: [
      `--max-old-space-size=${PROCESS_HEAP_MIB}`,
      '--enable-experimental-regexp-engine-on-excessive-backtracks',
    ],
    // It has no use for what this process knows, and nothing to say.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const late = setTimeout(() => {
    child.kill('SIGKILL')
    reject(new MappingUnavailable(`The process that maps payloads was not ready after ${START_MS_MAX} ms.`))
  }, START_MS_MAX)
  child.once('message', () => resolve()).once('error', reject)
  child.once('exit', (code) =>
    reject(new MappingUnavailable(`The process that maps payloads ended with ${code} when it was started.`)),
  )
  child.on('error', () => {})
  await promise.finally(() => clearTimeout(late))
  keepAlive(child, false)
  return child
}

/** Whether this process goes on for it. */
function keepAlive(child: ChildProcess, needed: boolean): void {
  if (needed) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}
