import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { sql } from 'kysely'
import { type Database, openDatabase } from '../../core/database/connection.ts'
import { databaseErrorCode } from '../../core/database/errors.ts'
import type { FeedMessage } from '../../core/feed/position.ts'
import { BALANCE_ACCOUNTS } from '../../core/ledger/accounts.ts'
import { audit } from '../../core/ledger/audit.ts'
import type { Submission } from '../../core/ledger/commands.ts'
import type { ReservationLine } from '../../core/ledger/documents.ts'
import { type CommandResult, LedgerUnavailable } from '../../core/ledger/ledger.ts'
import { balancesOf, reservationLineOf } from '../../core/ledger/rows.ts'
import { sweepOnce } from '../../core/ledger/sweep.ts'
import { type LedgerOptions, type OpenLedger, openLedger } from '../../core/ledger/writer.ts'
import { wrongHolds, wrongRows } from '../faults/always-true.ts'
import { type DatabaseKind, type FreshDatabase, freshDatabase } from '../support/database.ts'
import { SILENT } from '../support/ledger.ts'
import { canonical, endHolds, explain, type Seen, served, summaryOf } from './explain.ts'
import { balancesIn, copyOf, emptyWorld, summary, type World } from './reference.ts'
import { SHORT_SECONDS, type Step, Story, sequence } from './sequence.ts'
import type { Tally } from './tally.ts'

export interface Effort {
  /** Groups of sequences; a group runs at the same time through two writers. */
  readonly groups: number
  readonly sequences: number
  readonly seed: number
  /** Counts what occurs. */
  readonly tally: Tally
}

/** How the two writers of a group work: from one command at a time to everything at once. */
const writers: fc.Arbitrary<Partial<LedgerOptions>[]> = fc.array(
  fc.record({
    batchSize: fc.constantFrom(1, 3, 20, 20, 1_000, 1_000, 1_000),
    batchesInFlight: fc.constantFrom(1, 2, 3),
  }),
  { minLength: 2, maxLength: 2 },
)

/** Lives through random sequences on a real database and compares every answer and every figure with the reference. */
export async function checkSequences(kind: DatabaseKind, { groups, sequences, seed, tally }: Effort): Promise<void> {
  console.info(`Random sequences on ${kind}: seed ${seed}, ${groups} × ${sequences}`)
  await using db = await freshDatabase(kind)
  // Connections of its own, as another process has them; PGlite has only one.
  await using other = db.url === undefined ? undefined : disposable(await openDatabase({ url: db.url }))
  const messages: FeedMessage[] = []
  let group = 0
  const property = fc.asyncProperty(
    writers,
    fc.array(sequence, { minLength: sequences, maxLength: sequences }),
    (options, stories) => checkGroup(db, other ?? db, messages, tally, `g${group++}`, options, stories),
  )
  // A failure names the story that has gone wrong, step by step; making it smaller would take much longer than reading it.
  await fc.assert(property, { numRuns: groups, seed, endOnFailure: true })
  await checkFeed(db, messages)
  await checkPromises(db)
  const wrong = [...(await wrongHolds(db)), ...(await wrongRows(db))]
  if (wrong.length > 0) throw new Error(wrong.slice(0, 20).join('\n'))
}

async function checkGroup(
  db: FreshDatabase,
  other: Database,
  messages: FeedMessage[],
  tally: Tally,
  name: string,
  options: readonly Partial<LedgerOptions>[],
  sequences: readonly (readonly Step[])[],
): Promise<void> {
  const bus = { publish: async (batch: readonly FeedMessage[]) => void messages.push(...batch) }
  const ledgers = await Promise.all(
    options.map((option, index) => openLedger({ db: index === 0 ? db : other, bus, log: SILENT, ...option })),
  )
  const [first] = ledgers
  if (first === undefined) throw new Error('A group needs a writer')
  try {
    const stories = sequences.map((_, index) => new Story(`${name}-${index}`))
    await prepare(first, stories)
    const lives = await Promise.all(stories.map((story, index) => live(ledgers, tally, story, sequences[index] ?? [])))

    await sleep(SHORT_SECONDS * 1000 + 200)
    const now = Date.now()
    while ((await sweepOnce(db, first)) > 0);
    await compare(db, name, stories, lives, now)
    const { differences } = await audit({ db })
    if (differences.length > 0) throw new Error(`The audit found ${JSON.stringify(differences, null, 1)}`)
  } finally {
    await Promise.all(ledgers.map((ledger) => ledger.close()))
  }
}

async function prepare(ledger: OpenLedger, stories: readonly Story[]): Promise<void> {
  const submit = async (command: Submission['command']) => {
    const result = await ledger.submit({ command, client: 'test', channels: null, occurredAt: null })
    if (result.status !== 'posted') throw new Error(`Not prepared: ${JSON.stringify(result)}`)
  }
  await submit({
    kind: 'upsertLocations',
    locations: stories.flatMap(({ longitudes }) =>
      Object.entries(longitudes).map(([id, longitude]) => ({ id, name: id, latitude: 0, longitude })),
    ),
  })
  await Promise.all([
    ...stories.flatMap(({ channels, locations: served }) =>
      channels.map((id) =>
        submit({ kind: 'upsertChannel', id, name: id, locations: served.map((locationId) => ({ locationId })) }),
      ),
    ),
    submit({
      kind: 'upsertItems',
      items: stories.flatMap(({ skus }) => skus.map((sku) => ({ sku, title: sku }))),
    }),
  ])
}

/** What was sent and answered, in words, and the worlds that explain all of it. */
interface Life {
  readonly worlds: readonly World[]
  readonly history: readonly string[]
}

/** Lives through one sequence. */
async function live(ledgers: readonly OpenLedger[], tally: Tally, story: Story, steps: readonly Step[]): Promise<Life> {
  let worlds = [emptyWorld(story.longitudes, story.channels)]
  const history: string[] = []
  for (const [number, step] of steps.entries()) {
    if ('pauseMs' in step) await sleep(step.pauseMs)
    const sent = sentIn(story, step)
    if (sent.length === 0) continue

    const from = Date.now()
    const results = await Promise.all(
      sent.map(({ submission, writer, bulk }) => {
        const ledger = ledgers[writer] ?? ledgers[0]
        if (ledger === undefined) throw new Error('There is no writer')
        return submitPatiently(ledger, submission, bulk ? 'bulk' : 'interactive')
      }),
    )
    const seen: Seen = { number, submissions: sent.map(({ submission }) => submission), results, from, to: Date.now() }
    history.push(...describe(seen))
    for (const [index, { submission }] of sent.entries()) tally.add(submission, results[index])
    const explained = explain(worlds, seen)
    if (explained.length === 0) {
      const before = worlds.map((world) => JSON.stringify(world)).join('\n')
      throw new Error(`No order of step ${number} explains its answers.\n${history.join('\n')}\nBefore it:\n${before}`)
    }
    worlds = explained
    for (const [index, { submission }] of sent.entries()) keepUnapplied(story, submission, results[index])
    for (const result of results) keepDocument(story, result)
  }
  return { worlds, history }
}

/** On a busy machine a lock may take too long to come: then nothing was done, and the command is sent again. */
async function submitPatiently(
  ledger: OpenLedger,
  submission: Submission,
  urgency: 'interactive' | 'bulk',
): Promise<CommandResult> {
  for (;;) {
    try {
      return await ledger.submit(submission, urgency)
    } catch (error) {
      const cause = error instanceof LedgerUnavailable ? databaseErrorCode(error.cause) : undefined
      if (cause !== LOCK_NOT_AVAILABLE) throw error
    }
  }
}

/** PostgreSQL's code of a statement that has waited too long for a lock. */
const LOCK_NOT_AVAILABLE = '55P03'

function sentIn(story: Story, step: Step): { submission: Submission; writer: number; bulk: boolean }[] {
  if ('acts' in step) {
    return step.acts.map((act) => ({ submission: story.submissionOf(act), writer: act.writer, bulk: act.bulk }))
  }
  const again = retryIn(story, step)
  if (again?.event === undefined) return []
  const submission: Submission = again
  return [
    { submission, writer: 0, bulk: false },
    { submission: { ...submission }, writer: 1, bulk: false },
  ]
}

function disposable(database: Database): Database & AsyncDisposable {
  return { ...database, [Symbol.asyncDispose]: () => database.close() }
}

function retryIn(story: Story, step: Step): Submission | undefined {
  const among = (from: readonly Submission[], number: number) => from[number % Math.max(1, from.length)]
  if ('replayDead' in step) return retried(among(story.dead, step.replayDead), 'deadLetter')
  if ('retryParked' in step) return retried(among(story.parked, step.retryParked), 'parked')
  if (!('giveUpParked' in step)) return undefined
  const over = retried(among(story.parked, step.giveUpParked), 'parked')
  return over && { ...over, command: { kind: 'expireParked' } }
}

function retried(submission: Submission | undefined, retryOf: 'parked' | 'deadLetter'): Submission | undefined {
  if (submission?.event === undefined) return undefined
  return { ...submission, event: { ...submission.event, retryOf } }
}

/** What of the events waits, and what lies in the dead letters. */
function keepUnapplied(story: Story, submission: Submission, result: CommandResult | undefined): void {
  if (submission.event === undefined) return
  if (submission.command.kind === 'expireParked' && result?.status === 'refused' && !result.repeated) {
    story.dead.push(...story.parked.filter(({ event }) => event?.id === submission.event?.id))
  }
  if (submission.event.retryOf !== undefined) return
  if (result?.status === 'parked') story.parked.push(submission)
  if (result?.status === 'refused' && !result.repeated) story.dead.push(submission)
}

function keepDocument(story: Story, result: CommandResult): void {
  if (result.status !== 'posted' || result.repeated || result.document === undefined) return
  const { kind, id } = result.document
  const known = { reservation: story.reservations, shipment: story.shipments, return: story.returns }[kind]
  if (!known.includes(id)) known.push(id)
}

function describe({ number, submissions, results, from, to }: Seen): string[] {
  return submissions.map((submission, index) => {
    const { command, client, key, event, occurredAt } = submission
    const result = results[index]
    const name = key?.key ?? (event === undefined ? '' : `${event.source} ${event.id} ${event.retryOf ?? ''}`)
    const { position: _, ...answer } = result ?? { position: undefined }
    const when = occurredAt?.toISOString() ?? 'now'
    return `${number} [${from}–${to}] ${client} ${name} ${when} ${JSON.stringify(command)}\n    → ${JSON.stringify(answer)}`
  })
}

/** What is stored has to be one of the worlds that explain the answers. */
async function compare(
  db: FreshDatabase,
  group: string,
  stories: readonly Story[],
  lives: readonly Life[],
  now: number,
): Promise<void> {
  const within = `${group}-%`
  const positions = await db.kysely.selectFrom('position').selectAll().where('sku', 'like', within).execute()
  const rows = await db.kysely.selectFrom('reservation_line').selectAll().where('sku', 'like', within).execute()
  const told = await db.kysely.selectFrom('stock_exception').selectAll().where('sku', 'like', within).execute()
  for (const [index, story] of stories.entries()) {
    const mine = (row: { sku: string }) => story.skus.includes(row.sku)
    const lines = rows.filter(mine).map(reservationLineOf)
    const storedBeside = (world: World) =>
      canonical({
        balances: positions
          .filter(mine)
          .map((row) => ({ sku: row.sku, location: row.location_id, ...balancesOf(row) }))
          .filter(isTelling),
        lines: lines.map(
          (line) => `${line.reservationId}/${summaryOf({ ...line, fenced: isFenced(world, line) ? line.fenced : 0 })}`,
        ),
        told: totals(
          told
            .filter(mine)
            .filter(({ kind }) => TOLD.has(kind))
            .map((row) => [`${row.kind} ${row.sku} ${row.location_id}`, row.quantity]),
        ),
      })
    const { worlds = [], history = [] } = lives[index] ?? {}
    const ended = worlds.flatMap((world) =>
      [false, true].flatMap((everywhere) => {
        const one = copyOf(world)
        endHolds(one, now, everywhere)
        return served(one)
      }),
    )
    const possible = ended.map((world) => {
      const is = canonical({
        balances: story.skus
          .flatMap((sku) => story.locations.map((location) => ({ sku, location, ...balancesIn(world, sku, location) })))
          .filter(isTelling),
        lines: world.lines.map((line) => {
          const { fenced, channel: channelId, location: locationId } = line
          return `${line.reservation}/${summary({ ...line, fenced: isFenced(world, { ...line, channelId, locationId }) ? fenced : 0 })}`
        }),
        told: totals(Object.entries(world.told)),
      })
      return { is, stored: storedBeside(world) }
    })
    if (!possible.some(({ is, stored }) => is === stored)) {
      const compared = new Set(possible.flatMap(({ is, stored }) => [stored, is]))
      throw new Error(
        `What is stored of ${story.skus} is none of the possible:\n${[...compared].join('\n')}\n${history.join('\n')}`,
      )
    }
  }
}

/**
 * Whether it matters how much of a line came from its channel's fence. Not where that is over: a hold and a fence that end one after the other, and that nobody
 * decided about meanwhile, are found over together, and who waited for the units has then taken none of them from the fence.
 */
function isFenced(
  world: World,
  { sku, locationId, channelId }: Pick<ReservationLine, 'sku' | 'locationId' | 'channelId'>,
): boolean {
  return world.fences[`${sku} ${locationId}`]?.some(({ channel }) => channel === channelId) === true
}

/** What somebody is told to look at, of what follows from the numbers. */
const TOLD = new Set(['OVERSELL', 'NEGATIVE_STOCK', 'PROMISE_UNCOVERED'])

function isTelling(position: Record<string, string | number>): boolean {
  return BALANCE_ACCOUNTS.some((account) => position[account] !== 0)
}

function totals(quantities: readonly (readonly [string, number])[]): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [name, quantity] of quantities) if (quantity !== 0) sums[name] = (sums[name] ?? 0) + quantity
  return sums
}

/** Feed numbers of a stream have no gap and no repeat, in the rows and in the messages, and both tell the same. */
export async function checkFeed(db: FreshDatabase, messages: readonly FeedMessage[]): Promise<void> {
  const { rows } = await sql<{ bucket: number; number: number; subject: string; sku: string | null; head: number }>`
    select n.bucket, n.number, n.subject, n.sku, h.number as head
    from (select bucket, number, 'journal' as subject, sku from journal
          union all select bucket, number, subject, sku from change) n join bucket_head h on h.bucket = n.bucket
    order by n.bucket, n.number
  `.execute(db.kysely)
  const stored = new Map<number, string[]>()
  for (const { bucket, number, subject, sku, head } of rows) {
    const before = stored.get(bucket) ?? []
    if (number !== before.length + 1 || number > head) throw new Error(`Stream ${bucket} has a gap before ${number}`)
    before.push(`${subject} ${sku}`)
    stored.set(bucket, before)
  }
  const heard = new Map<number, string[]>()
  for (const { stream, from, to, changes } of messages) {
    if (changes.length !== to - from + 1) throw new Error(`A message of stream ${stream} has ${changes.length} changes`)
    const told = heard.get(stream) ?? []
    for (const { number, subject, sku } of changes) {
      if (told[number - 1] !== undefined) throw new Error(`Stream ${stream} told ${number} twice`)
      told[number - 1] = `${subject} ${sku}`
    }
    heard.set(stream, told)
  }
  if (canonicalStreams(stored) !== canonicalStreams(heard)) throw new Error('The messages do not tell what is stored')
}

function canonicalStreams(streams: ReadonlyMap<number, readonly string[]>): string {
  return JSON.stringify([...streams].sort(([a], [b]) => a - b))
}

/** In the order of the journal, no hold, confirmation or fill ever promised more than there was. */
export async function checkPromises(db: FreshDatabase): Promise<void> {
  const { rows } = await sql<{ sku: string; location_id: string; number: number; free: number }>`
    select sku, location_id, number, free from (
      select bucket, document_id, line, quantity, sku, location_id, number, kind, from_account, to_account,
             sum(case when to_account = 'sellable' then quantity when from_account = 'sellable' then -quantity
                      else 0 end
               - case when to_account in ('held', 'committed') then quantity else 0 end
               + case when from_account in ('held', 'committed') then quantity else 0 end)
               over (partition by bucket, sku, location_id order by number)::bigint as free
      from journal
    ) j
    where to_account in ('held', 'committed') and (kind in ('hold', 'fill') or from_account = 'unpromised') and free < 0
      -- What left where nobody promised it goes there first, to be shipped in the same step.
      and not (kind = 'move' and exists (
        select from journal s where s.bucket = j.bucket and s.number between j.number + 1 and j.number + 9 and s.kind = 'fulfill'
          and s.document_id = j.document_id and s.line = j.line and s.from_account = j.to_account and s.location_id = j.location_id
      ))
  `.execute(db.kysely)
  if (rows.length > 0) throw new Error(`Promised more than there was: ${JSON.stringify(rows)}`)
}
