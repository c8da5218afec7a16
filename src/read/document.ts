import type { Document } from '../model/document.ts'
import { InputError } from '../model/errors.ts'
import { sha256 } from '../model/sha256.ts'
import { apart } from '../normalise/words.ts'
import { languageOf } from './language.ts'
import { sentences } from './sentences.ts'

/** What a reader found; the rest of a document follows from it. */
export type Parts = Pick<Document, 'id' | 'source' | 'encoding' | 'text' | 'map'> & Partial<Document>

/**
 * Completes a document: revision, sentences, language. Half a character (an escape "\\ud800" in JSON or YAML, a title cut
 * within an emoji) becomes U+FFFD, which is as long: neither UTF-8 nor a database can hold it.
 * @param wrapped whether lines may be hard-wrapped, so that a newline need not end a sentence
 * @throws InputError when the text has no letter or digit
 */
export function makeDocument(parts: Parts, { wrapped = false }: { readonly wrapped?: boolean } = {}): Document {
  // Every stage looks at every unit.
  const text = apart(parts.text.toWellFormed())
  if (!/[\p{L}\p{N}]/u.test(text)) throw new InputError('no text: not one letter or digit')
  return Object.freeze({
    language: parts.language ?? languageOf(text),
    masked: [],
    dropped: [],
    notes: [],
    ...parts,
    ...(parts.title === undefined ? {} : { title: parts.title.toWellFormed() }),
    text,
    revision: sha256(text),
    sentences: sentences(text, { wrapped }),
  })
}
