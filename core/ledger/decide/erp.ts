import { type ErpMode, type ErpRoute, type ErpSystem, RouteTable } from '../../erp/routes.ts'
import type { InputProblem, Refusal, SetErpRoute, Submission, UpsertErpSystem } from '../commands.ts'
import type { Change, Decision, View } from '../decision.ts'
import { refuseAll } from '../decision.ts'
import { BALANCE_MAX } from '../quantity.ts'
import { inPrecedence, unknownLocation } from './input.ts'

/** Sources that an ERP hears of without the hub, at most. */
export const HEARD_SOURCES_MAX = 100
/** Routes that one command sets at most: places times beginnings of SKUs. */
export const ROUTES_MAX = 1_000
/** Characters of the settings of a connector, as JSON. */
const SETTINGS_MAX = 65_536
/** A year. */
const RECONCILE_MINUTES_MAX = 525_600
/** A week, and a year. */
const SHADOW_HOURS = 168
const SHADOW_HOURS_MAX = 8_760

/** Makes an ERP known or changes what is known of it; what is absent stays as it is. Refusals: INVALID_INPUT. */
export function decideUpsertErpSystem(submission: Submission<UpsertErpSystem>, view: View): Decision {
  const { command } = submission
  const known = view.erpSystem(command.id)
  const errors: Refusal[] = []
  const invalid = (problem: InputProblem, message: string, field: string) =>
    errors.push({ code: 'INVALID_INPUT', problem, message, field: ['input', field] })

  const kind = command.connector ?? known?.kind
  if (kind === undefined) invalid('VALUE_MISSING', `ERP "${command.id}" is new and needs a connector.`, 'connector')
  if (known !== undefined && kind !== known.kind) {
    invalid(
      'CONTRADICTION',
      `"${command.id}" is reached by the connector ${known.kind}; another ERP has another id.`,
      'connector',
    )
  }
  const heardSources = [...new Set(command.heardSources ?? known?.heardSources ?? [])]
  if (heardSources.length > HEARD_SOURCES_MAX) {
    invalid('LIST_TOO_LONG', `At most ${HEARD_SOURCES_MAX} sources can be named.`, 'heardSources')
  }
  const settings = command.settings ?? known?.settings ?? {}
  if (JSON.stringify(settings).length > SETTINGS_MAX) {
    invalid('TEXT_TOO_LONG', `Settings have at most ${SETTINGS_MAX} characters as JSON.`, 'settings')
  }
  const correctUpTo = command.correctUpTo ?? known?.correctUpTo ?? 0
  if (!(Number.isInteger(correctUpTo) && correctUpTo >= 0 && correctUpTo <= BALANCE_MAX)) {
    invalid('NUMBER_OUT_OF_RANGE', `correctUpTo is a whole number of base units, 0 to ${BALANCE_MAX}.`, 'correctUpTo')
  }
  const reconcileMinutes = command.reconcileMinutes ?? known?.reconcileMinutes ?? 0
  if (!(reconcileMinutes >= 0 && reconcileMinutes <= RECONCILE_MINUTES_MAX)) {
    invalid(
      'NUMBER_OUT_OF_RANGE',
      `reconcileMinutes is a whole number, 0 to ${RECONCILE_MINUTES_MAX}.`,
      'reconcileMinutes',
    )
  }
  const shadowHours = command.shadowHours ?? known?.shadowHours ?? SHADOW_HOURS
  if (!(shadowHours >= 0 && shadowHours <= SHADOW_HOURS_MAX)) {
    invalid('NUMBER_OUT_OF_RANGE', `shadowHours is a whole number, 0 to ${SHADOW_HOURS_MAX}.`, 'shadowHours')
  }
  if (errors.length > 0 || kind === undefined) return refuseAll(errors)

  const system: ErpSystem = {
    id: command.id,
    name: command.name ?? known?.name ?? command.id,
    kind,
    settings,
    heardSources,
    paused: command.paused ?? known?.paused ?? false,
    correctUpTo,
    fourEyes: command.fourEyes ?? known?.fourEyes ?? false,
    reconcileMinutes,
    shadowHours,
    createdAt: known?.createdAt ?? view.now,
    updatedAt: view.now,
  }
  const change: Change = {
    subject: 'erpSystem',
    subjectId: system.id,
    sku: null,
    locationId: null,
    action: 'upserted',
  }
  return { outcome: { status: 'posted' }, erpSystems: [system], changes: [change] }
}

/**
 * Says what an ERP is for some goods at some places, from a moment on that has not been yet. For the same goods at the same place one ERP is LIVE at a time.
 * Refusals, in this order: INVALID_INPUT, UNKNOWN_LOCATION, NOT_FOUND, WRONG_STATE (another is LIVE then).
 */
export function decideSetErpRoute(submission: Submission<SetErpRoute>, view: View): Decision {
  const { systemId, locationIds, skuPrefixes, mode, validFrom } = submission.command
  const errors: Refusal[] = []
  const invalid = (problem: InputProblem, message: string, field: string) =>
    errors.push({ code: 'INVALID_INPUT', problem, message, field: ['input', field] })

  const from = validFrom ?? view.now
  if (from.getTime() < view.now.getTime()) {
    const message = 'validFrom is not over yet: which ERP a movement of the past was for does not change any more.'
    invalid('NUMBER_OUT_OF_RANGE', message, 'validFrom')
  }
  const places = locationIds ?? [null]
  const domains = skuPrefixes ?? ['']
  if (places.length === 0) invalid('LIST_EMPTY', 'Name a location, or leave them out: everywhere.', 'locationIds')
  if (domains.length === 0) invalid('LIST_EMPTY', 'Name a beginning, or leave them out: all goods.', 'skuPrefixes')
  if (places.length * domains.length > ROUTES_MAX) {
    invalid('LIST_TOO_LONG', `At most ${ROUTES_MAX} routes are set at once: locations times prefixes.`, 'locationIds')
  }
  for (const [index, id] of (locationIds ?? []).entries()) {
    if (view.location(id) === undefined) errors.push(unknownLocation(id, ['input', 'locationIds', String(index)]))
  }
  if (view.erpSystem(systemId) === undefined) {
    const message = `There is no ERP "${systemId}". Add it with upsertErpSystem.`
    errors.push({ code: 'NOT_FOUND', message, field: ['input', 'systemId'] })
  }
  if (errors.length > 0) return refuseAll(inPrecedence(errors))

  const all = view.erpRoutes()
  const table = new RouteTable(all)
  const routes = new Map<string, ErpRoute>()
  for (const locationId of new Set(places)) {
    for (const skuPrefix of new Set(domains)) {
      const known = all.filter((one) => one.locationId === locationId && one.skuPrefix === skuPrefix)
      const route = (of: string, as: ErpMode): ErpRoute => ({
        systemId: of,
        locationId,
        skuPrefix,
        mode: as,
        validFrom: from,
        setBy: submission.client,
        recordedAt: view.now,
      })
      // Also one that has the books by a route for more than these goods or this place goes on, in SHADOW, for them.
      const before = mode === 'CUT_OVER' ? table.destinations(locationId ?? '', skuPrefix, from) : []
      const others = before.filter((one) => one.mode === 'LIVE' && one.systemId !== systemId)
      const set = [
        route(systemId, mode === 'CUT_OVER' ? 'LIVE' : mode),
        ...others.map((other) => route(other.systemId, 'SHADOW')),
      ]
      const two = twoLive(known, set, from)
      if (two !== undefined) {
        const what = `${skuPrefix === '' ? 'all goods' : `SKUs that begin with "${skuPrefix}"`} ${locationId === null ? 'everywhere' : `at "${locationId}"`}`
        const message = `From ${two.at.toISOString()} on ${two.systems.join(' and ')} would both be LIVE for ${what}. CUT_OVER lets one take over from the other.`
        errors.push({ code: 'WRONG_STATE', message, field: ['input', 'mode'] })
        continue
      }
      for (const one of set) routes.set(JSON.stringify([one.systemId, locationId, skuPrefix]), one)
    }
  }
  if (errors.length > 0) return refuseAll(errors.slice(0, 1))

  const change: Change = { subject: 'erpRoute', subjectId: systemId, sku: null, locationId: null, action: 'set' }
  return { outcome: { status: 'posted' }, erpRoutes: [...routes.values()], changes: [change] }
}

/** ERPs that are LIVE at a moment, by routes for the same goods at the same place. */
function liveAt(routes: readonly ErpRoute[], at: Date): string[] {
  const newest = new Map<string, ErpRoute>()
  for (const route of routes) {
    if (route.validFrom.getTime() > at.getTime()) continue
    const before = newest.get(route.systemId)
    if (before === undefined || before.validFrom.getTime() <= route.validFrom.getTime())
      newest.set(route.systemId, route)
  }
  return [...newest.values()]
    .filter(({ mode }) => mode === 'LIVE')
    .map(({ systemId }) => systemId)
    .sort()
}

/** The first moment from which two would be LIVE, what was planned for later included. */
function twoLive(
  known: readonly ErpRoute[],
  set: readonly ErpRoute[],
  from: Date,
): { readonly at: Date; readonly systems: readonly string[] } | undefined {
  const replaced = (one: ErpRoute) =>
    set.some(({ systemId, validFrom }) => systemId === one.systemId && +validFrom === +one.validFrom)
  const all = [...known.filter((one) => !replaced(one)), ...set]
  const moments = [from, ...known.map(({ validFrom }) => validFrom)]
    .filter((at) => at.getTime() >= from.getTime())
    .sort((a, b) => a.getTime() - b.getTime())
  for (const at of moments) {
    const systems = liveAt(all, at)
    if (systems.length > 1) return { at, systems }
  }
  return undefined
}
