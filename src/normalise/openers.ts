import { currencyOfLead, currencyOfPrefix } from './currency.ts'
import { SIGNS } from './number-words.ts'
import { DENOMINATOR, MONEY, OPENING, OPENS_AMOUNT, OPENS_DATE, STRONG, WEAK } from './roles.ts'
import { isHyphen } from './sum.ts'
import type { Token, Tokens } from './tokens.ts'

/** Which quantities can begin at a token, as bits: the cheap scan that spares most words the grammars. */
export function opens(tokens: Tokens, index: number): number {
  const token = tokens.list[index]
  if (token === undefined || (token.role & OPENING) === 0) return 0
  if (token.kind === 'digits')
    return isName(tokens, index) ? 0 : token.text.length <= 8 ? OPENS_DATE | OPENS_AMOUNT : OPENS_AMOUNT
  if (token.kind === 'mark') return opensMark(tokens, token, index) ? OPENS_AMOUNT : 0
  const alone = (token.role & WEAK) !== 0 && !isAccompanied(tokens, index)
  const found = alone ? 0 : token.role & (OPENS_DATE | OPENS_AMOUNT)
  return (token.role & MONEY) !== 0 && opensMoney(tokens, token, index) ? found | OPENS_AMOUNT : found
}

/** Digits glued to letters before them are part of a name or a hash: APT38, d41d8cd98f. */
const isName = (tokens: Tokens, index: number): boolean =>
  tokens.list[index - 1]?.kind === 'word' && tokens.list[index - 1]?.end === tokens.list[index]?.start

function opensMark(tokens: Tokens, { text, spaced, start }: Token, index: number): boolean {
  const next = tokens.list[index + 1]
  if (text === '-') return next?.kind === 'digits' && (spaced || start === 0)
  if (text === '.') return next?.kind === 'digits' && !next.spaced
  return true
}

/** Letters before a sum: "US$", "U.S. $", "Rs", "USD 5". */
function opensMoney(tokens: Tokens, { text }: Token, index: number): boolean {
  const next = tokens.list[index + 1]
  if (next?.kind === 'digits') return true
  if (next?.text === '$') return currencyOfPrefix(text) !== undefined
  if (text !== 'u') return currencyOfLead(text) !== undefined
  if (next?.text !== '.' || tokens.list[index + 2]?.text !== 's') return false
  return tokens.list[index + 3]?.text === '$' || tokens.list[index + 4]?.text === '$'
}

/** Weak words that may stand in a row: "for the past few". */
const MOST_WEAK = 3

/** Whether a word of time or number follows, other weak words aside: "in the last", "a few"; but "the attack", "in this case". */
function isAccompanied(tokens: Tokens, index: number): boolean {
  for (let step = 1; step <= MOST_WEAK; step++) {
    const next = tokens.list[index + step]
    if (!next) return false
    if (next.kind === 'digits') return true
    if (next.kind === 'mark') return isHyphen(next.text) || /^['\u2019.$]$/.test(next.text) || SIGNS.has(next.text)
    const role = next.role & (OPENS_DATE | OPENS_AMOUNT | WEAK | STRONG)
    if (role === 0) return (next.role & DENOMINATOR) !== 0
    if ((role & WEAK) === 0 || (role & STRONG) !== 0) return true
  }
  return true
}
