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

/** The front matter that begins at `start`; undefined when there is none. Broken YAML is noted, not guessed at. */
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
    return { fields: {}, end, notes: [`front matter is not YAML: ${reason.slice(0, 200)}`] }
  }
  // Text between two rules is no front matter.
  return value instanceof Map ? { fields: fieldsOf(value), end, notes: [] } : undefined
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

/** A value in words: a list joined by commas, a person (`{name: …}`) by name. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value).replace(/\s+/g, ' ').trim()
  if (value instanceof Map) return wordsOf(value.get('name'))
  return Array.isArray(value) ? value.map(wordsOf).filter(Boolean).join(', ') : ''
}
