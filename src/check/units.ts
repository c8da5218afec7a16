/** Classes of UTF-16 units: checks read every unit of every text, and a look into a table is cheaper than a pattern. */

const UPPER = 1
const LETTER = 2
const DIGIT = 4
/** Letters of Latin with its accents; the two signs of arithmetic among them count only in `GLUE`. */
const ACCENTED = 8
const GLUE = 16
/** Before a list or a bracket. */
const MARK = 32
const QUOTE = 64
const SQUARE = 128

const TABLE = new Uint8Array(0x250)
const mark = (from: number, to: number, bits: number): void => {
  for (let unit = from; unit <= to; unit++) TABLE[unit] = (TABLE[unit] ?? 0) | bits
}
mark(0x30, 0x39, DIGIT | GLUE)
mark(0x41, 0x5a, LETTER | UPPER | GLUE)
mark(0x61, 0x7a, LETTER | GLUE)
mark(0xc0, 0xd6, UPPER)
mark(0xd8, 0xde, UPPER)
mark(0xc0, 0xd6, ACCENTED)
mark(0xd8, 0xf6, ACCENTED)
mark(0xf8, 0x24f, ACCENTED)
mark(0xc0, 0x24f, GLUE)
for (const sign of '_/\\@#=%$&+~|') mark(sign.charCodeAt(0), sign.charCodeAt(0), GLUE)
mark(0x28, 0x28, MARK)
mark(0x3a, 0x3a, MARK)
mark(0x22, 0x22, QUOTE)
mark(0x5b, 0x5b, SQUARE)
mark(0x5d, 0x5d, SQUARE)

const has = (unit: number, bits: number): boolean => unit < TABLE.length && ((TABLE[unit] ?? 0) & bits) !== 0

/** A-Z, a-z, 0-9. */
export const isLetterOrDigit = (unit: number): boolean => has(unit, LETTER | DIGIT)
/** A-Z, and capitals of Latin-1 with accents. */
export const isCapital = (unit: number): boolean => has(unit, UPPER)
/** A-Z. */
export const isPlainCapital = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a
/** 0-9. */
export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39
/** Letters of Latin with and without accents, and digits. */
export const isLatin = (unit: number): boolean => has(unit, LETTER | DIGIT | ACCENTED)
/** What makes a word part of an address, a path, an identifier or a longer word when it touches it. */
export const isGlue = (unit: number): boolean => has(unit, GLUE)
/** What no check begins at: small letters, spaces, most signs. */
export const isPlain = (unit: number): boolean =>
  unit < TABLE.length && ((TABLE[unit] ?? 0) & (UPPER | DIGIT | MARK | QUOTE | SQUARE)) === 0
/** Colons, opening round brackets, and the dashes of print. */
export const isMark = (unit: number): boolean => has(unit, MARK) || unit === 0x2013 || unit === 0x2014
/** Straight double quotes, and opening curly ones. */
export const isQuote = (unit: number): boolean => has(unit, QUOTE) || unit === 0x201c
export const isSquare = (unit: number): boolean => has(unit, SQUARE)
