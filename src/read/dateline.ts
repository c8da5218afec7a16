import { publishedDate } from './published.ts'

/** Lines at the head of a text among which its dateline is looked for, blank ones aside. */
const LINES = 6
/** Longer lines are paragraphs, which only an agency's dateline begins. */
const LONGEST = 120

/** What may stand before the day on a line of its own: "Published on", "Date:", "By Jane Doe, ". Not "Updated". */
const LEAD =
  /^(?:(?:first )?(?:published|posted|released)(?: on| at)?:?|dated?:?|by \p{Lu}[\p{L} .'\u2019-]{2,60}?[,|])\s{0,5}/iu

/** "LONDON, March 13, 2024 (Reuters) –", "SAN JOSE, Calif., Nov. 2, 2021 /PRNewswire/ --". */
const AGENCY =
  /^\p{Lu}[\p{Lu} .'\u2019-]{2,40}(?:, \p{Lu}[\p{L}. ]{1,20})?, (\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,9} \d{4})(?: ?\([^()\n]{2,40}\)| ?\/[^/\n]{2,40}\/)? ?(?:\u2013|\u2014|--?) /u

/**
 * The day that a text prints of itself at its head: on a line of its own, beside the byline or after "Published on", or as
 * an agency's dateline. Undefined when it prints none, or two that differ: never a guess.
 */
export function dateline(text: string): string | undefined {
  const found = new Set<string>()
  for (const line of head(text)) for (const day of daysOf(line)) found.add(day)
  return found.size === 1 ? [...found][0] : undefined
}

/** More than one where a line prints how long something lasts: "May 1, 2024 – May 3, 2024". */
function daysOf(line: string): string[] {
  const agency = AGENCY.exec(line)?.[1]
  if (agency === undefined && (line.length > LONGEST || !/\d/.test(line))) return []
  const parts = agency === undefined ? line.split(/\s{1,3}[|\u00b7\u2022\u2013\u2014]\s{1,3}/) : [agency]
  return parts.flatMap(part => publishedDate(part.trim().replace(LEAD, ''))?.slice(0, 10) ?? [])
}

/** The first lines that hold something, trimmed and cut. */
function head(text: string): string[] {
  const lines: string[] = []
  for (let from = 0; from < text.length && lines.length < LINES; ) {
    const found = text.indexOf('\n', from)
    const to = found < 0 ? text.length : found
    const line = text.slice(from, Math.min(to, from + 2 * LONGEST)).trim()
    if (line !== '') lines.push(line)
    from = to + 1
  }
  return lines
}
