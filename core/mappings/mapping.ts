import type { SenderSignature } from './sender-signature.ts'

/** How what one system posts in its own words becomes events: declared, under a name and a version that never changes. */
export interface Mapping {
  readonly name: string
  /** Counts from 1. */
  readonly version: number
  /** The CloudEvents source of its events: itself, or the beginning of it up to a slash, so that no mapping speaks for another system. */
  readonly source: string
  /** JSONata: the payload is its input, one event or a list of them its result. Lines are counted in it when something is told of a place. */
  readonly expression: string
  /** How the system signs what it posts; null: it has a key of kind service. */
  readonly signature: SenderSignature | null
}

/** A payload with the events that are to come of it. */
export interface MappingExample {
  readonly title: string
  readonly payload: unknown
  readonly events: readonly unknown[]
}

/** A mapping as it is put in place: with at least one example, for which it is tried. */
export interface MappingDefinition extends Mapping {
  readonly examples: readonly [MappingExample, ...MappingExample[]]
}

/** As messages name it. */
export function nameOf({ name, version }: Pick<Mapping, 'name' | 'version'>): string {
  return `${name} ${version}`
}

/** Why a mapping is not put in place. */
export type MappingRefusalCode =
  /** The file says less or other things than a mapping has. */
  | 'INVALID_MAPPING'
  /** Its expression is no JSONata. */
  | 'INVALID_EXPRESSION'
  /** Something else comes of an example than it says, or nothing. */
  | 'EXAMPLE_FAILED'
  /** There is another mapping of that name and version. */
  | 'VERSION_TAKEN'
  /** That version was retired: nothing is mapped by it any more. */
  | 'VERSION_RETIRED'
  /** An event that came of an example of the version before does not come any more under its source and id. */
  | 'NAMES_CHANGED'

export class MappingRefused extends Error {
  override readonly name = 'MappingRefused'
  readonly code: MappingRefusalCode

  constructor(code: MappingRefusalCode, message: string) {
    super(`${code}: ${message}`)
    this.code = code
  }
}
