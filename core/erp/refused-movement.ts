import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'
import { bucketOf } from '../ledger/bucket.ts'
import { readMovementReference } from './movement.ts'

/** CloudEvents type under which a movement that an ERP refused lies in the dead letters; its content says which ERP. */
export const ERP_MOVEMENT_TYPE = 'onhand.erp.movement'

export interface RefusedMovement {
  readonly id: string
  readonly event_id: string
  readonly content: unknown
}

/** Queues a movement again that an ERP refused, and settles its letter, in one statement. Done again, or after it has arrived otherwise, it does nothing. */
export async function replayRefused(db: Kysely<Schema>, letter: RefusedMovement, client: string): Promise<void> {
  const { stream, number, systemId } = nameOf(letter)
  await sql`
    with letter as (
      update dead_letter set status = 'REPLAYED', settled_at = now(), settled_by = ${client}
      where bucket = ${bucketOf(letter.id)} and id = ${letter.id} and status = 'OPEN'
      returning id
    )
    update erp_movement set state = 'QUEUED', attempts = 0, not_before = null, code = null, message = null
    where bucket = ${stream} and number = ${number} and system_id = ${systemId} and state = 'REFUSED' and exists (select from letter)
  `.execute(db)
}

/** It is not told any more: the books differ by it, and reconciliation says so. */
export async function discardRefused(db: Kysely<Schema>, letter: RefusedMovement): Promise<void> {
  const { stream, number, systemId } = nameOf(letter)
  await sql`
    update erp_movement set state = 'DISCARDED', settled_at = clock_timestamp()
    where bucket = ${stream} and number = ${number} and system_id = ${systemId} and state = 'REFUSED'
      and exists (select from dead_letter where bucket = ${bucketOf(letter.id)} and id = ${letter.id} and status = 'DISCARDED')
  `.execute(db)
}

function nameOf({ id, event_id, content }: RefusedMovement) {
  const name = readMovementReference(event_id)
  const systemId: unknown =
    typeof content === 'object' && content !== null ? Reflect.get(content, 'systemId') : undefined
  if (name === undefined || typeof systemId !== 'string') throw new Error(`Dead letter ${id} names no movement`)
  return { ...name, systemId }
}
