import { createRequire } from 'node:module'
import type { Field } from './header.ts'

const require = createRequire(import.meta.url)

/** YAML between `---` lines at the head of a Markdown file. */
export interface FrontMatter {
  readonly fields: Readonly<Partial<Record<Field, string>>>
  /** Where the article begins. */
  readonly end: number
  readonly notes: readonly string[]
}

/** Longest front matter looked for, in UTF-16 units. */
const MAX_LENGTH = 65_536

/** Keys of the common site generators, lower case, without `-` and `_`; the first that a page has counts. */
const KEYS: Readonly<Record<Field, readonly string[]>> = {
  title: ['title', 'headline'],
  date: ['published', 'datepublished', 'publishdate', 'publicationdate', 'pubdate', 'date'],
  modified: ['modified', 'datemodified', 'lastmodified', 'lastmod', 'updated'],
  author: ['author', 'authors', 'byline', 'by'],
  source: ['source', 'publisher', 'publication', 'site'],
  url: ['url', 'canonicalurl', 'canonical', 'link', 'sourceurl'],
}

/**
 * The front matter that begins at `start`; undefined when there is none. Of broken YAML, which is noted, the lines `key: words`
 * count as they stand: most often a title has a colon and no quotation marks.
 */
export function frontMatter(raw: string, start: number): FrontMatter | undefined {
  const open = /---[ \t]{0,20}\r?\n/y
  open.lastIndex = start
  const opened = open.exec(raw)
  if (!opened) return undefined
  const window = raw.slice(open.lastIndex, open.lastIndex + MAX_LENGTH)
  const close = /^(?:---|\.\.\.)[ \t]{0,20}(?:\r?\n|$)/m.exec(window)
  if (!close) return undefined
  const end = open.lastIndex + close.index + close[0].length
  // Loaded on the first need, because most runs meet no front matter.
  const { parse } = require('yaml') as typeof import('yaml')
  let value: unknown
  try {
    // The core schema makes no dates of strings; a Map, because keys come from outside; few aliases, because they can
    // explode.
    value = parse(window.slice(0, close.index), {
      schema: 'core',
      mapAsMap: true,
      maxAliasCount: 20,
      logLevel: 'error',
    })
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0] ?? ''
    const notes = [`front matter is not YAML, its plain lines are read as they stand: ${reason.slice(0, 200)}`]
    return { fields: fieldsOf(plainLines(window.slice(0, close.index))), end, notes }
  }
  // Text between two rules is no front matter.
  return value instanceof Map ? { fields: fieldsOf(value), end, notes: [] } : undefined
}

/** Lines `key: words` of what is not YAML as a whole; values that YAML would take for structure are left out. */
function plainLines(text: string): Map<string, string> {
  const lines = new Map<string, string>()
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const value = line.slice(colon + 1)
    if (colon < 1 || !/^[\w-]+$/.test(line.slice(0, colon)) || !/^[ \t]/.test(value)) continue
    const words = value.trim().replace(/^(["'])(.*)\1$/, '$2')
    if (words !== '' && !/^[[{&*|>!%@`"'#]/.test(words)) lines.set(line.slice(0, colon), words)
  }
  return lines
}

function fieldsOf(map: ReadonlyMap<unknown, unknown>): Partial<Record<Field, string>> {
  const values = new Map<string, unknown>()
  for (const [key, value] of map)
    if (typeof key === 'string') values.set(key.toLowerCase().replace(/[-_ ]/g, ''), value)
  const fields: Partial<Record<Field, string>> = {}
  for (const [field, keys] of Object.entries(KEYS) as [Field, readonly string[]][]) {
    const words = keys.map(key => wordsOf(values.get(key))).find(found => found !== '')
    if (words !== undefined) fields[field] = words
  }
  return fields
}

/** A value in words: a list joined by commas, a person (`{name: …}`) by name; aliases can make lists that hold themselves. */
function wordsOf(value: unknown, depth = 3): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value).replace(/\s+/g, ' ').trim()
  if (depth === 0) return ''
  if (value instanceof Map) return wordsOf(value.get('name'), depth - 1)
  return Array.isArray(value)
    ? value
        .map(part => wordsOf(part, depth - 1))
        .filter(Boolean)
        .join(', ')
    : ''
}
