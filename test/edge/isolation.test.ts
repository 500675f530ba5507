import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revokeApiKey } from '../../core/access/api-keys.ts'
import { VIEWER_HEADER } from '../../core/access/viewer-token.ts'
import { buildSubgraph } from '../../hub/subgraphs.ts'
import { accessByField } from '../../schema/access.ts'
import { readSupergraph, SUBGRAPHS } from '../../schema/index.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { type Credential, type EdgeHub, eventOf, mutationOf, openEdgeHub } from './edge-hub.ts'

type Json = ReturnType<typeof JSON.parse>

/** Everything that channel B has, and that nobody of channel A may come to see. Each is a word that stands nowhere else. */
const SECRETS = {
  channel: 'b-secret-channel',
  channelName: 'Secret B',
  reference: 'b-secret-order',
  returnReference: 'b-secret-return',
  client: 'b-secret-client',
} as const

/**
 * Two channels over the same shelf of the same items, each with a partner, a storefront and an operator of its own, and documents of all kinds in both.
 */
class TwoChannels {
  readonly hub: EdgeHub
  a!: {
    partner: Credential
    shop: Credential
    otherShop: Credential
    operator: Credential
    service: Credential
    admin: Credential
  }
  b!: { partner: Credential; shop: Credential }
  all!: { operator: Credential; service: Credential }
  reservations!: { a: string; aShop: string; b: string; bShop: string }
  returns!: { a: string; b: string; none: string }
  shipment!: string
  lines!: { b: string }

  constructor(hub: EdgeHub) {
    this.hub = hub
  }

  static async open(hub: EdgeHub): Promise<TwoChannels> {
    const it = new TwoChannels(hub)
    const [A, B] = [['a'], [SECRETS.channel]]
    it.a = {
      partner: await hub.credential({ kind: 'partner', channels: A, name: 'partner of a' }),
      shop: await hub.credential({ kind: 'storefront', channels: A, name: 'shop of a' }),
      otherShop: await hub.credential({ kind: 'storefront', channels: A, name: 'other shop of a' }),
      operator: await hub.credential({ kind: 'operator', channels: A }),
      service: await hub.credential({ kind: 'service', channels: A }),
      admin: await hub.credential({ kind: 'admin', channels: A }),
    }
    it.b = {
      partner: await hub.credential({ kind: 'partner', channels: B, name: SECRETS.client }),
      shop: await hub.credential({ kind: 'storefront', channels: B, name: `${SECRETS.client} shop` }),
    }
    it.all = {
      operator: await hub.credential({ kind: 'operator' }),
      service: await hub.credential({ kind: 'service' }),
    }

    await hub.mutate(
      'upsertLocations',
      {
        locations: [
          { id: 'BER', name: 'Berlin' },
          { id: 'ONLY-B', name: 'Of B' },
        ],
      },
      'locations { id }',
    )
    await hub.mutate('upsertItems', { items: ['MUG', 'CUP'].map((sku) => ({ sku, title: sku })) }, 'items { sku }')
    await hub.mutate('upsertChannel', { id: 'a', name: 'A', locations: [{ locationId: 'BER' }] }, 'channel { id }')
    await hub.mutate(
      'upsertChannel',
      {
        id: SECRETS.channel,
        name: SECRETS.channelName,
        buffer: 7,
        locations: [{ locationId: 'BER' }, { locationId: 'ONLY-B' }],
      },
      'channel { id }',
    )
    const counted = [
      eventOf('onhand.stock.counted.v1', { sku: 'MUG', locationId: 'BER', quantity: 100 }),
      eventOf('onhand.stock.counted.v1', { sku: 'CUP', locationId: 'ONLY-B', quantity: 1_000 }),
    ]
    await hub.events(JSON.stringify(counted), 'batch')

    const reserve = async (credential: Credential, channelId: string, reference: string) => {
      const input = { channelId, reference, lines: [{ sku: 'MUG', locationId: 'BER', quantity: 5 }] }
      return (await hub.mutate('reserve', input, 'reservation { id lines { id } }', credential)).reservation
    }
    const b = await reserve(it.b.partner, SECRETS.channel, SECRETS.reference)
    it.lines = { b: b.lines[0].id }
    it.reservations = {
      a: (await reserve(it.a.partner, 'a', 'a-order')).id,
      aShop: (await reserve(it.a.shop, 'a', 'a-shop-order')).id,
      b: b.id,
      bShop: (await reserve(it.b.shop, SECRETS.channel, `${SECRETS.reference}-shop`)).id,
    }
    const authorize = async (input: object) =>
      (
        await hub.mutate(
          'authorizeReturn',
          { locationId: 'BER', lines: [{ sku: 'MUG', quantity: 1 }], ...input },
          'return { id }',
        )
      ).return.id
    it.returns = {
      a: await authorize({ channelId: 'a', reference: 'a-return' }),
      b: await authorize({
        channelId: SECRETS.channel,
        reference: SECRETS.returnReference,
        reservationId: it.reservations.b,
      }),
      none: await authorize({ reference: 'return of nobody' }),
    }
    const shipment = { kind: 'PURCHASE', destinationId: 'BER', lines: [{ sku: 'MUG', quantity: 10 }] }
    it.shipment = (await hub.mutate('createShipment', shipment, 'shipment { id }')).shipment.id
    return it
  }

  /** Everything that belongs to B and to nobody else, as it would stand in an answer. */
  get secrets(): readonly string[] {
    return [...Object.values(SECRETS), this.reservations.b, this.reservations.bShop, this.returns.b]
  }

  expectNoSecrets(text: string, asked: readonly string[] = []): void {
    // Those that the question named may come back with it: they are no news to whoever asks.
    for (const secret of this.secrets)
      if (!asked.some((known) => known.includes(secret))) expect(text).not.toContain(secret)
  }
}

describe.each(DATABASE_KINDS)('on %s, nobody sees into another channel', (kind) => {
  let hub: EdgeHub
  let it: TwoChannels

  beforeAll(async () => {
    hub = await openEdgeHub(kind)
    it = await TwoChannels.open(hub)
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  // Whatever a partner may select at all, in one query, deeper than anybody would.
  const RESERVATION =
    'id channelId reference status channel { id name } lines { id sku quantity held item { sku reservations { id channelId reference channel { id } } } location { id name } }'

  test('by any path of a query', async () => {
    const { json, text } = await hub.graph(
      `query ($b: ID!, $rb: ID!, $rbs: ID!) {
        mine: availability(skus: ["MUG", "CUP"], channelId: "a") { sku quantity channel { id name } locations { locationId quantity location { id name } } item { sku title availability(channelId: $b) { quantity } reservations { ${RESERVATION} } } }
        channel(id: $b) { id name }
        channels(first: 250) { nodes { id name } edges { cursor node { id } } pageInfo { endCursor } }
        named: channels(filter: { nameContains: "secret" }) { nodes { id } }
        byId: channels(filter: { ids: [$b] }) { nodes { id } }
        reservation(id: $rb) { ${RESERVATION} }
        ofShop: reservation(id: $rbs) { ${RESERVATION} }
        reservations(first: 250) { nodes { ${RESERVATION} } }
        filtered: reservations(filter: { channelIds: [$b] }) { nodes { id } }
        byReference: reservations(filter: { references: ["${SECRETS.reference}"] }) { nodes { id } }
        bySku: reservations(filter: { skus: ["MUG"], locationIds: ["BER"], statuses: [HELD] }, orderBy: RECORDED_AT_ASC) { nodes { id channelId } }
        item(sku: "MUG") { availability(channelId: $b) { quantity channel { id } } reservations(statuses: [HELD]) { ${RESERVATION} } }
        viewer { kind client channelIds channels { id name } }
      }`,
      { b: SECRETS.channel, rb: it.reservations.b, rbs: it.reservations.bShop },
      it.a.partner,
    )

    expect(json.errors).toBeUndefined()
    it.expectNoSecrets(text)
    const { data } = json
    expect(data).toMatchObject({
      mine: [
        { sku: 'MUG', quantity: 80, item: { availability: null } },
        { sku: 'CUP', quantity: 0 },
      ],
      channel: null,
      channels: { nodes: [{ id: 'a' }] },
      named: { nodes: [] },
      byId: { nodes: [] },
      reservation: null,
      ofShop: null,
      filtered: { nodes: [] },
      byReference: { nodes: [] },
      item: { availability: null },
      viewer: { kind: 'PARTNER', channelIds: ['a'], channels: [{ id: 'a', name: 'A' }] },
    })
    const own = [it.reservations.a, it.reservations.aShop].sort()
    for (const { nodes } of [data.reservations, data.bySku]) expect(nodes.map(({ id }: Json) => id).sort()).toEqual(own)
    expect(data.item.reservations.map(({ id }: Json) => id).sort()).toEqual(own)
  })

  test('by asking for its availability, whether it exists or not', async () => {
    const ask = async (channelId: string) => {
      const { json } = await hub.graph(
        'query ($id: ID!) { availability(skus: ["MUG"], channelId: $id) { quantity } }',
        { id: channelId },
        it.a.partner,
      )
      return { data: json.data, errors: told(json.errors, channelId) }
    }
    const foreign = await ask(SECRETS.channel)

    expect(foreign).toMatchObject({ data: { availability: null }, errors: [{ code: 'FORBIDDEN' }] })
    expect(await ask('no such channel')).toEqual(foreign)
  })

  test('by subscribing', async () => {
    const subscribe = async (channelId: string) => {
      const query =
        'subscription ($id: ID!) { availabilityChanged(skus: ["MUG"], channelId: $id, initial: true) { quantity } }'
      const [first] = await hub.listen(query, { id: channelId }, 1, it.a.partner)
      return told(first.errors, channelId)
    }
    const foreign = await subscribe(SECRETS.channel)
    expect(foreign).toMatchObject([{ code: 'FORBIDDEN' }])
    expect(await subscribe('no such channel')).toEqual(foreign)

    const query = `subscription { availabilityChanged(skus: ["MUG"], channelId: "a", initial: true) { quantity channel { id } item { availability(channelId: "${SECRETS.channel}") { quantity } reservations { id channelId channel { id name } } } } }`
    const [initial] = await hub.listen(query, {}, 1, it.a.partner)
    it.expectNoSecrets(JSON.stringify(initial))
    expect(initial.data.availabilityChanged.item.availability).toBeNull()
  })

  test('by what a subscription of a partner of both has made warm', async () => {
    const both = await hub.credential({ kind: 'partner', channels: ['a', SECRETS.channel] })
    const query =
      'subscription { availabilityChanged(skus: ["MUG"], channelId: "a", initial: true) { quantity item { reservations { id } } } }'
    const listen = async (credential: Credential) => {
      const [first] = await hub.listen(query, {}, 1, credential)
      return first.data.availabilityChanged.item.reservations.map(({ id }: Json) => id)
    }
    const [wide, narrow] = await Promise.all([listen(both), listen(it.a.partner)])

    expect(wide).toContain(it.reservations.b)
    expect(narrow).not.toContain(it.reservations.b)
  })

  test.each([
    ['confirmReservation', {}, 'reservation { id channelId reference }'],
    ['releaseReservation', {}, 'reservation { id channelId reference }'],
    ['extendReservation', { ttlSeconds: 60 }, 'reservation { id channelId reference }'],
  ])('by %s', async (mutation, more, selection) => {
    const ask = async (id: string, credential: Credential) => {
      const payload = await hub.mutate(mutation, { id, ...more }, selection, credential)
      return JSON.parse(JSON.stringify(payload).replaceAll(id, '<id>'))
    }
    const unknown = await ask('rsv_does_not_exist', it.a.partner)
    expect(unknown).toMatchObject({ reservation: null, userErrors: [{ code: 'NOT_FOUND' }], cursor: null })

    for (const id of [it.reservations.b, it.reservations.bShop]) {
      for (const who of [it.a.partner, it.a.shop, it.a.operator]) expect(await ask(id, who)).toEqual(unknown)
    }
    // A storefront is a client of its channel among others.
    for (const id of [it.reservations.a, it.reservations.aShop]) expect(await ask(id, it.a.otherShop)).toEqual(unknown)
  })

  test('by releasing one line, or fulfilling', async () => {
    const lines = [{ lineId: it.lines.b, quantity: 1 }]
    const release = await hub.mutate(
      'releaseReservation',
      { id: it.reservations.b, lines },
      'reservation { id }',
      it.a.partner,
    )
    expect(release).toMatchObject({ reservation: null, userErrors: [{ code: 'NOT_FOUND' }] })
    const fulfill = await hub.mutate(
      'fulfillReservation',
      { id: it.reservations.b, lines },
      'reservation { id }',
      it.a.operator,
    )
    expect(fulfill).toMatchObject({ reservation: null, userErrors: [{ code: 'NOT_FOUND' }] })
    // Its lines under the id of one's own.
    const crossed = await hub.mutate(
      'releaseReservation',
      { id: it.reservations.a, lines },
      'reservation { id }',
      it.a.partner,
    )
    expect(crossed).toMatchObject({ reservation: null, userErrors: [{ code: 'NOT_FOUND' }] })
  })

  test('by reserving in it: it is as little known as one that does not exist', async () => {
    const ask = async (channelId: string, locationId: string, credential: Credential) => {
      const input = { channelId, lines: [{ sku: 'CUP', locationId, quantity: 1 }] }
      const payload = await hub.mutate('reserve', input, 'reservation { id channel { id } }', credential)
      return JSON.parse(JSON.stringify(payload).replaceAll(channelId, '<channel>'))
    }
    for (const who of [it.a.partner, it.a.shop, it.a.operator, it.a.admin]) {
      const foreign = await ask(SECRETS.channel, 'ONLY-B', who)
      expect(foreign).toMatchObject({ reservation: null, userErrors: [{ code: 'UNKNOWN_CHANNEL' }], cursor: null })
      expect(await ask('no such channel', 'ONLY-B', who)).toEqual(foreign)
      // Nor does a location tell which channel it serves.
      expect(await ask(SECRETS.channel, 'BER', who)).toEqual(foreign)
    }
  })

  test('by the ways of staff of one channel: returns, the journal, explanations, levels', async () => {
    const { json, text } = await hub.graph(
      `query ($b: ID!, $rb: ID!, $ret: ID!) {
        return(id: $ret) { id reference reservation { id } }
        returns(first: 250) { nodes { id channelId reference channel { id } reservation { id reference } } }
        ofReservation: returns(filter: { reservationIds: [$rb] }) { nodes { id } }
        ofChannel: returns(filter: { channelIds: [$b] }) { nodes { id } }
        reservation(id: $rb) { returns { id } }
        stockMovements(first: 250) { nodes { id channelId reference documentId lineId source channel { id } reservation { id } return { id } } }
        ofDocument: stockMovements(filter: { documentIds: [$rb] }) { nodes { id } }
        ofB: stockMovements(filter: { channelIds: [$b], references: ["${SECRETS.reference}"] }) { nodes { id } }
        item(sku: "MUG") {
          returns { id reference channelId reservation { id } }
          reservations { id reference exceptions { message } returns { id } }
          shipments { id }
          stockLevels { onHand held openReservations { id channelId reference } movements { id channelId reference documentId source } exceptions { message } inboundShipments { id } }
        }
        location(id: "BER") { stockLevels { nodes { openReservations { id reference channel { id } } movements { documentId reference source } } } inboundShipments { id } }
        availability(skus: ["MUG"], channelId: "a") { explanation { terms { stockLevel { openReservations { id } movements { documentId } } entries { id channelId documentId reference source reservation { id } } } } }
        channels { nodes { id name buffer locations { locationId } } }
      }`,
      { b: SECRETS.channel, rb: it.reservations.b, ret: it.returns.b },
      it.a.operator,
    )

    it.expectNoSecrets(text)
    expect(json.errors ?? []).toEqual([])
    expect(json.data).toMatchObject({
      return: null,
      returns: { nodes: [{ id: it.returns.a }] },
      ofReservation: { nodes: [] },
      ofChannel: { nodes: [] },
      reservation: null,
      ofDocument: { nodes: [] },
      ofB: { nodes: [] },
      channels: { nodes: [{ id: 'a' }] },
    })
    // Balances are of the shelf, not of a channel: what others hold is missing from it all the same.
    expect(json.data.item.stockLevels[0]).toMatchObject({ onHand: 100, held: 20 })
  })

  test('by the steps of a return of another channel, or of none', async () => {
    const steps = [
      ['receiveReturn', { locationId: 'BER' }],
      ['inspectReturn', {}],
      ['approveRestock', {}],
      ['restockReturn', {}],
      ['dispositionReturn', { disposition: 'DISPOSE' }],
    ] as const
    for (const [mutation, more] of steps) {
      for (const id of [it.returns.b, it.returns.none, 'ret_does_not_exist']) {
        const payload = await hub.mutate(mutation, { id, ...more }, 'return { id }', it.a.operator)
        expect(payload).toMatchObject({ return: null, userErrors: [{ code: 'NOT_FOUND' }], cursor: null })
      }
    }
    const authorize = (input: object) =>
      hub.mutate(
        'authorizeReturn',
        { locationId: 'BER', lines: [{ sku: 'MUG', quantity: 1 }], ...input },
        'return { id }',
        it.a.operator,
      )
    expect(await authorize({ channelId: SECRETS.channel })).toMatchObject({
      return: null,
      userErrors: [{ code: 'UNKNOWN_CHANNEL' }],
    })
    expect(await authorize({ channelId: 'a', reservationId: it.reservations.b })).toMatchObject({
      return: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    })
  })

  test('by changing it', async () => {
    const input = { id: SECRETS.channel, name: 'taken over', locations: [] }
    const payload = await hub.mutate('upsertChannel', input, 'channel { id name }', it.a.admin)
    expect(payload).toMatchObject({ channel: null, userErrors: [{ code: 'UNKNOWN_CHANNEL' }] })
    const fresh = await hub.mutate(
      'upsertChannel',
      { ...input, id: 'no such channel' },
      'channel { id name }',
      it.a.admin,
    )
    expect(fresh).toMatchObject({ channel: null, userErrors: [{ code: 'UNKNOWN_CHANNEL' }] })
    const { channel } = await hub.data('query ($id: ID!) { channel(id: $id) { name } }', { id: SECRETS.channel })
    expect(channel).toEqual({ name: SECRETS.channelName })
  })

  test('by events of a reporter of one channel', async () => {
    const before = await hub.data(
      'query ($id: ID!) { reservation(id: $id) { status lines { held committed released } } }',
      { id: it.reservations.b },
    )
    const line = { sku: 'MUG', locationId: 'BER', quantity: 1 }
    const events = [
      eventOf('onhand.reservation.held.v1', { reference: 'planted', channelId: SECRETS.channel, lines: [line] }),
      eventOf('onhand.reservation.confirmed.v1', {
        reference: 'planted too',
        channelId: SECRETS.channel,
        lines: [line],
      }),
      eventOf('onhand.sale.recorded.v1', { ...line, channelId: SECRETS.channel }),
      eventOf('onhand.return.received.v1', {
        reference: 'planted return',
        channelId: SECRETS.channel,
        locationId: 'BER',
        lines: [{ sku: 'MUG', quantity: 1 }],
      }),
    ]
    const { json, text } = await hub.events(JSON.stringify(events), 'batch', it.a.service)
    expect(json.results).toMatchObject(events.map(() => ({ status: 'REJECTED', code: 'UNKNOWN_CHANNEL' })))
    it.expectNoSecrets(text, [SECRETS.channel])

    // Steps of documents out of sight wait for a document that this reporter could mean.
    const steps = [
      eventOf('onhand.reservation.released.v1', { reservationId: it.reservations.b }),
      eventOf('onhand.reservation.confirmed.v1', { reservationId: it.reservations.b }),
      eventOf('onhand.reservation.fulfilled.v1', { reference: SECRETS.reference }),
    ]
    const waiting = await hub.events(JSON.stringify(steps), 'batch', it.a.service)
    expect(waiting.json.results.map(({ status }: Json) => status)).toEqual(['PARKED', 'PARKED', 'PARKED'])
    expect(
      await hub.data('query ($id: ID!) { reservation(id: $id) { status lines { held committed released } } }', {
        id: it.reservations.b,
      }),
    ).toEqual(before)
  })

  test('by an order number that both have', async () => {
    const reference = '1001'
    const line = { sku: 'MUG', locationId: 'BER', quantity: 1 }
    const order = async (channelId: string) => {
      const event = eventOf('onhand.reservation.held.v1', { reference, channelId, lines: [line] })
      expect((await hub.events(JSON.stringify(event), 'single')).json.results[0]).toMatchObject({ status: 'ACCEPTED' })
    }
    const status = async (channelId: string) => {
      const query = `query ($c: [ID!], $r: [String!]) { reservations(filter: { channelIds: $c, references: $r }) { nodes { status } } }`
      const { reservations } = await hub.data(query, { c: [channelId], r: [reference] })
      return reservations.nodes.map(({ status }: Json) => status)
    }
    // The oldest order of that number is B's.
    await order(SECRETS.channel)
    await order('a')

    // A reporter of one channel can only mean that one's.
    const own = await hub.events(
      JSON.stringify(eventOf('onhand.reservation.confirmed.v1', { reference })),
      'single',
      it.a.service,
    )
    expect(own.json.results[0]).toMatchObject({ status: 'ACCEPTED' })
    expect([await status('a'), await status(SECRETS.channel)]).toEqual([['CONFIRMED'], ['HELD']])
    // A reporter of all says which.
    const said = eventOf('onhand.reservation.released.v1', { reference, channelId: 'a' })
    const all = await hub.events(JSON.stringify(said), 'single', it.all.service)
    expect(all.json.results[0]).toMatchObject({ status: 'ACCEPTED' })
    expect([await status('a'), await status(SECRETS.channel)]).toEqual([['RELEASED'], ['HELD']])
  })

  test('by the idempotency keys of another client', async () => {
    const idempotencyKey = randomUUID()
    const input = {
      idempotencyKey,
      channelId: 'a',
      reference: 'by key',
      lines: [{ sku: 'MUG', locationId: 'BER', quantity: 1 }],
    }
    const theirs = await hub.mutate('reserve', input, 'reservation { id }', it.a.partner)
    // The same key and content of another client is another request, not a look at the first answer.
    const own = await hub.mutate('reserve', input, 'reservation { id }', it.a.shop)
    expect(own.userErrors).toEqual([])
    expect(own.reservation.id).not.toBe(theirs.reservation.id)
    // Other content is no conflict either: it would tell that the key is taken.
    const other = await hub.mutate('reserve', { ...input, reference: 'other' }, 'reservation { id }', it.a.otherShop)
    expect(other.userErrors).toEqual([])

    const key = randomUUID()
    const events = [eventOf('onhand.stock.adjusted.v1', { sku: 'MUG', locationId: 'BER', delta: 1, reason: 'x' })]
    const first = await hub.mutate('recordEvents', { idempotencyKey: key, events }, 'results { id }', it.all.service)
    const second = await hub.mutate(
      'recordEvents',
      { idempotencyKey: key, events: [{}] },
      'results { id status }',
      it.a.service,
    )
    expect(first.userErrors).toEqual([])
    expect(second).toMatchObject({ userErrors: [], results: [{ status: 'REJECTED' }] })
  })

  test('by cursors: pages that one viewer began show another only its own', async () => {
    const page =
      'query ($after: String) { reservations(first: 1, after: $after, orderBy: RECORDED_AT_ASC) { nodes { id channelId } pageInfo { endCursor hasNextPage } } }'
    const begun = await hub.data(page, {}, it.b.partner)
    let after = begun.reservations.pageInfo.endCursor
    const seen: string[] = []
    for (let more = true; more; ) {
      const { reservations } = await hub.data(page, { after }, it.a.partner)
      seen.push(...reservations.nodes.map(({ channelId }: Json) => channelId))
      after = reservations.pageInfo.endCursor
      more = reservations.pageInfo.hasNextPage
    }
    expect(new Set(seen)).toEqual(new Set(['a']))

    // A point in the feed of another client can be waited for; it tells nothing.
    const { reserve } = await hub.data(
      mutationOf('reserve', ''),
      { input: { idempotencyKey: randomUUID(), channelId: SECRETS.channel, lines: [{ sku: 'CUP', quantity: 1 }] } },
      it.b.partner,
    )
    const { item } = await hub.data(
      'query ($at: Cursor) { item(sku: "MUG", atLeast: $at) { sku } }',
      { at: reserve.cursor },
      it.a.partner,
    )
    expect(item).toEqual({ sku: 'MUG' })
    expect(Buffer.from(reserve.cursor, 'base64url').toString('latin1')).not.toMatch(/MUG|CUP|secret/)
  })

  describe('a subgraph', () => {
    test.each(SUBGRAPHS)('%s answers only what the gateway signed, and only what that viewer may see', async (name) => {
      const { parts } = hub.hub
      await using subgraph = disposable(await buildSubgraph(name, parts))
      const url = `${await subgraph.app.listen({ host: '127.0.0.1', port: 0 })}/graphql`
      const ask = async (query: string, variables: object, headers: Record<string, string>) => {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query, variables }),
        })
        return { status: response.status, text: await response.text() }
      }
      const admin = { kind: 'admin', client: 'x', channels: null, scopes: [] } as const
      const partner = { kind: 'partner', client: 'partner of a', channels: ['a'], scopes: [] } as const
      const signed = (viewer: typeof admin | typeof partner) => ({ [VIEWER_HEADER]: parts.tokens.sign(viewer, 'r') })
      const forged = [
        {},
        { [VIEWER_HEADER]: JSON.stringify(admin) },
        { [VIEWER_HEADER]: Buffer.from(JSON.stringify(admin)).toString('base64url') },
        { [VIEWER_HEADER]: tampered(parts.tokens.sign(partner, 'r'), admin) },
        { [VIEWER_HEADER]: `${parts.tokens.sign(partner, 'r')}.` },
        { authorization: Object(hub.admin).authorization },
      ]
      for (const headers of forged) {
        const { status, text } = await ask('{ __typename }', {}, headers)
        expect(status).toBe(401)
        expect(JSON.parse(text).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
      }
      expect((await ask('{ __typename }', {}, signed(admin))).status).toBe(200)

      const representations = REPRESENTATIONS[name](it)
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ${FIELDS[name]} } }`
      const { status, text } = await ask(query, { of: representations }, signed(partner))
      expect(status).toBe(200)
      it.expectNoSecrets(text)
      const whole = await ask(query, { of: representations }, signed(admin))
      // The question is one that finds them: for whoever may see them.
      if (name !== 'transit') expect(it.secrets.some((secret) => whole.text.includes(secret))).toBe(true)
    })

    test('understands viewers of as many channels as a key may have', async () => {
      const { parts } = hub.hub
      await using subgraph = disposable(await buildSubgraph('availability', parts))
      const url = `${await subgraph.app.listen({ host: '127.0.0.1', port: 0 })}/graphql`
      const channels = Array.from(
        { length: 250 },
        (_, n) => `a channel with quite a long name, number ${n}, of ${'x'.repeat(10)}`,
      )
      await hub.credential({ kind: 'partner', channels })
      const viewer = { kind: 'partner', client: 'x', channels, scopes: [] } as const
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [VIEWER_HEADER]: parts.tokens.sign(viewer, 'r') },
        body: JSON.stringify({ query: '{ channels { nodes { id } } }' }),
      })
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('"data"')])
    })
  })

  test('by the header of the gateway, sent from outside', async () => {
    const admin = { kind: 'admin', client: 'x', channels: null, scopes: [] } as const
    const signed = hub.hub.parts.tokens.sign(admin, 'r')
    const { json } = await hub.post(
      JSON.stringify({ query: '{ viewer { kind client } channels { nodes { id } } }' }),
      it.a.partner,
      { [VIEWER_HEADER]: signed, 'onhand-at-least': 'x' },
    )
    expect(json.data).toEqual({
      viewer: { kind: 'PARTNER', client: 'partner of a' },
      channels: { nodes: [{ id: 'a' }] },
    })
    const nobody = await hub.post(JSON.stringify({ query: '{ viewer { kind } }' }), {}, { [VIEWER_HEADER]: signed })
    expect(nobody.status).toBe(401)
  })
})

describe('who may do what', () => {
  let hub: EdgeHub
  let it: TwoChannels

  beforeAll(async () => {
    hub = await openEdgeHub('pglite')
    it = await TwoChannels.open(hub)
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  // The list of the fields is the schema's; who may is said here once more, by whom it would hurt.
  const MAY = {
    storefront: [
      'Query.availability',
      'Query.channel',
      'Query.channels',
      'Query.checkCart',
      'Query.item',
      'Query.location',
      'Query.reservation',
      'Query.viewer',
      'Mutation.reserve',
      'Mutation.extendReservation',
      'Mutation.confirmReservation',
      'Mutation.releaseReservation',
    ],
    partnerToo: [
      'Query.reservations',
      'Query.webhook',
      'Query.webhooks',
      'Query.webhookDeliveries',
      'Mutation.upsertWebhook',
      'Mutation.deleteWebhook',
      'Mutation.rotateWebhookSecret',
      'Mutation.replayWebhook',
      'Mutation.pingWebhook',
      'Subscription.availabilityChanged',
      'Subscription.reservationChanged',
    ],
    service: ['Query.viewer', 'Mutation.recordEvents'],
  }
  const rules = [...accessByField(readSupergraph())].map(([field, kinds]) => ({
    field,
    kinds: kinds.map((name) => name.toLowerCase()),
  }))
  const roots = rules.filter(({ field }) => /^(Query|Mutation|Subscription)\./.test(field))

  test('the root fields of each kind of viewer are those of the design', () => {
    const of = (kind: string) => roots.flatMap(({ field, kinds }) => (kinds.includes(kind) ? [field] : [])).sort()
    expect(of('storefront')).toEqual([...MAY.storefront].sort())
    expect(of('partner')).toEqual([...MAY.storefront, ...MAY.partnerToo].sort())
    expect(of('service')).toEqual([...MAY.service].sort())
    expect(of('admin')).toHaveLength(roots.length)
    expect(roots.flatMap(({ field, kinds }) => (kinds.includes('operator') ? [] : [field]))).toEqual([
      'Mutation.upsertChannel',
      'Mutation.upsertMarketplace',
      'Mutation.upsertErpSystem',
      'Mutation.setAuthority',
    ])
  })

  test('a forbidden field refuses the whole operation, wherever it hides', async () => {
    const hidden = [
      '{ viewer { kind } availability(skus: ["MUG"], channelId: "a") { quantity explanation { sum } } }',
      '{ x: availability(skus: ["MUG"], channelId: "a") { quantity: explanation { sum } } }',
      'query Q { item(sku: "MUG") { ...F } } fragment F on InventoryItem { sku ...G } fragment G on InventoryItem { stockLevels { onHand } }',
      '{ item(sku: "MUG") { ... on InventoryItem { ... { s: stockLevels { onHand } } } } }',
      '{ ... on Query { ... { deadLetters { nodes { id } } } } }',
      'query ($no: Boolean = false) { item(sku: "MUG") { sku stockLevels @include(if: $no) { onHand } } }',
      '{ channel(id: "a") { locations { locationId } } }',
      '{ reservations { nodes { lines { stockLevel { onHand } } } } }',
      '{ availability(skus: ["MUG"], channelId: "a") { item { shipments { id } } locations { location { stockLevels { nodes { onHand } } } } } }',
      'mutation { upsertItems(input: { idempotencyKey: "k", items: [{ sku: "X", title: "X" }] }) { items { sku } } }',
      'mutation { reserve(input: { idempotencyKey: "hidden", channelId: "a", lines: [{ sku: "MUG", quantity: 1 }] }) { reservation { exceptions { message } } } }',
      'query A { viewer { kind } } query B { deadLetters { nodes { id } } }',
    ]
    for (const query of hidden) {
      const body = JSON.stringify({ query, ...(query.startsWith('query A') ? { operationName: 'B' } : {}) })
      const { status, json } = await hub.post(body, it.a.partner)
      expect({ query, status, data: json.data, codes: codes(json) }).toEqual({
        query,
        status: 403,
        data: undefined,
        codes: ['FORBIDDEN'],
      })
    }
    // Nothing was done, although the mutation itself is allowed.
    const again = await hub.mutate(
      'reserve',
      { idempotencyKey: 'hidden', channelId: 'a', lines: [{ sku: 'MUG', quantity: 2 }] },
      'reservation { id }',
      it.a.partner,
    )
    expect(again.userErrors).toEqual([])
    // The operation beside a forbidden one may run.
    const beside = await hub.post(JSON.stringify({ query: hidden.at(-1), operationName: 'A' }), it.a.partner)
    expect(beside.json.data).toEqual({ viewer: { kind: 'PARTNER' } })
  })

  test('the same over a socket, for subscriptions, queries and mutations', async () => {
    const forbidden = [
      'subscription { availabilityChanged(skus: ["MUG"], channelId: "a") { explanation { sum } } }',
      'subscription { availabilityChanged(skus: ["MUG"], channelId: "a") { ...F } } fragment F on Availability { item { s: stockLevels { onHand } } }',
      '{ deadLetters { nodes { id } } }',
      'mutation { upsertItems(input: { idempotencyKey: "k", items: [] }) { items { sku } } }',
    ]
    for (const query of forbidden) {
      const [first] = await hub.listen(query, {}, 1, it.a.partner)
      expect(codes(first)).toEqual(['FORBIDDEN'])
      expect(first.data).toBeUndefined()
    }
    const [shop] = await hub.listen(
      'subscription { availabilityChanged(skus: ["MUG"], channelId: "a") { quantity } }',
      {},
      1,
      it.a.shop,
    )
    expect(codes(shop)).toEqual(['FORBIDDEN'])
  })

  test('a storefront sees the reservations that it made, and no others of its channel', async () => {
    const find = (id: string, credential: Credential) =>
      hub.data('query ($id: ID!) { reservation(id: $id) { id } }', { id }, credential)
    expect(await find(it.reservations.aShop, it.a.shop)).toEqual({ reservation: { id: it.reservations.aShop } })
    expect(await find(it.reservations.a, it.a.shop)).toEqual({ reservation: null })
    expect(await find(it.reservations.aShop, it.a.otherShop)).toEqual({ reservation: null })
    expect(await find(it.reservations.aShop, it.a.partner)).toEqual({ reservation: { id: it.reservations.aShop } })
    expect(await find(it.reservations.aShop, it.b.partner)).toEqual({ reservation: null })
  })

  test('only reporters and staff post events', async () => {
    const event = JSON.stringify(eventOf('onhand.stock.counted.v1', { sku: 'CUP', locationId: 'BER', quantity: 1 }))
    for (const [who, status] of [
      [it.a.partner, 403],
      [it.a.shop, 403],
      [{}, 401],
      [{ authorization: 'Bearer nonsense' }, 401],
      [it.all.service, 200],
      [it.all.operator, 200],
    ] as const) {
      const { status: answered, json } = await hub.events(event, 'single', who)
      expect(answered).toBe(status)
      if (status !== 200) expect(json.errors[0].extensions.code).toBe(status === 401 ? 'UNAUTHENTICATED' : 'FORBIDDEN')
    }
  })
})

describe('credentials', () => {
  const JWT_ISSUER = 'https://issuer.example'
  const JWT_AUDIENCE = 'onhand'

  let keys: Awaited<ReturnType<typeof generateKeyPair>>
  let hub: EdgeHub
  let it: TwoChannels

  beforeAll(async () => {
    keys = await generateKeyPair('ES256')
    const jwks = JSON.stringify({
      keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }],
    })
    hub = await openEdgeHub('pglite', { env: { JWT_JWKS: jwks, JWT_ISSUER, JWT_AUDIENCE } })
    it = await TwoChannels.open(hub)
  })
  afterAll(() => hub[Symbol.asyncDispose]())

  async function token(claims: object, { key = keys.privateKey, expires = '5m' } = {}): Promise<Credential> {
    const jwt = new SignJWT({ sub: 'jo', onhand_kind: 'partner', onhand_channels: ['a'], ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(JWT_ISSUER)
      .setAudience(JWT_AUDIENCE)
      .setExpirationTime(expires)
    return { authorization: `Bearer ${await jwt.sign(key)}` }
  }

  test('a JWT is held to the same rules as an API key', async () => {
    const partner = await token({})
    const { json, text } = await hub.graph(
      'query ($b: ID!) { viewer { kind client channelIds } channels { nodes { id } } channel(id: $b) { id } }',
      { b: SECRETS.channel },
      partner,
    )
    it.expectNoSecrets(text)
    expect(json.data).toMatchObject({
      viewer: { kind: 'PARTNER', client: 'jwt:jo', channelIds: ['a'] },
      channels: { nodes: [{ id: 'a' }] },
      channel: null,
    })

    const status = async (credential: Credential) => (await hub.graph('{ viewer { kind } }', {}, credential)).status
    const { privateKey: other } = await generateKeyPair('ES256')
    expect(await status(partner)).toBe(200)
    expect(await status(await token({}, { key: other }))).toBe(401)
    expect(await status(await token({}, { expires: '-1h' }))).toBe(401)
    expect(await status(await token({ onhand_kind: 'root' }))).toBe(401)
    expect(await status(await token({ onhand_channels: 'a' }))).toBe(401)
    expect(
      await status({
        authorization: `Bearer ${unsigned({ sub: 'jo', onhand_kind: 'admin', exp: 9_999_999_999, iss: JWT_ISSUER, aud: JWT_AUDIENCE })}`,
      }),
    ).toBe(401)
    // Who is given no channel sees none.
    const none = await hub.graph(
      '{ viewer { channelIds } channels { nodes { id } } }',
      {},
      await token({ onhand_channels: undefined }),
    )
    expect(none.json.data).toEqual({ viewer: { channelIds: [] }, channels: { nodes: [] } })
    // A storefront's JWT finds what that subject made, and no other's.
    const jo = await token({ onhand_kind: 'storefront' })
    const al = await token({ onhand_kind: 'storefront', sub: 'al' })
    const { reservation } = await hub.mutate(
      'reserve',
      { channelId: 'a', lines: [{ sku: 'MUG', quantity: 1 }] },
      'reservation { id }',
      jo,
    )
    const find = 'query ($id: ID!) { reservation(id: $id) { id } }'
    expect(await hub.data(find, reservation, jo)).toEqual({ reservation })
    expect(await hub.data(find, reservation, al)).toEqual({ reservation: null })
  })

  test('claims that no text of the database can hold are refused as a credential', async () => {
    for (const claims of [{ sub: 'jo\0' }, { sub: 'jo\ud800' }, { onhand_channels: ['a\0'] }]) {
      const { status, json } = await hub.graph('{ channels { nodes { id } } }', {}, await token(claims))
      expect({ status, codes: codes(json) }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] })
    }
  })

  test('sockets end with their credential: 4401 for a wrong one, 4410 for one that expires', async () => {
    const query = 'subscription { availabilityChanged(skus: ["MUG"], channelId: "a") { quantity } }'
    expect(await hub.listen(query, {}, 1, { authorization: 'Bearer wrong' })).toEqual([{ closed: 4401 }])
    expect(await hub.listen(query, {}, 1, {})).toEqual([{ closed: 4401 }])
    // Clocks may differ by a few seconds, but a socket ends when its token says so.
    const started = Date.now()
    expect(await hub.listen(query, {}, 1, await token({}, { expires: '2s' }))).toEqual([{ closed: 4410 }])
    expect(Date.now() - started).toBeLessThan(10_000)
  })

  test('a revoked key is refused within its five seconds', async () => {
    const partner = await hub.credential({ kind: 'partner', channels: ['a'] })
    expect((await hub.graph('{ viewer { kind } }', {}, partner)).status).toBe(200)
    await revokeApiKey(hub.hub.parts.database, partner.id)
    await expect
      .poll(async () => (await hub.graph('{ viewer { kind } }', {}, partner)).status, { timeout: 7_000, interval: 250 })
      .toBe(401)
  })

  test('secrets stand in no log', async () => {
    const jwt = await token({})
    const key = await hub.credential({ kind: 'partner', channels: ['a'] })
    for (const who of [
      jwt,
      key,
      { authorization: 'Bearer onh_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
    ]) {
      await hub.graph('{ viewer { kind } nope }', {}, who)
      await hub.listen(
        'subscription { availabilityChanged(skus: ["MUG"], channelId: "nope") { quantity } }',
        {},
        1,
        who,
      )
    }
    for (const secret of [jwt.authorization, key.authorization, Object(hub.admin).authorization]) {
      expect(hub.log).not.toContain(String(secret).slice('Bearer '.length))
    }
    expect(hub.log).not.toContain('AAAAAAAAAAAAAAAAAAAA')
  })
})

/** Entities of both channels, as the gateway would ask for them. */
const REPRESENTATIONS: Record<(typeof SUBGRAPHS)[number], (it: TwoChannels) => object[]> = {
  stock: (it) => [
    ...Array.from({ length: 64 }, (_, bucket) =>
      Array.from({ length: 30 }, (_, number) => ({ __typename: 'StockMovement', id: `mov_${bucket}_${number}` })),
    ).flat(),
    { __typename: 'StockLevel', sku: 'MUG', locationId: 'BER' },
    { __typename: 'InventoryItem', sku: 'MUG' },
    { __typename: 'Location', id: it.shipment === '' ? '' : 'BER' },
  ],
  reservations: (it) => [
    ...Object.values(it.reservations).map((id) => ({ __typename: 'Reservation', id })),
    { __typename: 'InventoryItem', sku: 'MUG' },
    { __typename: 'StockLevel', sku: 'MUG', locationId: 'BER' },
  ],
  transit: (it) => [
    { __typename: 'Shipment', id: it.shipment },
    { __typename: 'InventoryItem', sku: 'MUG' },
  ],
  returns: (it) => [
    ...Object.values(it.returns).map((id) => ({ __typename: 'Return', id })),
    { __typename: 'InventoryItem', sku: 'MUG' },
    { __typename: 'Reservation', id: it.reservations.b },
  ],
  availability: () => [
    { __typename: 'Availability', sku: 'MUG', channelId: 'a' },
    { __typename: 'Availability', sku: 'MUG', channelId: SECRETS.channel },
    { __typename: 'Channel', id: 'a' },
    { __typename: 'Channel', id: SECRETS.channel },
    { __typename: 'InventoryItem', sku: 'MUG' },
  ],
}

const FIELDS: Record<(typeof SUBGRAPHS)[number], string> = {
  stock:
    '... on StockMovement { id channelId documentId reference source } ... on StockLevel { held movements(first: 250) { documentId channelId reference } } ... on InventoryItem { stockLevels { held movements(first: 250) { documentId } } } ... on Location { name kept: stockLevels { nodes { movements(first: 250) { documentId } } } }',
  reservations:
    '... on Reservation { id reference channelId lines { id } } ... on InventoryItem { reservations { id reference } } ... on StockLevel { openReservations { id reference channelId } }',
  transit: '... on Shipment { id reference } ... on InventoryItem { shipments { id } }',
  returns:
    '... on Return { id reference channelId reservation { id } } ... on InventoryItem { returns { id reference } } ... on Reservation { returns { id } }',
  availability: `... on Availability { quantity channel { id name } } ... on Channel { id name buffer } ... on InventoryItem { availability(channelId: "${SECRETS.channel}") { quantity channelId channel { name } } }`,
}

/** What errors tell, without what differs from request to request and the name that was asked for. */
function told(errors: readonly { message: string; extensions: { code: string } }[], asked: string) {
  return errors.map(({ message, extensions: { code } }) => ({ code, message: message.replaceAll(asked, '<asked>') }))
}

function codes({ errors = [] }: { errors?: readonly { extensions: { code: string } }[] }): string[] {
  return errors.map(({ extensions: { code } }) => code)
}

/** A signed token with another viewer put into it. */
function tampered(token: string, viewer: object): string {
  const parts = token.split('.')
  parts[1] = Buffer.from(JSON.stringify(viewer)).toString('base64url')
  return parts.join('.')
}

/** A token of the algorithm "none". */
function unsigned(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`
}

function disposable<T extends { close(): Promise<unknown> }>(it: T): T & AsyncDisposable {
  return Object.assign(it, { [Symbol.asyncDispose]: async () => void (await it.close()) })
}
