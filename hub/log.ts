import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino'
import type { LogLevel } from '../core/config.ts'

export type Log = Logger

/** One JSON object a line on standard output, for machines; `part` says which process of the hub is talking. */
export function openLog(level: LogLevel, part: string): Log {
  return open(level, part, 1)
}

/** For commands, whose output is for the person who called them: only what is wrong, on standard error. */
export function openCommandLog(level: LogLevel, part: string): Log {
  return open(level === 'info' ? 'warn' : level, part, 2)
}

function open(level: LogLevel, part: string, fileDescriptor: 1 | 2): Log {
  return pino(
    {
      level,
      base: { part, pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: ['req.headers.authorization', 'headers.authorization', 'authorization'],
    },
    turnByTurn(fileDescriptor),
  )
}

/** Characters that are written without waiting for the end of the turn. */
const GATHERED_MAX = 8 * 1024

/** How lines begin that can wait for others: those that tell of the ordinary. */
const ORDINARY = /^\{"level":"(?:info|debug|trace)"/

/**
 * Writes the lines of one turn of the event loop together: a busy hub writes one for each operation, and asking the system each time would cost more than all else about a
 * line. What is wrong is written at once, with everything before it; so is everything at an end, so that the last line is not lost.
 */
function turnByTurn(fd: 1 | 2): DestinationStream {
  const file = destination({ fd, sync: true, minLength: GATHERED_MAX })
  let waiting = false
  const flush = () => {
    waiting = false
    file.flushSync()
  }
  process.on('exit', flush)
  return {
    write(line) {
      file.write(line)
      if (!ORDINARY.test(line)) return flush()
      if (waiting) return
      waiting = true
      setImmediate(flush)
    },
  }
}
