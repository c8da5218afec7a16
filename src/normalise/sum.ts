import { readLiteral, readScale } from './literal.ts'
import { CARDINALS, denominator, SCALES } from './number-words.ts'
import { at, once, type Read, type Tokens } from './tokens.ts'

/** A number as written: how it was written decides what it may count. */
export interface Written {
  readonly number: number
  /** Digits took part. */
  readonly digits: boolean
  /** Digits alone, without grouping, decimals or scale: may as well be a year, a version, an address. */
  readonly bare: boolean
  /** The scale that its last word or letter gave, 1 when none: "2 to 3 million" lends it to the first number. */
  readonly scale: number
}

export const isHyphen = (text: string): boolean => text === '-' || text === '\u2010' || text === '\u2011'

/** A word between one and nine. */
const isUnit = (word: string): boolean => {
  const value = CARDINALS.get(word) ?? 0
  return value > 0 && value < 10
}

/** "twenty-one", "seven", "12": one term below the next scale word. */
function readTerm(tokens: Tokens, index: number): Read<Written> | undefined {
  const cardinal = CARDINALS.get(at(tokens, index))
  if (cardinal === undefined) {
    const literal = readLiteral(tokens, index)
    if (!literal) return undefined
    const { number, grouped, decimal } = literal.value
    return { value: { number, digits: true, bare: !grouped && !decimal, scale: 1 }, next: literal.next }
  }
  const value = { number: cardinal, digits: false, bare: false, scale: 1 }
  if (cardinal < 20) return { value, next: index + 1 }
  const unit = isHyphen(at(tokens, index + 1)) ? index + 2 : index + 1
  return isUnit(at(tokens, unit))
    ? { value: { ...value, number: cardinal + (CARDINALS.get(at(tokens, unit)) ?? 0) }, next: unit + 1 }
    : { value, next: index + 1 }
}

/** Tens that begin a denominator: the "thirty" of "one hundred thirty-fifths". */
const opensDenominator = (tokens: Tokens, index: number): boolean => {
  const after = isHyphen(at(tokens, index + 1)) ? index + 2 : index + 1
  const divisor = denominator(at(tokens, after))
  return (CARDINALS.get(at(tokens, index)) ?? 0) >= 20 && divisor !== undefined && divisor < 10
}

/** A sextillion; what is more (1e981) counts nothing that is told in words. */
const MOST = 1e21

/** Whole numbers and their scales: "two hundred and six", "3 hundred and 21", "1.2m", "a hundred million", "35 lakh". */
export const readSum = once((tokens: Tokens, start: number): Read<Written> | undefined => {
  let index = start
  let total = 0
  let current: number | undefined
  let scale = 1
  let scaled = false
  let digits = false
  let bare = true
  if (at(tokens, start) === 'a' || at(tokens, start) === 'an') {
    if (!SCALES.has(at(tokens, start + 1)) || at(tokens, start + 1).length < 4) return undefined
    current = 1
    index++
  }
  // What is already too much stays so: giving up at once keeps "5 hundred 5 hundred …" linear.
  while (total + (current ?? 0) <= MOST) {
    const from = scaled && at(tokens, index) === 'and' ? index + 1 : index
    const term = current === undefined || (scaled && scale === 100) ? readTerm(tokens, from) : undefined
    if (term && (index === start || (scaled && follows(tokens, term, from, from > index, scale)))) {
      if (index > start && opensDenominator(tokens, from)) break
      current = (current ?? 0) + term.value.number
      digits ||= term.value.digits
      bare &&= term.value.bare
      scaled = false
      index = term.next
      continue
    }
    const factor = readScale(
      tokens,
      hyphenated(tokens, index),
      tokens.list[index - 1]?.kind === 'digits' && index > start,
    )
    if (!factor || (current === undefined && !scaled)) break
    if (current === undefined) total *= factor.value
    else if (factor.value === 100) current *= 100
    else {
      total += current * factor.value
      current = undefined
    }
    scale = factor.value
    scaled = true
    bare = false
    index = factor.next
  }
  const number = total + (current ?? 0)
  return index === start || !(number <= MOST) ? undefined : { value: { number, digits, bare, scale }, next: index }
})

/** "$100-million": the place of a scale of a thousand or more behind a hyphen, else the place itself. */
function hyphenated(tokens: Tokens, index: number): number {
  const [mark, word] = [tokens.list[index], tokens.list[index + 1]]
  if (!mark || !word || !isHyphen(mark.text) || mark.spaced || word.spaced) return index
  return word.text.length > 4 && (SCALES.get(word.text) ?? 0) >= 1000 ? index + 1 : index
}

/** Whether a term after a scale still belongs to it: smaller, on the same line, and as digits only where words join it. */
function follows(tokens: Tokens, term: Read<Written>, from: number, joined: boolean, scale: number): boolean {
  const token = tokens.list[from]
  if (!token || token.line || !token.spaced || term.value.number <= 0 || term.value.number >= scale) return false
  const divisor = denominator(at(tokens, term.next))
  if (joined && scale >= 1000 && divisor !== undefined && divisor > 2) return false
  if (!term.value.digits) return true
  return scale <= 1000 && (joined || readScale(tokens, term.next, true) !== undefined)
}
