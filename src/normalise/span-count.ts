import { readNumber } from './number.ts'
import { isHyphen } from './sum.ts'
import { TIME_UNITS } from './time-tables.ts'
import { at, type Read, type Tokens } from './tokens.ts'

/** Words between a count and its unit that leave both as they are: "two more hours", "six straight months", "twenty odd years". */
const BETWEEN: ReadonlySet<string> = new Set(
  'more additional extra odd full whole entire straight consecutive successive long'.split(' '),
)

/** The token of the unit that a count leading up to `next` has: one word may stand between ("two more hours"). */
export const unitAfter = (tokens: Tokens, next: number): number =>
  BETWEEN.has(at(tokens, next)) && TIME_UNITS.has(at(tokens, next + 1)) ? next + 1 : next

/**
 * The greater number of "10-15 minutes", "three to four weeks", "between 2 and 3 days", read after the smaller one. "From 2 to 3
 * weeks" is a change as often as a range.
 */
export function readUpTo(
  tokens: Tokens,
  start: number,
  first: Read<{ readonly number: number }>,
): Read<{ readonly number: number; readonly digits: boolean }> | undefined {
  const mark = at(tokens, first.next)
  const between = at(tokens, start - 1) === 'between'
  const glued = isHyphen(mark) || mark === '\u2013'
  if (!(glued || mark === 'to' || mark === 'or' || (between && mark === 'and'))) return undefined
  const token = tokens.list[first.next]
  const after = tokens.list[first.next + 1]
  if (!token || !after || token.line || after.line || at(tokens, start - 1) === 'from') return undefined
  if (glued && token.spaced !== after.spaced) return undefined
  const second = readNumber(tokens, first.next + 1)
  return second && second.value.number > first.value.number ? second : undefined
}

/** "a quarter of an hour", "three quarters of a century": how much of the unit, and the token where the unit stands. */
export function readQuartersOf(tokens: Tokens, start: number): Read<number> | undefined {
  const count = at(tokens, start) === 'three' ? 3 : at(tokens, start) === 'a' ? 1 : 0
  if (count === 0) return undefined
  const word = isHyphen(at(tokens, start + 1)) ? start + 2 : start + 1
  if (at(tokens, word) !== (count === 1 ? 'quarter' : 'quarters') || at(tokens, word + 1) !== 'of') return undefined
  return /^an?$/.test(at(tokens, word + 2)) ? { value: count / 4, next: word + 3 } : undefined
}
