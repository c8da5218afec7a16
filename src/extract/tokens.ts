import { isWord } from '../knowledge/words.ts'
import type { Span } from '../model/span.ts'
import type { ExtractContext } from '../model/stage.ts'
import { HALF, kindOf, LETTER, MARK, NUMBER } from '../normalise/unit-kinds.ts'
import { hashOf, ofSpelling, type Word, wordAt, wordOf } from '../normalise/words.ts'

/** A word of the text. */
export interface Token extends Span {
  readonly text: string
  /** The spelling, for tests that are put to each spelling once. */
  readonly word: Word
  /** Begins with a capital letter, or is a number inside a name ("Area 1"). */
  readonly capital: boolean
  /** First word of a sentence, a line or a quotation: its capital says nothing. */
  readonly first: boolean
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

const cache = new WeakMap<ExtractContext, readonly Token[]>()

/** The words of a document, cut once and shared by the extractors. */
export function tokens(context: ExtractContext): readonly Token[] {
  const known = cache.get(context)
  if (known) return known
  const list = cut(context.text)
  cache.set(context, list)
  return list
}

/** Words with inner apostrophes, dots, ampersands and hyphens, without a possessive "'s". */
function cut(text: string): Token[] {
  const list: Token[] = []
  let first = true
  for (let at = 0; at < text.length; ) {
    const start = at
    if (!begins(text, at)) {
      first ||= opens(text.charCodeAt(at))
      at++
      continue
    }
    at = wordEnd(text, start)
    const end = withoutPossessive(text, start, at)
    const word = wordAt(text, start, end, hashOf(text, start, end))
    list.push({ start, end, text: word.text, word, capital: isCapital(word), first })
    first = false
  }
  return list
}

/** End of the word that begins at a place. */
function wordEnd(text: string, start: number): number {
  let at = start
  let whole = LETTER | NUMBER
  for (let length = 0; length < LONGEST && at < text.length; length++) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if ((kind & whole) !== 0) at++
    else if ((kind & HALF) !== 0 && (kindOfPair(text, at) & whole) !== 0) at += 2
    else if (joins(code) && begins(text, at + 1)) at++
    else break
    whole = LETTER | NUMBER | MARK
  }
  return at
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
