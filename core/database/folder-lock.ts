import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const LOCK_FILE = 'hub.lock'

/** Locks this process holds. A lock with our own pid that is not among them was left by a dead process with that pid. */
const held = new Set<string>()

/** Somebody else has the folder; the message says who and what to do. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

export interface FolderLock {
  /** Path of something inside the folder. */
  inside(name: string): string
  release(): Promise<void>
}

/** Who wrote a lock. The start time tells a process from a later one that was given the same pid. */
interface Owner {
  pid: number
  startedAt: string | null
}

/**
 * Makes the folder when missing and claims it for this process: two processes on the same PGlite files would destroy
 * them. The lock of a dead process is taken over. Throws when a living process holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = resolve(folder)
  const lockPath = join(path, LOCK_FILE)
  if (held.has(lockPath)) throw new FolderInUse(`The data folder ${path} is already open in this process.`)
  held.add(lockPath)

  try {
    await mkdir(path, { recursive: true })
    await claim(path, lockPath)
  } catch (error) {
    held.delete(lockPath)
    throw error
  }

  return {
    inside: (name) => join(path, name),
    async release() {
      if (held.delete(lockPath)) await unlink(lockPath).catch(() => {})
    },
  }
}

async function claim(folder: string, lockPath: string): Promise<void> {
  // The content is complete before the name exists: link() is atomic and fails when the name is taken.
  const draft = `${lockPath}.${randomUUID()}`
  const me: Owner = { pid: process.pid, startedAt: await startTimeOf(process.pid) }
  await writeFile(draft, JSON.stringify(me))
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      if (await linked(draft, lockPath)) return

      const owner = await readOwner(lockPath)
      if (owner !== undefined && (await isAlive(owner))) {
        throw new FolderInUse(
          `The data folder ${folder} is in use by process ${owner.pid}. Stop it, or set DATA_DIR to another folder.`,
        )
      }
      await setAside(lockPath)
    }
    throw new FolderInUse(`The lock file ${lockPath} cannot be taken over. Delete it if no hub is running.`)
  } finally {
    await unlink(draft).catch(() => {})
  }
}

async function linked(draft: string, lockPath: string): Promise<boolean> {
  try {
    await link(draft, lockPath)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Removes the lock of a dead process, unless another process replaced it by its own in the meantime. */
async function setAside(lockPath: string): Promise<void> {
  const aside = `${lockPath}.${randomUUID()}`
  try {
    await rename(lockPath, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  const owner = await readOwner(aside)
  if (owner !== undefined && (await isAlive(owner))) await linked(aside, lockPath)
  await unlink(aside).catch(() => {})
}

async function readOwner(lockPath: string): Promise<Owner | undefined> {
  const text = await readFile(lockPath, 'utf8').catch(() => '')
  try {
    const owner: unknown = JSON.parse(text)
    if (typeof owner !== 'object' || owner === null || !('pid' in owner) || typeof owner.pid !== 'number') return
    const startedAt = 'startedAt' in owner && typeof owner.startedAt === 'string' ? owner.startedAt : null
    return { pid: owner.pid, startedAt }
  } catch {
    return undefined
  }
}

async function isAlive({ pid, startedAt }: Owner): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, but belongs to another user.
    if (!hasCode(error, 'EPERM')) return false
  }
  if (startedAt === null) return true
  const now = await startTimeOf(pid)
  return now === null || now === startedAt
}

/**
 * The process's start in clock ticks since boot, with the boot it belongs to (proc(5), field 22 of `stat`); null where
 * there is no /proc.
 */
async function startTimeOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in parentheses and may contain blanks and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return `${boot.trim()}/${fields[19] ?? ''}`
  } catch {
    return null
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
