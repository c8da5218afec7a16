import type { Span } from '../model/span.ts'
import type { CheckContext } from '../model/stage.ts'
import { isLetterOrDigit } from './units.ts'

/** Two places whose sentences say the same around them: the second restates the first. */
export interface Restated<T> {
  readonly first: T
  readonly second: T
}

/** Words looked at on each side. */
const REACH = 12
/** Words that must agree around two figures before one restates the other. */
const AGREEING = 6
/** Of these, words of substance: longer than "with" and "from", or figures. */
const SUBSTANCE = 3
/** The same where all of the shorter sentence agrees. */
const SUBSTANCE_WHOLE = 2

interface Place<T> {
  readonly item: T
  readonly left: readonly string[] // nearest first
  readonly right: readonly string[]
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** The two words nearest to a place, in the order of the text, joined: on its left in `from` to `to`, else on its right. */
function nearest(text: string, from: number, to: number, onLeft: boolean): string {
  const step = onLeft ? -1 : 1
  let [first, last] = ['', '']
  for (let at = onLeft ? to - 1 : from; at >= from && at < to; at += step) {
    const begin = at
    while (at >= from && at < to && isLetterOrDigit(text.charCodeAt(at))) at += step
    // Other scripts and accents are told apart by a pattern.
    if (at >= from && at < to && text.charCodeAt(at) > 0x7f) return withPattern(text.slice(from, to), onLeft)
    if (at === begin) continue
    const word = onLeft ? text.slice(at + 1, begin + 1) : text.slice(begin, at)
    if (first !== '') {
      last = word
      break
    }
    first = word
  }
  return (last === '' ? first : onLeft ? `${last} ${first}` : `${first} ${last}`).toLowerCase()
}

const withPattern = (text: string, onLeft: boolean): string =>
  (onLeft ? words(text).slice(-2) : words(text).slice(0, 2)).join(' ')

/** How many words agree from the figure outwards. */
function agreeing(a: readonly string[], b: readonly string[]): number {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count++
  return count
}

const restates = <T>(a: Place<T>, b: Place<T>): boolean => {
  const left = agreeing(a.left, b.left)
  const right = agreeing(a.right, b.right)
  const shared = [...a.left.slice(0, left), ...a.right.slice(0, right)]
  const whole = left === Math.min(a.left.length, b.left.length) && right === Math.min(a.right.length, b.right.length)
  return (
    shared.length >= AGREEING &&
    shared.filter(word => word.length > 4 || /^\d/.test(word)).length >= (whole ? SUBSTANCE_WHOLE : SUBSTANCE)
  )
}

/** Characters on each side that hold two words. */
const CLOSE = 32

/** The items whose two words on one side stand beside another item too: only they can restate anything. */
function paired<T extends Span>(text: string, items: readonly T[]): readonly T[] {
  if (items.length < 2) return []
  const keys = items.map(({ start, end }) => [
    `l ${nearest(text, Math.max(0, start - CLOSE), start, true)}`,
    `r ${nearest(text, end, Math.min(text.length, end + CLOSE), false)}`,
  ])
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const key of keys.flat()) (seen.has(key) ? twice : seen).add(key)
  return items.filter((_, index) => keys[index]?.some(key => twice.has(key)))
}

/**
 * Pairs of items (in text order) whose surrounding words agree. Each item is compared with the first one that shares four
 * words beside it on one side, or two on either: linear in the number of items.
 */
export function restated<T extends Span>(
  { text, sentence }: Pick<CheckContext, 'text' | 'sentence'>,
  items: readonly T[],
): Restated<T>[] {
  const first = new Map<string, Place<T>>()
  const pairs: Restated<T>[] = []
  for (const item of paired(text, items)) {
    const { start, end } = sentence(item.start)
    const left = words(text.slice(Math.max(start, item.start - 120), item.start))
      .reverse()
      .slice(0, REACH)
    const right = words(text.slice(item.end, Math.min(Math.max(end, item.end), item.end + 120))).slice(0, REACH)
    const place = { item, left, right }
    const keys = [
      left.length >= 4 ? `l ${left.slice(0, 4).join(' ')}` : '',
      right.length >= 4 ? `r ${right.slice(0, 4).join(' ')}` : '',
      left.length >= 2 && right.length >= 2 ? `b ${left.slice(0, 2).join(' ')} ${right.slice(0, 2).join(' ')}` : '',
    ].filter(Boolean)
    const earlier = keys.map(key => first.get(key)).find(other => other !== undefined && restates(other, place))
    if (earlier) pairs.push({ first: earlier.item, second: item })
    for (const key of keys) if (!first.has(key)) first.set(key, place)
  }
  return pairs
}
