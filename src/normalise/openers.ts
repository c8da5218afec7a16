import { currencyOfLead, currencyOfPrefix, currencyOfSign } from './currency.ts'
import { CARDINALS, SIGNS, VAGUE } from './number-words.ts'
import type { Tokens } from './tokens.ts'

/** Words that may begin an amount beside numbers, signs and vague sums. */
const WORDS = new Set(
  'a an half quarter few several couple many some minus negative all whole entire full another percent percents the hundred'.split(
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
