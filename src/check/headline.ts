import type { Document } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'
import { once } from './once.ts'

/** A first line longer than this is a paragraph. */
const LONGEST = 180

/**
 * Where the headline stands at the head of the text: the document's title, or, where it has none, a first line without a
 * full stop that a blank line parts from the body. Undefined when the reader keeps the title apart.
 */
export const headline = ({ doc }: Pick<CheckContext, 'doc'>): Span | undefined => ofDocument(doc)

const ofDocument = once(find)

function find({ text, title = '' }: Document): Span | undefined {
  const known = title.trim()
  const start = text.search(/\S/)
  if (known !== '') return text.startsWith(known, start) ? { start, end: start + known.length } : undefined
  const end = text.search(/\r?\n\s*\r?\n/)
  const line = text.slice(0, Math.max(0, end))
  return line === '' || line.length > LONGEST || /[.!]$/.test(line) || line.includes('\n')
    ? undefined
    : { start: 0, end }
}
