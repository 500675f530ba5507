import { createClient } from 'graphql-ws'

/** Listens to a subscription: what it was told so far, and the next that fits. Ask for the initial state to know when it listens. */
export function subscribe(url: string, query: string, apiKey?: string) {
  const closed: number[] = []
  const client = createClient({
    on: { closed: (event) => closed.push(Object(event).code) },
    // A hub that has stopped is not waited for.
    retryAttempts: 0,
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    ...(apiKey === undefined ? {} : { connectionParams: { authorization: `Bearer ${apiKey}` } }),
  })
  const told: Record<string, unknown>[] = []
  const problems: unknown[] = []
  client.subscribe(
    { query },
    {
      next: ({ data, errors }) => {
        if (errors !== undefined) problems.push(errors)
        else if (data != null) told.push(Object(Object.values(data)[0]))
      },
      error: (error) => problems.push(error),
      complete: () => {},
    },
  )
  return {
    told,
    problems,
    /** Codes with which its sockets were closed. */
    closed,
    async next(fits: (event: Record<string, unknown>) => boolean, timeoutMs = 15_000) {
      const deadline = Date.now() + timeoutMs
      for (;;) {
        const found = told.find(fits)
        if (found !== undefined) return found
        if (problems.length > 0 || Date.now() > deadline) {
          throw new Error(`Not told. Told so far: ${JSON.stringify(told)}; problems: ${JSON.stringify(problems)}`)
        }
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    [Symbol.asyncDispose]: async () => void (await client.dispose()),
  }
}
