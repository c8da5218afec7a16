/** Classes of UTF-16 units: checks read every unit of every text, and a look into a table is cheaper than a pattern. */

const UPPER = 1
const LETTER = 2
const DIGIT = 4
/** Letters of Latin with its accents; the two signs of arithmetic among them count only in `GLUE`. */
const ACCENTED = 8
const GLUE = 16

const TABLE = new Uint8Array(0x250)
const mark = (from: number, to: number, bits: number): void => {
  for (let unit = from; unit <= to; unit++) TABLE[unit] = (TABLE[unit] ?? 0) | bits
}
mark(0x30, 0x39, DIGIT | GLUE)
mark(0x41, 0x5a, LETTER | UPPER | GLUE)
mark(0x61, 0x7a, LETTER | GLUE)
mark(0xc0, 0xde, UPPER)
mark(0xc0, 0xd6, ACCENTED)
mark(0xd8, 0xf6, ACCENTED)
mark(0xf8, 0x24f, ACCENTED)
mark(0xc0, 0x24f, GLUE)
for (const sign of '_/\\@#=%$&+~|') mark(sign.charCodeAt(0), sign.charCodeAt(0), GLUE)

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
