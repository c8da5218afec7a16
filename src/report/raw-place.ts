import type { Document } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { toRaw } from '../model/text-map.ts'
import { figure } from './words.ts'

type Placed = Pick<Document, 'map' | 'text' | 'encoding' | 'pages'>

/** The page of a PDF on which words begin, counted from 1; undefined for documents without pages. */
export function pageOf({ map, text, pages }: Placed, at: Span): number | undefined {
  if (pages === undefined) return undefined
  const { start } = toRaw(map, text.length, at)
  return pages.findLastIndex(first => first <= start) + 1
}

/**
 * Where words stand in the raw source, the end of the provenance chain: in units of its decoded text; of a mail, of the
 * part that was read; of a PDF, its page and the place in that page's text.
 */
export function rawPlace(doc: Placed, at: Span): string {
  const { start, end, verbatim } = toRaw(doc.map, doc.text.length, at)
  const page = pageOf(doc, at)
  const from = page === undefined ? 0 : (doc.pages?.[page - 1] ?? 0)
  const name = page !== undefined ? `page ${page},` : doc.encoding.startsWith('mail-') ? "mail's text" : 'source'
  return `${name} ${figure(start - from)}\u2013${figure(end - from)}${verbatim ? '' : ' (not verbatim)'}`
}
