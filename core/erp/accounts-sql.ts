import { type RawBuilder, sql } from 'kysely'

/** 1 where an account is one of `accounts`, which are kept as one number (`bitsOf`); else 0. */
export function isAmong(accounts: RawBuilder<unknown>, account: RawBuilder<unknown>): RawBuilder<number> {
  return sql`(case when ${accounts} & (case ${account} when 'sellable' then 1 when 'qualityHold' then 2 when 'damaged' then 4 when 'blocked' then 8 else 0 end) <> 0 then 1 else 0 end)`
}

/** What the position `p` has in `accounts`, which are kept as one number; 0 where there is no such position. */
export function balanceIn(accounts: RawBuilder<unknown>): RawBuilder<number> {
  return sql`((${accounts} & 1) * coalesce(p.sellable, 0) + ((${accounts} >> 1) & 1) * coalesce(p.quality_hold, 0)
    + ((${accounts} >> 2) & 1) * coalesce(p.damaged, 0) + ((${accounts} >> 3) & 1) * coalesce(p.blocked, 0))`
}
