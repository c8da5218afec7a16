import type { Span } from './span.ts'

/**
 * The way from a document's text back to its raw source: flat triples (textStart, rawStart, rawLength), sorted by
 * textStart, covering the text without a gap. A segment's text runs to the next textStart (or the end of the text).
 * Equal text and raw lengths are verbatim; others stand for their whole raw range. Where the lengths happen to be
 * equal although the characters differ (a newline read as a space), rawLength is negated.
 */
export type TextMap = readonly number[]

/** A raw range, and whether its characters are those of the text. */
export interface RawSpan extends Span {
  readonly verbatim: boolean
}

/** The map of a text that is a verbatim piece of its raw source. */
export const identityMap = (text: string, rawStart = 0): TextMap => (text ? [0, rawStart, text.length] : [])

/** Collects text piece by piece together with the raw range of each piece; neighbouring verbatim pieces are joined. */
export class TextMapBuilder {
  readonly #map: number[] = []
  readonly #parts: string[] = []
  #length = 0
  #open = false // the last segment is verbatim and may grow

  get length(): number {
    return this.#length
  }

  /** Appends characters that stand in the raw source as they are, from `rawStart` on. */
  verbatim(text: string, rawStart: number): void {
    if (!text) return
    const at = this.#map.length - 3
    const last = this.#map[at + 1]
    const size = this.#map[at + 2]
    if (this.#open && last !== undefined && size !== undefined && last + size === rawStart)
      this.#map[at + 2] = size + text.length
    else this.#map.push(this.#length, rawStart, text.length)
    this.#open = true
    this.#push(text)
  }

  /** Appends characters that stand for the raw range: an entity, collapsed white space, a block boundary. */
  standsFor(text: string, rawStart: number, rawEnd: number): void {
    if (!text) return
    const size = rawEnd - rawStart
    this.#map.push(this.#length, rawStart, size === text.length ? -size : size)
    this.#open = false
    this.#push(text)
  }

  #push(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }

  finish(): { text: string; map: TextMap } {
    return { text: this.#parts.join(''), map: this.#map }
  }
}

/** Adds a segment; a verbatim one that goes on from a verbatim one makes that longer. */
function addSegment(map: number[], textStart: number, rawStart: number, rawLength: number, textLength: number): void {
  const [lastText = 0, lastRaw = 0, lastLength = -1] = map.slice(-3)
  const verbatim = rawLength === textLength
  const follows = lastLength === textStart - lastText && lastRaw + lastLength === rawStart
  if (verbatim && follows && map.length > 0) map[map.length - 1] = lastLength + textLength
  else map.push(textStart, rawStart, rawLength)
}

/**
 * The way to the raw source by way of a string between: of a page that stands escaped in a feed, say.
 * @param outer from the text (of `textLength` units) to the string between
 * @param inner from the string between (of `middleLength` units) to the raw source
 */
export function composed(outer: TextMap, textLength: number, inner: TextMap, middleLength: number): TextMap {
  const map: number[] = []
  for (let at = 0; at < outer.length; at += 3) {
    const textStart = outer[at] ?? 0
    const middle = outer[at + 1] ?? 0
    const size = outer[at + 2] ?? 0
    const length = (outer[at + 3] ?? textLength) - textStart
    if (size === length) {
      for (let done = 0; done < length; ) {
        const segment = segmentAt(inner, middle + done)
        const end = Math.min(inner[segment * 3 + 3] ?? middleLength, middle + length) - middle
        const { start, end: rawEnd, verbatim } = toRaw(inner, middleLength, { start: middle + done, end: middle + end })
        const raw = rawEnd - start
        addSegment(map, textStart + done, start, verbatim || raw !== end - done ? raw : -raw, end - done)
        done = end
      }
    } else {
      const start = Math.max(0, Math.min(middle, middleLength - 1))
      const raw = toRaw(inner, middleLength, { start, end: Math.max(start + 1, middle + Math.abs(size)) })
      const rawLength = size === 0 ? 0 : raw.end - raw.start
      addSegment(map, textStart, raw.start, rawLength === length ? -rawLength : rawLength, length)
    }
  }
  return map
}

/** Where the segment ends that holds a text position. */
export const segmentEnd = (map: TextMap, textLength: number, position: number): number =>
  map[(segmentAt(map, position) + 1) * 3] ?? textLength

/** Index (in triples) of the segment that holds a text position. */
function segmentAt(map: TextMap, position: number): number {
  let low = 0
  let high = map.length / 3
  while (low < high) {
    const middle = (low + high) >> 1
    if ((map[middle * 3] ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * The raw range of a text span: exact where the map is verbatim, else widened to whole segments.
 * @throws RangeError when the map does not cover the span.
 */
export function toRaw(map: TextMap, textLength: number, { start, end }: Span): RawSpan {
  const first = segmentAt(map, start)
  const last = segmentAt(map, end - 1)
  if (first < 0 || end > textLength || end <= start) throw new RangeError(`span ${start}-${end} is not on the map`)
  const read = (index: number) => {
    const textStart = map[index * 3] ?? 0
    const rawStart = map[index * 3 + 1] ?? 0
    const rawLength = map[index * 3 + 2] ?? 0
    const textEnd = map[index * 3 + 3] ?? textLength
    return { textStart, rawStart, rawEnd: rawStart + Math.abs(rawLength), verbatim: rawLength === textEnd - textStart }
  }
  const a = read(first)
  const b = read(last)
  // Text that HTML moves (out of a table, say) can run backwards in the raw page: take the hull of what it touches.
  let rawStart = a.verbatim ? a.rawStart + (start - a.textStart) : a.rawStart
  let rawEnd = b.verbatim ? b.rawStart + (end - b.textStart) : b.rawEnd
  let verbatim = a.verbatim && first === last
  for (let index = first; index <= last && first !== last; index++) {
    const segment = read(index)
    if (index !== first) rawStart = Math.min(rawStart, segment.rawStart)
    if (index !== last) rawEnd = Math.max(rawEnd, segment.rawEnd)
    verbatim = false
  }
  return { start: rawStart, end: rawEnd, verbatim }
}
