import type { Fault } from './identifier-fault.ts'
import { isLetterOrDigit } from './units.ts'

/** Lengths of hexadecimal digests. */
const DIGESTS: Readonly<Record<string, number>> = { MD5: 32, SHA1: 40, SHA256: 64, SHA512: 128 }
const LENGTHS = Object.values(DIGESTS)

/** Digits that get lost or doubled at once. */
const SLIPS = 2

/** Whole digests of one length that a list must hold before a shorter or longer one is taken for one of them. */
const COMPANY = 2

/** Letters and digits in a row below which nothing is taken for a digest that lost some. */
const SHORTEST = 24

/** Whether a text holds so many ASCII letters and digits in a row: of every stretch as long only the last unit must be read. */
function hasRun(text: string, length: number): boolean {
  for (let last = length - 1; last < text.length; ) {
    let start = last
    while (start > last - length && isLetterOrDigit(text.charCodeAt(start))) start--
    if (start === last - length) return true
    last = start + length
  }
  return false
}

/** A word as long as a digest, that is no part of an address or a path. */
const LONG = /(?<![\w/\\.%=&?#+-])[0-9A-Za-z]{30,132}(?![\w/\\%=&?#+]|[.-]\w)/g

const mixed = (word: string): boolean => /\d/.test(word) && /[a-f]/i.test(word)

/** Digests with a kind beside them whose length is not that kind's. */
function* named(text: string): Generator<Fault> {
  for (const match of text.matchAll(
    /\b(MD5|SHA-?1|SHA-?256|SHA-?512)\b[ :=(\u2013-]{1,4}([0-9A-Fa-f]{24,140})(?![0-9A-Za-z])/g,
  )) {
    const kind = (match[1] ?? '').replace('-', '').toUpperCase()
    const value = match[2] ?? ''
    const wanted = DIGESTS[kind]
    if (wanted === undefined || value.length === wanted) continue
    yield {
      start: match.index + match[0].length - value.length,
      words: value,
      why: `has ${value.length} digits, and a ${match[1]} digest has ${wanted}`,
      confidence: 90,
    }
  }
}

/** Digests among others of the article with a digit too few or too many, and digests with one letter above F. */
function* listed(text: string): Generator<Fault> {
  const words = [...text.matchAll(LONG)]
  const whole = Map.groupBy(
    words.filter(([word]) => /^[0-9a-f]+$/i.test(word) && mixed(word)),
    ([word]) => word.length,
  )
  for (const { 0: word, index: start } of words) {
    if (!mixed(word)) continue
    const strange = word.match(/[^0-9a-f]/gi) ?? []
    if (strange.length === 0 && !LENGTHS.includes(word.length)) {
      const wanted = LENGTHS.find(length => Math.abs(length - word.length) <= SLIPS)
      if (wanted === undefined || (whole.get(wanted)?.length ?? 0) < COMPANY) continue
      yield {
        start,
        words: word,
        why: `has ${word.length} digits, and the digests beside it have ${wanted}`,
        confidence: 88,
      }
    } else if (strange.length === 1 && LENGTHS.includes(word.length))
      yield {
        start,
        words: word,
        why: `has the letter ${strange[0]}, and hexadecimal digits end at F`,
        confidence: 90,
        ...(/[OoIl]/.test(strange[0] ?? '') ? { suggestion: word.replace(/[Oo]/, '0').replace(/[Il]/, '1') } : {}),
      }
  }
}

/** Where two strings of one length differ, when in one place or in two neighbours. */
function differs(a: string, b: string): boolean {
  const at = [...a].flatMap((letter, index) => (letter === b[index] ? [] : [index]))
  const [first = 0, second = first] = at
  return at.length > 0 && at.length <= 2 && second - first <= 1
}

/** Digests that differ from another one of the article in one digit, or in two neighbours: no two files have such digests. */
function* drifted(text: string): Generator<Fault> {
  const halves = new Map<string, string>()
  const seen = new Set<string>()
  for (const { 0: printed, index: start } of text.matchAll(LONG)) {
    const word = printed.toLowerCase()
    if (!LENGTHS.includes(word.length) || !/^[0-9a-f]+$/.test(word) || !mixed(word) || seen.has(word)) continue
    seen.add(word)
    // One slip leaves one half as it was.
    const middle = word.length / 2
    for (const half of [`${word.length} < ${word.slice(0, middle)}`, `${word.length} > ${word.slice(middle)}`]) {
      const other = halves.get(half)
      if (other === undefined) halves.set(half, word)
      else if (differs(other, word)) {
        yield {
          start,
          words: printed,
          why: `differs from ${other}, which the article gives too, by one digit: one of the two is miscopied`,
          confidence: 88,
          severity: 'warning',
        }
        break
      }
    }
  }
}

/** Whether a text holds a run that could be a digest: most articles hold none. */
export const mayHoldDigest = (text: string): boolean => hasRun(text, SHORTEST)

/** Digests that no such digest can be. Linear: each word is looked at once. */
export function* digestFaults(text: string): Generator<Fault> {
  const seen = new Set<number>()
  for (const fault of [...named(text), ...listed(text), ...drifted(text)])
    if (!seen.has(fault.start)) {
      seen.add(fault.start)
      yield fault
    }
}
