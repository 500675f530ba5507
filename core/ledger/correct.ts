import { type SqlBool, sql, type Transaction } from 'kysely'
import type { Database } from '../database/connection.ts'
import type { Schema } from '../database/schema.ts'
import { BALANCE_COLUMNS, type Difference, HOLD_OF_LINE, LAST_HOLD, lineMovements, PREVIOUS_HOLD } from './audit.ts'
import { entriesOfDocuments } from './holds.ts'

/** What became of a correction that was asked for. */
export interface Corrected {
  readonly difference: Difference
  /**
   * corrected: the figure is what the proposal said. follows: there is nothing to write, the figure is a sum of others. changed: it is not any more what was
   * found, or was mended meanwhile. impossible: what is derived cannot be kept there, and a person has to look.
   */
  readonly result: 'corrected' | 'follows' | 'changed' | 'impossible'
}

/** What would mend a figure, in words. The journal is right: it is what everything else is derived from. */
export function proposalFor({ check, account, derived, kept, document }: Difference): string {
  switch (check) {
    case 'position':
      if (account === LAST_HOLD) return `have its history of holds begin at entry ${derived}, the last in the journal`
      if (account === PREVIOUS_HOLD) return `have its history of holds go on from entry ${document} to ${derived}`
      return `set the balance ${account} to ${derived}, as the journal says`
    case 'line':
      if (account === HOLD_OF_LINE)
        return derived > 0 ? `have the line name entry ${derived}, which held it` : 'have the line name no entry'
      return `set ${account} of the line to ${derived}, as the journal says`
    case 'fence':
      return `have ${derived} left in the fence of ${document}, as the journal says`
    case 'status':
      if (account === 'closedShort') return `set closedShort of the line to ${derived}, as its steps say`
      return 'nothing by itself: its steps and its open supply disagree; correct the line first, then look at what was dispatched'
    case 'demand':
    case 'supply':
      return 'nothing by itself: it follows when the balance or the lines are corrected'
    case 'feed':
      if (account === 'head')
        return derived > kept ? `set the head to ${derived}` : 'write stand-ins for the numbers that are missing'
      return derived > kept
        ? `write a stand-in for number ${document}, and give the hub a new epoch`
        : `give the change with number ${document} the next number, and the hub a new epoch`
  }
}

/**
 * Corrects what was found, and nothing else: each figure under the lock of its bucket, and only where both figures are still those that were found. Writers are
 * told that what they remember of the bucket is not so any more.
 */
export async function correct(db: Database, differences: readonly Difference[]): Promise<Corrected[]> {
  const results = new Map<Difference, Corrected['result']>()
  // What names an entry first: the figures of its line are worked out by it.
  const isName = ({ check, account }: Difference) => check === 'line' && account === HOLD_OF_LINE
  for (const difference of [...differences.filter(isName), ...differences.filter((it) => !isName(it))]) {
    results.set(difference, await correctOne(db, difference))
  }
  return differences.map((difference) => ({ difference, result: results.get(difference) ?? 'changed' }))
}

async function correctOne(db: Database, difference: Difference): Promise<Corrected['result']> {
  if (difference.check === 'demand' || difference.check === 'supply') return 'follows'
  if (difference.check === 'status' && difference.account !== 'closedShort') return 'follows'
  return db.kysely.transaction().execute(async (tx) => {
    // A new epoch locks all heads: in the order in which everybody locks them.
    if (difference.check === 'feed') await sql`select from bucket_head order by bucket for update`.execute(tx)
    // Locks the bucket.
    await sql`update bucket_head set version = floor(random() * 9e15) where bucket = ${difference.bucket}`.execute(tx)
    switch (difference.check) {
      case 'position':
        if (difference.account === LAST_HOLD) return correctLastHold(tx, difference)
        if (difference.account === PREVIOUS_HOLD) return correctPreviousHold(tx, difference)
        return correctBalance(tx, difference)
      case 'fence':
        return correctFence(tx, difference)
      case 'line':
        return difference.account === HOLD_OF_LINE ? correctHoldOfLine(tx, difference) : correctLine(tx, difference)
      case 'status':
        return correctClosedShort(tx, difference)
      case 'feed':
        return correctFeed(tx, difference)
      default:
        return 'follows'
    }
  })
}

type Tx = Transaction<Schema>

/** Balances that are promises or expectations, of which there cannot be fewer than none. */
const NEVER_NEGATIVE = ['held', 'committed', 'backordered', 'fenced', 'onOrder', 'inTransit']

async function correctBalance(tx: Tx, { bucket, sku, locationId, account, kept, derived }: Difference) {
  const column = Object.entries(BALANCE_COLUMNS).find(([name]) => name === account)?.[1]
  if (sku === null || locationId === null || column === undefined) return 'impossible'
  if (derived < 0 && NEVER_NEGATIVE.includes(account)) return 'impossible'
  // Holds stand in no index by position: for what is held all entries of the bucket are read.
  const indexed = account === 'held' ? sql`` : sql`and previous is null`
  const { rows } = await sql<{ kept: number; derived: number }>`
    select coalesce((select ${sql.ref(column)} from position where bucket = ${bucket} and sku = ${sku} and location_id = ${locationId}), 0)::bigint as kept,
           coalesce((
             select sum(case when to_account = ${account} then quantity else -quantity end) from journal
             where bucket = ${bucket} and sku = ${sku} and location_id = ${locationId} and (to_account = ${account} or from_account = ${account}) ${indexed}
           ), 0)::bigint as derived
  `.execute(tx)
  if (rows[0]?.kept !== kept || rows[0].derived !== derived) return 'changed'
  await sql`
    insert into position (bucket, sku, location_id, ${sql.ref(column)}, updated_at)
    values (${bucket}, ${sku}, ${locationId}, ${derived}, clock_timestamp())
    on conflict (bucket, sku, location_id) do update set ${sql.ref(column)} = excluded.${sql.ref(column)}
  `.execute(tx)
  return 'corrected'
}

async function correctLastHold(tx: Tx, { bucket, sku, locationId, kept, derived }: Difference) {
  if (sku === null || locationId === null) return 'impossible'
  const { rows } = await sql<{ kept: number; derived: number }>`
    select coalesce((select last_hold from position where bucket = ${bucket} and sku = ${sku} and location_id = ${locationId}), 0)::bigint as kept,
           coalesce((
             select number from journal
             where bucket = ${bucket} and sku = ${sku} and location_id = ${locationId} and previous is not null order by number desc limit 1
           ), 0)::bigint as derived
  `.execute(tx)
  if (rows[0]?.kept !== kept || rows[0].derived !== derived) return 'changed'
  await sql`
    insert into position (bucket, sku, location_id, last_hold, updated_at)
    values (${bucket}, ${sku}, ${locationId}, ${derived}, clock_timestamp())
    on conflict (bucket, sku, location_id) do update set last_hold = excluded.last_hold
  `.execute(tx)
  return 'corrected'
}

/** The one thing of an entry that is not what happened, but a way from one to the other. */
async function correctPreviousHold(tx: Tx, { bucket, document, kept, derived }: Difference) {
  const { rows } = await sql<{ one: number }>`
    update journal set previous = ${derived} where bucket = ${bucket} and number = ${document}::bigint and previous = ${kept} returning 1 as one
  `.execute(tx)
  return rows.length > 0 ? 'corrected' : 'changed'
}

async function correctFence(tx: Tx, { bucket, sku, locationId, document: channelId, kept, derived }: Difference) {
  if (sku === null || locationId === null || channelId === null) return 'impossible'
  const { rows } = await sql<{ quantity: number | null; kept: number; derived: number }>`
    select f.quantity, greatest(coalesce(f.quantity - f.used, 0), 0)::bigint as kept, coalesce((
      select sum(case when to_account = 'fenced' then quantity else -quantity end) from journal
      where bucket = ${bucket} and sku = ${sku} and location_id = ${locationId} and channel_id = ${channelId} and previous is null
        and (to_account = 'fenced' or from_account = 'fenced')
    ), 0)::bigint as derived
    from (select 1) as one left join fence f
      on f.bucket = ${bucket} and f.sku = ${sku} and f.location_id = ${locationId} and f.channel_id = ${channelId}
  `.execute(tx)
  const [found] = rows
  if (found === undefined || found.kept !== kept || found.derived !== derived) return 'changed'
  if (found.quantity === null || derived < 0 || derived > found.quantity) return 'impossible'
  await sql`
    update fence set used = quantity - ${derived}::bigint
    where bucket = ${bucket} and sku = ${sku} and location_id = ${locationId} and channel_id = ${channelId}
  `.execute(tx)
  return 'corrected'
}

/** The line that a difference is about. */
function lineNamed(document: string | null): { readonly id: string; readonly line: number } | undefined {
  const slash = document?.lastIndexOf('/') ?? -1
  if (document === null || slash < 0) return undefined
  return { id: document.slice(0, slash), line: Number(document.slice(slash + 1)) }
}

/** What the journal says of one line. */
async function movedOf(tx: Tx, bucket: number, documentId: string, line: number): Promise<Map<string, number>> {
  const isOfLine = sql<SqlBool>`j.bucket = ${bucket} and j.line = ${line}`
  const entries = entriesOfDocuments((id) => sql`${id} = ${documentId}`, isOfLine)
  const { rows } = await sql<{ account: string; balance: number }>`
    select m.account, sum(m.quantity)::bigint as balance
    from (${lineMovements(sql`(${entries})`)}) m group by 1
  `.execute(tx)
  return new Map(rows.map(({ account, balance }) => [account, balance]))
}

async function correctHoldOfLine(tx: Tx, { bucket, document, kept, derived }: Difference) {
  const named = lineNamed(document)
  if (named === undefined) return 'impossible'
  const { rows } = await sql<{ one: number }>`
    update reservation_line l set hold = ${derived > 0 ? derived : null}
    where l.bucket = ${bucket} and l.reservation_id = ${named.id} and l.line = ${named.line} and coalesce(l.hold, 0) = ${kept}
      and (${derived} = 0 or exists (
        select from journal j where j.bucket = l.bucket and j.number = ${derived} and j.document_id = l.reservation_id and j.line = l.line and j.named_by_line
      ))
    returning 1 as one
  `.execute(tx)
  return rows.length > 0 ? 'corrected' : 'changed'
}

const OF_RESERVATION = ['held', 'committed', 'backordered', 'expired', 'fulfilled']

async function correctLine(tx: Tx, difference: Difference) {
  const { bucket, document, account, kept, derived } = difference
  const named = lineNamed(document)
  if (named === undefined) return 'impossible'
  const { id, line } = named
  const reservation = await tx
    .selectFrom('reservation_line')
    .select(['requested', 'held', 'committed', 'backordered', 'fulfilled', 'released', 'expired', 'fenced'])
    .where('bucket', '=', bucket)
    .where('reservation_id', '=', id)
    .where('line', '=', line)
    .executeTakeFirst()
  if (reservation === undefined && OF_RESERVATION.includes(account)) return 'impossible'
  const moved = await movedOf(tx, bucket, id, line)
  if ((moved.get(account) ?? 0) !== derived || derived < 0) return derived < 0 ? 'impossible' : 'changed'

  if (reservation !== undefined) {
    const now: Record<string, number> = { ...reservation }
    // Another figure of this line was corrected before, and this one with it.
    if (now[account] === derived) return 'corrected'
    if (now[account] !== kept) return 'changed'
    // The quantities add up to what was requested, so that all of them are set together; what the journal does not speak of was released.
    const of = (name: string) => moved.get(name) ?? 0
    const [held, committed, backordered] = [of('held'), of('committed'), of('backordered')]
    const [expired, fulfilled] = [of('expired'), of('fulfilled')]
    const released = reservation.requested - held - committed - backordered - expired - fulfilled
    const least = Math.min(held, committed, backordered, expired, fulfilled, released)
    if (least < 0 || reservation.fenced > held + committed) return 'impossible'
    await tx
      .updateTable('reservation_line')
      .set((row) => ({ held, committed, backordered, expired, fulfilled, released, version: row('version', '+', 1) }))
      .where('bucket', '=', bucket)
      .where('reservation_id', '=', id)
      .where('line', '=', line)
      .execute()
    return 'corrected'
  }

  const columns = { onOrder: 'on_order', inTransit: 'in_transit', received: 'received' } as const
  const shipped = Object.entries(columns).find(([name]) => name === account)?.[1]
  if (shipped !== undefined) {
    const { rows } = await sql<{ kept: number }>`
      update shipment_line set ${sql.ref(shipped)} = ${derived}, version = version + 1
      where bucket = ${bucket} and shipment_id = ${id} and line = ${line} and ${sql.ref(shipped)} = ${kept} returning 1 as kept
    `.execute(tx)
    return rows.length > 0 ? 'corrected' : 'changed'
  }
  return correctReturnLine(tx, difference, id, line)
}

/** Units that the journal has elsewhere than the line go there from, or to, what was received and is not looked at yet. */
async function correctReturnLine(tx: Tx, { bucket, account, kept, derived }: Difference, id: string, line: number) {
  const column =
    account === 'restocked' ? 'restocked' : account === 'returnedToVendor' ? 'returned_to_vendor' : undefined
  const row = await tx
    .selectFrom('return_line')
    .selectAll()
    .where('bucket', '=', bucket)
    .where('return_id', '=', id)
    .where('line', '=', line)
    .executeTakeFirst()
  if (row === undefined) return 'impossible'
  // What is here and undecided changes with the states that it goes to: where these are right, so is their sum.
  if (column === undefined) return 'follows'
  if (row[column] !== kept) return 'changed'
  const received = row.received + kept - derived
  if (received < 0) return 'impossible'
  await sql`
    update return_line set ${sql.ref(column)} = ${derived}, received = ${received}, version = version + 1
    where bucket = ${bucket} and return_id = ${id} and line = ${line}
  `.execute(tx)
  return 'corrected'
}

async function correctClosedShort(tx: Tx, { bucket, document, kept, derived }: Difference) {
  const named = lineNamed(document)
  if (named === undefined) return 'impossible'
  const { rows } = await sql<{ one: number }>`
    update shipment_line set closed_short = ${derived}, version = version + 1
    where bucket = ${bucket} and shipment_id = ${named.id} and line = ${named.line} and closed_short = ${kept}
    returning 1 as one
  `.execute(tx)
  return rows.length > 0 ? 'corrected' : 'changed'
}

async function correctFeed(tx: Tx, { bucket, account, document, kept, derived }: Difference) {
  const { rows } = await sql<{ head: number; last: number }>`
    select h.number as head, greatest((select max(number) from journal where bucket = ${bucket}),
                                      (select max(number) from change where bucket = ${bucket}), 0)::bigint as last
    from bucket_head h where h.bucket = ${bucket}
  `.execute(tx)
  const [found] = rows
  if (found === undefined) return 'impossible'
  if (account === 'head') {
    if (found.head !== kept || found.last !== derived) return 'changed'
    if (derived > kept) await sql`update bucket_head set number = ${derived} where bucket = ${bucket}`.execute(tx)
    else await standIn(tx, bucket, derived + 1, kept)
  } else {
    const number = Number(document)
    const { rows: counted } = await sql<{ journal: number; change: number }>`
      select (select count(*) from journal where bucket = ${bucket} and number = ${number}) as journal,
             (select count(*) from change where bucket = ${bucket} and number = ${number}) as change
    `.execute(tx)
    const [times] = counted
    if (times === undefined || times.journal + times.change !== kept) return 'changed'
    if (kept === 0) await standIn(tx, bucket, number, number)
    else {
      const next = Math.max(found.head, found.last) + 1
      await sql`update change set number = ${next} where bucket = ${bucket} and number = ${number}`.execute(tx)
      await sql`update bucket_head set number = ${next} where bucket = ${bucket}`.execute(tx)
    }
  }
  // Who has followed the numbers has followed others than these: cursors get a marked snapshot, and writers read again.
  await sql`update hub set epoch = gen_random_uuid()`.execute(tx)
  return 'corrected'
}

/** Something happened under these numbers, and nobody knows any more what. */
async function standIn(tx: Tx, bucket: number, from: number, to: number): Promise<void> {
  await sql`
    insert into change (bucket, number, subject, subject_id, sku, location_id, action, client, occurred_at, recorded_at)
    select ${bucket}::smallint, number, 'item', 'unknown', null, null, 'lost', 'hub', clock_timestamp(), clock_timestamp()
    from generate_series(${from}::bigint, ${to}::bigint) as n (number)
  `.execute(tx)
}
