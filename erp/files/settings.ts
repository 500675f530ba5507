/** How an ERP of yesterday hands over its files. */
export interface FilesSettings {
  /** Holds the folders `in`, `archive` and `rejected`, which are made where they are absent. */
  readonly folder: string
  /** The `source` of its events. */
  readonly source: string
  /** What is in the files. The first whose pattern fits the name of a file says so; a file that none fits is rejected. */
  readonly files: readonly FileFormat[]
  /**
   * How it shows that a file is whole. `trailer`: its last line is `#end,<rows>,<total>`, the number of its rows and the sum of its quantities, written last. `rename`: it was written under a name that does not end in .csv or .csv.gz, and
   * renamed; a trailer is compared where there is one. Default: `trailer`.
   */
  readonly complete?: 'trailer' | 'rename'
  /** Of times without a zone. Default: UTC. */
  readonly timeZone?: string
  /** Seconds after which a file that is not whole is told as a problem. Default 3,600. */
  readonly staleSeconds?: number
  /** Rows in a page; 500 by default. */
  readonly pageSize?: number
}

export interface FileFormat {
  /** Of the name of a file, with `*` for any characters: `sales-*.csv`. */
  readonly pattern: string
  readonly rows: RowKind
  /** Ours by theirs: which column of the file has which field. A field without an entry is read from the column of its own name. */
  readonly columns?: Readonly<Partial<Record<Field, string>>>
  /** Fields that are the same for every row of such a file. */
  readonly fixed?: Readonly<Partial<Record<Field, string>>>
  /** What goes before an id of theirs to make it a location of the hub, such as `S` where shops and warehouses are numbered alike. */
  readonly prefix?: Readonly<Partial<Record<'location' | 'origin', string>>>
  readonly delimiter?: string
}

/**
 * What a row tells. `item`, `location`: what there is. `sale`, `receipt`, `return`, `adjustment`, `count`, `transfer`: what happened (delta). `stock`: what the ERP has on its books, every position
 * of the locations in the file (full): compared, and never recorded as an event.
 */
export const ROW_KINDS = [
  'item',
  'location',
  'sale',
  'receipt',
  'return',
  'adjustment',
  'count',
  'transfer',
  'stock',
] as const
export type RowKind = (typeof ROW_KINDS)[number]

export const FIELDS = [
  'sku',
  'location',
  'quantity',
  'unit',
  'time',
  'reference',
  'reason',
  'origin',
  'rejected',
  'title',
  'otherUnit',
  'factor',
  'name',
  'kind',
] as const
export type Field = (typeof FIELDS)[number]

/** Fields that a row of a kind has to have, and those that it may have. */
export const ROW_FIELDS: Readonly<
  Record<RowKind, { readonly needs: readonly Field[]; readonly may: readonly Field[] }>
> = {
  item: { needs: ['sku', 'title'], may: ['unit', 'otherUnit', 'factor'] },
  location: { needs: ['location', 'name'], may: ['kind'] },
  sale: { needs: ['sku', 'location', 'quantity'], may: ['unit', 'time', 'reference'] },
  // Of a delivery, `rejected` of `quantity` were not good: they are there, and not to be sold.
  receipt: { needs: ['sku', 'location', 'quantity'], may: ['unit', 'time', 'reference', 'rejected'] },
  return: { needs: ['sku', 'location', 'quantity', 'reference'], may: ['unit', 'time', 'reason'] },
  adjustment: { needs: ['sku', 'location', 'quantity', 'reason'], may: ['unit', 'time'] },
  count: { needs: ['sku', 'location', 'quantity'], may: ['unit', 'time'] },
  transfer: { needs: ['sku', 'location', 'quantity', 'origin'], may: ['unit', 'time', 'reference'] },
  stock: { needs: ['sku', 'location', 'quantity'], may: ['factor'] },
}
