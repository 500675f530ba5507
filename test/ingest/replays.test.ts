import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { EventSelection } from '../../core/ingest/event-selection.ts'
import type { Reporter } from '../../core/ingest/ingest.ts'
import { previewReplay } from '../../core/ingest/replay-preview.ts'
import { cancelReplay, findReplay, requestReplay } from '../../core/ingest/replays.ts'
import type { Tally } from '../../core/ingest/result.ts'
import { workReplays } from '../../core/ingest/work-replays.ts'
import type { Balances } from '../../core/ledger/accounts.ts'
import { audit } from '../../core/ledger/audit.ts'
import type { BalanceChange } from '../../core/ledger/preview.ts'
import { balancesOf } from '../../core/ledger/rows.ts'
import { DATABASE_KINDS } from '../support/database.ts'
import { SILENT } from '../support/ledger.ts'
import { cloudEvent, count, type IngestHub, openIngestHub, sale } from './ingest-hub.ts'

const OPERATOR: Reporter = { client: 'operator-1', channels: null }
const FAST = 100_000

function dryRun(hub: IngestHub, selection: EventSelection = {}, lettersMax: number | null = null) {
  return previewReplay(hub.ingest, selection, lettersMax, OPERATOR)
}

async function ask(hub: IngestHub, selection: EventSelection = {}, lettersMax: number | null = null, rate = FAST) {
  const order = { selection, lettersMax, eventsPerSecond: rate }
  return requestReplay(hub.db.kysely, order, OPERATOR.client)
}

function work(hub: IngestHub, signal = new AbortController().signal): Promise<void> {
  return workReplays({ ingest: hub.ingest, signal, log: SILENT })
}

/** Asks for a replay and does it. */
async function replay(hub: IngestHub, selection: EventSelection = {}, lettersMax: number | null = null) {
  const id = await ask(hub, selection, lettersMax)
  await work(hub)
  return findReplay(hub.db.kysely, id)
}

async function balances(hub: IngestHub): Promise<Map<string, Balances>> {
  const rows = await hub.db.kysely.selectFrom('position').selectAll().execute()
  return new Map(rows.map((row) => [`${row.sku} ${row.location_id}`, balancesOf(row)]))
}

/** What changed from one reading to another, in the words of a dry run. */
function changesBetween(before: Map<string, Balances>, after: Map<string, Balances>): BalanceChange[] {
  const changes: BalanceChange[] = []
  for (const [key, now] of after) {
    const [sku = '', locationId = ''] = key.split(' ')
    const then: Partial<Balances> = before.get(key) ?? {}
    for (const [account, quantity] of Object.entries(now) as [keyof Balances, number][]) {
      const old = then[account] ?? 0
      if (old !== quantity) changes.push({ sku, locationId, account, before: old, after: quantity })
    }
  }
  return inOrder(changes)
}

function inOrder(changes: readonly BalanceChange[]): BalanceChange[] {
  return [...changes].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

function nameOf({ sku, locationId, account }: BalanceChange): string {
  return `${sku} ${locationId} ${account}`
}

/** Events of tills, warehouses and marketplaces, many of which fail because the hub does not know their goods, places or units yet, and some for good. */
const someEvents = fc.array(
  fc.record({
    what: fc.constantFrom(
      'sale',
      'count',
      'received',
      'adjusted',
      'held',
      'confirmed',
      'released',
      'fulfilled',
      'shipped',
      'arrived',
    ),
    sku: fc.constantFrom('MUG', 'PEN', 'GHOST', 'SPIRIT'),
    place: fc.constantFrom('BER', 'MUC', 'MARS'),
    quantity: fc.integer({ min: -1, max: 9 }),
    unit: fc.constantFrom('each', 'case', 'pallet', undefined),
    order: fc.integer({ min: 0, max: 3 }),
    source: fc.constantFrom('/tills/1', '/market', '/erp'),
    minute: fc.integer({ min: 0, max: 59 }),
  }),
  { minLength: 20, maxLength: 60, size: 'max' },
)

type SomeEvent = typeof someEvents extends fc.Arbitrary<readonly (infer Event)[]> ? Event : never

/** An order whose end is told before its goods are known: only its own replay wakes what waits for it. */
const ENDED_TOO_SOON: readonly SomeEvent[] = (['held', 'released'] as const).map((what, minute) => ({
  what,
  sku: 'GHOST',
  place: 'BER',
  quantity: 1,
  unit: undefined,
  order: 2,
  source: '/market',
  minute,
}))

const UNITS = [{ unit: 'case', factor: 12 }]

/** So recent that what is held then is held as long as the test lasts. */
const A_DAY_AGO = Date.now() - 86_400_000

/** Goods, places and orders that no other run knows. */
class World {
  readonly #run: number
  #told = 0

  constructor(run: number) {
    this.#run = run
  }

  #own(name: string): string {
    return `${name}-${this.#run}`
  }

  async open(hub: IngestHub): Promise<void> {
    await hub.shop([this.#own('MUG'), this.#own('PEN')], [this.#own('BER'), this.#own('MUC')], { allowBackorder: true })
  }

  /** What was missing comes: goods, a place and a unit. */
  async mend(hub: IngestHub): Promise<void> {
    await hub.submit({ kind: 'upsertLocations', locations: [{ id: this.#own('MARS'), name: 'Mars' }] })
    const items = [
      { sku: this.#own('GHOST'), title: 'Ghost', units: UNITS },
      { sku: this.#own('PEN'), title: 'Pen', units: [...UNITS, { unit: 'pallet', factor: 600 }] },
    ]
    await hub.submit({ kind: 'upsertItems', items })
  }

  eventOf({ what, sku, place, quantity, unit, order, source, minute }: SomeEvent): unknown {
    const more = {
      source,
      id: this.#own(`${++this.#told}`),
      time: new Date(A_DAY_AGO + minute * 60_000).toISOString(),
    }
    const reference = this.#own(`order-${order}`)
    const goods = { sku: this.#own(sku), quantity, ...(unit !== undefined && { unit }) }
    const locationId = this.#own(place)
    const lines = [{ ...goods, locationId }]
    switch (what) {
      case 'sale':
        return cloudEvent('sale.recorded', { ...goods, locationId, ...(order > 1 && { reference }) }, more)
      case 'count':
        return cloudEvent('stock.counted', { ...goods, locationId }, more)
      case 'received':
        return cloudEvent('stock.received', { ...goods, locationId }, more)
      case 'adjusted':
        return cloudEvent('stock.adjusted', { sku: goods.sku, locationId, delta: quantity, reason: 'found' }, more)
      case 'held':
        return cloudEvent('reservation.held', { reference, channelId: 'web', ttlSeconds: 30 * 86_400, lines }, more)
      case 'confirmed':
        return cloudEvent('reservation.confirmed', { reference, ...(order === 0 && { channelId: 'web', lines }) }, more)
      case 'released':
        return cloudEvent('reservation.released', { reference }, more)
      case 'fulfilled':
        return cloudEvent('reservation.fulfilled', { reference, ...(order === 1 && { channelId: 'web', lines }) }, more)
      case 'shipped': {
        const destinationId = this.#own('BER')
        return cloudEvent(
          'shipment.dispatched',
          { reference, originId: locationId, destinationId, lines: [goods] },
          more,
        )
      }
      case 'arrived':
        return cloudEvent('shipment.received', { reference, destinationId: locationId, lines: [goods] }, more)
    }
  }
}

function countsOf({
  ACCEPTED: accepted,
  CONFIRMED: confirmed,
  PARKED: parked,
  DUPLICATE: duplicate,
  REJECTED: rejected,
}: Tally) {
  return { accepted, confirmed, parked, duplicate, rejected }
}

describe.each(DATABASE_KINDS)('replaying events on %s', (kind) => {
  // Goal: what a dry run shows is what the replay does, nothing has an effect twice, and when a dry run shows nothing, nothing happens.
  // Method: random events, part of which fail; then what was missing comes, and all are replayed until there is nothing left to do: one may be refused until another that was told after it has come.
  test('does what its dry run has shown, and nothing when it is done again', { timeout: 240_000 }, async () => {
    await using hub = await openIngestHub(kind)
    const sum = { tried: 0, changed: 0, woken: 0 }
    let run = 0
    await fc.assert(
      fc.asyncProperty(someEvents, fc.constantFrom(null, null, 1, 7), async (events, lettersMax) => {
        // Every run has goods, places and orders of its own, and leaves no letter open.
        const world = new World(++run)
        await world.open(hub)
        await hub.send(...events.map((event) => world.eventOf(event)))
        await world.mend(hub)

        const taken = new Set<string>()
        for (let pass = 0, left = true; left; pass++) {
          const most = pass === 0 ? lettersMax : null
          const before = await balances(hub)
          const shown = await dryRun(hub, {}, most)
          expect(changesBetween(before, await balances(hub))).toEqual([])

          const done = await replay(hub, {}, most)
          expect(changesBetween(before, await balances(hub))).toEqual(inOrder(shown.changes))
          expect(done).toMatchObject({ state: 'DONE', ...countsOf(shown.tally) })
          expect(done?.done).toBe(done?.total)
          sum.tried += done?.done ?? 0
          sum.changed += shown.changes.length
          sum.woken += shown.woken

          const nowTaken = shown.results.filter(({ status }) => status !== 'REJECTED')
          expect(nowTaken.filter(({ deadLetterId }) => taken.has(deadLetterId))).toEqual([])
          for (const { deadLetterId } of nowTaken) taken.add(deadLetterId)
          if (nowTaken.length === 0) expect(shown.changes).toEqual([])
          left = pass === 0 || nowTaken.length > 0
        }
        await hub.db.kysely
          .updateTable('dead_letter')
          .set({ status: 'DISCARDED' })
          .where('status', '=', 'OPEN')
          .execute()
      }),
      // Making a failing run smaller would take minutes.
      {
        numRuns: 20,
        examples: [[[...ENDED_TOO_SOON], null]],
        endOnFailure: true,
        seed: Number(process.env.SEED ?? Date.now() % 2 ** 31),
      },
    )
    expect((await audit({ db: hub.db, most: 10 })).found).toBe(0)
    // The property says nothing where nothing happens.
    expect(sum.tried).toBeGreaterThan(150)
    expect(sum.changed).toBeGreaterThan(20)
    expect(sum.woken).toBeGreaterThan(0)
  })

  test('tries what is meant by time, source, type, SKU and reason, and nothing else', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    const time = '2026-01-05T10:00:00Z'
    await hub.send(
      sale('GHOST', 1, { id: 'a', time }),
      sale('SPIRIT', 1, { id: 'b', source: '/erp' }),
      count('GHOST', 5, { id: 'c' }),
      sale('MUG', -1, { id: 'd' }),
      cloudEvent(
        'shipment.received',
        { reference: 'S-1', destinationId: 'BER', lines: [{ sku: 'SPIRIT', quantity: 2 }] },
        { id: 'e' },
      ),
      sale('MUG', 2, { id: 'f' }),
    )
    const meant = async (selection: EventSelection) => {
      const { results, settled } = await dryRun(hub, selection)
      return [...results.map(({ id }) => id).sort(), ...(settled > 0 ? [`${settled} settled`] : [])].join(' ')
    }
    expect(await meant({})).toBe('a b c d e 1 settled')
    expect(await meant({ sources: ['/erp'] })).toBe('b')
    expect(await meant({ types: ['onhand.stock.counted.v1'] })).toBe('c')
    expect(await meant({ codes: ['INVALID_EVENT'] })).toBe('d')
    expect(await meant({ skus: ['SPIRIT'] })).toBe('b e')
    expect(await meant({ skus: ['MUG'] })).toBe('d 1 settled')
    expect(await meant({ occurredFrom: new Date(time), occurredBefore: new Date('2026-01-05T10:00:01Z') })).toBe('a')
    expect(await meant({ recordedBefore: new Date(Date.now() - 86_400_000) })).toBe('')
    expect(await meant({ recordedFrom: new Date(Date.now() - 86_400_000), codes: ['UNKNOWN_SKU'] })).toBe('a b c e')

    await hub.submit({
      kind: 'upsertItems',
      items: [
        { sku: 'GHOST', title: 'Ghost' },
        { sku: 'SPIRIT', title: 'Spirit' },
      ],
    })
    expect(await replay(hub, { skus: ['SPIRIT'] })).toMatchObject({ total: 2, done: 2, accepted: 2 })
    expect(await hub.position('SPIRIT', 'BER')).toMatchObject({ sellable: 1 })
    expect(await meant({})).toBe('a c d 3 settled')
    expect((await hub.deadLetters()).filter(({ status }) => status === 'REPLAYED')).toMatchObject([
      { settled_by: 'operator-1' },
      { settled_by: 'operator-1' },
    ])
  })

  test('says so where a dry run has not looked at all', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.send(...Array.from({ length: 2_010 }, (_, number) => sale('GHOST', 1, { id: `g-${number}` })))
    const all = await dryRun(hub)
    expect(all).toMatchObject({ complete: false, tally: { REJECTED: 2_000 } })
    expect(await dryRun(hub, {}, 10)).toMatchObject({ complete: true, tally: { REJECTED: 10 } })
    expect(await dryRun(hub, { sources: ['/erp'] })).toMatchObject({ complete: true, tally: { REJECTED: 0 } })
  })

  test('goes at its pace, can be cancelled meanwhile, and leaves the rest as it was', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.send(...Array.from({ length: 120 }, (_, number) => sale('GHOST', 1, { id: `g-${number}` })))
    await hub.submit({ kind: 'upsertItems', items: [{ sku: 'GHOST', title: 'Ghost' }] })
    const id = await ask(hub, {}, null, 5)
    const working = work(hub)
    const progress = async () => (await findReplay(hub.db.kysely, id))?.done
    await expect.poll(progress, { timeout: 20_000 }).toBe(50)
    expect(await findReplay(hub.db.kysely, id)).toMatchObject({ state: 'RUNNING', total: 120 })
    expect(await cancelReplay(hub.db.kysely, id, 'operator-2')).toMatchObject({ state: 'CANCELED' })
    await working
    expect(await findReplay(hub.db.kysely, id)).toMatchObject({
      state: 'CANCELED',
      canceled_by: 'operator-2',
      done: 50,
    })
    expect(await hub.position('GHOST', 'BER')).toMatchObject({ sellable: -50 })
    await work(hub)
    expect(await replay(hub)).toMatchObject({ state: 'DONE', total: 70, accepted: 70 })
    expect(await hub.position('GHOST', 'BER')).toMatchObject({ sellable: -120 })
  })

  test('goes on where it was interrupted', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.send(...Array.from({ length: 120 }, (_, number) => sale('GHOST', 1, { id: `g-${number}` })))
    await hub.submit({ kind: 'upsertItems', items: [{ sku: 'GHOST', title: 'Ghost' }] })
    const id = await ask(hub, {}, null, 5)
    const ending = new AbortController()
    const working = work(hub, ending.signal)
    await expect.poll(async () => (await findReplay(hub.db.kysely, id))?.done, { timeout: 20_000 }).toBe(50)
    ending.abort()
    await expect(working).rejects.toThrow()
    expect(await findReplay(hub.db.kysely, id)).toMatchObject({ state: 'RUNNING', done: 50 })

    await hub.db.kysely.updateTable('event_replay').set({ events_per_second: FAST }).execute()
    await work(hub)
    expect(await findReplay(hub.db.kysely, id)).toMatchObject({ state: 'DONE', total: 120, done: 120, accepted: 120 })
    expect(await hub.position('GHOST', 'BER')).toMatchObject({ sellable: -120 })
  })

  test('does not try what came after it was asked for', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.send(sale('GHOST', 1))
    const id = await ask(hub)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await hub.send(sale('GHOST', 1))
    await work(hub)
    expect(await findReplay(hub.db.kysely, id)).toMatchObject({ total: 1, done: 1, rejected: 1 })
  })

  // Goal: however many letters are open and however few of them are meant, a replay goes through them in small statements. Method: a database that cancels any statement that looks at more than a thousand of them,
  // and so many letters that PostgreSQL would not rather read them all, as it does with a few thousand.
  test('finds the few that are meant among many, without a statement that looks at all of them', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.send(sale('GHOST', 1, { id: 'first' }))
    await sql`
      insert into dead_letter (bucket, id, source, event_id, type, code, message, content, recorded_at)
      select n % 64, 'dl_' || n, '/old', n::text, 't', 'INVALID_EVENT', '',
             jsonb_build_object('data', jsonb_build_object('sku', 'OTHER', 'note', repeat(md5(n::text), 30))), clock_timestamp()
      from generate_series(1, 30000) n
    `.execute(hub.db.kysely)
    await hub.send(sale('GHOST', 2, { id: 'last' }))
    await hub.submit({ kind: 'upsertItems', items: [{ sku: 'GHOST', title: 'Ghost' }] })
    await sql`analyze dead_letter`.execute(hub.db.kysely)
    await cancelBeyond(hub, 1_000)
    await expect(sql`select count(*) from dead_letter where status = 'OPEN'`.execute(hub.db.kysely)).rejects.toThrow()

    expect(await dryRun(hub, { skus: ['GHOST'] })).toMatchObject({ complete: true, tally: { ACCEPTED: 2 } })
    expect(await replay(hub, { skus: ['GHOST'] })).toMatchObject({ state: 'DONE', total: 2, done: 2, accepted: 2 })
    expect(await hub.position('GHOST', 'BER')).toMatchObject({ sellable: -3 })
    expect(await replay(hub, { skus: ['OTHER'] }, 3)).toMatchObject({ state: 'DONE', total: 3, done: 3, rejected: 3 })
  })

  test('one that PostgreSQL cancels fails, and those behind it are done', async () => {
    await using hub = await openIngestHub(kind)
    await hub.shop(['MUG'], ['BER'])
    await hub.send(sale('GHOST', 1))
    const large = await ask(hub)
    await sql`
      create function cancel() returns trigger language plpgsql as $$
      begin raise exception 'canceling statement due to statement timeout' using errcode = 'query_canceled'; end $$
    `.execute(hub.db.kysely)
    await sql`
      create trigger cancel before update of total on event_replay for each row when (old.id = ${sql.lit(large)}) execute function cancel()
    `.execute(hub.db.kysely)
    const next = await ask(hub)
    await work(hub)
    const message = 'canceling statement due to statement timeout'
    expect(await findReplay(hub.db.kysely, large)).toMatchObject({ state: 'FAILED', message, done: 0 })
    expect(await findReplay(hub.db.kysely, next)).toMatchObject({ state: 'DONE', done: 1, rejected: 1 })
  })
})

/** From now on, a statement that looks at more dead letters than so many is cancelled, as PostgreSQL does with one that takes too long. */
async function cancelBeyond({ db }: IngestHub, most: number): Promise<void> {
  await sql`
    create function look_at() returns boolean language plpgsql volatile cost 0.0001 as $$
    declare
      so_far text := current_setting('test.looked', true);
      begun  text := extract(epoch from statement_timestamp())::text;
      looked integer := 1;
    begin
      if so_far like begun || ' %' then looked := split_part(so_far, ' ', 2)::integer + 1; end if;
      perform set_config('test.looked', begun || ' ' || looked, false);
      if looked > ${sql.lit(most)} then
        raise exception 'canceling statement due to statement timeout' using errcode = 'query_canceled';
      end if;
      return true;
    end $$
  `.execute(db.kysely)
  await sql`alter table dead_letter rename to dead_letter_kept`.execute(db.kysely)
  await sql`create view dead_letter as select * from dead_letter_kept where look_at() is not null`.execute(db.kysely)
}

/** A worker in a process of its own; answers by what it ended. */
async function workElsewhere(hub: IngestHub, dieAfter = ''): Promise<NodeJS.Signals | null> {
  const script = new URL('./replay-process.ts', import.meta.url).pathname
  const worker = spawn(process.execPath, [script, hub.db.url ?? '', dieAfter], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [, signal] = await once(worker, 'exit')
  return signal
}

async function openWithLetters(): Promise<IngestHub> {
  const hub = await openIngestHub('postgres')
  await hub.shop(['MUG'], ['BER'])
  const sku = (number: number) => (number % 10 === 0 ? 'SPIRIT' : 'GHOST')
  await hub.send(
    ...Array.from({ length: 400 }, (_, number) => sale(sku(number), 1 + (number % 3), { id: `g-${number}` })),
  )
  await hub.submit({ kind: 'upsertItems', items: [{ sku: 'GHOST', title: 'Ghost' }] })
  return hub
}

// Goal: a replay that is interrupted anywhere is gone on with, every event has one effect, and each is counted once. Method: workers that die after a commit of the ledger, one after the other.
test('a replay outlives the workers that do it, and no event has two effects', { timeout: 120_000 }, async () => {
  await using hub = await openWithLetters()
  const shown = await dryRun(hub)
  expect(shown.tally).toMatchObject({ ACCEPTED: 360, REJECTED: 40 })
  const id = await ask(hub)

  for (const dieAfter of ['1', '2', '3', '1']) expect(await workElsewhere(hub, dieAfter)).toBe('SIGKILL')
  expect(await workElsewhere(hub)).toBeNull()

  expect(await findReplay(hub.db.kysely, id)).toMatchObject({
    state: 'DONE',
    total: 400,
    done: 400,
    ...countsOf(shown.tally),
  })
  expect(await hub.position('GHOST', 'BER')).toMatchObject({ sellable: shown.changes[0]?.after })
  expect((await hub.deadLetters()).filter(({ settled_by }) => settled_by === 'operator-1')).toHaveLength(360)
  expect((await audit({ db: hub.db, most: 10 })).found).toBe(0)
})

// Goal: two processes that both believe to do a replay do nothing twice. Method: both at once, of which one dies, and again.
test('two workers at once have one effect', { timeout: 120_000 }, async () => {
  await using hub = await openWithLetters()
  const shown = await dryRun(hub)
  const id = await ask(hub)
  await Promise.all([workElsewhere(hub, '2'), workElsewhere(hub, '3')])
  await Promise.all([workElsewhere(hub), workElsewhere(hub), workElsewhere(hub)])
  expect(await findReplay(hub.db.kysely, id)).toMatchObject({ state: 'DONE', done: 400 })
  expect(await hub.position('GHOST', 'BER')).toMatchObject({ sellable: shown.changes[0]?.after })
  expect(
    await hub.db.kysely.selectFrom('journal').select('event_id').where('kind', '=', 'sale').execute(),
  ).toHaveLength(360)
})
