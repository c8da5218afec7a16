import { InputError } from '../model/errors.ts'

/**
 * Limits before the parser sees a text, all far from real articles: it is quadratic in nested containers, in runs of
 * one sign, and in the emphasis marks of one paragraph (measured: 1,000 times `*a_` take 0.04 s, 8,000 a second, 16,000 four).
 */
export const MARKDOWN_LIMITS = {
  /** UTF-16 units. */
  characters: 2_000_000,
  /** Quotes and lists in each other. */
  depth: 50,
  /** The same sign in a row, spaces between or not. */
  run: 1000,
  /** `*` and `_` between two blank lines. */
  emphasis: 1000,
  /** `[` between two blank lines. */
  brackets: 5000,
} as const

const RUN = new RegExp(`([^\\s.\\-=_\\w])(?:[ \\t]{0,3}\\1){${MARKDOWN_LIMITS.run}}`)
const NESTED = new RegExp(`^(?:[ \\t]{0,3}(?:>|[-*+]|\\d{1,9}[.)])[ \\t]?){${MARKDOWN_LIMITS.depth + 1}}`, 'm')

/** @throws InputError when a Markdown text breaks a limit; names it */
export function checkMarkdown(text: string): void {
  const { characters, depth, run, emphasis, brackets } = MARKDOWN_LIMITS
  if (text.length > characters) throw broken(characters, 'characters')
  const sign = RUN.exec(text)?.[1]
  if (sign !== undefined) throw broken(run, `times "${sign}" in a row`)
  if (NESTED.test(text)) throw broken(depth, 'quotes and lists in each other')
  let marks = 0
  let opened = 0
  for (const [found] of text.matchAll(/\n[ \t\r]*(?=\n)|[*_[]/g)) {
    if (found === '*' || found === '_') marks++
    else if (found === '[') opened++
    else marks = opened = 0
    if (marks > emphasis) throw broken(emphasis, 'emphasis marks in one paragraph')
    if (opened > brackets) throw broken(brackets, 'opening brackets in one paragraph')
  }
}

const broken = (limit: number, what: string): InputError =>
  new InputError(`more than the limit of ${limit} ${what} (Markdown)`)
