import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ErpUnavailable } from '../connector.ts'
import type { Problem } from './read-rows.ts'

export interface DroppedFile {
  readonly name: string
  readonly path: string
  readonly writtenAt: Date
}

/**
 * Where files are put (`in`), and where they go when they were taken (`archive`) or cannot be (`rejected`, with a report beside each). A file is known by its name and content: the archive keeps both, as
 * `<name>` and `<name>.sha256`, so that another file of the same name is seen.
 */
export class DropFolder {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** What is there under the name of a CSV, by name. */
  async files(): Promise<readonly DroppedFile[]> {
    try {
      await this.#make()
      const names = await readdir(this.#path('in'))
      const files: DroppedFile[] = []
      for (const name of names.filter((one) => /\.csv(\.gz)?$/i.test(one)).sort()) {
        const path = this.#path('in', name)
        // Somebody may take it back meanwhile.
        const found = await stat(path).catch(() => undefined)
        if (found?.isFile() === true) files.push({ name, path, writtenAt: found.mtime })
      }
      return files
    } catch (cause) {
      throw new ErpUnavailable('Its folder cannot be read.', { cause })
    }
  }

  /** Whether a file of that name was taken before, and whether it was this one. */
  async wasTaken({ name }: DroppedFile, hash: string): Promise<'no' | 'this' | 'another'> {
    const known = await readHash(this.#path('archive', `${name}.sha256`))
    if (known === undefined) return 'no'
    return known === hash ? 'this' : 'another'
  }

  async hashOf({ path }: DroppedFile): Promise<string> {
    const hash = createHash('sha256')
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  }

  /** First its hash, so that whatever ends the process in between, a file in the archive has one. */
  async archive({ name, path }: Pick<DroppedFile, 'name' | 'path'>, hash: string): Promise<void> {
    await writeFile(this.#path('archive', `${name}.sha256`), `${hash}\n`)
    await rename(path, this.#path('archive', name))
  }

  async reject({ name, path }: DroppedFile, problems: readonly Problem[], found: number): Promise<void> {
    const at = await this.#freeName(name)
    const lines = problems.map(({ line, message }) => (line === null ? message : `line ${line}: ${message}`))
    const more = found > problems.length ? [`… and ${found - problems.length} more.`] : []
    const report = [`${name} was rejected; nothing of it was taken.`, ...lines, ...more, ''].join('\n')
    await writeFile(this.#path('rejected', `${at}.report.txt`), report)
    await rename(path, this.#path('rejected', at))
  }

  /** The newest file of the archive whose name fits, by name. */
  async newest(fits: (name: string) => boolean): Promise<DroppedFile | undefined> {
    try {
      const names = (await readdir(this.#path('archive'))).filter((name) => /\.csv(\.gz)?$/i.test(name) && fits(name))
      const name = names.sort().at(-1)
      if (name === undefined) return undefined
      const path = this.#path('archive', name)
      return { name, path, writtenAt: (await stat(path)).mtime }
    } catch (cause) {
      throw new ErpUnavailable('Its archive cannot be read.', { cause })
    }
  }

  /** Whether it can be written to. */
  async check(): Promise<void> {
    await this.files()
    const probe = this.#path('in', '.onhand')
    try {
      await writeFile(probe, '')
      await rm(probe)
    } catch (cause) {
      throw new ErpUnavailable('Its folder cannot be written to.', { cause })
    }
  }

  /** Never the folder itself: one that is gone may be a share that is not mounted, and an empty one in its place would look like an ERP to which nothing happens. */
  async #make(): Promise<void> {
    for (const name of ['in', 'archive', 'rejected']) {
      await mkdir(this.#path(name)).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      })
    }
  }

  /** A file may be rejected more than once under its name. */
  async #freeName(name: string): Promise<string> {
    for (let number = 1; ; number++) {
      const at = number === 1 ? name : `${number}-${name}`
      const taken = await access(this.#path('rejected', at)).then(
        () => true,
        () => false,
      )
      if (!taken) return at
    }
  }

  #path(...parts: string[]): string {
    return join(this.#folder, ...parts)
  }
}

async function readHash(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  return text?.trim()
}
