import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'

/** A CPU profile of this process, under way. */
export interface Profile {
  /** Ends it and writes `<name>.cpuprofile` for the developer tools of Chrome, and `<name>.txt` with where the time went. */
  save(folder: string, name: string): Promise<void>
}

/** Finer than the default of a millisecond: batches are short. */
const SAMPLE_MICROSECONDS = 500

export async function profile(): Promise<Profile> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS })
  await session.post('Profiler.start')
  return {
    async save(folder, name) {
      const { profile: taken } = await session.post('Profiler.stop')
      session.disconnect()
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, `${name}.cpuprofile`), JSON.stringify(taken))
      await writeFile(join(folder, `${name}.txt`), `${selfTimes(taken, 40).join('\n')}\n`)
    },
  }
}

/** As the developer tools write it. Nodes are functions by the way they were called; samples name nodes. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  }[]
  readonly samples?: readonly number[] | undefined
  readonly timeDeltas?: readonly number[] | undefined
}

/** Where the time went that was not idle, without that of what was called: by package or part of ours, then by function. */
export function selfTimes({ nodes, samples = [], timeDeltas = [] }: CpuProfile, most: number): string[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const byPart = new Map<string, number>()
  const byFunction = new Map<string, number>()
  let busy = 0
  let all = 0
  samples.forEach((id, index) => {
    const frame = frames.get(id)
    const time = Math.max(0, timeDeltas[index] ?? 0)
    // Profiling itself is not what is looked for.
    if (frame === undefined || frame.url === 'node:inspector') return
    all += time
    if (frame.functionName === '(idle)') return
    busy += time
    add(byPart, partOf(frame), time)
    add(byFunction, nameOf(frame), time)
  })
  const shares = (times: ReadonlyMap<string, number>) =>
    [...times]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([name, time]) => {
        const share = `${((100 * time) / Math.max(1, busy)).toFixed(1)} %`
        return `${share.padStart(7)} ${(time / 1000).toFixed(0).padStart(7)} ms  ${name}`
      })
  return [
    `busy ${(busy / 1000).toFixed(0)} of ${(all / 1000).toFixed(0)} ms`,
    '',
    ...shares(byPart),
    '',
    ...shares(byFunction),
  ]
}

type Frame = CpuProfile['nodes'][number]['callFrame']

function add(times: Map<string, number>, name: string, time: number): void {
  times.set(name, (times.get(name) ?? 0) + time)
}

function nameOf({ functionName, url, lineNumber }: Frame): string {
  const name = functionName === '' ? '(anonymous)' : functionName
  return url === '' ? name : `${name}  ${placeOf(url)}:${lineNumber + 1}`
}

/** `graphql`, `@apollo/gateway`, `core/ledger`, `node:net`; what has no place is the engine's own, or a built-in of Node. */
function partOf({ functionName, url }: Frame): string {
  const place = placeOf(url)
  if (place === '') return functionName === '(garbage collector)' ? functionName : '(built in)'
  if (place.startsWith('node:')) return place.replace(/^(node:(internal\/)?[^/]+).*$/, '$1')
  return place
    .split('/')
    .slice(0, url.includes('/node_modules/') && !place.startsWith('@') ? 1 : 2)
    .join('/')
}

function placeOf(url: string): string {
  return url
    .replace(/^.*\/node_modules\//, '')
    .replace(/^file:\/\/.*?\/(?=(core|hub|gateway|subgraphs|schema|bench|test)\/)/, '')
}

/** Prints the self times of a profile: `node bench/support/profile.ts <file.cpuprofile> [functions]`. */
if (import.meta.main) {
  const [, , file = '', most = '25'] = process.argv
  console.log(selfTimes(JSON.parse(await readFile(file, 'utf8')), Number(most)).join('\n'))
}
