import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client/core'
import { fetchExchange, Client as UrqlClient } from '@urql/core'
import { createClient as createSseClient } from 'graphql-sse'
import { createClient as createWsClient } from 'graphql-ws'
import { Agent, EventSource } from 'undici'
import { WebSocket } from 'ws'

type Json = ReturnType<typeof JSON.parse>

export interface Subscribing {
  /** Of the hub, or of a wire to it. */
  readonly url: string
  readonly query: string
  /** Takes the variable `after`. */
  readonly variables: Record<string, unknown>
  readonly authorization?: string
  /** The cursor in a result: whoever comes back by a means of its own resumes with it. */
  readonly cursorIn: (data: Json) => string
}

/** What a client library tells the application that uses it. */
export interface Sink {
  /** As any application sees it: `data`, and `errors` with their codes. */
  result(result: { data?: Json; errors?: readonly { code: unknown; message: string }[] }): void
  /** The subscription is over and the library does not try again: why, if it was not its regular end. */
  over(failure?: unknown): void
}

/** Subscribes by means of one library, coming back after each lost connection as the library has it. Returns how to stop. */
export type Subscribe = (subscribing: Subscribing, sink: Sink) => () => void

const RETRY_MS = 50
const wait = () => new Promise<void>((resolve) => setTimeout(resolve, RETRY_MS))

function codes(errors: readonly { message: string; extensions?: Record<string, unknown> | undefined }[] | undefined) {
  return errors?.map(({ message, extensions }) => ({ message, code: extensions?.code }))
}

function headersOf({ authorization }: Subscribing): Record<string, string> {
  return authorization === undefined ? {} : { authorization }
}

/** Variables that always say where to go on. */
function following({ variables, cursorIn }: Subscribing) {
  const live: Record<string, unknown> = { ...variables }
  return {
    live,
    note: (data: Json) => {
      if (data != null) live.after = cursorIn(data)
    },
  }
}

const graphqlWs: Subscribe = (subscribing, sink) => {
  const { live, note } = following(subscribing)
  const client = createWsClient({
    url: `${subscribing.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: headersOf(subscribing),
    retryAttempts: Infinity,
    retryWait: wait,
    shouldRetry: () => true,
  })
  client.subscribe(
    { query: subscribing.query, variables: live },
    {
      next: ({ data, errors }) => {
        note(data)
        sink.result({ data, ...(errors === undefined ? {} : { errors: codes(errors) ?? [] }) })
      },
      error: (error) => {
        if (!Array.isArray(error)) return sink.over(error)
        sink.result({ errors: codes(error) ?? [] })
        sink.over()
      },
      complete: () => sink.over(),
    },
  )
  return () => void client.dispose()
}

const graphqlSse: Subscribe = (subscribing, sink) => {
  const { live, note } = following(subscribing)
  const client = createSseClient({
    url: `${subscribing.url}/graphql/stream`,
    headers: headersOf(subscribing),
    retryAttempts: Infinity,
    retry: wait,
  })
  client.subscribe(
    { query: subscribing.query, variables: live },
    {
      next: ({ data, errors }) => {
        note(data)
        sink.result({ data, ...(errors === undefined ? {} : { errors: codes(errors) ?? [] }) })
      },
      error: (error) => sink.over(error),
      complete: () => sink.over(),
    },
  )
  return () => client.dispose()
}

/** The EventSource that browsers have, which resumes by itself: nobody changes its URL. */
const eventSource: Subscribe = (subscribing, sink) => {
  const url = new URL(`${subscribing.url}/graphql/stream`)
  url.searchParams.set('query', subscribing.query)
  url.searchParams.set('variables', JSON.stringify(subscribing.variables))
  // Browsers send no headers of ours; here whoever is in between adds them.
  const agent = new Agent().compose((dispatch) => (options, handler) => {
    const headers = { ...Object(options.headers), ...headersOf(subscribing) }
    return dispatch({ ...options, headers }, handler)
  })
  const source = new EventSource(url.href, { node: { dispatcher: agent, reconnectionTime: RETRY_MS } })
  const stop = () => {
    source.close()
    void agent.destroy()
  }
  source.addEventListener('next', (event) => {
    const { data, errors } = JSON.parse(Object(event).data)
    sink.result({ data, ...(errors === undefined ? {} : { errors: codes(errors) ?? [] }) })
  })
  source.addEventListener('complete', () => {
    stop()
    sink.over()
  })
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) sink.over(new Error('The EventSource gave up.'))
  })
  return stop
}

/** Over plain HTTP: the multipart protocol. A subscription that broke off is begun anew where it ended. */
const apolloClient: Subscribe = (subscribing, sink) => {
  const { live, note } = following(subscribing)
  const link = new HttpLink({ uri: `${subscribing.url}/graphql`, headers: headersOf(subscribing) })
  const client = new ApolloClient({ link: ApolloLink.from([link]), cache: new InMemoryCache() })
  let stopped = false
  let broken = false
  let running: { unsubscribe(): void } | undefined
  const again = () => {
    broken = true
    void wait().then(begin)
  }
  const begin = () => {
    if (stopped) return
    broken = false
    running = client
      .subscribe({
        query: gql(subscribing.query),
        variables: { ...live },
        fetchPolicy: 'no-cache',
        errorPolicy: 'all',
      })
      .subscribe({
        next: ({ data, error }) => {
          note(data)
          const errors = Object(error).errors
          if (error !== undefined && errors === undefined) {
            // What broke off, or could not be reached.
            if (Object(error).statusCode === undefined) return again()
            return sink.over(error)
          }
          sink.result({ data, ...(errors === undefined ? {} : { errors: codes(errors) ?? [] }) })
        },
        error: (error) => sink.over(error),
        complete: () => {
          if (!broken) sink.over()
        },
      })
  }
  begin()
  return () => {
    stopped = true
    running?.unsubscribe()
    client.stop()
  }
}

function urql(path: string): Subscribe {
  return (subscribing, sink) => {
    const { live, note } = following(subscribing)
    const client = new UrqlClient({
      url: `${subscribing.url}${path}`,
      exchanges: [fetchExchange],
      fetchSubscriptions: true,
      fetchOptions: { headers: headersOf(subscribing) },
      preferGetMethod: false,
    })
    let stopped = false
    let running: { unsubscribe(): void } | undefined
    const again = async () => {
      running?.unsubscribe()
      await wait()
      begin()
    }
    const begin = () => {
      if (stopped) return
      running = client.subscription(subscribing.query, { ...live }).subscribe(({ data, error, hasNext }) => {
        if (error?.networkError !== undefined) {
          if (Object(error.response).ok === false) return sink.over(error)
          return void again()
        }
        note(data)
        if (hasNext) sink.result({ data, ...(error === undefined ? {} : { errors: codes(error.graphQLErrors) ?? [] }) })
        else sink.over()
      })
    }
    begin()
    return () => {
      stopped = true
      running?.unsubscribe()
    }
  }
}

/** Every transport by the library that its users use. */
export const CLIENTS: Readonly<Record<string, Subscribe>> = {
  'graphql-ws': graphqlWs,
  'graphql-sse': graphqlSse,
  EventSource: eventSource,
  '@apollo/client, multipart': apolloClient,
  'urql at /graphql/stream': urql('/graphql/stream'),
  'urql at /graphql': urql('/graphql'),
}
