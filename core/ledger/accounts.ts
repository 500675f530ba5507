/** The three families of accounts. A posting moves a positive quantity between two accounts of one family. */
export type Family = 'stock' | 'demand' | 'supply'

/** Physical stock at a location, in base units. */
export type StockAccount = 'sellable' | 'qualityHold' | 'damaged' | 'blocked'
/** Promises made against a location's stock. */
export type DemandAccount = 'held' | 'committed' | 'backordered' | 'fenced'
/** Stock expected at a location. */
export type SupplyAccount = 'onOrder' | 'inTransit'

/** Accounts with a balance per SKU and location. */
export type BalanceAccount = StockAccount | DemandAccount | SupplyAccount
/** Where stock, promises and supply come from and go to; they have no balance of their own. */
export type OutsideAccount = 'supplier' | 'customer' | 'loss' | 'inTransfer' | 'unpromised' | 'unscheduled'

export type Account = BalanceAccount | OutsideAccount

export const STOCK_ACCOUNTS = ['sellable', 'qualityHold', 'damaged', 'blocked'] as const
export const BALANCE_ACCOUNTS = [
  ...STOCK_ACCOUNTS,
  'held',
  'committed',
  'backordered',
  'fenced',
  'onOrder',
  'inTransit',
] as const

export const FAMILY_OF: Readonly<Record<Account, Family>> = {
  sellable: 'stock',
  qualityHold: 'stock',
  damaged: 'stock',
  blocked: 'stock',
  supplier: 'stock',
  customer: 'stock',
  loss: 'stock',
  inTransfer: 'stock',
  held: 'demand',
  committed: 'demand',
  backordered: 'demand',
  fenced: 'demand',
  unpromised: 'demand',
  onOrder: 'supply',
  inTransit: 'supply',
  unscheduled: 'supply',
}

const BALANCES = new Set<string>(BALANCE_ACCOUNTS)
const STOCK = new Set<string>(STOCK_ACCOUNTS)

export function hasBalance(account: Account): account is BalanceAccount {
  return BALANCES.has(account)
}

export function isStockAccount(account: string): account is StockAccount {
  return STOCK.has(account)
}

/** The balances of one SKU at one location, in base units. */
export type Balances = Readonly<Record<BalanceAccount, number>>

export const NO_BALANCES: Balances = {
  sellable: 0,
  qualityHold: 0,
  damaged: 0,
  blocked: 0,
  held: 0,
  committed: 0,
  backordered: 0,
  fenced: 0,
  onOrder: 0,
  inTransit: 0,
}

export function onHand(balances: Balances): number {
  return balances.sellable + balances.qualityHold + balances.damaged + balances.blocked
}
