import { isWord } from '../knowledge/words.ts'
import { indexAt, type Span } from '../model/span.ts'
import type { Slot } from './slots.ts'

/**
 * A sentence as patterns read it: lower case, one space for white space, plain quotation marks, and each name or measure
 * as one capital letter of its kind (see LETTERS); `~` stands before a capitalised word that nothing knows, so that no pattern
 * takes it for an ordinary word. "At least 16 victims of APT38" gives "at least N victims of A".
 */
export interface Sentence extends Span {
  readonly code: string
  /** Offset in the document's text of a unit of `code`; the sentence's end behind the last. */
  offset(at: number): number
  /** The slot behind a capital letter, by its place in `code`. */
  readonly slots: ReadonlyMap<number, Slot>
  /** The slots in order, with their places in `code`. */
  readonly places: readonly { readonly at: number; readonly slot: Slot }[]
}

/** By UTF-16 unit, whether it stands for itself: nearly all of a text. */
const PLAIN = new Uint8Array(0x10000)
for (const char of 'abcdefghijklmnopqrstuvwxyz0123456789.,;:()-\'"!?%/$') PLAIN[char.charCodeAt(0)] = 1

/** Where the code runs on one to one with the text: its `start` in the code, and the offset in the text. */
interface Piece extends Span {
  readonly offset: number
}

/** Longest sentence that is read; longer ones are tables and lists. */
const LONGEST = 1500

const APOSTROPHES = /[\u2018\u2019\u02bc`]/
const QUOTES = /[\u201c\u201d\u201e\u00ab\u00bb\u2033]/

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
  const code = text.charCodeAt(at)
  if ((code < 65 || code > 90) && (code < 192 || !/\p{Lu}/u.test(text.charAt(at)))) return false
  if (at === start) return startsSentence(text, at)
  if (!/[\s(/-]/.test(text.charAt(at - 1))) return false
  if (/[.:\u2022"\u201c]\s*$/.test(text.slice(Math.max(start, at - 3), at))) return false
  const word = /^[\p{L}]{1,15}/u.exec(text.slice(at, at + 15))?.[0] ?? ''
  return !TITLES.has(word.toLowerCase())
}

function plain(char: string): string {
  if ((char >= 'a' && char <= 'z') || char === ' ') return char
  if (/\s/.test(char)) return ' '
  if (APOSTROPHES.test(char)) return "'"
  if (QUOTES.test(char)) return '"'
  if (/[\u2013\u2014]/.test(char)) return '\u2014'
  if (/[\u2010\u2011]/.test(char)) return '-'
  const lower = char.toLowerCase()
  return lower.length === 1 ? lower : '\u00b7'
}

/** Encodes a sentence; `slots` are those inside it, in order, none overlapping. Undefined for one that is too long. */
export function encode(text: string, { start, end }: Span, slots: readonly Slot[]): Sentence | undefined {
  if (end - start > LONGEST) return undefined
  let code = ''
  const pieces: Piece[] = []
  const bySpot = new Map<number, Slot>()
  const places: { at: number; slot: Slot }[] = []
  // Of one unit of the text, or of several that run on one to one.
  const put = (piece: string, offset: number) => {
    const last = pieces.at(-1)
    if (!last || last.offset + code.length - last.start !== offset)
      pieces.push({ start: code.length, end: code.length, offset })
    code += piece
  }
  let from = start
  const putPlain = (until: number) => {
    while (from < until) {
      let run = from
      // A single space between such units is one too.
      while (
        run < until &&
        (PLAIN[text.charCodeAt(run)] || (run > from && text.charAt(run) === ' ' && PLAIN[text.charCodeAt(run + 1)]))
      )
        run++
      if (run > from) put(text.slice(from, run), from)
      if (run < until) {
        const char = plain(text.charAt(run))
        if (startsName(text, run, start)) put('~', run)
        if (char !== ' ' || !code.endsWith(' ')) put(char, run)
        run++
      }
      from = run
    }
  }
  for (const slot of slots) {
    putPlain(slot.start)
    bySpot.set(code.length, slot)
    places.push({ at: code.length, slot })
    put(slot.letter, slot.start)
    if (/[ -]based$/i.test(text.slice(slot.end - 6, slot.end))) put('-based', slot.end - '-based'.length)
    from = slot.end
  }
  putPlain(end)
  const length = code.length
  const offset = (at: number): number => {
    const piece = pieces[indexAt(pieces, at)]
    return at >= length || !piece ? end : piece.offset + at - piece.start
  }
  return { start, end, code, offset, slots: bySpot, places }
}
