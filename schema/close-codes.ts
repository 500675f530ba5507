/** With which codes the hub closes WebSockets, and why. Those of graphql-transport-ws are its own; docs/transports.md says what to do. */
export const CLOSE_CODES: Readonly<Record<number, string>> = {
  1012: 'The process ends, or clients are to spread anew over the processes that there are. Come back and resume.',
  1013: 'Everything is taken, or who you are cannot be found out now. Come back after a while.',
  4400: 'A message that is none of the protocol.',
  4401: 'The credential is missing, unknown or revoked. Do not come back with it.',
  4403: 'A page of another site, while the hub is open to everyone on its machine.',
  4408: 'No connection_init within 3 s.',
  4409: 'An id is used twice at a time.',
  4410: 'The credential has expired, or shows something else now. Come back with a new one and resume.',
  4413: 'The client took nothing for too long, or too much waits for it. Come back and resume.',
  4429: 'This client has as many connections as it may. Use the connections you have.',
  4500: 'A bug; the log knows it.',
}
