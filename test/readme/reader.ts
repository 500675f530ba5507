import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { eraseAtExit } from '../support/janitor.ts'
import { freePort } from '../support/ports.ts'
import { type Block, type Page, ROOT, readPage } from './page.ts'
import { differences, isShown } from './shown.ts'

const READY_TIMEOUT_MS = 90_000

/** What the pages say, and what stands in its place when they are tried: a free port, a database of the test. */
export type Replacements = Readonly<Record<string, string>>

/** What became of a command. */
export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Somebody who follows a page of the documentation from its top: types every command into one terminal, pastes every query, saves every file, and
 * compares what is answered with what the page shows.
 */
export class Reader implements AsyncDisposable {
  readonly page: Page
  readonly #folder: string
  readonly #replacements = new Map<string, string>()
  readonly #followed = new Set<Block>()
  readonly #processes = new Map<string, BackgroundProcess>()
  #env: Record<string, string>
  #port: number

  private constructor(page: Page, folder: string, port: number) {
    this.page = page
    this.#folder = folder
    this.#port = port
    // Settings of the machine that runs the tests are not the reader's. Our Node stands first in the path, as npm puts it there.
    this.#env = {
      PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
      HOME: process.env.HOME ?? folder,
      DATA_DIR: join(folder, 'data'),
      PORT: String(port),
      npm_config_update_notifier: 'false',
    }
    this.replace({ 'localhost:4000': `localhost:${port}`, '127.0.0.1:4000': `127.0.0.1:${port}` })
  }

  /** Begins with an empty folder and a free port. */
  static async of(path: string): Promise<Reader> {
    const folder = await mkdtemp(join(tmpdir(), 'onhand-readme-'))
    const modules = join(folder, 'node_modules')
    await mkdir(modules)
    for (const name of await readdir(join(ROOT, 'node_modules')))
      await symlink(join(ROOT, 'node_modules', name), join(modules, name))
    // As in the repository, where the package finds itself by its name.
    await symlink(ROOT, join(modules, 'onhand'))
    return new Reader(readPage(path), folder, await freePort())
  }

  get url(): string {
    return `http://localhost:${this.#port}`
  }

  /** From now on. */
  replace(replacements: Replacements): void {
    for (const [shown, meant] of Object.entries(replacements)) this.#replacements.set(shown, meant)
  }

  setEnv(env: Readonly<Record<string, string>>): void {
    this.#env = { ...this.#env, ...env }
  }

  /** What a command exported. */
  variable(name: string): string {
    return this.#env[name] ?? ''
  }

  /** Pastes a query or mutation; answers its data. Fails when the answer has errors and the page shows none, or is not what the page shows. */
  async graph(name: string, variables: Record<string, unknown> = {}, key?: string): Promise<Record<string, unknown>> {
    const answer = await this.ask(this.#meant(this.#take('run', name).text), variables, key)
    const shown = this.#shown(name)
    if (shown === undefined) {
      expect(answer.errors).toBeUndefined()
      expect(refusalsIn(answer.data)).toEqual([])
    } else {
      expect(differences(JSON.parse(shown.text), answer), `${this.page.path}:${shown.line}`).toEqual([])
    }
    return Object(answer.data)
  }

  /** Reports a sale that stands on no page. */
  async sell(sku: string, locationId: string, quantity: number, key: string): Promise<void> {
    const data = { sku, locationId, quantity }
    const event = { specversion: '1.0', id: randomUUID(), source: '/test', type: 'onhand.sale.recorded.v1', data }
    const response = await fetch(`${this.url}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json', authorization: `Bearer ${key}` },
      body: JSON.stringify(event),
    })
    expect(await response.json()).toMatchObject({ results: [{ status: 'ACCEPTED' }] })
  }

  /** What the page shows as the output of something that goes on running. */
  answerOf(name: string): string {
    return this.#shown(name)?.text ?? ''
  }

  /** The text of an example that is typed into something else than a shell or the graph. */
  text(name: string): string {
    return this.#take('run', name).text
  }

  /** An empty folder of the reader's. */
  async makeFolder(name: string): Promise<string> {
    const folder = join(this.#folder, name)
    await mkdir(folder)
    return folder
  }

  /** Asks the hub something that stands on no page. */
  async ask(query: string, variables: Record<string, unknown> = {}, key?: string) {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ query, variables }),
    })
    const answer: { data?: unknown; errors?: unknown } = JSON.parse(await response.text())
    return answer
  }

  /** Types a command. What it exports is there for the next. Fails when it ends with another code than 0, or prints other than the page shows. */
  async shell(name: string, expectedCode = 0): Promise<Ran> {
    const block = this.#take('run', name)
    const dump = join(this.#folder, 'environment')
    const script = `trap 'env -0 >"${dump}"' EXIT\n${this.#meant(block.text)}`
    const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: ROOT,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const ran = await output(child)
    expect(ran.code, `${this.page.path}:${block.line}\n${ran.stdout}\n${ran.stderr}`).toBe(expectedCode)
    this.#env = { ...this.#env, ...exportsIn(await readFile(dump, 'utf8')) }

    const shown = this.#shown(name)
    if (shown?.language === 'json') {
      expect(differences(JSON.parse(shown.text), JSON.parse(ran.stdout)), `${this.page.path}:${shown.line}`).toEqual([])
    } else if (shown !== undefined) {
      expect(isShown(shown.text, ran.stdout), `${this.page.path}:${shown.line} is not:\n${ran.stdout}`).toBe(true)
    }
    return ran
  }

  /** Saves what the page shows as a file of this name, in a folder where packages are found as in the repository. */
  async save(name: string): Promise<string> {
    const path = join(this.#folder, name)
    await writeFile(path, `${this.#meant(this.#take('file', name).text)}\n`)
    this.replace({ [name]: path })
    return path
  }

  /** Types a command that goes on running. */
  async background(name: string): Promise<BackgroundProcess> {
    const block = this.#take('run', name)
    const started = await BackgroundProcess.start(this.#meant(block.text), this.#env)
    await this.#processes.get(name)?.[Symbol.asyncDispose]()
    this.#processes.set(name, started)
    return started
  }

  /** Types the command that starts the hub, and waits until it is ready. */
  async startHub(name: string): Promise<BackgroundProcess> {
    const hub = await this.background(name)
    await this.untilReady(hub)
    return hub
  }

  async untilReady(hub: BackgroundProcess): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT_MS
    for (;;) {
      const response = await fetch(`${this.url}/readyz`).catch(() => undefined)
      if (response?.ok) return
      if (!hub.running || Date.now() > deadline) throw new Error(`The hub is not ready:\n${hub.output}`)
      await sleep(50)
    }
  }

  /** Blocks that nobody has tried, by line: an example that no test runs is one that may be wrong. */
  get untried(): string[] {
    return this.page.blocks
      .filter((block) => block.role !== 'show' && !this.#followed.has(block))
      .map(({ role, name, line }) => `${this.page.path}:${line} (${role}: ${name})`)
  }

  #take(role: Block['role'], name: string): Block {
    const block = this.#find(role, name)
    if (block === undefined) throw new Error(`${this.page.path} has no block "${role}: ${name}".`)
    this.#followed.add(block)
    return block
  }

  #shown(name: string): Block | undefined {
    const block = this.#find('answer', name)
    if (block !== undefined) this.#followed.add(block)
    return block
  }

  #find(role: Block['role'], name: string): Block | undefined {
    return this.page.blocks.find((block) => block.role === role && block.name === name)
  }

  #meant(text: string): string {
    let meant = text
    for (const [shown, replacement] of this.#replacements) meant = meant.replaceAll(shown, replacement)
    return meant
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#processes.values()].map((started) => started[Symbol.asyncDispose]()))
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A command that goes on running, with whatever it started. */
export class BackgroundProcess implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly #gone: Promise<unknown>
  #output = ''

  private constructor(child: ChildProcess) {
    this.#child = child
    // A negative pid is the whole group: npm and the program that it runs.
    const calledOff = eraseAtExit({ pid: -(child.pid ?? 0), signal: 'SIGKILL' })
    this.#gone = once(child, 'close').then(calledOff)
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text
      })
    }
  }

  static async start(script: string, env: Record<string, string>): Promise<BackgroundProcess> {
    const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    await once(child, 'spawn')
    return new BackgroundProcess(child)
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  get output(): string {
    return this.#output
  }

  /** Waits until it has printed what fits. */
  async printed(pattern: RegExp, timeoutMs = 30_000): Promise<RegExpExecArray> {
    const deadline = Date.now() + timeoutMs
    for (;;) {
      const match = pattern.exec(this.#output)
      if (match !== null) return match
      if (!this.running || Date.now() > deadline) throw new Error(`It did not print ${pattern}:\n${this.#output}`)
      await sleep(20)
    }
  }

  /** Ctrl-C in its terminal: everybody in the group hears it. Waits until all of them are gone. */
  async interrupt(): Promise<void> {
    this.#signal('SIGINT')
    await this.#gone
  }

  #signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-(this.#child.pid ?? 0), signal)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.running) this.#signal('SIGKILL')
    await this.#gone
  }
}

async function output(child: ChildProcess): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  await once(child, 'close')
  return { code: child.exitCode, stdout, stderr }
}

/** What `env -0` wrote; what bash sets for itself is left out. */
function exportsIn(dump: string): Record<string, string> {
  const pairs = dump
    .split('\0')
    .filter((line) => line.includes('='))
    .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
  return Object.fromEntries(pairs.filter(([name]) => !['_', 'SHLVL', 'PWD', 'OLDPWD'].includes(name)))
}

/** All `userErrors` of an answer. */
function refusalsIn(data: unknown): unknown[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.values(data).flatMap((payload) => {
    const { userErrors }: { userErrors?: unknown } = Object(payload)
    return Array.isArray(userErrors) ? userErrors : []
  })
}
