import { writeSync } from 'node:fs'
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino'
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
  let gathered = ''
  let waiting = false
  let isRead = true
  const flush = () => {
    waiting = false
    const text = gathered
    gathered = ''
    if (isRead && text !== '') isRead = writeAll(fd, text)
  }
  process.on('exit', flush)
  return {
    write(line) {
      gathered += line
      if (!ORDINARY.test(line) || gathered.length >= GATHERED_MAX) return flush()
      if (waiting) return
      waiting = true
      setImmediate(flush)
    },
  }
}

/** Milliseconds until a reader that is slower than we write is tried again. */
const SLOW_READER_MS = 10

/** Whether it was written. A reader that has gone, as a log collector may, takes nothing more: the hub goes on without it. */
function writeAll(fd: 1 | 2, text: string): boolean {
  let rest = Buffer.from(text)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return false
      Atomics.wait(NOBODY_WAKES, 0, 0, SLOW_READER_MS)
    }
  }
  return true
}

const NOBODY_WAKES = new Int32Array(new SharedArrayBuffer(4))
