import type { Command, Submission } from './commands.ts'
import type { CommandResult } from './ledger.ts'

/** A command that waits for its answer. */
export interface Pending {
  readonly submission: Submission
  /** Of client and key, where there is one. */
  readonly keyHash: string | undefined
  readonly urgency: 'interactive' | 'bulk'
  readonly request: Request
  /** Its place in the request. */
  readonly index: number
}

/** Commands that were submitted together, and one promise for all: half a million events should not be a million promises. */
export class Request {
  readonly answered: Promise<CommandResult[]>
  readonly #results: CommandResult[] = []
  #left: number
  #error: Error | undefined
  #resolve: (results: CommandResult[]) => void = () => {}
  #reject: (error: Error) => void = () => {}

  constructor(commands: number) {
    this.#left = commands
    this.answered = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  /** Told only when all are settled: whoever hears of a failure may rely on nothing being under way any more. */
  settle(index: number, result: CommandResult | Error): void {
    if (result instanceof Error) this.#error ??= result
    else this.#results[index] = result
    if (--this.#left > 0) return
    if (this.#error === undefined) this.#resolve(this.#results)
    else this.#reject(this.#error)
  }
}

/**
 * Takes from the front of a queue what fits the batch: what changes policies, and what only ends what is over, is in batches of its own. As nothing is decided for
 * the latter, others may pass it; answers whether they have.
 */
export function move(queue: Pending[], batch: Pending[], size: number, most: number): boolean {
  const passed: Pending[] = []
  let looked = 0
  let taken = 0
  let lines = 0
  for (const next of queue) {
    const [first = next] = batch
    if (batch.length >= size || taken >= most || lines >= 4 * size || changesPolicies(first) !== changesPolicies(next))
      break
    if (onlyEnds(next) && !onlyEnds(first)) passed.push(next)
    else if (onlyEnds(first) && !onlyEnds(next)) break
    else {
      batch.push(next)
      lines += linesOf(next.submission.command)
      taken++
    }
    looked++
  }
  queue.splice(0, looked, ...passed)
  return passed.length > 0
}

/** Takes what only ends what is over out of a queue, as the batch that comes next. */
export function moveEnds(queue: Pending[], batch: Pending[], size: number): void {
  const ends = queue.filter(onlyEnds).slice(0, size)
  const taken = new Set(ends)
  batch.push(...ends)
  queue.splice(0, queue.length, ...queue.filter((pending) => !taken.has(pending)))
}

/** Nothing is decided for it, so that it needs not see all that is over. */
export function onlyEnds({ submission: { command } }: Pending): boolean {
  return command.kind === 'expireHolds'
}

function changesPolicies({ submission: { command } }: Pending): boolean {
  return command.kind === 'upsertLocations' || command.kind === 'upsertChannel'
}

function linesOf(command: Command): number {
  if ('lines' in command) return command.lines?.length ?? 1
  if (command.kind === 'each') return command.commands.length
  return command.kind === 'upsertItems' ? command.items.length : 1
}
