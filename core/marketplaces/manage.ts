import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { seesChannel, type Viewer } from '../access/viewer.ts'
import { smallints, texts } from '../database/array-parameter.ts'
import type { MarketplaceTable, Schema } from '../database/schema.ts'
import { run } from '../database/statement.ts'
import { bucketOf } from '../ledger/bucket.ts'
import type { Refusal } from '../ledger/commands.ts'

/** Listings that are named at once at most. */
export const LISTINGS_MAX = 1_000
/** Characters of the settings of a connector, as JSON. */
const SETTINGS_MAX = 65_536

export interface MarketplaceInput extends Partial<Nullable<Limits>> {
  readonly id: string
  readonly name?: string | null
  readonly channelId?: string | null
  readonly connector?: string | null
  readonly settings?: Readonly<Record<string, unknown>> | null
  readonly paused?: boolean | null
}

type Nullable<T> = { readonly [Name in keyof T]: T[Name] | null }

/** Numbers of a marketplace, and between which they may be. */
const LIMITS = {
  calls: { column: 'calls', min: 1, max: 100_000, fallback: undefined },
  perSeconds: { column: 'per_seconds', min: 1, max: 86_400, fallback: 1 },
  burst: { column: 'burst', min: 1, max: 10_000, fallback: 1 },
  batchSize: { column: 'batch_size', min: 1, max: 1_000, fallback: 100 },
  minIntervalSeconds: { column: 'min_interval_seconds', min: 0, max: 86_400, fallback: 0 },
  settleSeconds: { column: 'settle_seconds', min: 0, max: 86_400, fallback: 300 },
  driftMinutes: { column: 'drift_minutes', min: 0, max: 525_600, fallback: 0 },
  ordersSeconds: { column: 'orders_seconds', min: 0, max: 86_400, fallback: 0 },
} as const

type Limits = { readonly [Name in keyof typeof LIMITS]: number }

const LIMIT_NAMES = Object.keys(LIMITS).filter((name): name is keyof Limits => Object.hasOwn(LIMITS, name))

export interface ListingInput {
  readonly sku: string
  /** As the marketplace calls it. */
  readonly name?: string | null
  readonly listed?: boolean | null
}

/** What was done, as it is kept under the idempotency key. */
export type Managed =
  | { readonly status: 'done'; readonly id: string }
  | { readonly status: 'refused'; readonly errors: readonly Refusal[] }

/** Makes a marketplace known or changes it; what is absent stays as it is. Refused in this order: INVALID_INPUT, UNKNOWN_CHANNEL. */
export async function upsertMarketplace(
  db: Kysely<Schema>,
  viewer: Pick<Viewer, 'channels'>,
  input: MarketplaceInput,
): Promise<Managed> {
  return db.transaction().execute(async (transaction): Promise<Managed> => {
    // Of two that are the first at once only one is.
    await sql`select pg_advisory_xact_lock(hashtextextended('marketplaces', 0))`.execute(transaction)
    const known = await transaction
      .selectFrom('marketplace')
      .selectAll()
      .where('id', '=', input.id)
      .forUpdate()
      .executeTakeFirst()
    const problems = [...contradictions(input, known), ...outOfRange(input)]
    const channelId = known?.channel_id ?? input.channelId
    const connector = known?.connector ?? input.connector
    const calls = input.calls ?? known?.calls
    if (problems.length > 0 || channelId == null || connector == null || calls == null) {
      return { status: 'refused', errors: problems }
    }
    const channel = await transaction.selectFrom('channel').select('id').where('id', '=', channelId).executeTakeFirst()
    if (channel === undefined || !seesChannel(viewer, channelId)) {
      const message = `There is no channel "${channelId}". Add it with upsertChannel.`
      return { status: 'refused', errors: [{ code: 'UNKNOWN_CHANNEL', message, field: ['input', 'channelId'] }] }
    }
    const numbers = Object.fromEntries(
      LIMIT_NAMES.map((name) => {
        const { column, fallback } = LIMITS[name]
        return [column, input[name] ?? known?.[column] ?? fallback ?? calls]
      }),
    )
    const row = {
      name: input.name ?? known?.name ?? input.id,
      settings: JSON.stringify(input.settings ?? known?.settings ?? {}),
      paused: input.paused ?? known?.paused ?? false,
      ...columnsOf(numbers),
    }
    if (known !== undefined) {
      await transaction
        .updateTable('marketplace')
        .set({ ...row, version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
        .where('id', '=', input.id)
        .execute()
      return { status: 'done', id: input.id }
    }
    await beginToFollow(transaction)
    await transaction
      .insertInto('marketplace')
      .values({ id: input.id, channel_id: channelId, connector, ...row })
      .execute()
    await transaction.insertInto('marketplace_state').values({ marketplace_id: input.id }).execute()
    return { status: 'done', id: input.id }
  })
}

function columnsOf(numbers: Readonly<Record<string, number>>) {
  const of = (name: keyof Limits): number => numbers[LIMITS[name].column] ?? 0
  return {
    calls: of('calls'),
    per_seconds: of('perSeconds'),
    burst: of('burst'),
    batch_size: of('batchSize'),
    min_interval_seconds: of('minIntervalSeconds'),
    settle_seconds: of('settleSeconds'),
    drift_minutes: of('driftMinutes'),
    orders_seconds: of('ordersSeconds'),
  }
}

/** Before the first marketplace nobody has looked through the feed, and nothing before it matters: each listing is looked at when it is made. */
async function beginToFollow(transaction: Transaction<Schema>): Promise<void> {
  await sql`
    insert into marketplace_cursor (bucket, epoch, number)
    select h.bucket, hub.epoch, h.number from bucket_head h, hub where not exists (select from marketplace)
    on conflict (bucket) do update set epoch = excluded.epoch, number = excluded.number
  `.execute(transaction)
}

/** Lists items at a marketplace, or ends that; all or none. Refused in this order: INVALID_INPUT, NOT_FOUND, UNKNOWN_SKU, WRONG_STATE (another listing has the name). */
export async function upsertListings(
  db: Kysely<Schema>,
  viewer: Pick<Viewer, 'channels'>,
  marketplaceId: string,
  listings: readonly ListingInput[],
): Promise<Managed> {
  const problems = problemsOfListings(listings)
  if (problems.length > 0) return { status: 'refused', errors: problems }
  return change(db, viewer, marketplaceId, async (transaction): Promise<Managed> => {
    const wanted = listings.map(({ sku, name, listed }) => ({ sku, name: name ?? null, listed: listed ?? true }))
    const columns = [
      marketplaceId,
      smallints(wanted, ({ sku }) => bucketOf(sku)),
      texts(wanted, ({ sku }) => sku),
      texts(wanted, ({ name }) => name),
    ]
    const found = await run<Judged>(transaction, JUDGE, columns)
    const errors = found.flatMap((one) => refusalsOf(one, wanted[one.place - 1]))
    if (errors.length > 0) {
      const unknown = errors.filter(({ code }) => code === 'UNKNOWN_SKU')
      return { status: 'refused', errors: unknown.length > 0 ? unknown : errors }
    }
    await run(transaction, STORE, [...columns, wanted.map(({ listed }) => listed)])
    return { status: 'done', id: marketplaceId }
  })
}

interface Judged {
  readonly place: number
  readonly is_item: boolean
  readonly known_name: string | null
  /** Which SKU has the name there. */
  readonly named: string | null
}

const JUDGE = `
  select w.place::integer as place, i.sku is not null as is_item, l.name as known_name, n.sku as named
  from unnest($2::smallint[], $3::text[], $4::text[]) with ordinality as w (bucket, sku, name, place)
  left join item i on i.bucket = w.bucket and i.sku = w.sku
  left join marketplace_listing l on l.marketplace_id = $1 and l.bucket = w.bucket and l.sku = w.sku
  left join marketplace_listing n on n.marketplace_id = $1 and n.name = coalesce(w.name, w.sku)
  order by w.place`

const STORE = `
  insert into marketplace_listing (marketplace_id, bucket, sku, name, listed, changed_at)
  select $1, w.bucket, w.sku, coalesce(w.name, w.sku), w.listed, clock_timestamp()
  from unnest($2::smallint[], $3::text[], $4::text[], $5::boolean[]) as w (bucket, sku, name, listed)
  order by w.bucket, w.sku
  on conflict (marketplace_id, bucket, sku) do update
  set listed = excluded.listed, marked = marketplace_listing.marked + 1, changed_at = coalesce(marketplace_listing.changed_at, excluded.changed_at)
  where marketplace_listing.listed <> excluded.listed`

function refusalsOf({ place, is_item, known_name, named }: Judged, listing: ListingInput | undefined): Refusal[] {
  if (listing === undefined) return []
  const { sku, name } = listing
  const field = (of: string) => ['input', 'listings', String(place - 1), of]
  if (!is_item) {
    const message = `There is no item with SKU "${sku}". Add it with upsertItems.`
    return [{ code: 'UNKNOWN_SKU', message, field: field('sku') }]
  }
  if (known_name !== null && name != null && name !== known_name) {
    const message = `"${sku}" is listed there as "${known_name}", which does not change.`
    return [{ code: 'WRONG_STATE', message, field: field('name') }]
  }
  if (known_name === null && named !== null) {
    return [{ code: 'WRONG_STATE', message: `"${named}" is listed there by that name.`, field: field('name') }]
  }
  return []
}

/** Tells listings anew, whatever the marketplace has acknowledged or refused; all where none are named. Refused: INVALID_INPUT, NOT_FOUND (no such marketplace, or listing). */
export async function pushListings(
  db: Kysely<Schema>,
  viewer: Pick<Viewer, 'channels'>,
  marketplaceId: string,
  skus: readonly string[] | null,
): Promise<Managed> {
  if (skus !== null && (skus.length === 0 || skus.length > LISTINGS_MAX)) {
    return invalid(skus.length === 0 ? 'LIST_EMPTY' : 'LIST_TOO_LONG', `It takes 1 to ${LISTINGS_MAX} SKUs.`, 'skus')
  }
  return change(db, viewer, marketplaceId, async (transaction): Promise<Managed> => {
    if (skus === null) {
      await sql`
        update marketplace_state
        set sweep_bucket = -1, sweep_sku = '', sweep_at = case when sweep_bucket is null then clock_timestamp() else sweep_at end, sweep_again = false, sweep_unsure = true
        where marketplace_id = ${marketplaceId}
      `.execute(transaction)
      return { status: 'done', id: marketplaceId }
    }
    const wanted = [...new Set(skus)]
    const rows = await run<{ sku: string }>(transaction, PUSH, [
      marketplaceId,
      smallints(wanted, bucketOf),
      texts(wanted, (sku) => sku),
    ])
    const found = new Set(rows.map(({ sku }) => sku))
    const errors = skus.flatMap((sku, index): Refusal[] => {
      if (found.has(sku)) return []
      const message = `"${sku}" is not listed there.`
      return [{ code: 'NOT_FOUND', message, field: ['input', 'skus', String(index)] }]
    })
    // Those that are listed are told anew in any case, which does no harm.
    return errors.length > 0 ? { status: 'refused', errors } : { status: 'done', id: marketplaceId }
  })
}

const PUSH = `
  with wanted as materialized (
    select l.bucket, l.sku from unnest($2::smallint[], $3::text[]) as w (bucket, sku)
    join marketplace_listing l on l.marketplace_id = $1 and l.bucket = w.bucket and l.sku = w.sku
    order by l.bucket, l.sku for update of l
  )
  update marketplace_listing l
  set marked = l.marked + 1, changed_at = coalesce(l.changed_at, clock_timestamp()), sure = false, was_sure = false, refusal = null, failures = 0
  from wanted where l.marketplace_id = $1 and l.bucket = wanted.bucket and l.sku = wanted.sku
  returning l.sku`

/** Has a marketplace read back. A worker begins it within a minute. Refused: NOT_FOUND. */
export async function requestCheck(
  db: Kysely<Schema>,
  viewer: Pick<Viewer, 'channels'>,
  marketplaceId: string,
): Promise<Managed> {
  return change(db, viewer, marketplaceId, async (transaction): Promise<Managed> => {
    await transaction
      .updateTable('marketplace_state')
      .set({ check_requested_at: sql<Date>`clock_timestamp()` })
      .where('marketplace_id', '=', marketplaceId)
      .execute()
    return { status: 'done', id: marketplaceId }
  })
}

async function change(
  db: Kysely<Schema>,
  viewer: Pick<Viewer, 'channels'>,
  marketplaceId: string,
  work: (transaction: Transaction<Schema>) => Promise<Managed>,
): Promise<Managed> {
  return db.transaction().execute(async (transaction): Promise<Managed> => {
    const known = await transaction
      .selectFrom('marketplace')
      .select('channel_id')
      .where('id', '=', marketplaceId)
      .forShare()
      .executeTakeFirst()
    if (known !== undefined && seesChannel(viewer, known.channel_id)) return work(transaction)
    const message = `There is no marketplace "${marketplaceId}". Add it with upsertMarketplace.`
    return { status: 'refused', errors: [{ code: 'NOT_FOUND', message, field: ['input', 'marketplaceId'] }] }
  })
}

function contradictions(input: MarketplaceInput, known: Selectable<MarketplaceTable> | undefined): Refusal[] {
  const problems: Refusal[] = []
  for (const [field, before] of [
    ['channelId', known?.channel_id],
    ['connector', known?.connector],
  ] as const) {
    const now = input[field]
    if (known === undefined && now == null) problems.push(missing(input.id, field))
    if (before === undefined || now == null || now === before) continue
    const message = `"${input.id}" has the ${field} "${before}", which does not change; another marketplace has another id.`
    problems.push(problem('CONTRADICTION', message, field))
  }
  if (known === undefined && input.calls == null) problems.push(missing(input.id, 'calls'))
  const { settings } = input
  if (settings != null && JSON.stringify(settings).length > SETTINGS_MAX) {
    problems.push(problem('TEXT_TOO_LONG', `Settings have at most ${SETTINGS_MAX} characters as JSON.`, 'settings'))
  } else if (settings != null && JSON.stringify(settings).includes('\\u0000')) {
    problems.push(problem('TEXT_NOT_STORABLE', 'Settings contain a character that cannot be stored.', 'settings'))
  }
  return problems
}

function outOfRange(input: MarketplaceInput): Refusal[] {
  return LIMIT_NAMES.flatMap((name) => {
    const value = input[name]
    const { min, max } = LIMITS[name]
    if (value == null || (value >= min && value <= max)) return []
    return [problem('NUMBER_OUT_OF_RANGE', `${name} is a whole number, ${min} to ${max}.`, name)]
  })
}

function problemsOfListings(listings: readonly ListingInput[]): Refusal[] {
  if (listings.length === 0 || listings.length > LISTINGS_MAX) {
    const kind = listings.length === 0 ? 'LIST_EMPTY' : 'LIST_TOO_LONG'
    return [problem(kind, `It takes 1 to ${LISTINGS_MAX} listings.`, 'listings')]
  }
  const skus = new Set<string>()
  const names = new Set<string>()
  return listings.flatMap(({ sku, name }, index) => {
    const field = skus.has(sku) ? 'sku' : names.has(name ?? sku) ? 'name' : undefined
    skus.add(sku)
    names.add(name ?? sku)
    if (field === undefined) return []
    return [problem('LISTED_TWICE', 'Each SKU and each name comes once.', 'listings', String(index), field)]
  })
}

function missing(id: string, field: string): Refusal {
  return problem('VALUE_MISSING', `Marketplace "${id}" is new and needs ${field}.`, field)
}

function problem(kind: NonNullable<Refusal['problem']>, message: string, ...field: string[]): Refusal {
  return { code: 'INVALID_INPUT', problem: kind, message, field: ['input', ...field] }
}

function invalid(kind: NonNullable<Refusal['problem']>, message: string, ...field: string[]): Managed {
  return { status: 'refused', errors: [problem(kind, message, ...field)] }
}
