/** The typographic apostrophe is written for the plain one. */
const APOSTROPHE = 39

/** What a run of white space, hyphens and underscores folds to. */
export const SPACE = 32

const isSeparator = (code: number): boolean =>
  code === SPACE ||
  code === 45 ||
  code === 95 ||
  code === 9 ||
  code === 10 ||
  code === 13 ||
  code === 0xa0 ||
  (code >= 0x2010 && code <= 0x2015)

/** Both tables fill as units are met: most texts use a hundred of the 65,536, and filling them all costs 30 ms. */
const folds = new Uint16Array(65536)
const kinds = new Uint8Array(65536)
const WORD = 1
const OTHER = 2

/** Upper case, accents and kinds of separator fold away, one UTF-16 unit to one, so offsets stay. */
export function fold(code: number): number {
  const known = folds[code]
  if (known) return known
  const lower = String.fromCharCode(code).toLowerCase()
  const base = code < 0xd800 ? lower.normalize('NFD').charCodeAt(0) : code
  const folded = isSeparator(code)
    ? SPACE
    : code === 0x2019
      ? APOSTROPHE
      : lower.length === 1 || code < 0x250
        ? base
        : code
  folds[code] = folded
  return folded
}

/** Letters, digits and marks: what a name may not touch on either side. Surrogates count as letters. */
export function isWord(code: number): boolean {
  const known = kinds[code]
  if (known) return known === WORD
  const word = (code >= 0xd800 && code < 0xe000) || /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code))
  kinds[code] = word ? WORD : OTHER
  return word
}
