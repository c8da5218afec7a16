import { InputError } from '../model/errors.ts'

/**
 * What a page may be beside `Limits`, tested before any library works on it: the libraries are quadratic in depth and in
 * the attributes of one tag, and overflow the stack on deep trees. The largest of 114 real pages, each in its own way, had
 * depths of 318,000, a text node of 13,275 characters and a run of 63.
 */
export const PAGE_LIMITS = {
  /** Depths of all elements together: what it costs to ask each element for its text. */
  depths: 3_000_000,
  /** Length of one text node outside scripts and styles. */
  textNode: 2_000_000,
  /** One character other than white space repeated, outside scripts and styles. */
  run: 10_000,
} as const

const WORDS: Readonly<Record<keyof typeof PAGE_LIMITS, string>> = {
  depths: 'elements, counted once for each element around them',
  textNode: 'characters in one text node',
  run: 'times the same character in a row',
}

/** @throws InputError that names the limit when `value` is above it. */
export function pageLimit(name: keyof typeof PAGE_LIMITS, value: number): void {
  if (value > PAGE_LIMITS[name]) throw new InputError(`too large: more than ${PAGE_LIMITS[name]} ${WORDS[name]}`)
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
