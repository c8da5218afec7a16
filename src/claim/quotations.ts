import type { Span } from '../model/span.ts'
import { matches } from '../normalise/matches.ts'

/** Longest quotation, so that one missing mark cannot swallow an article. */
const LONGEST = 1500

const MARK = /[\u201c\u201d"]|\n/g

/**
 * What stands between quotation marks, without them. A quotation ends with its paragraph at the latest: a paragraph that
 * opens one and leaves it open is quoted to its end (the next paragraph goes on).
 */
export function quotations(text: string): Span[] {
  const found: Span[] = []
  let open = -1
  const close = (at: number) => {
    if (open >= 0 && at > open && at - open <= LONGEST) found.push({ start: open, end: at })
    open = -1
  }
  for (const { 0: mark, index } of matches(MARK, text)) {
    if (mark === '\n') close(open < 0 ? index : open + text.slice(open, index).trimEnd().length)
    else if (mark === '\u201c') open = open < 0 ? index + 1 : open
    else if (mark === '\u201d') close(index)
    else if (open >= 0) close(index)
    else if (!/[\p{L}]/u.test(text.charAt(index - 1))) open = index + 1
  }
  close(text.length)
  return found
}
