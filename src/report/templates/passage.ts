import type { Document } from '../../model/document.ts'
import type { Selector, Span } from '../../model/span.ts'
import { passageAt, passageOf, segments } from '../passage.ts'
import { type Markup, markup, shown } from './markup.ts'

/** How marked words are to look: what is wrong, what contradicts it, what would clear it. */
export type Tone = 'wrong' | 'for' | 'against'

/** The words around one place, with that place and others of its kind in the same words marked. */
export function quotation(
  doc: Pick<Document, 'text' | 'sentences'> | undefined,
  at: Selector,
  tone: Tone,
  others: readonly Span[] = [],
): Markup {
  const passage = doc ? passageAt(doc, at) : passageOf(at)
  const marks = doc ? [at, ...others.filter(other => other.start !== at.start)] : [at]
  const words = segments(passage.text, passage.start, marks).map(({ text, marks: on }) =>
    on.length > 0 ? markup`<mark class="${tone}">${shown(text)}</mark>` : shown(text),
  )
  return markup`<blockquote dir="auto">${passage.cutBefore ? '\u2026 ' : ''}${words}${passage.cutAfter ? ' \u2026' : ''}</blockquote>`
}
