import { currencyOfLead, currencyOfPrefix, currencyOfSign } from './currency.ts'
import { HOLIDAY_OPENERS } from './holiday.ts'
import { CARDINALS, ORDINALS, SIGNS, VAGUE } from './number-words.ts'
import { DECADES } from './period.ts'
import { MONTH_NAMES, WEEKDAY_NAMES } from './time-words.ts'
import type { Tokens } from './tokens.ts'

/** Words that may begin an amount beside numbers, signs and vague sums. */
const WORDS = new Set(
  'a an half quarter few several couple many some minus negative all whole entire full another percent percents the hundred days weeks months years decades hours every each'.split(
    ' ',
  ),
)

/** Digits glued to letters before them are part of a name or a hash: APT38, d41d8cd98f. */
const isName = (tokens: Tokens, index: number): boolean =>
  tokens.list[index - 1]?.kind === 'word' && tokens.list[index - 1]?.end === tokens.list[index]?.start

/** Whether any grammar of quantities can begin at a token: the cheap scan that spares most words the grammars. */
export function opensQuantity(tokens: Tokens, index: number): boolean {
  const token = tokens.list[index]
  if (!token) return false
  if (token.kind === 'digits') return !isName(tokens, index)
  if (token.kind === 'mark')
    return (
      currencyOfSign(token.text) !== undefined ||
      SIGNS.has(token.text) ||
      ((token.text === '-' || token.text === '.') && tokens.list[index + 1]?.kind === 'digits')
    )
  if (AMOUNTS.has(token.text)) return true
  if (token.text.length > 4) return false
  const next = tokens.list[index + 1]
  if (next?.kind === 'digits') return true
  return next?.text === '$'
    ? currencyOfPrefix(token.text) !== undefined
    : token.text === 'u' || currencyOfLead(token.text) !== undefined
}

/** Words that may begin a date beside names of months, weekdays and numbers. */
const DATES = new Set(
  `these this last past previous prior preceding current same next coming upcoming following recent today tonight yesterday tomorrow day
  week weekend days weeks months early earlier late later mid middle end beginning start starting rest within since after before until till hours many
  year years greater weekends cy fy q h summer winter autumn fall spring few several couple half first second third fourth fifth two noughties`.split(
    /\s+/,
  ),
)

/** Every word that may begin a date by itself. */
const ALONE = new Set([
  ...DATES,
  ...DECADES.keys(),
  ...MONTH_NAMES,
  ...WEEKDAY_NAMES,
  ...CARDINALS.keys(),
  ...ORDINALS.keys(),
  ...HOLIDAY_OPENERS,
])
/** Every word that may begin an amount by itself. */
const AMOUNTS = new Set([...WORDS, ...CARDINALS.keys(), ...VAGUE.keys()])

/** Words before a date that begin one only together with the word after them. */
const LEADS = new Set('the a an in for on from between of'.split(' '))
/** Units of time, which begin a date after such a word only. */
const UNITS = new Set('day week weekend month year quarter decade hour fortnight night s'.split(' '))

/** Whether a date can begin at a token. */
export function opensDate(tokens: Tokens, index: number): boolean {
  const token = tokens.list[index]
  if (!token || token.kind === 'mark') return false
  if (!LEADS.has(token.text)) return opensAlone(tokens, index)
  const next = tokens.list[index + 1]
  return next !== undefined && (LEADS.has(next.text) || UNITS.has(next.text) || opensAlone(tokens, index + 1))
}

function opensAlone(tokens: Tokens, index: number): boolean {
  const token = tokens.list[index]
  if (!token || token.kind === 'mark') return false
  if (token.kind === 'digits') return token.text.length <= 8 && !isName(tokens, index)
  return ALONE.has(token.text)
}
