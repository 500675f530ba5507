import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../../core/database/schema.ts'
import type { ShipmentStatus } from '../../../core/ledger/shipment-status.ts'
import { grouped, nameOfParts } from '../../shared/loader.ts'
import { anyOf, pageSize } from '../../shared/relay.ts'
import { hasStatus } from '../conditions.ts'
import type { LocationResolvers } from '../generated/types.ts'
import { shipmentsByIds } from './shipment.ts'

/** The newest shipments to or from a location in some states; null: in any. */
export interface LocationShipments {
  readonly locationId: string
  readonly direction: 'inbound' | 'outbound'
  readonly statuses: readonly ShipmentStatus[] | null
  readonly first: number
}

export const inboundShipments = shipmentsOf('inbound')
export const outboundShipments = shipmentsOf('outbound')

function shipmentsOf(
  direction: LocationShipments['direction'],
): NonNullable<LocationResolvers['inboundShipments'] & LocationResolvers['outboundShipments']> {
  return async ({ id: locationId }, args, context) => {
    const statuses = anyOf('statuses', args.statuses)
    const wanted = { locationId, direction, statuses, first: pageSize(args.first) }
    return shipmentsByIds(await context.loaders.idsByLocation.load(wanted), context)
  }
}

export function nameOfLocationShipments({ locationId, direction, statuses, first }: LocationShipments): string {
  return nameOfParts(locationId, direction, statuses, first)
}

/** Ids by location, newest first: one statement for each direction and distinct selection. */
export async function readIdsByLocation(
  db: Kysely<Schema>,
  wanted: readonly LocationShipments[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  const selectionOf = ({ direction, statuses, first }: LocationShipments) => nameOfParts(direction, statuses, first)
  for (const alike of grouped(wanted, selectionOf).values()) {
    const [one] = alike
    if (one === undefined) continue
    const { direction, statuses, first } = one
    const end = direction === 'inbound' ? sql`s.destination_id` : sql`s.origin_id`
    const { rows } = await sql<{ location_id: string; id: string }>`
      select wanted.location_id, s.id
      from unnest(${alike.map(({ locationId }) => locationId)}::text[]) as wanted (location_id)
      cross join lateral (
        select s.id, s.recorded_at
        from shipment s
        where ${end} = wanted.location_id and ${hasStatus(statuses)}
        order by s.recorded_at desc, s.id desc
        limit ${first}
      ) s
      order by s.recorded_at desc, s.id desc
    `.execute(db)
    for (const [locationId, ofLocation] of grouped(rows, (row) => row.location_id)) {
      const ids = ofLocation.map(({ id }) => id)
      found.set(nameOfLocationShipments({ ...one, locationId }), ids)
    }
  }
  return found
}
