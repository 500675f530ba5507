/** Why a store was closed by itself: the hub refused what was asked, and would refuse it again. */
export class OnhandError extends Error {
  override readonly name: string = 'OnhandError'
  /** The code of the refusal, such as `FORBIDDEN` or `BAD_USER_INPUT`; `UNAUTHENTICATED` for the close code 4401, `FORBIDDEN` for 4403. */
  readonly code: string
  /** With which code the hub closed the socket, where it did. */
  readonly closeCode: number | undefined
  /** What to tell the operator of the hub, who finds it in the log. */
  readonly requestId: string | undefined

  constructor(
    code: string,
    message: string,
    { closeCode, requestId }: { closeCode?: number | undefined; requestId?: string | undefined } = {},
  ) {
    super(message)
    this.code = code
    this.closeCode = closeCode
    this.requestId = requestId
  }
}
