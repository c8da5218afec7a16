import { createHash } from 'node:crypto'
import type { Document, Source } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import type { Reader } from '../model/stage.ts'
import { identityMap } from '../model/text-map.ts'
import { sentences } from './sentences.ts'

/** Plain text: what it is by its extension, whatever it looks like. */
export const plain: Reader = {
  id: 'plain',
  mediaTypes: ['text/plain'],
  read(source: Source): Document {
    const raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source.bytes)
    const start = raw.startsWith('\uFEFF') ? 1 : 0
    const text = raw.slice(start)
    if (!/[\p{L}\p{N}]/u.test(text)) throw new InputError('no letter or digit in it')
    const fromName = /(?:^|[^\d])(\d{4}-\d\d-\d\d)(?:[^\d]|$)/.exec(source.doc)?.[1]
    const published = source.hints?.published ?? fromName
    return {
      id: source.doc,
      source: source.id,
      encoding: 'utf-8',
      revision: createHash('sha256').update(text).digest('hex'),
      ...(published === undefined ? {} : { published, publishedFrom: source.hints?.published ? 'given' : 'file-name' }),
      language: 'en',
      text,
      map: identityMap(text, start),
      sentences: sentences(text),
      masked: [],
      dropped: [],
      notes: [],
    }
  },
}
