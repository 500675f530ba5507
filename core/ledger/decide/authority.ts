import type { InputProblem, Refusal, SetAuthority, Submission } from '../commands.ts'
import type { AuthorityChange, Change, Decision, View } from '../decision.ts'
import { refuseAll } from '../decision.ts'
import { inPrecedence, unknownLocation } from './input.ts'

/** Declarations that one command makes at most: kinds times places. */
export const AUTHORITIES_MAX = 1_000

/**
 * Says who has the last word on facts of these kinds at these places, in place of whoever had it, or that nobody has. There is one for a kind at a place, so that it is always known whose word counts. It counts for
 * what is told from now on: nothing is posted by declaring it. Refusals, in this order: INVALID_INPUT, UNKNOWN_LOCATION.
 */
export function decideSetAuthority(submission: Submission<SetAuthority>, view: View): Decision {
  const { factKinds, locationIds, source, inParts } = submission.command
  const errors: Refusal[] = []
  const invalid = (problem: InputProblem, message: string, field: string) =>
    errors.push({ code: 'INVALID_INPUT', problem, message, field: ['input', field] })

  const kinds = [...new Set(factKinds)]
  const places = [...new Set(locationIds ?? [null])]
  if (kinds.length === 0) invalid('LIST_EMPTY', 'Name at least one kind of fact.', 'kinds')
  if (places.length === 0) invalid('LIST_EMPTY', 'Name a location, or leave them out: everywhere.', 'locationIds')
  if (kinds.length * places.length > AUTHORITIES_MAX) {
    const message = `At most ${AUTHORITIES_MAX} are declared at once: kinds times locations.`
    invalid('LIST_TOO_LONG', message, 'locationIds')
  }
  for (const [index, id] of (locationIds ?? []).entries()) {
    if (view.location(id) === undefined) errors.push(unknownLocation(id, ['input', 'locationIds', String(index)]))
  }
  if (errors.length > 0) return refuseAll(inPrecedence(errors))

  const said = { inParts, setBy: submission.client, recordedAt: view.now }
  const authorities = kinds.flatMap((kind) =>
    places.map((locationId): AuthorityChange => {
      const authority = source === null ? undefined : { kind, locationId, source, ...said }
      return { kind, locationId, authority }
    }),
  )
  const changes = places.map(
    (locationId): Change => ({
      subject: 'authority',
      subjectId: locationId ?? 'everywhere',
      sku: null,
      locationId,
      action: 'set',
    }),
  )
  return { outcome: { status: 'posted' }, authorities, changes }
}
