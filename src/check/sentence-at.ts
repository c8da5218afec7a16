import type { Document } from '../model/document.ts'
import { indexAt, type Span } from '../model/span.ts'

/** The sentence of a document around a position; where there is none (a table), the one character. */
export function sentenceAt({ sentences, text }: Document, position: number): Span {
  const found = sentences[indexAt(sentences, position)]
  return found && position < found.end ? found : { start: position, end: Math.min(position + 1, text.length) }
}
