import { isWord } from '../knowledge/words.ts'
import type { Dropped } from '../model/document.ts'
import { type TextMap, TextMapBuilder } from '../model/text-map.ts'
import { bodySize, marginLines } from './pdf-margins.ts'
import type { PdfLine, PdfPages } from './pdf-pages.ts'
import { joinOf, leadingOf, wordsIn } from './pdf-paragraphs.ts'

export interface PdfText {
  readonly text: string
  readonly map: TextMap
  readonly dropped: readonly Dropped[]
  /** The largest words at the head of the first page, or the metadata's title when the page says it too. */
  readonly title?: string
  /** Lines at the head of the first page that may print its day. */
  readonly head: readonly string[]
}

/** Lines from one on that tell how wide its column is. */
const NEAR = 8

/** Paragraphs of a PDF: lines joined, divided words put together, what repeats on each page left out. Linear. */
export function pdfText(pages: PdfPages): PdfText {
  const { raw } = pages
  const body = bodySize(pages)
  const reasons = marginLines(pages, body)
  const lines = pages.lines.filter(line => !reasons.has(line))
  const layout = { raw, body, leading: leadingOf(lines, body), words: wordsIn(raw), isWord }
  const builder = new TextMapBuilder()
  const dropped: Dropped[] = [...reasons].map(([{ start, end }, reason]) => ({ start, end, reason }))
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const { start, end } = trimmed(raw, line)
    const join = before ? joinOf(before, line, rightOf(lines, index), layout) : 'paragraph'
    if (before && builder.length > 0) {
      const from = trimmed(raw, before).end
      if (join === 'paragraph') builder.standsFor('\n', from, Math.max(from, start))
      else if (join === 'space') builder.standsFor(' ', from, Math.max(from, start))
    }
    const after = lines[index + 1]
    const divided = after !== undefined && joinOf(line, after, rightOf(lines, index + 1), layout) === 'word'
    addLine(builder, raw, { start, end: divided ? end - 1 : end }, line, dropped)
  }
  const head = headOf(pages, lines)
  const title = titleOf(pages, head, body)
  return {
    ...builder.finish(),
    dropped: dropped.sort((a, b) => a.start - b.start),
    ...(title === undefined ? {} : { title }),
    head: head.map(line => raw.slice(line.start, line.end).trim()),
  }
}

/** A line without its footnote marks and soft hyphens. */
function addLine(
  builder: TextMapBuilder,
  raw: string,
  span: { start: number; end: number },
  line: PdfLine,
  dropped: Dropped[],
): void {
  let from = span.start
  const upTo = (end: number): void => {
    const words = raw.slice(from, end)
    let at = from
    for (const piece of words.split('\u00ad')) {
      builder.verbatim(piece, at)
      at += piece.length + 1
    }
    from = end
  }
  for (const mark of line.marks) {
    // At the head of a line it is the footnote's own number.
    if (mark.start <= span.start || mark.end > span.end) continue
    // The gap before the mark is one of size, not a space between words, unless a word follows.
    let gap = mark.start
    while (gap > from && !/\S/.test(raw[gap - 1] ?? '') && !/^[\p{L}\p{N}]/u.test(raw.slice(mark.end, mark.end + 2)))
      gap--
    upTo(gap)
    dropped.push({ ...mark, reason: 'footnote mark' })
    from = mark.end
  }
  upTo(span.end)
}

function trimmed(raw: string, { start, end }: PdfLine): { start: number; end: number } {
  let from = start
  let to = end
  while (from < to && /\s/.test(raw[from] ?? '')) from++
  while (to > from && /\s/.test(raw[to - 1] ?? '')) to--
  return { start: from, end: to }
}

/** Where the column of a line ends, as it, the line before and those after show: above may stand a title across columns. */
function rightOf(lines: readonly PdfLine[], index: number): number {
  const line = lines[index]
  if (!line) return 0
  let right = 0
  for (const other of lines.slice(Math.max(0, index - 1), index + NEAR))
    if (
      other.page === line.page &&
      Math.abs(other.x - line.x) < line.size * 4 &&
      Math.abs(other.size - line.size) < line.size * 0.15
    )
      right = Math.max(right, other.x + other.width)
  return right
}

/** Lines of the first page that may be its head. */
const HEAD = 15

const headOf = ({ lines: all }: PdfPages, lines: readonly PdfLine[]): PdfLine[] => {
  const first = all[0]?.page ?? 0
  return lines.filter(({ page }) => page === first).slice(0, HEAD)
}

const LONGEST_TITLE = 200

function titleOf({ raw, title }: PdfPages, head: readonly PdfLine[], body: number): string | undefined {
  const words = (line: PdfLine): string => raw.slice(line.start, line.end).replace(/\s+/g, ' ').trim()
  const page = head.map(words).join(' ').toLowerCase()
  if (title !== undefined && title.length >= 8 && page.includes(title.replace(/\s+/g, ' ').toLowerCase())) return title
  const size = Math.max(...head.map(line => line.size), 0)
  if (size < body * 1.2) return undefined
  const first = head.findIndex(line => line.size > size * 0.95)
  const rest = head.slice(first)
  const end = rest.findIndex(line => line.size <= size * 0.95)
  const large = (end < 0 ? rest : rest.slice(0, end)).map(words).join(' ')
  return /\p{L}/u.test(large) && large.length <= LONGEST_TITLE ? large : undefined
}
