import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { Client } from 'pg'

/** How the cores were used between two moments, in cores: 1.5 is one and a half of them, busy all the time. */
export interface CoresUsed {
  /** This process alone: what sends the orders, and what decides them where it is in the same process. */
  readonly here: number
  /** Its database server, and whatever else it started. */
  readonly started: number
  /** Everything else on the machine, and what the machine's host took from it. */
  readonly others: number
  readonly cores: number
}

/** Measures from now on; undefined on systems without /proc. */
export type Watch = () => CoresUsed | undefined

/** Ticks of /proc in a second: USER_HZ is 100 on every Linux that Node runs on. */
const TICKS = 100

/** Processes that work for the benchmark without being its children: a PostgreSQL of DATABASE_URL on this machine. */
const alsoOurs = new Set<number>()

/** Begins to watch the cores. */
export function watchCores(): Watch {
  const before = ticks()
  const begun = performance.now()
  return () => {
    const after = ticks()
    if (before === undefined || after === undefined) return undefined
    const all = ((performance.now() - begun) / 1000) * TICKS
    const own = after.own - before.own
    const here = after.here - before.here
    const others = Math.max(0, after.busy - before.busy - own)
    return { here: here / all, started: (own - here) / all, others: others / all, cores: cpus().length }
  }
}

/** Cores that this one process uses from now on; undefined on systems without /proc. */
export function watchProcess(pid: number): () => number | undefined {
  const before = processes()?.get(pid)?.itself
  const begun = performance.now()
  return () => {
    const after = processes()?.get(pid)?.itself
    if (before === undefined || after === undefined) return undefined
    return (after - before) / (((performance.now() - begun) / 1000) * TICKS)
  }
}

/** Counts the server that answers here as ours, where it runs on this machine. */
export async function countServer(url: string): Promise<void> {
  const { hostname } = new URL(url)
  if (!/^(localhost|127\..*|\[?::1\]?|)$/.test(hostname)) return
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const parent = rows[0] === undefined ? undefined : processes()?.get(rows[0].pid)?.parent
    if (parent !== undefined && parent > 1) alsoOurs.add(parent)
  } finally {
    await client.end()
  }
}

interface Ticks {
  readonly busy: number
  readonly here: number
  /** `here`, and what was started. */
  readonly own: number
}

function ticks(): Ticks | undefined {
  const all = processes()
  if (all === undefined) return undefined
  // proc(5): user nice system idle iowait irq softirq steal, guest time being part of the first two.
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = readFileSync('/proc/stat', 'utf8')
    .slice(0, 200)
    .split('\n', 1)
    .flatMap((line) => line.split(/\s+/).slice(1).map(Number))
  const ours = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = all.get(at)?.parent) {
      if (at === process.pid || alsoOurs.has(at)) return true
    }
    return false
  }
  let own = 0
  for (const [pid, { itself, children }] of all) if (ours(pid)) own += itself + children
  return { busy: user + nice + system + irq + softirq + steal, here: all.get(process.pid)?.itself ?? 0, own }
}

interface ProcessTicks {
  readonly parent: number
  readonly itself: number
  /** By its children that have ended. */
  readonly children: number
}

function processes(): Map<number, ProcessTicks> | undefined {
  let names: string[]
  try {
    names = readdirSync('/proc')
  } catch {
    return undefined
  }
  const found = new Map<number, ProcessTicks>()
  for (const name of names) {
    if (!/^\d+$/.test(name)) continue
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8')
      // The name of the program stands in brackets and may contain anything.
      const fields = text
        .slice(text.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number)
      const [, parent = 0] = fields
      const [user = 0, system = 0, childrenUser = 0, childrenSystem = 0] = fields.slice(11, 15)
      found.set(Number(name), { parent, itself: user + system, children: childrenUser + childrenSystem })
    } catch {
      // It ended while we looked.
    }
  }
  return found
}
