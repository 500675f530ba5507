import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Viewer } from '../../core/access/viewer.ts'
import type { Schema } from '../../core/database/schema.ts'
import { bucketOf } from '../../core/ledger/bucket.ts'
import { RESERVATION_STATUSES, type ReservationStatus } from '../../core/ledger/documents.ts'
import { HELD_OF_ITEM, itemsOf } from '../../core/ledger/lines-of-items.ts'
import { hasStatus, isDue, isSoft, placesOf, visibleTo } from './conditions.ts'

/** What reservations are looked for; null where it does not matter. */
export interface ReservationSearch {
  readonly viewer: Viewer
  readonly channelIds: readonly string[] | null
  readonly references: readonly string[] | null
  readonly statuses: readonly ReservationStatus[] | null
  readonly skus: readonly string[] | null
  readonly locationIds: readonly string[] | null
  readonly recordedFrom: Date | null
  readonly recordedBefore: Date | null
  /** Only what comes after this one in the order of the search. */
  readonly after: readonly string[] | null
  /** Newest first. */
  readonly backwards: boolean
  readonly limit: number
}

/** Everything that the viewer may see, newest first. */
export function everything(viewer: Viewer, limit: number): ReservationSearch {
  return {
    viewer,
    channelIds: null,
    references: null,
    statuses: null,
    skus: null,
    locationIds: null,
    recordedFrom: null,
    recordedBefore: null,
    after: null,
    backwards: true,
    limit,
  }
}

export interface FoundReservation {
  readonly id: string
  /** As PostgreSQL writes it, with all its digits. */
  readonly recorded_at: string
}

/** What a search is led by: one of its conditions is followed along an index in the order of the search, the others are asked of what it meets. */
type Lead = 'references' | 'skus' | 'locationIds' | 'statuses' | 'channels'

/**
 * Reservations in the order in which the hub recorded them. A page costs what is on it, whichever condition narrows the search, and of several the rarest one
 * leads. `pages` is what `alongIndexes` of the database gives.
 */
export async function searchReservations(
  pages: Kysely<Schema>,
  search: ReservationSearch,
): Promise<readonly FoundReservation[]> {
  const found = foundBy(await leadOf(pages, search), search)
  const { rows } = await sql<FoundReservation>`
    select found.id, found.recorded_at::text as recorded_at
    from (${found}) found
    group by found.recorded_at, found.id
    order by ${inOrder(search, 'found.recorded_at', 'found.id')}
    limit ${search.limit}
  `.execute(pages)
  return rows
}

function foundBy(lead: Lead, search: ReservationSearch): RawBuilder<unknown> {
  switch (lead) {
    case 'references':
      return sql`select r.id, r.recorded_at from reservation r where ${all([
        sql<SqlBool>`r.reference = any(${search.references}::text[])`,
        ...conditionsOnHead(search),
        ...conditionsOnLines(search, 'r.id', lead),
      ])}`
    case 'channels':
      return sql`
        select r.id, r.recorded_at
        from ${channelsOf(search)}
        cross join lateral (
          select r.id, r.recorded_at from reservation r
          where ${all([sql<SqlBool>`r.channel_id = channel.id`, ...conditionsOnHead(search)])}
          order by ${inOrder(search, 'r.recorded_at', 'r.id')}
          limit ${search.limit}
        ) r`
    case 'skus': {
      const skus = search.skus ?? []
      const { from, match } = linesOfItem(NOT_HELD)
      const others = along(search, lead, { from: sql`${itemsOf(skus)} cross join ${from}`, match })
      return sql`${others} union all (${gathered(search, lead, heldOf(skus))})`
    }
    case 'locationIds': {
      const here = sql<SqlBool>`line.location_id = any(${search.locationIds}::text[])`
      const over = along(search, lead, {
        from: sql`unnest(${search.locationIds}::text[]) as location (id)`,
        match: sql`line.location_id = location.id and line.status >= 4`,
      })
      // What is open is not in the index by location: it is what there is to do, and not the trade of years.
      const firm = along(search, lead, linesInState(['BACKORDERED', 'CONFIRMED', 'PARTIALLY_FULFILLED'], here))
      return sql`${over} union all ${firm} union all (${gathered(search, lead, soft(sql<SqlBool>`line.status = 1 and ${here}`))})`
    }
    case 'statuses': {
      const { statuses } = search
      const firm = along(search, lead, linesInState((statuses ?? []).filter((status) => status !== 'HELD')))
      // What is due stands in the state that it had, and may be what makes up the state of its reservation now.
      const open = statuses?.includes('HELD') ? sql<SqlBool>`(line.held > 0 or ${isDue})` : isDue
      return sql`${firm} union all (${gathered(search, lead, soft(open))})`
    }
  }
}

const NOT_HELD = RESERVATION_STATUSES.filter((status) => status !== 'HELD')

/** Lines of an item that stands as `item`, in these states of the line, of which held is not one: those are not in the index by SKU. */
function linesOfItem(statuses: readonly ReservationStatus[]) {
  return {
    from: sql`unnest(${placesOf(statuses)}::smallint[]) as state (place)`,
    match: sql`line.bucket = item.bucket and line.sku = item.sku and line.status = state.place and line.status <> 1`,
  }
}

/** Lines of these SKUs that are held. */
function heldOf(skus: readonly string[]): RawBuilder<unknown> {
  return sql`${itemsOf(skus)} cross join lateral (${HELD_OF_ITEM} offset 0) line`
}

/** Lines that can still end by themselves. */
function soft(match: RawBuilder<SqlBool>): RawBuilder<unknown> {
  return sql`(select line.* from reservation_line line where ${isSoft} and ${match}) line`
}

/** The first lines of an item that stands as `item`. */
export function foundOfItem(search: ReservationSearch): RawBuilder<unknown> {
  const held = sql`(${HELD_OF_ITEM} offset 0) line`
  return sql`${along(search, 'skus', linesOfItem(NOT_HELD))} union all (${gathered(search, 'skus', held)})`
}

/** All lines of an item that stands as `item`, in these states, as a query. */
export function allOfItem(statuses: readonly ReservationStatus[]): RawBuilder<unknown> {
  const { from, match } = linesOfItem(statuses.filter((status) => status !== 'HELD'))
  const others = sql`select line.* from ${from} join reservation_line line on ${match}`
  return statuses.includes('HELD') ? sql`${others} union all ${HELD_OF_ITEM}` : others
}

/** Lines in these states, of which held is not one: those are not in the index by state. */
function linesInState(statuses: readonly ReservationStatus[], also: RawBuilder<SqlBool> = sql<SqlBool>`true`) {
  return {
    from: sql`unnest(${placesOf(statuses)}::smallint[]) as state (place)`,
    match: sql`line.status = state.place and line.status <> 1 and ${also}`,
  }
}

/** The first lines along an index of lines that begins with what matches and the channel, and goes on with the age. */
function along(
  search: ReservationSearch,
  lead: Lead,
  { from, match }: { readonly from: RawBuilder<unknown>; readonly match: RawBuilder<unknown> },
): RawBuilder<unknown> {
  const order = inOrder(search, 'line.recorded_at', 'line.reservation_id')
  const conditions = all([
    ...withinPage(search, 'line.recorded_at', 'line.reservation_id'),
    ...conditionsOnLines(search, 'line.reservation_id', lead),
  ])
  return sql`
    select line.id, line.recorded_at
    from ${from}
    cross join (select channel.id from ${channelsOf(search)} where ${all(conditionsOnChannel(search, lead))}) channel
    cross join lateral (
      select line.reservation_id as id, line.recorded_at from reservation_line line
      where ${match} and line.channel_id = channel.id and ${conditions}
      group by line.recorded_at, line.reservation_id
      order by ${order}
      limit ${search.limit}
    ) line`
}

/** The first of lines that no index has by their age: sorted by it before any of them is looked at more closely. */
function gathered(search: ReservationSearch, lead: Lead, lines: RawBuilder<unknown>): RawBuilder<unknown> {
  const order = inOrder(search, 'line.recorded_at', 'line.reservation_id')
  return sql`
    select line.reservation_id as id, line.recorded_at
    from (
      select line.reservation_id, line.recorded_at, line.channel_id from ${lines}
      where line.channel_id in (select channel.id from ${channelsOf(search)})
        and ${all(withinPage(search, 'line.recorded_at', 'line.reservation_id'))}
      group by line.recorded_at, line.reservation_id, line.channel_id
      order by ${order}
      offset 0
    ) line
    where ${all(conditionsOnLines(search, 'line.reservation_id', lead))}
    order by ${order}
    limit ${search.limit}`
}

/** The channels that are asked for, as far as the viewer sees them. */
function channelsOf({ viewer, channelIds }: ReservationSearch): RawBuilder<unknown> {
  const { channels } = viewer
  if (channelIds === null && channels === null) return sql`channel`
  const ids = channelIds === null ? channels : channelIds.filter((id) => channels === null || channels.includes(id))
  return sql`unnest(${[...new Set(ids)]}::text[]) as channel (id)`
}

/** A channel through which nothing of the goods was ever sold need not be searched to its end for them. */
function conditionsOnChannel({ skus }: ReservationSearch, lead: Lead): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = []
  if (skus !== null && lead !== 'skus') {
    conditions.push(sql<SqlBool>`(
      exists (
        select from reservation_line line
        where line.bucket = any(${skus.map(bucketOf)}::smallint[]) and line.sku = any(${skus}::text[])
          and line.status = any(${placesOf(NOT_HELD)}::smallint[]) and line.status <> 1 and line.channel_id = channel.id
      )
      or exists (select from ${heldOf(skus)} where line.channel_id = channel.id)
    )`)
  }
  return conditions
}

function conditionsOnHead(search: ReservationSearch): RawBuilder<SqlBool>[] {
  const { viewer, channelIds } = search
  const ofChannels = channelIds === null ? [] : [sql<SqlBool>`r.channel_id = any(${channelIds}::text[])`]
  return [visibleTo(viewer), ...ofChannels, ...withinPage(search, 'r.recorded_at', 'r.id')]
}

/** What is asked of the lines of a reservation besides what leads the search. */
function conditionsOnLines(
  { viewer, skus, locationIds, statuses }: ReservationSearch,
  id: 'r.id' | 'line.reservation_id',
  lead: Lead,
): RawBuilder<SqlBool>[] {
  const reservation = sql.ref(id)
  const conditions: RawBuilder<SqlBool>[] = []
  if (skus !== null && lead !== 'skus') {
    conditions.push(sql<SqlBool>`exists (
      select from reservation_line part
      where part.reservation_id = ${reservation} and part.sku = any(${skus}::text[])
    )`)
  }
  if (locationIds !== null && lead !== 'locationIds') {
    conditions.push(sql<SqlBool>`exists (
      select from reservation_line part
      where part.reservation_id = ${reservation} and part.location_id = any(${locationIds}::text[])
    )`)
  }
  if (viewer.kind === 'storefront' && id === 'line.reservation_id') {
    conditions.push(sql<SqlBool>`exists (
      select from reservation r
      where r.channel_id = line.channel_id and r.recorded_at = line.recorded_at and r.id = line.reservation_id
        and r.client = ${viewer.client}
    )`)
  }
  if (statuses !== null) conditions.push(hasStatus(statuses, id))
  return conditions
}

/** The ages that are asked for, and what lies behind the page before. */
function withinPage(search: ReservationSearch, recordedAt: string, id: string): RawBuilder<SqlBool>[] {
  const { recordedFrom, recordedBefore, after, backwards } = search
  const age = sql.ref(recordedAt)
  const conditions: RawBuilder<SqlBool>[] = []
  if (recordedFrom !== null) conditions.push(sql<SqlBool>`${age} >= ${recordedFrom}`)
  if (recordedBefore !== null) conditions.push(sql<SqlBool>`${age} < ${recordedBefore}`)
  if (after !== null) {
    const place = sql`(${after[0]}::timestamptz, ${after[1]}::text)`
    conditions.push(sql<SqlBool>`(${age}, ${sql.ref(id)}) ${backwards ? sql`<` : sql`>`} ${place}`)
  }
  return conditions
}

function inOrder({ backwards }: ReservationSearch, recordedAt: string, id: string): RawBuilder<unknown> {
  const direction = backwards ? sql`desc` : sql`asc`
  return sql`${sql.ref(recordedAt)} ${direction}, ${sql.ref(id)} ${direction}`
}

function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

/** Lines beyond which a condition is not counted further: it holds often enough for a page to be found on the way. */
export const COUNTED_MAX = 10_000

/** References lead, because they are few; else the condition that the fewest lines fulfil. */
async function leadOf(db: Kysely<Schema>, search: ReservationSearch): Promise<Lead> {
  const { references, skus, locationIds, statuses } = search
  if (references !== null) return 'references'
  const upToMax = (lines: RawBuilder<unknown>) => sql`select from ${lines} limit ${COUNTED_MAX}`
  const counted = (condition: RawBuilder<SqlBool>) => upToMax(sql`reservation_line line where ${condition}`)
  // In this order where all are frequent: whoever leads by goods has to look at all that was ever sent of them to find what is open.
  const conditions = [
    [
      'statuses',
      statuses && [
        counted(sql<SqlBool>`line.channel_id in (select channel.id from ${channelsOf(search)}) and line.status <> 1
          and line.status = any(${placesOf(statuses)}::smallint[])`),
        ...(statuses.includes('HELD') ? [counted(isSoft)] : []),
      ],
    ],
    [
      'skus',
      skus && [
        counted(
          sql<SqlBool>`line.bucket = any(${skus.map(bucketOf)}::smallint[]) and line.sku = any(${skus}::text[]) and line.status <> 1`,
        ),
        upToMax(heldOf(skus)),
      ],
    ],
    [
      'locationIds',
      locationIds && [counted(sql<SqlBool>`line.location_id = any(${locationIds}::text[]) and line.status >= 4`)],
    ],
  ] as const
  const given = conditions.flatMap(([lead, counts]) => (counts === null ? [] : [{ lead, counts }]))
  const [first, ...others] = given
  if (first === undefined) return 'channels'
  if (others.length === 0) return first.lead
  const counts = given.map(
    (one, place) => sql`
      select ${place}::integer as place, least(${COUNTED_MAX}, count(*)) as lines
      from (${sql.join(
        one.counts.map((lines) => sql`(${lines})`),
        sql` union all `,
      )}) counted`,
  )
  const { rows } = await sql<{ place: number }>`
    select place from (${sql.join(counts, sql` union all `)}) counts order by lines, place limit 1
  `.execute(db)
  return given[rows[0]?.place ?? 0]?.lead ?? first.lead
}
