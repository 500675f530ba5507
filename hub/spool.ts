import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Characters that are kept in memory before a file is used. */
const IN_MEMORY = 1024 * 1024

/**
 * Text that is written first and read afterwards, in bounded memory: what outgrows it goes to a temporary file. Used where an answer must not begin before
 * the request has ended: most clients read only then, and would wait for us while we wait for them.
 */
export class Spool implements AsyncDisposable {
  #waiting: string[] = []
  #length = 0
  #file: { readonly folder: string; readonly handle: FileHandle } | undefined

  async write(text: string): Promise<void> {
    this.#waiting.push(text)
    this.#length += text.length
    if (this.#length < IN_MEMORY) return
    this.#file ??= await temporaryFile()
    const texts = this.#waiting.join('')
    this.#waiting = []
    this.#length = 0
    await this.#file.handle.write(texts)
  }

  /** All that was written, in order. */
  async *read(): AsyncGenerator<string | Buffer> {
    if (this.#file !== undefined) {
      const chunk = Buffer.allocUnsafe(64 * 1024)
      let position = 0
      for (;;) {
        const { bytesRead } = await this.#file.handle.read(chunk, 0, chunk.length, position)
        if (bytesRead === 0) break
        position += bytesRead
        // A copy: whoever reads may keep it while the next is being filled.
        yield Buffer.from(chunk.subarray(0, bytesRead))
      }
    }
    yield* this.#waiting
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const file = this.#file
    this.#file = undefined
    if (file === undefined) return
    await file.handle.close()
    await rm(file.folder, { recursive: true, force: true })
  }
}

async function temporaryFile(): Promise<{ folder: string; handle: FileHandle }> {
  const folder = await mkdtemp(join(tmpdir(), 'onhand-spool-'))
  return { folder, handle: await open(join(folder, 'spool'), 'wx+', 0o600) }
}
