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

/**
 * A hash of the two words nearest to a place, in the order of the text and in small letters: of those on its left, in `from` to
 * `to`, else of those on its right. 0 where there is none.
 */
function nearest(text: string, from: number, to: number, onLeft: boolean): number {
  const step = onLeft ? -1 : 1
  let [near, count] = [0, 0]
  for (let at = onLeft ? to - 1 : from; at >= from && at < to; at += step) {
    const begin = at
    while (at >= from && at < to && isLetterOrDigit(text.charCodeAt(at))) at += step
    // Other scripts and accents are told apart by a pattern.
    if (at >= from && at < to && text.charCodeAt(at) > 0x7f) return withPattern(text.slice(from, to), onLeft)
    if (at === begin) continue
    const word = onLeft ? hash(text, at + 1, begin + 1) : hash(text, begin, at)
    if (count++ > 0) return onLeft ? pair(word, near) : pair(near, word)
    near = word
  }
  return near
}

function withPattern(text: string, onLeft: boolean): number {
  const [first, second] = (onLeft ? words(text).slice(-2) : words(text)).map(word => hash(word, 0, word.length))
  return first === undefined ? 0 : second === undefined ? first : pair(first, second)
}

/** A hash (32 bit) of a word, of small and capital letters alike. */
function hash(text: string, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum = (Math.imul(sum, 31) + (text.charCodeAt(at) | 32)) | 0
  return sum
}

const pair = (first: number, second: number): number => (Math.imul(first, 0x01000193) + second) | 0

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
  // Both sides share one set: a word that stands before one item and behind another is rare, and harmless.
  const keys: number[] = []
  for (const { start, end } of items)
    keys.push(
      nearest(text, Math.max(0, start - CLOSE), start, true),
      nearest(text, end, Math.min(text.length, end + CLOSE), false),
    )
  const seen = new Set<number>()
  const twice = new Set<number>()
  for (const key of keys) (seen.has(key) ? twice : seen).add(key)
  if (twice.size === 0) return []
  return items.filter((_, index) => twice.has(keys[2 * index] ?? 0) || twice.has(keys[2 * index + 1] ?? 0))
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
