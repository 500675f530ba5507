import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { eraseAtExit } from '../support/janitor.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const READY_TIMEOUT_MS = 180_000

/** `npm run hub -- <args>` as a process of its own, without npm in between. */
export class HubProcess implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly #gone: Promise<unknown>
  readonly #calledOff: () => void
  #stdout = ''
  #stderr = ''

  private constructor(child: ChildProcess, pid: number) {
    this.#child = child
    this.#calledOff = eraseAtExit({ pid, signal: 'SIGKILL' })
    this.#gone = once(child, 'close').then(() => this.#calledOff())
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text
    })
  }

  /** Settings of the machine that runs the tests are not the hub's. */
  static async start(args: readonly string[], env: Record<string, string> = {}): Promise<HubProcess> {
    const child = spawn(process.execPath, ['hub/main.ts', ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    await once(child, 'spawn')
    return new HubProcess(child, child.pid ?? 0)
  }

  /** Runs a command to its end. */
  static async run(args: readonly string[], env: Record<string, string> = {}) {
    await using process = await HubProcess.start(args, env)
    return { code: await process.ended(), stdout: process.stdout, stderr: process.stderr }
  }

  get stdout(): string {
    return this.#stdout
  }

  get stderr(): string {
    return this.#stderr
  }

  /** Its log, a line each. */
  get log(): Record<string, unknown>[] {
    return this.#stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
  }

  /** The log line with this message, as soon as it is there. */
  async logged(message: RegExp): Promise<Record<string, unknown>> {
    const deadline = Date.now() + READY_TIMEOUT_MS
    for (;;) {
      const line = this.log.find(({ msg }) => message.test(String(msg)))
      if (line !== undefined) return line
      if (this.#child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`No log line ${message} (exit code ${this.#child.exitCode}):\n${this.#stdout}\n${this.#stderr}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** What it printed that fits, or the first group of it, as soon as it is there. */
  async printed(pattern: RegExp, timeoutMs = READY_TIMEOUT_MS): Promise<string> {
    const deadline = Date.now() + timeoutMs
    for (;;) {
      const match = pattern.exec(this.#stdout)
      if (match !== null) return match[1] ?? match[0]
      if (this.#child.exitCode !== null || Date.now() > deadline) {
        throw new Error(
          `Not printed: ${pattern} (exit code ${this.#child.exitCode}):\n${this.#stdout}\n${this.#stderr}`,
        )
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** Where it listens, once it is ready. */
  async url(): Promise<string> {
    return String((await this.logged(/is ready$/)).url)
  }

  /** Its exit code, once it ends by itself. */
  async ended(): Promise<number | null> {
    await this.#gone
    return this.#child.exitCode
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.#child.kill(signal)
    // As Ctrl-C under npm does: it comes from the terminal and is passed on.
    if (signal === 'SIGINT') this.#child.kill(signal)
    return this.ended()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill('SIGKILL')
    await this.#gone
  }
}

/** A client of a running hub. */
export class TestClient {
  readonly url: string
  readonly #headers: Record<string, string>

  constructor(url: string, apiKey?: string) {
    this.url = url
    this.#headers = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }
  }

  async get(path: string) {
    const response = await fetch(this.url + path, { headers: this.#headers })
    return { status: response.status, text: await response.text() }
  }

  async graph(query: string, variables: Record<string, unknown> = {}) {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#headers },
      body: JSON.stringify({ query, variables }),
    })
    return JSON.parse(await response.text())
  }

  /** The data of an answer without errors. */
  async data(query: string, variables: Record<string, unknown> = {}) {
    const { data, errors } = await this.graph(query, variables)
    if (errors !== undefined) throw new Error(`Answered with errors: ${JSON.stringify(errors)}`)
    return data
  }

  async event(type: string, data: object, id: string = crypto.randomUUID()) {
    const response = await fetch(`${this.url}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json', ...this.#headers },
      body: JSON.stringify({ specversion: '1.0', id, source: '/test', type, time: new Date().toISOString(), data }),
    })
    const { results } = JSON.parse(await response.text())
    return results[0]
  }

  /** Two locations, a channel over them, and one item. */
  async shop() {
    return this.data(`mutation {
      upsertLocations(input: { idempotencyKey: "l", locations: [{ id: "BER", name: "Berlin", kind: STORE }, { id: "LEJ", name: "Leipzig", kind: DC }] }) { userErrors { message } }
      upsertItems(input: { idempotencyKey: "i", items: [{ sku: "MUG", title: "Mug" }] }) { userErrors { message } }
      upsertChannel(input: { idempotencyKey: "c", id: "web", name: "Web", locations: [{ locationId: "LEJ" }, { locationId: "BER" }] }) { userErrors { message } }
    }`)
  }
}
