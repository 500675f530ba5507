import { type ErpBacklog, readErpBacklogs } from '../../core/erp/backlog.ts'
import type { ErpRoute, ErpSystem } from '../../core/erp/routes.ts'
import type { Priority } from '../../core/figures/priority.ts'
import { readPriorities } from '../../core/figures/read.ts'
import type { Item, Location } from '../../core/ledger/documents.ts'
import type { LoaderScope } from '../shared/context.ts'
import { keyed, type Loader, listLoaderOf, loaderOf } from '../shared/loader.ts'
import { movementIdOf } from '../shared/movement-id.ts'
import {
  type ExceptionsOfPosition,
  nameOfExceptions,
  type RecordedException,
  readExceptionsOfPositions,
} from '../shared/stock-exceptions.ts'
import { readDeadLetters } from './entities/dead-letter.ts'
import { readErpConditions, readErpRoutes, readErpSystems } from './entities/erp-system.ts'
import { type FactKey, nameOfFact, readFacts } from './entities/fact.ts'
import { type ItemLevels, nameOfItemLevels, readItems, readLevelsOfItems } from './entities/inventory-item.ts'
import {
  type LocationLevels,
  nameOfLocationLevels,
  readChildren,
  readLevelsOfLocations,
  readLocations,
} from './entities/location.ts'
import { nameOfPosition, type PositionName, readLevels } from './entities/stock-level.ts'
import {
  type EntryKey,
  type MovementsOfPosition,
  nameOfMovements,
  readEpochs,
  readMovements,
  readMovementsOfPositions,
} from './entities/stock-movement.ts'
import type { DeadLetterModel, FactModel, StockLevelModel, StockMovementModel } from './models.ts'

/** Batched reads of one request. What the viewer may not see is not found. */
export interface Loaders {
  readonly item: Loader<string, Item | null>
  readonly location: Loader<string, Location | null>
  /** Locations directly below one, by id. */
  readonly children: Loader<string, readonly Location[]>
  /** All balances of a SKU at a location, zeros where nothing was ever there; null where there is no such item or location. */
  readonly level: Loader<PositionName, StockLevelModel | null>
  readonly levelsOfItem: Loader<ItemLevels, readonly StockLevelModel[]>
  readonly levelsOfLocation: Loader<LocationLevels, readonly StockLevelModel[]>
  /** A journal entry by its public id. */
  readonly movement: Loader<string, StockMovementModel | null>
  /** Under which epoch the number of a journal entry was handed out; null where it is from before epochs were kept. */
  readonly epoch: Loader<EntryKey, string | null>
  readonly movementsOfPosition: Loader<MovementsOfPosition, readonly StockMovementModel[]>
  readonly exceptionsOfPosition: Loader<ExceptionsOfPosition, readonly RecordedException[]>
  readonly deadLetter: Loader<string, DeadLetterModel | null>
  readonly fact: Loader<FactKey, FactModel | null>
  readonly erpSystem: Loader<string, ErpSystem | null>
  readonly erpBacklog: Loader<string, ErpBacklog | null>
  readonly erpCondition: Loader<string, Awaited<ReturnType<typeof readErpConditions>>[number] | null>
  readonly priority: Loader<string, Priority | null>
  readonly routesOfErp: Loader<string, readonly ErpRoute[]>
}

const self = (id: string): string => id

export function loadersOf({ db, lookups, viewer }: LoaderScope): Loaders {
  return {
    item: loaderOf(self, async (skus) => keyed(await readItems(lookups, skus), ({ sku }) => sku)),
    location: loaderOf(self, async (ids) => keyed(await readLocations(lookups, ids), ({ id }) => id)),
    children: listLoaderOf(self, (parentIds) => readChildren(db, parentIds)),
    level: loaderOf(nameOfPosition, async (positions) => keyed(await readLevels(lookups, positions), nameOfPosition)),
    levelsOfItem: listLoaderOf(nameOfItemLevels, (wanted) => readLevelsOfItems(lookups, wanted)),
    levelsOfLocation: listLoaderOf(nameOfLocationLevels, (wanted) => readLevelsOfLocations(db, wanted)),
    movement: loaderOf(self, (ids) => readMovements(db, viewer, ids)),
    epoch: loaderOf(movementIdOf, (keys) => readEpochs(db, keys)),
    movementsOfPosition: listLoaderOf(nameOfMovements, (wanted) => readMovementsOfPositions(db, viewer, wanted)),
    exceptionsOfPosition: listLoaderOf(nameOfExceptions, (wanted) => readExceptionsOfPositions(db, wanted)),
    fact: loaderOf(nameOfFact, (wanted) => readFacts(db, wanted)),
    erpSystem: loaderOf(self, async (ids) => keyed(await readErpSystems(db, ids), ({ id }) => id)),
    erpBacklog: loaderOf(self, (ids) => readErpBacklogs(db, ids)),
    erpCondition: loaderOf(self, async (ids) => keyed(await readErpConditions(db, ids), ({ systemId }) => systemId)),
    priority: loaderOf(self, (ids) => readPriorities(db, ids)),
    routesOfErp: listLoaderOf(self, (ids) => readErpRoutes(db, ids)),
    deadLetter: loaderOf(self, async (ids) => keyed(await readDeadLetters(db, ids), ({ id }) => id)),
  }
}
