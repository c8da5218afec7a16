import type { Document } from '../model/document.ts'
import type { Span } from '../model/span.ts'

/** Web and mail addresses: what stands in them is neither a name nor a number of the article. */
const ADDRESS = /\b(?:https?|hxxps?|ftp):\/\/[^\s<>"')\]]+|\bwww\.[^\s<>"')\]]+|[\w.+-]+@[\w-]+\.[\w.-]+/gi

/** Spans of a document in which no names or numbers are read: what the reader marked, and addresses in the text. */
export function masks(doc: Document): Span[] {
  const spans: Span[] = [...doc.masked]
  for (const match of doc.text.matchAll(ADDRESS)) spans.push({ start: match.index, end: match.index + match[0].length })
  return spans.sort((a, b) => a.start - b.start)
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
