import { execFile } from 'node:child_process'
import { access, constants, glob } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A program from the machine that tests need, and the package that brings it. */
interface Program {
  name: string
  debianPackage: string
  homebrewPackage: string
  /** Folders to look in besides PATH; `*` stands for a version, the newest is taken. */
  folders: string[]
}

const POSTGRES: Omit<Program, 'name'> = {
  debianPackage: 'postgresql',
  homebrewPackage: 'postgresql',
  folders: [
    '/usr/lib/postgresql/*/bin',
    '/usr/pgsql-*/bin',
    '/opt/homebrew/opt/postgresql*/bin',
    '/usr/local/opt/postgresql*/bin',
    '/Applications/Postgres.app/Contents/Versions/*/bin',
  ],
}

const PROGRAMS = {
  initdb: { ...POSTGRES, name: 'initdb' },
  postgres: { ...POSTGRES, name: 'postgres' },
  pg_dump: { ...POSTGRES, name: 'pg_dump' },
  pg_restore: { ...POSTGRES, name: 'pg_restore' },
  'redis-server': {
    name: 'redis-server',
    debianPackage: 'redis-server',
    homebrewPackage: 'redis',
    folders: ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', '/opt/redis/bin'],
  },
} satisfies Record<string, Program>

export type ProgramName = keyof typeof PROGRAMS

const found = new Map<ProgramName, Promise<string>>()

/**
 * The path of a program. One that is missing is installed with apt-get where that needs no question (root on Debian or
 * Ubuntu). Otherwise throws one line that says what to install: a suite that cannot run must fail, never be skipped.
 */
export async function findProgram(name: ProgramName): Promise<string> {
  let path = found.get(name)
  if (path === undefined) {
    path = findOrInstall(PROGRAMS[name])
    found.set(name, path)
  }
  return path
}

/** Finds several programs, and names all that are missing in one error. */
export async function ensurePrograms(names: ProgramName[]): Promise<void> {
  const missing: MissingProgram[] = []
  for (const name of names) {
    // One after the other, so that two do not wait for apt-get's lock.
    await findProgram(name).catch((error: unknown) => {
      if (!(error instanceof MissingProgram)) throw error
      if (!missing.some((other) => other.program.debianPackage === error.program.debianPackage)) missing.push(error)
    })
  }
  const [first] = missing
  if (first !== undefined) throw new MissingProgram(first.program, first.reason, missing.slice(1))
}

class MissingProgram extends Error {
  // Private, because Vitest prints the public fields of an error.
  readonly #program: Program
  readonly #reason: string

  constructor(program: Program, reason: string, others: MissingProgram[] = []) {
    const programs = [program, ...others.map((other) => other.program)]
    const debian = programs.map(({ debianPackage }) => debianPackage).join(' ')
    const homebrew = programs.map(({ homebrewPackage }) => homebrewPackage).join(' ')
    super(
      `The tests need ${programs.map(({ name }) => name).join(' and ')}, which this machine lacks; ${reason}. ` +
        `Run "apt-get install ${debian}" (Debian, Ubuntu) or "brew install ${homebrew}" (macOS), ` +
        'or set DATABASE_URL and REDIS_URL to servers that tests may use.',
    )
    this.#program = program
    this.#reason = reason
    // Where it was thrown helps nobody, and Vitest would print the code around it.
    this.stack = this.message
  }

  get program(): Program {
    return this.#program
  }

  get reason(): string {
    return this.#reason
  }
}

/** The path of a program where it is installed; nothing is installed for the asking. */
export async function findInstalled(name: ProgramName): Promise<string | undefined> {
  return find(PROGRAMS[name])
}

/** Installs Debian packages that a test can do without, where that needs no question; returns why it was not possible. */
export async function installPackages(packages: readonly string[]): Promise<string | undefined> {
  return install(packages)
}

async function findOrInstall(program: Program): Promise<string> {
  const path = await find(program)
  if (path !== undefined) return path

  const obstacle = await install([program.debianPackage])
  const installed = obstacle === undefined ? await find(program) : undefined
  if (installed !== undefined) return installed
  throw new MissingProgram(program, obstacle ?? `the package ${program.debianPackage} did not bring it`)
}

async function find({ name, folders }: Program): Promise<string | undefined> {
  const candidates = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean)]
  for (const pattern of folders) {
    const matches = await Array.fromAsync(glob(pattern))
    candidates.push(...matches.sort((a, b) => b.localeCompare(a, 'en', { numeric: true })))
  }
  // Distributions without versions in their paths tell where they put PostgreSQL.
  if (name !== 'redis-server') {
    const { stdout } = await run('pg_config', ['--bindir']).catch(() => ({ stdout: '' }))
    if (stdout !== '') candidates.push(stdout.trim())
  }

  for (const folder of candidates) {
    const path = join(folder, name)
    if (await isExecutable(path)) return path
  }
  return undefined
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** Installs Debian packages without asking; returns why it was not possible. */
async function install(packages: readonly string[]): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !(await isExecutable('/usr/bin/apt-get')))
    return 'installing it needs root on Debian or Ubuntu'

  process.stderr.write(`Installing ${packages.join(' ')} for the tests …\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const lock = ['-o', 'DPkg::Lock::Timeout=120']
  try {
    await run('/usr/bin/apt-get', [...lock, 'update', '-qq'], { env })
    await run('/usr/bin/apt-get', [...lock, 'install', '-y', '-qq', '--no-install-recommends', ...packages], {
      env,
      maxBuffer: 64 * 1024 * 1024,
    })
    return undefined
  } catch (error) {
    const lines = error instanceof Error ? error.message.trim().split('\n') : []
    return `apt-get failed (${lines.at(-1) ?? 'unknown error'})`
  }
}
