import type { Span } from '../model/span.ts'

/**
 * Lines at the head and at the tail of a text in which asides are looked for: in its middle the same words can be the
 * article's own.
 */
const HEAD_LINES = 4
const TAIL_LINES = 8

/** Longer lines are paragraphs. */
const MAX_LINE = 250

const NAME = "\\p{Lu}[\\p{L}.'\u2019-]{0,30}(?:\\s\\p{Lu}[\\p{L}.'\u2019-]{0,30}){0,4}"

/** "By Jane Doe", "By Jane Doe and John Roe, Staff Writers". */
const BYLINE = new RegExp(
  `^(?:By|BY)\\s${NAME}(?:(?:,\\s|\\sand\\s|\\s&\\s)${NAME}){0,4}(?:\\s?[,|]\\s?[^.]{0,60})?$`,
  'u',
)

/** "Jane Doe can be reached at …", "Follow @jane on Twitter": an address or handle, and the words that go with it. */
const ADDRESS = /[\w.+-]{1,60}@[\w-]{1,60}\.\w|(?:^|\s)@\w{2,30}\b/
const CONTACT = new RegExp(
  [
    '\\b(?:can|may) be reached\\b',
    '^(?:contact|e-?mail|follow|tweet|reach|write to|send (?:tips|news))\\b',
    '\\b(?:contact|e-?mail|follow|reach|tweet) (?:him|her|them|us|the (?:author|writer|reporter|editor|newsroom))\\b',
  ].join('|'),
  'i',
)

/** What publishers add below an article: rules for comments, rights, subscriptions, credits. */
const TRAILER = new RegExp(
  [
    '^(?:please )?(?:read|see|review|view|consult) our [\\w ]{0,30}(?:policy|policies|guidelines|rules|terms)\\b',
    '^(?:copyright\\b|\u00a9|\\(c\\) ?\\d{4})',
    '\\ball rights reserved\\.?$',
    '^(?:click here|sign up|subscribe|register now|join our|share this|like us on|follow us|read more|related:|see also:|more on this)\\b',
    '^this (?:article|story|post|piece) (?:was )?(?:originally|first) (?:appeared|published|ran)\\b',
    '^(?:image|photo|picture|featured image)(?: credit| by)?s?:',
    '^\\((?:additional )?(?:reporting|writing|editing|compiled) by\\b',
    '^(?:advertisement|sponsored content)$',
  ].join('|'),
  'i',
)

/**
 * Lines of a plain text that are not the article's claims: bylines at its head; contact lines, publishers' trailers and
 * agency credits at its tail. They stay in the text; readers mask them, so that no names or numbers are read there.
 */
export function asides(text: string): Span[] {
  const head = linesFromStart(text)
  const tail = linesFromEnd(text).filter(({ start }) => start > (head.at(-1)?.start ?? -1))
  const is = ({ start, end }: Span): boolean => {
    const line = text.slice(start, end)
    return TRAILER.test(line) || BYLINE.test(line) || (line.includes('@') && ADDRESS.test(line) && CONTACT.test(line))
  }
  return [...head, ...tail].filter(is)
}

/** Trimmed, without a bullet before it; undefined for blank lines and paragraphs. */
function lineAt(text: string, from: number, to: number): Span | undefined {
  if (to - from > MAX_LINE + 50) return undefined
  const line = text.slice(from, to)
  const start = from + (/^[\s\u2022*\u2013\u2014-]*/.exec(line)?.[0].length ?? 0)
  const end = from + line.trimEnd().length
  return start < end && end - start <= MAX_LINE ? { start, end } : undefined
}

function linesFromStart(text: string): Span[] {
  const lines: Span[] = []
  let from = 0
  for (let seen = 0; seen < HEAD_LINES && from < text.length; ) {
    const found = text.indexOf('\n', from)
    const to = found < 0 ? text.length : found
    if (text.slice(from, Math.min(to, from + MAX_LINE)).trim() !== '') seen++
    const line = lineAt(text, from, to)
    if (line) lines.push(line)
    from = to + 1
  }
  return lines
}

function linesFromEnd(text: string): Span[] {
  const lines: Span[] = []
  let to = text.length
  for (let seen = 0; seen < TAIL_LINES && to > 0; ) {
    const from = text.lastIndexOf('\n', to - 1) + 1
    if (text.slice(from, Math.min(to, from + MAX_LINE)).trim() !== '') seen++
    const line = lineAt(text, from, to)
    if (line) lines.push(line)
    to = from - 1
  }
  return lines.reverse()
}
