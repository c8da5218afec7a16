/** A spelling of a word, shared by every place that has it, and what is known of it. */
export interface Word {
  readonly text: string
  /** `text` in small letters. */
  readonly small: string
  /** Bits of the tests that were put to it, and of those that it passed. */
  tried: number
  passed: number
}

/** Spellings remembered at a time: four hundred articles have 20,000, and those of one come again in the next. */
const REMEMBERED = 1 << 15

const known: (Word | undefined)[] = new Array(REMEMBERED).fill(undefined)

/** Adds a unit to the hash of a spelling, which begins at 0. */
export const mix = (hash: number, unit: number): number => (Math.imul(hash, 31) + unit) | 0

/** The hash of a stretch of text. */
export function hashOf(source: string, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = mix(hash, source.charCodeAt(at))
  return hash
}

/** The word that stands at a place of a text; `hash` is that of its units. A newcomer takes the place of another of its hash. */
export function wordAt(source: string, start: number, end: number, hash: number): Word {
  const slot = (hash ^ (hash >>> 13)) & (REMEMBERED - 1)
  const before = known[slot]
  if (before !== undefined && isAt(before.text, source, start, end)) return before
  const word = wordOf(apart(source.slice(start, end)))
  known[slot] = word
  return word
}

function isAt(text: string, source: string, start: number, end: number): boolean {
  if (text.length !== end - start) return false
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== source.charCodeAt(start + at)) return false
  return true
}

/** A spelling without its text: V8 keeps the whole alive for a slice, and looks up each unit of the slice through it. */
export const apart = (slice: string): string => [slice.slice(0, 1), slice.slice(1)].join('')

/** The word of a spelling that stands in no text. */
export const wordOf = (text: string): Word => ({ text, small: text.toLowerCase(), tried: 0, passed: 0 })

let tests = 0

/**
 * A test of a word's spelling that is put to each but once while it is remembered.
 * @throws RangeError when there are more tests than bits
 */
export function ofSpelling(passes: (word: Word) => boolean): (word: Word) => boolean {
  if (tests >= 30) throw new RangeError('no bit is left for another test of words')
  const bit = 1 << tests++
  return word => {
    if ((word.tried & bit) === 0) {
      word.tried |= bit
      if (passes(word)) word.passed |= bit
    }
    return (word.passed & bit) !== 0
  }
}
