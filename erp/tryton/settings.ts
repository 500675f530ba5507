import type { StockAccount } from '../../core/ledger/accounts.ts'

/** How a Tryton is reached, and what its words mean here. */
export interface TrytonSettings {
  /** With the name of the database, such as `https://erp.example/erp/`. */
  readonly url: string
  readonly user: string
  readonly password: string
  /** Id of the company whose stock it is; 1 is the first. */
  readonly company: number
  /** The `source` of its events: an URI reference that names this ERP for ever, such as `/erp/main`. */
  readonly source: string
  /** Where the hub's locations are in the ERP. */
  readonly locations: readonly TrytonPlace[]
  /** Code or name of the customer to whom shops sell. Without it, no movement to or from customers is posted. */
  readonly customer?: string
  /** Code or name of the supplier of goods whose supplier the hub does not know. Without it, no movement to or from suppliers is posted. */
  readonly supplier?: string
  /** By the name of a unit in the ERP: the hub's base unit, and how many of it one is. Added to `COMMON_UNITS`. */
  readonly units?: Readonly<Record<string, BaseUnit>>
  /** In which the day of a movement is told. Default: UTC. */
  readonly timeZone?: string
  /**
   * Longer than the longest transaction of the ERP, in seconds; 300 by default. Its records bear the time at which their transaction began, so one of 27 s shows up 27 s in the past; whatever
   * is younger than this is read again with each pull.
   */
  readonly overlapSeconds?: number
  /** In which an answer has to be there; 60 by default. */
  readonly timeoutSeconds?: number
  /** What the ERP recorded before is left alone: the hub has begun with a count of that moment. ISO 8601; everything by default. */
  readonly since?: string
  /** Records in a page; 1,000 by default. */
  readonly pageSize?: number
}

export interface TrytonPlace {
  /** Code of a warehouse, or of a storage location: it and everything below it, unless that is named by an entry of its own. */
  readonly code: string
  readonly locationId: string
  /** What is there is in these accounts of the hub, goods that come from there are in the first of them. Default: all four, as `sellable`. */
  readonly accounts?: readonly [StockAccount, ...StockAccount[]]
}

export interface BaseUnit {
  readonly unit: string
  /** A whole number. */
  readonly factor: number
}

/** What Tryton's own units are here, unless the settings say otherwise. Quantities of the hub are whole, so what is weighed is kept in grams. */
export const COMMON_UNITS: Readonly<Record<string, BaseUnit>> = {
  Unit: { unit: 'each', factor: 1 },
  Kilogram: { unit: 'gram', factor: 1_000 },
  Gram: { unit: 'gram', factor: 1 },
  Liter: { unit: 'millilitre', factor: 1_000 },
  Meter: { unit: 'millimetre', factor: 1_000 },
  Centimeter: { unit: 'millimetre', factor: 10 },
  Millimeter: { unit: 'millimetre', factor: 1 },
}

export const OVERLAP_SECONDS = 300
export const TIMEOUT_SECONDS = 60
export const PAGE_SIZE = 1_000
