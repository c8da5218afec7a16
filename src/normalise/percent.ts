import type { Values } from '../model/mention.ts'
import { hedged, readAmount } from './quantity.ts'
import { isHyphen } from './sum.ts'
import { tokenise } from './tokenise.ts'
import { at, type Read, type Tokens } from './tokens.ts'

const PERCENT = /^(?:%|percents?|percentage|pct)$/

/** "18%", "twenty percent", "4 per cent", "3 percentage points", and the spec's "percent of 10". */
export function readPercent(tokens: Tokens, start: number): Read<Values['percent']> | undefined {
  if (/^percents?$/.test(at(tokens, start)) && at(tokens, start + 1) === 'of') {
    const number = readAmount(tokens, start + 2)
    return number?.value.number === undefined
      ? undefined
      : { value: { number: number.value.number }, next: number.next }
  }
  const part = readPart(tokens, start)
  if (part) return part
  const amount = readAmount(tokens, start)
  if (!amount || tokens.list[amount.next]?.line) return undefined
  const next = isHyphen(at(tokens, amount.next)) ? amount.next + 1 : amount.next
  const sign = PERCENT.test(at(tokens, next))
    ? next + (at(tokens, next) === 'percentage' && /^points?$/.test(at(tokens, next + 1)) ? 2 : 1)
    : at(tokens, next) === 'per' && /^cents?$/.test(at(tokens, next + 1))
      ? next + 2
      : 0
  if (sign === 0) return undefined
  const { number, ...rest } = hedged(tokens, start, sign, amount.value)
  // A range has no single number: the contract's percent carries one, the middle, beside the ends.
  const middle = number ?? ((rest.min ?? 0) + (rest.max ?? 0)) / 2
  return { value: { number: middle, ...rest }, next: sign }
}

/** "half a percent", "a quarter percent", "a quarter of a percent". */
function readPart(tokens: Tokens, start: number): Read<Values['percent']> | undefined {
  const from = at(tokens, start) === 'a' ? start + 1 : start
  const number = at(tokens, from) === 'half' ? 0.5 : at(tokens, from) === 'quarter' ? 0.25 : 0
  if (number === 0) return undefined
  const of = at(tokens, from + 1) === 'of' ? from + 2 : from + 1
  const next = at(tokens, of) === 'a' ? of + 1 : of
  return at(tokens, next) === 'percent' ? { value: { number }, next: next + 1 } : undefined
}

/** The value of a text that is a percentage and nothing else, or undefined. */
export function parsePercent(text: string): Values['percent'] | undefined {
  const tokens = tokenise(text.trim())
  const read = readPercent(tokens, 0)
  return read && read.next === tokens.list.length ? read.value : undefined
}
