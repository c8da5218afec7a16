/**
 * Characters that act on the text around them or on a terminal instead of showing: controls except tab and line feed
 * (escape sequences begin with one), bidi controls, zero-width space and word joiner, byte order mark, line and paragraph
 * separators, half characters. Joiners that scripts and emoji need (U+200C, U+200D) stay.
 */
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const hex = (unit: string): string => unit.charCodeAt(0).toString(16).padStart(4, '0')

/** "U+202E" for a right-to-left override. */
export const codeOf = (unit: string): string => `U+${hex(unit).toUpperCase()}`

/** Splits text at characters that do not show: parts with odd index are one such character each. */
export const splitUnseen = (text: string): string[] => text.split(new RegExp(`(${UNSEEN.source})`, 'g'))

/** Text from outside for people on plain channels: what would not show is written as in JSON, `\u202e`. */
export const visible = (text: string): string => text.replace(UNSEEN, unit => `\\u${hex(unit)}`)

/** The same for a name or reason within a line: newlines and tabs too. */
export const visibleLine = (text: string): string =>
  visible(text).replace(/[\n\t]/g, unit => (unit === '\n' ? '\\n' : '\\t'))

/** Running text on one line, white space collapsed. */
export const oneLine = (text: string): string => visible(text.replace(/\s+/g, ' ').trim())
