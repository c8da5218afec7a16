import type { PdfLine, PdfPages } from './pdf-pages.ts'

/** Share of a page's height at its top and bottom in which running headers, footers and page numbers stand. */
const MARGIN = 0.12

/** Pages that a line must come back on: three, or in short documents this share of them, and two at least. */
const PAGES = 3
const SHARE = 0.3

const NUMBER =
  /^[\s|\u2013\u2014-]{0,5}(?:page\s{1,3})?(?:#|[ivxlc]{1,6})(?:\s{0,3}(?:of|\/)\s{0,3}#)?[\s|\u2013\u2014-]{0,5}$/

/** An entry of a table of contents: dots lead to a page. */
const CONTENTS = /(?:\.\s?){6}\s*(?:\d+|[ivxlc]+)\s*$/

/**
 * Why lines are no part of the text: printed again on each page, page numbers, tables of contents, text that stands upright along the edge.
 * A large line that comes back is a title where it is large.
 * @param body font size of the running text
 */
export function marginLines({ raw, lines, starts, heights }: PdfPages, body: number): Map<PdfLine, string> {
  const keys = new Map<PdfLine, string>()
  const pages = new Map<string, Set<number>>()
  for (const line of lines) {
    const zone = zoneOf(line, heights[line.page] ?? 0)
    if (zone === undefined) continue
    const words = raw.slice(line.start, line.end).replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()
    const key = `${zone}${words}`
    keys.set(line, key)
    const on = pages.get(key) ?? new Set()
    on.add(line.page)
    pages.set(key, on)
  }
  const enough = Math.max(2, Math.min(PAGES, Math.ceil(starts.length * SHARE)))
  const reasons = new Map<PdfLine, string>()
  for (const line of lines) {
    const key = keys.get(line)
    const large = line.size > body * 1.2
    if (line.rotated) reasons.set(line, 'upright text along the edge')
    else if (CONTENTS.test(raw.slice(line.start, line.end))) reasons.set(line, 'table of contents')
    else if (key !== undefined && NUMBER.test(key.slice(1))) reasons.set(line, 'page number')
    else if (key !== undefined && !large && (pages.get(key)?.size ?? 0) >= enough)
      reasons.set(line, 'page header or footer')
  }
  return reasons
}

function zoneOf({ y }: PdfLine, height: number): 'h' | 'f' | undefined {
  if (height <= 0) return undefined
  return y > height * (1 - MARGIN) ? 'h' : y < height * MARGIN ? 'f' : undefined
}

/** The font size that most characters have. */
export function bodySize({ lines }: PdfPages): number {
  const sizes = new Map<number, number>()
  for (const { size, start, end } of lines) {
    const rounded = Math.round(size * 2) / 2
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + end - start)
  }
  return [...sizes].reduce((best, next) => (next[1] > best[1] ? next : best), [0, -1])[0]
}
