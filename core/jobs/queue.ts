import type { Queue as LibraryQueue } from 'pg-boss'

/**
 * A queue of jobs, by the name under which the database keeps it. Times that pg-boss has for those that are left out: a job that fails is tried again twice,
 * at once; one that runs for 15 minutes has failed; what is over is kept for an hour here, and what nobody works at for 14 days.
 */
export interface Queue<Data extends object> {
  readonly name: string
  readonly options: Omit<LibraryQueue, 'name'>
  /** What its jobs carry, as JSON. For the compiler only. */
  readonly data?: Data
}

/** A job carries nothing: that there is one says it all. */
export type Nothing = Record<string, never>

/** The monitor of pg-boss looks at every job that is kept, so those that went well are not kept for long. */
const DELETE_AFTER_SECONDS = 3_600

/** Letters, digits, `_`, `-`, `.` and `/` in the name. Options may change with a later version, but for `policy` and `partition`. */
export function defineQueue<Data extends object = Nothing>(
  name: string,
  options: Omit<LibraryQueue, 'name'> = {},
): Queue<Data> {
  return { name, options: { deleteAfterSeconds: DELETE_AFTER_SECONDS, ...options } }
}
