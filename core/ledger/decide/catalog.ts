import { seesChannel } from '../../access/viewer.ts'
import { leftInFence } from '../../availability/arithmetic.ts'
import { areBounds, BANDS_MAX, BOUND_MAX } from '../../availability/bands.ts'
import type {
  InputProblem,
  Refusal,
  Submission,
  UpsertChannel,
  UpsertItems,
  UpsertLocations,
  UpsertStockPolicy,
} from '../commands.ts'
import type { Change, Decision, Posting, View } from '../decision.ts'
import { refuseAll } from '../decision.ts'
import type { Channel, ChannelLocation, Fence, Item, Location, StockPolicy } from '../documents.ts'
import { BALANCE_MAX } from '../quantity.ts'
import { inPrecedence, listProblem, unknownChannel, unknownLocation, unknownSku, visibleChannel } from './input.ts'

export const MAX_UPSERTS = 1000
const UNITS_MAX = 32
const LOCATIONS_OF_CHANNEL_MAX = 1_000
export const DEFAULT_UNIT = 'each'
export const DEFAULT_LOCATION_KIND = 'WAREHOUSE'

/**
 * Makes items or changes them; what is absent in a repeated upsert stays as it is. The base unit of an item never changes, as all quantities are
 * in it. Refusals: INVALID_INPUT.
 */
export function decideUpsertItems(submission: Submission<UpsertItems>, view: View): Decision {
  const { items } = submission.command
  const errors: Refusal[] = []
  if (items.length === 0 || items.length > MAX_UPSERTS) {
    const problem = listProblem(items)
    const message = `Give 1 to ${MAX_UPSERTS} items.`
    errors.push({ code: 'INVALID_INPUT', problem, message, field: ['input', 'items'] })
    return refuseAll(errors)
  }

  const changed = new Map<string, Item>()
  for (const [index, input] of items.entries()) {
    const invalid = (problem: InputProblem, message: string, ...name: string[]) => {
      errors.push({ code: 'INVALID_INPUT', problem, message, field: ['input', 'items', String(index), ...name] })
    }
    const known = changed.get(input.sku) ?? view.item(input.sku)
    const title = input.title ?? known?.title
    const unit = input.unit ?? known?.unit ?? DEFAULT_UNIT
    if (title === undefined) {
      invalid('VALUE_MISSING', `Item "${input.sku}" is new and needs a title.`, 'title')
      continue
    }
    if (known !== undefined && unit !== known.unit) {
      const message = `The base unit of "${input.sku}" is ${known.unit} and cannot change: stock is counted in it.`
      invalid('CONTRADICTION', message, 'unit')
      continue
    }
    if (input.units != null && input.units.length > UNITS_MAX) {
      invalid('LIST_TOO_LONG', `An item has at most ${UNITS_MAX} units beside its base unit.`, 'units')
      continue
    }
    const units = new Map(input.units == null ? Object.entries(known?.units ?? {}) : [])
    for (const [at, { unit: name, factor }] of (input.units ?? []).entries()) {
      if (!Number.isSafeInteger(factor) || factor < 1) {
        const message = 'A factor is the whole number of base units in one unit, at least 1.'
        invalid('NUMBER_OUT_OF_RANGE', message, 'units', String(at), 'factor')
        continue
      }
      if (name === unit && factor !== 1) {
        invalid('CONTRADICTION', `"${name}" is the base unit; its factor is 1.`, 'units', String(at), 'factor')
        continue
      }
      if (units.has(name)) {
        invalid('LISTED_TWICE', `Unit "${name}" is given twice.`, 'units', String(at), 'unit')
        continue
      }
      if (name !== unit) units.set(name, factor)
    }
    changed.set(input.sku, {
      sku: input.sku,
      title,
      unit,
      // Own properties whatever their names, also "__proto__".
      units: Object.fromEntries(units),
      createdAt: known?.createdAt ?? view.now,
      updatedAt: view.now,
    })
  }
  if (errors.length > 0) return refuseAll(errors)

  const changes = [...changed.keys()].map(
    (sku): Change => ({ subject: 'item', subjectId: sku, sku, locationId: null, action: 'upserted' }),
  )
  return { outcome: { status: 'posted' }, items: [...changed.values()], changes }
}

/** Makes locations or changes them. Parents come first, or earlier in the same list. Refusals: INVALID_INPUT, UNKNOWN_LOCATION (a parent). */
export function decideUpsertLocations(submission: Submission<UpsertLocations>, view: View): Decision {
  const { locations } = submission.command
  const errors: Refusal[] = []
  if (locations.length === 0 || locations.length > MAX_UPSERTS) {
    errors.push({
      code: 'INVALID_INPUT',
      problem: listProblem(locations),
      message: `Give 1 to ${MAX_UPSERTS} locations.`,
      field: ['input', 'locations'],
    })
    return refuseAll(errors)
  }

  const changed = new Map<string, Location>()
  const locationOf = (id: string) => changed.get(id) ?? view.location(id)
  for (const [index, input] of locations.entries()) {
    const known = locationOf(input.id)
    const merged = {
      id: input.id,
      name: input.name ?? known?.name ?? '',
      kind: input.kind ?? known?.kind ?? DEFAULT_LOCATION_KIND,
      parentId: input.parentId === undefined ? (known?.parentId ?? null) : input.parentId,
      timeZone: input.timeZone === undefined ? (known?.timeZone ?? null) : input.timeZone,
      latitude: input.latitude === undefined ? (known?.latitude ?? null) : input.latitude,
      longitude: input.longitude === undefined ? (known?.longitude ?? null) : input.longitude,
      closed: input.closed ?? known?.closed ?? false,
      createdAt: known?.createdAt ?? view.now,
      updatedAt: view.now,
    }
    const problem = problemOf(merged, locationOf)
    if (problem === undefined) {
      changed.set(input.id, merged)
    } else {
      const { name, ...refusal } = problem
      errors.push({ ...refusal, field: ['input', 'locations', String(index), name] })
    }
  }
  if (errors.length > 0) return refuseAll(inPrecedence(errors))

  const changes = [...changed.keys()].map(
    (id): Change => ({ subject: 'location', subjectId: id, sku: null, locationId: id, action: 'upserted' }),
  )
  return { outcome: { status: 'posted' }, locations: [...changed.values()], changes }
}

function problemOf(
  location: Location,
  locationOf: (id: string) => Location | undefined,
): (Pick<Refusal, 'code' | 'problem' | 'message'> & { name: string }) | undefined {
  const invalid = (problem: InputProblem, name: string, message: string) =>
    ({ code: 'INVALID_INPUT', problem, name, message }) as const
  const outside = (name: string, message: string) => invalid('NUMBER_OUT_OF_RANGE', name, message)
  const { id, parentId, latitude, longitude, timeZone } = location
  if (location.name === '') return invalid('VALUE_MISSING', 'name', `Location "${id}" is new and needs a name.`)
  if (latitude !== null && !(Math.abs(latitude) <= 90)) return outside('latitude', 'A latitude is within ±90°.')
  if (longitude !== null && !(Math.abs(longitude) <= 180)) return outside('longitude', 'A longitude is within ±180°.')
  if (timeZone !== null && !isTimeZone(timeZone)) {
    const message = `"${timeZone}" is not a time zone of the IANA database, such as "Europe/Berlin".`
    return invalid('VALUE_UNKNOWN', 'timeZone', message)
  }
  if (isWithin(parentId, id, locationOf))
    return invalid('CONTRADICTION', 'parentId', `"${id}" would lie within itself.`)
  if (parentId !== null && locationOf(parentId) === undefined) return { ...unknownLocation(parentId), name: 'parentId' }
  return undefined
}

function isWithin(from: string | null, id: string, locationOf: (id: string) => Location | undefined): boolean {
  for (let at = from; at !== null; at = locationOf(at)?.parentId ?? null) if (at === id) return true
  return false
}

const timeZones = new Map<string, boolean>()

function isTimeZone(name: string): boolean {
  const known = timeZones.get(name)
  if (known !== undefined) return known
  let valid = true
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
  } catch {
    valid = false
  }
  if (timeZones.size < 1000) timeZones.set(name, valid)
  return valid
}

/** Makes a channel or changes it; its locations, where given, replace those before. Refusals: INVALID_INPUT, UNKNOWN_LOCATION. */
export function decideUpsertChannel(submission: Submission<UpsertChannel>, view: View): Decision {
  const { command } = submission
  const known = view.channel(command.id)
  const errors: Refusal[] = []
  const atLeastZero = (name: 'buffer' | 'cap' | 'lowStockThreshold' | 'lowStockHysteresis') => {
    const value = command[name]
    if (value == null || (Number.isSafeInteger(value) && value >= 0)) return
    const message = `${name} is a whole number, at least 0.`
    errors.push({ code: 'INVALID_INPUT', problem: 'NUMBER_OUT_OF_RANGE', message, field: ['input', name] })
  }
  if (!seesChannel(submission, command.id)) {
    const message = `Channel "${command.id}" is not one that you may change.`
    errors.push({ code: 'UNKNOWN_CHANNEL', message, field: ['input', 'id'] })
  }
  const name = command.name ?? known?.name
  if (name === undefined) {
    errors.push({
      code: 'INVALID_INPUT',
      problem: 'VALUE_MISSING',
      message: `Channel "${command.id}" is new and needs a name.`,
      field: ['input', 'name'],
    })
  }
  atLeastZero('buffer')
  atLeastZero('cap')
  atLeastZero('lowStockThreshold')
  atLeastZero('lowStockHysteresis')
  const { bands } = command
  if (bands != null && !areBounds(bands)) {
    const message = `bands holds at most ${BANDS_MAX} whole numbers, each above the one before, from 1 to ${BOUND_MAX}.`
    errors.push({ code: 'INVALID_INPUT', problem: 'NUMBER_OUT_OF_RANGE', message, field: ['input', 'bands'] })
  }

  if (command.locations != null && command.locations.length > LOCATIONS_OF_CHANNEL_MAX) {
    const message = `A channel sells from at most ${LOCATIONS_OF_CHANNEL_MAX} locations.`
    errors.push({ code: 'INVALID_INPUT', problem: 'LIST_TOO_LONG', message, field: ['input', 'locations'] })
  }
  const locations = new Map<string, ChannelLocation>()
  for (const [index, { locationId, priority }] of (command.locations ?? []).entries()) {
    const field = ['input', 'locations', String(index), 'locationId']
    if (view.location(locationId) === undefined) errors.push(unknownLocation(locationId, field))
    if (locations.has(locationId)) {
      const message = `Location "${locationId}" is given twice.`
      errors.push({ code: 'INVALID_INPUT', problem: 'LISTED_TWICE', message, field })
    }
    locations.set(locationId, { locationId, priority: priority ?? index })
  }
  if (errors.length > 0 || name === undefined) return refuseAll(inPrecedence(errors))

  const channel: Channel = {
    id: command.id,
    name,
    locations: command.locations == null ? (known?.locations ?? []) : inOrder([...locations.values()]),
    buffer: command.buffer ?? known?.buffer ?? 0,
    cap: command.cap === undefined ? (known?.cap ?? null) : command.cap,
    lowStockThreshold: command.lowStockThreshold ?? known?.lowStockThreshold ?? 0,
    lowStockHysteresis: command.lowStockHysteresis ?? known?.lowStockHysteresis ?? 0,
    bands: bands === undefined ? (known?.bands ?? []) : (bands ?? []),
    allowBackorder: command.allowBackorder ?? known?.allowBackorder ?? false,
    createdAt: known?.createdAt ?? view.now,
    updatedAt: view.now,
  }
  const change: Change = { subject: 'channel', subjectId: channel.id, sku: null, locationId: null, action: 'upserted' }
  return { outcome: { status: 'posted' }, channels: [channel], changes: [change] }
}

/** By priority, then by id: the order in which locations are asked. */
export function inOrder(locations: readonly ChannelLocation[]): ChannelLocation[] {
  return [...locations].sort((a, b) => a.priority - b.priority || (a.locationId < b.locationId ? -1 : 1))
}

/** More channels than this do not share the stock of one location. */
export const FENCES_MAX = 100

/**
 * Sets what is kept back of a SKU at a location, and for whom. A fence that is stated again keeps what its channel has used of it, so that stating it
 * twice is stating it once; one that is over by now sets nothing aside. Fences of channels that the sender may not see stay, before the others.
 * Refusals, in this order: INVALID_INPUT, UNKNOWN_SKU, UNKNOWN_LOCATION, UNKNOWN_CHANNEL.
 */
export function decideUpsertStockPolicy(submission: Submission<UpsertStockPolicy>, view: View): Decision {
  const { sku, locationId, safetyStock } = submission.command
  const errors: Refusal[] = []
  const invalid = (problem: InputProblem, message: string, ...field: string[]) =>
    errors.push({ code: 'INVALID_INPUT', problem, message, field: ['input', ...field] })
  if (safetyStock != null && !(Number.isInteger(safetyStock) && safetyStock >= 0 && safetyStock <= BALANCE_MAX)) {
    invalid('NUMBER_OUT_OF_RANGE', `safetyStock is a whole number of base units, 0 to ${BALANCE_MAX}.`, 'safetyStock')
  }
  if (view.item(sku) === undefined) errors.push(unknownSku(sku, ['input', 'sku']))
  if (view.location(locationId) === undefined) errors.push(unknownLocation(locationId, ['input', 'locationId']))

  const stated = submission.command.fences ?? []
  if (stated.length > FENCES_MAX)
    invalid('LIST_TOO_LONG', `A location has at most ${FENCES_MAX} fences for a SKU.`, 'fences')
  const channels = new Set<string>()
  let total = 0
  for (const [index, { channelId, quantity }] of stated.entries()) {
    const at = (name: string) => ['fences', String(index), name]
    total += quantity
    if (!Number.isInteger(quantity) || quantity < 1) {
      invalid(
        'QUANTITY_NOT_POSITIVE',
        'quantity is a whole number of base units, at least 1. Leave the fence out to remove it.',
        ...at('quantity'),
      )
    } else if (!(total <= BALANCE_MAX)) {
      invalid('QUANTITY_TOO_LARGE', `All fences together set aside at most ${BALANCE_MAX}.`, ...at('quantity'))
    }
    if (channels.has(channelId)) invalid('LISTED_TWICE', `Channel "${channelId}" is given twice.`, ...at('channelId'))
    channels.add(channelId)
    if (visibleChannel(channelId, submission, view) === undefined) {
      errors.push(unknownChannel(channelId, ['input', ...at('channelId')]))
    }
  }
  if (errors.length > 0) return refuseAll(inPrecedence(errors))

  const before = view.fences(sku, locationId)
  const fences = submission.command.fences == null ? before : fencesStated(submission, view)
  const policy = { sku, locationId, safetyStock: safetyStock ?? view.safetyStock(sku, locationId), fences }
  const postings = [...new Set([...before, ...fences].map(({ channelId }) => channelId))].flatMap((channelId) =>
    setAsideFor(channelId, policy, before, view),
  )
  const change: Change = { subject: 'stockPolicy', subjectId: sku, sku, locationId, action: 'upserted' }
  return { outcome: { status: 'posted' }, policies: [policy], postings, changes: [change] }
}

function fencesStated(submission: Submission<UpsertStockPolicy>, view: View): Fence[] {
  const { sku, locationId, fences } = submission.command
  const before = view.fences(sku, locationId)
  const stated = (fences ?? []).map(({ channelId, quantity, until = null }): Fence => {
    const used = before.find((fence) => fence.channelId === channelId)?.used ?? 0
    return { channelId, quantity, used, until }
  })
  return [
    ...before.filter(({ channelId }) => !seesChannel(submission, channelId)),
    ...stated.filter(({ until }) => until === null || until.getTime() > view.now.getTime()),
  ]
}

/** What the policy sets aside for a channel, more or less than before. */
function setAsideFor(
  channelId: string,
  { sku, locationId, fences }: StockPolicy,
  before: readonly Fence[],
  view: View,
): Posting[] {
  const leftIn = (of: readonly Fence[]) => {
    const fence = of.find((candidate) => candidate.channelId === channelId)
    return fence === undefined ? 0 : leftInFence(fence)
  }
  const more = leftIn(fences) - leftIn(before)
  if (more === 0) return []
  const [from, to] = more > 0 ? (['unpromised', 'fenced'] as const) : (['fenced', 'unpromised'] as const)
  return [{ sku, locationId, from, to, quantity: Math.abs(more), kind: 'fence', occurredAt: view.now, channelId }]
}
