import type { Document, Dropped, Source } from '../model/document.ts'
import { LIMITS } from '../model/limits.ts'
import type { Reader } from '../model/stage.ts'
import { identityMap } from '../model/text-map.ts'
import { asides } from './aside.ts'
import { decode } from './decode.ts'
import { makeDocument } from './document.ts'
import { type Header, readHeader } from './header.ts'
import { metadata } from './stated.ts'

/**
 * Plain text: what it is by its extension, whatever it looks like. The text is what follows a header block, verbatim.
 */
export const plain: Reader = {
  id: 'plain',
  mediaTypes: ['text/plain'],
  read(source: Source, limits = LIMITS): Document {
    const { raw, start, encoding, notes } = decode(source, limits)
    const header = readHeader(raw, start)
    const from = header?.start ?? start
    const text = raw.slice(from, header?.end ?? raw.length)
    const parts = {
      id: source.doc,
      source: source.id,
      encoding,
      text,
      map: identityMap(text, from),
      dropped: header ? droppedBy(header, start, raw) : [],
      masked: asides(text),
      ...metadata(source, header ? { from: 'header', fields: header.fields } : undefined, notes, text),
    }
    return makeDocument(parts, { wrapped: true })
  },
}

/** The header block itself, and what stands after the text's end tag. */
function droppedBy(header: Header, start: number, raw: string): Dropped[] {
  const dropped = [
    { start, end: header.start, reason: 'header' },
    { start: header.end, end: raw.length, reason: 'header' },
  ]
  return dropped.filter(({ start, end }) => start < end)
}
