import type { Quantity } from '../model/mention.ts'
import { readScale } from './literal.ts'
import { readNumber } from './number.ts'
import { VAGUE } from './number-words.ts'
import { LOOSE } from './roles.ts'
import { isHyphen } from './sum.ts'
import { at, once, type Read, roleAt, type Tokens } from './tokens.ts'

/** A number, a range or a vague sum, with the hedge that stood before or after it. */
export interface Amount extends Quantity {
  /** None for ranges and vague sums. */
  readonly number?: number
  readonly bare: boolean
  readonly digits: boolean
  readonly scale: number
}

type Hedge = (number: number) => Quantity

/** Hedges that stand before a number, and what they make of it. */
const LIST: readonly (readonly [string, Hedge])[] = [
  ['at least|no less than|no fewer than|not less than|a minimum of|minimum of', number => ({ min: number })],
  [
    'at most|no more than|not more than|up to|as much as|as many as|a maximum of|maximum of',
    number => ({ max: number }),
  ],
  [
    'more than|over|above|upwards of|upward of|in excess of|greater than|exceeding|exceeds|exceeded|north of|topping',
    number => ({ min: number, exclusive: true }),
  ],
  ['less than|fewer than|under|below|lower than', number => ({ max: number, exclusive: true })],
  [
    'about|around|approximately|roughly|nearly|almost|near|close to|some|an estimated|estimated|circa|approx|approx .|~|≈|just over|just under|on the order of|reportedly',
    () => ({ approx: true }),
  ],
]
const BEFORE = LIST.flatMap(([list, hedge]) =>
  list.split('|').map(words => ({ words: words.split(' ').reverse(), hedge })),
)

const HEDGES = new Map<string, typeof BEFORE>()
for (const entry of [...BEFORE].sort((a, b) => b.words.length - a.words.length)) {
  const last = entry.words[0] ?? ''
  HEDGES.set(last, [...(HEDGES.get(last) ?? []), entry])
}

/** Words that may stand between a hedge and its number. */
const PASSED: ReadonlySet<string> = new Set('a an the another to of only just'.split(' '))

/** What the words right before a token say about the number that starts there. */
function hedgeBefore(tokens: Tokens, index: number, number: number): Quantity {
  let before = index - 1
  if (PASSED.has(at(tokens, before)) && HEDGES.has(at(tokens, before - 1))) before--
  for (const { words, hedge } of HEDGES.get(at(tokens, before)) ?? [])
    if (words.every((word, offset) => at(tokens, before - offset) === word)) return hedge(number)
  return {}
}

/** "or more", "+" and "or less" after a number. */
function hedgeAfter(tokens: Tokens, index: number, number: number): Quantity {
  if (at(tokens, index) === '+' && !tokens.list[index]?.spaced) return { min: number }
  if (at(tokens, index) !== 'or' && at(tokens, index) !== 'and') return {}
  const two = `${at(tokens, index)} ${at(tokens, index + 1)}`
  if (two === 'or more' || two === 'or higher' || two === 'and more') return { min: number }
  if (two === 'or less' || two === 'or fewer') return { max: number }
  return two === 'or so' ? { approx: true } : {}
}

/** "thousands", "tens of millions", "several dozen", "a few hundred": sums that nobody counted. */
function readVague(tokens: Tokens, start: number): Read<Amount> | undefined {
  const vague = (min: number, max: number, next: number): Read<Amount> => ({
    value: { min, max, bare: false, digits: false, scale: min },
    next,
  })
  const first = VAGUE.get(at(tokens, start))
  if (first !== undefined) {
    const second = at(tokens, start + 1) === 'of' ? VAGUE.get(at(tokens, start + 2)) : undefined
    if (second !== undefined && second > first) return vague(first * second, first * second * 10 - 1, start + 3)
    if (first === 10) return undefined
    return vague(first, first * (first >= 1000 ? 1000 : 10) - 1, start + 1)
  }
  let index = start
  if (at(tokens, index) === 'a' && /^(?:few|couple)$/.test(at(tokens, index + 1))) index++
  const word = at(tokens, index)
  if (word !== 'few' && word !== 'several' && word !== 'couple' && word !== 'many') return undefined
  index++
  if (at(tokens, index) === 'of' && word === 'couple') index++
  const hundred = readScale(tokens, index, false)
  if (!hundred) return undefined
  const more = hundred.value === 100 ? readScale(tokens, hundred.next, false) : undefined
  const scale = more ? { value: more.value * 100, next: more.next } : hundred
  return word === 'couple'
    ? {
        value: { number: scale.value * 2, approx: true, bare: false, digits: false, scale: scale.value },
        next: scale.next,
      }
    : vague(scale.value * 2, scale.value * 10 - 1, scale.next)
}

/** Words and marks between the ends of a range. */
const isTo = (word: string): boolean =>
  word === 'to' || word === '\u2013' || word === '\u2014' || word === '~' || isHyphen(word)

/**
 * A number, a range ("2 to 3 million", "between 10 and 20") or a vague sum at a token, without its hedge.
 * "from 5 to 7 million" is a change as often as a range: the two numbers stay apart.
 */
export const readAmount = once((tokens: Tokens, start: number): Read<Amount> | undefined => {
  const vague = (roleAt(tokens, start) & LOOSE) === 0 ? undefined : readVague(tokens, start)
  if (vague) return vague
  const number = readNumber(tokens, start)
  if (!number) return undefined
  const between = at(tokens, start - 1) === 'between'
  const joined = isTo(at(tokens, number.next)) || (between && at(tokens, number.next) === 'and')
  const second = joined && at(tokens, start - 1) !== 'from' ? readNumber(tokens, number.next + 1) : undefined
  const apart = isHyphen(at(tokens, number.next)) && !(number.value.digits && second?.value.digits)
  if (second && !apart && fits(tokens, number.next, second)) {
    const { number: max, scale } = second.value
    const lent = number.value.scale === 1 && scale > 1 && number.value.number * scale < max ? scale : 1
    const min = number.value.number * lent
    if (min < max && min >= 0)
      return {
        value: { min, max, bare: number.value.bare && second.value.bare, digits: number.value.digits, scale },
        next: second.next,
      }
  }
  return number
})

/** Whether what follows a range's mark on the same line is its end: glued on both sides or blank on both. */
function fits(tokens: Tokens, mark: number, second: Read<unknown>): boolean {
  const token = tokens.list[mark]
  const after = tokens.list[mark + 1]
  const next = tokens.list[second.next]
  if (!token || !after || token.line || after.line || (token.kind !== 'word' && token.spaced !== after.spaced))
    return false
  return !(
    next !== undefined &&
    !next.spaced &&
    (isHyphen(next.text) || next.text === '/' || next.text === '.') &&
    tokens.list[second.next + 1]?.kind === 'digits'
  )
}

/** Puts hedges on an amount: `min`, `max`, `approx`, `exclusive` beside the number. */
export function hedged(
  tokens: Tokens,
  start: number,
  end: number,
  amount: Amount,
): Quantity & { readonly number?: number } {
  const { number, min, max, approx } = amount
  const kept = {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(approx ? { approx } : {}),
  }
  if (number === undefined) return kept
  return { number, ...kept, ...hedgeAfter(tokens, end, number), ...hedgeBefore(tokens, start, number) }
}
