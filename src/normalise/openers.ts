import { currencyOfLead, currencyOfPrefix, currencyOfSign } from './currency.ts'
import { opensHoliday } from './holiday.ts'
import { CARDINALS, ORDINALS, SIGNS, VAGUE } from './number-words.ts'
import { readMonth, readWeekday } from './time-words.ts'
import type { Tokens } from './tokens.ts'

/** Words that may begin an amount beside numbers, signs and vague sums. */
const WORDS = new Set(
  'a an half quarter few several couple many some minus negative all whole entire full another percent percents the hundred less more fewer'.split(
    ' ',
  ),
)

/** Whether any grammar of quantities can begin at a token: the cheap scan that spares most words the grammars. */
export function opensQuantity(tokens: Tokens, index: number): boolean {
  const token = tokens.list[index]
  if (!token) return false
  if (token.kind === 'digits') return true
  if (token.kind === 'mark')
    return (
      currencyOfSign(token.text) !== undefined ||
      SIGNS.has(token.text) ||
      ((token.text === '-' || token.text === '.') && tokens.list[index + 1]?.kind === 'digits')
    )
  if (CARDINALS.has(token.text) || VAGUE.has(token.text) || WORDS.has(token.text)) return true
  if (token.text.length > 4) return false
  const next = tokens.list[index + 1]
  if (next?.kind === 'digits') return true
  return next?.text === '$'
    ? currencyOfPrefix(token.text) !== undefined
    : token.text === 'u' || currencyOfLead(token.text) !== undefined
}

/** Words that may begin a date beside names of months, weekdays and numbers. */
const DATES = new Set(
  `the these this last past previous prior preceding current same next coming upcoming following recent today tonight yesterday tomorrow day
  week weekend early earlier late later mid middle end beginning start starting rest from between in within since after before until till
  year years less more fewer greater for on weekends cy fy q h summer winter autumn fall spring a an few several couple half first second third fourth fifth two noughties`.split(
    /\s+/,
  ),
)

/** Whether a date can begin at a token. */
export function opensDate(tokens: Tokens, index: number): boolean {
  const token = tokens.list[index]
  if (!token || token.kind === 'mark') return false
  if (token.kind === 'digits') return token.text.length <= 8
  return (
    DATES.has(token.text) ||
    readMonth(tokens, index) !== undefined ||
    readWeekday(tokens, index) !== undefined ||
    CARDINALS.has(token.text) ||
    ORDINALS.has(token.text) ||
    token.text.endsWith('ties') ||
    opensHoliday(token.text)
  )
}
