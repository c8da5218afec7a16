import { createHash } from 'node:crypto'
import type { Document } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { languageOf } from './language.ts'
import { sentences } from './sentences.ts'

/** What a reader found; the rest of a document follows from it. */
export type Parts = Pick<Document, 'id' | 'source' | 'encoding' | 'text' | 'map'> & Partial<Document>

/**
 * Completes a document: revision, sentences, language.
 * @param wrapped whether lines may be hard-wrapped, so that a newline need not end a sentence
 * @throws InputError when the text has no letter or digit
 */
export function makeDocument(parts: Parts, { wrapped = false }: { readonly wrapped?: boolean } = {}): Document {
  if (!/[\p{L}\p{N}]/u.test(parts.text)) throw new InputError('no text: not one letter or digit')
  return Object.freeze({
    language: parts.language ?? languageOf(parts.text),
    masked: [],
    dropped: [],
    notes: [],
    ...parts,
    revision: createHash('sha256').update(parts.text).digest('hex'),
    sentences: sentences(parts.text, { wrapped }),
  })
}
