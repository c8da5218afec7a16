import type { Document } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { matches } from '../normalise/matches.ts'
import { PATTERNS } from './mask-patterns.ts'

/**
 * Spans of a document in which no names or numbers are read, sorted by start: what the reader marked, addresses, hosts, hashes,
 * paths, file names, code and the marks of emphasis in the text. They may overlap.
 */
export function masks(doc: Document): Span[] {
  const spans: Span[] = [...doc.masked, ...fences(doc.text)]
  for (const { sign, pattern } of PATTERNS) {
    if (typeof sign === 'string' ? !doc.text.includes(sign) : !sign(doc.text)) continue
    for (const match of matches(pattern, doc.text))
      spans.push({ start: match.index, end: match.index + match[0].length })
  }
  return spans.sort((a, b) => a.start - b.start)
}

/** Fenced blocks of code: from a line of three back quotes to the next. An open fence masks nothing. */
function fences(text: string): Span[] {
  const spans: Span[] = []
  if (!text.includes('```')) return spans
  let open = -1
  for (const match of text.matchAll(/^[ \t]{0,3}```[^\n]{0,200}$/gm)) {
    if (open < 0) open = match.index
    else {
      spans.push({ start: open, end: match.index + match[0].length })
      open = -1
    }
  }
  return spans
}

/** The text with the spans (sorted by start) blanked out, newlines kept: same length, so offsets hold in both. */
export function blank(text: string, spans: readonly Span[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (end <= at) continue
    const from = Math.max(at, start)
    parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\n]/g, ' '))
    at = end
  }
  parts.push(text.slice(at))
  return parts.join('')
}
