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

/** The functions in which most time was spent, without that of what they called: share of the whole, milliseconds, name and place. */
export function selfTimes({ nodes, samples = [], timeDeltas = [] }: CpuProfile, most: number): string[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const spent = new Map<string, number>()
  let all = 0
  samples.forEach((id, index) => {
    const time = Math.max(0, timeDeltas[index] ?? 0)
    const name = names.get(id) ?? '(unknown)'
    spent.set(name, (spent.get(name) ?? 0) + time)
    all += time
  })
  return [...spent]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, time]) => {
      const share = `${((100 * time) / Math.max(1, all)).toFixed(1)} %`
      return `${share.padStart(7)} ${(time / 1000).toFixed(0).padStart(7)} ms  ${name}`
    })
}

function nameOf({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string {
  const name = functionName === '' ? '(anonymous)' : functionName
  const place = url
    .replace(/^.*\/node_modules\//, '')
    .replace(/^file:\/\/.*?\/(?=(core|hub|gateway|subgraphs|schema|bench|test)\/)/, '')
  return place === '' ? name : `${name}  ${place}:${lineNumber + 1}`
}

/** Prints the self times of a profile: `node bench/support/profile.ts <file.cpuprofile> [functions]`. */
if (import.meta.main) {
  const [, , file = '', most = '25'] = process.argv
  console.log(selfTimes(JSON.parse(await readFile(file, 'utf8')), Number(most)).join('\n'))
}
