import { type Kysely, type RawBuilder, sql } from 'kysely'
import { seesChannel } from '../../../core/access/viewer.ts'
import {
  availableToFulfil,
  coveredFences,
  givenBack,
  setAside,
  unpromised,
} from '../../../core/availability/arithmetic.ts'
import type { CoveredFence } from '../../../core/availability/read.ts'
import { inSnapshot } from '../../../core/database/in-snapshot.ts'
import type { Schema } from '../../../core/database/schema.ts'
import { PREPARED } from '../../../core/database/statement.ts'
import { type Balances, onHand } from '../../../core/ledger/accounts.ts'
import { bucketOf } from '../../../core/ledger/bucket.ts'
import type { Fence } from '../../../core/ledger/documents.ts'
import { dueLines } from '../../../core/ledger/due-lines.ts'
import { balancesOf, type FenceRow, fenceOf } from '../../../core/ledger/rows.ts'
import { caughtUp } from '../../../core/ledger/snapshot.ts'
import { type LedgerState, positionKey } from '../../../core/ledger/state.ts'
import { nameOfParts } from '../../shared/loader.ts'
import { pageSize } from '../../shared/relay.ts'
import type { StockLevelResolvers } from '../generated/types.ts'
import type { Context, StockLevelModel } from '../models.ts'

export interface PositionName {
  readonly sku: string
  readonly locationId: string
}

export function nameOfPosition({ sku, locationId }: PositionName): string {
  return nameOfParts(sku, locationId)
}

export const resolveStockLevel: NonNullable<StockLevelResolvers['__resolveReference']> = (
  { sku, locationId },
  { loaders },
) => loaders.level.load({ sku, locationId })

export const stockLevelFields: StockLevelResolvers = {
  item: ({ sku }, _args, { loaders }) => loaders.item.load(sku),
  location: ({ locationId }, _args, { loaders }) => loaders.location.load(locationId),
  onHand: ({ balances }) => onHand(balances),
  sellable: ({ balances }) => balances.sellable,
  qualityHold: ({ balances }) => balances.qualityHold,
  damaged: ({ balances }) => balances.damaged,
  blocked: ({ balances }) => balances.blocked,
  held: ({ balances }) => balances.held,
  committed: ({ balances }) => balances.committed,
  backordered: ({ balances }) => balances.backordered,
  fenced: ({ balances }) => balances.fenced,
  fences: fencesOf,
  onOrder: ({ balances }) => balances.onOrder,
  inTransit: ({ balances }) => balances.inTransit,
  atf: ({ balances, safetyStock, fences }) => availableToFulfil(balances, safetyStock, fences, null),
  movements: ({ sku, locationId }, { first }, { loaders }) =>
    loaders.movementsOfPosition.load({ sku, locationId, first: pageSize(first, 10) }),
  exceptions: ({ sku, locationId }, { first }, { loaders }) =>
    loaders.exceptionsOfPosition.load({ sku, locationId, first: pageSize(first, 10) }),
}

/** What is set aside at a position, as far as the viewer may know of it. */
export function fencesOf(
  { fences }: Pick<StockLevelModel, 'fences'>,
  _args: unknown,
  { viewer }: Pick<Context, 'viewer'>,
): readonly CoveredFence[] {
  return fences.filter(({ channelId }) => seesChannel(viewer, channelId))
}

/** Balances of these positions, zeros included, of items and locations that exist. */
export async function readLevels(
  lookups: Kysely<Schema>,
  positions: readonly PositionName[],
): Promise<readonly StockLevelModel[]> {
  return readLevelsAt(
    lookups,
    sql`
      select * from unnest(
        ${positions.map(({ sku }) => bucketOf(sku))}::smallint[],
        ${positions.map(({ sku }) => sku)}::text[],
        ${positions.map(({ locationId }) => locationId)}::text[]
      ) as named (bucket, sku, location_id)
    `,
    PREPARED,
  )
}

interface LevelRow {
  sku: string
  location_id: string
  sellable: number
  quality_hold: number
  damaged: number
  blocked: number
  held: number
  committed: number
  backordered: number
  fenced: number
  fences: readonly FenceRow[] | null
  /** A hold or a fence is over here that was not swept yet. */
  is_freed: boolean
  /** Units of due holds that go back to the fence of their channel. */
  given_back: readonly (readonly [channelId: string, quantity: number])[] | null
  on_order: number
  in_transit: number
  safety_stock: number
  as_of: Date
}

/**
 * Balances of the positions that `asked` selects (bucket, sku, location_id), by location and SKU, in one statement and so from one snapshot: the
 * position's one row, its policy and fences, and what has ended by itself but was not swept yet, which is taken off what the row says. So onHand and atf of a
 * level always add up, whatever is posted meanwhile. Where somebody waits for what has ended so, it is read once more, with what the ledger would decide of it. Over connections for lookups and prepared, where `asked` finds positions by their keys: to plan it takes ten times
 * as long as to run it.
 */
export async function readLevelsAt(
  db: Kysely<Schema>,
  asked: RawBuilder<unknown>,
  preparation: RawBuilder<unknown> = sql``,
): Promise<readonly StockLevelModel[]> {
  const rows = await levelRows(db, asked, preparation)
  if (!rows.some(isFreedForOthers)) return rows.map(levelOf)
  return inSnapshot(db, async (tx) => {
    const again = await levelRows(tx, asked, preparation)
    const places = again.filter(isFreedForOthers).map(({ sku, location_id }) => ({ sku, locationId: location_id }))
    const state = await caughtUp(db, tx, places, { at: again[0]?.as_of ?? new Date() })
    return again.map((row) => caughtUpLevel(levelOf(row), state))
  })
}

/** Somebody waits for what is free by now: the ledger gives it to them before it decides anything else. */
function isFreedForOthers({ is_freed, backordered }: LevelRow): boolean {
  return is_freed && backordered > 0
}

/** Also where nothing ended: what did elsewhere may leave something to who waits here, where a buffer joins the two. */
function caughtUpLevel(level: StockLevelModel, state: LedgerState): StockLevelModel {
  const { sku, locationId, safetyStock } = level
  const position = state.positions.get(positionKey(sku, locationId))
  if (position === undefined) return level
  return { ...level, ...withFences(position.balances, safetyStock, state.fences(sku, locationId)) }
}

/** How much of each fence is there, and in `fenced` all that they ask for. */
function withFences(
  stored: Balances,
  safetyStock: number,
  fences: readonly Fence[],
): Pick<StockLevelModel, 'balances' | 'fences'> {
  const balances = { ...stored, fenced: setAside(0, fences, null) }
  const covered = coveredFences(unpromised(balances, safetyStock), fences)
  return { balances, fences: fences.map((fence, index) => ({ ...fence, covered: covered[index] ?? 0 })) }
}

async function levelRows(
  db: Kysely<Schema>,
  asked: RawBuilder<unknown>,
  preparation: RawBuilder<unknown>,
): Promise<readonly LevelRow[]> {
  const { rows } = await sql<LevelRow>`
    ${preparation} with asked as (${asked}),
    wanted as (select distinct bucket, sku from asked),
    due as (
      select line.bucket, line.sku, line.location_id,
             sum(line.held)::bigint as held,
             sum(case when line.confirmed_at is null then line.backordered else 0 end)::bigint as backordered,
             json_agg(json_build_array(line.channel_id, line.fenced - line.committed))
               filter (where line.fenced > line.committed) as given_back
      from (${sql.raw(dueLines('wanted', 'statement_timestamp()'))}) line
      group by line.bucket, line.sku, line.location_id
    )
    select asked.sku, asked.location_id,
           coalesce(p.sellable, 0) as sellable, coalesce(p.quality_hold, 0) as quality_hold,
           coalesce(p.damaged, 0) as damaged, coalesce(p.blocked, 0) as blocked,
           coalesce(p.held, 0) - coalesce(due.held, 0) as held, coalesce(p.committed, 0) as committed,
           coalesce(p.backordered, 0) - coalesce(due.backordered, 0) as backordered, coalesce(p.fenced, 0) as fenced,
           coalesce(p.on_order, 0) as on_order, coalesce(p.in_transit, 0) as in_transit,
           case when policy.safety_stock is not null then (
             select json_agg(json_build_array(f.channel_id, f.quantity, f.used, f.until) order by f.place) from fence f
             where f.bucket = asked.bucket and f.sku = asked.sku and f.location_id = asked.location_id
               and (f.until is null or f.until > statement_timestamp())
           ) end as fences,
           due.given_back,
           coalesce(due.held, 0) > 0 or (policy.safety_stock is not null and exists (
             select from fence f
             where f.bucket = asked.bucket and f.sku = asked.sku and f.location_id = asked.location_id
               and f.until <= statement_timestamp()
           )) as is_freed,
           coalesce(policy.safety_stock, 0) as safety_stock, statement_timestamp() as as_of
    from asked
    -- By key for each position: joined plainly, tables are read whole as long as they are small enough to look cheap.
    cross join lateral (
      select i.sku from item i where i.bucket = asked.bucket and i.sku = asked.sku limit 1
    ) item
    join location on location.id = asked.location_id
    left join lateral (
      select p.* from position p
      where p.bucket = asked.bucket and p.sku = asked.sku and p.location_id = asked.location_id limit 1
    ) p on true
    left join lateral (
      select s.safety_stock from stock_policy s
      where s.bucket = asked.bucket and s.sku = asked.sku and s.location_id = asked.location_id limit 1
    ) policy on true
    left join due on due.bucket = asked.bucket and due.sku = asked.sku and due.location_id = asked.location_id
    order by asked.location_id collate "C", asked.sku collate "C"
  `.execute(db)
  return rows
}

function levelOf(row: LevelRow): StockLevelModel {
  let fences = (row.fences ?? []).map(fenceOf)
  for (const [channelId, quantity] of row.given_back ?? []) fences = givenBack(fences, channelId, quantity)
  return {
    sku: row.sku,
    locationId: row.location_id,
    safetyStock: row.safety_stock,
    asOf: row.as_of,
    ...withFences(balancesOf(row), row.safety_stock, fences),
  }
}
