import { InputError } from '../model/errors.ts'

/**
 * What a page may be, tested before any library works on it: the libraries are quadratic in depth and in the attributes
 * of one tag, and overflow the stack on deep trees. The largest of 114 real pages, each in its own way, had 1.9 million
 * characters, 33,402 elements, a depth of 51, depths of 318,000, 40 attributes, a text node of 13,275 and a run of 63.
 */
export const LIMITS = {
  /** Length of the decoded page, in UTF-16 units. */
  characters: 20_000_000,
  /** Open elements at one time; Chromium cuts deeper trees off at the same depth (kMaximumHTMLParserDOMTreeDepth). */
  depth: 512,
  /** Elements of a page. */
  elements: 100_000,
  /** Depths of all elements together: what it costs to ask each element for its text. */
  depths: 3_000_000,
  /** Attributes of one tag. */
  attributes: 1_000,
  /** Length of one text node outside scripts and styles. */
  textNode: 2_000_000,
  /** One character other than white space repeated, outside scripts and styles. */
  run: 10_000,
} as const

const WORDS: Readonly<Record<keyof typeof LIMITS, string>> = {
  characters: 'characters in the page',
  depth: 'elements nested in each other',
  elements: 'elements',
  depths: 'elements, counted once for each element around them',
  attributes: 'attributes of one tag',
  textNode: 'characters in one text node',
  run: 'times the same character in a row',
}

/** @throws InputError that names the limit when `value` is above it. */
export function limit(name: keyof typeof LIMITS, value: number): void {
  if (value > LIMITS[name]) throw new InputError(`too large: more than ${LIMITS[name]} ${WORDS[name]}`)
}

/** Length of the longest run of one character other than white space. */
export function longestRun(text: string): number {
  let longest = 0
  let start = 0
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && text.charCodeAt(at) === text.charCodeAt(start)) continue
    if (at - start > longest && text.charCodeAt(start) > 32) longest = at - start
    start = at
  }
  return longest
}
