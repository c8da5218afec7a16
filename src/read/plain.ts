import type { Document, Source } from '../model/document.ts'
import type { Reader } from '../model/stage.ts'
import { identityMap } from '../model/text-map.ts'
import { makeDocument } from './document.ts'

/** Plain text: what it is by its extension, whatever it looks like. */
export const plain: Reader = {
  id: 'plain',
  mediaTypes: ['text/plain'],
  read(source: Source): Document {
    const raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source.bytes)
    const start = raw.startsWith('\uFEFF') ? 1 : 0
    const text = raw.slice(start)
    const fromName = /(?:^|[^\d])(\d{4}-\d\d-\d\d)(?:[^\d]|$)/.exec(source.doc)?.[1]
    const published = source.hints?.published ?? fromName
    return makeDocument({
      id: source.doc,
      source: source.id,
      encoding: 'utf-8',
      text,
      map: identityMap(text, start),
      ...(published === undefined ? {} : { published, publishedFrom: source.hints?.published ? 'given' : 'file-name' }),
    })
  },
}
