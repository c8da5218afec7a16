/** What a UTF-16 unit is to names and figures, as bits. Letters that the grammars of figures read, and digits. */
export const LETTERS = 1 << 16
export const DIGITS = 1 << 17
/** Letters, digits and marks of other kinds; surrogates count as letters. */
export const OTHERS = 1 << 18
/** Units of which words are made: what a name may not touch on either side. */
export const IN_WORD = LETTERS | DIGITS | OTHERS
/** Signs that stand among the letters of figures by their place in Unicode: ×, ÷. */
export const STRAY = 1 << 19
export const BLANK = 1 << 20
export const LINE = 1 << 21
/** Emphasis and what is not seen: "12**th**" is "12th". */
export const NOTHING = 1 << 22
const KNOWN = 1 << 23

/** The unit itself, upper case, accents and kinds of separator folded away, one unit to one, so that offsets stay. */
export const FOLDED = 0xffff

/** What a run of white space, hyphens and underscores folds to. */
export const SPACE = 32

/** The typographic apostrophe is written for the plain one. */
const APOSTROPHE = 39

/** Fills as units are met: most texts use a hundred of the 65,536, and filling them all costs 30 ms. */
const units = new Int32Array(65536)

/** A unit, folded, with the bits of what it is. */
export const unitOf = (code: number): number => units[code] || classify(code)

function classify(code: number): number {
  const character = String.fromCharCode(code)
  const unit = fold(code) | kindOf(character, code) | KNOWN
  units[code] = unit
  return unit
}

function kindOf(character: string, code: number): number {
  const word = (code >= 0xd800 && code < 0xe000) || /[\p{L}\p{N}\p{M}]/u.test(character)
  if (/[A-Za-z\u00c0-\u024f\u0370-\u052f]/.test(character)) return word ? LETTERS : STRAY
  if (word) return /[0-9]/.test(character) ? DIGITS : OTHERS
  if (character === '\n') return LINE
  return /\s/.test(character) ? BLANK : /[*\u200b\u00ad]/.test(character) ? NOTHING : 0
}

const isSeparator = (code: number): boolean =>
  code === SPACE ||
  code === 45 ||
  code === 95 ||
  code === 9 ||
  code === 10 ||
  code === 13 ||
  code === 0xa0 ||
  (code >= 0x2010 && code <= 0x2015)

function fold(code: number): number {
  if (isSeparator(code)) return SPACE
  if (code === 0x2019) return APOSTROPHE
  const lower = String.fromCharCode(code).toLowerCase()
  const base = code < 0xd800 ? lower.normalize('NFD').charCodeAt(0) : code
  return lower.length === 1 || code < 0x250 ? base : code
}
