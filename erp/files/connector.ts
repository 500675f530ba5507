import { STOCK_ACCOUNTS } from '../../core/ledger/accounts.ts'
import {
  type ErpBalance,
  type ErpConnector,
  type ErpEvent,
  type ErpItem,
  type ErpLocation,
  isErpLocationKind,
  type PulledPage,
  type SnapshotPage,
  type SnapshotScope,
  type UnreadableBalance,
} from '../connector.ts'
import { checkFile } from './check-file.ts'
import { DropFolder, type DroppedFile } from './drop-folder.ts'
import { type Row, readRows } from './read-rows.ts'
import { eventsOfRow } from './row-events.ts'
import type { FileFormat, FilesSettings } from './settings.ts'

export const PAGE_SIZE = 500
export const STALE_SECONDS = 3_600

/** How far a pull has come: within a file, or at its end, where it is to be archived. */
interface Watermark {
  readonly name: string
  readonly sha256: string
  /** The last line that was handed over. */
  readonly line: number
  readonly isEnd: boolean
}

/** CSV in a folder. It is told what the ERP has, and tells it nothing. */
export function openFiles(settings: FilesSettings): ErpConnector {
  const {
    complete = 'trailer',
    timeZone = 'UTC',
    pageSize = PAGE_SIZE,
    staleSeconds = STALE_SECONDS,
    source,
  } = settings
  const folder = new DropFolder(settings.folder)
  const formats = settings.files.map((format) => ({ format, fits: fitting(format.pattern) }))
  const formatOf = (name: string) => formats.find(({ fits }) => fits(name))?.format

  /** Pages that were handed over by this connector, with the file that ends with each. */
  const handedOver: {
    readonly watermark: string
    readonly ended?: { readonly file: DroppedFile; readonly hash: string }
  }[] = []

  async function* pull(from: string | null, signal: AbortSignal): AsyncGenerator<PulledPage, void> {
    signal.throwIfAborted()
    const reached = from === null ? undefined : readWatermark(from)
    // Files are archived when the watermark of their end, or of a later one, has come back: all of them is stored then.
    const stored = handedOver.findIndex(({ watermark }) => watermark === from)
    const ended = handedOver
      .splice(0)
      .slice(0, stored + 1)
      .flatMap((page) => page.ended ?? [])
    for (const { file, hash } of ended) await folder.archive(file, hash).catch(gone)

    const files = [...(await folder.files())]
    // The one that was begun first, so that it goes on where it ended.
    files.sort((a, b) => Number(b.name === reached?.name) - Number(a.name === reached?.name))
    let upTo = new Date()
    for (const file of files) {
      signal.throwIfAborted()
      const hash = await folder.hashOf(file)
      const isThis = reached?.name === file.name && reached.sha256 === hash
      if (isThis && reached.isEnd) {
        await folder.archive(file, hash)
        continue
      }
      const format = await acceptable(file, hash)
      if (format === undefined) continue
      upTo = file.writtenAt
      for await (const { content, at } of pagesOf(file, hash, format, isThis ? reached.line : 0, signal)) {
        const watermark = writeWatermark(at)
        handedOver.push(at.isEnd ? { watermark, ended: { file, hash } } : { watermark })
        yield { ...content, watermark, upTo }
      }
    }
    if (handedOver.length > 0) return
    const watermark = from ?? writeWatermark({ name: '', sha256: '', line: 0, isEnd: true })
    yield { items: [], locations: [], events: [], acknowledgements: [], watermark, upTo }
  }

  /** The format of a file that can be taken; one that cannot is rejected, and one that is not whole left alone. */
  async function acceptable(file: DroppedFile, hash: string): Promise<FileFormat | undefined> {
    const format = formatOf(file.name)
    if (format === undefined) {
      await folder.reject(file, [{ line: null, message: 'The settings say nothing about files of such a name.' }], 1)
      return undefined
    }
    const checked = await checkFile({ path: file.path, format, needsTrailer: complete === 'trailer', timeZone })
    if (checked.status === 'unfinished') {
      if (Date.now() - file.writtenAt.getTime() < staleSeconds * 1_000) return undefined
      const message = `It has no trailer (#end,<rows>,<total>), and was not written to for ${staleSeconds} s.`
      await folder.reject(file, [{ line: null, message }], 1)
      return undefined
    }
    if (checked.status === 'bad') {
      await folder.reject(file, checked.problems, checked.found)
      return undefined
    }
    switch (await folder.wasTaken(file, hash)) {
      case 'another':
        await folder.reject(file, [{ line: null, message: 'Another file of that name was taken before.' }], 1)
        return undefined
      case 'this':
        await folder.archive(file, hash)
        return undefined
      case 'no':
        return format
    }
  }

  async function* pagesOf(file: DroppedFile, sha256: string, format: FileFormat, after: number, signal: AbortSignal) {
    const { name, path, writtenAt } = file
    const reachedAt = (line: number, isEnd: boolean): Watermark => ({ name, sha256, line, isEnd })
    let content = new Content()
    let line = after
    for await (const row of readRows(path, format).rows) {
      signal.throwIfAborted()
      if (!('fields' in row) || row.line <= after) continue
      if (content.rows === pageSize) {
        yield { content: content.page(), at: reachedAt(line, false) }
        content = new Content()
      }
      content.add(row, format, eventsOfRow(row, { name, kind: format.rows, source, timeZone, writtenAt }))
      line = row.line
    }
    yield { content: content.page(), at: reachedAt(line, true) }
  }

  async function* snapshot(
    { locationIds, skus }: SnapshotScope,
    signal: AbortSignal,
  ): AsyncGenerator<SnapshotPage, void> {
    signal.throwIfAborted()
    const file = await folder.newest((name) => formatOf(name)?.rows === 'stock')
    const format = file === undefined ? undefined : formatOf(file.name)
    if (file === undefined || format === undefined)
      throw new Error('No file has come yet that says what is on the books.')
    let balances: ErpBalance[] = []
    let unreadable: UnreadableBalance[] = []
    for await (const row of readRows(file.path, format).rows) {
      signal.throwIfAborted()
      if (!('fields' in row)) continue
      const { sku = '', location: locationId = '', quantity = '0', factor = '1' } = row.fields
      if ((locationIds !== null && !locationIds.includes(locationId)) || (skus !== null && !skus.includes(sku)))
        continue
      const base = Number(quantity) * Number(factor)
      if (Number.isSafeInteger(base)) balances.push({ sku, locationId, accounts: STOCK_ACCOUNTS, quantity: base })
      else unreadable.push({ sku, locationId, message: `${quantity} × ${factor} (line ${row.line}) is not whole.` })
      if (balances.length + unreadable.length < pageSize) continue
      yield { asOf: file.writtenAt, balances, unreadable }
      balances = []
      unreadable = []
    }
    yield { asOf: file.writtenAt, balances, unreadable }
  }

  return {
    kind: 'files',
    can: {
      pull: true,
      snapshot: settings.files.some(({ rows }) => rows === 'stock'),
      post: [],
      find: false,
      postBatch: 1,
    },
    async health(signal) {
      signal.throwIfAborted()
      await folder.check()
      return { version: 'files', now: new Date(), aheadMs: 0 }
    },
    pull,
    snapshot,
    async post(movements, signal) {
      signal.throwIfAborted()
      const message = 'A folder of files is read only.'
      return movements.map(({ reference }) => ({
        reference,
        status: 'refused',
        code: 'NOT_SUPPORTED',
        message,
        permanent: true,
      }))
    },
    async find(references, signal) {
      signal.throwIfAborted()
      return references.map((reference) => ({ reference, status: 'unknown' }))
    },
    async close() {},
  }
}

class Content {
  rows = 0
  readonly #items: ErpItem[] = []
  readonly #locations: ErpLocation[] = []
  readonly #events: ErpEvent[] = []

  add({ fields }: Row, { rows: kind }: FileFormat, events: readonly ErpEvent[]): void {
    this.rows++
    this.#events.push(...events)
    const { sku, title, unit = 'each', otherUnit, factor, location, name } = fields
    if (kind === 'item' && sku !== undefined && title !== undefined) {
      const units =
        otherUnit === undefined || factor === undefined || factor === '1'
          ? []
          : [{ unit: otherUnit, factor: Number(factor) }]
      this.#items.push({ sku, title, unit, units })
    }
    if (kind === 'location' && location !== undefined && name !== undefined) {
      const { kind: said } = fields
      this.#locations.push({ id: location, name, kind: said !== undefined && isErpLocationKind(said) ? said : null })
    }
  }

  page() {
    return { items: this.#items, locations: this.#locations, events: this.#events, acknowledgements: [] }
  }
}

function writeWatermark(watermark: Watermark): string {
  return JSON.stringify({ v: 1, ...watermark })
}

/** Somebody else has taken it away, or archived it. */
function gone(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}

function readWatermark(text: string): Watermark {
  const value: unknown = JSON.parse(text)
  if (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    'sha256' in value &&
    'line' in value &&
    'isEnd' in value
  ) {
    const { name, sha256, line, isEnd } = value
    if (
      typeof name === 'string' &&
      typeof sha256 === 'string' &&
      typeof line === 'number' &&
      typeof isEnd === 'boolean'
    ) {
      return { name, sha256, line, isEnd }
    }
  }
  throw new Error(`"${text}" is no watermark of a folder`)
}

/** A pattern with `*` for any characters. */
function fitting(pattern: string): (name: string) => boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  const expression = new RegExp(`^${parts.join('.*')}$`)
  return (name) => expression.test(name)
}
