import { type Kysely, sql } from 'kysely'

/**
 * A page is cleaned up whenever it is looked at and less of it is free than the fill factor asks for, and that says also how full pages are made: each order had every
 * page that it touched cleaned up for the one version that the last one had left there, a twelfth of what PostgreSQL did for a cart. Now rows make room themselves. A new
 * one is longer by what its first change takes away, and a page is cleaned up when only a tenth of it is free.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table position add column room text default repeat(' ', 64), set (fillfactor = 90)`.execute(db)
}
