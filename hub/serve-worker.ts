import { openParts, type PartsOptions } from './parts.ts'
import { requireServers } from './start.ts'
import { startWorker, type Worker } from './worker.ts'

/** Runs the worker alone. */
export async function serveWorker(options: PartsOptions): Promise<Worker> {
  requireServers(options, 'The worker')
  await using opening = new AsyncDisposableStack()
  const parts = opening.adopt(await openParts({ ...options, worker: true, migrations: 'require' }), (opened) =>
    opened.close(),
  )
  opening.adopt(await startWorker(parts), (started) => started.close())
  options.log.info({}, 'The worker is ready')

  const running = opening.move()
  return { close: () => running.disposeAsync() }
}
