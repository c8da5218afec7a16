import type { Span } from '../model/span.ts'

/** Hard-wrapped lines are about this long; shorter ones are a list, longer ones paragraphs. */
const MIN_WIDTH = 40
const MAX_WIDTH = 120

const BULLET = /^\s{0,20}(?:[-*+\u2022\u2023\u25aa\u25cf\u2013\u2014>|]|\d{1,3}[.)]|[a-zA-Z][.)])\s/
const ENDS = /[.!?:;\u2026]["'\u201d\u2019)\]]{0,3}\s{0,20}$/

/**
 * Paragraphs of a text as spans without the newline between them: a blank line or a newline ends one, except that lines
 * wrapped at a column belong together. A newline is such a wrap when the next line's first word would not have fitted
 * on the line, and the next line goes on in lower case or the text has other wraps that do.
 */
export function paragraphs(text: string): Span[] {
  const lines = linesOf(text)
  const widths = groupWidths(text, lines)
  const wrapped = lines.some((line, index) => goesOn(text, line, lines[index + 1], widths[index] ?? 0))
  const blocks: Span[] = []
  let start = 0
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    const joined = wrapped && next !== undefined && isWrap(text, line, next, widths[index] ?? 0)
    if (joined) return
    blocks.push({ start, end: line.end })
    start = next?.start ?? text.length
  })
  return blocks
}

/** Lines without their ends (`\n`, `\r\n`). */
export function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const newline = found < 0 ? text.length : found
    lines.push({ start, end: text[newline - 1] === '\r' && newline > start ? newline - 1 : newline })
    start = newline + 1
  }
  return lines
}

const isBlank = (text: string, line: Span): boolean => text.slice(line.start, line.end).trim() === ''

/** For each line the longest line of its group, a group being lines without a blank one between. */
function groupWidths(text: string, lines: readonly Span[]): number[] {
  const widths = new Array<number>(lines.length).fill(0)
  let begin = 0
  for (let index = 0; index <= lines.length; index++) {
    const line = lines[index]
    if (line && !isBlank(text, line)) continue
    const group = lines.slice(begin, index)
    const width = group.reduce((longest, { start, end }) => Math.max(longest, end - start), 0)
    widths.fill(width, begin, index)
    begin = index + 1
  }
  return widths
}

function isWrap(text: string, line: Span, next: Span, width: number): boolean {
  if (width < MIN_WIDTH || width > MAX_WIDTH || isBlank(text, line) || isBlank(text, next)) return false
  const following = text.slice(next.start, next.end)
  if (BULLET.test(following)) return false
  const word = /^\s*(\S+)/.exec(following)?.[1]?.length ?? 0
  return line.end - line.start + 1 + word > width
}

/** A wrap in the middle of a sentence: proof that the text is hard-wrapped. */
function goesOn(text: string, line: Span, next: Span | undefined, width: number): boolean {
  if (next === undefined || !isWrap(text, line, next, width)) return false
  return (
    !ENDS.test(text.slice(Math.max(line.start, line.end - 30), line.end)) &&
    /^\s*\p{Ll}/u.test(text.slice(next.start, next.start + 40))
  )
}
