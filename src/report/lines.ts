import type { Span } from '../model/span.ts'

/** Where a character stands for people: both from 1; the column counts UTF-16 units. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}

/** Positions of a text as lines and columns; a line ends with LF (and a CR before it belongs to it), as SARIF has it. */
export function lineIndex(text: string): (position: number) => LineColumn {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return position => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= position) low = middle + 1
      else high = middle
    }
    return { line: low, column: position - (starts[low - 1] ?? 0) + 1 }
  }
}

/** A SARIF region: by characters, and by lines and columns when the text is at hand. */
export function regionOf({ start, end }: Span, at?: (position: number) => LineColumn): Record<string, number> {
  const characters = { charOffset: start, charLength: end - start }
  if (!at) return characters
  const from = at(start)
  const to = at(end)
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column, ...characters }
}
