import type { Values } from '../model/mention.ts'
import {
  currencyOfCode,
  currencyOfLead,
  currencyOfName,
  currencyOfPart,
  currencyOfPrefix,
  currencyOfSign,
} from './currency.ts'
import { readNumber } from './number.ts'
import { LETTERS } from './number-words.ts'
import { type Amount, hedged, readAmount } from './quantity.ts'
import { isHyphen } from './sum.ts'
import { at, type Read, type Tokens, tokenise } from './tokens.ts'

/** A currency as written, and what its unit multiplies the number by (cents 0.01, MUSD 1e6). */
interface Unit {
  readonly currency: string
  readonly scale: number
}

const written = (tokens: Tokens, index: number): string => {
  const token = tokens.list[index]
  return token ? tokens.source.slice(token.start, token.end) : ''
}

/** Names of currencies that are other words too: taken only where capitals or a large sum make them money. */
const CAPITAL = /^(?:dash|ripple|tron|solana|tether)$/
const LARGE = /^(?:won|real|reals|dong|kip|leu|lev|birr|sol)$/

/** "US$", "$", "HK $", "usd$", "u.s $": a sign before the number, with its letters. */
function readSign(tokens: Tokens, start: number): Read<Unit> | undefined {
  const sign = currencyOfSign(at(tokens, start))
  if (sign) return { value: { currency: sign, scale: 1 }, next: start + 1 }
  const token = tokens.list[start]
  if (token?.kind !== 'word' || token.text.length > 3) return undefined
  let index = start + 1
  let letters = token.text
  if (letters === 'u' && at(tokens, index) === '.' && at(tokens, index + 1) === 's') {
    letters = 'us'
    index += at(tokens, index + 2) === '.' ? 3 : 2
  }
  const dollar = tokens.list[index]
  if (dollar?.text !== '$' || dollar.line || (dollar.spaced && /^[asrj]$/.test(letters))) return undefined
  const currency = currencyOfPrefix(letters)
  return currency ? { value: { currency, scale: 1 }, next: index + 1 } : undefined
}

/** "USD", "Rs.", "RM" before the number. */
function readLead(tokens: Tokens, start: number): Read<Unit> | undefined {
  const word = written(tokens, start)
  const lead = currencyOfLead(word === 'RM' || word === 'CHF' ? word.toLowerCase() : word.replace(/^R/, 'r'))
  const next = start + (lead && at(tokens, start + 1) === '.' ? 2 : 1)
  if (tokens.list[next]?.kind !== 'digits' || tokens.list[next]?.line) return undefined
  if (lead && (word !== 'RM' || /^[A-Z]/.test(word))) return { value: { currency: lead, scale: 1 }, next }
  const code = word.length === 3 && !/^(?:ALL|TOP|SOS)$/.test(word) ? currencyOfCode(word) : undefined
  return code && { value: code, next }
}

/** The currency after a number: sign, code, or a name of up to four words. */
function readUnit(tokens: Tokens, start: number, amount: Amount): Read<Unit> | undefined {
  const first = tokens.list[start]
  if (!first || first.line) return undefined
  const sign = currencyOfSign(first.text)
  if (sign) {
    const following = tokens.list[start + 1]
    return following?.kind === 'digits' && !following.spaced
      ? undefined
      : { value: { currency: sign, scale: 1 }, next: start + 1 }
  }
  let index = isHyphen(first.text) && !first.spaced ? start + 1 : start
  if (amount.number === undefined && at(tokens, index) === 'of') index++
  if (tokens.list[index]?.kind !== 'word') return undefined
  const code = currencyOfCode(written(tokens, index))
  const after = tokens.list[index + 1]
  if (code && after?.kind === 'digits' && !after.spaced) return undefined
  if (code) return { value: code, next: index + 1 }
  if (at(tokens, index) === 'u' && at(tokens, index + 1) === '.' && at(tokens, index + 2) === 's') {
    const dollars = at(tokens, index + 3) === '.' ? index + 4 : index + 3
    return /^dollars?$/.test(at(tokens, dollars))
      ? { value: { currency: 'USD', scale: 1 }, next: dollars + 1 }
      : undefined
  }
  for (let length = 4; length > 0; length--) {
    const words = Array.from({ length }, (_, offset) => at(tokens, index + offset))
    const name = words.join(' ')
    const currency = currencyOfName(name)
    if (currency && plausible(tokens, index, name, amount))
      return { value: { currency, scale: 1 }, next: index + length }
    const part = length < 3 ? currencyOfPart(name) : undefined
    if (part) return { value: { currency: part, scale: 0.01 }, next: index + length }
  }
  return undefined
}

function plausible(tokens: Tokens, index: number, name: string, amount: Amount): boolean {
  if (CAPITAL.test(name)) return /^[A-Z]/.test(written(tokens, index))
  return !LARGE.test(name) || (amount.number ?? amount.min ?? 0) >= 1000
}

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
export function readMoney(tokens: Tokens, start: number): Read<Values['money']> | undefined {
  const sign = readSign(tokens, start) ?? readLead(tokens, start)
  const amount = readAmount(tokens, sign?.next ?? start)
  if (!amount || (sign && tokens.list[sign.next]?.line)) return undefined
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

/** "$5 to $10 million", "between £20 and £30": two amounts of one currency as one range. */
export function readMoneyRange(tokens: Tokens, start: number): Read<Values['money']> | undefined {
  const first = readMoney(tokens, start)
  if (first?.value.amount === undefined) return first
  const mark = at(tokens, first.next)
  const between = at(tokens, start - 1) === 'between' && mark === 'and'
  const to = (mark === 'to' || mark === '\u2013' || isHyphen(mark)) && at(tokens, start - 1) !== 'from'
  const second = between || to ? readMoney(tokens, first.next + 1) : undefined
  if (second?.value.amount === undefined || second.value.currency !== first.value.currency) return first
  const scale = lentScale(tokens, first.next + 1, second.value.amount, first.value.amount)
  const min = first.value.amount * scale
  if (min >= second.value.amount) return first
  return { value: { currency: first.value.currency, min, max: second.value.amount }, next: second.next }
}

/** The scale of a range's end, when its beginning was written without one ("$5 to $10 million"). */
function lentScale(tokens: Tokens, start: number, high: number, low: number): number {
  const sign = readSign(tokens, start) ?? readLead(tokens, start)
  const scale = readNumber(tokens, sign?.next ?? start)?.value.scale ?? 1
  return low < 1000 && scale > 1 && low * scale < high ? scale : 1
}

/** The value of a text that is an amount of money and nothing else ("$1.2m", "five million yen"), or undefined. */
export function parseMoney(text: string): Values['money'] | undefined {
  const tokens = tokenise(text.trim())
  const read = readMoneyRange(tokens, 0)
  return read && read.next === tokens.list.length ? read.value : undefined
}
