import { sql } from 'kysely'
import type { EventIdentity } from '../ledger/commands.ts'
import { HUB, type Ingest } from './ingest.ts'
import { triedAgain } from './tried-again.ts'

/** Parked events that one step of a sweep looks at. */
const PAGE = 500

interface ParkedRow {
  readonly bucket: number
  readonly source: string
  readonly id: string
  readonly type: string
  readonly content: unknown
  readonly content_hash: Buffer
}

/** Turns parked events whose time is over into dead letters (PARKED_TOO_LONG). Answers how many. To be called every second or so. */
export async function expireParked({ options }: Ingest): Promise<number> {
  const { db, ledger } = options
  let expired = 0
  for (;;) {
    const { rows } = await sql<ParkedRow & { occurred_at: Date }>`
      select p.bucket, p.source, p.id, e.type, e.content, e.content_hash, p.occurred_at
      from parked_event p join event e on e.bucket = p.bucket and e.source = p.source and e.id = p.id
      where p.until <= now() order by p.until limit ${PAGE}
    `.execute(db.kysely)
    await Promise.all(
      rows.map(({ source, id, type, content, content_hash, occurred_at }) => {
        const event: EventIdentity = {
          source,
          id,
          type,
          contentHash: content_hash,
          content: JSON.stringify(content),
          retryOf: 'parked',
        }
        return ledger.submit({ command: { kind: 'expireParked' }, ...HUB, occurredAt: occurred_at, event }, 'bulk')
      }),
    )
    expired += rows.length
    if (rows.length < PAGE) return expired
  }
}

/**
 * Tries everything parked again. The ledger wakes what waits as soon as its predecessor is posted; a process that ended between the two, or a
 * predecessor that changed in a way nobody waits for, is what this is for. To be called every minute or so. Answers how many are still parked.
 */
export async function retryParked(ingest: Ingest): Promise<number> {
  const { db, ledger } = ingest.options
  let parked = 0
  let after = { bucket: -1, source: '', id: '' }
  for (;;) {
    const { rows } = await sql<Pick<ParkedRow, 'bucket' | 'source' | 'id' | 'content'>>`
      select p.bucket, p.source, p.id, e.content
      from parked_event p join event e on e.bucket = p.bucket and e.source = p.source and e.id = p.id
      where (p.bucket, p.source, p.id) > (${after.bucket}, ${after.source}, ${after.id}) and p.until > now()
      order by p.bucket, p.source, p.id limit ${PAGE}
    `.execute(db.kysely)
    const results = await Promise.all(
      rows.map(({ content }) => ledger.submit(triedAgain(ingest.toSubmission(content, HUB)), 'bulk')),
    )
    parked += results.filter((result) => result.status === 'parked').length
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return parked
    after = last
  }
}
