import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type DocumentNode, print } from 'graphql'

/** What an event became; see `POST /events`. */
export interface EventAnswer {
  readonly status: string
  readonly code: string | null
  readonly message: string | null
}

/** A CloudEvent as the demo's tills and warehouses send it. */
export interface DemoEvent {
  readonly type: string
  readonly source: string
  readonly id: string
  readonly time: Date
  readonly data: Readonly<Record<string, unknown>>
}

/** The hub could not answer: nothing is known to have happened. */
export class HubError extends Error {
  override readonly name = 'HubError'
}

const REQUEST_TIMEOUT_MS = 30_000

/** Speaks to a hub over HTTP, like all its clients. */
export class HubClient {
  readonly #url: string
  readonly #authorization: Readonly<Record<string, string>>
  readonly #texts = new WeakMap<DocumentNode, string>()

  constructor(url: string, apiKey?: string) {
    this.#url = url
    this.#authorization = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }
  }

  /** Throws `HubError` for whatever is not a plain answer; what a rule refuses stands in `userErrors`. */
  async ask<Result, Variables>(document: TypedDocumentNode<Result, Variables>, variables: Variables): Promise<Result> {
    let query = this.#texts.get(document)
    if (query === undefined) {
      query = print(document)
      this.#texts.set(document, query)
    }
    const response = await this.#post('/graphql', 'application/json', JSON.stringify({ query, variables }))
    const answer: { data?: Result | null; errors?: readonly { message: string }[] } = JSON.parse(await response.text())
    const [error] = answer.errors ?? []
    if (error !== undefined) throw new HubError(error.message)
    if (answer.data == null) throw new HubError(`The hub answered ${response.status} without data.`)
    return answer.data
  }

  /** Reports one event, or several as a batch. */
  async report(events: DemoEvent | readonly DemoEvent[]): Promise<readonly EventAnswer[]> {
    const batch = Array.isArray(events)
    const body = JSON.stringify(batch ? events.map(toCloudEvent) : toCloudEvent(single(events)))
    const type = batch ? 'application/cloudevents-batch+json' : 'application/cloudevents+json'
    return this.reportText(type, body)
  }

  /** Reports any number of events, a line each. */
  async reportLines(events: readonly DemoEvent[]): Promise<readonly EventAnswer[]> {
    return this.reportText(
      'application/x-ndjson',
      events.map((event) => JSON.stringify(toCloudEvent(event))).join('\n'),
    )
  }

  async reportText(contentType: string, body: string): Promise<readonly EventAnswer[]> {
    const response = await this.#post('/events', contentType, body)
    const text = await response.text()
    if (!response.ok) throw new HubError(`The hub answered ${response.status}: ${text.slice(0, 200)}`)
    const answer: { results: readonly EventAnswer[] } = JSON.parse(text)
    return answer.results
  }

  async #post(path: string, contentType: string, body: string): Promise<Response> {
    const headers = { 'content-type': contentType, accept: 'application/json', ...this.#authorization }
    const signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS)
    try {
      return await fetch(`${this.#url}${path}`, { method: 'POST', headers, body, signal })
    } catch (error) {
      throw new HubError('The hub could not be reached.', { cause: error })
    }
  }
}

function single(events: DemoEvent | readonly DemoEvent[]): DemoEvent {
  if ('type' in events) return events
  throw new TypeError('A list of events is a batch.')
}

function toCloudEvent({ time, ...event }: DemoEvent): object {
  return { specversion: '1.0', ...event, time: time.toISOString() }
}
