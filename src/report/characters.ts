/**
 * Characters that act on the text around them or on a terminal instead of showing: controls except tab and line feed, bidi
 * controls, zero-width space and word joiner, byte order mark, line and paragraph separators. Joiners that scripts and
 * emoji need (U+200C, U+200D) stay.
 */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g

/** "U+202E" for a right-to-left override. */
export const codeOf = (unit: string): string => `U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

/** Splits text at characters that do not show: parts with odd index are one such character each. */
export const splitUnseen = (text: string): string[] => text.split(new RegExp(`(${UNSEEN.source})`, 'g'))

/** Text from outside for people on plain channels: what would not show stands as "<U+202E>". */
export const visible = (text: string): string => text.replace(UNSEEN, unit => `<${codeOf(unit)}>`)

/** `visible`, on one line. */
export const oneLine = (text: string): string => visible(text.replace(/\s+/g, ' ').trim())
