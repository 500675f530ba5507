import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import type { Ingest, Reporter } from '../ingest/ingest.ts'
import { bucketOf } from '../ledger/bucket.ts'
import type { RefusalCode } from '../ledger/commands.ts'
import { newId } from '../ledger/ids.ts'
import type { Compared } from './comparison.ts'
import { accountsIn, type DivergenceAction, type DivergenceCause, type DivergenceState } from './divergence.ts'
import { sourceOfErp } from './routes.ts'

/** The source of what the hub itself is right about: an ERP is told of it. */
export const RECONCILIATION_SOURCE = '/hub/reconciliation'

/** A difference that was found. */
export interface Found {
  readonly sku: string
  readonly locationId: string
  readonly accounts: number
  readonly erp: number
  readonly expected: number
  readonly readAt: Date
  readonly cause: DivergenceCause
}

export interface KnownDivergence {
  readonly id: string
  readonly sku: string
  readonly locationId: string
  readonly accounts: number
  readonly difference: number
  readonly readAt: Date
  readonly state: DivergenceState
  /** Times in a row. */
  readonly seen: number
}

/** Undefined where it may be right: something moved while it was read. */
export function differenceIn({ erp, low, high }: Compared): number | undefined {
  if (erp < low) return erp - low
  return erp > high ? erp - high : undefined
}

/** What most likely lies behind it. */
export function causeOf(found: Compared, difference: number): DivergenceCause {
  const { erp, low, refused, isItem, units } = found
  if (!isItem) return 'UNKNOWN_ITEM'
  if (refused !== 0) return 'REFUSED_MOVEMENT'
  const isUnit = Object.values(units ?? {}).some(
    (factor) => erp * factor === low || (low !== 0 && erp === low * factor),
  )
  if (isUnit && low !== 0) return 'UNIT_MIX_UP'
  return difference === 0 ? 'LATE_EVENT' : 'UNEXPLAINED'
}

/** Writes down what was found, and answers it with how often it was seen alike. What was ignored stays so while it is the same. */
export async function noteDivergences(
  db: Kysely<Schema>,
  systemId: string,
  runId: string,
  found: readonly Found[],
): Promise<readonly KnownDivergence[]> {
  if (found.length === 0) return []
  const { rows } = await sql<KnownDivergence>`
    insert into erp_divergence as d (id, system_id, bucket, sku, location_id, accounts, state, erp_quantity, expected, difference, cause, seen, first_seen_at, last_seen_at, read_at, last_run)
    select id, ${systemId}, bucket, sku, location_id, accounts, 'OPEN', erp, expected, erp - expected, cause, 1, clock_timestamp(), clock_timestamp(), read_at, ${runId}
    from unnest(
      ${found.map(() => newId('div'))}::text[], ${found.map(({ sku }) => bucketOf(sku))}::smallint[], ${found.map(({ sku }) => sku)}::text[],
      ${found.map(({ locationId }) => locationId)}::text[], ${found.map(({ accounts }) => accounts)}::smallint[], ${found.map(({ erp }) => erp)}::bigint[],
      ${found.map(({ expected }) => expected)}::bigint[], ${found.map(({ cause }) => cause)}::text[], ${found.map(({ readAt }) => readAt.toISOString())}::timestamptz[]
    ) as f (id, bucket, sku, location_id, accounts, erp, expected, cause, read_at)
    on conflict (system_id, bucket, sku, location_id, accounts) where state in ('OPEN', 'HELD', 'PROPOSED', 'IGNORED') and cause <> 'COUNT_OF_A_DAY'
    do update set
      seen = case when d.difference = excluded.difference then d.seen + 1 else 1 end,
      state = case when d.difference = excluded.difference then d.state else 'OPEN' end,
      proposed = case when d.difference = excluded.difference then d.proposed end,
      proposed_by = case when d.difference = excluded.difference then d.proposed_by end,
      trail = case when d.difference = excluded.difference then d.trail else d.trail || jsonb_build_object(
        'at', to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', 'hub', 'what', 'CHANGED', 'message', 'The difference was ' || d.difference || '.') end,
      erp_quantity = excluded.erp_quantity, expected = excluded.expected, difference = excluded.difference, cause = excluded.cause,
      last_seen_at = excluded.last_seen_at, read_at = excluded.read_at, last_run = excluded.last_run
    returning id, sku, location_id as "locationId", accounts::int as accounts, difference, read_at as "readAt", state, seen
  `.execute(db)
  return rows
}

/** What moved while it was read says nothing of a divergence that there is: it stays. */
export async function keepDivergences(
  db: Kysely<Schema>,
  systemId: string,
  runId: string,
  moving: readonly Compared[],
): Promise<void> {
  if (moving.length === 0) return
  await sql`
    update erp_divergence d set last_run = ${runId}
    from unnest(${moving.map(({ sku }) => bucketOf(sku))}::smallint[], ${moving.map(({ sku }) => sku)}::text[], ${moving.map(({ locationId }) => locationId)}::text[],
                ${moving.map(({ accounts }) => accounts)}::smallint[]) as m (bucket, sku, location_id, accounts)
    where d.system_id = ${systemId} and d.bucket = m.bucket and d.sku = m.sku and d.location_id = m.location_id and d.accounts = m.accounts
      and d.state in ('OPEN', 'HELD', 'PROPOSED', 'IGNORED') and d.cause <> 'COUNT_OF_A_DAY'
  `.execute(db)
}

/** Those that a comparison of all that they are about did not find any more. */
export async function endGone(
  db: Kysely<Schema>,
  systemId: string,
  runId: string,
  scope: { readonly locationIds: readonly string[] | null; readonly skus: readonly string[] | null },
): Promise<void> {
  await sql`
    update erp_divergence set state = 'GONE', settled_at = clock_timestamp(), proposed = null, proposed_by = null
    where system_id = ${systemId} and state in ('OPEN', 'HELD', 'PROPOSED', 'IGNORED') and last_run <> ${runId}
      -- That both books agree is what it says.
      and cause <> 'COUNT_OF_A_DAY'
      and (${scope.locationIds}::text[] is null or location_id = any(${scope.locationIds}::text[]))
      and (${scope.skus}::text[] is null or sku = any(${scope.skus}::text[]))
  `.execute(db)
}

const CHUNK = 500

/** The hub takes over these differences, as news from the ERP; answers how many. Done again it does nothing: each is one event for ever. */
export async function correctHub(
  ingest: Ingest,
  systemId: string,
  divergences: readonly KnownDivergence[],
  by: string,
  message: string | null,
): Promise<number> {
  let corrected = 0
  for (let at = 0; at < divergences.length; at += CHUNK) {
    const chunk = divergences.slice(at, at + CHUNK)
    const results = await ingest.record(
      chunk.map((one) => adjustment(one, sourceOfErp(systemId), one.difference)),
      REPORTER,
    )
    const done = chunk.filter((_, index) => isDone(results[index]?.status))
    const failed = chunk.flatMap((one, index) =>
      isDone(results[index]?.status) ? [] : [{ one, why: results[index]?.message ?? null }],
    )
    await settle(
      ingest.options.db.kysely,
      done.map(({ id }) => id),
      'CORRECTED',
      by,
      message,
    )
    for (const { one, why } of failed) await settle(ingest.options.db.kysely, [one.id], 'HELD', by, why)
    corrected += done.length
  }
  return corrected
}

/** The ERP is told these differences: as if it had told them, and then as what is so. The part that takes comes first, so that nothing is promised that is not there. */
async function tellErp(ingest: Ingest, systemId: string, one: KnownDivergence): Promise<string | null> {
  const both = [
    adjustment(one, sourceOfErp(systemId), one.difference),
    adjustment(one, RECONCILIATION_SOURCE, -one.difference),
  ]
  const results = await ingest.record(one.difference < 0 ? both : both.reverse(), REPORTER)
  return results.find(({ status }) => !isDone(status))?.message ?? null
}

/** The hub is whoever compares; that somebody approved it stands in the trail. */
const REPORTER: Reporter = { client: 'hub', channels: null }

function isDone(status: string | undefined): boolean {
  return status === 'ACCEPTED' || status === 'DUPLICATE' || status === 'CONFIRMED'
}

function adjustment({ id, sku, locationId, accounts, readAt }: KnownDivergence, source: string, delta: number) {
  const [account] = accountsIn(accounts)
  return {
    specversion: '1.0',
    id: `reconciliation:${id}`,
    source,
    type: 'onhand.stock.adjusted.v1',
    time: readAt.toISOString(),
    data: { sku, locationId, delta, account: account ?? 'sellable', reason: `reconciliation ${id}` },
  }
}

async function settle(
  db: Kysely<Schema>,
  ids: readonly string[],
  state: DivergenceState,
  by: string,
  message: string | null,
): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update erp_divergence
    set state = ${state}, settled_at = case when ${state} in ('CORRECTED', 'TOLD') then clock_timestamp() end, trail = trail || ${noteOf(by, state, message)}::jsonb
    where id = any(${[...ids]}::text[]) and state in ('OPEN', 'HELD', 'PROPOSED', 'IGNORED')
  `.execute(db)
}

function noteOf(by: string, what: string, message: string | null): string {
  return JSON.stringify({ at: new Date().toISOString(), by, what, message })
}

/** Waits for somebody who approves it. */
export async function holdDivergences(db: Kysely<Schema>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('erp_divergence')
    .set({ state: 'HELD' })
    .where('id', 'in', ids)
    .where('state', '=', 'OPEN')
    .execute()
}

export type Resolved =
  | { readonly status: 'resolved' }
  | {
      readonly status: 'refused'
      readonly code: Extract<RefusalCode, 'NOT_FOUND' | 'WRONG_STATE'>
      readonly message: string
    }

/**
 * Does what somebody has decided about a divergence. Where the ERP is set to four eyes, one client proposes and another one who wants the same has it done. Refused: NOT_FOUND, WRONG_STATE (it is over, or both
 * would be the same client).
 */
export async function resolveDivergence(
  ingest: Ingest,
  id: string,
  action: DivergenceAction,
  client: string,
  reason: string | null,
): Promise<Resolved> {
  const db = ingest.options.db.kysely
  const row = await db
    .selectFrom('erp_divergence')
    .innerJoin('erp_system', 'erp_system.id', 'erp_divergence.system_id')
    .selectAll('erp_divergence')
    .select('erp_system.four_eyes')
    .where('erp_divergence.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return { status: 'refused', code: 'NOT_FOUND', message: `There is no divergence "${id}".` }
  const { state, system_id: systemId } = row
  if (state === 'CORRECTED' || state === 'TOLD' || state === 'GONE') {
    return { status: 'refused', code: 'WRONG_STATE', message: `Divergence "${id}" is over: ${state}.` }
  }
  if (row.cause === 'COUNT_OF_A_DAY' && action !== 'IGNORE') {
    const message = 'Both books agree: count it again in the ERP, adjust what is not so, or let it be (IGNORE).'
    return { status: 'refused', code: 'WRONG_STATE', message }
  }
  if (row.four_eyes && action !== 'IGNORE' && !(row.proposed === action && row.proposed_by !== client)) {
    if (row.proposed === action) {
      const message = 'It takes two: another client than the one that proposed it has to approve it.'
      return { status: 'refused', code: 'WRONG_STATE', message }
    }
    await sql`
      update erp_divergence set state = 'PROPOSED', proposed = ${action}, proposed_by = ${client}, trail = trail || ${noteOf(client, 'PROPOSED', reason)}::jsonb
      where id = ${id} and state in ('OPEN', 'HELD', 'PROPOSED', 'IGNORED')
    `.execute(db)
    return { status: 'resolved' }
  }
  const one: KnownDivergence = {
    id,
    sku: row.sku,
    locationId: row.location_id,
    accounts: row.accounts,
    difference: row.difference,
    readAt: row.read_at,
    state,
    seen: row.seen,
  }
  switch (action) {
    case 'CORRECT_HUB': {
      const corrected = await correctHub(ingest, systemId, [one], client, reason)
      if (corrected === 1) return { status: 'resolved' }
      return { status: 'refused', code: 'WRONG_STATE', message: 'The hub cannot take it over; its trail says why.' }
    }
    case 'TELL_ERP': {
      const problem = await tellErp(ingest, systemId, one)
      if (problem !== null) return { status: 'refused', code: 'WRONG_STATE', message: problem }
      await settle(db, [id], 'TOLD', client, reason)
      return { status: 'resolved' }
    }
    case 'IGNORE':
      await settle(db, [id], 'IGNORED', client, reason)
      return { status: 'resolved' }
  }
}
