import {
  countUngathered,
  type HourlyFigures,
  readBacklog,
  readDivergenceSums,
  readFailures,
  readInterventions,
  readRecording,
  readRecovery,
  readStockErrors,
} from '../../../core/figures/read.ts'
import { readable } from '../../../core/ingest/unreadable.ts'
import type { FiguresResolvers, InterventionKind, StockErrorKind } from '../generated/types.ts'
import { codeOf } from './dead-letter.ts'

export const figuresFields: FiguresResolvers = {
  pending: (_span, _args, { db }) => countUngathered(db),
  recording: (span, _args, { db }) => readRecording(db, span),
  failures: async (span, _args, { db }) => {
    const found = await readFailures(db, span)
    return found.map(({ source, type, code, ...rest }) => ({
      ...rest,
      source: readable(source),
      eventType: readable(type),
      code: codeOf(code),
    }))
  },
  recovery: (span, _args, { db }) => readRecovery(db, span),
  stockErrors: async (span, _args, { db }) => (await readStockErrors(db, span)).flatMap(stockErrorOf),
  interventions: async (span, _args, { db }) => (await readInterventions(db, span)).flatMap(interventionOf),
  divergences: (_span, _args, { db }) => readDivergenceSums(db),
  backlog: (_span, _args, { db }) => readBacklog(db),
}

const STOCK_ERRORS: Readonly<Record<StockErrorKind, true>> = {
  CANCELED_BACKORDER: true,
  CANCELED_FOR_STOCK: true,
  OVERSELL: true,
  NEGATIVE_STOCK: true,
  OVER_RECEIPT: true,
  UNKNOWN_DOCUMENT: true,
  UNEXPECTED_STATE: true,
  LATE_SUPPLY: true,
  PROMISE_UNCOVERED: true,
  CONTRADICTION: true,
}

const INTERVENTIONS: Readonly<Record<InterventionKind, true>> = {
  ADJUSTMENT: true,
  REPLAY: true,
  LETTER_REPLAYED: true,
  LETTER_DISCARDED: true,
  DIVERGENCE_CORRECTED: true,
  DIVERGENCE_TOLD: true,
  DIVERGENCE_IGNORED: true,
  DIVERGENCE_PROPOSED: true,
  DIVERGENCE_HELD: true,
}

function stockErrorOf({ figure, label, count, units }: HourlyFigures) {
  if (!isOf(STOCK_ERRORS, figure)) return []
  return [{ kind: figure, channelId: label === '' ? null : label, count, units }]
}

function interventionOf({ figure, label, count }: HourlyFigures) {
  if (!isOf(INTERVENTIONS, figure)) return []
  return [{ kind: figure, source: label === '' ? null : label, count }]
}

function isOf<Name extends string>(names: Readonly<Record<Name, true>>, name: string): name is Name {
  return Object.hasOwn(names, name)
}
