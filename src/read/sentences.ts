import type { Span } from '../model/span.ts'

const ABBREVIATION =
  /(?:^|[\s("\u201c])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Jr|Sr|No|Nos|vs|v|Inc|Ltd|Corp|Co|approx|e\.g|i\.e|etc|cf|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|(?:[A-Za-z]\.)+[A-Za-z])\.$/

/** Sentence spans, trimmed, in order, not overlapping. A newline always ends a sentence. Linear. */
export function sentences(text: string): Span[] {
  const spans: Span[] = []
  const push = (from: number, to: number): void => {
    let start = from
    let end = to
    while (start < end && /\s/.test(text[start] ?? '')) start++
    while (end > start && /\s/.test(text[end - 1] ?? '')) end--
    if (start < end) spans.push({ start, end })
  }
  let begin = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '\n') {
      push(begin, at)
      begin = at + 1
    } else if (char === '.' || char === '!' || char === '?') {
      let end = at + 1
      while (end < text.length && /[.!?"'\u201d\u2019)\]]/.test(text[end] ?? '')) end++
      if (end < text.length && !/\s/.test(text[end] ?? '')) continue
      if (char === '.' && end === at + 1 && ABBREVIATION.test(text.slice(Math.max(begin, at - 12), at + 1))) continue
      const next = /^\s*["'\u201c\u2018([]*(.)/.exec(text.slice(end, end + 12))?.[1]
      if (next !== undefined && /\p{Ll}/u.test(next)) continue
      push(begin, end)
      begin = end
      at = end - 1
    }
  }
  push(begin, text.length)
  return spans
}
