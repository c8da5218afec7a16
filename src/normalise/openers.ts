import { currencyOfLead, currencyOfPrefix, currencyOfSign } from './currency.ts'
import { TIME_UNITS } from './duration.ts'
import { HOLIDAY_OPENERS } from './holiday.ts'
import { CARDINALS, denominator, ORDINALS, SCALES, SIGNS, VAGUE } from './number-words.ts'
import { DECADES } from './period.ts'
import { isHyphen } from './sum.ts'
import { MONTH_NAMES, WEEKDAY_NAMES } from './time-words.ts'
import type { Token, Tokens } from './tokens.ts'

/** What may begin at a token, as bits. */
export const OPENS_DATE = 1
export const OPENS_AMOUNT = 2
/** Begins one only in the company of the next word. */
const WEAK = 4
/** Is company enough itself. */
const STRONG = 8

const words = (list: string): string[] => list.trim().split(/\s+/)

/** Words that may begin an amount beside numbers and vague sums. */
const AMOUNTS =
  words(`half quarter few several couple minus negative percent percents hundred days weeks months years decades
  hours`)
/** Words that may begin a date beside names of months, weekdays and numbers. */
const DATES =
  words(`today tonight yesterday tomorrow week weekend days weeks months early earlier late later mid middle end
  beginning start starting rest within year years greater weekends cy fy q h summer winter autumn fall spring few several couple
  half first second third fourth fifth two noughties hours`)

/** Words that begin an amount, or a date, before some words only: most of them stand before any noun. */
const WEAK_AMOUNTS = words('a an the some all whole entire full another many every each')
const WEAK_DATES =
  words(`the a an in for from between these this last past previous prior preceding current same next coming
  upcoming following recent day since after before until till many new cyber good black`)

/** Words that belong to dates and amounts, and begin none. */
const COMPANY =
  words(`decade fortnight night morning evening afternoon fiscal calendar school working financial business
  academic work times other s now present date day to`)

const ROLES = new Map<string, number>()
for (const [list, role] of [
  [[...COMPANY, ...TIME_UNITS, ...SCALES.keys()], STRONG],
  [[...AMOUNTS, ...CARDINALS.keys(), ...VAGUE.keys()], OPENS_AMOUNT],
  [[...DATES, ...DECADES.keys(), ...MONTH_NAMES, ...WEEKDAY_NAMES], OPENS_DATE],
  [[...CARDINALS.keys(), ...ORDINALS.keys(), ...HOLIDAY_OPENERS], OPENS_DATE],
  [WEAK_AMOUNTS, OPENS_AMOUNT | WEAK],
  [WEAK_DATES, OPENS_DATE | WEAK],
] as const)
  for (const word of list) ROLES.set(word, (ROLES.get(word) ?? 0) | role)

/** Which quantities can begin at a token: the cheap scan that spares most words the grammars. */
export function opens(tokens: Tokens, index: number): number {
  const token = tokens.list[index]
  if (!token) return 0
  if (token.kind === 'digits')
    return isName(tokens, index) ? 0 : token.text.length <= 8 ? OPENS_DATE | OPENS_AMOUNT : OPENS_AMOUNT
  if (token.kind === 'mark') return opensMark(tokens, token, index) ? OPENS_AMOUNT : 0
  const role = ROLES.get(token.text) ?? 0
  const found = (role & WEAK) !== 0 && !isAccompanied(tokens, index) ? 0 : role & (OPENS_DATE | OPENS_AMOUNT)
  return token.text.length <= 4 && opensMoney(tokens, token, index) ? found | OPENS_AMOUNT : found
}

/** Digits glued to letters before them are part of a name or a hash: APT38, d41d8cd98f. */
const isName = (tokens: Tokens, index: number): boolean =>
  tokens.list[index - 1]?.kind === 'word' && tokens.list[index - 1]?.end === tokens.list[index]?.start

function opensMark(tokens: Tokens, { text, spaced, start }: Token, index: number): boolean {
  const next = tokens.list[index + 1]
  if (text === '-') return next?.kind === 'digits' && (spaced || start === 0)
  if (text === '.') return next?.kind === 'digits' && !next.spaced
  return currencyOfSign(text) !== undefined || SIGNS.has(text)
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
    const role = ROLES.get(next.text)
    if (role === undefined) return denominator(next.text) !== undefined
    if ((role & WEAK) === 0 || (role & STRONG) !== 0) return true
  }
  return true
}
