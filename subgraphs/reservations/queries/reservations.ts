import { requireAtLeast } from '../../shared/at-least.ts'
import { anyOf, connectionOf, momentAfter, pageSize, rowCursor } from '../../shared/relay.ts'
import type { QueryResolvers } from '../generated/types.ts'
import { searchReservations } from '../search.ts'

/** Reservations that the viewer may see, a page at a time: their ids in order first, then all of them with their lines at once. */
export const reservations: NonNullable<QueryResolvers['reservations']> = async (_root, args, context) => {
  const { viewer, loaders } = context
  const size = pageSize(args.first)
  const order = args.orderBy ?? 'RECORDED_AT_DESC'
  const filter = args.filter ?? {}
  const search = {
    viewer,
    channelIds: anyOf('filter.channelIds', filter.channelIds),
    references: anyOf('filter.references', filter.references),
    statuses: anyOf('filter.statuses', filter.statuses),
    skus: anyOf('filter.skus', filter.skus),
    locationIds: anyOf('filter.locationIds', filter.locationIds),
    recordedFrom: filter.recordedFrom ?? null,
    recordedBefore: filter.recordedBefore ?? null,
    after: momentAfter(args.after, order),
    backwards: order === 'RECORDED_AT_DESC',
    limit: size + 1,
  }

  await requireAtLeast(context, args.atLeast)
  const rows = await context.alongIndexes((pages) => searchReservations(pages, search))
  const found = await Promise.all(rows.map(({ id }) => loaders.reservation.load(id)))
  // Heads never change and are never deleted, so each is found again.
  const entries = rows.flatMap((row, index) => {
    const node = found[index]
    return node == null ? [] : [{ ...row, node }]
  })
  return connectionOf(entries, {
    size,
    after: args.after,
    node: ({ node }) => node,
    cursor: ({ recorded_at, id }) => rowCursor(order, [recorded_at, id]),
  })
}
