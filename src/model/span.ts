/** Half-open range of UTF-16 code units, `text.slice(start, end)`: the only coordinate in errata. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span, and the words to find it by once the text has changed (W3C Web Annotation position + quote selector). */
export interface Selector extends Span {
  readonly doc: string
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string }
}

/** Characters of context on each side of a quote; Hypothesis uses the same 32. */
const CONTEXT = 32

/** Whether two half-open ranges share a character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether `outer` covers all of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** A selector's context; one half of a character that two units spell is no text, and no file or database would keep it. */
const before = (text: string, end: number): string =>
  text.slice(Math.max(0, end - CONTEXT), end).replace(/^[\udc00-\udfff]/, '')
const after = (text: string, start: number): string =>
  text.slice(start, start + CONTEXT).replace(/[\ud800-\udbff]$/, '')

/**
 * Makes a selector for a span of a document.
 * @throws RangeError when the span is empty or outside the text.
 */
export function select(doc: { readonly id: string; readonly text: string }, { start, end }: Span): Selector {
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= doc.text.length))
    throw new RangeError(`span ${start}-${end} is outside the ${doc.text.length} units of ${doc.id}`)
  return {
    doc: doc.id,
    start,
    end,
    quote: {
      exact: doc.text.slice(start, end),
      prefix: before(doc.text, start),
      suffix: after(doc.text, end),
    },
  }
}

/** Index of the last item whose `start` is at or before `position`, by bisection; -1 when there is none. */
export function indexAt(spans: readonly Span[], position: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}
