/** A cursor that this database cannot have given: garbage, of another epoch, or ahead of everything that has happened. Asking again does not help. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor'
  readonly code = 'INVALID_CURSOR'
}
