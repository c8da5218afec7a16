/** What a UTF-16 unit can be, as bits. */
export const LETTER = 1
export const MARK = 2
export const NUMBER = 4
/** The first of two units that spell one character, which alone say nothing. */
export const HALF = 8
export const UPPER = 16
export const LOWER = 32
const KNOWN = 128

/** Fills as units are met: most texts use a hundred of the 65,536. */
const kinds = new Uint8Array(65536)

/** Bits of a unit, by its Unicode category; half a surrogate pair has none of these. NaN, past the end of a text, has none either. */
export const kindOf = (code: number): number => kinds[code] || classify(code)

function classify(code: number): number {
  if (Number.isNaN(code)) return 0
  const unit = String.fromCharCode(code)
  const kind =
    (/\p{L}/u.test(unit) ? LETTER : 0) |
    (/\p{M}/u.test(unit) ? MARK : 0) |
    (/\p{N}/u.test(unit) ? NUMBER : 0) |
    (/\p{Lu}/u.test(unit) ? UPPER : 0) |
    (/\p{Ll}/u.test(unit) ? LOWER : 0) |
    (code >= 0xd800 && code < 0xdc00 ? HALF : 0) |
    KNOWN
  kinds[code] = kind
  return kind
}
