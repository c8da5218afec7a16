import type { PdfLine } from './pdf-pages.ts'

/** How a line goes on from the one before: in a new paragraph, after a space, or in the middle of a word. */
export type Join = 'paragraph' | 'space' | 'word' | 'hyphen'

/** What decides about joins in one document. */
export interface Layout {
  readonly raw: string
  /** Distance of two lines of a paragraph, in points. */
  readonly leading: number
  readonly body: number
  /** Words of the document, hyphens within them included, in lower case. */
  readonly words: ReadonlySet<string>
  readonly isWord: (word: string) => boolean
}

/** Distances of lines beyond this many font sizes are none of a paragraph. */
const APART = 3

/** The usual distance between the lines of running text. */
export function leadingOf(lines: readonly PdfLine[], body: number): number {
  const gaps: number[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const gap = before && before.page === line.page ? before.y - line.y : 0
    if (gap > body * 0.5 && gap < body * APART && Math.abs(line.size - body) < body * 0.15) gaps.push(gap)
  }
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? body * 1.2
}

/** Words with the hyphens within them. Linear. */
export const wordsIn = (raw: string): Set<string> =>
  new Set(raw.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu))

/** Share of a column's width that the lines of a paragraph fill, hyphenated or not. */
const SHORT = 0.7

const ENDED = /[.!?:;][\u2019\u201d"')\]]{0,3}$/
const LIST = /^(?:[\u2022\u25aa\u25e6\u2023\u00b7*]|\(?\d{1,2}[.)]|[\u2013-])\s/

/**
 * How a line goes on from the line before it.
 * @param right where the lines around these end, in points
 */
export function joinOf(before: PdfLine, line: PdfLine, right: number, layout: Layout): Join {
  const last = layout.raw.slice(before.start, before.end).trimEnd()
  const next = layout.raw.slice(line.start, line.end).trimStart()
  const ended = ENDED.test(last)
  if (Math.abs(line.size - before.size) > Math.max(line.size, before.size) * 0.15) return 'paragraph'
  if (LIST.test(next)) return 'paragraph'
  const within = brokenWord(last, next, layout)
  const gap = before.y - line.y
  const turned = before.page !== line.page || gap < -line.size * 0.5 || gap > line.size * APART
  if (turned) {
    // A new column or page: a sentence goes on when it was not ended, and headings do not end.
    const running = Math.abs(before.size - layout.body) < layout.body * 0.15
    const full = before.x + before.width > right - before.size * 6
    const goesOn = !ended && running && (/^[\p{Ll}\p{N}(]/u.test(next) || full)
    return goesOn ? (within ?? 'space') : 'paragraph'
  }
  if (Math.abs(gap) <= line.size * 0.3) return 'space'
  if (gap > layout.leading * 1.35) return 'paragraph'
  const short = before.x + before.width < right - Math.max(before.size * 4, before.width * 0.1)
  const indented = line.x > before.x + line.size * 0.8
  // Lines that end long before their column does are headings, addresses, entries of a list.
  const broken = within === undefined && before.width < (right - before.x) * SHORT
  if (broken || (ended && (short || indented))) return 'paragraph'
  return within ?? 'space'
}

/** Whether a hyphen at a line's end divides a word, belongs to it, or is none; undefined for no hyphen. */
function brokenWord(last: string, next: string, { words, isWord }: Layout): Join | undefined {
  if (last.endsWith('\u00ad')) return 'word'
  const head = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)[-\u2010]$/u.exec(last.slice(-100))?.[1]?.toLowerCase()
  const tail = /^[\p{L}\p{N}]+/u.exec(next.slice(0, 100))?.[0]
  if (head === undefined || tail === undefined) return undefined
  if (!/^\p{Ll}/u.test(tail)) return 'hyphen'
  const end = tail.toLowerCase()
  if (words.has(head + end)) return 'word'
  if (words.has(`${head}-${end}`)) return 'hyphen'
  const piece = head.slice(head.lastIndexOf('-') + 1)
  if (isWord(piece + end)) return 'word'
  return isWord(piece) && isWord(end) ? 'hyphen' : 'word'
}
