/** Of another epoch than the database; ahead of everything that has happened in it; or so old that what followed is no longer kept. */
export type CursorFault = 'foreign-epoch' | 'future' | 'too-old'

/** A cursor that this database cannot have given, or after which it cannot tell what followed. Asking again does not help. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor'
  readonly code = 'INVALID_CURSOR'
  readonly fault: CursorFault

  constructor(fault: CursorFault, message: string) {
    super(message)
    this.fault = fault
  }
}
