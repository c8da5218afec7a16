import type { Span } from '../model/span.ts'

/** What a header block may say about an article. */
export type Field = 'title' | 'date' | 'author' | 'source' | 'url' | 'modified'

/** A header block, and the article text after it, as a range of the raw source. */
export interface Header extends Span {
  readonly fields: Readonly<Partial<Record<Field, string>>>
}

/** Names of header lines that open a block. Lines with other names may stand between them. */
const FIELDS: Readonly<Record<string, Field>> = {
  title: 'title',
  headline: 'title',
  date: 'date',
  published: 'date',
  'published on': 'date',
  'publication date': 'date',
  'date published': 'date',
  updated: 'modified',
  'last updated': 'modified',
  modified: 'modified',
  author: 'author',
  authors: 'author',
  by: 'author',
  byline: 'author',
  source: 'source',
  publisher: 'source',
  publication: 'source',
  site: 'source',
  url: 'url',
  link: 'url',
  'source url': 'url',
}

/** Lines that say "from here on it is text". */
const TEXT_LINE = new Set(['text', 'body', 'content'])

/** A longer value is a paragraph, not a header line. */
const MAX_VALUE = 1000

/**
 * The header block at the head of a plain text, in either form of contract.md; undefined when the text has none.
 * @param start where the text begins in `raw`: after a byte order mark
 */
export function readHeader(raw: string, start: number): Header | undefined {
  let at = start
  while (at < raw.length && /\s/.test(raw[at] ?? '')) at++
  return raw[at] === '<' ? tagged(raw, at) : lined(raw, at)
}

const collapse = (value: string): string => value.replace(/\s+/g, ' ').trim()

/**
 * `Title: …` lines, up to the first line that is none; a line that begins with white space continues the one before.
 */
function lined(raw: string, start: number): Header | undefined {
  const fields: Partial<Record<Field, string>> = {}
  let last: Field | undefined
  let stranger = -1
  let at = start
  let ended = false
  while (at < raw.length) {
    const end = lineEnd(raw, at)
    const line = raw.slice(at, Math.min(end, at + MAX_VALUE + 1)).replace(/\r$/, '')
    const match = /^([A-Za-z]{1,20}(?:[ -][A-Za-z]{1,20}){0,2})[ \t]{0,8}:(?:[ \t]+|$)/.exec(line)
    const name = match?.[1]?.toLowerCase().replace('-', ' ') ?? ''
    if (line.length > MAX_VALUE) break
    if (match && at > start && TEXT_LINE.has(name)) {
      at += match[0].length
      ended = true
      break
    }
    if (match) {
      const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined
      if (field === undefined && at === start) return undefined
      if (field === undefined && stranger < 0) stranger = at
      if (field !== undefined) fields[field] ??= collapse(line.slice(match[0].length))
      last = field
    } else if (at > start && /^[ \t]+\S/.test(line)) {
      if (last !== undefined) fields[last] = collapse(`${fields[last] ?? ''} ${line}`)
    } else {
      ended = line.trim() === ''
      break
    }
    at = Math.min(raw.length, end + 1)
  }
  if (at === start) return undefined
  // Lines of unknown names belong to the block only when a blank line shows where it ends.
  return { fields, start: skipBlank(raw, stranger >= 0 && !ended ? stranger : at), end: raw.length }
}

const ELEMENTS: Readonly<Record<string, Field>> = {
  title: 'title',
  source: 'source',
  date: 'date',
  author: 'author',
  url: 'url',
}

/**
 * `<title> … </title> <source> … </source> <date> … </date> <text> … </text>`; an element without an end tag ends with
 * its line.
 */
function tagged(raw: string, start: number): Header | undefined {
  const fields: Partial<Record<Field, string>> = {}
  const open = /\s{0,100}<(title|source|date|author|url|text)(?:\s[^<>]{0,200})?>/iy
  let at = start
  while (at < raw.length) {
    open.lastIndex = at
    const match = open.exec(raw)
    const name = match?.[1]?.toLowerCase()
    if (!match || name === undefined) return undefined
    at += match[0].length
    if (name === 'text') break
    const window = raw.slice(at, at + MAX_VALUE)
    const line = window.indexOf('\n')
    const next = window.indexOf('<')
    const close = endTag(window, next, `</${name}>`)
    const closed = close >= 0 && (next === close || line < 0 || line > close)
    const length = closed ? close : line < 0 ? window.length : line
    const field = ELEMENTS[name]
    if (field !== undefined) fields[field] ??= collapse(window.slice(0, length))
    at += length + (closed ? `</${name}>`.length : 0)
  }
  const close = raw.lastIndexOf('</text>')
  return { fields, start: skipBlank(raw, at), end: close >= at ? close : raw.length }
}

/** Where the end tag stands, in any case; mostly at `next`, the first "<". -1 for nowhere. */
function endTag(window: string, next: number, tag: string): number {
  if (next < 0) return -1
  return window.slice(next, next + tag.length).toLowerCase() === tag ? next : window.toLowerCase().indexOf(tag, next)
}

function lineEnd(raw: string, at: number): number {
  const found = raw.indexOf('\n', at)
  return found < 0 ? raw.length : found
}

/** Past the rest of a blank line and the blank lines after it. */
function skipBlank(raw: string, start: number): number {
  let at = start
  for (let scan = start; scan < raw.length; scan++) {
    if (raw[scan] === '\n') at = scan + 1
    else if (!/\s/.test(raw[scan] ?? '')) break
    else if (scan === raw.length - 1) at = raw.length
  }
  return at
}
