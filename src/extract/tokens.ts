import { isWord } from '../knowledge/words.ts'
import type { Span } from '../model/span.ts'
import type { ExtractContext } from '../model/stage.ts'
import { HALF, kindOf, LETTER, LOWER, MARK, NUMBER, UPPER } from '../normalise/unit-kinds.ts'
import { hashOf, ofSpelling, type Word, wordAt, wordOf } from '../normalise/words.ts'
import { type Trigger, triggersOf } from './triggers.ts'

/** A word of the text. */
export interface Token extends Span {
  /** Its place among the words of the text. */
  readonly index: number
  readonly text: string
  /** The spelling, for tests that are put to each spelling once. */
  readonly word: Word
  /** Begins with a capital letter, or with a small one and then a capital. */
  readonly capital: boolean
  /** Holds a capital letter or a digit. */
  readonly marked: boolean
  /** First word of a sentence, a line or a quotation: its capital says nothing. */
  readonly first: boolean
}

/** The words of a text, and which of them are worth a look: most are none of a name and lead to none. */
export interface Tokens {
  readonly list: readonly Token[]
  /** The words that hold a capital letter or a digit: every word of a name, as far as extractors know names. */
  readonly marked: readonly Token[]
  /** Indices of the words that a trigger names, rising. */
  readonly at: (trigger: Trigger) => readonly number[]
}

/** Units of a word after its first: a run of letters without end stays linear. */
const LONGEST = 61

/** Whether a spelling begins with a capital letter. */
export const isCapital = ofSpelling(({ text }) => /^\p{Lu}|^\p{Ll}\p{Lu}/u.test(text))

/** Whether a spelling is an ordinary word, or made of ordinary words by hyphens. */
export const isOrdinary = ofSpelling(({ small }) => small.split('-').every(isWord))

const NO_WORD = wordOf('')

/** The spelling of a token, or of nothing past either end. */
export const spelling = (list: readonly Token[], index: number): Word => list[index]?.word ?? NO_WORD

const cache = new WeakMap<ExtractContext, Tokens>()

/** The words of a document, cut once and shared by the extractors. */
export const tokens = (context: ExtractContext): readonly Token[] => tokensOf(context).list

/** The words of a document with what is known of them, cut once and shared by the extractors. */
export function tokensOf(context: ExtractContext): Tokens {
  const known = cache.get(context)
  if (known) return known
  const made = cut(context.text)
  cache.set(context, made)
  return made
}

/** Looks its spelling up when it is asked for: of most words only the place is. */
class TextToken implements Token {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly capital: boolean
  readonly marked: boolean
  readonly first: boolean
  readonly #source: string
  #word: Word | undefined

  constructor(source: string, index: number, start: number, end: number, marked: boolean, first: boolean) {
    this.index = index
    this.start = start
    this.end = end
    this.marked = marked
    this.capital = marked && hasCapital(source, start, end)
    this.first = first
    this.#source = source
    this.#word = undefined
  }

  get word(): Word {
    this.#word ??= wordAt(this.#source, this.start, this.end, hashOf(this.#source, this.start, this.end))
    return this.#word
  }

  get text(): string {
    return this.word.text
  }
}

/** Units of which one makes a word marked; half a letter may be a capital. */
const MARKED = UPPER | NUMBER | HALF

/** Words with inner apostrophes, dots, ampersands and hyphens, without a possessive "'s". */
function cut(text: string): Tokens {
  const list: Token[] = []
  const marked: Token[] = []
  const triggers = triggersOf(text)
  let first = true
  for (let at = 0; at < text.length; ) {
    const start = at
    const kind = kindOf(text.charCodeAt(at))
    if ((((kind & HALF) !== 0 ? kindOfPair(text, at) : kind) & (LETTER | NUMBER)) === 0) {
      first ||= opens(text.charCodeAt(at))
      at++
      continue
    }
    let seen = 0
    let whole = LETTER | NUMBER
    for (let length = 0; length < LONGEST && at < text.length; length++) {
      const code = text.charCodeAt(at)
      const next = kindOf(code)
      if ((next & whole) !== 0) at++
      else if ((next & HALF) !== 0 && (kindOfPair(text, at) & whole) !== 0) at += 2
      else if (joins(code) && begins(text, at + 1)) at++
      else break
      seen |= next
      whole = LETTER | NUMBER | MARK
    }
    const end = withoutPossessive(text, start, at)
    const token = new TextToken(text, list.length, start, end, (seen & MARKED) !== 0, first)
    if (token.marked) marked.push(token)
    triggers.add(start, end, list.length)
    list.push(token)
    first = false
  }
  return { list, marked, at: triggers.at }
}

/** Whether a word begins with a capital letter, or with a small one and then a capital. */
function hasCapital(text: string, start: number, end: number): boolean {
  const kind = kindOf(text.charCodeAt(start))
  if ((kind & UPPER) !== 0) return true
  if ((kind & LOWER) === 0) return (kind & HALF) !== 0 && isCapital(wordOf(text.slice(start, end)))
  const next = end - start > 1 ? kindOf(text.charCodeAt(start + 1)) : 0
  return (next & UPPER) !== 0 || ((next & HALF) !== 0 && isCapital(wordOf(text.slice(start, end))))
}

/** Whether a word has a capital letter inside: "LimeRAT", "IBM". */
export function isMixed(text: string, { start, end }: Span): boolean {
  for (let at = start + 1; at < end; at++) if ((kindOf(text.charCodeAt(at)) & (UPPER | HALF)) !== 0) return true
  return false
}

/** "Acme's" is Acme. */
function withoutPossessive(text: string, start: number, end: number): number {
  const last = text.charCodeAt(end - 1)
  if (last !== 115 && last !== 83) return end
  const mark = text.charCodeAt(end - 2)
  return (mark === 39 || mark === 0x2019) && end - 2 > start ? end - 2 : end
}

/** Whether a word can begin at a place: with a letter or a digit. */
function begins(text: string, at: number): boolean {
  const kind = kindOf(text.charCodeAt(at))
  return (((kind & HALF) !== 0 ? kindOfPair(text, at) : kind) & (LETTER | NUMBER)) !== 0
}

/** Apostrophes, dots, ampersands, at signs and hyphens join the parts of a word. */
const joins = (code: number): boolean =>
  code === 39 || code === 46 || code === 38 || code === 0x2019 || code === 64 || code === 45 || code === 0x2010

/** Line breaks, full stops, question and exclamation marks, colons and opening quotes: what a first word may follow. */
const opens = (code: number): boolean =>
  code === 10 || code === 46 || code === 33 || code === 63 || code === 58 || code === 34 || code === 0x201c

/** Bits of a character that two units spell: rare, and not remembered. */
function kindOfPair(text: string, at: number): number {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return /[\p{L}\p{N}]/u.test(character) ? LETTER : /\p{M}/u.test(character) ? MARK : 0
}
