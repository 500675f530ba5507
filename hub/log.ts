import { destination, type Logger, pino, stdTimeFunctions } from 'pino'
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
    // Written at once, so that the last line before an end is not lost.
    destination({ fd: fileDescriptor, sync: true }),
  )
}
