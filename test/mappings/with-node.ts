/** Has processes that are started in between run another program than Node. */
export async function withNode(path: string, work: () => Promise<void>): Promise<void> {
  const { execPath } = process
  process.execPath = path
  try {
    await work()
  } finally {
    process.execPath = execPath
  }
}
