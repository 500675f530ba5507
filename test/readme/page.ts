import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A fenced block of a page that has a name: `<!-- run: name -->` in the line above it. */
export interface Block {
  /** `run`: to be run; `answer`: what the example of this name answers; `file`: to be saved under this name; `show`: only to be read. */
  readonly role: 'run' | 'answer' | 'file' | 'show'
  readonly name: string
  readonly language: string
  readonly text: string
  /** 1-based line of the fence. */
  readonly line: number
}

export interface Page {
  readonly path: string
  readonly text: string
  readonly blocks: readonly Block[]
  /** Lines of fences that say neither what they are nor that they are only to be read. */
  readonly nameless: readonly number[]
}

const MARK = /^<!-- (run|answer|file|show)(?:: ([\w.-]+))? -->$/
const FENCE = /^```(\w*)$/

/** Reads a page of the documentation and the examples in it. Throws when a fence is never closed. */
export function readPage(path: string): Page {
  const text = readFileSync(`${ROOT}${path}`, 'utf8')
  const lines = text.split('\n')
  const blocks: Block[] = []
  const nameless: number[] = []
  for (let index = 0; index < lines.length; index++) {
    const language = FENCE.exec(lines[index] ?? '')?.[1]
    if (language === undefined) continue
    const end = lines.indexOf('```', index + 1)
    if (end < 0) throw new Error(`${path}:${index + 1}: the fence is never closed.`)
    const role = roleOf(lines[index - 1] ?? '')
    if (role === undefined) nameless.push(index + 1)
    else blocks.push({ ...role, language, text: lines.slice(index + 1, end).join('\n'), line: index + 1 })
    index = end
  }
  return { path, text, blocks, nameless }
}

function roleOf(line: string): Pick<Block, 'role' | 'name'> | undefined {
  const [, role, name = ''] = MARK.exec(line) ?? []
  if (role === 'show') return { role, name }
  if ((role === 'run' || role === 'answer' || role === 'file') && name !== '') return { role, name }
  return undefined
}

/** The lines between `<!-- begin: name -->` and `<!-- end: name -->`: a part of the page that follows from the code. */
export function partOf(page: Page, name: string): string {
  const begin = `<!-- begin: ${name} -->\n`
  const start = page.text.indexOf(begin)
  const end = page.text.indexOf(`<!-- end: ${name} -->`)
  if (start < 0 || end < start) throw new Error(`${page.path} has no part "${name}".`)
  return page.text.slice(start + begin.length, end).trim()
}
