import { type Profile, profile } from './profile.ts'

/*
 * Loaded into a hub with `--import`: SIGUSR2 begins a CPU profile, the next one ends it and writes it down, so that only what is measured is profiled.
 */

const folder = process.env.BENCH_PROFILE_FOLDER ?? '.'
const name = process.env.BENCH_PROFILE_NAME ?? 'hub'

let underWay: Promise<Profile> | undefined
process.on('SIGUSR2', () => {
  if (underWay === undefined) {
    underWay = profile()
  } else {
    void underWay.then((taken) => taken.save(folder, name))
    underWay = undefined
  }
})
