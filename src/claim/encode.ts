import type { Span } from '../model/span.ts'
import type { Slot } from './slots.ts'

/**
 * A sentence as patterns read it: lower case, one space for white space, plain quotation marks, and each name or measure
 * as one capital letter of its kind (see LETTERS); `~` stands before a capitalised word that nothing knows, so that no pattern
 * takes it for an ordinary word. "At least 16 victims of APT38" gives "at least N victims of A".
 */
export interface Sentence extends Span {
  readonly code: string
  /** Offset in the document's text of each unit of `code`; one more for the end. */
  readonly offsets: readonly number[]
  /** The slot behind a capital letter, by its place in `code`. */
  readonly slots: ReadonlyMap<number, Slot>
  /** The slots in order, with their places in `code`. */
  readonly places: readonly { readonly at: number; readonly slot: Slot }[]
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

/** Whether an unknown name starts here: a capital letter inside a sentence, in no word that is a title. */
function startsName(text: string, at: number, start: number): boolean {
  const code = text.charCodeAt(at)
  if ((code < 65 || code > 90) && (code < 192 || !/\p{Lu}/u.test(text.charAt(at)))) return false
  if (at === start || !/[\s(/-]/.test(text.charAt(at - 1))) return false
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
  const offsets: number[] = []
  const bySpot = new Map<number, Slot>()
  const places: { at: number; slot: Slot }[] = []
  const put = (char: string, offset: number) => {
    if (char === ' ' && code.endsWith(' ')) return
    code += char
    offsets.push(offset)
  }
  let from = start
  const putPlain = (until: number) => {
    for (; from < until; from++) {
      if (startsName(text, from, start)) put('~', from)
      put(plain(text.charAt(from)), from)
    }
  }
  for (const slot of slots) {
    putPlain(slot.start)
    bySpot.set(code.length, slot)
    places.push({ at: code.length, slot })
    put(slot.letter, slot.start)
    if (/[ -]based$/i.test(text.slice(slot.end - 6, slot.end))) for (const char of '-based') put(char, slot.end - 1)
    from = slot.end
  }
  putPlain(end)
  offsets.push(end)
  return { start, end, code, offsets, slots: bySpot, places }
}
