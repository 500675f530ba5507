import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, createClient } from 'graphql-ws'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { revokeApiKey } from '../../core/access/api-keys.ts'
import { type EdgeHub, eventOf } from '../edge/edge-hub.ts'

type Json = ReturnType<typeof JSON.parse>

const SKUS = ['A', 'B', 'C', 'D']
/** Over the same shelf, so that nothing but who asks makes a difference. */
export const CHANNELS: readonly string[] = ['c1', 'c2', 'c3', 'c4']
/** The cap of each is a number that stands nowhere else, and everything that belongs to a channel names it. */
const CAPS: Readonly<Record<string, number>> = { c1: 101, c2: 202, c3: 303, c4: 404 }

/** After a key was changed or revoked it may still be taken for what it was, as is documented: so long. */
const KEY_CACHE_MS = 5_000
const SOCKET_RECHECK_MS = 30_000
const SLACK_MS = 3_000

type Kind = 'partner' | 'operator' | 'admin'

interface Rights {
  readonly kind: Kind
  /** Null: all. */
  readonly channels: readonly string[] | null
}

/** Everything below shows rows of channels; `$other` is a channel that many may not see. */
const FOR_ALL = [
  'sku quantity item { reservations { id channelId reference channel { id name } lines { sku item { sku } } } }',
  'sku item { title reservations(statuses: [HELD]) { channelId reference } availability(channelId: $other) { channelId quantity channel { id name } } }',
  'quantity sku channel { id name } item { all: reservations { reference item: channelId } one: availability(channelId: "c1") { quantity channelId } two: availability(channelId: "c2") { quantity channelId } three: availability(channelId: "c3") { quantity channelId } four: availability(channelId: "c4") { quantity channelId } }',
  '...F',
]
const FRAGMENTS = `fragment F on Availability { sku item { ...I } }
  fragment I on InventoryItem { reservations { channel { name } channelId lines { item { reservations { channelId reference } } } } sku }`
const FOR_STAFF = [
  'sku explanation { cap terms { entries(first: 5) { channelId reference reservation { id channelId } } } }',
  'sku item { stockLevels { onHand openReservations { id channelId reference } movements(first: 10) { channelId reference reservation { channelId } } } }',
]

const ENTRY = 'id sku channelId reference channel { id name } reservation { channelId reference }'

/** A client of somebody, which comes back with the same key whatever happens, and keeps what it was shown. */
class Viewer {
  readonly id: string
  readonly authorization: string
  /** What it may see, from when on (on the clock of `performance.now()`). */
  readonly rights: { readonly from: number; readonly may: Rights | undefined }[]
  readonly leaks: string[] = []
  readonly states = new Map<string, Map<string, Json>>()
  readonly entries: Json[] = []
  /** Why it may not follow something. */
  readonly refusals: string[] = []
  readonly closed: number[] = []
  events = 0
  #openedAt = 0
  #socket: WebSocket | undefined
  readonly #client: Client

  constructor(url: string, { id, authorization }: { id: string; authorization: string }, may: Rights) {
    this.id = id
    this.authorization = authorization
    this.rights = [{ from: 0, may }]
    this.#client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      lazy: false,
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: () => sleep(50 + Math.random() * 100),
      shouldRetry: () => true,
      // Whose key was revoked does not come back.
      onNonLazyError: () => {},
      connectionParams: { authorization },
      on: {
        opened: (socket) => {
          this.#openedAt = performance.now()
          if (socket instanceof WebSocket) this.#socket = socket
        },
        closed: (event) => void this.closed.push(Number(Object(event).code)),
      },
    })
  }

  /** Availability of a channel; `other` is one that many may not see. */
  followAvailability(selection: string, channelId: string, other: string): void {
    const query = `subscription ($skus: [ID!], $channelId: ID!${selection.includes('$other') ? ', $other: ID!' : ''}) {
      availabilityChanged(skus: $skus, channelId: $channelId, initial: true) { ${selection} }
    } ${fragmentsOf(selection)}`
    const states = new Map<string, Json>()
    this.states.set(JSON.stringify([selection, channelId, other]), states)
    this.#subscribe(
      query,
      { skus: Math.random() < 0.5 ? SKUS : null, channelId, other },
      channelId,
      ({ availabilityChanged: state }) => states.set(state.sku ?? state.item?.sku, state),
    )
  }

  /** The journal, as much of it as is to be seen. */
  followJournal(after: string): void {
    const variables = { after }
    const query = `subscription ($after: Cursor) { stockMovements(after: $after) { ${ENTRY} cursor } }`
    this.#subscribe(query, variables, undefined, ({ stockMovements: { cursor, ...entry } }) => {
      this.entries.push(entry)
      variables.after = cursor
    })
  }

  /** A reservation that everybody may see, with what belongs to it and not everybody may see. */
  followReservation(id: string): void {
    const query =
      'subscription ($id: ID!) { reservationChanged(id: $id) { id expiresAt channelId reference lines { item { reservations { channelId reference } } } } }'
    this.#subscribe(query, { id }, undefined, () => {})
  }

  #subscribe(
    query: string,
    variables: Record<string, unknown>,
    channelId: string | undefined,
    take: (data: Json) => void,
  ): void {
    this.#client.subscribe<Json>(
      { query, variables },
      {
        next: ({ data }) => {
          if (data == null || Object.values(data)[0] == null) return
          this.events++
          this.#judge(JSON.stringify(data), channelId)
          take(data)
        },
        // Either errors, or how the connection ended of somebody whose key was revoked.
        error: (errors) => {
          if (Array.isArray(errors)) for (const { extensions } of errors) this.refusals.push(extensions.code)
        },
        complete: () => {},
      },
    )
  }

  /** Breaks the connection, so that the next one has the rights of its time. */
  comeBack(): void {
    this.#socket?.terminate()
  }

  changeTo(may: Rights | undefined): void {
    this.rights.push({ from: performance.now(), may })
  }

  get may(): Rights | undefined {
    return this.rights.at(-1)?.may
  }

  /** A value that is right for none of the rights that this connection can have. */
  #judge(text: string, channelId: string | undefined): void {
    const mentioned = CHANNELS.filter((channel) => text.includes(`"${channel}"`) || text.includes(`of ${channel}`))
    const now = performance.now()
    const allowed = this.rights.filter(({ may }, index) => {
      const until = this.rights[index + 1]?.from
      if (until !== undefined) {
        // Rights that have ended hold for connections that were opened before they were forgotten, until these are looked at again.
        if (this.#openedAt > until + KEY_CACHE_MS + SLACK_MS) return false
        if (now > until + SOCKET_RECHECK_MS + KEY_CACHE_MS + SLACK_MS) return false
      }
      if (may === undefined) return false
      const sees = (channel: string) => may.channels === null || may.channels.includes(channel)
      return (channelId === undefined || sees(channelId)) && mentioned.every(sees)
    })
    if (allowed.length === 0) this.leaks.push(text)
  }

  async dispose(): Promise<void> {
    await this.#client.dispose()
  }
}

/** Many who select the same of the same SKUs and may see different rows of it, over live queries that share whatever can be shared. */
export class IsolationTrial {
  readonly #hub: EdgeHub
  readonly viewers: Viewer[] = []
  #over = false
  #writing: Promise<unknown> | undefined
  /** One of the first channel, which all see. */
  #reservationId = ''
  /** Before the first entry of the journal. */
  #beginning = ''

  private constructor(hub: EdgeHub) {
    this.#hub = hub
  }

  static async open(hub: EdgeHub, viewers: number): Promise<IsolationTrial> {
    const trial = new IsolationTrial(hub)
    await hub.mutate('upsertLocations', { locations: [{ id: 'BER', name: 'Berlin' }] }, '')
    await hub.mutate('upsertItems', { items: SKUS.map((sku) => ({ sku, title: sku })) }, '')
    for (const id of CHANNELS) {
      const channel = { id, name: `Shop of ${id}`, cap: CAPS[id], locations: [{ locationId: 'BER' }] }
      await hub.mutate('upsertChannel', channel, '')
    }
    const { cursor } = await hub.mutate('upsertItems', { items: [{ sku: 'A', title: 'A' }] }, 'cursor')
    trial.#beginning = cursor
    const counts = SKUS.map((sku) => eventOf('onhand.stock.counted.v1', { sku, locationId: 'BER', quantity: 100_000 }))
    await hub.events(JSON.stringify(counts), 'batch')
    const line = { sku: 'A', locationId: 'BER', quantity: 1 }
    const { reservation } = await hub.mutate(
      'reserve',
      { channelId: 'c1', reference: 'order of c1', lines: [line] },
      'reservation { id }',
    )
    trial.#reservationId = reservation.id
    // Of those whose rights stay as they are, three see everything, so that there is always something to be compared.
    for (let index = 0; index < viewers; index++) await trial.#addViewer([3, 7, 11].includes(index))
    trial.#writing = Promise.all([...CHANNELS.map((channelId) => trial.#write(channelId)), trial.#extend()])
    return trial
  }

  async #addViewer(seesAll: boolean): Promise<void> {
    const may: Rights = seesAll ? { kind: 'operator', channels: null } : randomRights()
    const scopes = oneOf([[], ['a'], ['a', 'b']])
    const made = await this.#hub.credential({ ...may, scopes })
    const viewer = new Viewer(this.#hub.url, made, may)
    this.viewers.push(viewer)
    const selections = may.kind === 'partner' ? FOR_ALL : [...FOR_ALL, ...FOR_STAFF]
    for (let count = 0; count < 2; count++)
      viewer.followAvailability(oneOf(selections), oneOf(CHANNELS.slice(0, 2)), oneOf(CHANNELS))
    viewer.followReservation(this.#reservationId)
    if (may.kind !== 'partner') viewer.followJournal(this.#beginning)
  }

  async #write(channelId: string): Promise<void> {
    const held: string[] = []
    while (!this.#over) {
      const input = {
        channelId,
        reference: `order of ${channelId}`,
        lines: [{ sku: oneOf(SKUS), locationId: 'BER', quantity: 1 }],
      }
      const { reservation } = await this.#hub.mutate('reserve', input, 'reservation { id }')
      held.push(reservation.id)
      // As many as can be seen at once, so that lists are not cut.
      const id = held.length > 3 ? held.shift() : undefined
      if (id !== undefined) await this.#hub.mutate('releaseReservation', { id }, '')
      await sleep(20 + Math.random() * 60)
    }
  }

  /** So that there is news of the reservation that everybody follows. */
  async #extend(): Promise<void> {
    for (let ttlSeconds = 900; !this.#over; ttlSeconds++) {
      await this.#hub.mutate('extendReservation', { id: this.#reservationId, ttlSeconds }, '')
      await sleep(100)
    }
  }

  /** Two who had the rights of each other, some who lose a channel, get one, or lose everything. */
  async changeKeys(): Promise<void> {
    const { database } = this.#hub.hub.parts
    for (const [index, viewer] of this.viewers.entries()) {
      const next = this.viewers[(index + 1) % this.viewers.length]
      if (index % 4 === 0 && next?.may !== undefined) await this.#change(viewer, next.may)
      else if (index % 4 === 1) await this.#change(viewer, randomRights())
      else if (index % 4 === 2) {
        await revokeApiKey(database, viewer.id)
        viewer.changeTo(undefined)
      }
    }
  }

  async #change(viewer: Viewer, may: Rights): Promise<void> {
    await sql`update api_key set kind = ${may.kind}, channels = ${may.channels} where id = ${viewer.id}`.execute(
      this.#hub.hub.parts.database.kysely,
    )
    viewer.changeTo(may)
  }

  /** Connections break here and there, and come back with what their key is worth then. */
  async run(ms: number): Promise<void> {
    const end = Date.now() + ms
    while (Date.now() < end) {
      oneOf(this.viewers).comeBack()
      await sleep(100)
    }
  }

  /** Everybody was shown something: there is always something to be seen. */
  async expectHeard(): Promise<void> {
    for (const viewer of this.viewers) {
      await expect
        .poll(() => viewer.events, { timeout: 30_000, message: JSON.stringify(viewer.may) })
        .toBeGreaterThan(0)
    }
  }

  expectNoLeaks(): void {
    for (const { leaks, refusals, rights } of this.viewers) {
      expect(leaks, JSON.stringify(rights)).toEqual([])
      expect(refusals.filter((code) => code !== 'FORBIDDEN')).toEqual([])
    }
  }

  /** When all is quiet, everybody was shown exactly what an own query answers: no less than they may see either. */
  async expectWhole(): Promise<number> {
    this.#over = true
    await this.#writing
    let compared = 0
    for (const { states, entries, authorization, may, rights } of this.viewers) {
      for (const [key, known] of states) {
        const [selection, channelId, other]: [string, string, string] = JSON.parse(key)
        const sees = may !== undefined && (may.channels === null || may.channels.includes(channelId))
        // Whose rights were changed has subscriptions that were refused for good, or begin anew with the next connection.
        if (!sees || rights.length > 1) continue
        const query = `query ($skus: [ID!]!, $channelId: ID!${selection.includes('$other') ? ', $other: ID!' : ''}) {
          availability(skus: $skus, channelId: $channelId) { ${selection} }
        } ${fragmentsOf(selection)}`
        const { availability } = await this.#hub.data(query, { skus: SKUS, channelId, other }, { authorization })
        await expect
          .poll(() => SKUS.map((sku) => known.get(sku)), { timeout: 10_000, message: JSON.stringify(rights) })
          .toEqual(availability)
        compared++
      }
      if (may === undefined || may.kind === 'partner' || rights.length > 1) continue
      const journal = await this.#journal(authorization)
      await expect
        .poll(() => bySku(entries), { timeout: 10_000, message: JSON.stringify(rights) })
        .toEqual(bySku(journal))
      compared++
    }
    return compared
  }

  async #journal(authorization: string): Promise<readonly Json[]> {
    const entries: Json[] = []
    for (let after: string | null = null; ; ) {
      const query = `query ($after: Cursor) { stockMovements(first: 250, after: $after) { nodes { ${ENTRY} } pageInfo { hasNextPage endCursor } } }`
      const { stockMovements }: Json = await this.#hub.data(query, { after }, { authorization })
      entries.push(...stockMovements.nodes)
      if (!stockMovements.pageInfo.hasNextPage) return entries
      after = stockMovements.pageInfo.endCursor
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#over = true
    await this.#writing
    await Promise.all(this.viewers.map((viewer) => viewer.dispose()))
  }
}

/** Only within a SKU there is an order. */
function bySku(entries: readonly Json[]): Json {
  return Object.groupBy(entries, ({ sku }) => sku)
}

function fragmentsOf(selection: string): string {
  return selection.includes('...F') ? FRAGMENTS : ''
}

function randomRights(): Rights {
  const kind = oneOf<Kind>(['partner', 'partner', 'partner', 'operator', 'admin'])
  if (kind !== 'partner' && Math.random() < 0.3) return { kind, channels: null }
  // Everybody sees the first, so that all ask for the same; what else they see makes the difference.
  const others = CHANNELS.slice(1).filter(() => Math.random() < 0.4)
  return { kind, channels: ['c1', ...others] }
}

function oneOf<T>(values: readonly T[]): T {
  const value = values[Math.floor(Math.random() * values.length)]
  if (value === undefined) throw new Error('There is nothing to choose from.')
  return value
}
