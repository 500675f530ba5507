import { type Kysely, sql } from 'kysely'

/**
 * What is always true of a row, as one condition. Each constraint is read from the catalog and made ready anew with every statement that writes, and those of a line
 * and a position were fifteen: a fiftieth of what PostgreSQL did for a batch.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table position
      drop constraint position_held_check,
      drop constraint position_committed_check,
      drop constraint position_backordered_check,
      drop constraint position_fenced_check,
      drop constraint position_on_order_check,
      drop constraint position_in_transit_check,
      add constraint position_check check (least(held, committed, backordered, fenced, on_order, in_transit) >= 0)
  `.execute(db)
  await sql`
    alter table reservation_line
      drop constraint reservation_line_requested_check,
      drop constraint reservation_line_held_check,
      drop constraint reservation_line_committed_check,
      drop constraint reservation_line_backordered_check,
      drop constraint reservation_line_fulfilled_check,
      drop constraint reservation_line_released_check,
      drop constraint reservation_line_expired_check,
      drop constraint reservation_line_check,
      drop constraint reservation_line_check1,
      add constraint reservation_line_check check (
        requested > 0 and requested = held + committed + backordered + fulfilled + released + expired
        and least(held, committed, backordered, fulfilled, released, expired, fenced) >= 0 and fenced <= held + committed
      )
  `.execute(db)
}
