import {
  currencyOfCode,
  currencyOfLead,
  currencyOfName,
  currencyOfPart,
  currencyOfPrefix,
  currencyOfSign,
  opensCurrency,
} from './currency.ts'
import { type Amount, readAmount } from './quantity.ts'
import { isHyphen } from './sum.ts'
import { at, type Read, type Tokens } from './tokens.ts'

/** A currency as written, and what its unit multiplies the number by (cents 0.01, MUSD 1e6). */
export interface Unit {
  readonly currency: string
  readonly scale: number
}

/** The words of a token as they stand in the text. */
export const written = (tokens: Tokens, index: number): string => {
  const token = tokens.list[index]
  return token ? tokens.source.slice(token.start, token.end) : ''
}

/** Names of currencies that are other words too: taken only where capitals or a large sum make them money. */
const CAPITAL = /^(?:dash|ripple|tron|solana|tether)$/
const LARGE = /^(?:won|real|reals|dong|kip|leu|lev|birr|sol)$/

/** "US$", "$", "HK $", "usd$", "u.s $": a sign before the number, with its letters. */
export function readSign(tokens: Tokens, start: number): Read<Unit> | undefined {
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
export function readLead(tokens: Tokens, start: number): Read<Unit> | undefined {
  if (tokens.list[start]?.kind !== 'word') return undefined
  const word = written(tokens, start)
  const lead = currencyOfLead(word === 'RM' || word === 'CHF' ? word.toLowerCase() : word.replace(/^R/, 'r'))
  const next = start + (lead && at(tokens, start + 1) === '.' ? 2 : 1)
  if (tokens.list[next]?.kind !== 'digits' || tokens.list[next]?.line) return undefined
  if (lead && (word !== 'RM' || /^[A-Z]/.test(word))) return { value: { currency: lead, scale: 1 }, next }
  const code = word.length === 3 && !/^(?:ALL|TOP|SOS)$/.test(word) ? currencyOfCode(word) : undefined
  return code && { value: code, next }
}

/** The currency after a number: sign, code, or a name of up to four words. */
export function readUnit(tokens: Tokens, start: number, amount: Amount): Read<Unit> | undefined {
  const first = tokens.list[start]
  if (!first || first.line) return undefined
  const sign = currencyOfSign(first.text)
  if (sign) {
    // the sign of the next amount, unless that has one of its own after it: "Pixel 2 ₹ 38,499", but "10 $ 30 $"
    const following = tokens.list[start + 1]?.kind === 'digits' ? readAmount(tokens, start + 1) : undefined
    const own = following && (currencyOfSign(at(tokens, following.next)) ?? currencyOfPart(at(tokens, following.next)))
    return following && !own ? undefined : { value: { currency: sign, scale: 1 }, next: start + 1 }
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
  if (!opensCurrency(at(tokens, index))) return undefined
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
