import { inject } from 'vitest'
import { startTrytonOn, type TrytonServer } from './tryton-server.ts'

export type { TrytonServer } from './tryton-server.ts'

/** Starts a Tryton on the servers of the run; where it cannot be had, the test says so, and that it saw nothing. */
export function startTryton(skip: (note: string) => never): Promise<TrytonServer> {
  return startTrytonOn(inject('servers'), (note) => {
    const missing = `${note} This test has no ERP to talk to.`
    console.warn(missing)
    return skip(missing)
  })
}
