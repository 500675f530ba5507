import { Presets, SingleBar } from 'cli-progress'

/** Tells a person how far long work has come. */
export interface Progress {
  /** Begins a part of the work, ending the one before. */
  begin(what: string, total: number): void
  advance(done: number): void
  end(): void
}

export const NO_PROGRESS: Progress = { begin: () => {}, advance: () => {}, end: () => {} }

/** A bar on a terminal, nothing where the output is read by a program. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return NO_PROGRESS
  let bar: SingleBar | undefined
  return {
    begin(what, total) {
      bar?.stop()
      const format = `${what.padEnd(12)} {bar} {percentage} % · {value}/{total} · {eta_formatted} left`
      bar = new SingleBar({ stream, format, hideCursor: true, etaBuffer: 500 }, Presets.shades_classic)
      bar.start(total, 0)
    },
    advance(done) {
      bar?.update(done)
    },
    end() {
      bar?.stop()
      bar = undefined
    },
  }
}
