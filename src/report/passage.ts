import type { Document } from '../model/document.ts'
import { indexAt, type Selector, type Span } from '../model/span.ts'

/** Words around a place: enough to judge without opening the article. */
export interface Passage extends Span {
  readonly text: string
  /** Whether a sentence was cut before or after. */
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

/** Shorter passages take in their neighbours; longer ones are cut around the place. In UTF-16 units. */
const ENOUGH = 160
const MOST = 560

/**
 * The sentence around a place, with its neighbours in the paragraph when it is short, cut at words when it is longer than
 * `most` UTF-16 units.
 */
export function passageAt(doc: Pick<Document, 'text' | 'sentences'>, place: Span, most = MOST): Passage {
  const { text, sentences } = doc
  let first = indexAt(sentences, place.start)
  let last = Math.max(first, indexAt(sentences, Math.max(place.start, place.end - 1)))
  const startOf = (index: number): number => Math.min(sentences[index]?.start ?? 0, place.start)
  const endOf = (index: number): number => Math.max(sentences[index]?.end ?? text.length, place.end)
  const together = (from: number, to: number): boolean => !text.slice(from, to).includes('\n')
  if (sentences.length > 0 && first >= 0) {
    if (endOf(last) - startOf(first) < ENOUGH && first > 0 && together(startOf(first - 1), startOf(first))) first--
    const next = sentences[last + 1]
    if (endOf(last) - startOf(first) < ENOUGH && next && together(endOf(last), next.end)) last++
  }
  const whole = { start: startOf(first), end: endOf(last) }
  let { start, end } = whole
  if (end - start > most) {
    const room = Math.max(0, most - (place.end - place.start)) >> 1
    start = Math.max(start, wordStart(text, place.start - room, place.start))
    end = Math.min(end, wordEnd(text, place.end + room, place.end))
  }
  const cutBefore = start > whole.start
  const cutAfter = end < whole.end
  while (start < place.start && /\s/.test(text.charAt(start))) start++
  while (end > place.end && /\s/.test(text.charAt(end - 1))) end--
  return { start, end, text: text.slice(start, end), cutBefore, cutAfter }
}

/** Whether a document still has the words of a place: those of a fixed flag are gone. */
export const stands = ({ text }: Pick<Document, 'text'>, { start, end, quote }: Selector): boolean =>
  text.slice(start, end) === quote.exact

/** The passage of a place as its document has it; as the flag itself keeps it when the document is gone or has other words there. */
export const passageIn = (doc: Pick<Document, 'text' | 'sentences'> | undefined, at: Selector, most = MOST): Passage =>
  doc && stands(doc, at) ? passageAt(doc, at, most) : passageOf(at)

/** For a document that is gone: the words and context that the flag itself keeps. */
export function passageOf({ start, end, quote }: Selector): Passage {
  return {
    start: start - quote.prefix.length,
    end: end + quote.suffix.length,
    text: quote.prefix + quote.exact + quote.suffix,
    cutBefore: quote.prefix !== '',
    cutAfter: quote.suffix !== '',
  }
}

/** The first start of a word at or after `from`, at most `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  const space = text.slice(Math.max(0, from), limit).search(/\s/)
  return space < 0 ? limit : Math.max(0, from) + space + 1
}

/** The last end of a word at or before `to`, at least `limit`. */
function wordEnd(text: string, to: number, limit: number): number {
  const part = text.slice(limit, to)
  const space = Math.max(part.lastIndexOf(' '), part.lastIndexOf('\n'))
  return to >= text.length ? text.length : space < 0 ? limit : limit + space
}

/** A stretch of a passage with the marks that cover it. */
export interface Segment<M extends Span> extends Span {
  readonly text: string
  readonly marks: readonly M[]
}

/**
 * Cuts `text` (which begins at `offset` in its document) at the borders of the marks. Marks may nest and overlap; each
 * segment lists those that cover all of it. Linear in text and marks, but for the depth of overlap.
 */
export function segments<M extends Span>(text: string, offset: number, marks: readonly M[]): Segment<M>[] {
  const end = offset + text.length
  const inside = marks
    .filter(mark => mark.start < end && mark.end > offset)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const borders = new Set([offset, end])
  for (const mark of inside) {
    borders.add(Math.max(offset, mark.start))
    borders.add(Math.min(end, mark.end))
  }
  const cuts = [...borders].sort((a, b) => a - b)
  const result: Segment<M>[] = []
  let open: M[] = []
  let next = 0
  for (const [index, start] of cuts.entries()) {
    const stop = cuts[index + 1]
    if (stop === undefined) break
    open = open.filter(mark => mark.end > start)
    for (let mark = inside[next]; mark && mark.start <= start; mark = inside[++next]) open.push(mark)
    result.push({ start, end: stop, text: text.slice(start - offset, stop - offset), marks: [...open] })
  }
  return result
}
