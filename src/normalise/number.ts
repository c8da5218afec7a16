import { CARDINALS, denominator, SCALES, SIGNS } from './number-words.ts'
import { DIGITS, NUMBER } from './roles.ts'
import { isHyphen, readSum, type Written } from './sum.ts'
import { tokenise } from './tokenise.ts'
import { at, once, type Read, roleAt, type Tokens } from './tokens.ts'

export type { Written } from './sum.ts'

const words = (number: number, scale = 1): Written => ({ number, digits: false, bare: false, scale })

/** A denominator: "thirds", "-fifth", "twenty-first", singular only when `one`. */
function readDenominator(tokens: Tokens, start: number, one: boolean): Read<number> | undefined {
  const index = isHyphen(at(tokens, start)) ? start + 1 : start
  const tens = CARDINALS.get(at(tokens, index)) ?? 0
  const after = isHyphen(at(tokens, index + 1)) ? index + 2 : index + 1
  const unit = tens >= 20 ? (at(tokens, after).startsWith('first') ? 1 : denominator(at(tokens, after))) : undefined
  if (unit !== undefined && unit < 10 && (one || at(tokens, after).endsWith('s')))
    return { value: tens + unit, next: after + 1 }
  const word = at(tokens, index)
  const value = denominator(word)
  return value !== undefined && (one || word.endsWith('s')) ? { value, next: index + 1 } : undefined
}

/** "half a million", "two thirds of a million": what a fraction multiplies, 1 when nothing follows. */
function readOf(tokens: Tokens, start: number): Read<number> {
  let index = start
  if (at(tokens, index) === 'of') index++
  if (at(tokens, index) === 'a' || at(tokens, index) === 'an' || at(tokens, index) === 'one') index++
  const scale = SCALES.get(at(tokens, index))
  return scale !== undefined && at(tokens, index).length > 3
    ? { value: scale, next: index + 1 }
    : { value: 1, next: start }
}

/** "half", "a third", "a quarter of a million", "half a dozen", ¾. */
function readFraction(tokens: Tokens, start: number): Read<Written> | undefined {
  const sign = SIGNS.get(at(tokens, start))
  if (sign !== undefined) return { value: words(sign), next: start + 1 }
  const article = at(tokens, start) === 'a' || at(tokens, start) === 'an' || at(tokens, start) === 'one'
  const first = article ? (isHyphen(at(tokens, start + 1)) ? start + 2 : start + 1) : start
  const word = at(tokens, first)
  if (!article && word !== 'half' && word !== 'quarter') return undefined
  const divisor = readDenominator(tokens, first, true)
  if (!divisor) return undefined
  const whole = readOf(tokens, divisor.next)
  if (!article && word === 'quarter' && whole.value === 1) return undefined
  return { value: words(whole.value / divisor.value, whole.value), next: whole.next }
}

/** "… and a half", "… and two thirds" after a whole number; after a scale from a thousand up it is part of that scale. */
function readRest(tokens: Tokens, whole: Read<Written>): Read<Written> {
  const and = isHyphen(at(tokens, whole.next)) ? whole.next + 1 : whole.next
  if (at(tokens, and) !== 'and') return whole
  const start = isHyphen(at(tokens, and + 1)) ? and + 2 : and + 1
  const scale = whole.value.scale >= 1000 ? whole.value.scale : 1
  const fraction = readFraction(tokens, start) ?? readQuotient(tokens, start)
  if (!fraction) return whole
  if (fraction.value.scale > 1) {
    const lent = whole.value.scale < fraction.value.scale ? fraction.value.scale : 1
    const number = whole.value.number * lent + fraction.value.number
    return { value: { ...whole.value, number, bare: false, scale: fraction.value.scale }, next: fraction.next }
  }
  const later = readOf(tokens, fraction.next)
  const factor = later.next > fraction.next && at(tokens, fraction.next) !== 'of' ? later.value : 1
  const number = (whole.value.number + fraction.value.number * scale) * factor
  const next = factor > 1 ? later.next : fraction.next
  return { value: { ...whole.value, number, bare: false, scale: Math.max(scale, factor) }, next }
}

/** "two thirds", "twenty fifths", "two fifths of a million": a numerator in words and its denominator. */
function readQuotient(tokens: Tokens, start: number): Read<Written> | undefined {
  const top = readSum(tokens, start)
  const bottom = top && !top.value.digits ? readDenominator(tokens, top.next, top.value.number === 1) : undefined
  if (!top || !bottom) return undefined
  const whole = readOf(tokens, bottom.next)
  return { value: words((top.value.number / bottom.value) * whole.value, whole.value), next: whole.next }
}

/** "one in a thousand" is a share; above that the second number is a year or an amount. */
const MANY = 1000
const isWhole = ({ value }: Read<Written>): boolean => Number.isInteger(value.number) && value.number > 0

/** "one over twenty", "one out of three", "one in five"; decimals in words ("nought point five"). */
function readRatio(tokens: Tokens, top: Read<Written>): Read<Written> | undefined {
  const first = at(tokens, top.next)
  const second = at(tokens, top.next + 1)
  if (first === 'over' || first === 'in' || (first === 'out' && second === 'of')) {
    const bottom = readSum(tokens, top.next + (first === 'out' ? 2 : 1))
    const share = first !== 'in' || (bottom && bottom.value.number <= MANY && isWhole(top) && isWhole(bottom))
    if (share && bottom && bottom.value.number > top.value.number)
      return { value: words(top.value.number / bottom.value.number), next: bottom.next }
  }
  if (first !== 'point' || top.value.digits) return undefined
  let digits = ''
  let index = top.next + 1
  for (let value = CARDINALS.get(at(tokens, index)); value !== undefined && digits.length < 20; ) {
    digits += String(value)
    index++
    value = CARDINALS.get(at(tokens, index))
  }
  return digits === '' ? undefined : { value: words(top.value.number + Number(`0.${digits}`)), next: index }
}

/**
 * The number that starts at a token: digits with their scale, words, fractions, mixed forms.
 * A sign counts only where `minus` or `negative` says it, or where it is glued to digits after a blank.
 */
export const readNumber = (tokens: Tokens, start: number): Read<Written> | undefined =>
  (roleAt(tokens, start) & NUMBER) === 0 ? undefined : readAny(tokens, start)

const readAny = once((tokens: Tokens, start: number): Read<Written> | undefined => {
  const word = at(tokens, start)
  const token = tokens.list[start]
  const sign =
    word === 'minus' || word === 'negative' || (word === '-' && (token?.spaced === true || token?.start === 0))
  if (sign) {
    const positive = readPositive(tokens, start + 1)
    return positive ? { value: { ...positive.value, number: -positive.value.number }, next: positive.next } : undefined
  }
  return readPositive(tokens, start)
})

function readPositive(tokens: Tokens, start: number): Read<Written> | undefined {
  const spelt = (roleAt(tokens, start) & DIGITS) === 0
  const quotient = spelt ? (readFraction(tokens, start) ?? readQuotient(tokens, start)) : undefined
  if (quotient) return quotient
  const sum = readSum(tokens, start)
  if (!sum) return undefined
  const slash = readSlash(tokens, start, sum)
  if (slash) return slash
  return readRatio(tokens, sum) ?? readRest(tokens, sum)
}

/** The number that a whole text spells ("1.2m", "four", "two hundred and six"), or undefined. */
export function parseNumber(text: string): number | undefined {
  const tokens = tokenise(text.trim())
  const read = readNumber(tokens, 0)
  return read && read.next === tokens.list.length ? read.value.number : undefined
}

/** "4/5" after a sign, "1/3 of": a fraction in digits, which elsewhere is a date, a score or a list. */
function readSlash(tokens: Tokens, start: number, top: Read<Written>): Read<Written> | undefined {
  const bottom = tokens.list[top.next + 1]
  const mark = tokens.list[top.next]
  if (mark?.text !== '/' || mark.spaced || bottom?.kind !== 'digits' || bottom.spaced || bottom.text.length > 3)
    return undefined
  const value = Number(bottom.text)
  if (!top.value.bare || top.value.number >= value) return undefined
  const signed = at(tokens, start - 1) === '-' || at(tokens, top.next + 2) === 'of'
  return signed ? { value: words(top.value.number / value), next: top.next + 2 } : undefined
}
