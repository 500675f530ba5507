import { sql } from 'kysely'
import { bitsOf } from '../erp/divergence.ts'
import { IS_NO_HOLD } from '../ledger/holds.ts'

/** How urgent it is that somebody looks at a divergence. */
export const PRIORITIES = ['URGENT', 'HIGH', 'NORMAL', 'LOW'] as const
export type Priority = (typeof PRIORITIES)[number]

/** So many sales and shipments in a day are fast, here. */
const FAST = 10

/** Whether sellable units are among what differs: only of these is anything promised. */
const IS_SELLABLE = sql`d.accounts & ${sql.lit(bitsOf(['sellable']))} <> 0`

/**
 * The priority of the divergence `d` of the ERP `s`, in this order:
 * - URGENT: sellable units differ, and one side says that there is something left to promise, and the other says that there is not. Somebody is sold what is not there, or not sold what is.
 * - LOW: no larger than what the hub takes over by itself.
 * - HIGH: it sells fast (ten sales or shipments within a day), differs by more than half of the sellable units that there are, or has been there for more than a day.
 * - NORMAL: any other.
 */
export const PRIORITY = sql<Priority>`
  coalesce((
    select case
      when ${IS_SELLABLE} and (p.sellable - p.held - p.committed > 0) <> (p.sellable - p.held - p.committed + d.difference > 0) then 'URGENT'
      when abs(d.difference) <= s.correct_up_to then 'LOW'
      when (${IS_SELLABLE} and abs(d.difference) * 2 > abs(p.sellable)) or d.first_seen_at < clock_timestamp() - interval '1 day' then 'HIGH'
      when (
        select count(*) from (
          select from journal j
          where j.bucket = d.bucket and j.sku = d.sku and j.location_id = d.location_id and ${IS_NO_HOLD} and j.occurred_at > clock_timestamp() - interval '1 day' and j.kind in ('sale', 'fulfill')
          limit ${sql.lit(FAST)}
        ) sold
      ) >= ${sql.lit(FAST)} then 'HIGH'
      else 'NORMAL'
    end
    from position p where p.bucket = d.bucket and p.sku = d.sku and p.location_id = d.location_id
  ), case when ${IS_SELLABLE} and d.difference > 0 then 'URGENT' when abs(d.difference) <= s.correct_up_to then 'LOW' else 'NORMAL' end)
`
