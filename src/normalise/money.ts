import type { Values } from '../model/mention.ts'
import { readLead, readSign, readUnit, written } from './money-unit.ts'
import { readNumber } from './number.ts'
import { LETTERS } from './number-words.ts'
import { hedged, readAmount } from './quantity.ts'
import { MONEY } from './roles.ts'
import { isHyphen } from './sum.ts'
import { tokenise } from './tokenise.ts'
import { at, type Read, roleAt, type Tokens } from './tokens.ts'

/** "M", "B" or "K" apart from the digits: read only between a currency and its number's end. */
function readLetter(tokens: Tokens, index: number): number {
  const letter = written(tokens, index)
  return /^[MBK]$/.test(letter) && !tokens.list[index]?.line ? (LETTERS.get(letter.toLowerCase()) ?? 1) : 1
}

/** "and forty-five cents", "30 cent", "and 15" after whole dollars: what it adds in hundredths. */
function readChange(tokens: Tokens, start: number, bare: boolean): Read<number> | undefined {
  const index = at(tokens, start) === 'and' ? start + 1 : start
  const change = tokens.list[index]?.line ? undefined : readNumber(tokens, index)
  if (!change || change.value.number <= 0 || change.value.number >= 100 || !Number.isInteger(change.value.number))
    return undefined
  if (/^cents?$/.test(at(tokens, change.next))) return { value: change.value.number, next: change.next + 1 }
  const after = at(tokens, change.next)
  const closes = after === '' || (/^[.,;!?)]$/.test(after) && tokens.list[change.next + 1]?.kind !== 'digits')
  return bare && closes ? { value: change.value.number, next: change.next } : undefined
}

/** Numbers that a float holds badly (0.1 * 3) rounded to a millionth of a cent. */
const round = (number: number): number => Number(number.toPrecision(15))

/** An amount of money at a token; `start` is where its words begin. */
function readMoney(tokens: Tokens, start: number): Read<Values['money']> | undefined {
  const before = tokens.source[(tokens.list[start]?.start ?? 0) - 1] ?? ' '
  if (/[A-Za-z0-9_]/.test(before)) return undefined
  const led = (roleAt(tokens, start) & MONEY) !== 0
  const signed = led ? readSign(tokens, start) : undefined
  const sign = led ? (signed ?? readLead(tokens, start)) : undefined
  const amount = readAmount(tokens, sign?.next ?? start)
  if (!amount || (sign && tokens.list[sign.next]?.line)) return undefined
  // "kr1stal", "RM5x": letters on both sides of the digits make a name
  const behind = tokens.list[amount.next]
  if (sign && !signed && behind?.kind === 'word' && !behind.spaced && !behind.line) return undefined
  const trailing = readUnit(tokens, amount.next, amount.value)
  const unit = sign?.value ?? trailing?.value
  if (!unit) return undefined
  const scale = unit.scale * (sign && amount.value.scale === 1 ? readLetter(tokens, amount.next) : 1)
  let next = scale > unit.scale ? amount.next + 1 : amount.next
  const named = !trailing || (sign && trailing.value.scale !== 1) ? undefined : trailing
  if (named && (!sign || named.value.currency === unit.currency || unit.currency === 'USD')) next = named.next
  const currency =
    sign && unit.currency === 'USD' && named && /dollar|[A-Z]{3}/.test(written(tokens, next - 1))
      ? named.value.currency
      : unit.currency
  const change =
    amount.value.number !== undefined && Number.isInteger(amount.value.number)
      ? readChange(tokens, next, Boolean(named ?? sign))
      : undefined
  const whole = hedged(tokens, start, change?.next ?? next, amount.value)
  const times = (value: number): number => round(value * scale + (change ? change.value / 100 : 0))
  const { number, min, max, ...flags } = whole
  return {
    value: {
      ...(number === undefined ? {} : { amount: times(number) }),
      currency,
      ...(min === undefined ? {} : { min: times(min) }),
      ...(max === undefined ? {} : { max: times(max) }),
      ...flags,
    },
    next: change?.next ?? next,
  }
}

/** An amount of money and the tokens it takes up. */
export interface Sum extends Read<Values['money']> {
  readonly start: number
}

const NONE: readonly Sum[] = []

/**
 * The amounts at a token. "$5 to $10 million" and "between £20 and £30" are two, each with its own amount and both with
 * the range as `min` and `max`; "$2-3 million" names its currency once and is one.
 */
export function readMoneys(tokens: Tokens, start: number): readonly Sum[] {
  const first = readMoney(tokens, start)
  if (!first) return NONE
  const alone = [{ ...first, start }]
  const mark = at(tokens, first.next)
  const between = at(tokens, start - 1) === 'between' && mark === 'and'
  const to = (mark === 'to' || mark === '\u2013' || isHyphen(mark)) && at(tokens, start - 1) !== 'from'
  const second = between || to ? readMoney(tokens, first.next + 1) : undefined
  const low = first.value.amount
  const max = second?.value.amount
  if (!second || low === undefined || max === undefined || second.value.currency !== first.value.currency) return alone
  const min = low * lentScale(tokens, first.next + 1, max, low)
  if (min >= max) return alone
  const { currency } = first.value
  return [
    { value: { amount: min, currency, min, max }, start, next: first.next },
    { value: { amount: max, currency, min, max }, start: first.next + 1, next: second.next },
  ]
}

/** The scale of a range's end, when its beginning was written without one ("$5 to $10 million"). */
function lentScale(tokens: Tokens, start: number, high: number, low: number): number {
  const sign = readSign(tokens, start) ?? readLead(tokens, start)
  const scale = readNumber(tokens, sign?.next ?? start)?.value.scale ?? 1
  return low < 1000 && scale > 1 && low * scale < high ? scale : 1
}

/**
 * The value of a text that is an amount of money and nothing else ("$1.2m", "five million yen"), or undefined; a range of
 * two amounts has `min` and `max` only.
 */
export function parseMoney(text: string): Values['money'] | undefined {
  const tokens = tokenise(text.trim())
  const sums = readMoneys(tokens, 0)
  const last = sums.at(-1)
  if (last?.next !== tokens.list.length) return undefined
  if (sums.length === 1) return last.value
  const { amount: _, ...range } = last.value
  return range
}
