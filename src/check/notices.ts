import type { Span } from '../model/span.ts'

/** Words by which a publisher owns up to an error of this very text, which the notice must quote. */
const OWNED =
  /^[\t >*_#\u2022-]{0,8}(?:corrections?|clarifications?|erratum|errata|corrigendum|editor['\u2019]s note)\b[\s*_]{0,4}(?:\([^)\n]{1,40}\)\s?)?[:\u2013\u2014-]|\b(?:an?|the|our|in an?) (?:earlier|previous|original|prior|first) (?:version|edition) of (?:this|the|our) (?:article|story|post|report|piece|headline|page|text|item|caption|timeline|list|table)\b|\b(?:this|the) (?:article|story|post|report|piece|headline|text|caption) (?:originally|initially|previously|incorrectly|wrongly|mistakenly) (?:said|stated|gave|named|identified|reported|misstated|misspelled)\b/gim

/** Characters that a notice is read on for, to the end of its line at most: one that is glued to the story must not silence it. */
const LONGEST = 500

/** Where the text corrects an earlier version of itself: what stands there is wrong on purpose. Linear. */
export function notices(text: string): Span[] {
  const found: Span[] = []
  let end = 0
  for (const { index: start } of text.matchAll(OWNED)) {
    if (start < end) continue
    const line = text.indexOf('\n', start)
    end = Math.min(line < 0 ? text.length : line, start + LONGEST)
    found.push({ start, end })
  }
  return found
}
