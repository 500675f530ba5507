import type { UpsertChannelInput, UpsertItemsItemInput, UpsertLocationsLocationInput } from './generated/operations.ts'

/** The small chain of the demo: kitchen goods and coffee, two distribution centres, five stores, a web shop and two marketplaces. */

export const LOCATIONS: readonly UpsertLocationsLocationInput[] = [
  { id: 'EUROPE', name: 'Europe', kind: 'REGION' },
  { id: 'DE', name: 'Germany', kind: 'COUNTRY', parentId: 'EUROPE', timeZone: 'Europe/Berlin' },
  { id: 'GB', name: 'Great Britain', kind: 'COUNTRY', parentId: 'EUROPE', timeZone: 'Europe/London' },
  place('LEJ', 'DC Leipzig', 'DC', 'DE', 'Europe/Berlin', 51.4244, 12.2364),
  place('BHX', 'DC Birmingham', 'DC', 'GB', 'Europe/London', 52.4539, -1.748),
  place('BER', 'Berlin Mitte', 'STORE', 'DE', 'Europe/Berlin', 52.5251, 13.3694),
  place('HAM', 'Hamburg Altona', 'STORE', 'DE', 'Europe/Berlin', 53.5507, 9.935),
  place('MUC', 'München Sendling', 'STORE', 'DE', 'Europe/Berlin', 48.1197, 11.5433),
  place('LON', 'London Shoreditch', 'STORE', 'GB', 'Europe/London', 51.5265, -0.0806),
  place('MAN', 'Manchester Northern Quarter', 'STORE', 'GB', 'Europe/London', 53.4841, -2.2354),
]

export const DCS = ['LEJ', 'BHX'] as const
export const STORES = ['BER', 'HAM', 'MUC', 'LON', 'MAN'] as const
/** From which distribution centre a store is supplied. */
export const SUPPLIED_FROM: Readonly<Record<(typeof STORES)[number], (typeof DCS)[number]>> = {
  BER: 'LEJ',
  HAM: 'LEJ',
  MUC: 'LEJ',
  LON: 'BHX',
  MAN: 'BHX',
}

export const WEB = 'web'
/** Shows at most 20 of anything and sells from the distribution centres. */
export const BAZAAR = 'bazaar'
/** Takes orders that no stock covers yet. */
export const AGORA = 'agora'

export const CHANNELS: readonly Omit<UpsertChannelInput, 'idempotencyKey'>[] = [
  {
    id: WEB,
    name: 'Web shop',
    locations: [...DCS, ...STORES].map((locationId, priority) => ({ locationId, priority })),
    buffer: 2,
    lowStockThreshold: 5,
  },
  {
    id: BAZAAR,
    name: 'Bazaar marketplace',
    locations: [
      { locationId: 'LEJ', priority: 0 },
      { locationId: 'BHX', priority: 1 },
    ],
    buffer: 5,
    cap: 20,
    lowStockThreshold: 3,
  },
  {
    id: AGORA,
    name: 'Agora marketplace',
    locations: [{ locationId: 'BHX', priority: 0 }],
    lowStockThreshold: 3,
    allowBackorder: true,
  },
]

const COLOURS = ['Blue', 'Red', 'Green', 'Grey', 'White', 'Black']

/** Name, and how many are in a case. */
const GOODS: readonly (readonly [name: string, inCase: number])[] = [
  ['Mug', 12],
  ['Cup', 24],
  ['Plate', 6],
  ['Bowl', 6],
  ['Teapot', 4],
  ['Jar', 12],
  ['Apron', 10],
  ['Napkin', 50],
  ['Tray', 8],
]

const COFFEES = ['Espresso', 'Filter', 'Decaf', 'Single Origin', 'House Blend', 'Monsooned']

export const PIECES: readonly UpsertItemsItemInput[] = COLOURS.flatMap((colour) =>
  GOODS.map(([name, inCase]) => ({
    sku: `${name}-${colour}`.toUpperCase(),
    title: `${name}, ${colour.toLowerCase()}`,
    unit: 'each',
    units: [
      { unit: 'case', factor: inCase },
      { unit: 'pallet', factor: inCase * 48 },
    ],
  })),
)

/** Sold by weight: a count of kilograms may be a decimal, but never a fraction of a gram. */
export const BY_WEIGHT: readonly UpsertItemsItemInput[] = COFFEES.map((name) => ({
  sku: `COFFEE-${name.replace(' ', '-').toUpperCase()}`,
  title: `Coffee, ${name.toLowerCase()}, by weight`,
  unit: 'gram',
  units: [
    { unit: 'kilogram', factor: 1_000 },
    { unit: 'sack', factor: 30_000 },
  ],
}))

export const ITEMS: readonly UpsertItemsItemInput[] = [...PIECES, ...BY_WEIGHT]

export const PIECE_SKUS: readonly string[] = PIECES.map(({ sku }) => sku)
export const COFFEE_SKUS: readonly string[] = BY_WEIGHT.map(({ sku }) => sku)

function place(
  id: string,
  name: string,
  kind: 'DC' | 'STORE',
  parentId: string,
  timeZone: string,
  latitude: number,
  longitude: number,
): UpsertLocationsLocationInput {
  return { id, name, kind, parentId, timeZone, latitude, longitude }
}
