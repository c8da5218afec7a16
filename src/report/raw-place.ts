import type { Document } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { toRaw } from '../model/text-map.ts'
import { figure } from './words.ts'

/**
 * Where words stand in the raw source, the end of the provenance chain: in units of its decoded text; of a mail, of the
 * part that was read; of a PDF, its page and the place in that page's text.
 */
export function rawPlace(doc: Pick<Document, 'map' | 'text' | 'encoding' | 'pages'>, at: Span): string {
  const { start, end, verbatim } = toRaw(doc.map, doc.text.length, at)
  const page = doc.pages?.findLastIndex(first => first <= start) ?? -1
  const from = doc.pages?.[page] ?? 0
  const name = page >= 0 ? `page ${page + 1},` : doc.encoding.startsWith('mail-') ? "mail's text" : 'source'
  return `${name} ${figure(start - from)}\u2013${figure(end - from)}${verbatim ? '' : ' (not verbatim)'}`
}
