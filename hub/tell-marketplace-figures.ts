import { Gauge, type Registry } from 'prom-client'
import { readStandings } from '../core/marketplaces/read.ts'
import type { Parts } from './parts.ts'
import { together } from './together.ts'

/** Seconds within which listings were told, as they are counted. */
const WITHIN = {
  '1': 'within_second',
  '10': 'within_ten_seconds',
  '60': 'within_minute',
  '600': 'within_ten_minutes',
} as const

/** Metrics of what marketplaces are told, and of how they do, whichever process tells them. What is counted, is counted since the marketplace was made known, so it outlives the processes. */
export function tellMarketplaceFigures(registry: Registry, { database, log }: Pick<Parts, 'database' | 'log'>): void {
  const registers = [registry]
  const gauge = <Label extends string>(name: string, help: string, ...labels: Label[]) =>
    new Gauge<Label | 'marketplace'>({
      name,
      help,
      labelNames: ['marketplace', ...labels],
      registers,
      collect: () => collect(),
    })
  const listings = gauge(
    'onhand_marketplace_listings',
    'Listings that are not as they should be, by marketplace and state: marked, waiting, urgent, refused, suspected, mending.',
    'state',
  )
  const oldest = gauge(
    'onhand_marketplace_oldest_seconds',
    'For how long the oldest change has waited that a marketplace is to be told, by marketplace.',
  )
  const failing = gauge(
    'onhand_marketplace_failing_seconds',
    'For how long a marketplace has not answered, by marketplace; 0 while it does.',
  )
  const calls = gauge('onhand_marketplace_calls', 'Calls of a marketplace so far, by marketplace.')
  const told = gauge(
    'onhand_marketplace_told',
    'Listings that a marketplace was told so far, and calls that it has put off, by marketplace and answer: accepted, refused, throttled.',
    'answer',
  )
  const delay = gauge(
    'onhand_marketplace_delay_seconds',
    'Seconds from the commit to the acknowledgement of all listings that were accepted so far, added up, by marketplace.',
  )
  const within = gauge(
    'onhand_marketplace_told_within',
    'Listings that were accepted so far at most so many seconds after the commit, by marketplace and seconds.',
    'seconds',
  )
  const all = [listings, oldest, failing, calls, told, delay, within]
  const collect = together(log, 'What marketplaces are told could not be counted', async () => {
    for (const one of all) one.reset()
    const { kysely } = database
    const known = await kysely.selectFrom('marketplace').select('id').execute()
    if (known.length === 0) return
    const standings = await readStandings(
      kysely,
      known.map(({ id }) => id),
    )
    for (const [marketplace, one] of standings) {
      listings.set({ marketplace, state: 'marked' }, one.marked)
      listings.set({ marketplace, state: 'waiting' }, one.waiting)
      listings.set({ marketplace, state: 'urgent' }, one.urgent)
      listings.set({ marketplace, state: 'refused' }, one.refusing)
      listings.set({ marketplace, state: 'suspected' }, one.suspected)
      listings.set({ marketplace, state: 'mending' }, one.mending)
      oldest.set({ marketplace }, secondsSince(one.oldest_changed_at))
      failing.set({ marketplace }, secondsSince(one.failing_since))
      calls.set({ marketplace }, one.calls)
      told.set({ marketplace, answer: 'accepted' }, one.accepted)
      told.set({ marketplace, answer: 'refused' }, one.refused)
      told.set({ marketplace, answer: 'throttled' }, one.throttled)
      delay.set({ marketplace }, one.seconds)
      for (const [seconds, column] of Object.entries(WITHIN)) within.set({ marketplace, seconds }, one[column])
    }
  })
}

function secondsSince(moment: Date | null): number {
  return moment === null ? 0 : Math.max(0, (Date.now() - moment.getTime()) / 1000)
}
