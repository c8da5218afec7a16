import { isWord } from '../knowledge/words.ts'
import { indexAt, type Span } from '../model/span.ts'
import type { Slot } from './slots.ts'

/**
 * A sentence as patterns read it: lower case, one space for white space, plain quotation marks, and each name or measure
 * as one capital letter of its kind (see LETTERS); `~` stands before a capitalised word that nothing knows, so that no pattern
 * takes it for an ordinary word. Its units are Latin-1. "At least 16 victims of APT38" gives "at least N victims of A".
 */
export interface Sentence extends Span {
  readonly code: string
  /** Offset in the document's text of a unit of `code`; the sentence's end behind the last. */
  offset(at: number): number
  /** The slots in order, with their places in `code`. */
  readonly places: readonly { readonly at: number; readonly slot: Slot }[]
}

/** Where the code runs on one to one with the text: its `start` in the code, and the offset in the text. */
interface Piece extends Span {
  readonly offset: number
}

/** Longest sentence that is read; longer ones are tables and lists. */
const LONGEST = 1500

/** The end of "Moscow-based", which says nothing about Moscow but where something is. */
const BASED = '-based'

/** A dash in a code: U+2014 would make each unit of a code take two bytes, and each expression compile a second time. */
export const DASH = '\u0097'
/** Any other character that Latin-1 does not have. */
const OTHER = '\u00b7'

const [BLANK, UNKNOWN, NOTHING] = [32, 126, 0] as const

/** A character of the text as a code has it. */
function plain(char: string): string {
  if (/\s/.test(char)) return ' '
  if (/[\u2018\u2019\u02bc`]/.test(char)) return "'"
  if (/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/.test(char)) return '"'
  if (/[\u2013\u2014]/.test(char)) return DASH
  if (/[\u2010\u2011]/.test(char)) return '-'
  const lower = char.toLowerCase()
  return lower.length === 1 && lower < '\u0100' && lower !== DASH ? lower : OTHER
}

/** By unit, what stands for it in a code; of Latin-1 from the start, of others from their first use. */
const PLAIN = new Uint8Array(0x10000)
for (let unit = 0; unit < 0x100; unit++) PLAIN[unit] = plain(String.fromCharCode(unit)).charCodeAt(0)

function plainUnit(unit: number): number {
  const known = PLAIN[unit] ?? NOTHING
  if (known !== NOTHING || unit === NOTHING) return known
  const found = plain(String.fromCharCode(unit)).charCodeAt(0)
  PLAIN[unit] = found
  return found
}

/** Capitalised words that are no names: titles, ranks, abbreviations. Months and the like are mentions already. */
const TITLES = new Set(
  (
    'mr mrs ms dr prof sir ceo cto cio ciso cfo coo cso vp svp evp chief executive officer president vice director chairman chairwoman chair manager ' +
    'head senior principal lead researcher analyst engineer founder spokesman spokeswoman spokesperson attorney general prosecutor judge ' +
    'detective inspector sheriff captain sergeant commissioner superintendent mayor governor senator minister secretary professor ' +
    'security information technology threat research intelligence cvss i'
  ).split(' '),
)

/** Whether a sentence begins with a name: a word that is no ordinary one. */
function startsSentence(text: string, at: number): boolean {
  const word = /^[A-Z][A-Za-z]{2,14}(?![A-Za-z])/.exec(text.slice(at, at + 16))?.[0].toLowerCase()
  return word !== undefined && !TITLES.has(word) && !isWord(word)
}

/** Whether an unknown name starts here: a capital letter inside a sentence, in no word that is a title. */
function startsName(text: string, at: number, start: number): boolean {
  const unit = text.charCodeAt(at)
  if ((unit < 65 || unit > 90) && (unit < 192 || (unit >= 0x2000 && unit < 0x2070) || !/\p{Lu}/u.test(text.charAt(at))))
    return false
  if (at === start) return startsSentence(text, at)
  if (!/[\s(/-]/.test(text.charAt(at - 1))) return false
  if (/[.:\u2022"\u201c]\s*$/.test(text.slice(Math.max(start, at - 3), at))) return false
  const word = /^[\p{L}]{1,15}/u.exec(text.slice(at, at + 15))?.[0] ?? ''
  return !TITLES.has(word.toLowerCase())
}

/** Room for the code of the longest sentence, each unit with a mark; a code is copied out of it. */
const room = Buffer.alloc(2 * LONGEST + 2)

/** Encodes a sentence; `slots` are those inside it, in order, none overlapping. Undefined for one that is too long. */
export function encode(text: string, { start, end }: Span, slots: readonly Slot[]): Sentence | undefined {
  if (end - start > LONGEST) return undefined
  const pieces: Piece[] = []
  const places: { at: number; slot: Slot }[] = []
  let length = 0
  // How far the text is ahead of the code where the last piece runs.
  let ahead = Number.NaN
  const begin = (offset: number): void => {
    ahead = offset - length
    pieces.push({ start: length, end: length, offset })
  }
  let [slot] = slots
  for (let at = start; at < end; ) {
    if (slot && at >= slot.start) {
      places.push({ at: length, slot })
      begin(slot.start)
      room[length++] = slot.letter.charCodeAt(0)
      at = slot.end
      if (/[ -]based$/i.test(text.slice(at - BASED.length, at))) {
        begin(at - BASED.length)
        length += room.write(BASED, length, 'latin1')
      }
      slot = slots[places.length]
      continue
    }
    const unit = text.charCodeAt(at)
    const code = plainUnit(unit)
    if (code !== unit && startsName(text, at, start)) {
      begin(at)
      room[length++] = UNKNOWN
    }
    if (code !== BLANK || length === 0 || room[length - 1] !== BLANK) {
      if (at - length !== ahead) begin(at)
      room[length++] = code
    }
    at++
  }
  const size = length
  const offset = (at: number): number => {
    const piece = pieces[indexAt(pieces, at)]
    return at >= size || !piece ? end : piece.offset + at - piece.start
  }
  return { start, end, code: room.toString('latin1', 0, size), offset, places }
}
